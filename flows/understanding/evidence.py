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
    """The learned weights: for every feature, how loudly it speaks for each label."""

    labels: Sequence[tuple[str, str]]
    """Kind and label, in the order of the weights."""
    bias: Sequence[float]
    weights: Mapping[str, Sequence[float]]


def weigh(mentions: Mentions, signs: Sequence[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Give for each kind of label how probable each one is.

    Args:
        mentions: The message as concepts.
        signs: Level and standing of every sign met.
    """
    evidence = _evidence()
    heard = dict.fromkeys(features(mentions, signs))
    rows = [evidence.weights[feature] for feature in heard if feature in evidence.weights]
    told: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for (kind, label), column in zip(evidence.labels, zip(evidence.bias, *rows, strict=True), strict=True):
        told[kind][label] = sum(column)
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
    heard = [(evidence.weights[feature][column], span) for feature, span in places if feature in evidence.weights]
    best = max(heard, default=(0.0, Span(0, 0)))
    return best[1] if best[0] > 0 else None


def features(mentions: Mentions, signs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give what the weights know a message by: concepts, words (~ where denied), first and last word, signs, length."""
    names = lexicon().names
    negated = mentions.negated
    for number, spans in mentions.spans.items():
        name = names[number]
        if name.isupper():
            yield f"~{name}" if negated and all(span.first in negated for span in spans) else name
    terms = mentions.words.terms
    if negated:
        yield from [f"~{term.form}" if at in negated else term.form for at, term in enumerate(terms)]
    else:
        yield from [term.form for term in terms]
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
    weights: dict[str, Sequence[float]] = {}
    for feature, row in told["weights"].items():
        loud = dict(zip(row[::2], row[1::2], strict=True))
        weights[feature] = tuple(loud.get(place, 0) / _SCALE for place in range(len(labels)))
    return Evidence(labels, bias, weights)
