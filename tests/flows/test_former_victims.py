"""Who was taken by the same people before is no victim of this report; who is told of alone stays the victim."""

import pytest

from tests.flows.pretend_desk import told

_PUPILS = ("ada 2 murid saya mau dibawa kerja ke batam hari senin ini", "aman", "masih di rumah")


@pytest.mark.parametrize(
    "line",
    [
        "namanya bunda ros. taun lalu dia jg bawa murid saya si ayu smp skrg gak ada kabar dari bln maret",
        "dulu dia juga bawa anak tetangga namanya Siti 16 th",
        "thn lalu sepupu saya Anton jg diberangkatkan dia",
        "bunda ros pernah bawa teman saya Ila jg ke dubai",
        "2 bulan lalu dia juga ngajak adik temen saya namanya Yuni 17 thn",
        "sebelumnya dia jg pernah rekrut murid saya Tia",
    ],
)
def test_who_was_taken_before_is_not_the_victim(line: str) -> None:
    conversation = told(*_PUPILS, line).conversation

    assert conversation.value("victim_name") == ""
    assert conversation.value("victim_relation") == "murid"
    assert conversation.value("victim_count") == "2"
    assert conversation.value("victim_age") == ""


def test_they_may_be_told_of_in_the_same_message() -> None:
    line = "ada 2 murid saya mau dibawa bu Ros ke batam. dulu dia jg bawa anak tetangga namanya Siti 16 th, hilang"
    conversation = told(line).conversation

    assert conversation.value("victim_name") == ""
    assert conversation.value("victim") == "murid, 2 orang"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("tahun lalu adik saya Rina dibawa bu Ros ke malaysia, sampe skrg ga ada kabar", "Rina"),
        ("dulu juga adik saya Rina diberangkatkan bu Ros, skrg hilang", "Rina"),
        ("anak saya Dewi 17 th dibawa bulan lalu ke batam", "Dewi"),
    ],
)
def test_who_is_told_of_alone_stays_the_victim(line: str, name: str) -> None:
    assert told(line).conversation.value("victim_name") == name


@pytest.mark.parametrize(
    "line", ["namanya Lia, dulu jg pernah kerja di toko", "murid saya Lia 15 thn dulu juara kelas"]
)
def test_what_the_victim_did_before_takes_nothing_away(line: str) -> None:
    assert told(*_PUPILS, line).conversation.value("victim_name") == "Lia"
