"""What stands around a name: the words that make it a place, and those that make it something else."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.places.folding import Token
from flows.places.lexicon import Lexicon, lexicon

_SUFFIXES = ("nya", "ny", "ku", "mu", "nye")
_LOOK_BACK = 5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words before a name, read: which unit they announce, the writer's relation, and doubts."""

    unit: str = ""  # village, district, regency, city, hamlet, around, street or nothing
    role: str = ""  # at, from, to or nothing
    beside: bool = False  # a place word stands directly before it
    preposition: bool = False
    negated: bool = False
    vetoed: bool = False
    first: int = 0  # index of the first word that belongs to it


def stem(word: str) -> str:
    """Take a possessive off: desanya, kecamatannya."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return word.removesuffix(suffix)
    return word


def around(words: Sequence[Token], start: int, end: int) -> Surroundings:
    """Read the words before `start` and after `end`."""
    known = lexicon()
    unit = role = ""
    at = start
    while at > max(0, start - _LOOK_BACK) and not (words[at].breaks and not unit):
        word = words[at - 1].text
        kind = known.units.get(word) or known.units.get(stem(word), "")
        if kind and not (kind == "street" and unit):
            unit = unit if unit and (kind == "around" or unit != "around") else kind
        elif word in known.roles:
            role = known.roles[word]
            at -= 1
            break
        else:
            break
        at -= 1
    preposition = bool(role)
    role = role or _hinted(words, at, known)
    return Surroundings(
        unit=unit,
        role=role,
        beside=bool(unit) or preposition,
        preposition=preposition,
        negated=any(word.text in known.negation for word in words[max(0, at - 1) : at]),
        vetoed=_vetoed(words, at, end, known, bare=at == start),
        first=at,
    )


def _hinted(words: Sequence[Token], at: int, known: Lexicon) -> str:
    for word in reversed(words[max(0, at - 3) : at]):
        if word.text in known.hints:
            return known.hints[word.text]
    return ""


def _vetoed(words: Sequence[Token], at: int, end: int, known: Lexicon, *, bare: bool) -> bool:
    """True where the name is a person's, a company's, a dish or a number of sheets."""
    if end < len(words) and words[end].text in known.after and not words[end].breaks:
        return True
    if not bare or at == 0 or words[at].breaks:
        return False
    before = words[at - 1].text
    if before in known.person or before in known.thing or before in known.amount or before.isdigit():
        return True
    firm = [word.text in known.company for word in words[max(0, at - 2) : at]]
    return any(firm)
