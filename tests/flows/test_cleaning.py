"""What may be kept of any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cleaning import clean_text, cut_utf8

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_cleaned_text_can_be_encoded_and_holds_no_control(text: str) -> None:
    cleaned = clean_text(text)

    cleaned.encode("utf-8")
    assert not [c for c in cleaned if unicodedata.category(c) == "Cs"]
    assert not [c for c in cleaned if ord(c) < 32 and c not in "\t\n"]


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("tolong\x00 saya", "tolong saya"),
        ("\ud83d", ""),
        ("a\r\nb\rc", "a\nb\nc"),
        ("cafe\u0301", "caf\u00e9"),
        ("\ufb03", "\ufb03"),
        ("\u202eabc\u200b", "\u202eabc\u200b"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("\x00\x01\x02", ""),
    ],
)
def test_only_what_cannot_be_kept_goes(written: str, kept: str) -> None:
    assert clean_text(written) == kept


@given(ANY_TEXT.map(clean_text), st.integers(0, 64))
def test_a_cut_fits_and_tears_no_character(text: str, size: int) -> None:
    cut = cut_utf8(text, size)

    assert text.startswith(cut)
    assert len(cut.encode()) <= size
    assert cut == text or len(text[: len(cut) + 1].encode()) > size
