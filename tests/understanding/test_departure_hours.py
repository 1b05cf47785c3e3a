"""When somebody leaves, told by an hour of the day, by a weekday with a number, or put right."""

from datetime import datetime

import pytest

from flows.understanding import understand

_SATURDAY = datetime(2026, 11, 21, 8, 0)  # noqa: DTZ001 - the citizen's wall clock


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("mau naik kapal jam 11 nanti siang", "2026-11-21 11:00"),
        ("berangkatnya jam 2 siang katanya", "2026-11-21 14:00"),
        ("mereka dinaikin kapal jam 9 nanti malam", "2026-11-21 21:00"),
        ("bukan selasa, malam ini berangkatnya", "2026-11-21"),
        ("berangkatnya jumat tgl 13 kemarin", "2026-11-13"),
        ("berangkat jumat tgl 27", "2026-11-27"),
        ("sy lusa subuh terbang dari bandara sumbawa besar jam 6.15 ke surabaya", "2026-11-23 06:15"),
        ("maaf ganggu sabtu2 pak, suami sy brgkt tgl 5 bulan ini", "2026-11-05"),
    ],
)
def test_the_hour_and_day_are_read_as_they_are_told(text: str, leaves: str) -> None:
    assert understand(text, today=_SATURDAY).found["departure"].value == leaves


@pytest.mark.parametrize(
    "text",
    [
        "tiap hari berangkat kerja jam 11 siang",
        "jam istirahat jam 12 siang",
        "maaf mengganggu minggu2 begini, adik sy mau berangkat ke oman",
    ],
)
def test_the_hours_of_every_day_are_no_departure(text: str) -> None:
    assert "departure" not in understand(text, today=_SATURDAY).found
