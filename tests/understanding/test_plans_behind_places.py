"""A place ends where a plan begins: "masih dirumah rencana senin berangkat"."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("satu lagi hamdan 19 masih dirumah rencana senin berangkat", "rumah"),
        ("masih di rumah saya besok baru berangkat", "rumah saya"),
        ("dia di batam niatnya nyebrang jumat", "Batam"),
        ("sekarang di kos bekasi rencananya lusa terbang", "kos bekasi"),
    ],
)
def test_a_place_ends_where_a_plan_begins(text: str, place: str) -> None:
    assert (
        understand(text, today=NOW, asked="victim_now")
        .found["victim_now"]
        .value.casefold()
        .startswith(place.casefold())
    )
    assert "rencana" not in understand(text, today=NOW, asked="victim_now").found["victim_now"].value
