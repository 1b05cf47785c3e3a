"""Villages that are told apart by a number: Kandai II is also Kandai Dua and Kandai 2."""

from collections.abc import Iterator, Sequence

from flows.places.folding import Token, tokens
from flows.places.lexicon import Lexicon, lexicon

_SETTLED = ("upt", "sp")  # what only an office says of a settlement: UPT. Prode SP.I


def numbered(name: str) -> Iterator[str]:
    """What people say for a name that ends with a Roman number or begins with "UPT"."""
    words = [token.text for token in tokens(name)]
    ways = lexicon().numerals.get(words[-1], ()) if len(words) > 1 else ()
    short = words[1:] if words[0] == _SETTLED[0] else words
    shortest = [word for word in short if word not in _SETTLED]
    for left in (words[:-1], short[:-1], shortest[:-1]) if ways else ():
        yield from (" ".join((*left, way)) for way in ways)
        yield from (" ".join(left) + way for way in ways if way.isdigit())  # "kandai2"
    if short is not words and not ways:
        yield " ".join(short)


def is_counted(words: Sequence[Token], end: int, known: Lexicon) -> bool:
    """Tell "di kandai dua hari" from "di kandai dua, hari minggu": what ends before `end` counts what follows."""
    follows = words[end : end + 1]
    return bool(follows) and not follows[0].breaks and follows[0].text in known.counted and _is_number(words[end - 1])


def _is_number(word: Token) -> bool:
    return word.text.isdigit() or word.text in lexicon().amount
