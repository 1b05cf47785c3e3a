"""Search a list for one message: cheap candidates for every reading, then the explained score, best three."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from flows.matching.folding import sound_of
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
_NARROWED_TO = 2  # words; one alone would call up every name that holds it
_NARROWED_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """The best likeness of one row: by which of its names, and to which reading."""

    place: int
    likeness: Likeness
    typed: Typed


def search(
    index: Index, readings: Iterable[Sequence[str]], whole: str, *, within: AbstractSet[int] = frozenset()
) -> tuple[Match, ...]:
    """Return at most three names, best first.

    `whole` is the folded message, which decides between equals; `within` are names that stand in it word for word
    with more words around.
    """
    best: dict[int, _Found] = {}
    for reading in readings:
        typed = prepare(reading, index.weights)
        for place in _shortlist(index, typed):
            likeness = compare(typed, index.names[place], index.weights_by_name[place])
            if place in within:
                likeness = replace(likeness, score=min(_NOT_EXACT, likeness.score + _WORD_FOR_WORD))
            owner = index.owners[place]
            if owner not in best or likeness.score > best[owner].likeness.score:
                best[owner] = _Found(place, likeness, typed)
    return tuple(
        Match(index.agencies[owner], round(found.likeness.score, 1), _reasons(index, owner, found))
        for owner, found in _nearest(index, best, whole)
    )


def narrower(index: Index, readings: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Leave out words at the ends that the list does not know: they may be talk that no word list foresaw."""
    found: dict[tuple[str, ...], None] = {}
    for reading in readings:
        start, end = 0, len(reading)
        while end - start > _NARROWED_TO and _is_unknown(index, reading[end - 1]):
            end -= 1
            found.setdefault(tuple(reading[start:end]))
        while end - start > _NARROWED_TO and _is_unknown(index, reading[start]):
            start += 1
            found.setdefault(tuple(reading[start:end]))
    return list(found)[:_NARROWED_AT_MOST]


def find_by_initials(index: Index, readings: Iterable[Sequence[str]]) -> tuple[Match, ...]:
    """Find companies called by their first letters, as in "PT SRA"."""
    places: dict[int, None] = {}
    for reading in readings:
        key = "".join(reading)
        if len(reading) == 1 or all(len(word) == 1 for word in reading):
            places.update(dict.fromkeys(index.initials.get(key, ())))
    reason = (Reason(Why.INITIALS),)
    return tuple(Match(index.agencies[p], _INITIALS_SCORE, reason) for p in list(places)[:OFFERED_AT_MOST])


def _is_unknown(index: Index, word: str) -> bool:
    return sound_of(word) not in index.weights


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


def _reasons(index: Index, owner: int, found: _Found) -> tuple[Reason, ...]:
    reasons = explain(found.typed, index.names[found.place], found.likeness)
    return reasons if found.place == owner else (Reason(Why.FORMER_NAME), *reasons)


def _nearest(index: Index, best: Mapping[int, _Found], whole: str) -> list[tuple[int, _Found]]:
    """Order by score, among near equals by the letters as written, among equals by the whole spelling."""
    offered = [
        item for item in best.items() if _is_worth_offering(item[1].likeness, index.weights_by_name[item[1].place])
    ]
    offered.sort(key=lambda item: -item[1].likeness.score)

    def order(item: tuple[int, _Found]) -> tuple[float, float]:
        owner, found = item
        plain = Indel.normalized_similarity(" ".join(found.typed.words), " ".join(index.names[found.place].words))
        spelling = Indel.normalized_similarity(whole, index.agencies[owner].spelled.upper())
        return -(found.likeness.score + 4 * plain), -spelling

    return sorted(offered[: 3 * OFFERED_AT_MOST], key=order)[:OFFERED_AT_MOST]
