"""The word lists of this room, read once from their data file."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias, cast

from flows.places.areas import table_text
from flows.places.folding import bones, fold, sound

Words: TypeAlias = frozenset[str]
LONG_BONES = 4  # consonants: pelabuhan, kecamatan, kabupaten, terminal


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words around places and words that look like places; see tables/words.toml for what each list means."""

    units: Mapping[str, str]  # word -> village, district, regency, city, hamlet, around, street
    large_units: Words
    kinds: Words
    unit_bones: Mapping[str, str]  # the consonants of the longer unit words -> the word
    roles: Mapping[str, str]  # word -> at, from, to
    hints: Mapping[str, str]  # weaker words -> at, from, to
    filler: Words
    quiet: Words  # fillers, unit words and prepositions: what an answer may hold beside a place
    negation: Words
    tags: Words
    linking: Words
    nearness: Words
    before: Words
    not_yet: Words
    whenever: Words
    calls: Words
    turning: Words
    house_numbers: Words
    correction: Words
    choice: Words
    amount: Words
    person: Words
    company: Words
    thing: Words
    after: Words
    chili: Words
    ordinary: Words
    deep: Words
    guard: Words
    ports: Words
    boats: Words
    harbours: Words
    wards: Words
    here: Words
    parts: Mapping[str, str]
    generic: Words
    numerals: Mapping[str, tuple[str, ...]]  # a Roman number -> in digits and in words
    counted: Words


def _words(tables: Mapping[str, Mapping[str, str]], table: str, name: str) -> Words:
    return frozenset(tables[table][name].split())


def _words_of(table: Mapping[str, str]) -> Words:
    return frozenset(word for words in table.values() for word in words.split())


def _by_bones(words: Iterable[str]) -> dict[str, str]:
    """Words by their consonants, those with enough of them."""
    framed = [(bones(sound(word)), word) for word in words]
    return {frame: word for frame, word in framed if len(frame) >= LONG_BONES}


def _inverted(table: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {word: name.removesuffix("_hint") for name in names for word in table[name].split()}


@cache
def lexicon() -> Lexicon:
    """Read the word lists; the second call costs nothing."""
    tables = cast("Mapping[str, Mapping[str, str]]", tomllib.loads(table_text("words.toml") or ""))
    units = _inverted(tables["units"], tuple(tables["units"]))
    roles = _inverted(tables["roles"], ("at", "from", "to"))
    filler = _words(tables, "around_text", "filler")
    return Lexicon(
        units=units,
        large_units=_words(tables, "around_text", "large_units"),
        kinds=_words(tables, "around_text", "kinds"),
        unit_bones=_by_bones(tables["spelling"]["unit_words"].split()),
        roles=roles,
        hints=_inverted(tables["roles"], ("at_hint", "from_hint", "to_hint")),
        filler=filler,
        quiet=filler | units.keys() | roles.keys(),
        negation=_words(tables, "around_text", "negation"),
        tags=_words(tables, "around_text", "tags"),
        linking=_words(tables, "around_text", "linking"),
        nearness=_words(tables, "roles", "nearness"),
        before=_words(tables, "roles", "before"),
        not_yet=_words(tables, "roles", "not_yet"),
        whenever=_words(tables, "around_text", "whenever"),
        calls=_words(tables, "around_text", "calls"),
        turning=_words(tables, "around_text", "turning"),
        house_numbers=_words(tables, "around_text", "house_numbers"),
        correction=_words(tables, "around_text", "correction"),
        choice=_words(tables, "around_text", "choice"),
        amount=_words(tables, "around_text", "amount"),
        person=_words(tables, "vetoes", "person"),
        company=_words(tables, "vetoes", "company"),
        thing=_words(tables, "vetoes", "thing"),
        after=_words(tables, "vetoes", "after"),
        chili=_words(tables, "vetoes", "chili"),
        ordinary=_words(tables, "look_alikes", "ordinary"),
        deep=_words(tables, "look_alikes", "deep"),
        guard=_words_of(tables["guard"]) | (_words_of(tables["vetoes"]) - _words_of(tables["look_alikes"])),
        ports=_words(tables, "crossings", "ports"),
        boats=_words(tables, "crossings", "boats"),
        harbours=_words(tables, "crossings", "harbours"),
        wards=_words(tables, "crossings", "wards"),
        here=frozenset(map(fold, tables["here"]["phrases"])),
        parts=cast("Mapping[str, str]", tables["spelling"]["parts"]),
        generic=_words(tables, "spelling", "generic"),
        numerals={roman: tuple(said.split()) for roman, said in tables["numerals"].items()},
        counted=_words(tables, "around_text", "counted"),
    )
