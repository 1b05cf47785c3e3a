"""A company named without "PT" is looked up at once; what names no company is left to the rest of the talk."""

import pytest

from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, in_words


def _events(text: str) -> list[str]:
    return [in_words(event) for event in PretendDesk().hear(Said(text=text)).events]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("rinjalo abadi terdaftar?", "LISTED_AS_OF"),
        ("Rinjalo Abadi", "LISTED_AS_OF"),
        ("rinjalo abadi resmi apa ndak pak", "LISTED_AS_OF"),
        ("Is Rinjalo Abadi licensed?", "LISTED_AS_OF"),
        ("REKAAN/101/2020", "LISTED_AS_OF"),
        ("sip3mi no rekaan 101 2020", "LISTED_AS_OF"),
        ("kayangswara perkasa resmi gak", "REVOKED"),
        ("samabelu kria utama resmi gak", "SIMILAR_NAME"),
        ("zamrud kalimaya persada resmi gak", "NOT_FOUND"),
        ("apakah zamrud kalimaya persada punya izin", "NOT_FOUND"),
        ("zamrud kalimaya persada penipu bukan ya", "NOT_FOUND"),
    ],
)
def test_a_name_without_pt_is_checked_at_once(text: str, verdict: str) -> None:
    assert _events(text) == [f"checked {verdict}"]


def test_whose_a_number_is_is_a_question_about_a_recruiter() -> None:
    desk = PretendDesk()
    turn = desk.hear(Said(text="nomor 081917000888 itu punya siapa"))

    assert "Nomor saja belum bisa dicek" in turn.replies[0].text


@pytest.mark.parametrize(
    "text",
    [
        "kerja ke malaysia yang legal gimana caranya",
        "apakah visa kunjungan itu resmi",
        "apakah layanan ini resmi",
        "mau tanya ini resmi ga",
        "jalur mandiri resmi gak",
        "nama saya siti aminah",
        "pelabuhan lembar resmi buka?",
        "rinjalo abadi menipu saya, paspor saya ditahan",
        "tolong adik saya ditipu rinjalo abadi",
    ],
)
def test_what_asks_of_no_company_is_no_check(text: str) -> None:
    assert not [event for event in _events(text) if event.startswith("checked")]


def test_an_answer_in_an_open_case_stays_with_the_case() -> None:
    desk = PretendDesk()
    for text in ("tolong adik saya disekap di ruko di batam, paspornya ditahan",):
        desk.hear(Said(text=text))
    desk.hear(Said(text="cukup"))
    filed = [event for event in desk.hear(Said(text="Rinjalo Abadi")).events if in_words(event).startswith("checked")]

    assert filed == []
