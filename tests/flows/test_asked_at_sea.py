"""Who is at sea is asked for the ship and its last port, never for streets and shops."""

import pytest

from tests.flows.pretend_desk import PretendDesk, told
from tests.flows.transcript import said_in

_FISHING = "pak suami sy dibawa kerja kapal ikan dari bulan 7 sampe skrg ndak pernah dikirimin uang"


def _last(*lines: str) -> str:
    desk = PretendDesk()
    replies = [desk.hear(said_in({"text": line})).replies for line in lines]
    return replies[-1][-1].text


@pytest.mark.parametrize(
    "lines",
    [
        (_FISHING,),
        ("saya ABK di kapal cumi, dipukul kapten tiap hari",),
        ("suami sy abk dipukul mandor, skrg melaut di arafura",),
    ],
)
def test_who_is_at_sea_is_asked_for_the_ship(lines: tuple[str, ...]) -> None:
    asked = _last(*lines)

    assert "nama kapalnya" in asked
    assert "jalan, toko" not in asked


def test_the_ship_is_asked_for_in_english_too() -> None:
    assert "What is the ship called" in _last("help me im on fishing boat, captain hit us")


def test_a_ship_that_was_told_is_not_asked_for() -> None:
    asked = _last("saya ABK di kapal KM Mina Raya, dipukul kapten tiap hari")

    assert "nama kapalnya" not in asked
    assert "jalan, toko" not in asked


@pytest.mark.parametrize("line", ["km mina jaya 12, terakhir singgah di dobo", "kapal nya KM Mina Jaya 12 kapal cumi"])
def test_a_ship_told_stands_on_the_ticket(line: str) -> None:
    assert told(_FISHING, line).conversation.value("vessel") == "KM Mina Jaya 12"


def test_a_ship_told_on_the_way_is_no_spot() -> None:
    answers = told(
        _FISHING, "udh melaut lagi di arafura", "dari lombok ke benoa dulu, naik kapal KM Mina Jaya 12 kapal cumi"
    )
    conversation = answers.conversation

    assert conversation.value("vessel") == "KM Mina Jaya 12"
    assert "lombok" not in conversation.value("victim_now")


@pytest.mark.parametrize("line", ["dia sekarang di mess dekat pelabuhan benoa", "skrg di jakarta"])
def test_who_is_ashore_is_asked_for_a_street(line: str) -> None:
    assert "kapalnya" not in _last("adik saya disekap, mau dijadikan abk kapal ikan", line)
