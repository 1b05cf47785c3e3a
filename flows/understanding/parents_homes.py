"""Where the parents or the spouse of somebody told of are, where nobody was taken: "ortu Caca di malaysia dua2nya"."""

from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital
from flows.understanding.places_named import Place
from flows.understanding.roles import is_passive

_PARENTS = frozenset({"ortu", "ortunya", "ortux", "orangtua", "orangtuanya", "ortune"})
_OLD = frozenset({"tua", "tuanya"})
_OTHERS = ("OTHERS", "KIN", "CHILD")
_OWNERS = frozenset({"dia", "mereka", "beliau", "him", "her", "them"})
SPOUSES = frozenset({"suaminya", "suamix", "lakinya", "lakix", "istrinya", "bininya", "suamine", "senine"})
"""A husband or a wife of somebody told of, as it is written."""
_AT, _TO = "at", "to"
_NEAR = 3  # terms


def without_parents_homes(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Leave out each place at which the parents of another than the writer are said to be."""
    words = mentions.words
    if words.has_any(_PARENTS) or words.has_any(_OLD):
        return [place for place in named if not (place.lead == _AT and _is_theirs(mentions, place.span.first))]
    if not words.written.isdisjoint(SPOUSES):
        goes = any(place.lead == _TO for place in named)
        return [place for place in named if not (place.lead == _AT and _is_of_a_spouse(mentions, place, goes=goes))]
    return named


def _is_of_a_spouse(mentions: Mentions, place: Place, *, goes: bool) -> bool:
    """Read "tetangga sy Rina suaminya di malaysia" and "lakinya di malaysia, mau diberangkatin ke saudi"."""
    words, at = mentions.words, place.span.first
    clause = words.clause_of(at)
    spouse = next((i for i in range(clause.start, at) if words.raw(i).lower() in SPOUSES), None)
    if spouse is None or at - spouse > _NEAR or any(is_passive(mentions, i) for i in clause):
        return False
    is_of_one_told = any(mentions.covers(i, "KIN") or is_capital(words, i) for i in range(clause.start, spouse))
    return goes or is_of_one_told


def _is_theirs(mentions: Mentions, at: int) -> bool:
    """Tell "ortu caca di malaysia" from "ortu saya di malaysia" and "ortu caca ditahan di malaysia"."""
    words = mentions.words
    begins = words.clause_begins(at)
    parents = next((i for i in range(begins, at) if _is_of_parents(mentions, i)), None)
    if parents is None or parents - begins > 1:
        return False
    is_owned = words.forms[parents + 1] in _OWNERS
    between = range(parents + 1 + is_owned, at)
    if not MINE.isdisjoint(words.forms[i] for i in between) or any(is_passive(mentions, i) for i in between):
        return False
    return not any(mentions.covers(i, *_OTHERS) for i in between)  # "ortunya bilang dia di malaysia"


def _is_of_parents(mentions: Mentions, at: int) -> bool:
    forms = mentions.words.forms
    return forms[at] in _PARENTS or (at > 0 and forms[at] in _OLD and forms[at - 1] == "orang")
