"""The rules of the lexicon files, compiled: what makes a larger concept, and what is a sign."""

import sys
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from flows.understanding.lexicon import lexicon
from flows.understanding.pattern import Pattern, Span, compile_pattern
from flows.understanding.sieve import Sieve


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


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule in file order, those that make concepts before those of signs, and one sieve for all."""

    rules: tuple[Rule, ...]
    compositions: int
    """How many make concepts."""
    sieve: Sieve


@cache
def known_rules() -> Rules:
    """Compile every pattern, once a process."""
    known = lexicon()
    compositions, signs = (
        [
            Rule(sys.intern(row["makes"]), row.get("level", ""), compile_pattern(known, text))
            for row in known.rules.get(kind, [])
            for text in row["when"]
        ]
        for kind in ("compose", "sign")
    )
    both = (*compositions, *signs)
    return Rules(both, len(compositions), Sieve([rule.pattern for rule in both]))
