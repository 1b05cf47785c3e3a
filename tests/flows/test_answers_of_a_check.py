"""What is told in own words to a question of a check counts as its choice, and only looks alike where it must."""

import pytest

from flows.answers_of_a_check import meant_in_a_check
from flows.papers_with_another import are_with_another
from tests.flows.pretend_desk import talk, told


@pytest.mark.parametrize(
    ("question", "line", "meant"),
    [
        ("check_account", "atas nama dia sendiri herman efendi. sdh tak kirim 15 juta bulan juni", "person"),
        ("check_account", "ke rek pak haji langsung", "person"),
        ("check_account", "rekeningnya punya istrinya", "person"),
        ("check_account", "a.n. siti maryam kak", "person"),
        ("check_account", "bukan rek pt, an lalu herman", "person"),
        ("check_account", "katanya atas nama pt bunga samudra", "company"),
        ("check_account", "dari rekening saya ke dia", ""),
        ("check_account", "rekening apa ya", ""),
        ("check_account", "ndak transfer. bayar tunai ke haji mukti", ""),
        ("check_account", "bukan atas nama orang, atas nama pt", "company"),
        ("check_office", "ndak ada kantor kak di rumahnya aja. sy nih dijanjiin brangkat agustus", "no"),
        ("check_office", "gak punya kantor", "no"),
        ("check_office", "kantornya ga ada kak", "no"),
        ("check_office", "cuma di rumah sponsor", "no"),
        ("check_office", "gk ad kantornya, ketemunya di rumah dia aja", "no"),
        ("check_office", "kantornya katanya di mataram tp sy blm pernah kesana", "yes"),
        ("check_office", "sy udah bilang di mataram kantornya", "yes"),
        ("check_office", "ga tau kantornya di mana", ""),
        ("check_office", "blm pernah ke kantornya", ""),
        ("check_office", "ndak ada yg tau kantornya", ""),
        ("check_order", "belum kak. ini penipuan kan?? total saya sdh 25 juta", "no"),
        ("check_order", "blm pernah dikasi liat suratnya", "no"),
        ("check_order", "ga pernah ditunjukin", "no"),
        ("check_order", "sudah tanya dinas", "yes"),
        ("check_order", "belum tau", ""),
        ("check_order", "belum berangkat kak", ""),
        ("check_order", "sudah bayar 4 juta", ""),
        ("check_order", "sudah tanya tapi belum dijawab", ""),
        ("check_who", "sponsornya herman. dia bilang dari pt itu", "broker"),
        ("check_who", "calo di kampung sebelah", "broker"),
        ("check_who", "bukan calo, orang pt nya", ""),
        ("documents", "di herman", ""),
    ],
)
def test_a_line_means_its_choice(question: str, line: str, meant: str) -> None:
    assert meant_in_a_check(line, question) == meant


@pytest.mark.parametrize(
    "line",
    [
        "visa blm ada. paspor sy di herman ndak dikasi kasi",
        "paspor masih sama bu jannah",
        "ijazah asli anak sy di pak haji",
        "ktp dan ijazah belum dikembalikan",
        "pasport ga dibalikin kak",
    ],
)
def test_papers_with_another_are_a_sign(line: str) -> None:
    assert are_with_another(line)
    desk, heard = talk(
        "cek pt bunga samudra", "orang pt nya", "hongkong", "rekening pt", "ada", "sudah", "visa kerja", line
    )
    assert "Surat asli dipegang orang lain" in heard
    assert desk.conversation.flow == "check"


@pytest.mark.parametrize(
    "line",
    [
        "ijazahnya masi di rumah blm sy kasi",
        "paspor masih di imigrasi",
        "ktp di saya",
        "paspor sama ijazah saya pegang",
        "ijazah belum dikasi ke dia",
        "semua di saya kak",
        "belum dikasih gaji",
    ],
)
def test_papers_at_home_are_none(line: str) -> None:
    assert not are_with_another(line)


@pytest.mark.parametrize("line", ["10 nya cash", "sisanya tunai", "5 jt lagi"])
def test_money_is_no_visa(line: str) -> None:
    desk = told("cek pt bunga samudra", "orang pt nya", "hongkong", "rekening pt", "ada", "sudah", line)
    assert not desk.conversation.value("visa")


def test_the_answers_of_one_who_was_taken_in_warn_together() -> None:
    _, heard = talk(
        "mau cek pt cahaya timur mandiri bener gak",
        "sponsornya herman. dia bilang dari pt itu",
        "taiwan pabrik elektronik",
        "atas nama dia sendiri herman efendi. sdh tak kirim 15 juta bulan juni",
    )
    assert "Ada tanda bahaya" in heard
    assert "rekening pribadi" in heard
