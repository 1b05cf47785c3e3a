"""A message cut into clauses, in each of which one thing is said: at stops, and before "jadi", "soalnya", "but"."""

import re
from typing import NamedTuple

from flows.folding import fold
from flows.phrases import Words

_LONGEST = 1200  # characters
_CUT = re.compile(
    r"[;!\n()]+|[.,](?!\d)|(?<!\d)[.,]|(?<=\?)|"
    r"(?=\b(?:tapi|tp|tpi|jadi|jd|soalnya|karena|krn|nanti|nti|ntar|biar|supaya|sebab|kalau|kalo|klo|mumpung|selagi|"
    r"asal|asalkan|but|because|so|since|when|if)\b)|(?=\b(?:dan|and) (?:nama|name|my name)\b)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[;!?\n]|[.,](?!\d)|\b(?:tapi|tp|but)\b", re.IGNORECASE)
_A_NUMBER = 8  # digits


class Clause(NamedTuple):
    """A piece of a message: as written, and its words folded."""

    raw: str
    words: Words

    @property
    def asks(self) -> bool:
        """True where it ends with a question mark."""
        return self.raw.endswith("?")

    @property
    def has_number(self) -> bool:
        """True where a phone number may stand in it."""
        return sum(map(str.isdigit, self.raw)) >= _A_NUMBER


def clauses_of(text: str) -> list[Clause]:
    """Cut a message into its clauses, in their order."""
    pieces = (piece.strip() for piece in _CUT.split(text[:_LONGEST]))
    return [Clause(piece, words) for piece in pieces if (words := fold(piece))]


def pieces_of(text: str) -> list[str]:
    """Cut a text only at stops and before "tapi": of clauses "ga jadi bayar" would be two."""
    return _PIECE.split(text)
