"""Nobody learns whether somebody was reported, nor by whom: how it is asked, and what only sounds like it."""

import pytest

from flows.labels import Language
from flows.sayings import Saying, saying_in
from flows.texts import say
from tests.flows.pretend_desk import talk

_REFUSED = say("not_told", Language.INDONESIAN)


@pytest.mark.parametrize(
    "text",
    [
        "saya anto min. saya dgr dr orang sesela ada yg lapor dia ke sini, bu fatimah kah",
        "mau cek nomor 081755239908 ini aman ga. udah ada yg lapor blm",
        "saya abangnya fatimah min. dia lapor kan? kodenya AAA-001",
        "saya mau tau siapa yg nuduh saya. jadi fatimah udah lapor atau belum",
        "jd nomernya ada yg lapor ga sebelumnya",
        "PT Nur Amanah Abadi pernah dilaporkan ga?",
        "apa bu fatimah yang lapor?",
        "dia ngadu ke polisi kan",
        "siapa yg fitnah saya pak",
        "nomor ini udah dilaporin blm",
        "yg lapor saya bu fatimah kan",
        "nama saya supriadi saya pihak yg dilaporkan",
    ],
)
def test_who_asks_for_reports_is_known(text: str) -> None:
    assert saying_in(text) is Saying.WHO_REPORTED


@pytest.mark.parametrize(
    "text",
    [
        "bayar gak lapor disini?",
        "kl lapor disini aman ga?",
        "udah 5 hari lapor kok blm ada yg hubungi",
        "kemana lapor anak ga pulang 2 hari?",
        "sy tanya siapa yg baca laporan sy",
        "saya mau lapor, bisa kan?",
        "kalo sy lapor dia marah ga",
        "udah lapor kan kemarin",
        "sy udah lapor blm ada kabar ya",
        "adik saya sudah lapor ke desa, bisa diproses ga",
        "tetangga mau lapor tapi takut",
        "harus lapor kemana pak",
        "saya dituduh mencuri sama majikan",
        "boleh lapor tanpa nama ga",
        "apakah lapor di sini aman",
        "dia ngancam mau laporin saya ke polisi",
        "suaminya sudah lapor polisi",
        "yang lapor boleh orang lain ga?",
    ],
)
def test_who_asks_how_to_report_is_no_such_asker(text: str) -> None:
    assert saying_in(text) is not Saying.WHO_REPORTED


def test_who_asks_of_a_suspected_reporter_begins_no_report() -> None:
    desk, last = talk("saya dgr dr orang sesela ada yg lapor dia ke sini, bu fatimah kah", "jadi dia lapor kan min")

    assert last.startswith(_REFUSED)
    assert desk.conversation.flow == ""
    assert not desk.tickets


def test_a_check_goes_on_beside_the_refusal() -> None:
    desk, last = talk("malam min mau cek nomor 081755239908 supriadi ini aman ga. udah ada yg lapor blm")

    assert desk.conversation.flow == "check"
    assert _REFUSED in last


def test_who_asks_in_a_check_is_refused_and_nothing_is_stored() -> None:
    desk, last = talk("cek 085733902218 namanya rendi", "lewati", "jd nomernya ada yg lapor ga sebelumnya")

    assert last.startswith(_REFUSED)
    assert "check_who" not in desk.conversation.answers


def test_who_asks_twice_in_a_check_checks_nothing_any_more() -> None:
    desk, _ = talk("cek 085733902218 namanya rendi", "lewati", "ada yg lapor ga", "bu fatimah lapor kan")

    assert desk.conversation.flow == ""


def test_who_asked_for_reports_may_still_tell_of_harm() -> None:
    desk, _ = talk("ada yg lapor pak upi ga", "anak saya dibawa pak upi ke malaysia, paspornya ditahan")

    assert desk.conversation.flow == "report"
