"""Where the name of a firm ends: "PT Sinar Rejeki Abadi pas dicek ga ada"."""

import re
from functools import cache
from typing import NamedTuple

from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.word import read_word

_PIECE = re.compile(r"[^\W\d_][\w'’.&-]*")
_LONGEST, _LONG = 8, 5  # words; behind the fifth only those of which names of firms are made
_ARTICLES = frozenset({"al", "el"})
_REGIONS = frozenset({"eropa", "asia", "timur", "barat", "europe"})  # at the end of a name: "LPK Mitra Eropa"
_WHERE = frozenset({"cabang", "cab", "pusat", "alamat", "jl", "jln"})
_A_PARTICLE = 2  # letters; "PT Al hijrah"
_SHORTEST = 3  # letters of a word in a name that is not written large


class FirmName(NamedTuple):
    """A name as an officer reads it, and where it ends in the text."""

    said: str
    end: int


def name_from(text: str, start: int, *, is_sure: bool = True) -> FirmName | None:
    """Give the firm's name that begins at `start`; where it is not `is_sure` that one does, it shows itself as one."""
    parts: list[str] = []
    end = start
    pieces = _in_a_row(text, start)
    for place, piece in enumerate(pieces):
        word = piece.group().rstrip(".")
        if len(parts) >= _LONG and word.lower() not in word_set("firm_words"):
            break
        leads_on = _leads_on(word, pieces[place + 1 : place + 2])
        if not (leads_on or _goes_on(word, parts)) or not (parts or is_sure or leads_on or _shows_itself(word)):
            break
        parts.append(word)
        end = piece.end()
    if not parts:
        return None
    return FirmName(" ".join(word.capitalize() if word.islower() else word for word in parts), end)


def _in_a_row(text: str, start: int) -> list[re.Match[str]]:
    """Give the words from `start` on between which nothing but a blank stands, as many as a name may have."""
    pieces: list[re.Match[str]] = []
    end = start
    for piece in _PIECE.finditer(text, start):
        between = text[end : piece.start()]
        if between.strip(' ."“') or "\n" in between or len(pieces) >= _LONGEST:
            break
        pieces.append(piece)
        end = piece.end()
    return pieces


def _leads_on(word: str, then: list[re.Match[str]]) -> bool:
    """Tell "Laut" in "pt laut jaya" and "Madinah" in "pt cahaya madinah utama" from words after a name."""
    lower = word.lower()
    is_small = lower in word_set("indonesian") or lower in word_set("not_names") or _ends_a_name(lower)
    return word.islower() and not is_small and any(piece.group().lower() in word_set("firm_words") for piece in then)


def _shows_itself(word: str) -> bool:
    return word[0].isupper() or word in word_set("firm_words")


def _goes_on(word: str, parts: list[str]) -> bool:
    """Say whether a word belongs to the name that began with `parts`: it is written as the name began."""
    lower = word.lower()
    if lower in word_set("firm_words") or (lower in _ARTICLES and not parts) or (lower in _REGIONS and parts):
        return True
    if parts and lower in word_set("firm_ends") and (word[0].isupper() or len(lower) > _LONG):
        return parts[0][0].isupper() == word[0].isupper()  # "Nusa Job Center", "sakura bridge"
    if _ends_a_name(lower) or (word.islower() and lower in word_set("indonesian")):
        return False
    known = lexicon()
    is_common = (
        lower in known.words or lower in known.slang or lower in known.ordinary or lower in word_set("not_names")
    )
    if parts and parts[0][0].isupper() and word.islower():
        return len(parts) == 1 and len(parts[0]) <= _A_PARTICLE and not is_common
    if all(part[0].isupper() for part in parts) and word[0].isupper() and (not word.isupper() or _shouts(parts)):
        return lower not in word_set("not_names")
    return not is_common and (word[0].isupper() or len(word) >= _SHORTEST)


def _shouts(parts: list[str]) -> bool:
    """Say whether a name began in capital letters: "PT SINAR MAS"."""
    return bool(parts) and all(part.isupper() for part in parts)


@cache
def _ends_a_name(word: str) -> bool:
    """Tell "pas", "tapi" and "alamatnya", with which a sentence goes on after a name."""
    ends = word_set("place_ends") | word_set("becoming") | _WHERE
    return word.endswith("nya") or word in ends or any(term.form in ends for term in read_word(word))
