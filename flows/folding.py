"""Folding of short answers for comparison: what is typed in many ways becomes one row of words."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_KEYCAP = dict.fromkeys(map(ord, "\ufe0f\u20e3\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_WORD = re.compile(r"[^\W_]+")
_DRAWN = re.compile(r"([^\W\d_])\1(?:\1|(?![^\W_]))")  # three of a kind, or two at the end of a word


@lru_cache(maxsize=4096)
def fold(text: str) -> tuple[str, ...]:
    """Give the words of a short text: case, width, marks and drawn-out letters gone, chat spelling made plain.

    Only for matching answers and commands; what is stored is never folded.
    """
    flat = unicodedata.normalize("NFKC", text.translate(_KEYCAP)).casefold()
    words = _WORD.findall(flat)
    if _DRAWN.search(flat):
        words = [_undrawn(word) for word in words]
    spelling = chat_spelling()
    return tuple([spelling.get(word, word) for word in words])


@cache
def chat_spelling() -> dict[str, str]:
    """Give the usual short forms of chat Indonesian, short form -> word."""
    table = tomllib.loads(files("flows.texts").joinpath("words.toml").read_text("utf-8"))["spelling"]
    return {short: word for word, shorts in table.items() for short in shorts.split()}


def _undrawn(word: str) -> str:
    # "iyaaaa" is "iya"; two of a kind stay, for "saat" and "maaf"
    kept: list[str] = []
    for char in word:
        if len(kept) >= 2 and kept[-1] == kept[-2] == char and not char.isdigit():
            continue
        kept.append(char)
    if len(kept) > 2 and kept[-1] == kept[-2] and not kept[-1].isdigit():
        kept.pop()
    return "".join(kept)
