"""Whose place a point on the map is, told in words before or after it is asked."""

import pytest

from flows import questions as q
from flows.said import Kind, Location, Said
from tests.flows.pretend_desk import PretendDesk, tell, told

_WHERE = Location(-8.58, 116.1)
_PIN = "-8.58000, 116.10000"


def pinned(*lines: str) -> PretendDesk:
    desk = told(*lines)
    desk.hear(Said(Kind.LOCATION, location=_WHERE))
    return desk


@pytest.mark.parametrize(
    ("before", "line", "whose"),
    [
        ("4 orang ditampung di sebuah rumah", "itu rumah tempat mereka ditampung", "victim"),
        ("adik saya disekap", "ini tempat adik sy disekap", "victim"),
        ("adik saya disekap", "lokasinya dia skrg", "victim"),
        ("adik saya disekap di ruko", "itu ruko calonya, adik sy dikurung disitu", "victim"),
        ("adik saya dibawa calo ke malaysia, blm dikasih gaji", "itu rumah calonya", "recruiter"),
        ("adik saya dibawa calo ke malaysia, blm dikasih gaji", "itu lokasi rumah sy", "self"),
        ("my sister is locked in a house", "that is the house where she is held", "victim"),
    ],
)
def test_who_says_whose_place_it_is_is_not_asked(before: str, line: str, whose: str) -> None:
    desk = pinned(before)
    tell(desk, line)

    assert desk.conversation.value(q.PIN_WHOSE.id) == whose
    assert (desk.conversation.value(q.VICTIM_NOW.id) == _PIN) is (whose == "victim")


def test_a_voice_note_later_leaves_the_point_where_it_is() -> None:
    desk = pinned("4 orang ditampung di sebuah rumah")
    tell(desk, "itu rumah tempat mereka ditampung")
    desk.hear(Said(Kind.VOICE))

    assert desk.conversation.value(q.VICTIM_NOW.id) == _PIN


@pytest.mark.parametrize(
    "line",
    [
        "bukan di situ tempatnya",
        "itu dekat pasar",
        "ga tau itu rumah siapa",
        "rumahnya dijaga anjing",
        "itu rumah siapa ya?",
        "namanya Rini umur 19",
    ],
)
def test_a_line_that_does_not_say_whose_place_it_is_answers_nothing(line: str) -> None:
    desk = pinned("adik saya disekap")
    tell(desk, line)

    assert not desk.conversation.value(q.PIN_WHOSE.id)


def test_without_a_point_a_house_is_a_house() -> None:
    assert q.PIN_WHOSE.id not in told("adik saya disekap", "itu rumah tempat mereka ditampung").conversation.answers
