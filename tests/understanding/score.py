"""Scores understanding on the labelled sets: the half rules were written on, the half that judges, later batches."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from flows.reading import Reading
from flows.understanding import understand

FOLDER = Path(__file__).parent
TODAY = datetime(2026, 11, 24, 20, 0)  # noqa: DTZ001 - the citizen's wall clock, a Tuesday evening

HELD_OUT = frozenset(
    {"first/judge"} | {f"stranger_{name}" for name in ("zw", "zz", "zze", "zzf", "zzg", "zzh", "zzi", "zzj", "zzk")}
)
"""Sets that no rule and no weight was made from."""


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message."""

    id: str
    intent: str
    category: str
    urgency: str
    scary: bool
    text: str

    @property
    def half(self) -> str:
        """`rules` or `judge`, by a hash of the id: the same for everybody, chosen by nobody."""
        return "rules" if sha256(self.id.encode()).digest()[0] % 2 else "judge"


def messages(name: str) -> list[Message]:
    """Read one labelled set."""
    rows = (FOLDER / f"messages_{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    made = []
    for row in rows:
        key, intent, category, urgency, scary, text = row.split("\t")
        made.append(Message(key, intent, category, urgency, bool(scary), text.replace("\\n", "\n")))
    return made


@cache
def sets() -> dict[str, list[Message]]:
    """Give all sets by name: both halves of the first, and every later batch whole."""
    made: dict[str, list[Message]] = {}
    for path in sorted(FOLDER.glob("messages_*.tsv")):
        name = path.stem.removeprefix("messages_")
        for message in messages(name):
            key = f"{name}/{message.half}" if name == "first" else name
            made.setdefault(key, []).append(message)
    return made


@cache
def read(message: Message) -> Reading:
    """Understand one labelled message at the set's fixed moment; once, however many tests ask."""
    return understand(message.text, today=TODAY)


def figures() -> Iterator[dict[str, object]]:
    """Give one figure a line: every set's accuracy, then the cost of a message."""
    for name, rows in sets().items():
        yield {"bench": "understanding", "set": name, **score(rows)}
    yield {"bench": "understanding_cost", **cost()}


def score(rows: Iterable[Message]) -> dict[str, object]:
    """Score one set."""
    pairs = [(m, read(m)) for m in rows]
    grave = [(m, r) for m, r in pairs if m.urgency == "emergency"]
    calm = [(m, r) for m, r in pairs if m.urgency != "emergency"]
    scary = [(m, r) for m, r in pairs if m.scary]
    return {
        "messages": len(pairs),
        "intent_pct": _pct(m.intent == r.intent for m, r in pairs),
        "category_pct": _pct(m.category == r.category for m, r in pairs),
        "urgency_pct": _pct(m.urgency == r.urgency for m, r in pairs),
        "emergencies": len(grave),
        "emergencies_caught": sum(r.is_emergency for _, r in grave),
        "emergencies_called_normal": sum(r.urgency == "normal" for _, r in grave),
        "false_emergencies": sum(r.is_emergency for _, r in calm),
        "scary_but_harmless": len(scary),
        "scary_called_emergency": sum(r.is_emergency for _, r in scary),
    }


def cost() -> dict[str, object]:
    """Measure the time of a held-out message in microseconds, at its own length and stretched to 500 characters."""
    texts = [m.text for name, rows in sets().items() if name in HELD_OUT for m in rows]
    for text in texts:
        understand(text, today=TODAY)
    short = _times([t for t in texts if len(t) <= 120])
    long = _times([(t + " ") * (500 // (len(t) + 1) + 1) for t in texts])
    return {"short_median_us": short[0], "short_p99_us": short[1], "long_median_us": long[0], "long_p99_us": long[1]}


def _times(texts: list[str]) -> tuple[int, int]:
    spent = []
    for text in texts:
        start = time.thread_time_ns()
        understand(text[:500], today=TODAY)
        spent.append((time.thread_time_ns() - start) // 1000)
    spent.sort()
    return spent[len(spent) // 2], spent[len(spent) * 99 // 100]


def _pct(right: Iterable[bool]) -> float:
    answers = list(right)
    return round(100 * sum(answers) / max(1, len(answers)), 1)


def main() -> None:
    """Print the figures, and with `wrong <set>` the messages that were read otherwise than labelled."""
    if len(sys.argv) > 2 and sys.argv[1] == "wrong":
        for message in sets()[sys.argv[2]]:
            got = read(message)
            if (got.intent, got.category, got.urgency) != (message.intent, message.category, message.urgency):
                marks = [
                    f"{w}>{g}"
                    for w, g in zip(
                        (message.intent, message.category, message.urgency),
                        (got.intent, got.category, got.urgency),
                        strict=True,
                    )
                    if w != g
                ]
                print(message.id, " ".join(marks), "|", message.text, "|", [f"{s.name}:{s.words}" for s in got.signals])
        return
    for row in figures():
        print(row)


if __name__ == "__main__":
    main()
