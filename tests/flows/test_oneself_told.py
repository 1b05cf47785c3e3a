"""Who says that they are the victim themselves is the victim, whoever was taken for them before."""

import pytest

from flows.oneself_told import is_not_oneself, is_oneself
from tests.flows.pretend_desk import told

_OF_A_FRIEND = ("tolong kak temen aku di vila di canggu, ga boleh keluar", "umur 17", "jangan hubungi", "cukup")


@pytest.mark.parametrize(
    "text",
    [
        "eh salah itu kok temen, korban nya aku",
        "bukan dia kak aku sendiri. di canggu katanya",
        "korbannya saya sendiri",
        "saya korbannya pak",
        "bukan temen, aku sendiri",
        "the victim is me",
    ],
)
def test_it_is_the_writer(text: str) -> None:
    assert is_oneself(text)


@pytest.mark.parametrize(
    "text",
    [
        "saya bukan korban",
        "saya teman korban",
        "bukan dia, saya sendiri yang lapor",
        "korban nya temen aku",
        "bukan orang lain, adik saya sendiri",
        "apa saya korban?",
        "korban tinggal sama saya",
    ],
)
def test_it_is_somebody_else_or_nobody_says(text: str) -> None:
    assert not is_oneself(text)


@pytest.mark.parametrize("steps", [(), ("tanpa nama",), ("tanpa nama", "sudah benar")])
def test_the_victim_is_put_right_at_any_step(steps: tuple[str, ...]) -> None:
    conversation = told(*_OF_A_FRIEND, *steps, "eh salah itu kok temen, korban nya aku").conversation

    assert conversation.value("victim") == "self"
    assert not conversation.knows("victim_relation")
    assert conversation.value("victim_age") == "17"


@pytest.mark.parametrize(
    "text",
    [
        "I'm not the victim, I'm 52 and sitting in my shop. its Agus and Hendra",
        "im not the victim!! its my nephew",
        "the victim is not me, it is Rudi",
        "it's not me who is held",
        "i am not the one trapped there, they are",
        "sy bukan korban pak, korbannya adik sy",
        "saya bukan korbannya",
        "korbannya bukan sy",
        "bukan aku yg disekap, temenku",
        "bkn saya yg jd korban",
    ],
)
def test_it_is_not_the_writer(text: str) -> None:
    assert is_not_oneself(text)


@pytest.mark.parametrize(
    "text",
    [
        "saya bukan korban penipuan biasa",
        "am i not a victim?",
        "saya bukan korban?",
        "bukan saya yang lapor",
        "bukan saya yg bawa dia",
        "I'm not the boss",
        "its not my fault",
        "saya korbannya",
        "korbannya bukan dia, saya",
        "I'm not there",
        "saya korban bukan pelaku",
    ],
)
def test_nothing_is_denied(text: str) -> None:
    assert not is_not_oneself(text)


@pytest.mark.parametrize(
    ("text", "victim", "name"),
    [
        ("I'm not the victim, its Agus and Hendra", "Agus dan Hendra", "Agus dan Hendra"),
        ("eh salah saya bukan korbannya, korbannya adik sy Rudi", "adik, Rudi", "Rudi"),
        ("bukan sy yg disekap", "other", ""),
    ],
)
def test_who_was_taken_for_the_victim_puts_it_right(text: str, victim: str, name: str) -> None:
    desk = told("saya disekap di kamboja, di gedung b", text)

    assert desk.conversation.value("victim") == victim
    assert desk.conversation.value("victim_name") == name


@pytest.mark.parametrize(
    "line",
    ["do I pay or not?", "you didnt answer me. should we just pay them or not", "sy bayar apa ga ya pak"],
)
def test_who_asks_whether_to_pay_a_ransom_is_no_victim(line: str) -> None:
    desk = told("two men from my village are in Myanmar, in a compound", line)

    assert desk.conversation.value("victim") != "self"
    assert "unpaid" not in desk.conversation.value("signals")


@pytest.mark.parametrize(
    "text",
    [
        "karyawan saya disekap di myanmar",
        "saya punya toko selam. dua sopir saya disekap di myanmar",
        "two of my old crew are locked up in Myanmar, beaten every day",
        "our former deckhand is trapped in a compound in Laos, they hit him",
    ],
)
def test_who_works_for_the_writer_is_the_victim(text: str) -> None:
    desk = told(text)

    assert desk.conversation.value("victim") != "self"
    assert desk.conversation.value("victim_relation") in {"karyawan", "sopir"}


@pytest.mark.parametrize("text", ["saya karyawan, saya disekap di myanmar", "i am crew, locked up in Myanmar"])
def test_who_works_there_is_the_victim_themselves(text: str) -> None:
    assert told(text).conversation.value("victim") == "self"
