"""The hours told beside a wish to be reached: "wa aja jam 3 sampe 5 pagi", "call me any evening"."""

import re
from collections.abc import Sequence

from flows.clauses import Clause
from flows.contact_ways import is_refused_before
from flows.folding import fold
from flows.word_tables import contact_words

_HOUR_DIGITS = 2
_JUST_BEFORE = 2  # words
_BUT = frozenset(fold("tp tapi tetapi tpi cuma hanya but only asal asalkan"))
_A_WORD = re.compile(r"\S+")
_NUMBER_AFTER = re.compile(r"\s*(?:\b(?:on|di|ke|at|no)\s+)?\+?\d[\d\s.-]{6,}.*$", re.IGNORECASE)
_BEFORE_A_TIME = frozenset({
    *("at", "in", "the", "around", "every", "tiap", "setiap", "sekitar", "diatas", "atas", "di", "lewat", "past"),
})  # fmt: skip


def hours_beside(clauses: Sequence[Clause], wanted: Sequence[Clause]) -> str:
    """Give the words of time beside the wish, to the end of its clause or as the clause after it."""
    times = contact_words().times
    for wish in wanted:
        place = clauses.index(wish)
        for clause in clauses[place : place + 2]:
            start = _begins(clause.raw, times)
            if start is not None and clause is wish and _is_refused(clause.raw[:start]):
                continue  # "telp jgn siang, malam aja"
            if start is not None and (
                clause is wish or (contact_words().conditions | _BUT).issuperset(fold(clause.raw[:start]))
            ):
                return _NUMBER_AFTER.sub("", clause.raw[start:])
    return ""


def _is_refused(before: str) -> bool:
    """Say whether the hours that follow are those at which nobody should call."""
    words = fold(before)
    return is_refused_before(words, len(words), _JUST_BEFORE)


def _begins(raw: str, times: frozenset[str]) -> int | None:
    """Give where the words of time begin: "at 1 am", "jam 3 sampe 5"."""
    pieces = list(_A_WORD.finditer(raw))
    first = next((at for at, piece in enumerate(pieces) if not times.isdisjoint(fold(piece[0]))), None)
    if first is None:
        return None
    while first and (pieces[first - 1][0].lower() in _BEFORE_A_TIME or _is_an_hour(pieces[first - 1][0])):
        first -= 1
    return pieces[first].start()


def _is_an_hour(word: str) -> bool:
    return word.isdecimal() and len(word) <= _HOUR_DIGITS
