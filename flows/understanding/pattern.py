"""The small language in which signs are written: concepts, their order, and how far apart they may stand.

CANNOT >4 OUT      OUT follows CANNOT, at most 4 words between, in one sentence (2 or fewer: no comma between)
PASSPORT &6 HOLD   either order, at most 6 words between, in one sentence
SHELTER & CANNOT   both somewhere in the message
A|B                either concept;  !A  the message has no A;  a lower-case word stands for itself
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from flows.understanding.lexicon import Lexicon
from flows.understanding.words import Words

_GAP = re.compile(r"([>&])(\d*)$")
ANYWHERE = 10_000
# So near that a comma between them would part them: "ga digaji, boleh keluar"
_TIGHT = 2
# A pattern that spells out the refusal itself must also see words that stand under "tidak".
_COMMON = frozenset(
    ("NEG", "SELF", "KIN", "PERSON", "CAN", "NUMBER", "ASK", "WISH", "OTHERS", "MONEY", "WORK", "QMARK", "TAGQ",
     "SHORT", "COUNTRY", "CITY", "SUSPECT", "LABOUR", "GOING", "MINE", "TOPIC", "LEARN", "CHECK", "FIRM", "DEPART",
     "MIGRANT", "EMPLOYER", "RECRUITER", "HOLD", "PAY", "SOON", "TICKET",
     "di", "ke", "yang", "sudah", "mau", "ini", "saya")
)  # fmt: skip
_OFTEN = 20
REFUSALS = frozenset({"NEG", "CANNOT", "NEVER", "WITHOUT"})


class Span(NamedTuple):
    """Terms `first` up to but not including `last`."""

    first: int
    last: int


def join(one: Span, other: Span) -> Span:
    """Give the span that reaches over two."""
    # calls of min, max and the named tuple's own constructor cost three times as much, on the hottest path
    first = one.first if one.first < other.first else other.first  # noqa: FURB136 - see above
    last = one.last if one.last > other.last else other.last  # noqa: FURB136 - see above
    return tuple.__new__(Span, (first, last))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    text: str
    elements: tuple[tuple[str, ...], ...]
    """For each place the concepts of which one stands there."""
    gaps: tuple[tuple[bool, int], ...]
    absent: tuple[str, ...]
    raw: bool
    anchor: tuple[str, ...]


class Scene(Protocol):
    """What a pattern is matched against."""

    words: Words
    spans: dict[str, list[Span]]
    negated: set[int]


def compile_pattern(known: Lexicon, text: str) -> Pattern:
    """Turn the written form into one that matches quickly."""
    elements: list[tuple[str, ...]] = []
    gaps: list[tuple[bool, int]] = []
    absent: list[str] = []
    raw = False
    for piece in text.split():
        gap = _GAP.match(piece)
        if gap:
            ordered = gap[1] == ">"
            gaps.append((ordered, int(gap[2]) if gap[2] else (0 if ordered else ANYWHERE)))
        elif piece.startswith("!"):
            absent += [known.named(name) for name in piece[1:].split("|")]
        else:
            names = piece.split("|")
            raw = raw or not REFUSALS.isdisjoint(names)
            elements.append(tuple(known.named(name) for name in names))
    if len(gaps) != len(elements) - 1:
        raise MalformedPatternError(text)
    return Pattern(text, tuple(elements), tuple(gaps), tuple(absent), raw, min(elements, key=commonness))


class MalformedPatternError(ValueError):
    """A pattern in a lexicon file does not alternate concepts and gaps."""


def find_all(pattern: Pattern, scene: Scene) -> list[Span]:
    """Find every place where a pattern holds, one for each place of its first concept."""
    spans = scene.spans
    if pattern.absent and not spans.keys().isdisjoint(pattern.absent):
        return []
    places: list[list[Span]] = []
    # a denied concept stands only for patterns that spell out the refusal
    denied = () if pattern.raw else scene.negated
    for names in pattern.elements:
        if len(names) == 1:
            here = spans.get(names[0], [])
        else:
            here = sorted([span for name in names if name in spans for span in spans[name]])
        if denied:
            here = [span for span in here if span.first not in denied]
        if not here:
            return []
        places.append(here)
    if len(places) == 1:
        return list(places[0])
    found = []
    for start in places[0]:
        end = _chain(pattern, 1, start, start, places, scene.words)
        if end is not None:
            found.append(end)
    return found


def _chain(  # noqa: PLR0913, PLR0917 - a step of a recursion on the hottest path
    pattern: Pattern, at: int, previous: Span, whole: Span, places: Sequence[Sequence[Span]], words: Words
) -> Span | None:
    ordered, room = pattern.gaps[at - 1]
    after = at + 1
    for span in places[at]:
        if room != ANYWHERE:
            between = span.first - previous.last
            if between < 0 and not ordered:
                between = previous.first - span.last
            bounds = words.clauses if room <= _TIGHT else words.sentences
            if not 0 <= between <= room or bounds[span.first] != bounds[previous.first]:
                continue
        grown = join(whole, span)
        if after == len(places):
            return grown
        end = _chain(pattern, after, span, grown, places, words)
        if end is not None:
            return end
    return None


def commonness(names: tuple[str, ...]) -> int:
    """Tell how often a message will hold one of these concepts: patterns wait for their rarest."""
    return sum(_OFTEN if name in _COMMON else 1 for name in names)
