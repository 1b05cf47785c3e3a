"""Where somebody's parents are is not where they were taken."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ortu caca d mlysia dua2nya, tgl ama nenek doang", None),
        ("ortunya di malaysia semua", None),
        ("ortu nya kerja di malaysia", None),
        ("orang tua Wulan di malaysia", None),
        ("ortu sy di malaysia, paspor ditahan majikan", "Malaysia"),
        ("ortu caca ditahan di malaysia", "Malaysia"),
        ("ortunya bilang Wulan masih ditahan di malaysia", "Malaysia"),
        ("ortunya sudah bayar 5 juta, anaknya skrg di malaysia", "Malaysia"),
    ],
)
def test_where_the_parents_are_is_nobodys_place(text: str, place: str | None) -> None:
    found = understand(text, today=NOW).found

    assert (found["victim_now"].value if "victim_now" in found else None) == place
