"""Names as the tables spell them, found in a text: joined, split or abbreviated, but not misspelled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.places.folding import Token, bones, sound
from flows.places.gazetteer import LONGEST_NAME, OPENING, Gazetteer
from flows.places.lexicon import Lexicon
from flows.places.naming import Target
from flows.places.numbering import is_counted
from flows.places.surroundings import Surroundings, around

PLACE_UNITS = frozenset({"village", "district", "regency", "city"})
SHORTEST_TIDIED = 5  # letters
SHORTEST_GLUED = 6  # letters of a word that may hide a preposition
_GLUED = ("dari", "deket", "dekat", "desa", "kec", "kab", "ds", "di", "ke", "d")


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text: what it may mean, how sure the spelling is, and what stands around it."""

    start: int
    end: int
    targets: tuple[Target, ...]
    key: str
    exact: bool  # as the tables have it, or a long name with one slip
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


def spans(words: Sequence[Token], start: int, size: int, known: Lexicon) -> Iterator[str]:
    """Join some words into a key, as written and with abbreviations spelled out; nothing across a comma."""
    if size == 1 and start < len(words):  # most are
        text = words[start].text
        yield text
        if text in known.parts:
            yield known.parts[text]
        return
    span = words[start : start + size]
    if len(span) < size or any(word.breaks for word in span[1:]):
        return
    texts = [word.text for word in span]
    yield "".join(texts)
    if not known.parts.keys().isdisjoint(texts):
        yield "".join(known.parts.get(text, text) for text in texts)


def tidied(words: Sequence[Token], names: Gazetteer, known: Lexicon) -> Iterator[Token]:
    """Part a word that is a place and the larger one behind it ("gerunglobar"); spell unit words out ("plbhan")."""
    for word in words:
        text = word.text
        if len(text) < SHORTEST_TIDIED or text in names.exact or text in known.guard or text in known.quiet:
            yield word
        elif (cut := _seam(text, names)) and word.end - word.start == len(text):
            yield replace(word, text=text[:cut], end=word.start + cut)
            yield replace(word, text=text[cut:], start=word.start + cut, breaks=False)
        else:
            yield replace(word, text=known.unit_bones.get(bones(sound(text)), text))


def _seam(text: str, names: Gazetteer) -> int:
    for cut in range(len(text) - 3, 3, -1):
        first, second = names.exact.get(text[:cut], ()), names.exact.get(text[cut:], ())
        if any(one.depth > other.depth and one.holds_or_lies_in(other) for one in first for other in second):
            return cut
    return 0


def written(words: Sequence[Token], names: Gazetteer, known: Lexicon) -> Iterator[Mention]:
    """Every name of the tables, longest first."""
    at = 0
    while at < len(words):
        size, key, glued = _longest(words, at, names, known)
        if size:
            near = around(words, at, at + size)
            if glued:
                near = replace(near, unit=known.units.get(glued, "around"), vetoed=False)
            yield Mention(at, at + size, names.exact[key], key, exact=True, near=near)
        at += size or 1


def _longest(words: Sequence[Token], at: int, names: Gazetteer, known: Lexicon) -> tuple[int, str, str]:
    """How many words from here make a name, its key, and what is glued to it ("dimataram")."""
    word = words[at].text
    if word in known.parts or names.may_open(_opening(words, at)):
        for size in range(LONGEST_NAME, 0, -1):
            for key in spans(words, at, size, known):
                if key in names.exact and not (size > 1 and is_counted(words, at + size, known)):
                    return size, key, ""
    if len(word) >= SHORTEST_GLUED and word.startswith(_GLUED) and word not in known.guard:
        for prefix in _GLUED:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) > 3 and rest in names.exact and rest not in known.deep:
                return 1, rest, prefix
    return 0, "", ""


def _opening(words: Sequence[Token], at: int) -> str:
    """The first letters from here on, across blanks."""
    word = words[at].text
    return word if len(word) >= OPENING else "".join(other.text for other in words[at : at + LONGEST_NAME])
