"""Weighed evidence: how much each concept, word and group of letters speaks for each label, as learned from messages.

The weights are plain numbers in `evidence.json`, made by `python -m tests.understanding.learn` from labelled messages.
"""

import json
import math
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span

FILE = Path(__file__).with_name("evidence.json")
KINDS = ("intent", "category", "urgency")
SCALE = 100
# a group of letters weighs half of a word; the more a message says, the less each part of it weighs
LETTERS_COUNT = 0.5
_PEOPLE = ("SELF", "MINE", "KIN", "PERSON", "OTHERS")
_SHORT, _VERY_SHORT, _LONG = 4, 2, 25
_GRAMS = (3, 4)
# added to every weight so that none is below nought in its place of the packed row; 4,000 characters of text make
# some 8,000 rows, which then fit into four bytes a place
_ABOVE = 1 << 16


@dataclass(frozen=True, slots=True)
class Evidence:
    """The learned weights, a row for every feature.

    A row holds its weights for all labels side by side in one whole number, four bytes each: the rows of a message are
    then added up by one sum, many times quicker than label by label.
    """

    labels: Sequence[tuple[str, str]]
    """Kind and label, in the order of the weights."""
    bias: Sequence[float]
    rows: Mapping[str, int]

    def unpack(self, total: int, count: int) -> list[float]:
        """Give the sum of so many rows, label by label."""
        lanes = struct.unpack(f"<{len(self.labels)}I", total.to_bytes(4 * len(self.labels), "little"))
        return [(lane - count * _ABOVE) / SCALE for lane in lanes]


def weigh(mentions: Mentions, signs: Iterable[str]) -> dict[str, dict[str, float]]:
    """Give for each kind of label how probable each one is.

    Args:
        mentions: The message as concepts.
        signs: What every sign met is known by.
    """
    evidence = _evidence()
    rows = evidence.rows
    ideas = _ideas(mentions, signs)
    heard = [rows[idea] for idea in ideas if idea in rows]
    spelled = [_spelled(word) for word in _words(mentions)]
    total = sum(heard) + sum([row for row, _, _ in spelled])
    count = len(heard) + sum([known for _, known, _ in spelled])
    share = 1 / math.sqrt(len(ideas) + LETTERS_COUNT**2 * sum([groups for _, _, groups in spelled]) or 1)
    told: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for (kind, label), bias, score in zip(evidence.labels, evidence.bias, evidence.unpack(total, count), strict=True):
        told[kind][label] = bias + share * score
    return {kind: _probable(scores) for kind, scores in told.items()}


def loudest_for(kind: str, label: str, mentions: Mentions) -> Span | None:
    """Give the place of the concept or word that speaks most for a label, people aside, or None where nothing does."""
    evidence = _evidence()
    if (kind, label) not in evidence.labels:
        return None
    column = evidence.labels.index((kind, label))
    names = lexicon().names
    people = {span.first for name in _PEOPLE for span in mentions.of(name)}
    places = [(names[number], spans[0]) for number, spans in mentions.spans.items() if names[number].isupper()]
    places += [(term.form, Span(at, at + 1)) for at, term in enumerate(mentions.words.terms)]
    rows = evidence.rows
    heard = [
        (evidence.unpack(rows[feature], 1)[column], span)
        for feature, span in places
        if feature in rows and span.first not in people
    ]
    best = max(heard, default=(0.0, Span(0, 0)))
    return best[1] if best[0] > 0 else None


def features(mentions: Mentions, signs: Iterable[str]) -> list[str]:
    """Give what the weights know a message by: concepts, words, signs, length, and its words' groups of letters.

    A `~` stands before what is denied, `^` before the first word, `$` after the last, `=` before a length, `#` before
    a group of letters, with `_` where its word begins and ends: these still meet a word that nothing else knows.
    """
    return [*_ideas(mentions, signs), *[group for word in _words(mentions) for group in _groups(word)]]


def _ideas(mentions: Mentions, signs: Iterable[str]) -> set[str]:
    names, negated, terms = lexicon().names, mentions.negated, mentions.words.terms
    found = set(signs)
    for number, spans in mentions.spans.items():
        name = names[number]
        if name.isupper():
            found.add(f"~{name}" if negated and all(span.first in negated for span in spans) else name)
    found.update([f"~{term.form}" if at in negated else term.form for at, term in enumerate(terms)])
    if terms:
        found.update((f"^{terms[0].form}", f"{terms[-1].form}$"))
    if len(terms) <= _SHORT:
        found.add("=short")
    if len(terms) <= _VERY_SHORT:
        found.add("=very short")
    if len(terms) >= _LONG:
        found.add("=long")
    return found


def _words(mentions: Mentions) -> set[str]:
    """Give the words as they were written, without those that are denied."""
    words, negated = mentions.words, mentions.negated
    return {words.raw(at).lower() for at in range(len(words.terms)) if at not in negated}


def _groups(word: str) -> list[str]:
    whole = f"_{word}_"
    return ["#" + whole[at : at + size] for size in _GRAMS for at in range(len(whole) - size + 1)]


@lru_cache(maxsize=8192)
def _spelled(word: str) -> tuple[int, int, int]:
    """Give the sum of the rows of a word's groups of letters, how many have a row, and how many there are."""
    rows, groups = _evidence().rows, _groups(word)
    heard = [rows[group] for group in groups if group in rows]
    return sum(heard), len(heard), len(groups)


def forget() -> None:
    """Read the file anew before the next message: its weights were learned again."""
    _evidence.cache_clear()
    _spelled.cache_clear()


def _probable(scores: Mapping[str, float]) -> dict[str, float]:
    highest = max(scores.values(), default=0.0)
    odds = {label: math.exp(score - highest) for label, score in scores.items()}
    total = sum(odds.values()) or 1.0
    return {label: value / total for label, value in odds.items()}


@cache
def _evidence() -> Evidence:
    told = json.loads(FILE.read_text(encoding="utf-8"))
    labels = [(kind, label) for kind, label in told["labels"]]
    packed = struct.Struct(f"<{len(labels)}I")

    def pack(row: Sequence[int]) -> int:
        return int.from_bytes(packed.pack(*[weight + _ABOVE for weight in row]), "little")

    bias = [value / SCALE for value in told["bias"]]
    return Evidence(labels, bias, {feature: pack(row) for feature, row in told["weights"].items()})
