"""The second stage of the search: an explained score between what was typed and one listed name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, Levenshtein

from flows.matching.folding import join_sounds, skeleton_of, sound_of
from flows.matching.legal_forms import WESTERN_FORMS
from flows.matching.names import ListedName
from flows.matching.values import Reason, Why

# a word no listed name holds: mostly a misspelling, so nearly as telling as a rare one
_UNKNOWN_WEIGHT = 0.7
_WORD_IS_THERE = 0.62
_SAME_WORD_FROM = 65.0
_RUN_TOGETHER_FROM = 10
_ORDER_DECIDES_BELOW = 88.0
# another order is a small fault of its own
_ORDER_COSTS = 5.0


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a query, prepared once for all candidates."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    joined: str
    skeleton: str
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near, 0-100, and how much of each listed and typed word found its counterpart."""

    score: float
    listed_cover: tuple[float, ...]
    typed_cover: tuple[float, ...]


def prepare(words: Sequence[str], weights: Mapping[str, float]) -> Typed:
    """Fold the typed words and weigh them with the list's own weights."""
    kept = tuple(word for word in words if word not in WESTERN_FORMS) or tuple(words)
    sounds = tuple(sound_of(word) for word in kept)
    return Typed(
        words=kept,
        sounds=sounds,
        joined=join_sounds(sounds),
        skeleton="".join(map(skeleton_of, sounds)),
        weights=tuple(weights.get(sound, _UNKNOWN_WEIGHT) for sound in sounds),
    )


def compare(typed: Typed, listed: ListedName, listed_weights: Sequence[float]) -> Likeness:
    """Score by letters in order and by words that distinguish; the better of two word orders."""
    best = _compare_in_order(typed.sounds, typed.weights, typed.joined, listed, listed_weights)
    if best.score < _ORDER_DECIDES_BELOW and len(typed.sounds) > 1:
        order = _order_like(typed.sounds, listed.sounds)
        if order is not None:
            sounds = tuple(typed.sounds[i] for i in order)
            turned = _compare_in_order(
                sounds, tuple(typed.weights[i] for i in order), join_sounds(sounds), listed, listed_weights
            )
            if turned.score - _ORDER_COSTS > best.score:
                cover = dict(zip(order, turned.typed_cover, strict=True))
                best = Likeness(
                    turned.score - _ORDER_COSTS, turned.listed_cover, tuple(cover[i] for i in range(len(order)))
                )
    if len(typed.words) == 1 and len(typed.joined) >= _RUN_TOGETHER_FROM:
        # typed without spaces nothing could be folded word by word, so the spelled-out keys are compared too
        whole = 98 * max(Indel.normalized_similarity(typed.words[0], key) for key in listed.exact)
        best = best if best.score >= whole else Likeness(whole, tuple(1.0 for _ in listed.sounds), (1.0,))
    bare = 96 * Indel.normalized_similarity(typed.skeleton, "".join(map(skeleton_of, listed.sounds)))
    if bare > best.score and _is_clipped(typed):
        return Likeness(0.4 * best.score + 0.6 * bare, best.listed_cover, best.typed_cover)
    return best


def explain(typed: Typed, listed: ListedName, likeness: Likeness) -> tuple[Reason, ...]:
    """Say which words are missing, added or only spelled otherwise."""
    reasons = [
        Reason(Why.WORD_MISSING, word)
        for word, cover in zip(listed.words, likeness.listed_cover, strict=True)
        if cover < _WORD_IS_THERE
    ]
    reasons += [
        Reason(Why.WORD_ADDED, word)
        for word, cover in zip(typed.words, likeness.typed_cover, strict=True)
        if cover < _WORD_IS_THERE
    ]
    if not reasons and sorted(typed.sounds) == sorted(listed.sounds) and typed.sounds != listed.sounds:
        reasons.append(Reason(Why.OTHER_ORDER))
    return tuple(reasons) or (Reason(Why.SPELLING),)


def _compare_in_order(
    sounds: tuple[str, ...], weights: Sequence[float], joined: str, listed: ListedName, listed_weights: Sequence[float]
) -> Likeness:
    blocks = Levenshtein.editops(joined, listed.joined).as_matching_blocks()
    in_typed, in_listed = bytearray(len(joined)), bytearray(len(listed.joined))
    for block in blocks:
        in_typed[block.a : block.a + block.size] = b"\x01" * block.size
        in_listed[block.b : block.b + block.size] = b"\x01" * block.size
    typed_cover = _cover_words(sounds, in_typed)
    listed_cover = _cover_words(listed.sounds, in_listed)
    met = _weigh(typed_cover, weights) + _weigh(listed_cover, listed_weights)
    by_words = met / ((sum(weights) + sum(listed_weights)) or 1.0)
    by_letters = 2 * sum(in_listed) / ((len(joined) + len(listed.joined)) or 1)
    return Likeness(100 * (0.6 * by_words + 0.4 * by_letters), listed_cover, typed_cover)


def _weigh(covers: Sequence[float], weights: Sequence[float]) -> float:
    """Half a word met by chance says little: the share is squared."""
    return sum(cover * cover * weight for cover, weight in zip(covers, weights, strict=True))


def _cover_words(sounds: Sequence[str], met: bytearray) -> tuple[float, ...]:
    """Share the met letters of a joined text out to its words (a letter doubled across a space was written once)."""
    covers = []
    start = 0
    last = ""
    for sound in sounds:
        size = len(sound) - (1 if last and sound[:1] == last and not sound.isdigit() else 0)
        covers.append(sum(met[start : start + size]) / size if size else 1.0)
        start += size
        last = sound[-1:]
    return tuple(covers)


def _order_like(typed: Sequence[str], listed: Sequence[str]) -> list[int] | None:
    """Order the typed words as the listed name has them, misspelled ones too; None where nothing would move."""
    places = {sound: place for place, sound in enumerate(listed)}
    targets = [places.get(sound, -1) for sound in typed]
    for place, target in enumerate(targets):
        if target < 0:
            near = process.extractOne(typed[place], listed, scorer=fuzz.ratio, score_cutoff=_SAME_WORD_FROM)
            targets[place] = near[2] if near and near[2] not in targets else -1
    known = [place for place, target in enumerate(targets) if target >= 0]
    turned = sorted(known, key=lambda place: targets[place])
    if turned == known:
        return None
    fill = iter(turned)
    return [next(fill) if target >= 0 else place for place, target in enumerate(targets)]


def _is_clipped(typed: Typed) -> bool:
    """Tell words written without their vowels, as in "snr rnjn abdi"."""
    vowels = sum(typed.joined.count(vowel) for vowel in "AEIOU")
    return vowels * 4 < len(typed.joined)
