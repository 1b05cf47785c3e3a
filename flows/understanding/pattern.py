"""The small language in which signs are written: concepts, their order, and how far apart they may stand.

CANNOT >4 OUT      OUT follows CANNOT, at most 4 words between, in one sentence (2 or fewer: no comma between)
PASSPORT &6 HOLD   either order, at most 6 words between, in one sentence
SHELTER & CANNOT   both somewhere in the message
A|B                either concept;  !A  the message has no A;  a lower-case word stands for itself
"""

import re
from collections.abc import Iterable, Sequence
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
    masks: tuple[int, ...]
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
    masks = tuple(sum(1 << i for i in set(e)) for e in elements)
    return Pattern(text, tuple(elements), tuple(gaps), masks, absent, raw, min(elements, key=lambda e: _cost(known, e)))


class MalformedPatternError(ValueError):
    """A pattern in a lexicon file does not alternate concepts and gaps."""


def could_hold(pattern: Pattern, present: int) -> bool:
    """Tell whether all that `pattern` needs, and nothing that it forbids, is in the message at all."""
    if pattern.absent & present:
        return False
    for mask in pattern.masks:  # noqa: SIM110 - all() takes twice the time here, on the hottest path
        if not mask & present:
            return False
    return True


def find_all(pattern: Pattern, scene: Scene) -> list[Span]:
    """Find every place where a pattern that could hold does, one for each place of its first concept."""
    if len(pattern.elements) == 1:
        return list(_spans(pattern, 0, scene))
    ends = [_chain(pattern, 1, start, start, scene) for start in _spans(pattern, 0, scene)]
    return [end for end in ends if end is not None]


def _chain(pattern: Pattern, at: int, previous: Span, whole: Span, scene: Scene) -> Span | None:
    ordered, room = pattern.gaps[at - 1]
    for span in _spans(pattern, at, scene):
        bounds = scene.clauses if room <= _TIGHT else scene.sentences
        if not _fits(previous, span, ordered=ordered, room=room, bounds=bounds):
            continue
        grown = Span(min(whole.first, span.first), max(whole.last, span.last))
        if at + 1 == len(pattern.elements):
            return grown
        end = _chain(pattern, at + 1, span, grown, scene)
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


def _spans(pattern: Pattern, at: int, scene: Scene) -> Iterable[Span]:
    names = pattern.elements[at]
    if len(names) == 1:
        found: Iterable[Span] = scene.spans.get(names[0], ())
    else:
        found = sorted(s for name in names for s in scene.spans.get(name, ()))
    if pattern.raw or not scene.negated:
        return found
    return [s for s in found if s.first not in scene.negated]


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
