"""The hours told beside a wish to be reached: "wa aja jam 3 sampe 5 pagi", "call me any evening"."""

import re
from collections.abc import Sequence

from flows.clauses import Clause
from flows.contact_others import is_somebody
from flows.contact_ways import is_refused_before
from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import contact_words

_HOUR_DIGITS = 2
_JUST_BEFORE = 2  # words
_BUT = frozenset(fold("tp tapi tetapi tpi cuma hanya but only asal asalkan"))
_PARTICLES = frozenset(
    fold("ya aja saja kalau kalo klo kak pak bu min bang mas mbak baru nanti tapi tp tpi yang kok sih dan")
)
_BETWEEN = frozenset(fold("sampai sampe smp sama ke keatas atas wita wib wit until to from dari"))
_WELCOME = frozenset(fold("bisa boleh aman oke gapapa gp free senggang kosong luang okay"))
_HELD = frozenset(fold("hp hape pegang dipegang megang online aktif nyala on phone wa sinyal kuota wifi"))
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


def hours_apart(clauses: Sequence[Clause]) -> str:
    """Give "abis jam 2 siang bisa" and "cuma jam 1 sampe jam 2 malam", told in clauses of their own beside a wish."""
    return "; ".join(raw for clause in clauses if not clause.asks and (raw := _apart(clause)))


def tells_when_it_is_held(words: Words) -> bool:
    """Read "hp cm jam 2 mlm", which tells when somebody has a phone at all."""
    ways = contact_words()
    return not any(table.isdisjoint(words) for table in (_HELD, ways.just, ways.times))


def _apart(clause: Clause) -> str:
    ways, words = contact_words(), clause.words
    said = tuple(word for word in words if word not in _PARTICLES)
    is_time = [word in ways.times | _BETWEEN or word.isdecimal() for word in said]
    if len(said) > 1 and all(is_time[:-1]) and said[0] in ways.times and said[-1] in _WELCOME:
        return clause.raw
    only = next((at for at, word in enumerate(words) if word in ways.just and _tells_when(words[at + 1 :])), None)
    if only is None or any(map(is_somebody, words[:only])) or not _HELD.intersection(words[:only]):
        return ""
    pieces = [piece for piece in _A_WORD.finditer(clause.raw) if fold(piece[0])]
    start = next((piece.start() for piece in pieces if ways.just.intersection(fold(piece[0]))), None)
    return "" if start is None else clause.raw[start:]


def _tells_when(after: Words) -> bool:
    """Read the "nyala malam" of "hp cuma nyala malam"."""
    times = contact_words().times
    return after[:1] != () and (after[0] in times or (after[0] in _HELD and not times.isdisjoint(after[1:2])))


def _is_refused(before: str) -> bool:
    """Say whether the hours that follow are those at which nobody should call."""
    words = fold(before)
    return is_refused_before(words, len(words), _JUST_BEFORE)


def _begins(raw: str, times: frozenset[str]) -> int | None:
    """Give where the words of time begin: "at 1 am", "jam 3 sampe 5"."""
    pieces = list(_A_WORD.finditer(raw))
    words = [fold(piece[0]) for piece in pieces]
    first = next((at for at, said in enumerate(words) if not times.isdisjoint(said) or _is_sunday(words, at)), None)
    if first is None:
        return None
    while first and (pieces[first - 1][0].lower() in _BEFORE_A_TIME or _is_an_hour(pieces[first - 1][0])):
        first -= 1
    return pieces[first].start()


def _is_sunday(words: Sequence[Words], at: int) -> bool:
    """Read "wa minggu aja"; "2 minggu ga dibales" and "minggu lalu" count weeks."""
    follows = words[at + 1] if at + 1 < len(words) else ()
    return words[at] == ("minggu",) and not contact_words().only.isdisjoint(follows)


def _is_an_hour(word: str) -> bool:
    return word.isdecimal() and len(word) <= _HOUR_DIGITS
