"""Who says that they are the victim themselves is the victim, whoever was taken for them before."""

import pytest

from flows.oneself_told import is_oneself
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
