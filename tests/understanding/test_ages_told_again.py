"""The age of who was asked again: "24 kan tadi sdh" is a number, and its complaint is no age."""

import pytest

from flows.understanding import understand
from tests.flows.pretend_desk import told
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    "text",
    ["24 kan tadi sdh", "kan tadi 24", "24 pak td udah sy bilang", "udah bilang 24 tadi", "kan udah tadi 24 kak"],
)
def test_an_age_told_again_is_a_number(text: str) -> None:
    assert understand(text, today=TODAY, asked="victim_age").found["victim_age"].value == "24"


@pytest.mark.parametrize(
    "text", ["tadi sudah 3 kali bilang", "kan tadi jam 9 pak", "tadi sudah bilang 2 orang", "tadi 5 juta kan"]
)
def test_other_numbers_told_again_are_no_age(text: str) -> None:
    assert "victim_age" not in understand(text, today=TODAY, asked="victim_age").found


def test_it_stands_as_a_number_in_the_report() -> None:
    desk = told("saya ditipu sponsor herman, janji kerja di taiwan, paspor saya ditahan dia", "aman", "24 kan tadi sdh")
    assert desk.conversation.value("victim_age") == "24"
