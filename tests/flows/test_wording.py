"""Answers as they are read back: dates, phones, and long stories that end at a word."""

import pytest

from flows.conversation import Answer
from flows.labels import Language
from flows.wording import in_words, value_in_words


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("+6281237770001", "0812-3777-0001"),
        ("+60123456789", "+60123456789"),
        ("2026-11-26 05:00", "Kamis 26 November, 05.00"),
        ("dua baris\ndi sini", "dua baris di sini"),
    ],
)
def test_stored_value_is_read_as_people_write_it(stored: str, read: str) -> None:
    assert value_in_words(stored, Language.INDONESIAN) == read


@pytest.mark.parametrize("filler", ["kebun ", "kebun, ", "k", "sawit\n"])
@pytest.mark.parametrize("length", [159, 160, 161, 162, 165, 400])
def test_long_story_is_cut_at_a_word_and_shows_that_it_goes_on(filler: str, length: int) -> None:
    story = (filler * length)[:length]
    flat = story.replace("\n", " ")

    read = value_in_words(story, Language.INDONESIAN)

    if length <= 160:
        assert read == flat
        return
    kept, mark = read[:-2], read[-2:]
    assert mark == " …"
    assert len(read) <= 160
    assert flat.startswith(kept)
    assert len(kept) > 140
    assert " " not in flat[:160] or flat[len(kept)] in " ,"


def test_words_of_another_language_are_cut_alike() -> None:
    long = Answer("paspor ditahan", words="they keep my passport " * 20)

    assert in_words("documents", long, Language.ENGLISH).endswith(" …")
