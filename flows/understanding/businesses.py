"""Places of business that are named: "namanya Lotus Malam Spa", "karaokenya Bintang Laguna", "kafe Mentari Senja"."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from flows.understanding.ages import read_ages
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital
from flows.understanding.places_named import KINDS
from flows.understanding.words import Words

_NAMING = frozenset({"nama", "namanya", "bernama", "called", "named", "is", "itu", "ini", "adalah", "yaitu"})
_SURELY_NAMING = frozenset({"nama", "bernama", "called", "named"})
_WORKS = frozenset({"kerja", "bekerja", "kerjanya", "dipekerjakan", "works", "working", "work", "housekeeping", "job"})
_AT = frozenset({"di", "at", "in"})
_BESIDE = frozenset({"belakang", "blkg", "dekat", "depan", "sebelah", "samping", "seberang", "near", "behind"})
_BOSSES = frozenset({"punya", "bos", "bosnya", "pemilik", "owner"})
_LONGEST = 4  # terms
_BEFORE = 8  # terms before a lodging in which somebody may be said to work there


class Business(NamedTuple):
    """A place of business: its name as an officer reads it, and its terms."""

    name: str
    first: int
    last: int


def find_business(mentions: Mentions) -> Business | None:
    """Give the first place of business that the message names, None for none."""
    words = mentions.words
    if _marks().isdisjoint(words.written):
        return None
    if "business" not in words.found:
        words.found["business"] = next(_businesses(mentions), None)
    return cast("Business | None", words.found["business"])


def is_only_where(mentions: Mentions) -> bool:
    """Tell "di senggigi, kafe namanya bulan biru" from "kerja di spa, spanya Lotus Amerta": nobody says who works."""
    place = find_business(mentions)
    before = mentions.words.forms[: place.first] if place else []
    return not _AT.isdisjoint(before) and _WORKS.isdisjoint(before)


@cache
def _marks() -> frozenset[str]:
    kinds = word_set("businesses") | word_set("lodgings")
    return kinds | frozenset(f"{kind}nya" for kind in kinds)


def _businesses(mentions: Mentions) -> Iterator[Business]:
    marks = _marks()
    for at, raw in enumerate(mentions.words.raws):
        if raw.lower() in marks and (found := _named_before(mentions, at) or _named_after(mentions, at)):
            yield found


def _named_before(mentions: Mentions, at: int) -> Business | None:
    """Read "namanya Lotus Malam Spa" and "Happy Star KTV": the kind of place closes the name and is written large."""
    words = mentions.words
    first = at
    while first and at - first < _LONGEST and _is_a_part(words, first - 1, at):
        first -= 1
    if first == at or not words.raw(at)[0].isupper() or mentions.covers(first, *KINDS):
        return None
    return Business(words.said(first, at + 1), first, at + 1)


def _named_after(mentions: Mentions, at: int) -> Business | None:
    """Read "spanya Lotus Amerta", "kafe namanya bulan biru" and, written large, "kafe Mentari Senja"."""
    words = mentions.words
    kind = words.raw(at).lower().removesuffix("nya")
    has_its = words.raw(at).lower() != kind or words.forms[at + 1 : at + 2] == ["nya"]
    first = at + 1 + (words.forms[at + 1 : at + 2] == ["nya"])
    while first < len(words.forms) and words.forms[first] in _NAMING and words.clauses[first] == words.clauses[at]:
        first += 1
    is_named = not _SURELY_NAMING.isdisjoint(words.forms[max(0, at - 1) : first])
    last = first
    while last < min(first + _LONGEST, len(words.forms)):
        small = is_named and words.raw(first).islower() and not mentions.covers(last, *KINDS)
        if not _is_a_part(words, last, at, small=small):
            break
        last += 1
    if is_named and not has_its and last - first == 1 and _is_of_a_person(mentions, at, last):
        return None
    if last == first or mentions.covers(first, *KINDS) or words.raw(first).lower() in word_set("titles"):
        return None
    is_its_name = is_named or (has_its and words.forms[last : last + 1] != ["yang"])  # "spanya Rina yang punya"
    if not is_its_name and (last - first == 1 or not _is_where_somebody_works(words, at, kind)):
        return None  # "ketemu di kafe Rini", "di hotel Mentari Indah"
    name = " ".join(raw.capitalize() if raw.islower() else raw for raw in words.raws[first:last])
    return Business(f"{kind.capitalize()} {name}", first, last)


def _is_of_a_person(mentions: Mentions, at: int, last: int) -> bool:
    """Tell "adik saya kerja di kafe namanya Siti umur 19" and "yg punya spa namanya Rini" from a name of the place."""
    words = mentions.words
    before = words.forms[max(0, at - _BEFORE) : at]
    is_aged = any(last <= age.first <= last + 1 for age in read_ages(words))
    return is_aged or not _BOSSES.isdisjoint(before) or any(span.first < at for span in mentions.of("KIN"))


def _is_where_somebody_works(words: Words, at: int, kind: str) -> bool:
    """Tell a place of work from a hotel in which somebody sleeps, or a café in which they met."""
    near = words.forms[max(0, at - _BEFORE) : at]
    if not _BESIDE.isdisjoint(near[-1:]):
        return False  # "mess di belakang kafe Ombak Biru"
    if kind in word_set("lodgings"):
        return not _WORKS.isdisjoint(near)
    return word_set("meeting").isdisjoint(near)


def _is_a_part(words: Words, at: int, mark: int, *, small: bool = False) -> bool:
    """Say whether a word may be part of the name: written large, or `small` where it is told that it is a name."""
    if words.clauses[at] != words.clauses[mark] or words.forms[at] in _NAMING:
        return False
    raw = words.raw(at)
    if is_capital(words, at):
        return raw.lower() not in word_set("titles") | word_set("not_names")
    lower = raw.lower()
    is_plain = lower in word_set("not_names") or (words.terms[at].ids and lower not in word_set("names_that_are_words"))
    return small and raw.islower() and raw.isalpha() and not is_plain
