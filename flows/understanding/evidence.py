"""Weighed evidence: how much each concept, pair, word and group of letters speaks for a label, learned from messages.

The weights are plain numbers in `evidence.json`, made by `python -m tests.understanding.learn` from labelled messages.
"""

import json
import math
import struct
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, repeat
from pathlib import Path

from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span

FILE = Path(__file__).with_name("evidence.json")
KINDS = ("intent", "category", "urgency")
SCALE = 100
# a group of letters weighs half of a word; the more a message says, the less each part of it weighs
LETTERS_COUNT = 0.5
# two concepts in one message say together what neither says alone (child and fear, fled and hiding); pairs are many
# and repeat their parts, so that each weighs less, and they do not lessen what the rest weighs
PAIR, PAIRS_COUNT = " ", 0.4
_PEOPLE = ("SELF", "MINE", "KIN", "PERSON", "OTHERS")
_SHORT, _VERY_SHORT, _LONG = 4, 2, 25
_GRAMS = (3, 4)
# added to every weight so that none is below nought in its place of the packed row; 4,000 characters of text make
# some 8,000 rows, which then fit into four bytes a place
_ABOVE = 1 << 16
_PLACE_BITS = 32


@dataclass(frozen=True, slots=True)
class Evidence:
    """The learned weights, a row for every feature.

    A row holds its weights for all labels side by side in one whole number, four bytes each: the rows of a message are
    then added up by one sum, many times quicker than label by label. Behind the weights stand a one, which counts the
    rows, and a place in which groups of letters are counted.
    """

    columns: Mapping[str, Sequence[tuple[str, int, float]]]
    """For each kind its labels, with their place in a row and what speaks for them before a word is read."""
    rows: Mapping[str, int]
    pairs: Mapping[tuple[str, ...], int]
    """The rows of pairs of concepts, each pair in the order of its names."""
    lanes: struct.Struct
    """All places of a row."""
    everyday: frozenset[str]
    """Words that messages often say, small letters."""

    def weight(self, feature: str, column: int) -> float:
        """Give one weight of a feature that has a row."""
        lane = self.rows[feature] >> column * _PLACE_BITS & (1 << _PLACE_BITS) - 1
        return (lane - _ABOVE) / SCALE

    def count_groups(self, groups: int) -> int:
        """Give a row that holds no weight, only how many groups of letters a word has."""
        return groups << (8 * self.lanes.size - _PLACE_BITS)


class Weighed:
    """What all words of a message say together, told for one kind of label at a time: seldom are all asked for."""

    __slots__ = ("_evidence", "_lanes", "_share")

    def __init__(self, evidence: Evidence, total: int, ideas: int) -> None:
        self._evidence = evidence
        self._lanes = evidence.lanes.unpack(total.to_bytes(evidence.lanes.size, "little"))
        self._share = 1 / math.sqrt(ideas + LETTERS_COUNT**2 * self._lanes[-1] or 1)

    def likeliest(self, kind: str) -> str:
        """Give the label of a kind for which most speaks."""
        scores = self._scores(kind)
        return max(scores, key=scores.__getitem__)

    def chances(self, kind: str) -> dict[str, float]:
        """Tell how probable each label of a kind is."""
        scores = self._scores(kind)
        highest = max(scores.values(), default=0.0)
        odds = {label: math.exp(score - highest) for label, score in scores.items()}
        total = sum(odds.values()) or 1.0
        return {label: value / total for label, value in odds.items()}

    def _scores(self, kind: str) -> dict[str, float]:
        lanes, share = self._lanes, self._share
        above = lanes[-2] * _ABOVE
        return {label: bias + share * ((lanes[at] - above) / SCALE) for label, at, bias in self._evidence.columns[kind]}


def weigh(mentions: Mentions, signs: Iterable[str]) -> Weighed:
    """Weigh all that a message says; `signs` is what every sign met is known by."""
    evidence = _evidence()
    concepts = _concepts(mentions)
    ideas = _ideas(mentions, signs, concepts)
    total = sum(map(evidence.rows.get, ideas, repeat(0))) + sum(map(_spelled, _words(mentions)))
    total += sum(map(evidence.pairs.get, combinations(sorted(concepts), 2), repeat(0)))
    return Weighed(evidence, total, len(ideas))


