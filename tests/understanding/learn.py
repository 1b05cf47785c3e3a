"""Learns flows/understanding/evidence.json from labelled messages: logistic regression, no library, no luck.

    python -m tests.understanding.learn                write the weights from every set but first/judge
    python -m tests.understanding.learn without sixth  leave one set out and print how it would have been judged

Deterministic: fixed order, fixed steps. About half a minute.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from flows.understanding import evidence
from flows.understanding.reader import trace
from tests.understanding.score import TODAY, Message, score, sets

ROUNDS = 40
# chosen by leaving each later set out in turn
STEP, SHRINK, SEEN_AT_LEAST = 0.1, 0.002, 3
SCALE, WORTH_KEEPING = 100, 8


def main() -> None:
    """Learn from all sets, or from all but one and score that one."""
    left_out = sys.argv[2] if len(sys.argv) > 2 else ""
    rows = [m for name, held in sets().items() if name not in {"first/judge", left_out} for m in held]
    evidence.FILE.write_text(
        json.dumps(learn(rows), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    if left_out:
        evidence._evidence.cache_clear()
        print(left_out, score(sets()[left_out]))


def learn(rows: Sequence[Message]) -> dict[str, object]:
    """Give the weights as they stand in the file."""
    known = [sorted(set(_features(row))) for row in rows]
    counts = Counter(feature for held in known for feature in held)
    kept = [[f for f in held if counts[f] >= SEEN_AT_LEAST] for held in known]
    labels: list[tuple[str, str]] = []
    bias: list[int] = []
    weights: dict[str, list[int]] = {}
    for kind in evidence.KINDS:
        names = sorted({str(getattr(row, kind)) for row in rows})
        start, table = _fit(kept, [names.index(str(getattr(row, kind))) for row in rows], len(names))
        for feature, row in sorted(table.items()):
            for at, weight in enumerate(row):
                if abs(round(weight * SCALE)) >= WORTH_KEEPING:
                    weights.setdefault(feature, []).extend((len(labels) + at, round(weight * SCALE)))
        labels += [(kind, name) for name in names]
        bias += [round(value * SCALE) for value in start]
    source = f"learned by tests/understanding/learn.py from {len(rows)} labelled messages"
    return {"source": source, "labels": labels, "bias": bias, "weights": weights}


def _features(row: Message) -> Iterable[str]:
    seen = trace(row.text, today=TODAY, language=None, asked=None)
    return evidence.features(seen.mentions, [(s.hit.rule.level, s.standing.value) for s in seen.signs])


def _fit(held: Sequence[Sequence[str]], goals: Sequence[int], size: int) -> tuple[list[float], dict[str, list[float]]]:
    """Step through the messages in order, pulling every weight a little towards nought (AdaGrad)."""
    bias, bias_seen = [0.0] * size, [1e-3] * size
    table: dict[str, list[float]] = {f: [0.0] * size for row in held for f in row}
    seen: dict[str, list[float]] = {f: [1e-3] * size for f in table}
    order = [(at * 7919) % len(held) for at in range(len(held))]
    for _ in range(ROUNDS):
        for at in order:
            features = held[at]
            sums = list(bias)
            for feature in features:
                for label, weight in enumerate(table[feature]):
                    sums[label] += weight
            slopes = _softmax(sums)
            slopes[goals[at]] -= 1.0
            for label, slope in enumerate(slopes):
                bias_seen[label] += slope * slope
                bias[label] -= STEP * slope / math.sqrt(bias_seen[label])
            for feature in features:
                row, past = table[feature], seen[feature]
                for label, slope in enumerate(slopes):
                    pull = slope + SHRINK * len(held) / 100 * row[label]
                    past[label] += pull * pull
                    row[label] -= STEP * pull / math.sqrt(past[label])
    return bias, table


def _softmax(sums: Sequence[float]) -> list[float]:
    highest = max(sums)
    odds = [math.exp(value - highest) for value in sums]
    total = sum(odds)
    return [value / total for value in odds]


if __name__ == "__main__":
    main()
