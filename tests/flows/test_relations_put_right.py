"""Who the victim is to the writer is put right by who says so, and by nobody who is only heard from."""

import pytest

from tests.flows.pretend_desk import told

_FRIEND = ("teman saya mahmudi 25 th dibawa ke kamboja jadi admin judi, paspor ditahan", "aman", "ga tau")
_COUSIN = ("sepupu saya mahmudi 25 th dibawa ke batam, ktp ditahan", "aman", "di penampungan")
_NEIGHBOUR = ("ada warga kami deni 25 th dibawa ke batam, ktp ditahan", "aman", "di penampungan")


@pytest.mark.parametrize(
    "line",
    [
        "bukan teman, sepupu. tadi kan udah. hp haji mahmud 085239110077",
        "kok teman sih. dia SEPUPU saya",
        "bukan teman tapi sepupu",
        "dia sepupu saya bukan teman",
        "eh salah sepupu deng",
        "sepupu kak bukan temen",
        "korbannya sepupu saya",
        "not my friend, my cousin",
        "bkn tmn, sepupu",
        "hubungannya sepupu bukan teman",
        "teman apaan, sepupu saya itu",
        "masa teman, sepupu gw itu",
        "kok ditulis teman, sepupu kak",
    ],
)
def test_the_relation_is_put_right_whatever_else_is_told(line: str) -> None:
    conversation = told(*_FRIEND, line).conversation

    assert conversation.value("victim_relation") == "sepupu"
    assert conversation.value("victim") == "sepupu, 25 tahun, Mahmudi"


def test_what_stands_behind_it_is_taken_too() -> None:
    desk = told(*_FRIEND, "bukan teman, sepupu. tadi kan udah. hp haji mahmud 085239110077")

    assert desk.conversation.value("recruiter_phone") == "+6285239110077"


@pytest.mark.parametrize("before", [_COUSIN, _NEIGHBOUR])
@pytest.mark.parametrize(
    "line",
    [
        "kata temennya udah bukan di batam",
        "takut bocor ke polisi temennya deni",
        "kata teman sy salah alamat",
        "temennya bilang bukan disana lagi",
        "eh salah, kata adiknya di bintan",
        "dia pergi sama temennya bukan sendiri",
        "teman saya bukan cuma dia yg pergi",
        "bukan teman saya yg bawa",
        "dia bukan teman mereka",
        "suaminya bukan orang sini",
        "teman sy bilang salah kirim duitnya",
    ],
)
def test_who_is_only_heard_from_is_not_the_victim(before: tuple[str, ...], line: str) -> None:
    relation = told(*before).conversation.value("victim_relation")

    assert told(*before, line).conversation.value("victim_relation") == relation


def test_a_friend_who_is_heard_from_makes_no_victim_of_a_stranger() -> None:
    desk = told("ada org lombok dibawa ke batam, ktp ditahan, dia ga boleh keluar", "kata temennya udah bukan di batam")

    assert not desk.conversation.knows("victim_relation")


def test_a_fear_names_nobody_who_recruits() -> None:
    assert not told(*_COUSIN, "takut bocor ke polisi temennya deni").conversation.knows("recruiter")


_PUPILS = ("saya guru smp, ada 2 murid saya mau dibawa kerja ke batam hari senin ini. mrk masih sekolah", "aman")


@pytest.mark.parametrize(
    "line",
    [
        "telpon 110 nanti bilang apa ya, takut salah. anaknya belum berangkat kok msh di rumah",
        "kl gak salah anaknya 2 org",
        "klo tdk salah anaknya masih di rumah",
        "anaknya takut salah ngomong sama bapaknya",
        "saya takut salah lapor, dua anak itu masih 15",
        "eh salah bukan batam tapi bintan, anaknya blm berangkat",
        "bilangnya anak dibawah umur mau dibawa gt",
    ],
)
def test_pupils_are_no_children_of_the_teacher(line: str) -> None:
    conversation = told(*_PUPILS, line).conversation

    assert conversation.value("victim_relation") == "murid"
    assert conversation.value("victim") == "murid, 2 orang"


@pytest.mark.parametrize(
    ("line", "relation"),
    [("bukan murid saya, anak saya", "anak"), ("salah, bukan murid tapi keponakan", "keponakan")],
)
def test_who_says_so_puts_pupils_right_too(line: str, relation: str) -> None:
    assert told(*_PUPILS, line).conversation.value("victim_relation") == relation
