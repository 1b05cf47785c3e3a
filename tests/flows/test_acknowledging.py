"""A question that nobody foresaw is passed on to officers and says so; what only sounds like one is noted."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import talk

ID = Language.INDONESIAN
BEGUN = ("adik saya dibawa ke malaysia sama pak Dullah, paspornya ditahan", "aman")
SUMMED = (*BEGUN, "cukup", "boleh chat", "tanpa nama")


@pytest.mark.parametrize(
    "asked",
    [
        "bisa dicegat di bandara ga pak",
        "apa kapalnya bisa disuruh merapat?",
        "apa saya bisa kena juga",
        "masih sempat ga kak",
        "apakah majikannya bisa diperiksa bu",
    ],
)
def test_what_nobody_foresaw_goes_to_officers(asked: str) -> None:
    desk, heard = talk(*SUMMED, asked)

    assert say("asked", ID) in heard
    assert asked in desk.conversation.value("what")


def test_the_second_such_question_is_not_answered_in_the_same_words() -> None:
    _, heard = talk(*SUMMED, "bisa dicegat di bandara ga pak", "apa saya bisa kena juga")

    assert say("asked_again", ID) in heard


@pytest.mark.parametrize(
    "told",
    [
        "gajinya dipotong terus sampe sekarang, apa ga gila",
        "gatau siapa namanya orang jawa kayaknya",
        "anaknya nangis terus nanya kapan ibunya pulang",
        "kami di rumah ga bisa makan ga bisa tidur",
        "the house is locked whenever they go out and nobody knows when they come",
    ],
)
def test_what_asks_nothing_is_noted(told: str) -> None:
    _, heard = talk(*SUMMED, told)

    assert "Pertanyaan itu" not in heard


def test_in_a_check_an_officer_can_answer() -> None:
    _, heard = talk(
        "cek PT Sinar Selaparang Abadi", "tetangga", "taiwan", "kalau paspor hilang urusnya berapa lama ya?"
    )

    assert say("miss.lesson", ID) in heard


def test_a_question_at_the_last_step_is_heard_too() -> None:
    _, heard = talk(*SUMMED, "sudah benar", "aku takut klo dikirim nanti aku dibawa ke mana")

    assert say("asked", ID) in heard
