"""A sum of a dated month was paid then; only what comes again every month is a wage."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sdh tak kirim 15 juta bulan juni", "payment"),
        ("cleaning service rumah sakit 5,5 juta sebulan janjinya", "salary"),
        ("udah kutransfer 15 jt bln mei", "payment"),
        ("dia minta 5 juta bulan lalu", "payment"),
        ("setor 3 juta minggu kemarin", "payment"),
        ("janjinya 9 juta bulan", "salary"),
        ("3 juta sebulan", "salary"),
        ("9 jt per bulan katanya", "salary"),
        ("gaji 5 juta bulan juni ga dibayar", "salary"),
        ("1200 dirham a month", "salary"),
    ],
)
def test_a_month_with_a_name_makes_no_wage(text: str, key: str) -> None:
    found = understand(text, today=TODAY).found
    assert key in found
    assert {"payment", "salary"} - {key} - found.keys()
