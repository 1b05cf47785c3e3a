"""Which of many patterns could hold in a message, told from its concepts alone, without trying one by one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import repeat
from operator import or_

from flows.understanding.pattern import Pattern, commonness


class Sieve:
    """Sifts patterns by the concepts that a message holds.

    A set of patterns is a whole number with a bit for each. A concept is known by two such sets side by side: the
    patterns whose rarest place it can take, and those whose next rarest. Put together over a message, a pattern is left
    where it stands in both. That leaves so few that their other places, and what they forbid, are looked up one by one.
    """

    __slots__ = ("_begin", "_known", "_patterns")

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._known: dict[str, int] = {}
        # patterns of a single place have met their second before a word is read
        self._begin = 0
        for number, pattern in enumerate(patterns):
            rare, *others = sorted(pattern.elements, key=commonness)
            self._mark(number, rare)
            if others:
                self._mark(number + len(patterns), others[0])
            else:
                self._begin |= 1 << number + len(patterns)

    def _mark(self, bit: int, names: Iterable[str]) -> None:
        for name in names:
            self._known[name] = self._known.get(name, 0) | 1 << bit

    def met(self, concepts: Iterable[str]) -> int:
        """Put together what these concepts are known by."""
        return reduce(or_, map(self._known.get, concepts, repeat(0)), self._begin)

    def known_by(self, concept: str) -> int:
        """Give what one concept is known by."""
        return self._known.get(concept, 0)

    def left(self, met: int) -> int:
        """Give the set of the patterns that are left where all this was met."""
        return met & met >> len(self._patterns)


def numbers_in(patterns: int) -> Iterator[int]:
    """Give the numbers of the patterns in a set, in order."""
    while patterns:
        lowest = patterns & -patterns
        yield lowest.bit_length() - 1
        patterns ^= lowest
