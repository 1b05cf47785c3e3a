"""A place told to be only a stop is the goal no more, and stays with the way."""

import pytest

from tests.flows.pretend_desk import told

_BEFORE = (
    "suami sy ABK kapal ikan, ndak digaji 4 bulan",
    "di laut arafura",
    "Lalu Sahrul 34 thn",
    "dibawa ke benoa bali",
)


@pytest.mark.parametrize(
    "line",
    [
        "benoa cuma mampir pak bukan tujuan. kapalnya dari muara baru jakarta",
        "benoa cm transit aja bu",
        "eh benoa itu bukan tujuannya, hanya singgah",
        "di benoa cuma numpang lewat",
        "benoa just a stop",
    ],
)
def test_a_stop_is_no_goal(line: str) -> None:
    told_now = told(*_BEFORE, line).conversation

    assert "Benoa" not in told_now.value("destination")
    assert "Benoa" in told_now.value("transit")
    assert "Benoa" not in told_now.value("port")


def test_the_harbour_told_beside_it_holds() -> None:
    line = "benoa cuma mampir pak bukan tujuan. kapalnya dari muara baru jakarta"

    assert told(*_BEFORE, line).conversation.value("port") == "Muara Baru Jakarta"


@pytest.mark.parametrize(
    "line",
    [
        "tujuannya memang benoa",
        "saya cuma mampir kesini mau lapor",
        "dia cuma bilang ke benoa",
        "benoa itu pelabuhan besar",
        "lewat lembar aja kayaknya",
    ],
)
def test_the_goal_stays_where_nothing_of_it_is_denied(line: str) -> None:
    assert "Benoa" in told(*_BEFORE, line).conversation.value("destination")
