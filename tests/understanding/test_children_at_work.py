"""A child who works, an overdose and friends told in the plural are heard; a house for sale is not."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "ponakan sy 14 thn kerja di cafe remang2 ga boleh pulang",
        "cucu sy 13 th kerja di kebun dipukul",
        "saya overdosis obat, biarin aja",
        "teman2nya dipukul",
        "kawan2 nya disekap di mess",
    ],
)
def test_somebody_is_called(text: str) -> None:
    assert understand(text, today=TODAY).is_emergency


@pytest.mark.parametrize(
    "text", ["dijual cepat rumah di mataram", "mau jual motor di praya", "saya 14 thn kerja di malaysia, udah pulang"]
)
def test_nobody_is_called(text: str) -> None:
    assert not understand(text, today=TODAY).is_emergency


def test_years_of_work_are_no_age() -> None:
    assert "victim_age" not in understand("suami sy sudah 14 thn kerja di malaysia", today=TODAY).found
