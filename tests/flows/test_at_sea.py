"""Who is on a ship is not sent to streets, to the police or to 110."""

import pytest

from flows.at_sea import says_aboard, was_aboard
from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import told

ID = Language.INDONESIAN


@pytest.mark.parametrize("text", ["sy di kapal", "kami d tengah laut", "we are on a boat", "msh diatas kapal ikan"])
def test_who_is_aboard_says_so(text: str) -> None:
    assert says_aboard(text)


@pytest.mark.parametrize("text", ["mau naik kapal", "rumah saya dekat laut", "nunggu di depan kapal", "kerja di kebun"])
def test_who_is_ashore_is_told_apart(text: str) -> None:
    assert not says_aboard(text)


def test_who_wants_home_is_still_aboard() -> None:
    assert not was_aboard("mau plg tdk blh")
    assert was_aboard("baru pulang dari laut")
    assert was_aboard("dulu di kapal")


def test_a_captive_at_sea_is_asked_for_the_ship_and_need_call_nobody() -> None:
    desk = told("sy di kapal")
    replies = [
        "\n".join(reply.text for reply in desk.hear(Said(text=line)).replies)
        for line in ("ikan. mau plg tdk blh", "110 ga bs di tengah laut", "ini sampe ga")
    ]

    assert say("danger.self_sea", ID) in replies[0]
    assert say("ask.victim_now_sea", ID) in replies[0]
    assert say("worry_no_110_sea", ID) in replies[1]
    assert say("worry_sent", ID) in replies[2]
