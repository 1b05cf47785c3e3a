"""Which of the choices shown did the citizen mean? The order of matching is that of docs/decisions/0004."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from flows.agreeing import agreed_choice
from flows.answers_of_a_check import meant_in_a_check
from flows.contact_wishes import contact_wish
from flows.folding import fold
from flows.name_wishes import name_wish
from flows.next_steps import step_wished
from flows.phrases import (
    Words,
    asks_if_true,
    commands,
    numbers,
    option_phrases,
    without_fillers,
    words_before_a_number,
)
from flows.question import Expects, Question
from flows.safety_told import safety_told
from flows.sentences import asks_of_us, sentences_of
from flows.word_tables import name_words

CONTACT = "contact"
_READ_ELSEWHERE = frozenset({CONTACT, "check_next"})
"""Questions of whose choices every other line is read in a room of its own."""
_BREAK = re.compile(r"[,;.!\n]|\b(?:tapi|tp|tpi|asal|asalkan|cuma|soalnya|karena|krn|but|because)\b", re.IGNORECASE)
_LONGEST_ANSWER = 10  # words; a longer text tells something beside its choice
_NEGATIONS = frozenset({"tidak", "bukan", "jangan", "belum", "no", "not", "endek"})
# "dia tidak boleh keluar" holds "tidak boleh" and is no answer
_GENERAL = _NEGATIONS | {"boleh", "bisa", "ada", "mau", "usah", "perlu", "iya", "ya", "saja", "sudah", "nanti"}


class Fit(StrEnum):
    """How well a message fits the choices shown."""

    CHOSEN = "chosen"
    GUESSED = "guessed"
    """A near spelling of one; only ever used to ask back."""
    OUT_OF_RANGE = "out_of_range"
    NONE = "none"


class Choice(NamedTuple):
    """A choice, and how surely it was meant. `id` is "" where there is none."""

    fit: Fit
    id: str = ""
    is_whole: bool = True
    """False where the choice stands inside other words, which may tell something as well."""


NO_CHOICE = Choice(Fit.NONE)


def choose(text: str, question: Question, shown: Sequence[str], titles: Sequence[str] = ()) -> Choice:
    """Match a typed answer with the choices as they were shown.

    Args:
        text: What was typed.
        question: The question that was asked; only one that says `fuzzy` is matched by near spelling.
        shown: The ids in the order of their numbers.
        titles: Their titles as the citizen read them, in the same order.
    """
    words = fold(text)
    if not words or not shown:
        return NO_CHOICE
    number = _number(words)
    if number is not None:
        return Choice(Fit.CHOSEN, shown[number - 1]) if 1 <= number <= len(shown) else Choice(Fit.OUT_OF_RANGE)
    if asks_if_true(words):
        is_answered = len(sentences_of(text)) > 1  # "belum pak. di hp bisa ndak"
        told = meant_in_a_check(text, question.id) if is_answered else ""
        return Choice(Fit.CHOSEN, told, is_whole=False) if told in shown else NO_CHOICE
    named = _named(words, question.id, shown, titles)
    if named:
        return Choice(Fit.CHOSEN, named)
    if question.fuzzy:
        return _near(words, shown, titles)
    if question.binding:
        agreed = agreed_choice(text, question.id, shown) if question.agrees else ""
        return Choice(Fit.CHOSEN, agreed, is_whole=False) if agreed else NO_CHOICE
    told = _told_otherwise(text, words, question.id)
    if told in shown:
        return Choice(Fit.CHOSEN, told, is_whole=False)
    if question.id in _READ_ELSEWHERE:
        return NO_CHOICE  # "11 orang di sini sama saya" holds words of a choice and is none
    inside = within(_told_words(text), question.id, shown)
    return (
        inside if inside.id or question.expects is not Expects.CHOICE else _at_the_head(text, question, shown, titles)
    )


def leave_to_be_named(text: str, shown: Sequence[str]) -> Choice:
    """Read "boleh", "gpp tulis aja" and "jangan" where it was asked whether the name that was told may be written.

    "chat aja jgn telpon" tells of something else.
    """
    head, *rest = _BREAK.split(text, maxsplit=1)
    words, known = fold(head), name_words()
    said, meaning = without_fillers(words) or words, option_phrases("yes_no").meaning
    of_a_name = (
        known.agreeing | known.may | known.refusing | known.denials | known.needless | known.using | known.noting
    )
    if "?" in text or not said or not all(word in of_a_name or meaning((word,)) for word in said):
        return NO_CHOICE
    plain = {"yes": "name", "no": "hide"}
    told = plain.get(meaning(said)) or name_wish(f"nama saya {head}", is_asked=True) or plain.get(meaning(said[:1]), "")
    return Choice(Fit.CHOSEN, told, is_whole=not rest) if told in shown else NO_CHOICE


def _told_words(text: str) -> Words:
    """Give the words that tell, without a question beside them: "calling visa. itu apa bedanya sama visa kerja"."""
    said = sentences_of(text)
    told = [one for one in said if not asks_of_us(one)]
    return tuple(word for one in told for word in one.words) if 0 < len(told) < len(said) else fold(text)


def _told_otherwise(text: str, words: Words, question_id: str) -> str:
    """Give the choice that a line means where a room of its own reads such lines."""
    match question_id:
        case "contact":
            return contact_wish(text, is_asked=True).way
        case "anonymous":
            return name_wish(text, is_asked=True)
        case "safe":
            return "" if "?" in text else safety_told(words)
        case "check_next":
            return step_wished(text)
        case _:
            return meant_in_a_check(text, question_id)


def _at_the_head(text: str, question: Question, shown: Sequence[str], titles: Sequence[str]) -> Choice:
    """Take "jangan, ini hp teman" and "boleh tapi jangan sekarang" for what stands before the break."""
    head, *rest = _BREAK.split(text, maxsplit=1)
    named = _named(fold(head), question.id, shown, titles) if rest and fold(head) else ""
    return Choice(Fit.CHOSEN, named, is_whole=False) if named else NO_CHOICE


def _number(words: tuple[str, ...]) -> int | None:
    # "12" with four choices is out of range, "1 orang hilang" is a story: only a number alone is a number
    rest = words
    while len(rest) > 1 and rest[0] in words_before_a_number():
        rest = rest[1:]
    while len(rest) > 1 and not without_fillers(rest[-1:]):
        rest = rest[:-1]
    known = numbers().get(rest) or numbers().get(words)
    if known is not None:
        return known
    alone = len(rest) == 1 and rest[0].isdecimal() and len(rest[0]) <= 2
    return int(rest[0]) if alone else None


def _named(words: tuple[str, ...], question_id: str, shown: Sequence[str], titles: Sequence[str]) -> str:
    for choice, title in zip(shown, titles, strict=False):
        if words == fold(title) or words == fold(choice):
            return choice
    meaning = option_phrases(question_id).meaning(words)
    if meaning in shown:
        return meaning
    plain = option_phrases("yes_no").meaning(words) if set(shown) >= {"yes", "no"} else ""
    return plain if plain in shown else _agreed(words, question_id, shown)


def _agreed(words: tuple[str, ...], question_id: str, shown: Sequence[str]) -> str:
    # "ya, aman": every single word means the same choice
    listed = option_phrases(question_id)
    asks_yes_no = set(shown) >= {"yes", "no"}
    yes_no = option_phrases("yes_no") if asks_yes_no else listed
    # "iya rahasia" and "cukup, makasih" hold words that choose nothing here
    idle = commands().whole if asks_yes_no else _idle()
    meant = {
        listed.whole.get((word,)) or yes_no.whole.get((word,), "")
        for word in without_fillers(words)
        if listed.whole.get((word,)) or idle.get((word,)) not in {"yes", "thanks"}
    }
    only = meant.pop() if len(meant) == 1 else ""
    return only if only in shown else ""


@cache
def _idle() -> Mapping[Words, str]:
    """Give what the words of yes and no and of the commands mean, where a question has other choices."""
    return {**option_phrases("yes_no").whole, **commands().whole}


def within(words: tuple[str, ...], question_id: str, shown: Sequence[str]) -> Choice:
    """Find the one choice that a phrase inside a short answer means."""
    # "boleh di chat aja ya pak": a listed phrase inside a short answer, and of one choice only; one that says no
    # counts before the others, so that "tidak aman sekarang" is never "aman sekarang"
    if len(words) > _LONGEST_ANSWER:
        return NO_CHOICE
    found: dict[str, set[bool]] = {}
    listed = _phrases_by_first_word(question_id)
    for place, word in enumerate(words):
        for phrase, choice, is_denial in listed.get(word, ()):
            if choice in shown and words[place : place + len(phrase)] == phrase:
                found.setdefault(choice, set()).add(is_denial)
    denied = [choice for choice, negated in found.items() if True in negated]
    if len(denied) == 1:
        return Choice(Fit.CHOSEN, denied[0], is_whole=False)
    only = next(iter(found), "") if len(found) == 1 and not _NEGATIONS.intersection(words) else ""
    return Choice(Fit.CHOSEN, only, is_whole=False) if only else NO_CHOICE


@cache
def _phrases_by_first_word(question_id: str) -> Mapping[str, list[tuple[Words, str, bool]]]:
    """Give the phrases of a question that mean its choice inside other words, each with whether it says no."""
    table: dict[str, list[tuple[Words, str, bool]]] = {}
    for phrase, choice in option_phrases(question_id).whole.items():
        if len(phrase) > 1 and not _GENERAL.issuperset(phrase):
            table.setdefault(phrase[0], []).append((phrase, choice, bool(_NEGATIONS.intersection(phrase))))
    return table


def _near(words: tuple[str, ...], shown: Sequence[str], titles: Sequence[str]) -> Choice:
    # 85 and a lead of 10: below that, "tidak mau lapor" and an emoji found a choice (knowledge of channels, 4.3)
    bare = without_fillers(words)
    typed = " ".join(bare)
    if not bare or len(words) > 4 or len(typed) > 30 or _NEGATIONS & set(words):
        return NO_CHOICE
    scored = sorted(
        ((fuzz.ratio(typed, " ".join(fold(title))), choice) for choice, title in zip(shown, titles, strict=False)),
        reverse=True,
    )
    (best, choice), second = scored[0], scored[1][0] if len(scored) > 1 else 0.0
    return Choice(Fit.GUESSED, choice) if best >= 85 and best - second >= 10 else NO_CHOICE
