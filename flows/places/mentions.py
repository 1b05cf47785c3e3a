"""Finds every place that a text may mention, with the reasons to believe it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.places.folding import Token, tokens
from flows.places.gazetteer import LONGEST_NAME, Gazetteer, Target
from flows.places.lexicon import Lexicon, lexicon
from flows.places.model import Level
from flows.places.surroundings import Surroundings, around, stem

MOST_WORDS = 400
MOST_BARE_WORDS = 14  # a longer text is a story, not an answer to "where?"
MOST_ODD_WORDS = 3
SHORTEST_GLUED = 6
SHORTEST_GUESS = 4
_GLUED = ("dari", "deket", "dekat", "desa", "kec", "kab", "ds", "di", "ke", "d")
_VERBAL = ("meng", "mem", "men", "ber", "ter", "peng", "pem", "di", "ku", "se")
_PLACE_UNITS = frozenset({"village", "district", "regency", "city"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text: what it may mean, how sure the spelling is, and what stands around it."""

    start: int
    end: int
    targets: tuple[Target, ...]
    key: str
    exact: bool
    near: Surroundings
    sure: bool = False  # counts as a place by itself

    @property
    def outside(self) -> bool:
        """True where it can only be outside the province."""
        return not any(target.within for target in self.targets)

    def fits(self, other: "Mention") -> bool:
        """True where one may lie in the other."""
        return any(mine.holds_or_lies_in(theirs) for mine in self.targets for theirs in other.targets)

    def narrowed(self, targets: Sequence[Target]) -> "Mention":
        """The same mention meaning less, if anything is left."""
        return replace(self, targets=tuple(targets)) if targets else self


@dataclass(frozen=True, slots=True)
class Scan:
    """A text cut into words, with its mentions."""

    words: tuple[Token, ...]
    mentions: tuple[Mention, ...]


def scan(text: str, names: Gazetteer) -> Scan:
    """Read a text once from left to right."""
    words = tuple(tokens(text)[:MOST_WORDS])
    known = lexicon()
    reader = _Reader(words, names, known)
    mentions = list(reader.written())
    taken = {i for mention in mentions for i in range(mention.start, mention.end)}
    left = [i for i, word in enumerate(words) if i not in taken and not _says_nothing(word.text, known)]
    mentions += reader.misspelled(left, bare=len(left) <= MOST_ODD_WORDS and len(words) <= MOST_BARE_WORDS)
    mentions.sort(key=lambda mention: mention.start)
    taken |= {i for mention in mentions for i in range(mention.start, mention.end)}
    bare = bool(mentions) and all(i in taken for i in left)
    return Scan(words, tuple(_judged(mention, known, bare=bare) for mention in mentions))


def _says_nothing(word: str, known: Lexicon) -> bool:
    return word in known.filler or word in known.units or word in known.roles or stem(word) in known.units


@dataclass(frozen=True, slots=True)
class _Reader:
    """Looks the words of one text up in one gazetteer."""

    words: tuple[Token, ...]
    names: Gazetteer
    known: Lexicon

    def written(self) -> Iterator[Mention]:
        """Names spelled as the tables have them, longest first."""
        at = 0
        while at < len(self.words):
            size, key, glued = self._longest(at)
            if size:
                near = around(self.words, at, at + size)
                if glued:
                    near = replace(near, beside=True, unit=self.known.units.get(glued, "around"), vetoed=False)
                yield Mention(at, at + size, self.names.exact[key], key, exact=True, near=near)
            at += size or 1

    def misspelled(self, left: Sequence[int], *, bare: bool) -> Iterator[Mention]:
        """Names that only sound or look like one, where a place is to be expected."""
        free = set(left)
        for at in left:
            for size in (3, 2, 1):
                found = at in free and free.issuperset(range(at, at + size)) and self._guess(at, size, bare=bare)
                if found:
                    yield found
                    free.difference_update(range(at, at + size))
                    break

    def _span(self, start: int, size: int) -> Iterator[str]:
        """Join some words into a key, as written and with abbreviations spelled out; nothing across a comma."""
        span = self.words[start : start + size]
        if len(span) == size and not any(word.breaks for word in span[1:]):
            yield "".join(word.text for word in span)
            yield "".join(self.known.parts.get(word.text, word.text) for word in span)

    def _longest(self, at: int) -> tuple[int, str, str]:
        """How many words from here make a name, its key, and a preposition glued to it ("dimataram")."""
        for size in range(LONGEST_NAME, 0, -1):
            for key in self._span(at, size):
                if key in self.names.exact:
                    return size, key, ""
        word = self.words[at].text
        if len(word) >= SHORTEST_GLUED and word not in self.known.guard:
            for prefix in _GLUED:
                rest = word.removeprefix(prefix)
                if rest != word and len(rest) > 3 and rest in self.names.exact and rest not in self.known.deep:
                    return 1, rest, prefix
        return 0, "", ""

    def _guess(self, at: int, size: int, *, bare: bool) -> Mention | None:
        span = self.words[at : at + size]
        key = next(reversed(tuple(self._span(at, size))), "")
        guard = self.known.guard
        if len(key) < SHORTEST_GUESS or any(word.text in guard or stem(word.text) in guard for word in span):
            return None
        near = around(self.words, at, at + size)
        slack = key.startswith(_VERBAL) + (not near.beside and not bare) + (size > 1)
        close = self.names.near(key, slack)
        targets = tuple(target for other in close for target in self.names.exact[other])
        inside = tuple(target for target in targets if target.within)
        return Mention(at, at + size, inside or targets, close[0], exact=False, near=near) if targets else None


def _judged(mention: Mention, known: Lexicon, *, bare: bool) -> Mention:
    """Decide whether a mention is a place by itself."""
    near = mention.near
    named = near.unit in _PLACE_UNITS
    if near.vetoed or (near.unit == "street" and not _is_large(mention)):
        sure = False
    elif mention.key in known.deep:
        sure = named
    elif mention.key in known.ordinary or not mention.exact or len(mention.key) < 4:
        sure = near.beside or bare
    else:
        sure = True
    return replace(mention, sure=sure)


def _is_large(mention: Mention) -> bool:
    return any(target.place and target.place.level in {Level.REGENCY, Level.DISTRICT} for target in mention.targets)