def loudest_for(kind: str, label: str, mentions: Mentions) -> Span | None:
    """Give the place of the concept or word that speaks most for a label, people aside, or None where nothing does."""
    evidence = _evidence()
    column = next((at for name, at, _ in evidence.columns[kind] if name == label), None)
    if column is None:
        return None
    people = {span.first for name in _PEOPLE for span in mentions.of(name)}
    places = [(name, spans[0]) for name, spans in mentions.spans.items() if name.isupper()]
    places += [(form, Span(at, at + 1)) for at, form in enumerate(mentions.words.forms)]
    heard = [
        (evidence.weight(feature, column), span)
        for feature, span in places
        if feature in evidence.rows and span.first not in people
    ]
    best = max(heard, default=(0.0, Span(0, 0)))
    return best[1] if best[0] > 0 else None


def features(mentions: Mentions, signs: Iterable[str]) -> list[str]:
    """Give what the weights know a message by: concepts alone and in pairs, words, signs, length, groups of letters.

    A `~` stands before what is denied, `^` before the first word, `$` after the last, `=` before a length, `#` before
    a group of letters, with `_` where its word begins and ends: these still meet a word that nothing else knows.
    """
    concepts = _concepts(mentions)
    groups = [group for word in _words(mentions) for group in _groups(word)]
    pairs = [first + PAIR + second for first, second in combinations(sorted(concepts), 2)]
    return [*_ideas(mentions, signs, concepts), *groups, *pairs]


def loudness(feature: str) -> float:
    """Give how loud a feature is beside a word."""
    if is_pair(feature):
        return PAIRS_COUNT
    return LETTERS_COUNT if feature.startswith("#") else 1.0


def is_pair(feature: str) -> bool:
    """Tell a pair of concepts from everything else."""
    return PAIR in feature and feature.isupper()


def _concepts(mentions: Mentions) -> set[str]:
    negated, plain = mentions.negated, lexicon().marks
    if not negated:
        return {name for name in mentions.spans if name not in plain}
    return {
        f"~{name}" if spans[0].first in negated and all(span.first in negated for span in spans) else name
        for name, spans in mentions.spans.items()
        if name not in plain
    }


def _ideas(mentions: Mentions, signs: Iterable[str], concepts: set[str]) -> set[str]:
    forms, negated = mentions.words.forms, mentions.negated
    found = concepts.union(signs)
    found.update([f"~{form}" if at in negated else form for at, form in enumerate(forms)] if negated else forms)
    if forms:
        found.update((f"^{forms[0]}", f"{forms[-1]}$"))
    if len(forms) <= _SHORT:
        found.add("=short")
    if len(forms) <= _VERY_SHORT:
        found.add("=very short")
    if len(forms) >= _LONG:
        found.add("=long")
    return found


def _words(mentions: Mentions) -> set[str]:
    """Give the words as they were written, without those that are denied."""
    raws, negated = mentions.words.raws, mentions.negated
    heard = [raw for at, raw in enumerate(raws) if at not in negated] if negated else raws
    return set(map(str.lower, heard))


def _groups(word: str) -> list[str]:
    whole = f"_{word}_"
    return ["#" + whole[at : at + size] for size in _GRAMS for at in range(len(whole) - size + 1)]


@lru_cache(maxsize=8192)
def _spelled(word: str) -> int:
    """Give the sum of the rows of a word's groups of letters, and how many groups there are."""
    evidence, groups = _evidence(), _groups(word)
    return sum([evidence.rows.get(group, 0) for group in groups], evidence.count_groups(len(groups)))


def is_often_said(word: str) -> bool:
    """Say whether the messages learned from often say a word, and not as a name."""
    return word in _evidence().everyday


def forget() -> None:
    """Read the file anew before the next message: its weights were learned again."""
    _evidence.cache_clear()
    _spelled.cache_clear()


@cache
def _evidence() -> Evidence:
    told = json.loads(FILE.read_text(encoding="utf-8"))
    lanes = struct.Struct(f"<{len(told['labels']) + 2}I")
    columns: dict[str, list[tuple[str, int, float]]] = {kind: [] for kind in KINDS}
    for at, ((kind, label), bias) in enumerate(zip(told["labels"], told["bias"], strict=True)):
        columns[kind].append((label, at, bias / SCALE))

    def pack(row: Sequence[int]) -> int:
        return int.from_bytes(lanes.pack(*[weight + _ABOVE for weight in row], 1, 0), "little")

    rows = {feature: pack(row) for feature, row in told["weights"].items()}
    # names shared with the lexicon are compared at a glance, in some two hundred pairs a message
    pairs = {
        tuple(map(sys.intern, feature.split(PAIR))): rows.pop(feature) for feature in list(rows) if is_pair(feature)
    }
    return Evidence(columns, rows, pairs, lanes, frozenset(told["everyday"]))
