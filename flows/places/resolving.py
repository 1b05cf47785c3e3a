"""The one question that others ask this room: which place does a text mean?"""

from functools import cache, lru_cache

from flows.places.areas import NTB, units
from flows.places.choosing import choose
from flows.places.folding import fold
from flows.places.indexing import gazetteer
from flows.places.lexicon import lexicon
from flows.places.mentions import Scan, scan
from flows.places.model import NOWHERE, Level, Place, PlaceReading

LONGEST_TEXT = 4000
_HERE = Place(None, "di sini", Level.HERE)


def resolve(text: str, *, province: str = NTB) -> PlaceReading:
    """Read the place that a text names: one place, a few to choose from, outside, "here", or nothing."""
    return _resolve(text[:LONGEST_TEXT], province)


@lru_cache(maxsize=256)  # a ticket that is kept true asks for its place again at every message
def _resolve(text: str, province: str) -> PlaceReading:
    read = scan(text, gazetteer(province))
    chosen = choose(read)
    if chosen is None:
        return _here(read, text)
    mention, place, options = chosen
    words = text[read.words[mention.start].start : read.words[mention.end - 1].end]
    return PlaceReading(place, options, words)


def _here(read: Scan, text: str) -> PlaceReading:
    known = lexicon().here
    for i, word in enumerate(read.words):
        pair = read.words[i : i + 2]
        for span in (pair, pair[:1]):
            if "".join(part.text for part in span) in known:
                return PlaceReading(_HERE, (), text[word.start : span[-1].end])
    return NOWHERE


def place_of(code: str) -> Place | None:
    """The official unit of a code, for a ticket that keeps only the code."""
    return units(code[:2]).get(code)


@cache
def warm(province: str = NTB) -> None:
    """Load the tables before the first citizen writes."""
    resolve(fold("praya"), province=province)
