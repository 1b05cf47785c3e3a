"""A sum that is asked for somebody's freedom is shown as asked; what was paid, or is asked before a journey, is not."""

import pytest

from flows.understanding.money_demanded import DEMANDED
from tests.flows.pretend_desk import PretendDesk, tell


def _payment(line: str) -> str:
    desk = PretendDesk()
    tell(desk, "kakak saya dikurung di myawaddy", line)
    return next(iter(desk.tickets.values())).draft.facts["payment"].value


@pytest.mark.parametrize(
    "line",
    [
        "bosnya minta 70 juta baru dilepas",
        "kalo mau balik ke lombok suruh ganti 35 jt",
        "uang tebusannya 90 juta katanya",
        "penyekapnya minta 40 juta",
        "they want 6000 dollar to let her go",
        "biar bisa pulang harus bayar 15 juta",
        "diminta 50 juta buat nebus dia",
    ],
)
def test_a_ransom_that_is_asked_is_shown_as_asked(line: str) -> None:
    assert _payment(line).endswith(f"({DEMANDED})")


@pytest.mark.parametrize(
    "line",
    [
        "sudah kami transfer tebusannya 20 juta",
        "tebusan 20 juta sudah dibayar",
        "dulu bayar 12 juta buat berangkat",
        "diminta 8 juta buat paspor sama tiket",
        "uang 5 juta ga balik",
        "bapaknya pulang bayar utang 5 juta",
    ],
)
def test_what_was_paid_or_asked_for_a_journey_is_no_ransom(line: str) -> None:
    assert DEMANDED not in _payment(line)


def test_a_ransom_that_is_only_asked_is_no_fee_that_was_paid() -> None:
    desk = PretendDesk()
    tell(desk, "kakak saya dikurung di myawaddy", "mau keluar disuruh bayar tebusan 60 juta")
    draft = next(iter(desk.tickets.values())).draft

    assert "fee_paid" not in {sign.name for sign in draft.signals}
