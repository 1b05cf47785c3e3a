"""Numbers of people beside the case are taken from the recruiter and the victim, and kept with whose they are."""

import re
from collections.abc import Collection, Iterator
from types import MappingProxyType
from typing import NamedTuple

from flows import questions as q
from flows.clauses import clauses_of
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.labels import Intent
from flows.others_numbers import (
    ASKS_WHO_RECRUITS,
    NOBODY,
    OTHERS,
    Owner,
    may_be_called,
    numbers_of_others,
    owner_beside,
    rests_on_the_owner,
)
from flows.phrases import Words
from flows.reading import Found, Reading
from flows.report import NO_CALLS
from flows.several_numbers import numbered
from flows.spoken_of import names_told
from flows.turning import Turning
from flows.understanding.phones import Phone, find_phones
from flows.wishes import PHONES
from flows.word_tables import contact_verbs, contact_words, spoken_of_words

_ASKS_FOR_A_WAY = frozenset({q.CONTACT.id, q.CONTACT_PHONE.id})
_REST_OF_LINE = 60  # characters behind a number in which leave to call it is given
_DIGITS = r"\+\d{2,3}|0\d{2,4}"
_BEGINNING = re.compile(
    rf"\b(?:yang|yg|no|nomor|nomer)\s+(?P<after>{_DIGITS})(?![\s.-]*\d)\b|"
    rf"(?<![\w+])(?P<before>{_DIGITS})(?=\s+(?:itu|tadi|tsb|nike)\b)",
    re.IGNORECASE,
)
_LONGEST = 160  # characters; who puts a number right writes little else
STORED = (q.RECRUITER_PHONE.id, "victim_phone", q.CONTACT_PHONE.id)
"""The keys under which a talk keeps numbers that an officer calls or looks for."""
_OF_PERSONS = ("recruiter", "victim", "victim_name", "victim_relation", "victim_sex")
_CALLABLE = "boleh dihubungi"


class _Theirs(NamedTuple):
    """A number of somebody beside the case, as written, and whether they may be called."""

    number: str
    written: str
    owner: Owner
    may_be_called: bool


def with_bystanders(text: str, told: Conversation, asked: str, reading: Reading) -> tuple[Reading, Collection[str]]:
    """Give the reading with such numbers apart, and the numbers.

    One that may be called is the way to reach the writer where none is known yet; whose it is stands beside it.
    """
    is_a_report = told.flow == "report" or (not told.flow and reading.intent is Intent.REPORT)
    if not told.flow and points_back(text):
        # the ticket is told of again: whoever is named beside its number is not the one it stands for
        told, is_a_report = told.with_answers({q.VICTIM.id: Answer("self")}), True
    theirs = list(_theirs(text, told, asked, reading)) if is_a_report else []
    if not theirs:
        return reading, ()
    numbers = frozenset(one.number for one in theirs)
    found = {
        key: item
        for key, item in reading.found.items()
        if not (key in PHONES and item.value in numbers)
        and not (key in _OF_PERSONS and any(rests_on_the_owner(item.words, one.owner) for one in theirs))
    }
    found[OTHERS] = Found("; ".join(map(_in_words, theirs)), ", ".join(one.written for one in theirs))
    reached = next((one for one in theirs if _is_a_way(one, told, asked)), None)
    if reached and "contact" not in found:
        found["contact"] = Found(reached.number, reached.written)
    return reading._replace(found=MappingProxyType(found)), numbers


def keep_with_story(turn: Turning) -> None:
    """Keep the line that tells somebody else's number with the story: it says best whose it is."""
    told = turn.conversation
    if OTHERS in turn.reading.found and told.flow == "report" and turn.text.strip() not in told.value(q.WHAT.id):
        turn.add_to_story(turn.text)


def keep_the_other_numbers(turn: Turning) -> None:
    """Take "nomor anak saya 0877 ..." told beside one's own number; of anything else such a line says little."""
    found, told = turn.reading.found, turn.conversation
    others = [key for key in (*PHONES, OTHERS) if key != "contact" and key in found and not told.knows(key)]
    if "contact" in found and others:
        turn.answer({key: Answer(found[key].value, Origin.VOLUNTEERED, found[key].words) for key in others})


