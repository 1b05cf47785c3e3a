"""Citizen text made honest for the screen: hidden characters become marks that an officer can see.

Text is never marked safe here beyond the marks themselves: every piece is escaped first (trust.md R27, R28).
"""

import unicodedata

from markupsafe import Markup, escape

# direction overrides and isolates can show "ton" for "not"; zero-width characters hide words from search
_NAMES = {
    "\u200b": "ruang nol",
    "\u200c": "tanpa sambung",
    "\u200d": "sambung",
    "\u200e": "kiri ke kanan",
    "\u200f": "kanan ke kiri",
    "\u061c": "arah Arab",
    "\u202a": "mulai kiri ke kanan",
    "\u202b": "mulai kanan ke kiri",
    "\u202c": "akhir arah",
    "\u202d": "paksa kiri ke kanan",
    "\u202e": "paksa kanan ke kiri",
    "\u2060": "sambung nol",
    "\u2066": "mulai kiri ke kanan",
    "\u2067": "mulai kanan ke kiri",
    "\u2068": "mulai arah sendiri",
    "\u2069": "akhir arah",
    "\ufeff": "tanda urutan",
}
_JOINER = "\u200d"
# more marks than this on one letter is a flood that climbs over the lines above it
_MOST_MARKS = 4


def visible(text: str) -> Markup:
    """Escape text and show each hidden control as a small mark with its name; newlines stay newlines."""
    pieces: list[Markup] = []
    plain: list[str] = []
    marks = 0
    for index, char in enumerate(text):
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > _MOST_MARKS:
            continue
        name = _hidden_name(char, text, index)
        if not name:
            plain.append(char)
            continue
        pieces += [escape("".join(plain)), _mark(name)]
        plain = []
    pieces.append(escape("".join(plain)))
    return Markup("").join(pieces)


def without_hidden(text: str) -> str:
    """Drop hidden characters, for codes and search words."""
    return "".join(char for char in text if unicodedata.category(char) not in {"Cf", "Cc", "Cs"})


def _hidden_name(char: str, text: str, index: int) -> str:
    if char in "\n\t":
        return ""
    if char == _JOINER and _joins_emoji(text, index):
        return ""
    if char in _NAMES:
        return _NAMES[char]
    kind = unicodedata.category(char)
    if kind in {"Cf", "Cc", "Cs"} and char != "\r":
        return f"U+{ord(char):04X}"
    return ""


def _joins_emoji(text: str, index: int) -> bool:
    """True where a joiner stands between two symbols: a family emoji is no trick."""
    before = text[index - 1 : index]
    after = text[index + 1 : index + 2]
    return before > "\u2000" and after > "\u2000" and not before.isalpha() and not after.isalpha()


def _mark(name: str) -> Markup:
    return Markup('<span class="hidden-char" title="tanda tersembunyi: {}">⍰</span>').format(name)
