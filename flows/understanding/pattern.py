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


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    text: str
    elements: tuple[tuple[int, ...], ...]
    gaps: tuple[tuple[bool, int], ...]
    required: int
    """Every concept that alone can stand at its place."""
    choices: tuple[int, ...]
    """For each place where one of several concepts may stand: all of them."""
    absent: int
    raw: bool
    anchor: tuple[int, ...]


class Scene(Protocol):
    """What a pattern is matched against."""

    present: int
    spans: dict[int, list[Span]]
    negated: set[int]

    @property
    def clauses(self) -> Sequence[int]:
        """The stretch between commas that each term stands in."""
        ...

    @property
    def sentences(self) -> Sequence[int]:
        """The sentence that each term stands in."""
        ...


def compile_pattern(known: Lexicon, text: str) -> Pattern:
    """Turn the written form into one that matches quickly."""
    elements: list[tuple[int, ...]] = []
    gaps: list[tuple[bool, int]] = []
    absent = 0
    raw = False
    for piece in text.split():
        gap = _GAP.match(piece)
        if gap:
            ordered = gap[1] == ">"
            gaps.append((ordered, int(gap[2]) if gap[2] else (0 if ordered else ANYWHERE)))
        elif piece.startswith("!"):
            for name in piece[1:].split("|"):
                absent |= 1 << _named(known, name)
        else:
            names = piece.split("|")
            raw = raw or not REFUSALS.isdisjoint(names)
            elements.append(tuple(_named(known, name) for name in names))
    if len(gaps) != len(elements) - 1:
        raise MalformedPatternError(text)
    required = sum(1 << number for number in {e[0] for e in elements if len(e) == 1})
    choices = tuple(sum(1 << number for number in set(e)) for e in elements if len(e) > 1)
    anchor = min(elements, key=lambda e: _cost(known, e))
    return Pattern(text, tuple(elements), tuple(gaps), required, choices, absent, raw, anchor)


class MalformedPatternError(ValueError):
    """A pattern in a lexicon file does not alternate concepts and gaps."""


def could_hold(pattern: Pattern, present: int) -> bool:
    """Tell whether all that `pattern` needs, and nothing that it forbids, is in the message at all."""
    required = pattern.required
    if required & present != required or pattern.absent & present:
        return False
    for choice in pattern.choices:  # noqa: SIM110 - all() takes twice the time here, on the hottest path
        if not choice & present:
            return False
    return True


def find_all(pattern: Pattern, scene: Scene) -> list[Span]:
    """Find every place where a pattern that could hold does, one for each place of its first concept."""
    places: list[Sequence[Span]] = []
    for names in pattern.elements:
        spans = _spans(names, scene, raw=pattern.raw)
        if not spans:
            return []
        places.append(spans)
    if len(places) == 1:
        return list(places[0])
    ends = [_chain(pattern, 1, start, start, places, scene) for start in places[0]]
    return [end for end in ends if end is not None]


def _chain(  # noqa: PLR0913, PLR0917 - a step of a recursion on the hottest path
    pattern: Pattern, at: int, previous: Span, whole: Span, places: Sequence[Sequence[Span]], scene: Scene
) -> Span | None:
    ordered, room = pattern.gaps[at - 1]
    bounds = scene.clauses if room <= _TIGHT else scene.sentences
    for span in places[at]:
        if not _fits(previous, span, ordered=ordered, room=room, bounds=bounds):
            continue
        grown = Span(min(whole.first, span.first), max(whole.last, span.last))
        if at + 1 == len(pattern.elements):
            return grown
        end = _chain(pattern, at + 1, span, grown, places, scene)
        if end is not None:
            return end
    return None


def _fits(previous: Span, span: Span, *, ordered: bool, room: int, bounds: Sequence[int]) -> bool:
    if room == ANYWHERE:
        return True
    if span.first >= previous.last:
        between = span.first - previous.last
    elif span.last <= previous.first and not ordered:
        between = previous.first - span.last
    else:
        return False
    return between <= room and bounds[span.first] == bounds[previous.first]


def _spans(names: tuple[int, ...], scene: Scene, *, raw: bool) -> Sequence[Span]:
    """Give where one of these concepts stands; a denied one only to patterns that spell out the refusal."""
    if len(names) == 1:
        found = scene.spans.get(names[0], [])
    else:
        found = sorted(span for name in names if name in scene.spans for span in scene.spans[name])
    if raw or not scene.negated:
        return found
    return [span for span in found if span.first not in scene.negated]


def _cost(known: Lexicon, names: tuple[int, ...]) -> int:
    """Tell how often a message will hold one of these concepts: patterns wait for their rarest."""
    return sum(_OFTEN if known.names[number] in _COMMON else 1 for number in names)


def _named(known: Lexicon, name: str) -> int:
    if name == name.lower():
        name = " ".join(known.slang.get(name, (name,)))
    if name not in known.ids and name == name.lower():
        number = known.concept(name)
        known.marks[name] = number
        return number
    return known.concept(name)
