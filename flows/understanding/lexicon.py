"""The vocabulary: loads the TOML files of flows/lexicon once and answers which concepts a word stands for."""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict, cast

FOLDER = Path(__file__).resolve().parent.parent / "lexicon"


class ConceptRow(TypedDict, total=False):
    """One family of words as it stands in a file."""

    source: str
    words: str
    phrases: list[str]


class RuleRow(TypedDict, total=False):
    """One rule as it stands in a file: what it makes, and the patterns that make it."""

    makes: str
    level: str
    when: list[str]


class TongueRow(TypedDict):
    """A tongue of the islands: the words that show it, and what words of its own mean in it."""

    marks: str
    words: dict[str, str]


class LexiconFile(TypedDict, total=False):
    """One TOML file; every table is optional, so an operator's file may hold one word."""

    slang: dict[str, str]
    plain: dict[str, str]
    concept: dict[str, ConceptRow]
    compose: list[RuleRow]
    sign: list[RuleRow]
    value: dict[str, dict[str, str]]
    exact: dict[str, dict[str, str]]
    set: dict[str, str]
    tongue: dict[str, TongueRow]


class Tongue(NamedTuple):
    """The words that show a tongue, and the plain words for those that mean something else elsewhere."""

    marks: frozenset[str]
    plain: dict[str, str]


@dataclass(slots=True)
class Lexicon:
    """Words, roots, phrases and rules, merged from all files in name order."""

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roots: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slang: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)
    """Words that are not mended into others."""
    ordinary: set[str] = field(default_factory=set)
    """Those of them that are nobody's name."""
    inner: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    """Words known only as they are written: no misspelled name becomes a far town."""
    marks: set[str] = field(default_factory=set)
    """Plain words that a pattern names outright: each is a concept of its own."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    rules: dict[str, list[RuleRow]] = field(default_factory=dict)
    tongues: dict[str, Tongue] = field(default_factory=dict)

    def add(self, table: LexiconFile) -> None:
        """Take in one file."""
        for canon, variants in table.get("slang", {}).items():
            words = tuple(canon.split())
            for variant in variants.split():
                self.slang[variant] = words
        for line in table.get("plain", {}).values():
            self.plain.update(line.split())
        for name, row in table.get("concept", {}).items():
            self._add_concept(sys.intern(name), row)
        for kind, pairs in table.get("value", {}).items():
            self._add_values(sys.intern(kind), pairs)
        for name, line in table.get("set", {}).items():
            self.sets[name] = self.sets.get(name, frozenset()) | frozenset(line.split())
        for name, tongue in table.get("tongue", {}).items():
            marks, plain = self.tongues.get(name, Tongue(frozenset(), {}))
            own = {word: canon for canon, words in tongue["words"].items() for word in words.split()}
            self.tongues[name] = Tongue(marks | frozenset(tongue["marks"].split()), plain | own)
        for kind in ("compose", "sign"):
            rows = cast("list[RuleRow]", table.get(kind, []))
            self.rules.setdefault(kind, []).extend(rows)

    def add_exact(self, table: LexiconFile) -> None:
        """Take in the values of one file that no other spelling may stand for."""
        known = self.words.keys() | self.inner
        for kind, pairs in table.get("exact", {}).items():
            self._add_values(sys.intern(kind), pairs)
        self.exact |= (self.words.keys() | self.inner) - known

    def mark_words_of_rules(self) -> None:
        """Know every word that a rule names outright, before the first word is read."""
        names = {name for rows in self.rules.values() for row in rows for text in row["when"] for name in _names(text)}
        self.marks |= {self.named(name) for name in names if name.islower()}

    def named(self, name: str) -> str:
        """Give a concept as a pattern writes it, and the plain form of a word that stands for itself."""
        return sys.intern(" ".join(self.slang.get(name, (name,))) if name == name.lower() else name)

    def _add_concept(self, concept: str, row: ConceptRow) -> None:
        for word in row.get("words", "").split():
            if word.endswith("*"):
                _append(self.roots, word[:-1], concept)
            _append(self.words, word.rstrip("*"), concept)
        for phrase in row.get("phrases", []):
            self._add_phrase(phrase, concept)

    def _add_values(self, kind: str, pairs: dict[str, str]) -> None:
        known = self.values.setdefault(kind, {})
        for value, variants in pairs.items():
            for variant in variants.split(","):
                name = variant.strip()
                known[name] = value
                if " " in name:
                    self._add_phrase(name, kind)
                else:
                    _append(self.words, name, kind)

    def _add_phrase(self, phrase: str, concept: str) -> None:
        first, *rest = phrase.split()
        if not rest:
            _append(self.words, first, concept)
            return
        self.inner.update((first, *rest))
        self.phrases.setdefault(first, []).append((tuple(rest), concept))


def _names(pattern: str) -> Iterator[str]:
    for piece in pattern.split():
        if piece[0] not in ">&":
            yield from piece.removeprefix("!").split("|")


def _append(table: dict[str, tuple[str, ...]], word: str, concept: str) -> None:
    held = table.get(word, ())
    if concept not in held:
        table[word] = (*held, concept)


@cache
def lexicon() -> Lexicon:
    """Load every file of flows/lexicon, in name order; about a tenth of a second, once a process."""
    made = Lexicon()
    tables = [
        cast("LexiconFile", tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml"))
    ]
    for table in tables:
        made.add(table)
    for table in tables:
        made.add_exact(table)
    made.mark_words_of_rules()
    names = made.sets["given_names"]
    made.ordinary = made.plain - names
    made.plain |= names
    return made


@cache
def word_set(name: str) -> frozenset[str]:
    """Give one of the plain word sets of the lexicon."""
    return lexicon().sets[name]
