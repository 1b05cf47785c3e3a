"""What is asked in the middle of a check is answered, and never written down as an answer to it."""

import pytest

from flows import questions as q
from flows.asked_back import asked_back
from flows.labels import Language
from flows.reading import Reading
from flows.texts import say
from flows.worries import worries_in
from tests.flows.pretend_desk import talk

_CHECKED = ("sore pak mau cek PT Kabut Sejahtera Mandala Rinjani, itu resmi ga", "bukan semuanya")
_WARNED = (*_CHECKED, "lewati", "malaysia", "atas nama orang, 3 juta", "cukup")


def _said(key: str) -> str:
    return say(key, Language.INDONESIAN)


@pytest.mark.parametrize(
    "text",
    [
        "brarti palsu kah pt nya",
        "jadi pt nya resmi apa ga",
        "tp tolong di jawab dulu pak pt nya resmi apa ga",
        "jadi terdaftar gak sih",
        "penipu bukan pak?",
        "malaysia sabah. jadi legal apa tidak",
    ],
)
@pytest.mark.parametrize("before", [_CHECKED, _WARNED])
def test_how_the_firm_stands_is_answered_whenever_it_is_asked(before: tuple[str, ...], text: str) -> None:
    desk, last = talk(*before, text)

    assert _said("finding.list_NOT_FOUND") in last
    assert _said("worry_fake") in last
    assert not desk.conversation.knows(q.CHECK_WHO.id)


@pytest.mark.parametrize(
    "text",
    [
        "sepuluh jenis kerja itu apa aja pak, sawit termasuk ga",
        "10 jenis pekerjaan apa saja?",
        "yg 10 jenis itu mana aja min",
        "sawit dilarang ditarik biaya bkn pak?",
        "emang ga boleh dipungut biaya ya?",
        "which jobs are the ten kinds?",
    ],
)
def test_the_ten_kinds_of_work_are_told(text: str) -> None:
    assert "kinds" in worries_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "jenis kelaminnya perempuan",
        "sudah ditarik biaya 10 juta",
        "lapor di sini dipungut biaya apa ga",
        "gajinya 10 juta",
    ],
)
def test_what_is_of_no_kinds_is_not(text: str) -> None:
    assert "kinds" not in worries_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "di brosurnya ada nomer izinnya KEP.218/PPTKIS/2024. bisa di cek dr nomer ga",
        "SIP3MI nya nomor 123/2024 bisa dicek?",
        "ijin 445/KEP/2019 ini ada ga pak",
    ],
)
def test_a_licence_number_is_looked_up(text: str) -> None:
    _, last = talk(*_CHECKED, text)

    assert _said("check.licence") in last


@pytest.mark.parametrize(
    "text", ["kalo petugas cek itu bayar ndak", "ngeceknya gratis kan", "petugas periksa bayar ga pak"]
)
def test_what_a_check_costs_is_told(text: str) -> None:
    _, last = talk(*_WARNED, text)

    assert _said("asked_free") in last


@pytest.mark.parametrize("text", ["ini rahasia kan pak", "rahasia kan min", "rahasia ya?"])
def test_bare_secrecy_is_asked_of_us(text: str) -> None:
    assert asked_back(text, Reading(text)) == "secret"


@pytest.mark.parametrize("text", ["itu rahasia perusahaan kan", "dia polisi kan", "tiketnya gratis kan"])
def test_what_is_of_others_is_not_asked_of_us(text: str) -> None:
    assert asked_back(text, Reading(text)) == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sy dulu kerja di sana ga resmi trs 2021 di deportasi. bisa masuk lg ga", q.CHECK_ACCOUNT.id),
        ("ijazah aslinya sudah di pegang pak haji. bisa di ambil lagi ndak", q.CHECK_WHO.id),
    ],
)
def test_a_question_of_something_else_is_no_answer(text: str, key: str) -> None:
    lines = {q.CHECK_WHO.id: _CHECKED, q.CHECK_ACCOUNT.id: (*_CHECKED, "lewati", "malaysia")}[key]
    desk, _ = talk(*lines, text)

    assert not desk.conversation.knows(key)


def test_a_choice_named_in_a_question_is_not_chosen() -> None:
    desk, _ = talk(
        *_CHECKED,
        *("lewati", "malaysia", "lewati", "lewati", "lewati"),
        "calling visa. itu apa bedanya sama visa kerja",
    )

    assert desk.conversation.value("visa") != "work"


def test_who_asks_for_the_conclusion_gets_it() -> None:
    desk, last = talk(*_CHECKED, "lewati", "malaysia", "jd kesimpulannya apa pak")

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CHECK_NEXT.id
    assert _said("finding.list_NOT_FOUND") in last


def test_a_question_nobody_foresaw_points_to_an_officer() -> None:
    _, last = talk(*_WARNED, "makan di sana ditanggung siapa pak")

    assert _said("nudge.check_next") in last
