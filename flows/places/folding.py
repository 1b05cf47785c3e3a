"""Spelling made alike: one form to compare names exactly, one for sound, one for consonants alone."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[a-z0-9]+(?:['\u2018\u2019`][a-z0-9]+)*")
_APOSTROPHE = re.compile(r"['\u2018\u2019`]")
_LONG_RUN = re.compile(r"([a-z])\1{2,}")
_ROMAN = frozenset({"iii", "viii", "xiii"})  # three strokes are no stretched letter
_BREAK = re.compile(r"[,;:!?\n()/|]")
_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"(?<=[aeiou][bcdgjklmnprst])y(?=[aeu])")  # mulya, mulia
_VOWELS = re.compile(r"[aeiouy]")
# letters that people exchange because they sound alike; order matters
_SOUNDS = (
    ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("ph", "p"), ("bh", "b"), ("oe", "u"), ("ou", "u"), ("q", "k"), ("v", "p"), ("f", "p"), ("z", "s"),
    ("x", "ks"), ("o", "u"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a message, folded, and where it stands."""

    text: str
    start: int
    end: int
    breaks: bool  # a comma, a line or a sentence ends before it


def plain(text: str) -> str:
    """Lower case without accents, same length as far as Unicode allows."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def fold(name: str) -> str:
    """One comparable form of a name: no blanks, hyphens or apostrophes, no stretched letters."""
    return "".join(token.text for token in tokens(name))


def tokens(text: str) -> list[Token]:
    """Cut a text into folded words; "akar2" becomes "akarakar"."""
    folded = plain(text)
    found: list[Token] = []
    last = 0
    stretched = _LONG_RUN.search(folded) is not None
    for match in _WORD.finditer(folded):
        word = match[0] if match[0].isalnum() else _APOSTROPHE.sub("", match[0])
        if stretched and word not in _ROMAN:
            word = _LONG_RUN.sub(r"\1", word)
        if len(word) > 3 and word[-1] == "2" and word[:-1].isalpha():
            word = word[:-1] * 2
        between = folded[last : match.start()]
        breaks = (between != " " and _BREAK.search(between) is not None) or ("." in between and not _abbreviated(found))
        found.append(Token(word, match.start(), match.end(), breaks))
        last = match.end()
    return found


def _abbreviated(found: list[Token]) -> bool:
    return not found or len(found[-1].text) <= len("desa")


def sound(key: str) -> str:
    """How a folded name sounds to somebody who writes as he speaks: h, doubled letters and o/u do not count."""
    for written, heard in _SOUNDS:
        if written in key:
            key = key.replace(written, heard)
    key = key[:1] + key[1:].replace("h", "")
    key = _GLIDE.sub("i", key)
    if key.endswith("e"):  # Sasak says Praye, Kute, Sakre
        key = key[:-1] + "a"
    if key.startswith(("emp", "emb", "ent", "end")):  # Mbojo says Mpunda, Ntobo
        key = key[1:]
    return _DOUBLE.sub(r"\1", key)


def bones(heard: str) -> str:
    """The consonants of a sound, with its first letter: what is left when vowels are dropped."""
    return heard[:1] + _VOWELS.sub("", heard[1:])


def slips(key: str) -> set[str]:
    """A name as hasty fingers write it: one letter left out, doubled or swapped with the next, never the first."""
    left_out = {key[:i] + key[i + 1 :] for i in range(1, len(key))}
    doubled = {key[:i] + key[i - 1 :] for i in range(1, len(key) + 1)}
    swapped = {key[:i] + key[i + 1] + key[i] + key[i + 2 :] for i in range(1, len(key) - 1)}
    return (left_out | doubled | swapped) - {key}


def without_one(key: str) -> set[str]:
    """The key, and every key with one letter left out: two keys that share one differ by a slip."""
    return {key, *(key[:i] + key[i + 1 :] for i in range(1, len(key)))}
