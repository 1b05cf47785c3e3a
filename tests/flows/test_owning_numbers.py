"""A number that went to the wrong person goes to its owner."""

import pytest

from flows.account_holders import holder_in
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk


def _told(*texts: str) -> PretendDesk:
    desk = PretendDesk()
    for text in texts:
        desk.hear(Said(text=text))
    return desk


def test_a_victims_number_is_no_way_to_reach_the_writer() -> None:
    desk = _told("cucu saya dibawa ke malaysia, paspornya ditahan", "aman", "telp saya di 0819 1700 0111")
    assert desk.conversation.value("contact_phone") == "+6281917000111"

    desk.hear(Said(text="itu no cucu sy bkn no sy"))

    assert desk.conversation.value("victim_phone") == "+6281917000111"
    assert not desk.conversation.knows("contact_phone")


def test_a_recruiters_number_gets_its_owners_name() -> None:
    desk = _told("adik saya dibawa ke malaysia, paspornya ditahan", "aman", "yg bawa Kak Vira, nomornya 0819 1700 0222")

    reply = desk.hear(Said(text="nomor itu punya bang Rio bukan kak vira")).replies[0].text

    assert desk.conversation.value("recruiter") == "Bang Rio"
    assert desk.conversation.value("recruiter_phone") == "+6281917000222"
    assert "punya" not in reply


def test_a_number_told_in_the_same_line_is_read_as_ever() -> None:
    desk = _told("adik saya dibawa ke malaysia, paspornya ditahan", "aman", "itu nomor calonya 0819 1700 0333")

    assert desk.conversation.value("recruiter_phone") == "+6281917000333"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("bca 2310098871 an lalu suhardi", "person"),
        ("rek bri 4621 a.n. PT Sinar Contoh", "company"),
        ("atas nama Ibu Rina", "person"),
        ("transfer ke bca 2310098871", ""),
        ("anak saya di sana", ""),
    ],
)
def test_the_holder_of_an_account_is_told_beside_it(text: str, holder: str) -> None:
    assert holder_in(text) == holder


def test_a_fee_in_a_check_alarms_nobody_and_the_check_goes_on() -> None:
    desk = _told("PT Sinar Kembang Contoh praya resmi gak ya", "bukan semuanya")
    desk.hear(Said(text="mbak yuni. dia minta dp 5 juta ke bca 2310098871 an lalu suhardi. total 35 jt"))

    assert not desk.tickets
    assert desk.conversation.flow == "check"
    assert desk.conversation.value("check_account") == "person"


def test_who_only_wants_a_check_gets_it_back() -> None:
    desk = _told("tetangga saya dijanjikan kerja ke taiwan sama PT Sinar Kembang Contoh, katanya bagus", "aman")
    if desk.conversation.flow == "report":
        desk.hear(Said(text="saya cuma mau cek PT aja, belum bayar"))

    assert desk.conversation.flow == "check"


def test_a_number_that_must_not_be_called_is_no_way_to_reach_the_writer() -> None:
    desk = _told("anak saya yuli disuruh kerja di karaoke di karimun ga boleh pulang", "ga tau", "boleh telpon")
    desk.hear(Said(text="nomor ini saja. jangan telpon nomor yg dipakai yuli 0822 1700 0444, nanti ketahuan"))

    assert desk.conversation.value("contact_phone") != "+6282217000444"
    assert desk.conversation.value("victim_phone") == "+6282217000444"
