"""A fee that was asked for and not paid is not reported as paid; wages that are owed are another matter."""

import pytest

from flows.draft import draft_of
from flows.events import Draft
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, told

_ASKED = (
    "teman saya Wulan dibawa ke malaysia, saya disuruh sponsor tf 500rb dulu buat paspor",
    "aman",
    "di johor",
    "ga tau",
)


def _draft(desk: PretendDesk) -> Draft:
    return draft_of(desk.conversation, desk.facts(Said()))


def _signs(desk: PretendDesk) -> set[str]:
    return {sign.name for sign in _draft(desk).signals}


def _sum(desk: PretendDesk) -> str:
    return _draft(desk).facts["payment"].value


@pytest.mark.parametrize(
    "line",
    [
        "aku blm bayar apa2",
        "belum sy transfer sama sekali kok",
        "ga jadi bayar saya",
        "yg ngerekrut wulan itu kak mela jg sama orangnya. aku blm bayar apa2",
        "belum pernah setor ke dia",
        "uangnya blm aku tf",
        "sy gak bayar apa apa",
    ],
)
def test_what_was_not_paid_is_not_reported_as_paid(line: str) -> None:
    desk = told(*_ASKED, line)

    assert _signs(desk).isdisjoint({"fee_paid", "unpaid"})
    assert _sum(desk) == "Rp500 ribu (belum dibayar)"


@pytest.mark.parametrize(
    "line",
    [
        "belum bayar lunas, masih kurang 200rb",
        "majikannya blm bayar gaji wulan",
        "sudah saya bayar, blm dikasih paspornya",
        "blm bayar apa2. eh udah tf 500rb kmrn deng",
        "agennya belum bayar gaji dia",
        "saya takut, dia nagih terus",
    ],
)
def test_what_was_paid_or_is_owed_stays(line: str) -> None:
    assert "belum dibayar" not in _sum(told(*_ASKED, line))


@pytest.mark.parametrize("line", ["wulan belum dibayar gajinya 3 bulan", "majikan blm bayar gaji wulan 4 bulan"])
def test_wages_that_are_owed_are_still_heard(line: str) -> None:
    assert "unpaid" in _signs(told(*_ASKED, line))
