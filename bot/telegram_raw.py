"""Reading raw JSON of Telegram without believing it: a field of the wrong shape is a field that is not there."""

import math
from collections.abc import Mapping
from typing import Final

from flows.cleaning import clean_text

Raw = Mapping[str, object]

# ids have at most 52 significant bits, the sign left out; anything longer is no id of Telegram's
_MOST_ID: Final = 1 << 52
_EMPTY: Final[Raw] = {}


def part(raw: Raw, name: str) -> Raw:
    """Give an object inside; empty where there is none."""
    value = raw.get(name)
    return value if isinstance(value, dict) else _EMPTY


def parts(raw: Raw, name: str) -> list[Raw]:
    """Give the objects of a list inside."""
    value = raw.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def buttons_of(message: Raw) -> list[Raw]:
    """Give the buttons under a message, row after row."""
    rows = part(message, "reply_markup").get("inline_keyboard")
    return [
        button
        for row in (rows if isinstance(rows, list) else [])
        for button in (row if isinstance(row, list) else [])
        if isinstance(button, dict)
    ]


def words(raw: Raw, name: str) -> str:
    """Give a string without what cannot be kept; "" where there is none."""
    value = raw.get(name)
    return clean_text(value) if isinstance(value, str) else ""


def number(raw: Raw, name: str) -> int | None:
    """Give an id or a count; none where there is none, or one that cannot be."""
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -_MOST_ID < value < _MOST_ID else None


def degrees(raw: Raw, name: str) -> float | None:
    """Give an angle; none where there is no finite number."""
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1000:
        return None
    return float(value) if math.isfinite(value) else None


def is_true(raw: Raw, name: str) -> bool:
    """Say whether a flag is set."""
    return raw.get(name) is True
