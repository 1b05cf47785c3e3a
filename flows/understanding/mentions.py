"""Which concepts a text mentions and where: words, phrases, compositions, and what stands under a "tidak"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from flows.understanding.lexicon import Lexicon, lexicon
from flows.understanding.pattern import Pattern, Scene, Span, compile_pattern, find_all
from flows.understanding.words import Term, Words, read_word

# "tidak pernah ada yang dipukul": how far a refusal looks for the word that it refuses
_NEGATION_REACH = 4


@dataclass(slots=True)
class Mentions:
    """All concepts of one text, by number."""

    words: Words
    present: int
    spans: dict[int, list[Span]]
    negated: set[int]

    def scene(self) -> Scene:
        """Give what patterns are matched against."""
        return Scene(self.present, self.spans, self.words.sentences, self.negated)

    def of(self, name: str) -> list[Span]:
        """Give the places of a concept by name."""
        number = lexicon().ids.get(name)
        return [] if number is None else self.spans.get(number, [])

    def has(self, *names: str) -> bool:
        """Tell whether any of these concepts is mentioned."""
        return any(self.of(name) for name in names)

    def add(self, number: int, span: Span) -> None:
        """Note one more mention."""
        self.spans.setdefault(number, []).append(span)
        self.present |= 1 << number


@dataclass(frozen=True, slots=True)
class Composition:
    """A rule that makes a larger concept of smaller ones."""

    number: int
    patterns: tuple[Pattern, ...]


def read_mentions(words: Words, computed: Iterable[tuple[str, Span]] = ()) -> Mentions:
    """Find every concept mentioned in `words`, beside those computed (near days, ages)."""
    found = Mentions(words, 0, {}, set())
    for name, span in computed:
        found.add(lexicon().concept(name), span)
    for at, term in enumerate(words.terms):
        for number in term.ids:
            found.add(number, Span(at, at + 1))
    _add_phrases(found)
    used = _compose(found)
    _mark_negated(found, used)
    return found


def _add_phrases(found: Mentions) -> None:
    terms = found.words.terms
    phrases = _phrases()
    for at, term in enumerate(terms):
        for key in {term.form, term.base}:
            for rest, number in phrases.get(key, ()):
                if _follows(terms, at + 1, rest):
                    found.add(number, Span(at, at + 1 + len(rest)))


def _follows(terms: Sequence[Term], at: int, rest: Sequence[str]) -> bool:
    if at + len(rest) > len(terms):
        return False
    return all(word in (terms[at + i].form, terms[at + i].base) for i, word in enumerate(rest))


def _compose(found: Mentions) -> set[int]:
    refusal = lexicon().ids["NEG"]
    refusals = {s.first for s in found.spans.get(refusal, ())}
    used: set[int] = set()
    for composition in compositions():
        for pattern in composition.patterns:
            for span in find_all(pattern, found.scene()):
                found.add(composition.number, span)
                if pattern.raw:
                    used.update(refusals.intersection(range(span.first, span.last)))
    return used


def _mark_negated(found: Mentions, used: set[int]) -> None:
    known = lexicon()
    light = known.ids["LIGHT"]
    terms, sentences = found.words.terms, found.words.sentences
    for span in found.spans.get(known.ids["NEG"], ()):
        if span.first in used:
            continue
        for at in range(span.last, min(span.last + _NEGATION_REACH, len(terms))):
            if sentences[at] != sentences[span.first]:
                break
            if light not in terms[at].ids:
                found.negated.add(at)
                break


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    known = lexicon()
    made: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for first, rows in known.phrases.items():
        for rest, number in rows:
            canon = _canonical(known, (first, *rest))
            made.setdefault(canon[0], []).append((canon[1:], number))
    return made


def _canonical(known: Lexicon, words: tuple[str, ...]) -> tuple[str, ...]:
    del known
    return tuple(term.form for word in words for term in read_word(word))


@cache
def compositions() -> tuple[Composition, ...]:
    """Give every rule that makes a larger concept, in file order."""
    known = lexicon()
    return tuple(
        Composition(known.concept(row["makes"]), tuple(compile_pattern(known, text) for text in row["when"]))
        for row in known.rules.get("compose", [])
    )
