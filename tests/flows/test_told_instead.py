"""Asked for a cover or for the papers: a plea is no cover, and who beats or is a boss tells of no paper."""

import pytest

from flows import questions as q
from flows.plausible import could_answer
from flows.understanding import understand
from tests.understanding.score import TODAY


def could(question: q.Question, text: str) -> bool:
    return could_answer(question, text, understand(text, today=TODAY))


@pytest.mark.parametrize(
    "text", ["embassy number pls", "nomor kbri dong", "pls fast", "how i get out", "send police pls", "kapan datang"]
)
def test_a_plea_is_no_cover(text: str) -> None:
    assert not could(q.CONTACT_WORDING, text)


@pytest.mark.parametrize(
    "text",
    ["courier", "teman sekolah", "kurir paket", "friend pls", "toko online", "wrong number", "bilang aja temen sma"],
)
def test_a_cover_stays_one(text: str) -> None:
    assert could(q.CONTACT_WORDING, text)


@pytest.mark.parametrize(
    "text",
    [
        "madam is boss not recruter. she hit iron hanger",
        "madam is boss",
        "she is my boss",
        "dia pukul saya",
        "she beat me with stick",
        "majikan tampar saya",
    ],
)
def test_who_beats_or_is_a_boss_tells_of_no_paper(text: str) -> None:
    assert not could(q.DOCUMENTS, text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "passport she hold",
            "madam hold",
            "di majikan",
            "paspor sama agen",
            "boss keep it",
            "agen pegang",
            "sama bos",
        ),
        *("my passport with madam. she hit me", "saya pegang sendiri", "with madam"),
    ],
)
def test_who_holds_papers_is_told(text: str) -> None:
    assert could(q.DOCUMENTS, text)
