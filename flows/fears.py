"""What frightened people ask: "bisa dipenjara gk", "saya salah ya", "nanti dia tau ga"."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from flows.folding import fold
from flows.phrases import Words
from flows.sentences import Sentence, asks_at_the_end

_LONGEST = 100  # words; no sentence that is looked at has as many
_UNITS = frozenset({"jt", "juta", "rb", "ribu"})  # "2jt" is money
_ENDINGS = (("nya", 6), ("kah", 6))  # and how long a word is at least that has one: "uangnya", not "hanya"


class _Phrases(NamedTuple):
    """Words and phrases of which one must stand in a sentence."""

    single: frozenset[str]
    longer: Mapping[str, tuple[Words, ...]]
    """Phrases by their first word."""

    def stand_in(self, words: Words) -> bool:
        if not self.single.isdisjoint(words):
            return True
        if self.longer.keys().isdisjoint(words):
            return False
        return any(
            words[at : at + len(phrase)] == phrase
            for at, word in enumerate(words)
            for phrase in self.longer.get(word, ())
        )


class _Fear(NamedTuple):
    """What stands in a sentence of this fear: one of each of `holds`, none of `lacks`."""

    name: str
    holds: tuple[_Phrases, ...]
    lacks: _Phrases
    is_told: bool
    """True where nothing needs to be asked: "aku ga salah apa2"."""
    most: int
    """Words of the longest sentence: "gimana" far from "paspor" asks of something else."""


def fear_in(said: Sentence) -> str:
    """Give the fear that a sentence speaks of, "" for none; the first of the table wins."""
    words = tuple(map(_bare, said.words))
    is_asked = asks_at_the_end(said)
    return next(
        (
            fear.name
            for fear in _fears()
            if (is_asked or fear.is_told)
            and len(words) <= fear.most
            and all(one.stand_in(words) for one in fear.holds)
            and not fear.lacks.stand_in(words)
        ),
        "",
    )


@cache
def fears() -> frozenset[str]:
    """Give the names of all fears."""
    return frozenset(fear.name for fear in _fears())


@cache
def told_fears() -> frozenset[str]:
    """Give the fears that are spoken of without a question: who tells them is comforted once."""
    return frozenset(fear.name for fear in _fears() if fear.is_told)


@cache
def _fears() -> tuple[_Fear, ...]:
    table: Mapping[str, list[dict[str, object]]] = tomllib.loads(
        files("flows.texts").joinpath("fears.toml").read_text("utf-8")
    )
    return tuple(
        _Fear(
            name,
            tuple(_phrases(str(one)) for one in _listed(rule["holds"])),
            _phrases(str(rule.get("lacks", ""))),
            bool(rule.get("told", False)),
            int(str(rule.get("most", _LONGEST))),
        )
        for name, rules in table.items()
        for rule in rules
    )


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _phrases(listed: str) -> _Phrases:
    phrases = [tuple(map(_bare, fold(phrase))) for phrase in listed.split("|") if phrase.strip()]
    longer: dict[str, tuple[Words, ...]] = {}
    for phrase in phrases:
        if len(phrase) > 1:
            longer[phrase[0]] = (*longer.get(phrase[0], ()), phrase)
    return _Phrases(frozenset(phrase[0] for phrase in phrases if len(phrase) == 1), longer)


def _bare(word: str) -> str:
    if word[0].isdigit():
        unit = word.lstrip("0123456789")
        return unit if unit in _UNITS else word
    for ending, shortest in _ENDINGS:
        if len(word) >= shortest and word.endswith(ending):
            return word.removesuffix(ending)
    return word
