"""Numbers of people beside the case are taken from the recruiter and the victim, and kept with whose they are."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from flows import questions as q
from flows.clauses import clauses_of
from flows.confiding import is_spared, may_be_called, may_know
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.labels import Intent
from flows.named_behind import denies_to_own, is_agreed_to, named_behind
from flows.others_numbers import (
    ASKS_WHO_RECRUITS,
    CALLABLE,
    NOBODY,
    OTHERS,
    SPARED,
    TOLD,
    Owner,
    entrusted_beside,
    named_beside,
    numbers_of_others,
    owner_beside,
    owner_of,
    rests_on_the_owner,
)
from flows.phrases import Words
from flows.question import Question
from flows.reading import Found, Reading
from flows.report import NO_CALLS
from flows.several_numbers import numbered
from flows.spoken_of import names_told
from flows.turning import Turning
from flows.understanding.phones import Phone, find_phones
from flows.wishes import PHONES
from flows.word_tables import contact_verbs, contact_words, number_words, spoken_of_words

_ASKS_FOR_A_WAY = frozenset({q.CONTACT.id, q.CONTACT_PHONE.id})
_HERE = "+62"
_NAMES = ("recruiter", "victim_name", "reporter_name")
_ANSWERED_BY_NO_OTHER = frozenset({q.CONTACT_WHEN, q.CONTACT_WORDING, q.RECRUITER, q.VICTIM_NOW, q.VICTIM_SPOT})
_REST_OF_LINE = 60  # characters behind a number in which leave to call it is given
_DIGITS = r"\+\d{2,3}|0\d{2,4}"
_BEGINNING = re.compile(
    rf"\b(?:yang|yg|no|nomor|nomer)\s+(?P<after>{_DIGITS})(?![\s.-]*\d)\b|"
    rf"(?<![\w+])(?P<before>{_DIGITS})(?=\s+(?:itu|tadi|tsb|nike|is|punya|milik)\b)",
    re.IGNORECASE,
)
# "laporan ibu sy nomor 0362"
_OF_A_REPORT = re.compile(r"\b(?:lapor\w*|tiket|aduan|pengaduan|kasus|resi|bukti|report)\b[^.,;\n]*$", re.IGNORECASE)
_PUT_RIGHT = frozenset(fold("bukan bkn benar bener betul sebenarnya sebenernya ganti diganti baru barunya ternyata"))
_LONGEST = 160  # characters; who puts a number right writes little else
STORED = (q.RECRUITER_PHONE.id, "victim_phone", q.CONTACT_PHONE.id)
"""The keys under which a talk keeps numbers that an officer calls or looks for."""
_OF_PERSONS = ("recruiter", "victim", "victim_name", "victim_relation", "victim_sex")
_IN_BRACKETS = re.compile(r"\s*\(([^)\n]{2,60})\)")
_CLAUSE_END = re.compile(r"[,;]\s")


class _Theirs(NamedTuple):
    """A number of somebody beside the case, as written, and what leave was given with it."""

    number: str
    written: str
    owner: Owner
    leave: str


def with_bystanders(
    text: str, told: Conversation, asked: str, reading: Reading, *, is_sent: bool = False
) -> tuple[Reading, Collection[str]]:
    """Give the reading with such numbers apart, and the numbers; `is_sent` says that a ticket stands already.

    One that may be called is the way to reach the writer where none is known yet; whose it is stands beside it.
    """
    is_a_report = told.flow == "report" or (not told.flow and reading.intent is Intent.REPORT)
    is_added = is_sent and not told.flow
    if not told.flow and (points_back(text) or (is_added and _tells_whom_to_tell(text))):
        # the ticket is told of again: whoever is named beside its number is not the one it stands for
        told, is_a_report = told.with_answers({q.VICTIM.id: Answer("self")}), True
    theirs = list(_theirs(text, told, asked, reading)) if is_a_report else []
    if not theirs:
        return reading, ()
    numbers = frozenset(one.number for one in theirs)
    others = "; ".join(map(_in_words, theirs))
    found = without_owners(reading.found, others)
    found = {key: item for key, item in found.items() if not (key in PHONES and item.value in numbers)}
    found[OTHERS] = Found(others, ", ".join(one.written for one in theirs))
    # how the writer is reached was told before a ticket was made
    reached = None if is_added else next((one for one in theirs if _is_a_way(one, told, asked)), None)
    if reached and "contact" not in found:
        found["contact"] = Found(reached.number, reached.written)
    return reading._replace(found=MappingProxyType(found)), numbers


def _tells_whom_to_tell(text: str) -> bool:
    """Read "hamdan no nya 0812 ... kabari jg dia" and "kakak sy 0812 ... boleh tau", told after the report was sent."""
    words = fold(text[:_LONGEST])
    return may_be_called(words) or may_know(words)


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


def tells_of_somebody_beside(turn: Turning, question: Question) -> bool:
    """Read "klo sy ga aktif ke paman sy aja 0812 ...", which names neither an hour nor who recruits."""
    found = turn.reading.found
    if question is q.VICTIM_AGE and turn.conversation.value(q.VICTIM.id) == "self" and "victim_relation" in found:
        return True  # "ponakan sy Yadi 20 masih di sana"
    if OTHERS not in found or question not in _ANSWERED_BY_NO_OTHER:
        return False
    is_timed = question is q.CONTACT_WHEN and not contact_words().times.isdisjoint(fold(turn.text[:_LONGEST]))
    return not is_timed and {question.id, *question.fits}.isdisjoint(found)


def without_owners(found: Mapping[str, Found], others: str) -> dict[str, Found]:
    """Leave out who was read in nothing but the name of a number's owner, as noted in `others`."""
    owners = [Owner(words) for _, words in numbers_of_others(others)]
    return {
        key: item
        for key, item in found.items()
        if not (key in _OF_PERSONS and any(rests_on_the_owner(item.words, owner) for owner in owners))
        and not (key in _NAMES and any(rests_on_the_owner(item.value, owner) for owner in owners))
    }


