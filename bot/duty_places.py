"""Where cards and alerts go: the desk, the duty group, and each duty phone by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.rules import Rules

PHONES: Final = "whatsapp"


@dataclass(frozen=True, slots=True)
class Target:
    """One duty place. `key` names it in rows that are not sealed, so it holds no number; `where` goes into the body."""

    lane: str
    key: str
    where: Mapping[str, object]


def targets(rules: Rules) -> Iterator[Target]:
    """Give every place that is to be told; each gets its own row, so that one that fails holds up no other."""
    for lane in rules.places:
        if lane == PHONES and rules.phones:
            for number, phone in enumerate(rules.phones, 1):
                yield Target(lane, f"{lane}/{number}", {"to": phone})
        else:
            yield Target(lane, lane, {})
