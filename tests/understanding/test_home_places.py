"""A village, district or town of the province tells where somebody is, whatever its word means elsewhere."""

import pytest

from flows.labels import Urgency
from flows.places.areas import NTB, units
from flows.understanding import understand
from flows.understanding.words import read_words
from tests.understanding.score import TODAY

_WORDS_OF_ANOTHER_KIND = {"Dalam"}  # "di dalam": inside, where people are locked in


@pytest.mark.parametrize(
    "text",
    [
        "adik sy tinggal di Raba, kota bima",
        "tukang las di Raba Bima",
        "saya orang raba bima",
        "sy dari raba",
        "kec. raba",
        "rumah mertua di raba",
        "dia orang Batu Nampar pak",
        "sy dari monta",
        "alamat Bagik Nyaka Santri",
        "suami sy kerja di Bertais",
    ],
)
def test_where_somebody_lives_is_no_danger(text: str) -> None:
    reading = understand(text, today=TODAY)

    assert reading.urgency is not Urgency.EMERGENCY
    assert not reading.signals


@pytest.mark.parametrize(
    "text",
    [
        "sy di raba mandor tiap malam",
        "adik di raba raba bos nya",
        "ada orang raba saya di mess",
        "anak sy di Raba sama om nya di kamar mandi",
    ],
)
def test_a_hand_stays_a_hand(text: str) -> None:
    assert understand(text, today=TODAY).is_emergency


def test_what_is_asked_for_stays_mended() -> None:
    assert "minta" in read_words("dia monta uang 3 juta").forms
    assert "monta" in read_words("dia tinggal di monta").forms


def test_no_village_is_an_alarm() -> None:
    names = {place.name for place in units(NTB).values()} - _WORDS_OF_ANOTHER_KIND
    alarmed = {name for name in names if understand(f"adik saya tinggal di {name}", today=TODAY).is_emergency}

    assert alarmed <= {"Bukittinggi"}  # known as a town of another island
