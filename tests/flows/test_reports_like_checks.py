"""What sounds like a check or a stranger's line and is a report, and the other way round."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import talk, told

_ALARMED = ("adik saya disekap di myawaddy",)


@pytest.mark.parametrize(
    "text",
    [
        "suami saya Darmawan kerja di kapal pesiar katanya, PT Ombak Biru Samudera, berangkat dari Benoa 2 bulan lalu",
        "My sister Baiq Hartini is a domestic worker in Hong Kong, her agency takes 80% of her pay",
        "kakak sy sekarang di brunei, dulu yg urus PT Ombak Biru Samudera",
        "adik saya ditipu H Mansur, PT Sinar Contoh Jaya, ke malaysia gaji 1500 ringgit",
        "sy ketipu PT Ombak Biru Samudera, duit sy 20 juta",
    ],
)
def test_who_is_there_already_is_reported_whatever_firm_is_named(text: str) -> None:
    assert told(text).conversation.flow == "report"


def test_who_fears_to_be_cheated_is_shown_a_check() -> None:
    assert told("takut ditipu, PT Ombak Biru Samudera itu gimana").conversation.flow == "check"
    assert told("katanya PT Ombak Biru Samudera suka nipu").conversation.flow == "check"


def test_whether_a_firm_is_licensed_is_checked_though_somebody_has_gone() -> None:
    desk = told("kakak saya sudah berangkat 2 bulan lalu lewat PT Ombak Biru Samudera, itu resmi ga ya?")

    assert desk.conversation.flow == "check"


def test_who_called_an_officer_tells_on_though_a_firm_is_named() -> None:
    desk = told("sambungkan ke petugas", "bos sy pak Hermanto pt nya PT Gema Andalan Putra tapi izinnya udah dicabut")

    assert desk.conversation.flow == "report"
    assert desk.conversation.value("company") == "PT Gema Andalan Putra"


def test_what_was_told_before_the_name_is_the_story_of_the_report() -> None:
    desk = told(
        "saya ditawari kerja di taiwan jadi caregiver, diminta 35 juta dulu",
        "orangnya H. Zulkarnain, kantornya di praya",
        "cukup",
        "jadikan laporan",
        "ya aman",
    )

    assert "caregiver" in desk.conversation.value("what")


@pytest.mark.parametrize(
    "line",
    [
        "saya penyalur resmi lho, ijin lengkap",
        "sebut aja orangnya, dr janapria kan? istrinya si Hendra kan?",
        "sy cuma mau selesaikan kekeluargaan",
    ],
)
def test_who_fishes_for_the_reporter_goes_on_fishing(line: str) -> None:
    desk, last = talk("pak sy mau tanya siapa yg lapor nama sy ke nomor ini", line)

    assert say("not_told", Language.INDONESIAN) in last
    assert not desk.tickets


def test_who_fished_may_still_check_a_firm_and_call_an_officer() -> None:
    fished = "pak sy mau tanya siapa yg lapor nama sy ke nomor ini"

    assert told(fished, "PT Sinar Contoh Jaya itu resmi ga?").conversation.flow == "check"
    assert told(fished, "saya mau bicara dengan petugas").tickets


def test_fragments_that_tell_nothing_make_no_report_together() -> None:
    desk = told("tes", "hehe maaf cuma coba2", "dapat nomornya dari spanduk di kantor desa")

    assert desk.conversation.flow == "menu"


def test_who_wants_to_tell_and_is_afraid_is_not_shown_a_menu() -> None:
    _, last = talk("kak", "aku mau cerita tapi takut 🥺")

    assert say("ask.safe", Language.INDONESIAN).splitlines()[0] in last


def test_where_somebody_is_held_raises_no_second_alarm() -> None:
    _, last = talk(*_ALARMED, "di ruko 3 lantai 2 dekat pelabuhan")

    assert "Petugas sudah dipanggil" not in last


def test_a_number_put_right_is_read_back_as_two_numbers() -> None:
    _, last = talk(
        "adik saya dibawa calo ke batam",
        "cukup",
        "telepon saja 0812 9000 0407",
        "kapan saja",
        "tanpa nama",
        "eh nomor saya salah, yang benar 0812 9000 0408",
    )

    assert "0812-9000-0408, bukan 0812-9000-0407" in last


def test_a_group_told_of_in_a_check_is_a_report() -> None:
    checked = ("mau cek PT Sinar Contoh Jaya", "gak tau")

    assert told(*checked, "ada 4 perempuan mau dikirim lewat bandara lombok kamis ini").conversation.flow == "report"
    assert told(*checked, "mereka skrg ditampung di rumah di gerung, 6 orang").conversation.flow == "report"
    assert told(*checked, "yg daftar ada 10 orang bareng adik saya").conversation.flow == "check"


def test_a_check_that_nobody_asked_for_makes_way_for_the_story() -> None:
    desk = told("aku gk tau ini bener apa enggak", "kakakku mba Lestari mau dibawa tante Evi ke batam")

    assert desk.conversation.flow == "report"
    assert told("2", "kakakku mau dibawa tante Evi ke batam").conversation.flow == "check"


@pytest.mark.parametrize(
    "text",
    [
        "mau tanya2 soal kerja di luar negeri",
        "kak mau tanya cara kerja ke korea yg resmi gmn",
        "sy lulusan sma mau kerja ke hongkong yg resmi",
    ],
)
def test_who_wants_to_read_begins_no_report(text: str) -> None:
    desk, last = talk(text, "visa umrah itu gak boleh buat kerja kan?")

    assert desk.conversation.flow == "learn"
    assert say("worry_visa", Language.INDONESIAN) in last


@pytest.mark.parametrize(
    "text",
    ["kak ini nomor buat lapor ya", "ini wa satgas ya", "ini bener nomor satgas tppo?", "halo ini tempat lapor tppo?"],
)
def test_whether_this_is_the_hotline_is_answered(text: str) -> None:
    _, last = talk(text)

    assert say("asked_here", Language.INDONESIAN) in last


def test_what_was_told_of_the_recruiter_outlives_the_next_name() -> None:
    desk = told(
        "mau cek PT Bina Karya Mandiri resmi ga, anak sy mau ke taiwan",
        "bukan semuanya",
        "sponsornya Lalu Saprudin dari masbagik no 087765112233",
        "jadi PT Bina Karya Mulia itu ada ijinnya apa tidak",
        "jadikan laporan",
    )

    assert desk.conversation.value("recruiter") == "Lalu Saprudin"
    assert desk.conversation.value("recruiter_phone") == "+6287765112233"


def test_a_name_put_right_beside_none_of_them_is_looked_up() -> None:
    _, heard = talk(
        "mau cek PT Bina Karya Mandiri resmi ga, anak sy mau ke taiwan",
        "bukan semuanya pak. eh maaf sy salah tulis namanya PT Langit Jernih Perdana",
    )

    assert "Tidak ada di daftar" in heard


_UNASKED = "PT Cahaya Utara Mandiri nawarin kerja pabrik ikan di norwegia 2.000 euro. bodong kayaknya, kantornya ga ada"
_ASKED = "PT Cahaya Utara Mandiri itu resmi ga ya? katanya ke norwegia"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (_UNASKED, "ponakan sy Dita 19 thn udah bayar 12 juta"),
        (_UNASKED, "kakak sy sdh lunas 25 jt"),
        (_UNASKED, "anak tetangga sy Mira 20 th brgkt kamis, msh di rumahnya di gerung"),
        (_ASKED, "adek gw Rio 22 udah transfer 15jt"),
        (_ASKED, "suami saya Hasan sudah setor 20 juta tunai"),
    ],
)
def test_who_paid_and_is_described_in_a_check_is_reported(first: str, text: str) -> None:
    desk = told(first, text)

    assert desk.conversation.flow == "report"
    assert desk.conversation.value("company") == "PT Cahaya Utara Mandiri"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (_UNASKED, "adik sy disuruh setor 20 juta dulu"),
        (_UNASKED, "anak sy Lina 20 th belum bayar apa2"),
        (_UNASKED, "istri saya udah bayar 5 juta, bisa balik ga ya?"),
        (_UNASKED, "adik saya mau ikut, umur 21"),
        (_ASKED, "anak saya sudah bayar 10 juta"),
        (_ASKED, "sepupu saya mau berangkat januari"),
        (_ASKED, "anak tetangga sy Mira 20 th brgkt kamis, msh di rumahnya di gerung"),
    ],
)
def test_a_relative_told_of_in_a_check_keeps_it_one(first: str, text: str) -> None:
    assert told(first, text).conversation.flow == "check"