def _theirs(text: str, told: Conversation, asked: str, reading: Reading) -> Iterator[_Theirs]:
    phones = sorted([*find_phones(text), *pointed_at(text, told)], key=lambda phone: phone.start)
    for one in numbered(text, phones):
        end = one.phone.end
        before, after = fold(one.before), fold(one.after or _rest_of_clause(text, one.phone, phones))
        owner = owner_beside(before, after, told, asked)
        if owner is NOBODY and asked in ASKS_WHO_RECRUITS:
            owner = _beside_who_recruits(reading, owner_beside(before, after, told, ""), is_alone=len(phones) == 1)
        if owner is NOBODY:
            owner = _known_to_be_theirs(one.phone.number, (*before, *after), told)
        if owner is not NOBODY:
            line = (*before, *fold(text[end : end + _REST_OF_LINE]))
            yield _Theirs(one.phone.number, text[one.phone.start : end], owner, may_be_called(line))


def _known_to_be_theirs(number: str, words: Words, told: Conversation) -> Owner:
    """Give the owner told before of a number that is told again, where the line says nothing against it."""
    known, mine = dict(numbers_of_others(told.value(OTHERS))), spoken_of_words()
    names = names_told(told.value(q.RECRUITER.id)) | names_told(told.value("victim_name"))
    if number not in known or not (mine.recruiter | mine.victim | names).isdisjoint(words):
        return NOBODY
    return Owner(known[number].removesuffix(f", {_CALLABLE}"))


def spares_only_that(text: str) -> bool:
    """Read "yg +95 itu nomor penculiknya, jgn ditelpon", of that number; "jgn tlp sy" is of the writer."""
    ways = contact_words()
    refusing = [
        clause.words
        for clause in clauses_of(text)
        if not ways.refusals.isdisjoint(clause.words) and not (contact_verbs() | ways.passive).isdisjoint(clause.words)
    ]
    return bool(refusing) and all(ways.selves.isdisjoint(words) for words in refusing)


def points_back(text: str) -> bool:
    """Say whether a number told before may be meant by how it begins: "yg +95 itu nomor penculiknya"."""
    return len(text) <= _LONGEST and any(map(str.isdigit, text)) and _BEGINNING.search(text) is not None


def pointed_at(text: str, told: Conversation) -> Iterator[Phone]:
    """Give the numbers that are told by how they begin, whole where they were told in this talk."""
    for beginning in _BEGINNING.finditer(text[:_LONGEST]):
        digits = beginning["after"] or beginning["before"]
        start = beginning.start("after" if beginning["after"] else "before")
        number = f"+62{digits[1:]}" if digits.startswith("0") else digits
        known = [told.value(key) for key in STORED if told.value(key).startswith(number)]
        if known or not told.flow:
            yield Phone(known[0] if known else number, start, start + len(digits))


def _beside_who_recruits(reading: Reading, owner: Owner, *, is_alone: bool) -> Owner:
    """Give the owner where the line names another who recruits: "bu Mas. dia sms pakai hp temannya 0858 ..."."""
    recruiter = reading.found.get(q.RECRUITER.id)
    is_another = recruiter is not None and not rests_on_the_owner(recruiter.words, owner)
    # a captor's only number answers who recruits; beside the recruiter's own it is a second one
    return owner if is_another and not (owner.is_captor and is_alone) else NOBODY


def _rest_of_clause(text: str, phone: Phone, phones: list[Phone]) -> str:
    """Give "suami saya" of "0812 ... (suami saya), orangnya baik"."""
    until = next((other.start for other in phones if other.start > phone.start), len(text))
    rest = text[phone.end : until].lstrip(" (,")
    ends = [at for at in map(rest.find, ",.;\n)") if at >= 0]
    return rest[: min(ends, default=len(rest))]


def _is_a_way(theirs: _Theirs, told: Conversation, asked: str) -> bool:
    """Say whether the writer is to be reached at this number, as far as no other way was told."""
    if theirs.owner.is_captor or told.knows(NO_CALLS) or told.knows(q.CONTACT_PHONE.id):
        return False
    if theirs.number in map(told.value, STORED):
        return False  # it is put right: "nomor 0878 ... itu nomor ayahnya"
    if told.value(q.CONTACT.id) == "phone":
        return theirs.may_be_called or asked == q.CONTACT_PHONE.id
    return not told.knows(q.CONTACT.id) and (theirs.may_be_called or asked in _ASKS_FOR_A_WAY)


def _in_words(theirs: _Theirs) -> str:
    note = f", {_CALLABLE}" if theirs.may_be_called else ""
    return f"{theirs.number} ({theirs.owner.words}{note})"
