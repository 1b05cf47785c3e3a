"""Cuts a text that is too long for one message into parts, between sentences and never inside a character."""

import re
from typing import Final

_PARAGRAPH, _SENTENCE, _WORD = re.compile(r"\n+"), re.compile(r"(?<=[.!?])\s+"), re.compile(r"\s+")
_JOINERS: Final = frozenset("\u200d\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_MARK_ROOM: Final = 8  # "(12/99) "


def length_of(text: str) -> int:
    """Give the length that counts most: UTF-16 units, in which an emoji takes two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_text(text: str, limit: int) -> tuple[str, ...]:
    """Give the parts of a text, each at most `limit` long; more than one are numbered "(1/2) "."""
    if length_of(text) <= limit:
        return (text,)
    parts: list[str] = []
    rest = text
    while rest:
        head = _head(rest, limit - _MARK_ROOM)
        parts.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    parts = [part for part in parts if part]
    return tuple(f"({number}/{len(parts)}) {part}" for number, part in enumerate(parts, 1))


def _head(text: str, room: int) -> str:
    """Give the beginning that fits, cut at the best place there is in its second half."""
    if length_of(text) <= room:
        return text
    end = _fitting(text, room)
    for border in (_PARAGRAPH, _SENTENCE, _WORD):
        ends = [match.end() for match in border.finditer(text, end // 2, end)]
        if ends:
            return text[: ends[-1]]
    while end > 1 and (text[end] in _JOINERS or text[end - 1] == "\u200d"):
        end -= 1  # a family of emoji stays together
    return text[:end]


def _fitting(text: str, room: int) -> int:
    """Give how many characters fit into so many UTF-16 units."""
    units = 0
    for place, char in enumerate(text):
        units += 2 if ord(char) > 0xFFFF else 1
        if units > room:
            return place
    return len(text)
