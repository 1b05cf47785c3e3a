"""Which concepts a text mentions and where: words, phrases, compositions, and what stands under a "tidak"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from flows.understanding.lexicon import lexicon
from flows.understanding.pattern import Span, find_all
from flows.understanding.rules import known_rules
from flows.understanding.word import Term, read_word
from flows.understanding.words import Words

# "tidak pernah ada yang dipukul": how far a refusal looks for the word that it refuses
_NEGATION_REACH = 4
_TAGS = frozenset({"sih", "ya", "yah"})


@dataclass(slots=True)
class Mentions:
    """All concepts of one text, by name."""

    words: Words
    spans: dict[str, list[Span]]
    negated: set[int]
    met: int = 0
    """What the sieve of all rules knows the concepts by."""
    _terms: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)
    """The terms of concepts that were asked for together: many rooms ask for the same."""

    def of(self, name: str) -> Sequence[Span]:
        """Give the places of a concept."""
        return self.spans.get(name, ())

    def has(self, *names: str) -> bool:
        """Tell whether any of these concepts is mentioned."""
        return not self.spans.keys().isdisjoint(names)

    def covers(self, at: int, *names: str) -> bool:
        """Tell whether term `at` lies in a mention of any of these concepts."""
        return at in self.terms_of(*names)

    def terms_of(self, *names: str) -> frozenset[int]:
        """Give the terms at which any of these concepts stands."""
        if names not in self._terms:
            spans = [span for name in names if name in self.spans for span in self.spans[name]]
            self._terms[names] = frozenset([at for span in spans for at in range(span.first, span.last)])
        return self._terms[names]

    def add(self, name: str, span: Span) -> None:
        """Note one more mention."""
        if name in self.spans:
            self.spans[name].append(span)
        else:
            self.spans[name] = [span]


def read_mentions(words: Words, computed: Iterable[tuple[str, Span]] = ()) -> Mentions:
    """Find every concept mentioned in `words`, beside those computed (near days, ages)."""
    found = Mentions(words, {}, set())
    for name, span in computed:
        found.add(name, span)
    spans = found.spans
    for at, term in enumerate(words.terms):
        if term.ids:
            here = _alone(at)
            for name in term.ids:
                if name in spans:
                    spans[name].append(here)
                else:
                    spans[name] = [here]
    _add_phrases(found)
    used = _compose(found)
    _mark_negated(found, used)
    return found


@lru_cache(maxsize=512)
def _alone(at: int) -> Span:
    """Give the span of one term: the same few hundred in every message."""
    return Span(at, at + 1)


def _add_phrases(found: Mentions) -> None:
    phrases, terms = _phrases(), found.words.terms
    for at, term in enumerate(terms[:-1]):
        for first in (term.form,) if term.form == term.base else (term.form, term.base):
            if first in phrases:
                seconds, after = phrases[first], terms[at + 1]
                for second in (after.form,) if after.form == after.base else (after.form, after.base):
                    _add_phrases_from(found, at, seconds.get(second, ()))


def _add_phrases_from(found: Mentions, at: int, rests: Iterable["_Rest"]) -> None:
    for rest, name in rests:
        if not rest or _follows(found.words.terms, at + 2, rest):
            found.add(name, Span(at, at + 2 + len(rest)))


def _follows(terms: Sequence[Term], at: int, rest: Sequence[str]) -> bool:
    if at + len(rest) > len(terms):
        return False
    return all(word in {terms[at + i].form, terms[at + i].base} for i, word in enumerate(rest))


def _compose(found: Mentions) -> set[int]:
    """Make the larger concepts in file order, each pattern once: what one makes, a later one may need."""
    refusals = {s.first for s in found.of("NEG")}
    used: set[int] = set()
    known, spans = known_rules(), found.spans
    sieve, compositions = known.sieve, (1 << known.compositions) - 1
    found.met = sieve.met(spans)
    could = sieve.left(found.met) & compositions
    while could:
        lowest = could & -could
        rule = known.rules[lowest.bit_length() - 1]
        held = find_all(rule.pattern, found)
        if held and rule.makes not in spans:
            spans[rule.makes] = []
            found.met |= sieve.known_by(rule.makes)
            could = sieve.left(found.met) & compositions
        for span in held:
            if span not in spans[rule.makes]:
                spans[rule.makes].append(span)
            if rule.pattern.raw:
                used.update(refusals.intersection(range(span.first, span.last)))
        # only those that are still to come
        could &= -(lowest << 1)
    return used


def _mark_negated(found: Mentions, used: set[int]) -> None:
    terms, sentences = found.words.terms, found.words.sentences
    for span in found.of("NEG"):
        if span.first in used or _only_asks(terms, span.last):
            continue
        for at in range(span.last, min(span.last + _NEGATION_REACH, len(terms))):
            if sentences[at] != sentences[span.first]:
                break
            if "LIGHT" not in terms[at].ids:
                found.negated.add(at)
                break


def _only_asks(terms: Sequence[Term], at: int) -> bool:
    """Tell "petugasnya ada ga sih aku pengen mati aja" from "ga sih dipukul"."""
    return at + 1 < len(terms) and terms[at].form in _TAGS and "SELF" in terms[at + 1].ids


_Rest = tuple[tuple[str, ...], str]


@cache
def _phrases() -> dict[str, dict[str, list[_Rest]]]:
    """Give the phrases by their first word and then their second, in the plain words that texts are read in."""
    made: dict[str, dict[str, list[_Rest]]] = {}
    for first, rows in lexicon().phrases.items():
        for rest, name in rows:
            words = tuple(term.form for word in (first, *rest) for term in read_word(word))
            if len(words) > 1:
                made.setdefault(words[0], {}).setdefault(words[1], []).append((words[2:], name))
    return made
