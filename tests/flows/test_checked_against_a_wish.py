"""Who only wants to check: a number goes on being checked, and a report that began of it ends at their word."""

import pytest

from tests.flows.pretend_desk import talk, tell, told

ASKED = ("mau cek pt bunga samudra resmi ga", "tetangga haji mukti", "hongkong", "tunai 4 juta ke haji mukti")
CHECKED = (*ASKED, "ada di mataram", "belum", "ga tau", "dipegang haji mukti")


@pytest.mark.parametrize(
    "line",
    [
        "haji mukti tu orang baik pak. no nya 081803647712 coba cek",
        "bisa minta tolong dicekin no wa ini ga 085912345678",
        "rekeningnya 7310445821 bca a.n. herman coba dicek juga ya",
        "nmr hp nya 0818 0364 7712 cekin dong",
        "cek nomornya dong 081803647712",
    ],
)
def test_a_number_goes_on_being_checked(line: str) -> None:
    desk, heard = talk(*CHECKED, line)
    assert desk.conversation.flow == "check"
    assert "Nomor itu tidak tercatat di daftar kami" in heard
    assert not desk.tickets


@pytest.mark.parametrize(
    "line", ["ini nomor dia 081803647712", "sudah sy cek nomornya 081803647712 di getcontact isinya penipu"]
)
def test_a_number_that_is_told_begins_a_report(line: str) -> None:
    assert told(*CHECKED, line).conversation.flow == "report"


def test_a_listed_question_is_still_answered_beside_a_number() -> None:
    desk = told(*ASKED, "no hp nya 081803647712 tolong dicek")
    assert desk.conversation.value("recruiter_phone") == "+6281803647712"
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == "check_office"


@pytest.mark.parametrize("before", [(), ("aman",), ("aman", "di rumah"), ("aman", "anak saya", "nur", "di rumah")])
@pytest.mark.parametrize(
    "line",
    [
        "kok ditanya aman. sy cuma mau cek aja ndak lapor",
        "nama siapa pak? sy bilang ndak mau lapor. cuma no hp nya aja dicek",
        "bukan lapor pak aduh",
        "gak jadi lapor deh",
        "sy gak lapor lho cuma ngecek",
        "saya ga mau lapor kak",
    ],
)
def test_a_report_of_a_check_ends_at_any_question(before: tuple[str, ...], line: str) -> None:
    desk = told(*CHECKED, "ini no nya 081803647712", *before)
    assert desk.conversation.flow == "report"
    assert "tidak ada yang saya laporkan" in tell(desk, line)
    assert desk.conversation.flow == "check"
    assert not desk.tickets


@pytest.mark.parametrize("line", ["belum lapor polisi", "ibu saya bilang ga mau lapor", "korban tidak lapor ke siapa2"])
def test_who_reports_nothing_elsewhere_goes_on(line: str) -> None:
    assert told(*CHECKED, "ini no nya 081803647712", "aman", line).conversation.flow == "report"


def test_a_report_with_harm_is_kept() -> None:
    desk = told("adik saya disekap di rumah majikan di jeddah dipukuli", "aman", "ga jadi lapor")
    assert desk.conversation.flow == "report"
