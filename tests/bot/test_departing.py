"""How officers are told when somebody leaves: by the hour, or by the day where only that is known."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.departing import day_words, is_day_alone, time_left

WITA = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 25, 20, 0, tzinfo=WITA)
TODAY = datetime(2026, 11, 25, tzinfo=WITA)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "hari ini"), (1, "besok"), (2, "2 hari lagi"), (-1, "kemarin"), (-3, "3 hari lalu")],
)
def test_a_day_is_named(days: int, said: str) -> None:
    assert day_words(TODAY + timedelta(days), NOW, WITA) == said


def test_a_day_without_an_hour_is_told_from_one_with_it() -> None:
    assert is_day_alone(TODAY, WITA)
    assert not is_day_alone(TODAY + timedelta(hours=5), WITA)
    assert is_day_alone(TODAY.astimezone(ZoneInfo("UTC")), WITA)


@pytest.mark.parametrize(
    ("departure", "left"),
    [
        (NOW + timedelta(hours=3), timedelta(hours=3)),
        (NOW - timedelta(minutes=1), None),
        (TODAY, timedelta(0)),
        (TODAY + timedelta(days=1), timedelta(hours=4)),
        (TODAY - timedelta(days=1), None),
    ],
)
def test_a_day_lasts_until_its_end(departure: datetime, left: timedelta | None) -> None:
    assert time_left(departure, NOW, WITA) == left
