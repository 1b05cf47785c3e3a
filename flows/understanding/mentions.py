"""Which concepts a text mentions and where: words, phrases, compositions, and what stands under a "tidak"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from flows.understanding.lexicon import lexicon
from flows.understanding.pattern import Pattern, Span, compile_pattern, could_hold, find_all
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

    @property
    def clauses(self) -> Sequence[int]:
        """The stretch between commas that each term stands in."""
        return self.words.clauses

    @property
    def sentences(self) -> Sequence[int]:
        """The sentence that each term stands in."""
        return self.words.sentences

    def of(self, name: str) -> list[Span]:
        """Give the places of a concept by name."""
        number = lexicon().ids.get(name)
        return [] if number is None else self.spans.get(number, [])

    def has(self, *names: str) -> bool:
        """Tell whether any of these concepts is mentioned."""
        return bool(self.present & _mask(names))

    def add(self, number: int, span: Span) -> None:
        """Note one more mention."""
        if number in self.spans:
            self.spans[number].append(span)
        else:
            self.spans[number] = [span]
            self.present |= 1 << number


class Composition(NamedTuple):
    """A pattern that makes a larger concept of smaller ones."""

    makes: int
    pattern: Pattern


def read_mentions(words: Words, computed: Iterable[tuple[str, Span]] = ()) -> Mentions:
    """Find every concept mentioned in `words`, beside those computed (near days, ages)."""
    found = Mentions(words, 0, {}, set())
    for name, span in computed:
        found.add(lexicon().concept(name), span)
    for at, term in enumerate(words.terms):
        if term.ids:
            here = Span(at, at + 1)
            for number in term.ids:
                found.add(number, here)
    _add_phrases(found)
    used = _compose(found)
    _mark_negated(found, used)
    return found


def _add_phrases(found: Mentions) -> None:
    terms = found.words.terms
    phrases = _phrases()
    for at in range(len(terms) - 1):
        term, following = terms[at], terms[at + 1]
        for first in (term.form, term.base) if term.form != term.base else (term.form,):
            seconds = phrases.get(first)
            if seconds is None:
                continue
            for second in (following.form, following.base) if following.form != following.base else (following.form,):
                for rest, number in seconds.get(second, ()):
                    if _follows(terms, at + 2, rest):
                        found.add(number, Span(at, at + 2 + len(rest)))


def _follows(terms: Sequence[Term], at: int, rest: Sequence[str]) -> bool:
    if not rest:
        return True
    if at + len(rest) > len(terms):
        return False
    return all(word in {terms[at + i].form, terms[at + i].base} for i, word in enumerate(rest))


def _compose(found: Mentions) -> set[int]:
    """Make the larger concepts in file order, each pattern once: what one makes, a later one may need."""
    refusals = {s.first for s in found.spans.get(lexicon().ids["NEG"], ())}
    used: set[int] = set()
    patterns, by_anchor = compositions(), _compositions_by_anchor()
    # a concept that is made on the way only calls the patterns that are still to come
    waiting = [place for number in found.spans for place in by_anchor.get(number, ())]
    heapify(waiting)
    before = -1
    while waiting:
        place = heappop(waiting)
        makes, pattern = patterns[place]
        if place == before or not could_hold(pattern, found.present):
            continue
        before = place
        for span in find_all(pattern, found):
            if makes not in found.spans:
                for later in by_anchor.get(makes, ()):
                    if later > place:
                        heappush(waiting, later)
            if span not in found.spans.get(makes, ()):
                found.add(makes, span)
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
def _mask(names: tuple[str, ...]) -> int:
    known = lexicon().ids
    return sum(1 << known[name] for name in names if name in known)


_Rests = list[tuple[tuple[str, ...], int]]


@cache
def _phrases() -> dict[str, dict[str, _Rests]]:
    """Give the phrases by their first and second word, in the plain words that texts are read in."""
    made: dict[str, dict[str, _Rests]] = {}
    for first, rows in lexicon().phrases.items():
        for rest, number in rows:
            words = tuple(term.form for word in (first, *rest) for term in read_word(word))
            made.setdefault(words[0], {}).setdefault("".join(words[1:2]), []).append((words[2:], number))
    return made


@cache
def compositions() -> tuple[Composition, ...]:
    """Give every pattern that makes a larger concept, in file order."""
    known = lexicon()
    return tuple(
        Composition(known.concept(row["makes"]), compile_pattern(known, text))
        for row in known.rules.get("compose", [])
        for text in row["when"]
    )


@cache
def _compositions_by_anchor() -> dict[int, list[int]]:
    """Give the places of compositions by the concepts of which one must be there before it can hold."""
    made: dict[int, list[int]] = {}
    for place, composition in enumerate(compositions()):
        for number in set(composition.pattern.anchor):
            made.setdefault(number, []).append(place)
    return made
