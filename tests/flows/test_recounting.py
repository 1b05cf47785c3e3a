"""How many victims there are: the others counted beside one are no part of who it is, and a number is put right."""

import pytest

from flows.conversation import Answer, Conversation
from flows.recounting import count_put_right
from flows.understanding import understand
from tests.flows.conftest import EVENING
from tests.flows.pretend_desk import talk, told


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("di rumah penampungan sama 4 cewek lain", "5"),
        ("ada 2 org lombok lagi sama dia", "3"),
        ("ada 8 org indo lg", "9"),
        ("ada 2 lagi cewe ntb disitu", "3"),
        ("dia sama tiga orang bima lagi di mess", "4"),
        ("20-25 orang, 3 perempuan, 2 anak kecil", "25"),
        ("skrg dia kumpulin 6 org lagi mau dikirim", "6"),
        ("ada 5 orang lagi yang mau dikirim", "5"),
        ("kami ada 9 org sama saya", "9"),
    ],
)
def test_those_beside_one_are_counted_with_them(line: str, count: str) -> None:
    assert understand(line, today=EVENING).found["victim_count"].value == count


@pytest.mark.parametrize("line", ["bukan 22 orang, umurnya 22", "apaan 7 orang", "disuruh layanin 4-5 orang"])
def test_a_number_that_is_denied_or_of_guests_counts_no_victims(line: str) -> None:
    assert "victim_count" not in understand(line, today=EVENING).found


@pytest.mark.parametrize(
    "line",
    [
        "namanya wulan 22 orang ampenan",
        "nama korban siti 22 orang sumbawa",
        "adik sy rina 22 orang praya",
        "namanya budi 22 warga dompu",
        "teman saya dewi 22 orang jerowaru",
    ],
)
def test_where_somebody_comes_from_counts_nobody(line: str) -> None:
    found = understand(line, today=EVENING).found
    assert found["victim_age"].value == "22"
    assert "victim_count" not in found


@pytest.mark.parametrize(
    "line",
    [
        "namanya wulan 22 orang dibawa",
        "adik sy rina 22 orang hilang",
        "toko namanya maju 22 orang kerja disitu",
        "nama grupnya sasak 22 orang mataram",
        "adik sy rina 22 orang temannya ikut",
    ],
)
def test_people_beside_a_name_are_still_counted(line: str) -> None:
    assert understand(line, today=EVENING).found["victim_count"].value == "22"


@pytest.mark.parametrize(
    ("told", "line", "count"),
    [
        ("5", "yg bawa itu herman. terus anak saya cuma satu, yg lain itu cewek lain saya ga kenal", "1"),
        ("5", "bukan 5 orang pak anak saya 1 aja", "1"),
        ("5", "anak saya 1 orang saja", "1"),
        ("22", "bukan 22 orang, umurnya 22", "1"),
        ("22", "bukan 22 orang, umurnya 22. yg jd korban wulan sama 2 teman lagi", "3"),
        ("7", "apaan 7 orang. adek gw syahrul 1 yg gw laporin", "1"),
        ("3", "korbannya 1 orang istri saya, perempuan lain 3 orang", "1"),
        ("5", "korbannya cuma adik saya", "1"),
        ("5", "yg saya laporkan cuma kakak saya pak", "1"),
        ("9", "salah, 9 orang apaan, ponakan saya satu doang", "1"),
        ("4", "kok 4 orang min?", "1"),
        ("5", "bukan 5 orang tapi 8 orang", "8"),
    ],
)
def test_a_number_of_victims_is_put_right_in_plain_words(told: str, line: str, count: str) -> None:
    talk = Conversation("report", answers={"victim_count": Answer(told), "victim_relation": Answer("anak")})

    assert count_put_right(talk, line) == count


@pytest.mark.parametrize(
    "line",
    [
        "bukan 5 orang saja pak, banyak",
        "anak saya satu bulan ga ada kabar",
        "anak saya satu lagi ikut juga",
        "saya punya anak cuma satu tolong",
        "anak saya satu kamar sama dia",
        "yang bawa bukan 2 orang, cuma satu",
        "mereka 5 orang semua",
        "satu orang anak saya sakit",
        "keluarganya dikasih 3 juta seorang",
        "dari 5 orang itu satu adik saya",
    ],
)
def test_other_ones_put_no_number_right(line: str) -> None:
    talk = Conversation("report", answers={"victim_count": Answer("5"), "victim_relation": Answer("anak")})

    assert not count_put_right(talk, line)


def test_the_mother_is_heard_who_says_that_hers_is_one() -> None:
    told = ("tolong anak saya dibawa ke batam", "katanya di penampungan sama 4 cewek lain", "namanya Sumiati umur 19")
    desk, _ = talk(*told)
    assert desk.conversation.value("victim") == "anak, 19 tahun, Sumiati, bersama 4 orang lain"

    desk, heard = talk(*told, "bukan 5 orang pak anak saya 1 aja")

    assert desk.conversation.value("victim") == "anak, 19 tahun, Sumiati"
    assert "Jumlah korban: 1, bukan 5" in heard


def test_a_number_told_late_is_no_other_victim() -> None:
    desk, heard = talk(
        "adek sy ABK 9 bulan ga digaji di kaohsiung taiwan", "aman", "syahrul 26 th",
        "bkn 9jt doang dia bayar, trus dia ada 6 org indo lain di kapal",
    )  # fmt: skip

    assert desk.conversation.value("victim_relation") == "adik"
    assert desk.conversation.value("victim").startswith("adik")
    assert "bukan adik" not in heard


def test_a_line_told_anew_keeps_the_number_that_was_put_right_and_the_age() -> None:
    desk, heard = talk(
        "tolong anak saya dibawa ke batam", "katanya di penampungan sama 4 cewek lain", "namanya Sumiati umur 19",
        "ga tau", "ga ada", "jangan hubungi", "tanpa nama", "Ada yang diubah", "Korban", "anak saya 1 orang saja",
    )  # fmt: skip

    assert "Jumlah korban: 1, bukan 5" in heard
    assert desk.conversation.value("victim") == "anak, 19 tahun, Sumiati"


@pytest.mark.parametrize(
    ("line", "age", "name"),
    [
        ("laila cucu saya", "15", "Laila"),
        ("cucu saya", "15", "Laila"),
        ("laila cucu saya umur 16", "16", "Laila"),
        ("adik saya Rina", "", "Rina"),
    ],
)
def test_one_victim_keeps_their_age_where_their_line_is_told_anew(line: str, age: str, name: str) -> None:
    desk, _ = talk(
        "tolong cucu saya dibawa bibinya ke bali ga boleh pulang", "namanya Laila umur 15", "ga tau",
        "jangan hubungi", "ga tau siapa", "ga tau", "tanpa nama", "Ada yang diubah", "Korban", line,
    )  # fmt: skip

    assert desk.conversation.value("victim_age") == age
    assert desk.conversation.value("victim_name") == name


@pytest.mark.parametrize("line", ["eh bukan 6 pak, 5. yg satu sudah dijemput sodaranya", "6 salah pak, jadi 5"])
def test_a_bare_number_stands_for_the_one_denied(line: str) -> None:
    desk = told("ada rumah isinya 6 perempuan digembok", line)

    assert desk.conversation.value("victim_count") == "5"
