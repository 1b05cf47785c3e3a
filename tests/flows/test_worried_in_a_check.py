"""Worry about somebody, told in a check where an office was asked for: it is heard and kept, and answers nothing."""

import pytest

from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, told

ASKED = (
    "mau ngecek lowongan kerja jd pelayan kafe di malaysia",
    "kak mela hp nya 087865551234. katanya PT Cahaya Mandiri Abadi",
    "bukan semuanya",
    "kenal di tiktok. temen sy wulan udh duluan brgkt sama kak mela bulan lalu",
    "tidak diminta uang",
)
WORRIED = say("check.worried", Language.INDONESIAN)


def _said(desk: PretendDesk, text: str) -> str:
    return "\n".join(reply.text for reply in desk.hear(Said(text=text)).replies)


@pytest.mark.parametrize(
    "text",
    [
        "tp wulan skrg aneh min suka nangis",
        "temen sy udh duluan brgkt lewat org itu jg",
        "wulan ga betah minta pulang",
        "temanku yg disana jarang bales wa skrg",
        "adik sy katanya sakit trs di sana",
        "dia sering curhat nangis ke sy",
    ],
)
def test_worry_is_heard_and_leads_to_a_report(text: str) -> None:
    desk = told(*ASKED)
    assert desk.conversation.shown
    assert desk.conversation.shown.prompt == "check_office"

    assert WORRIED in _said(desk, text)
    assert not desk.conversation.knows("check_office")
    _said(desk, "lapor")
    assert desk.conversation.flow == "report"
    assert text in desk.conversation.value("what")


@pytest.mark.parametrize(
    "text",
    [
        "ada kok di praya",
        "ga ada kantornya, katanya di rumah aja",
        "kantornya di mataram dekat terminal",
        "belum pernah ke sana",
        "temen sy pernah ke kantornya",
        "tidak ada",
        "sy takut ditipu kak",
        "ruko kecil deket pasar",
    ],
)
def test_what_answers_or_tells_of_oneself_is_no_such_worry(text: str) -> None:
    assert WORRIED not in _said(told(*ASKED), text)


def test_the_second_time_the_question_is_left_in_peace() -> None:
    desk = told(*ASKED, "wulan skrg aneh min")
    _said(desk, "dia nangis terus min")

    assert desk.conversation.shown
    assert desk.conversation.shown.prompt != "check_office"
