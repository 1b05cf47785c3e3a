"""Floors on messages that nothing was learned from, and on those that the weights know."""

import pytest

from tests.understanding.score import HELD_OUT, Message, figures, read, score, sets

SETS = sets()


def test_the_halves_are_of_like_size() -> None:
    sizes = [len(SETS["first/rules"]), len(SETS["first/judge"])]

    assert min(sizes) > 0.4 * sum(sizes)


@pytest.mark.parametrize("name", sorted(HELD_OUT))
def test_messages_that_nothing_was_learned_from_are_understood(name: str) -> None:
    got = score(SETS[name])

    assert got["emergencies_caught"] >= 0.93 * got["emergencies"]
    assert got["emergencies_called_normal"] <= 2
    assert got["intent_pct"] >= 92
    assert got["category_pct"] >= 86
    assert got["urgency_pct"] >= 86


@pytest.mark.parametrize("name", sorted(name for name in HELD_OUT if name.startswith("stranger")))
def test_strangers_scary_words_without_danger_call_nobody(name: str) -> None:
    got = score(SETS[name])

    assert got["scary_called_emergency"] <= 0.09 * got["scary_but_harmless"]


@pytest.mark.parametrize("name", sorted(set(SETS) - HELD_OUT))
def test_what_was_learned_stays_known(name: str) -> None:
    got = score(SETS[name])

    assert got["emergencies_caught"] >= 0.92 * got["emergencies"]
    assert got["emergencies_called_normal"] <= 1
    assert got["scary_called_emergency"] <= 0.09 * got["scary_but_harmless"]
    assert got["intent_pct"] >= 94
    assert got["category_pct"] >= 94
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
