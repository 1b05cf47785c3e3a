"""A name told in a greeting is kept for the report that follows, and is no report by itself."""

import pytest

from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    ("greeting", "line", "name", "victim"),
    [
        ("malam kak saya Wawan dari lombok utara", "saya lusa mau terbang ke jeju korea", "Wawan", "self"),
        ("halo sy Rahmi", "sy tgl 30 mau berangkat ke taiwan blm ada visa", "Rahmi", "self"),
        (
            "Selamat malam, saya Lalu Mahrun, kades",
            "ada 4 warga kami mau diberangkatkan",
            "Lalu Mahrun",
            "warga, 4 orang",
        ),
        ("pagi pak saya Rina", "adik saya Sapar dibawa ke malaysia", "Rina", "adik, Sapar"),
        ("ini ibu Sumiati dari gerung", "anak saya pergi dari rumah hari senin", "Ibu Sumiati", "anak"),
        ("ini pak Edi yg bawa", "anak saya dibawa dia", "", "anak"),
        ("malam kak", "adik saya Sapar dibawa ke malaysia", "", "adik, Sapar"),
    ],
)
def test_who_greets_by_name_need_not_tell_it_again(greeting: str, line: str, name: str, victim: str) -> None:
    answers = told(greeting, line).conversation

    assert (answers.value("reporter_name"), answers.value("victim")) == (name, victim)


def test_a_name_alone_begins_no_report() -> None:
    assert told("halo saya Wawan").conversation.flow == "menu"