def _theirs(text: str, told: Conversation, asked: str, reading: Reading) -> Iterator[_Theirs]:
    phones = sorted([*find_phones(text), *pointed_at(text, told)], key=lambda phone: phone.start)
    for one in numbered(text, phones):
        end = one.phone.end
        before, after = fold(one.before), fold(one.after or _rest_of_clause(text, one.phone, phones))
        clause = fold(_CLAUSE_END.split(one.before)[-1])
        owner = owner_beside(clause, after, told, asked)
        if owner is NOBODY:
            owner = owner_beside(before, after, told, asked)
        if owner is NOBODY and asked in ASKS_WHO_RECRUITS:
            owner = _beside_who_recruits(reading, owner_beside(before, after, told, ""), is_alone=len(phones) == 1)
        is_here = one.phone.number.startswith(_HERE)  # a number abroad is theirs who is there
        if owner is NOBODY and is_here and _is_a_second(told, reading, before, is_first=one.phone == phones[0]):
            owner = named_beside(clause or before, told)
            owner = named_behind(after, told) if owner is NOBODY else owner
        if owner is NOBODY and denies_to_own((*before, *after)):
            owner = named_behind(after, told)
        if owner is NOBODY:
            owner = entrusted_beside(clause or before, after, told)
        if owner is NOBODY:
            owner = _known_to_be_theirs(one.phone.number, (*before, *after), told)
        if owner is not NOBODY:
            line = (*before, *fold(text[end : end + _REST_OF_LINE]))
            leave = owner.leave or (CALLABLE if may_be_called(line) else SPARED if is_spared(line) else "")
            leave = leave or (TOLD if is_agreed_to(clause or before, after) else "")
            yield _Theirs(one.phone.number, text[one.phone.start : end], owner, leave)


def _known_to_be_theirs(number: str, words: Words, told: Conversation) -> Owner:
    """Give the owner told before of a number that is told again, where the line says nothing against it."""
    known, mine = owner_of(number, told), spoken_of_words()
    names = names_told(told.value(q.RECRUITER.id)) | names_told(told.value("victim_name"))
    if not known or not (mine.recruiter | mine.victim | names).isdisjoint(words):
        return NOBODY
    return Owner(known)


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
        if _OF_A_REPORT.search(text[:start]):
            continue
        number = f"+62{digits[1:]}" if digits.startswith("0") else digits
        known = [told.value(key) for key in STORED if told.value(key).startswith(number)]
        if known or not told.flow:
            yield Phone(known[0] if known else number, start, start + len(digits))


def _is_a_second(told: Conversation, reading: Reading, before: Words, *, is_first: bool) -> bool:
    """Say whether a number comes after that of who recruits, and whoever is named beside it is another.

    "yg bener bu Desi 0812 ..." puts right what was told; "orang facebook" may be named later.
    """
    if not number_words().corrected.isdisjoint(before) or not _PUT_RIGHT.isdisjoint(before):
        return False
    recruiter = told.value(q.RECRUITER.id)
    is_known = told.knows(q.RECRUITER_PHONE.id) and bool(recruiter) and not recruiter.islower()
    if not is_known and is_first:
        return False
    keys = ("victim_name", "reporter_name", *(() if is_known else (q.RECRUITER.id,)))
    named = [names_told(reading.found[key].value) for key in keys if key in reading.found]
    return all(names.isdisjoint(before) for names in named)


def _beside_who_recruits(reading: Reading, owner: Owner, *, is_alone: bool) -> Owner:
    """Give the owner where the line names another who recruits: "bu Mas. dia sms pakai hp temannya 0858 ..."."""
    recruiter = reading.found.get(q.RECRUITER.id)
    is_another = recruiter is not None and not rests_on_the_owner(recruiter.words, owner)
    # a captor's only number answers who recruits; beside the recruiter's own it is a second one
    return owner if is_another and not (owner.is_captor and is_alone) else NOBODY


def _rest_of_clause(text: str, phone: Phone, phones: list[Phone]) -> str:
    """Give "suami saya" of "0812 ... (suami saya), orangnya baik"."""
    until = next((other.start for other in phones if other.start > phone.start), len(text))
    rest = text[phone.end : until]
    if until < len(text) and rest.lstrip().startswith(","):
        return ""  # "hp saya 0812 ..., hp istri 0813 ..."
    if noted := _IN_BRACKETS.match(rest):
        return noted[1]
    rest = rest.lstrip(" (,")
    ends = [at for at in map(rest.find, ",.;\n)") if at >= 0]
    return rest[: min(ends, default=len(rest))]


def _is_a_way(theirs: _Theirs, told: Conversation, asked: str) -> bool:
    """Say whether the writer is to be reached at this number, as far as no other way was told."""
    if theirs.owner.is_captor or theirs.leave == SPARED or told.knows(NO_CALLS) or told.knows(q.CONTACT_PHONE.id):
        return False
    if theirs.number in map(told.value, STORED):
        return False  # it is put right: "nomor 0878 ... itu nomor ayahnya"
    if told.value(q.CONTACT.id) in {"phone", "no"}:  # "jgn hubungi sy, kakak sy aja"
        return theirs.leave == CALLABLE or asked == q.CONTACT_PHONE.id
    return not told.knows(q.CONTACT.id) and (theirs.leave == CALLABLE or asked in _ASKS_FOR_A_WAY)


def _in_words(theirs: _Theirs) -> str:
    note = f", {theirs.leave}" if theirs.leave else ""
    return f"{theirs.number} ({theirs.owner.words}{note})"
