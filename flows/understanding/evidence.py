"""Weighed evidence: how much each concept, word and sign speaks for each label, as learned from labelled messages.

The weights are plain numbers in `evidence.json`, made by `python -m tests.understanding.learn`. They decide nothing
alone: flows/understanding/judging.py lets them break ties, tell a question from a report, and doubt a lone sign.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span

FILE = Path(__file__).with_name("evidence.json")
KINDS = ("intent", "category", "urgency")
_SHORT, _VERY_SHORT, _LONG = 4, 2, 25
_SCALE = 100


@dataclass(frozen=True, slots=True)
class Evidence:
    """The learned weights: for every feature, which labels it speaks for and how loudly."""

    labels: Sequence[tuple[str, str]]
    bias: Sequence[float]
    weights: Mapping[str, Sequence[tuple[int, float]]]


def weigh(mentions: Mentions, signs: Sequence[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Give for each kind of label how probable each one is.

    Args:
        mentions: The message as concepts.
        signs: Level and standing of every sign met.
    """
    evidence = _evidence()
    sums = list(evidence.bias)
    for feature in set(features(mentions, signs)):
        for at, weight in evidence.weights.get(feature, ()):
            sums[at] += weight
    told: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for (kind, label), total in zip(evidence.labels, sums, strict=True):
        told[kind][label] = total
    return {kind: _probable(scores) for kind, scores in told.items()}


def loudest_for(kind: str, label: str, mentions: Mentions) -> Span | None:
    """Give the place of the concept or word that speaks most for a label, or None where nothing does."""
    evidence = _evidence()
    if (kind, label) not in evidence.labels:
        return None
    column = evidence.labels.index((kind, label))
    names = lexicon().names
    places = [(names[number], spans[0]) for number, spans in mentions.spans.items() if names[number].isupper()]
    places += [(term.form, Span(at, at + 1)) for at, term in enumerate(mentions.words.terms)]
    heard = [(dict(evidence.weights.get(feature, ())).get(column, 0.0), span) for feature, span in places]
    best = max(heard, default=(0.0, Span(0, 0)))
    return best[1] if best[0] > 0 else None


def features(mentions: Mentions, signs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give what the weights know a message by: concepts, words (~ where denied), first and last word, signs, length."""
    names = lexicon().names
    negated = mentions.negated
    for number, spans in mentions.spans.items():
        if names[number].isupper():
            denied = bool(negated) and all(span.first in negated for span in spans)
            yield f"~{names[number]}" if denied else names[number]
    terms = mentions.words.terms
    for at, term in enumerate(terms):
        yield f"~{term.form}" if at in negated else term.form
    if terms:
        yield f"^{terms[0].form}"
        yield f"{terms[-1].form}$"
    for level, standing in signs:
        yield f"{level}:{standing}"
    if len(terms) <= _SHORT:
        yield "=short"
    if len(terms) <= _VERY_SHORT:
        yield "=very short"
    if len(terms) >= _LONG:
        yield "=long"


def _probable(scores: Mapping[str, float]) -> dict[str, float]:
    highest = max(scores.values(), default=0.0)
    odds = {label: math.exp(score - highest) for label, score in scores.items()}
    total = sum(odds.values()) or 1.0
    return {label: value / total for label, value in odds.items()}


@cache
def _evidence() -> Evidence:
    told = json.loads(FILE.read_text(encoding="utf-8"))
    labels = [(kind, label) for kind, label in told["labels"]]
    bias = [value / _SCALE for value in told["bias"]]
    weights = {
        feature: tuple((at, value / _SCALE) for at, value in zip(row[::2], row[1::2], strict=True))
        for feature, row in told["weights"].items()
    }
    return Evidence(labels, bias, weights)
