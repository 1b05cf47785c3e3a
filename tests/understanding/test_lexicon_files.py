"""The lexicon files hold together: sources are named, patterns name concepts that exist, words are written plainly."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.understanding.lexicon import FOLDER, lexicon
from flows.understanding.pattern import MalformedPatternError, compile_pattern
from flows.understanding.rules import known_rules

FILES = sorted(FOLDER.glob("*.toml"))
# made by code from what a message tells: see flows/understanding/reader.py
COMPUTED = {"MINOR_AGE", "ADULT_AGE", "WITHIN_48H", "LATER_DATE", "SHORT", "TAGQ", "NAMED"}
SIGNALS = """
abroad locked_up violence threat child_victim passport_held unpaid fee_paid departing_soon departing_later in_transit
in_shelter lost_contact escaped debt_bondage forced_labour forced_scam official_involved retaliation sexual_violence
fake_docs medical_procedure hiding missing no_food ransom sold death suicide_risk low_battery multiple_victims
sick_injured illegal_route deceived anonymous
"""


def rules() -> Iterator[tuple[str, str, str]]:
    for kind, rows in lexicon().rules.items():
        for row in rows:
            for text in row["when"]:
                yield kind, row["makes"], text


def names_in(pattern: str) -> Iterator[str]:
    for piece in pattern.split():
        if not piece.startswith((">", "&")):
            yield from piece.lstrip("!").split("|")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_family_of_words_names_its_source(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    for name, row in table.get("concept", {}).items():
        assert row.get("source"), name
        assert row.get("words") or row.get("phrases"), name


def test_every_pattern_names_concepts_that_something_makes() -> None:
    made = {row["makes"] for row in lexicon().rules["compose"]} | COMPUTED | set(lexicon().values)
    for path in FILES:
        made |= set(tomllib.loads(path.read_text(encoding="utf-8")).get("concept", {}))

    unknown = {(n, text) for _, _, text in rules() for n in names_in(text) if n != n.lower() and n not in made}
    assert unknown == set()


def test_every_sign_has_a_known_name_and_level() -> None:
    for row in lexicon().rules["sign"]:
        assert row["makes"] in SIGNALS.split()
        assert row["level"] in {"sure", "emergency", "high", "weak"}


def test_a_word_named_outright_in_a_pattern_is_not_slang() -> None:
    """Slang is resolved before patterns are matched, so a slang spelling in a pattern would never hold."""
    known_rules()
    assert {name for name in lexicon().marks if lexicon().slang.get(name, (name,)) != (name,)} == set()


def test_a_pattern_without_a_gap_is_refused() -> None:
    with pytest.raises(MalformedPatternError):
        compile_pattern(lexicon(), "LOCK HIT")
