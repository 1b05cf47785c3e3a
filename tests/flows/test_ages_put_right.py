"""The victim's age put right in the next line: "maaf 22" and "aslinya 16"; other numbers there are left alone."""

import pytest

from tests.flows.pretend_desk import told

_TOLD = "adik saya rina umur 21 dibawa ke malaysia, dikurung majikan"
_ON_PAPER = ("keponakan sy cewek dibawa ke dobo, disuruh temani tamu", "di KTP umurnya dituakan jd 21")


@pytest.mark.parametrize("text", ["maaf 22", "sori kak 22", "eh 22 ding", "salah 22", "maaf umurnya 22", "22 maaf"])
def test_a_number_behind_a_sorry_puts_the_age_right(text: str) -> None:
    assert told(_TOLD, text).conversation.value("victim_age") == "22"


@pytest.mark.parametrize(
    "text",
    [
        "aslinya 16",
        "sebenarnya 16",
        "yg bener 16",
        "padahal aslinya masih 16",
        "asli nya 16 thn",
        "aslinya sih 16",
        "umur aslinya 16",
    ],
)
def test_the_true_age_stands_for_the_one_on_paper(text: str) -> None:
    assert told(*_ON_PAPER, text).conversation.value("victim_age") == "16"


@pytest.mark.parametrize(
    "text",
    [
        "maaf 22 orang",
        "maaf 10 menit lagi",
        "maaf bukan 22",
        "aslinya 16 orang",
        "aslinya 16 juta",
        "di paspornya 25",
        "maaf kamar 22",
    ],
)
def test_other_numbers_in_the_next_line_leave_the_age_alone(text: str) -> None:
    assert told(_TOLD, text).conversation.value("victim_age") == "21"
