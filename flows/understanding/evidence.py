"""Weighed evidence: what each concept, pair, word and group of letters says to a small neural network for the labels.

One hidden layer hears all that a message says and tells how probable each label is. Its weights are plain numbers in
`evidence.json`, made by `python -m tests.understanding.learn` from labelled messages.
"""

import json
import math
import struct
import sys
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nlargest
from itertools import combinations, repeat
from operator import mul
from pathlib import Path

from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.word import HOME_PLACE

FILE = Path(__file__).with_name("evidence.json")
KINDS = ("intent", "category", "urgency")
# a weight is one byte of the file, this much above itself, so that none is below nought in its place of the packed row
ABOVE = 128
# a group of letters weighs half of a word; the more a message says, the less each part of it weighs
LETTERS_COUNT = 0.5
# two concepts in one message say together what neither says alone (child and fear, fled and hiding); pairs are many
# and repeat their parts, so that each weighs less, and they do not lessen what the rest weighs
PAIR, PAIRS_COUNT = " ", 0.4
_PEOPLE = ("SELF", "MINE", "KIN", "PERSON", "OTHERS")
_SHORT, _VERY_SHORT, _LONG = 4, 2, 25
_GRAMS = (3, 4)
_LOUD = 8  # ideas that are weighed out one by one
# 4,000 characters of text make some 8,000 rows, whose sum fits into four bytes a place
_PLACE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """The learned weights: a row for every feature, with a weight for each hidden unit.

    A row holds its weights side by side in one whole number, four bytes each: the rows of a message are then added up
    by one sum, many times quicker than unit by unit. Behind the weights stand a one, which counts the rows, and a place
    in which groups of letters are counted.
    """

    rows: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, int]]
    """The rows of pairs of concepts: by the concept whose name comes first, then by the other."""
    steps: Sequence[float]
    """How much one step of a weight is, for each hidden unit."""
    hidden_bias: Sequence[float]
    outputs: Mapping[str, Sequence[tuple[str, float, Sequence[float]]]]
    """For each kind its labels, each with its bias and a weight for each hidden unit."""
    lanes: struct.Struct
    """All places of a row."""
    everyday: frozenset[str]
    """Words that messages often say, small letters."""

    def count_groups(self, groups: int) -> int:
        """Give a row that holds no weight, only how many groups of letters a word has."""
        return groups << 8 * (self.lanes.size - _PLACE_BYTES)


class Weighed:
    """What all words of a message say together, told for one kind of label at a time: seldom are all asked for."""

    __slots__ = ("_chances", "_evidence", "_hidden", "_ideas", "_total")

    def __init__(self, evidence: Evidence, total: int, ideas: set[str]) -> None:
        self._evidence, self._total, self._ideas = evidence, total, ideas
        self._chances: dict[str, dict[str, float]] = {}
        lanes = evidence.lanes.unpack(total.to_bytes(evidence.lanes.size, "little"))
        share = 1 / math.sqrt(max(len(ideas) + LETTERS_COUNT**2 * lanes[-1], 1))
        above = lanes[-2] * ABOVE
        heard = zip(lanes, evidence.steps, evidence.hidden_bias, strict=False)
        self._hidden = [max(bias + share * step * (lane - above), 0.0) for lane, step, bias in heard]

    def likeliest(self, kind: str) -> str:
        """Give the label of a kind for which most speaks."""
        scores = self._scores(kind)
        return max(scores, key=scores.__getitem__)

    def chances(self, kind: str) -> dict[str, float]:
        """Tell how probable each label of a kind is."""
        if kind not in self._chances:
            odds = {label: 1 / (1 + math.exp(-score)) for label, score in self._scores(kind).items()}
            total = sum(odds.values())
            self._chances[kind] = {label: chance / total for label, chance in odds.items()}
        return self._chances[kind]

    def hears(self, idea: str) -> bool:
        """Say whether a concept or word of the message has any weight."""
        return idea in self._ideas and idea in self._evidence.rows

    def leanings(self, kind: str, label: str) -> list[float]:
        """Give how much a step of each hidden unit that is heard speaks for a label against the others of its kind."""
        outputs = self._evidence.outputs[kind]
        mine = next(weights for one, _, weights in outputs if one == label)
        all_of = [sum(units) / len(outputs) for units in zip(*(weights for *_, weights in outputs), strict=True)]
        units = zip(self._evidence.steps, mine, all_of, self._hidden, strict=True)
        return [step * (weight - other) if heard else 0.0 for step, weight, other, heard in units]

    def leans(self, idea: str, leanings: Sequence[float]) -> float:
        """Tell how much a concept or word speaks for what the leanings are of."""
        lanes = self._evidence.lanes.unpack(self._evidence.rows[idea].to_bytes(self._evidence.lanes.size, "little"))
        return math.fsum(lean * (lane - ABOVE) for lean, lane in zip(leanings, lanes, strict=False))

    def without(self, idea: str) -> "Weighed":
        """Weigh the message as if it did not say one concept or word, to tell how much that one speaks for."""
        return Weighed(self._evidence, self._total - self._evidence.rows[idea], self._ideas - {idea})

    def _scores(self, kind: str) -> dict[str, float]:
        hidden = self._hidden
        return {label: bias + sum(map(mul, hidden, weights)) for label, bias, weights in self._evidence.outputs[kind]}


