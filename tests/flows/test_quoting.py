"""A number under an older question is a wish to change that answer; an old button is not, but danger always counts."""

import pytest

from flows.conversation import Conversation, Shown
from flows.events import Filed, OfficerCalled
from flows.facts import Facts
from flows.labels import Urgency
from flows.said import Kind, Said
from flows.turn import take_turn
from tests.flows.pretend_desk import PretendDesk

STORY = "tetangga saya dijanjikan kerja di malaysia, katanya visa liburan saja"


def asked_for_a_name() -> PretendDesk:
    """A report in which the citizen was asked how to be reached, said by chat, and is asked for a name now."""
    desk = PretendDesk()
    for word in ("1", "1", STORY, *["lewati"] * 12):
        if desk.conversation.shown and desk.conversation.shown.prompt == "contact":
            break
        desk.hear(Said(text=word))
    desk.hear(Said(text="1"))
    assert desk.conversation.value("contact") == "chat"
    return desk


def test_a_quoted_number_asks_that_question_again_in_one_message_and_changes_nothing_yet() -> None:
    desk = asked_for_a_name()
    due = desk.conversation.shown

    (reply,) = desk.hear(Said(Kind.CHOICE, token="contact:no", is_quoting=True)).replies

    assert "Jawaban yang tadi: Boleh, di chat ini" in reply.text
    assert reply.prompt == "contact"
    assert desk.conversation.value("contact") == "chat"

    desk.hear(Said(text="3"))
    assert desk.conversation.value("contact") == "no"
    assert desk.conversation.answers["contact"].was == "chat"
    assert desk.conversation.shown is not None
    assert due is not None


def test_choosing_the_same_again_leads_back_to_where_the_talk_was() -> None:
    desk = asked_for_a_name()
    due = desk.conversation.shown

    desk.hear(Said(Kind.CHOICE, token="contact:no", is_quoting=True))
    desk.hear(Said(text="1"))

    assert desk.conversation.shown == due


@pytest.mark.parametrize(
    "token", ["contact:chat", "menu:check", "consent:yes", "nothing:here", "contact:nothing", "summary:right"]
)
def test_what_cannot_be_changed_is_late(token: str) -> None:
    desk = asked_for_a_name()
    before = desk.conversation

    (reply,) = desk.hear(Said(Kind.CHOICE, token=token, is_quoting=True)).replies

    assert reply.text.startswith("Pilihan itu sudah lewat")
    assert desk.conversation.answers == before.answers


def test_t14_an_old_button_changes_nothing() -> None:
    desk = asked_for_a_name()
    before = desk.conversation

    (reply,) = desk.hear(Said(Kind.CHOICE, token="contact:no")).replies

    assert reply.text.startswith("Pilihan itu sudah lewat")
    assert desk.conversation.answers == before.answers


@pytest.mark.parametrize("flow", ["", "menu", "learn", "report", "check"])
def test_the_button_of_danger_counts_however_old_it_is(flow: str, facts: Facts) -> None:
    shown = {"menu": Shown("menu", ("report", "check", "status", "human", "learn")), "check": Shown("check_name")}

    turn = take_turn(Conversation(flow=flow, shown=shown.get(flow)), Said(Kind.CHOICE, token="safe:danger"), facts)

    assert any(isinstance(event, OfficerCalled) and event.is_danger for event in turn.events)
    assert any(isinstance(event, Filed) and event.draft.urgency is Urgency.EMERGENCY for event in turn.events)
    assert "110" in turn.replies[0].text
    assert "lewat" not in turn.replies[0].text
