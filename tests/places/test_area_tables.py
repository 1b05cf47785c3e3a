"""The shipped tables hold what the official list holds, with its licence."""

from collections import Counter
from importlib.resources import files

import pytest

from flows.places.areas import units
from flows.places.indexing import gazetteer
from flows.places.lexicon import lexicon

TABLES = files("flows.places") / "tables" / "areas"


@pytest.mark.parametrize(
    ("province", "regencies", "districts", "villages"),
    [("52", 10, 117, 1166), ("53", 22, 315, 3442), ("16", 17, 241, 3259), ("18", 15, 229, 2651), ("72", 13, 177, 2017)],
)
def test_every_unit_is_there(province: str, regencies: int, districts: int, villages: int) -> None:
    levels = Counter(place.level.value for place in units(province).values())
    assert levels == {"regency": regencies, "district": districts, "village": villages}


def test_the_licence_stands_in_every_table_and_beside_them() -> None:
    for table in TABLES.iterdir():
        if table.name.endswith(".tsv"):
            licence = "MIT License" if table.name.startswith("centres") else "Open Database License (ODbL) 1.0"
            assert licence in table.read_text(encoding="utf-8")[:400], table.name
    assert "Share-alike" in (TABLES / "LICENSE.md").read_text(encoding="utf-8")
    assert (TABLES / "ODbL-1.0.md").is_file()
    assert "Permission is hereby granted" in (TABLES / "centres-MIT.md").read_text(encoding="utf-8")


def test_the_tables_are_small() -> None:
    assert sum(len(table.read_bytes()) for table in TABLES.iterdir()) < 300_000


def test_every_look_alike_is_the_name_of_something() -> None:
    known = lexicon()
    names = gazetteer("52").exact
    assert sorted(word for word in known.ordinary | known.deep if word not in names) == []


def test_no_district_is_hidden_among_the_guarded_words() -> None:
    known = lexicon()
    hidden = [
        place.name
        for place in units("52").values()
        if place.level.value != "village" and place.name.lower() in known.guard
    ]
    assert hidden == []