def weigh(mentions: Mentions, signs: Iterable[str]) -> Weighed:
    """Weigh all that a message says; `signs` is what every sign met is known by."""
    evidence = _evidence()
    concepts = _concepts(mentions)
    ideas = _ideas(mentions, signs, concepts)
    beside = [others for others in map(evidence.pairs.get, concepts) if others]
    paired = sum([others[other] for others in beside for other in concepts if other in others])
    total = sum(map(evidence.rows.get, ideas, repeat(0))) + sum(map(_spelled, _words(mentions)))
    return Weighed(evidence, total + paired, ideas)


def loudest_for(kind: str, label: str, mentions: Mentions, weighed: Weighed) -> Span:
    """Give the place of the concept or word that speaks most for a label, people aside; all words where none does."""
    people = {span.first for name in _PEOPLE for span in mentions.of(name)}
    places = {name: spans[0] for name, spans in mentions.spans.items() if name.isupper()}
    places |= {form: Span(at, at + 1) for at, form in enumerate(mentions.words.forms)}
    heard = [idea for idea, span in places.items() if span.first not in people and weighed.hears(idea)]
    leanings = weighed.leanings(kind, label)
    likely = nlargest(_LOUD, heard, key=lambda idea: weighed.leans(idea, leanings))
    chance = weighed.chances(kind)[label]
    told = [(chance - weighed.without(idea).chances(kind)[label], places[idea]) for idea in likely]
    everything = Span(0, len(mentions.words.terms))  # only groups of letters spoke
    return max((one for one in told if one[0] > 0), default=(0.0, everything))[1]


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
    """Give the words as they were written, without those that are denied and without the names of home places."""
    words, negated = mentions.words, mentions.negated
    told = enumerate(zip(words.raws, words.terms, strict=True))
    return {raw.lower() for at, (raw, term) in told if at not in negated and term.how != HOME_PLACE}


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
    lanes = struct.Struct(f"<{len(told['hidden_bias']) + 2}I")
    rows = {feature: _packed(b64decode(row), lanes.size) for feature, row in told["weights"].items()}
    # names shared with the lexicon are compared at a glance, in some two hundred pairs a message
    pairs: dict[str, dict[str, int]] = {}
    for pair in filter(is_pair, list(rows)):
        first, second = map(sys.intern, pair.split(PAIR))
        pairs.setdefault(first, {})[second] = rows.pop(pair)
    outputs: dict[str, list[tuple[str, float, list[float]]]] = {kind: [] for kind in KINDS}
    for (kind, label), bias, weights in zip(told["labels"], told["output_bias"], told["outputs"], strict=True):
        outputs[kind].append((label, bias, weights))
    return Evidence(rows, pairs, told["steps"], told["hidden_bias"], outputs, lanes, frozenset(told["everyday"]))


def _packed(weights: bytes, size: int) -> int:
    row = bytearray(size)
    row[: len(weights) * _PLACE_BYTES : _PLACE_BYTES] = weights
    row[len(weights) * _PLACE_BYTES] = 1
    return int.from_bytes(row, "little")
