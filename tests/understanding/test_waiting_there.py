"""Where somebody waits to be taken on is where they are; whoever waits for them is somebody else."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def _whereabouts(text: str) -> str | None:
    found = understand(text, today=TODAY).found.get("victim_now")
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("adik sy lagi nunggu di terminal mandalika", "terminal mandalika"),
        ("udh di ruang tunggu soetta ini", "ruang tunggu soetta"),
        ("7 org nunggu di mess tegal", "mess tegal"),
        ("dia share loc di cengkareng", "cengkareng"),
        ("dia di rumah agennya di malang", "rumah agennya di malang"),
    ],
)
def test_where_somebody_waits(text: str, there: str) -> None:
    assert _whereabouts(text) == there


@pytest.mark.parametrize(
    "text", ["dia nunggu di parkiran", "pembeli udah nunggu di kosan", "ada 5 org nunggu di parkiran"]
)
def test_who_waits_for_them(text: str) -> None:
    assert _whereabouts(text) is None
