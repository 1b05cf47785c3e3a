"""A writer who is there with the family: "sy suami sama anak 2 disini", "aku, istri dan tiga anak ga boleh keluar"."""

import re
from typing import NamedTuple

from flows.understanding.introduced import SELVES
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.words import Words

_SPOUSES = frozenset({"suami", "istri"})
_AND = frozenset({"sama", "dan", "dengan", "bareng", "bersama", "beserta", "and"})
_BEFORE = frozenset({"jadi", "sekarang", "kak", "pak", "bu", "min", "bang", "disini", "ada", "ini", "tolong"})
_HERE = frozenset({"disini", "semua", "semuanya", "sekeluarga", "masih", "terjebak", "terlantar"})
_STUCK = (
    ["di", "sini"],
    ["tidak", "boleh"],
    ["tidak", "bisa"],
    ["belum", "bisa"],
    ["di", "dalam"],
    ["belum", "digaji"],
)
_WORKING = frozenset({"kebun", "ladang", "kongsi", "mess", "camp", "penampungan", "asrama", "hutan", "kapal", "bedeng"})
_PASSIVE = re.compile(r"di(?!hub|tel|rumah|sana|mana)[a-z]{3,}")
_MOST_CHILDREN = 12


class Family(NamedTuple):
    """The terms that tell of a writer's family, and how many they are with the writer."""

    first: int
    last: int
    number: int


def ones_family(words: Words) -> Family | None:
    """Give the family with whom the writer is where they are, None where none is told of.

    "saya istri dan 2 anak di rumah" is of those who wait at home, "saya sama suami punya 2 anak" of how many they have.
    """
    if not words.has_any(_SPOUSES) or "anak" not in words.vocabulary or not words.has_any(SELVES):
        return None
    if "family" not in words.found:
        words.found["family"] = next(filter(None, (_family_at(words, at) for at in words.places_of(SELVES))), None)
    found = words.found["family"]
    return found if isinstance(found, Family) else None


def _family_at(words: Words, me: int) -> Family | None:
    forms = words.forms
    begins = words.clause_begins(me)
    if not _BEFORE.issuperset(forms[begins:me]):
        return None
    spouse = me + 1 + (forms[me + 1 : me + 2] != [] and forms[me + 1] in _AND)
    if forms[spouse : spouse + 1] == [] or forms[spouse] not in _SPOUSES:
        return None
    joint = spouse + 1 + (forms[spouse + 1 : spouse + 2] != [] and forms[spouse + 1] in SELVES)
    if forms[joint : joint + 1] == [] or forms[joint] not in _AND:
        return None
    number, end = _children(words, joint + 1)
    if not number or end >= len(forms) or words.sentences[end] != words.sentences[me]:
        return None
    end += forms[end] in SELVES  # "sama 2 anak saya"
    is_here = forms[end : end + 1] != [] and (forms[end] in _HERE or _PASSIVE.match(forms[end]) is not None)
    is_here = is_here or forms[end : end + 2] in _STUCK
    is_here = is_here or (forms[end] == "di" and not _WORKING.isdisjoint(forms[end + 1 : end + 2]))
    return Family(me, end, 2 + number) if is_here else None


def _children(words: Words, at: int) -> tuple[int, int]:
    """Give how many children "anak 2", "2 anak" and "anak" are, and the term behind; 0 for none."""
    forms = words.forms
    number, used = _number(words, at)
    if number and forms[at + used : at + used + 1] == ["anak"]:
        return number, at + used + 1
    if forms[at : at + 1] != ["anak"]:
        return 0, at
    own = at + 1 + (forms[at + 1 : at + 2] != [] and forms[at + 1] in SELVES)
    number, used = _number(words, own)
    return (number, own + used) if number else (1, own)


def _number(words: Words, at: int) -> tuple[int, int]:
    forms = words.forms
    if at >= len(forms):
        return 0, 0
    if forms[at].isdecimal():
        return (int(forms[at]), 1) if int(forms[at]) <= _MOST_CHILDREN else (0, 1)
    return numeral_at(forms, at) if forms[at] in NUMERALS else (0, 0)
