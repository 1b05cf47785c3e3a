"""Floors on messages that nothing was learned from, and on those that the weights know."""

import pytest

from flows.labels import Urgency
from flows.understanding import understand
from flows.understanding.evidence import loudest_for, weigh
from flows.understanding.judging import marks_of
from flows.understanding.reader import look
from tests.understanding.score import HELD_OUT, TODAY, Message, figures, read, score, sets

SETS = sets()
# intent, category, urgency in percent: two authors who label what somebody wants first, whatever is told beside it
_FLOORS = {"stranger_zzi": (84, 87, 87), "stranger_zzj": (87, 89, 92)}


def test_the_halves_are_of_like_size() -> None:
    sizes = [len(SETS["first/rules"]), len(SETS["first/judge"])]

    assert min(sizes) > 0.4 * sum(sizes)


@pytest.mark.parametrize("name", sorted(HELD_OUT))
def test_messages_that_nothing_was_learned_from_are_understood(name: str) -> None:
    got = score(SETS[name])

    assert got["emergencies_caught"] >= 0.96 * got["emergencies"]
    told = (got["intent_pct"], got["category_pct"], got["urgency_pct"])
    assert all(had >= least for had, least in zip(told, _FLOORS.get(name, (90, 85, 91)), strict=True)), told


@pytest.mark.parametrize(
    "told", ["assalamualaikum pak, maaf mengganggu malam malam\n{}", "{}\nterima kasih banyak pak"]
)
def test_a_greeting_or_thanks_hides_no_emergency(told: str) -> None:
    grave = [m for name in HELD_OUT for m in SETS[name] if read(m).is_emergency and m.urgency == "emergency"]

    heard = [understand(told.format(m.text), today=TODAY) for m in grave]

    assert sum(reading.is_emergency for reading in heard) >= 0.97 * len(grave)
    assert sum(reading.urgency is Urgency.NORMAL for reading in heard) <= 1


def test_of_the_emergencies_that_are_missed_hardly_one_is_called_normal() -> None:
    told = [score(SETS[name]) for name in HELD_OUT]

    # of 834: "beratnya tinggal 31 kg, dulu 54"
    assert sum(got["emergencies_called_normal"] for got in told) <= 1


@pytest.mark.parametrize("text", ["belum disekap, cuma takut", "tahun lalu saya disekap, sekarang sudah di rumah"])
def test_danger_that_is_denied_or_over_is_normal(text: str) -> None:
    assert understand(text, today=TODAY).urgency is Urgency.NORMAL


@pytest.mark.parametrize("name", sorted(name for name in HELD_OUT if name.startswith("stranger")))
def test_strangers_scary_words_without_danger_call_nobody(name: str) -> None:
    got = score(SETS[name])

    assert got["scary_called_emergency"] <= 0.05 * got["scary_but_harmless"]


@pytest.mark.slow
@pytest.mark.xdist_group("messages")
@pytest.mark.parametrize("name", sorted(set(SETS) - HELD_OUT))
def test_what_was_learned_stays_known(name: str) -> None:
    got = score(SETS[name])

    assert got["emergencies_caught"] >= 0.92 * got["emergencies"]
    assert got["emergencies_called_normal"] <= 1
    assert got["scary_called_emergency"] <= 0.09 * got["scary_but_harmless"]
    assert got["intent_pct"] >= 94
    assert got["category_pct"] >= 94
    # what may be an emergency is called high, at the price of some that are normal: most are bare fragments
    assert got["urgency_pct"] >= (70 if name == "seventeenth" else 80)


def test_an_emergency_says_why() -> None:
    assert [m.id for name in HELD_OUT for m in SETS[name] if _is_silent(m)] == []


@pytest.mark.slow
@pytest.mark.xdist_group("messages")
def test_an_emergency_of_any_set_says_why() -> None:
    assert [m.id for rows in SETS.values() for m in rows if _is_silent(m)] == []


def test_the_word_that_speaks_most_is_named_also_among_words_that_are_denied() -> None:
    reading = understand(
        "blm dipulangin, ga boleh keluar mess, adek sy nangis terus minta dijemput malam ini", today=TODAY
    )
    mentions, _, signs = look(reading.text, today=TODAY)
    weighed = weigh(mentions, marks_of(signs))

    loudest = loudest_for("urgency", Urgency.EMERGENCY, mentions, weighed)

    assert 0 <= loudest.first < loudest.last <= len(mentions.words.terms)
    assert mentions.negated
    assert not weighed.hears("~nothing that stands there")


def _is_silent(message: Message) -> bool:
    reading = read(message)
    return reading.is_emergency and not any(signal.words for signal in reading.signals)


@pytest.mark.slow
@pytest.mark.xdist_group("messages")
def test_every_set_has_its_figures() -> None:
    named = {row.get("set") for row in figures()}

    assert set(SETS) <= named


def test_what_is_surely_danger_is_heard_whatever_was_asked() -> None:
    assert understand("kakinya patah, tulang nampak, tolong bang", today=TODAY, asked="contact").is_emergency
    assert not understand("di lokasi tambang, jauh di gunung", today=TODAY, asked="victim_now").is_emergency
