"""Search a list for one message: cheap candidates for every reading, then the explained score, best three."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from flows.matching.index import Index, find_candidates
from flows.matching.scoring import Likeness, Typed, compare, explain, prepare
from flows.matching.values import Match, Reason, Why

OFFERED_AT_MOST = 3
# below this a name shares only everyday words with the question: tests/matching/score.py, "no name at all"
OFFER_FROM = 52.0
# initials name a company only by convention: offered, and below any near spelling
_INITIALS_SCORE = 72.0
_SCORED_IN_FULL = 24
# weight of the words in common: one rare word, or two everyday ones
_SHARED_AT_LEAST = 0.45
_NEAR_ANYWAY = 85.0
# a whole listed name inside a longer one beats names of as many letters in common
_WORD_FOR_WORD = 6.0
_NOT_EXACT = 99.0


def search(
    index: Index, readings: Iterable[Sequence[str]], whole: str, *, within: AbstractSet[int] = frozenset()
) -> tuple[Match, ...]:
    """Return at most three names, best first.

    `whole` is the folded message, which decides between equals; `within` are names that stand in it word for word
    with more words around.
    """
    best: dict[int, tuple[Likeness, Typed]] = {}
    for reading in readings:
        typed = prepare(reading, index.weights)
        for place in _shortlist(index, typed):
            likeness = compare(typed, index.names[place], index.weights_by_name[place])
            if place in within:
                likeness = replace(likeness, score=min(_NOT_EXACT, likeness.score + _WORD_FOR_WORD))
            if place not in best or likeness.score > best[place][0].score:
                best[place] = likeness, typed
    matches = {
        place: Match(index.agencies[place], round(likeness.score, 1), explain(typed, index.names[place], likeness))
        for place, (likeness, typed) in _nearest(index, best, whole)
    }
    return tuple(matches.values())


def find_by_initials(index: Index, readings: Iterable[Sequence[str]]) -> tuple[Match, ...]:
    """Find companies called by their first letters, as in "PT SRA"."""
    places: dict[int, None] = {}
    for reading in readings:
        key = "".join(reading)
        if len(reading) == 1 or all(len(word) == 1 for word in reading):
            places.update(dict.fromkeys(index.initials.get(key, ())))
    reason = (Reason(Why.INITIALS),)
    return tuple(Match(index.agencies[p], _INITIALS_SCORE, reason) for p in list(places)[:OFFERED_AT_MOST])


def _shortlist(index: Index, typed: Typed) -> list[int]:
    """Keep the candidates that share most rare pieces, and those nearest letter by letter."""
    candidates = find_candidates(index, typed.sounds)
    if len(candidates) <= _SCORED_IN_FULL:
        return candidates
    choices = {place: index.names[place].joined for place in candidates}
    near = process.extract(typed.joined, choices, scorer=fuzz.ratio, processor=None, limit=_SCORED_IN_FULL // 2)
    return list(dict.fromkeys((*candidates[: _SCORED_IN_FULL // 2], *(place for _, _, place in near))))


def _is_worth_offering(likeness: Likeness, weights: Sequence[float]) -> bool:
    """Refuse a name that shares a lone everyday word with the question, as every list holds hundreds of."""
    met = sum(cover * weight for cover, weight in zip(likeness.listed_cover, weights, strict=True))
    return likeness.score >= OFFER_FROM and (met >= _SHARED_AT_LEAST or likeness.score >= _NEAR_ANYWAY)


def _nearest(
    index: Index, best: dict[int, tuple[Likeness, Typed]], whole: str
) -> list[tuple[int, tuple[Likeness, Typed]]]:
    offered = [item for item in best.items() if _is_worth_offering(item[1][0], index.weights_by_name[item[0]])]
    offered.sort(key=lambda item: -item[1][0].score)

    def order(item: tuple[int, tuple[Likeness, Typed]]) -> tuple[float, float]:
        written = " ".join(item[1][1].words)
        spelled = index.agencies[item[0]].spelled.upper()
        plain = Indel.normalized_similarity(written, " ".join(index.names[item[0]].words))
        return -(item[1][0].score + 4 * plain), -Indel.normalized_similarity(whole, spelled)

    return sorted(offered[: 3 * OFFERED_AT_MOST], key=order)[:OFFERED_AT_MOST]
