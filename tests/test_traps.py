"""Every trap of the channels has tests that carry its number, and docs/traps.md names one for each channel."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
_ROW = re.compile(r"^\| T(\d+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
_NAME = re.compile(r"`(test_\w+)`")
_TEST = re.compile(r"^(?:async )?def (test_\w+)\(", re.MULTILINE)
_NUMBER = re.compile(r"test_(?:t|trap_)(\d+)_")


def rows() -> dict[int, tuple[str, str]]:
    """Give what stands in the table: the trap's number -> its cells for Telegram and WhatsApp."""
    found = _ROW.findall((ROOT / "docs" / "traps.md").read_text("utf-8"))
    return {int(number): (telegram, whatsapp) for number, _, telegram, whatsapp in found}


def all_tests() -> set[str]:
    """Give the name of every test there is."""
    return {name for path in (ROOT / "tests").rglob("test_*.py") for name in _TEST.findall(path.read_text("utf-8"))}


def test_all_twenty_five_stand_in_the_table() -> None:
    assert sorted(rows()) == list(range(1, 26))


def test_every_trap_has_tests_named_after_it() -> None:
    numbers = {int(found[1]) for name in all_tests() if (found := _NUMBER.match(name))}

    assert set(range(1, 26)) <= numbers


def test_the_table_names_tests_that_exist_and_at_least_one_by_its_number() -> None:
    known = all_tests()
    for number, cells in rows().items():
        named = [name for cell in cells for name in _NAME.findall(cell)]

        assert not set(named) - known, number
        assert any((found := _NUMBER.match(name)) and int(found[1]) == number for name in named), number
