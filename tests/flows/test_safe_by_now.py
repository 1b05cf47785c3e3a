"""A threat of last night, of whoever is safe now: it is passed on, and the report goes on where it stood."""

import pytest

from flows.safe_by_now import says_it_was_before
from tests.flows.pretend_desk import tell, told

ALARMED = (
    "saya ditipu sponsor herman di taiwan, 25 juta, semalem dia wa klo lapor polisi rumahmu tak bakar",
    "aman",
    "saya sendiri",
    "di rumah sengkol pujut",
    "klo dia beneran dateng bakar rumah sy harus gimana",
)


@pytest.mark.parametrize(
    "line",
    [
        "bukan skrg kak. itu dia ngancem semalem di wa. skrg aman kok",
        "gak sekarang pak, itu semalam. skrg aman",
        "itu kemarin kak, sekarang sudah aman di rumah",
    ],
)
def test_the_report_goes_on(line: str) -> None:
    assert says_it_was_before(line)
    desk = told(*ALARMED)
    assert desk.tickets
    heard = tell(desk, line)
    assert "petugas tetap akan memeriksa" in heard
    assert desk.conversation.flow == "report"
    assert line in desk.conversation.value("what")


@pytest.mark.parametrize(
    "line",
    [
        "skrg ga aman",
        "semalem dia datang, sekarang belum aman",
        "sekarang aman ga ya?",
        "tadi aman, skrg dia di depan pintu gedor gedor dan bawa bensin",
        "semalem dia ngancem di wa",
    ],
)
def test_who_is_not_safe_takes_nothing_back(line: str) -> None:
    assert not says_it_was_before(line)
