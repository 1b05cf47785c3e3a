"""Asked which number is safe, people say "this one" in many words; the ticket says that it is this chat's own."""

import pytest

from flows.texts import say
from tests.flows.pretend_desk import told

_ASKED = ("anak saya Nurjana disekap di poipet, dipukul", "di kota poipet", "telpon aja")
_OURS = say("value.this_number", told(*_ASKED).conversation.language)


@pytest.mark.parametrize(
    "line",
    [
        "ya nmr yg mada pake ini pak",
        "nmr ini sja pak. 26 umurx nurjana",
        "nomor wa ini",
        "no yg sy pake chat ini",
        "yg lagi sy pakai ini",
        "ini nomor saya",
        "pake nmr ini aja bang, sy pegang terus",
        "nomer ini aman kok",
        "hp ini saja, hp ini punya saya sendiri",
        "ke nmr yg tiang kanggo niki",
        "no tiang ini dah. knp mesti pake no, nti dijual no tiang",
        "ya no yg ini yg tiang pake wa ni",
        "wa ini dah pak",
        "nomor ini saja. jangan telpon nomor yg dipakai yuli 0822 1700 0444, nanti ketahuan",
    ],
)
def test_this_number_is_the_one_of_this_chat(line: str) -> None:
    desk = told(*_ASKED, line)

    assert desk.conversation.value("contact_phone") == _OURS
    assert desk.conversation.shown
    assert desk.conversation.shown.prompt != "contact_phone"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("nomor suami saya", "nomor suami saya"),
        ("ini hp tetangga", "ini hp tetangga"),
        ("nomor ini punya bos", "nomor ini punya bos"),
        ("0812 3456 7001", "+6281234567001"),
        ("nomor ini 0812 3456 7001", "+6281234567001"),
        ("hp ini dipinjem", ""),
        ("hp ini dipake istri juga", ""),
        ("nomor ini jgn ya", ""),
        ("ini sy di rumah tante", ""),
        ("saya takut", ""),
    ],
)
def test_anothers_phone_is_not_called_this_chats(line: str, number: str) -> None:
    assert told(*_ASKED, line).conversation.value("contact_phone") == number


def test_what_stands_beside_this_number_is_taken_too() -> None:
    aged = told(*_ASKED, "nmr ini sja pak. 26 umurx nurjana")
    timed = told(*_ASKED, "nomor ini cuma malam, jgn siang ya")

    assert aged.conversation.value("victim_age") == "26"
    assert timed.conversation.value("contact_when") == "malam; jgn siang ya"
