"""Rules over mentions, indexed by their rarest concept so that a message only meets those that could hold."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions, compositions
from flows.understanding.pattern import Pattern, Span, compile_pattern, could_hold, find_all


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a lexicon file: pattern, what it makes, how grave or how heavy."""

    makes: str
    level: str
    weight: float
    pattern: Pattern


class Hit(NamedTuple):
    """A rule that held, and where."""

    rule: Rule
    span: Span


def matching(kind: str, mentions: Mentions) -> list[Hit]:
    """Give every rule of `kind` that holds, with each place where it does."""
    index = _index(kind)
    present = mentions.present
    hits: list[Hit] = []
    met: set[int] = set()
    for number in [number for number in mentions.spans if number in index]:
        for rule in index[number]:
            if id(rule) not in met and could_hold(rule.pattern, present):
                met.add(id(rule))
                hits.extend([Hit(rule, span) for span in find_all(rule.pattern, mentions)])
    return hits


@cache
def prepare() -> None:
    """Compile every pattern once, before the first word is read: patterns add words of their own to the lexicon."""
    compositions()
    for kind in ("sign", "category", "intent"):
        _index(kind)


@cache
def _index(kind: str) -> dict[int, list[Rule]]:
    known = lexicon()
    made: dict[int, list[Rule]] = {}
    for row in known.rules.get(kind, []):
        for text in row["when"]:
            pattern = compile_pattern(known, text)
            rule = Rule(row["makes"], row.get("level", ""), row.get("weight", 1.0), pattern)
            for number in pattern.anchor:
                made.setdefault(number, []).append(rule)
    return made
