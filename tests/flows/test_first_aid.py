"""Who does not wake: an officer hears of it at once, and those beside them hear what helps."""

import pytest

from flows.events import OfficerCalled
from flows.said import Said
from tests.flows.pretend_desk import tell, told

_AT_SEA = "suami sy Melki di kapal cumi, ABK. kapalnya KM Sinar Jaya di laut Arafura, dia sakit ga dikasih obat"


@pytest.mark.parametrize("line", ["melki su nda sadar", "dia pingsan blm bangun2", "dia sdh ga bergerak lagi pak"])
def test_it_is_heard_again_after_the_alarm(line: str) -> None:
    desk = told(_AT_SEA, "di laut arafura")

    turn = desk.hear(Said(text=line))

    assert any("radio" in reply.text for reply in turn.replies)
    assert any(isinstance(event, OfficerCalled) and event.is_danger for event in turn.events)


def test_the_advice_is_given_once() -> None:
    desk = told(_AT_SEA, "melki pingsan")

    assert "radio" not in tell(desk, "dia masih ga sadar pak")


def test_on_land_somebody_near_is_asked_to_help() -> None:
    assert "puskesmas" in tell(told("adik saya dikurung bosnya di rumah di Cakra"), "dia ga sadar dari subuh pak")


def test_who_does_not_wake_is_no_recruiters_name() -> None:
    desk = told(_AT_SEA, "di laut arafura", "melki su nda sadar")

    assert not desk.conversation.knows("recruiter")


@pytest.mark.parametrize("line", ["sy ga sadar kalo ditipu", "anak sy tidak bangun sahur", "dia pingsan ga pak?"])
def test_what_only_sounds_like_it_gets_no_first_aid(line: str) -> None:
    assert "miringkan" not in tell(told("adik saya dijanjikan kerja di Malaysia, diminta bayar 5 juta"), line)
