"""Asked whether the report goes with a name: "name ok. sumiati. but not tell agent" gives leave and the name."""

import pytest

from tests.flows.pretend_desk import told

BEFORE = ("hello pls help", "madam beat me", "im in dubai", "al barsha 2 villa 18", "chat ok", "me 29", *["skip"] * 4)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("name ok. sumiati. but not tell agent", "Sumiati"),
        ("name ok sumiati", "Sumiati"),
        ("yes name fine, sumiati", "Sumiati"),
        ("ok with name. nurul", "Nurul"),
        ("nama boleh. rina", "Rina"),
        ("dengan nama ok, rohani", "Rohani"),
        ("name ok", ""),
        ("use my name but not tell agent", ""),
    ],
)
def test_leave_and_name_are_taken(line: str, name: str) -> None:
    conversation = told(*BEFORE, line).conversation

    assert conversation.value("anonymous") == "name"
    assert conversation.value("reporter_name") == name


@pytest.mark.parametrize("line", ["no name pls", "without name", "dont tell agent my name", "jangan nama"])
def test_a_refusal_stays_one(line: str) -> None:
    assert told(*BEFORE, line).conversation.value("anonymous") == "hide"


@pytest.mark.parametrize("line", ["not tell agent", "name of madam fatima", "ok", "what name"])
def test_what_gives_no_leave_is_none(line: str) -> None:
    assert told(*BEFORE, line).conversation.value("anonymous") != "name"
