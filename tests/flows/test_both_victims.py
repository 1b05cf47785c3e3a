"""A writer who is a victim beside a friend is kept, and so is the friend; each has their own age."""

import pytest

from tests.flows.pretend_desk import told

_BACK = ("sy baru plg dari myanmar tgl 9 kmrn. mau lapor org yg berangkatin sy", "aman")
_FRIEND = (*_BACK, "temen sy ilham masih di dlm sana blm bs keluar", "di myawaddy")


@pytest.mark.parametrize(
    "line",
    [
        "sy sendiri 23 thn. tapi temen sy ilham masih di dlm sana bang blm bs keluar",
        "saya sendiri umur 23, tapi teman saya Ilham masih disana blm bisa pulang",
    ],
)
def test_a_friend_who_is_still_there_and_the_writer_are_both_kept(line: str) -> None:
    conversation = told(*_BACK, line).conversation

    assert conversation.value("victim") == "teman, Ilham"
    assert conversation.value("writer_too") == "ya, 23 tahun"
    assert conversation.value("victim_age") == ""
    assert conversation.value("victim_count") == "2"


@pytest.mark.parametrize(
    "line",
    [
        "23 itu umur sy bang bkn ilham. ilham 21 org taliwang. korbannya sy sm ilham dua2nya",
        "korbannya sy sama ilham, ilham 21 thn. umur sy 23",
        "ilham 21 thn. sy juga korban, umur sy 23",
        "ilham 21 thn, saya juga ditipu",
    ],
)
def test_each_has_their_own_age(line: str) -> None:
    conversation = told(*_FRIEND, line).conversation

    assert conversation.value("victim_name") == "Ilham"
    assert conversation.value("victim_age") == "21"
    assert conversation.value("writer_too").startswith("ya")
    assert conversation.value("victim_count") == "2"


@pytest.mark.parametrize(
    "line",
    [
        "saya sendiri rizal 23 thn, sama temen saya ilham 21 thn",
        "saya sendiri, dan teman saya Ilham umur 21",
    ],
)
def test_a_friend_beside_a_writer_is_kept(line: str) -> None:
    conversation = told(*_BACK, line).conversation

    assert conversation.value("victim") == "self"
    assert conversation.value("other_victim") == "teman, Ilham, 21 tahun"
    assert conversation.value("victim_count") == "2"


@pytest.mark.parametrize(
    "line",
    [
        "saya sendiri yg lapor, dia ga tau",
        "saya takut sendiri di rumah",
        "sy nelpon ilham sendiri kmrn",
        "korbannya ilham, saya cuma temannya",
        "saya sama istri saya yg nyari dia",
        "umur saya 40 tahun jadi ga ngerti hp",
    ],
)
def test_a_writer_who_only_tells_is_no_victim(line: str) -> None:
    conversation = told(*_FRIEND, line).conversation

    assert conversation.value("writer_too") == ""
    assert conversation.value("other_victim") == ""
    assert conversation.value("victim") == "teman, Ilham"


@pytest.mark.parametrize(
    "line",
    [
        "dia msh cari org skrg bang, katanya kamis dpn ada 3 org lg mau dia brgktin",
        "minggu depan ada 4 orang lagi mau diberangkatkan dia",
        "besok dia mau bawa 5 orang lain lagi ke sana",
    ],
)
def test_who_is_to_leave_later_is_not_counted(line: str) -> None:
    assert told(*_FRIEND, line).conversation.value("victim_count") == ""


@pytest.mark.parametrize(("line", "count"), [("ada 3 org disana sama ilham", "3"), ("semua 4 orang disekap", "4")])
def test_who_is_there_is(line: str, count: str) -> None:
    assert told(*_FRIEND, line).conversation.value("victim_count") == count


@pytest.mark.parametrize(
    "line", ["ilham 25 november dijual lagi", "tf ke ilham 50 ribu kmrn", "ilham 20 menit lg nelpon"]
)
def test_a_figure_behind_a_name_may_be_no_age(line: str) -> None:
    assert told(*_FRIEND, line).conversation.value("victim_age") == ""


@pytest.mark.parametrize(
    "line",
    [
        "lah kan sudah saya bilang, ILHAM. temen saya sendiri",
        "yang merekrut alumni kami sendiri, lewat instagram",
        "korbannya 6 orang satu dusun sama saya",
        "ada teman kami umur 15 juga disana",
        "nomor ilham +63 917 402 8856",
    ],
)
def test_what_is_the_writers_makes_no_victim_of_them(line: str) -> None:
    conversation = told(*_FRIEND, line).conversation

    assert conversation.value("writer_too") == ""
    assert conversation.value("victim_age") in {"", "15"}


def test_a_sister_taken_with_the_writer_is_kept() -> None:
    conversation = told("saya dan adik saya rina dibawa ke malaysia, saya berhasil kabur", "aman").conversation

    assert conversation.value("victim") == "self"
    assert conversation.value("other_victim") == "adik, Rina"


@pytest.mark.parametrize("line", ["saya juga dikasih tau ilham", "saya juga takut", "saya sendiri udah cape nyari"])
def test_what_the_writer_also_does_is_no_harm(line: str) -> None:
    assert told(*_FRIEND, line).conversation.value("writer_too") == ""


def test_a_number_that_is_told_counts() -> None:
    line = "Pagi kak, saya mewakili 14 siswa LPK di Cakranegara, sy sendiri juga korban. Kami sudah bayar 28 juta"
    conversation = told(line).conversation

    assert conversation.value("victim_count") == "14"
    assert conversation.value("writer_too").startswith("ya")


@pytest.mark.parametrize(
    ("line", "age"),
    [("di chat aja jgn tlp. aku 17", "17"), ("sy 23 pak", "23"), ("aku 17 hari di sini", "")],
)
def test_the_bare_age_of_a_writer_who_is_the_victim_is_read(line: str, age: str) -> None:
    desk = told("aku ditipu agen, paspor aku ditahan di batam", "aman", line)

    assert desk.conversation.value("victim_age") == age
