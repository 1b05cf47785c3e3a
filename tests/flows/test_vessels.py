"""What names a ship, and what tells that nobody is on one."""

import pytest

from flows import questions as q
from flows.plausible import could_answer
from flows.reading import Reading

_VESSEL = q.QUESTIONS["vessel"]


@pytest.mark.parametrize(
    "text",
    [
        "bukan pak belum naik kapal. rizal itu di kos daerah muara baru jakarta, hamdan yg dirumah",
        "belum naik kapal pak",
        "ga ada kapalnya, dia masih di mes",
        "masih di kos dia",
        "blm berlayar",
        "dia udah di darat, di rumah temannya",
    ],
)
def test_who_is_on_no_ship_names_none(text: str) -> None:
    assert not could_answer(_VESSEL, text, Reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "KM Bahari Jaya",
        "lu rong yuan yu 12",
        "nama kapalnya Hai Feng, di laut arafura",
        "di perairan fiji",
        "kapal taiwan",
    ],
)
def test_a_ship_is_named(text: str) -> None:
    assert could_answer(_VESSEL, text, Reading(text))
