"""Everything citizens read: complete in both languages, short, plain, harmless on a lock screen."""

import re
from pathlib import Path
from string import Formatter

import pytest

from flows.labels import Language
from flows.phrases import commands, option_phrases
from flows.questions import FIX, QUESTIONS
from flows.report import asked_of_a_report
from flows.showing import option_title
from flows.texts import catalogue, has

_ID, _EN = catalogue(Language.INDONESIAN), catalogue(Language.ENGLISH)
_ROOT = Path(__file__).parents[2]

_UNASKED = ("breach_notice", "watch.notice")
"""What goes out although nobody has just written: it lights up a screen that others may see."""
_NEVER_FIRST = ("tppo", "polisi", "laporan", "korban", "perdagangan", "kasus", "report", "police", "victim", "case")
_LONGER = {"filed.may_contact", "filed.no_contact", "check.filed", "lesson.how", "lesson.signs", "lesson.safe_way"}
_LONGER |= {"lesson.costs", "human.filed", "delete.done_filed"}
_CAPITALS = {"TPPO", "NTB", "HP", "KTP", "KBRI", "KJRI", "PT", "PDF", "WITA", "P3MI", "ID", "I", "SIP3MI", "CV", "LPK"}
_NOT_INDONESIAN = {
    *("the", "and", "you", "your", "please", "report", "officer", "of", "to", "is", "are", "we", "our", "with"),
    *("here", "for", "not", "this", "that", "type"),
}
_OFFICE = ("mohon", "harap ", "apabila", "silakan", "silahkan", "terkait", "adapun", "pasal", "tenang")
_SECRET_PROMISES = ("dijamin", "pasti aman", "100%", "guarantee", "ilegal", "terpercaya", "resmi ")


def test_catalogues_have_the_same_keys() -> None:
    assert list(_ID) == list(_EN) or set(_ID) == set(_EN)


def test_both_languages_fill_the_same_braces() -> None:
    assert [key for key in _ID if _braces(_ID[key]) != _braces(_EN[key])] == []


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_every_question_can_be_asked_and_explained(question: object) -> None:
    question = QUESTIONS[question.id]
    assert has(f"ask.{question.id}")
    assert has(f"why.{question.id}") or has("why.any")
    assert has(f"why.{question.id}") or not question.sensitive or question.id in _EXPLAINED_BY_THEMSELVES
    for choice in question.choices:
        assert has(f"option.{question.id}.{choice}")


_EXPLAINED_BY_THEMSELVES = {"contact_phone", "reporter_name"}  # their own words say who sees the answer


@pytest.mark.parametrize("question", asked_of_a_report(), ids=lambda question: question.id)
def test_every_line_of_the_summary_has_a_name(question: object) -> None:
    assert has(f"line.{QUESTIONS[question.id].id}")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_choices_fit_a_button_and_differ(question: object, language: Language) -> None:
    question = QUESTIONS[question.id]
    choices = [line.id for line in asked_of_a_report()] if question is FIX else question.choices
    titles = [option_title(question.id, choice, language) for choice in choices]

    assert all(0 < len(title) <= 20 for title in titles)
    assert len({title.casefold() for title in titles}) == len(titles)


@pytest.mark.parametrize("language", Language)
def test_texts_are_short_enough_for_a_small_screen(language: Language) -> None:
    texts = catalogue(language)

    assert [key for key, text in texts.items() if len(text) > (480 if key in _LONGER else 320)] == []
    assert [key for key, text in texts.items() if text.count("?") > 2] == []
    assert [part for text in texts.values() for part in _sentences(text) if len(part.split()) > 20] == []


def test_sentences_are_short_on_the_whole() -> None:
    """Ten words are read without stopping by a twelve-year-old."""
    sentences = [sentence for key, text in _ID.items() if "." in key for sentence in _sentences(text)]

    assert sum(len(sentence.split()) for sentence in sentences) / len(sentences) <= 10


def test_indonesian_is_spoken_indonesian() -> None:
    words = {key: {word.strip(".,:;!?*()\"'").casefold() for word in text.split()} for key, text in _ID.items()}
    refused = (*_OFFICE, *_SECRET_PROMISES)

    assert {key: english for key, used in words.items() if (english := used & _NOT_INDONESIAN)} == {}
    assert [(key, word) for key, text in _ID.items() for word in refused if word in f"{text.casefold()} "] == []


@pytest.mark.parametrize("language", Language)
def test_nothing_shouts(language: Language) -> None:
    texts = catalogue(language)
    loud = {key: set(re.findall(r"\b[A-Z][A-Z0-9]+\b", text)) - _CAPITALS for key, text in texts.items()}

    assert {key: words for key, words in loud.items() if words} == {}
    assert [key for key, text in texts.items() if "!" in text] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", _UNASKED)
def test_unasked_words_are_harmless_on_a_lock_screen(key: str, language: Language) -> None:
    first = catalogue(language)[key][:40].casefold()

    assert not [word for word in _NEVER_FIRST if word in first]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", [key for key in _ID if key.startswith("danger.")])
def test_danger_shows_110(key: str, language: Language) -> None:
    assert "110" in catalogue(language)[key]


@pytest.mark.parametrize("language", Language)
def test_deletion_is_told_in_three_honest_lines(language: Language) -> None:
    for key in ("delete.done", "delete.done_filed"):
        assert len(catalogue(language)[key].splitlines()) == 3


@pytest.mark.parametrize("language", Language)
def test_consent_takes_two_sentences_and_a_question(language: Language) -> None:
    for key in ("ask.consent", "ask.consent_early"):
        assert len(_sentences(catalogue(language)[key])) == 3


def test_every_key_named_in_the_code_exists() -> None:
    named = set()
    for floor in ("flows", "bot"):
        for path in (_ROOT / floor).rglob("*.py"):
            named |= set(
                re.findall(r"\b(?:say|tell|say_and_rest)\(\s*\"([a-z_]+(?:\.[a-z_]+)*)\"", path.read_text("utf-8"))
            )

    assert named
    assert named <= set(_ID)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_no_word_of_a_choice_is_a_command_that_means_something_else(question: object) -> None:
    """A listed choice wins over a command of the same words, so both may only be listed where that is meant."""
    shared = set(option_phrases(QUESTIONS[question.id].id).whole) & set(commands().whole)

    assert not shared or question.id in _MEANT


_MEANT = {
    *("menu", "learn", "summary", "consent", "evidence", "withdraw", "delete", "resume", "contact_wording"),
    *("anonymous", "safe", "payment", "contact", "documents", "check_next", "watch_consent"),
}


def _braces(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+|\n", text) if part.strip()]
