"""Rules over mentions, indexed by their rarest concept so that a message only meets those that could hold."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from flows.understanding.lexicon import lexicon
from flows.understanding.mentions import Mentions, compositions
from flows.understanding.pattern import Pattern, Span, compile_pattern, could_hold, find_all


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a lexicon file: pattern, what it makes, how grave."""

    makes: str
    level: str
    pattern: Pattern


class Hit(NamedTuple):
    """A rule that held, and where."""

    rule: Rule
    span: Span


def matching(mentions: Mentions) -> list[Hit]:
    """Give every rule that holds, with each place where it does."""
    index = _index()
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
    _index()


@cache
def _index() -> dict[int, list[Rule]]:
    known = lexicon()
    made: dict[int, list[Rule]] = {}
    for row in known.rules.get("sign", []):
        for text in row["when"]:
            pattern = compile_pattern(known, text)
            rule = Rule(row["makes"], row.get("level", ""), pattern)
            for number in pattern.anchor:
                made.setdefault(number, []).append(rule)
    return made
