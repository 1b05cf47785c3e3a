"""Where the parents of somebody told of are, which is where nobody was taken: "ortu Caca di malaysia dua2nya"."""

from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE
from flows.understanding.places_named import Place
from flows.understanding.roles import is_passive

_PARENTS = frozenset({"ortu", "ortunya", "ortux", "orangtua", "orangtuanya", "ortune"})
_OLD = frozenset({"tua", "tuanya"})
_OTHERS = ("OTHERS", "KIN", "CHILD")
_OWNERS = frozenset({"dia", "mereka", "beliau", "him", "her", "them"})
_AT = "at"


def without_parents_homes(mentions: Mentions, named: list[Place]) -> list[Place]:
    """Leave out each place at which the parents of another than the writer are said to be."""
    words = mentions.words
    if not (words.has_any(_PARENTS) or words.has_any(_OLD)):
        return named
    return [place for place in named if not (place.lead == _AT and _is_theirs(mentions, place.span.first))]


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
