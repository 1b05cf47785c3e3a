"""Who writes of themselves first, and then says for whom the help is."""

import pytest

from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    ("before", "line", "name", "age"),
    [
        (
            "I am from Kenya, locked in a compound in Sihanoukville",
            "not for me, there is an Indonesian guy in my room, Bayu, 23, from Lombok",
            "Bayu",
            "23",
        ),
        ("sy di kamboja disekap", "bukan utk saya kak, namanya Bayu umur 23", "Bayu", "23"),
        ("sy di kamboja disekap", "bukan buat sy, tapi temen sekamar Bayu 23 thn dr lombok", "Bayu", "23"),
    ],
)
def test_help_for_another_is_theirs(before: str, line: str, name: str, age: str) -> None:
    answers = told(before, line).conversation

    assert (answers.value("victim_name"), answers.value("victim_age")) == (name, age)


@pytest.mark.parametrize(
    "line",
    [
        "bukan saya yg bayar, Pak Edi",
        "paspor bukan untuk saya, Bayu yg pegang",
        "nama saya bukan Bayu",
        "it was not me who paid, Andre did",
    ],
)
def test_what_is_not_the_writers_makes_no_other_victim(line: str) -> None:
    assert told("sy di kamboja disekap", line).conversation.value("victim") == "self"
