"""Whose countryman somebody is tells no journey where it is told where they are."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("teman saya nikah siri sama bule arab di puncak", None),
        ("dijodohin sama pria cina di pontianak", None),
        ("mau dinikahkan sm orang taiwan", "Taiwan"),
        ("nikah sama orang cina di kampung dia", "Tiongkok"),
        ("kerja di majikan taiwan di taipei", "Taipei, Taiwan"),
    ],
)
def test_a_countryman_is_no_country(text: str, goal: str | None) -> None:
    found = understand(text, today=TODAY).found.get("destination")
    assert (found.value if found else None) == goal
