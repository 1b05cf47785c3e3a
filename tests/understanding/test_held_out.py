"""Floors on messages that no rule was written on, and on those that the rules have seen since."""

import pytest

from tests.understanding.score import Message, figures, read, score, sets

SETS = sets()


def test_the_halves_are_of_like_size() -> None:
    sizes = [len(SETS["first/rules"]), len(SETS["first/judge"])]

    assert min(sizes) > 0.4 * sum(sizes)


@pytest.mark.parametrize("name", sorted(SETS))
def test_the_bar_holds(name: str) -> None:
    got = score(SETS[name])

    assert got["emergencies_caught"] >= 0.95 * got["emergencies"]
    assert got["emergencies_called_normal"] == 0
    assert got["scary_called_emergency"] <= 0.09 * got["scary_but_harmless"]
    assert got["intent_pct"] >= 92
    assert got["category_pct"] >= 88
    assert got["urgency_pct"] >= 90


def test_an_emergency_says_why() -> None:
    silent = [m.id for rows in SETS.values() for m in rows if _is_silent(m)]

    assert silent == []


def _is_silent(message: Message) -> bool:
    reading = read(message)
    return reading.is_emergency and not any(signal.words for signal in reading.signals)


def test_every_set_has_its_figures() -> None:
    named = {row.get("set") for row in figures()}

    assert set(SETS) <= named
