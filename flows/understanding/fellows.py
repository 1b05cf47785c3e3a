"""Who is there with the writer, in a list that begins with them: "kami 4 orang, sy, Andi, Suhardi sm bang Latif"."""

from flows.understanding.introduced import SELVES
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital, name_after
from flows.understanding.places_named import DISTRICT, KINDS

_AND = frozenset({"sama", "dan", "and", "dengan", "bareng", "bersama"})
_GOES_ON = frozenset({"dari", "asal", "di", "disini", "semua", "semuanya", "ini", "juga", "orang", "masih"})
_FEWEST = 2  # names; "sy, Lestari Handayani" is the writer's own


def fellows(mentions: Mentions) -> frozenset[int]:
    """Give the terms of the names that stand in a row behind the writer: they are no writer's, and nobody did it."""
    words = mentions.words
    if not words.has_any(SELVES) or not words.has_any(_AND):
        return frozenset()
    if "fellows" not in words.found:
        rows = (_row_behind(mentions, at) for at in words.places_of(SELVES))
        words.found["fellows"] = next(filter(None, rows), frozenset())
    found = words.found["fellows"]
    return found if isinstance(found, frozenset) else frozenset()


def _row_behind(mentions: Mentions, me: int) -> frozenset[int]:
    words = mentions.words
    if me != words.clause_begins(me) or me + 1 >= len(words.forms):
        return frozenset()
    terms: set[int] = set()
    names, at, is_joined = 0, me + 1, False
    while at < len(words.forms) and words.sentences[at] == words.sentences[me]:
        joined = words.forms[at] in _AND
        apart = words.clauses[at] != words.clauses[at - 1]
        named = _name_at(mentions, at + joined) if joined or apart else None
        if named is None:
            break
        names, is_joined, at = names + 1, is_joined or joined, named[1]
        terms.update(range(*named))
    ends = at >= len(words.forms) or words.clauses[at] != words.clauses[at - 1] or words.forms[at] in _GOES_ON
    return frozenset(terms) if names >= _FEWEST and is_joined and ends else frozenset()


def _name_at(mentions: Mentions, at: int) -> tuple[int, int] | None:
    words = mentions.words
    is_titled = at < len(words.forms) and words.raw(at).lower() in word_set("titles")
    if at >= len(words.forms) or not (is_capital(words, at) or is_titled) or mentions.covers(at, *KINDS, DISTRICT):
        return None
    named = name_after(words, at, introduced=is_capital(words, at))
    return (named[1], named[2]) if named else None
