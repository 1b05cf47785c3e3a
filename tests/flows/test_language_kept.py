"""The language of a talk: who writes English keeps it, who wishes for one gets it, and titles count in either."""

import pytest

from flows.commands import Command, command_in
from flows.labels import Language
from tests.flows.pretend_desk import told

ENGLISH = ("hello pls help", "madam beat me", "im in dubai and she hold my passport", "al barsha 2 villa 18", "me 29")
INDONESIAN = ("tolong saya dipukul majikan", "saya di dubai", "al barsha 2 villa 18", "chat aja", "saya 29")


@pytest.mark.parametrize(
    "text",
    ["english pls", "eng pls", "can you speak english?", "in english dong", "bahasa inggris dong kak", "english only"],
)
def test_a_wish_for_english_is_read(text: str) -> None:
    assert command_in(text) is Command.ENGLISH


@pytest.mark.parametrize("text", ["pake bahasa indo dong", "bahasa indonesia aja", "tolong pakai bhs indonesia ya"])
def test_a_wish_for_indonesian_is_read(text: str) -> None:
    assert command_in(text) is Command.INDONESIAN


@pytest.mark.parametrize(
    "text",
    [
        "kursus bahasa inggris",
        "english teacher",
        "ke indonesia",
        "no english",
        "kerja guru english",
    ],
)
def test_what_only_names_a_language_is_none(text: str) -> None:
    assert command_in(text) is None


@pytest.mark.parametrize("line", ["tolong ah pening kepala", "aduh saya takut sekali ini"])
def test_one_line_does_not_turn_the_language_of_a_story(line: str) -> None:
    assert told(*ENGLISH, line).conversation.language is Language.ENGLISH


def test_a_long_line_turns_it() -> None:
    line = "saya tidak bisa bahasa inggris pak tolong saya mau pulang ke kampung sama anak saya"
    assert told(*ENGLISH, line).conversation.language is Language.INDONESIAN


@pytest.mark.parametrize("line", ["place", "place now", "tempat", "the place", "tempat sekarang"])
@pytest.mark.parametrize(
    "before", [(*ENGLISH, *["skip"] * 6, "change"), (*INDONESIAN, *["lewati"] * 6, "ada yang diubah")]
)
def test_the_line_to_change_is_named_in_either_language(before: tuple[str, ...], line: str) -> None:
    assert shown(*before) == "fix"
    assert shown(*before, line) == "victim_now"


def shown(*lines: str) -> str:
    question = told(*lines).conversation.shown
    return question.prompt if question else ""


MIXED = ("hello pls help", "sy kerja kuwait maid. madam no give salary 5 bulan", "data sy sdikit. pls fast")


@pytest.mark.parametrize(
    "line",
    [
        "madam lock door. sy no keluar. passport madam take",
        "makan 1x. tangan kena setrika madam",
        "jgn tell ibu sy ibu sakit. sumi ok",
        "promise 90 dinar. 0 give",
        "abu ali agency say sell me other house. takut",
        "salary not paid 5 month pls write",
        "sy mau pulang tidak bisa keluar",
    ],
)
def test_who_mixes_both_is_answered_in_the_language_of_the_beginning(line: str) -> None:
    assert told(*MIXED, line).conversation.language is Language.ENGLISH


@pytest.mark.parametrize(
    "line", ["promise 90 dinar. 0 give", "madam lock door no give food", "only chat. no call. madam dengar ya"]
)
def test_a_few_english_words_turn_no_indonesian_talk(line: str) -> None:
    assert told(*INDONESIAN, line).conversation.language is Language.INDONESIAN


def test_who_greeted_in_english_and_tells_in_indonesian_is_answered_so() -> None:
    lines = ("hello", "saya mau lapor adik saya dibawa orang ke malaysia")
    assert told(*lines).conversation.language is Language.INDONESIAN


def test_a_line_that_is_all_of_the_other_language_turns_it() -> None:
    line = "please can you write in english, i do not understand what you say to me"
    assert told(*INDONESIAN, line).conversation.language is Language.ENGLISH
