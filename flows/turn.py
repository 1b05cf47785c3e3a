"""One turn: a message and what is known go in; the new conversation, replies and events come out. Pure."""

from dataclasses import replace
from typing import NamedTuple

from flows.attending import attend
from flows.bystanders import keep_with_story
from flows.conversation import Answer, Conversation, Origin
from flows.danger import raise_alarm
from flows.draft import draft_of
from flows.events import Event, Filed, Updated
from flows.facts import Facts
from flows.first_aid import give_first_aid
from flows.hearing import hear
from flows.reply import Reply
from flows.running import run
from flows.said import Said
from flows.side import file_half_told
from flows.speaking import language_of
from flows.spoken_of import note_who_is_spoken_of
from flows.turning import Turning

_TOLD_IN = frozenset({"report", "check"})


class Turn(NamedTuple):
    """What a message brought about."""

    conversation: Conversation
    replies: tuple[Reply, ...] = ()
    events: tuple[Event, ...] = ()


def take_turn(conversation: Conversation, said: Said, facts: Facts) -> Turn:
    """Let a citizen's message move the conversation on.

    Args:
        conversation: The state before, as `flows.conversation.load` gives it.
        said: The message, its text cleaned.
        facts: Clock, fresh codes and the citizen's tickets.
    """
    turn = Turning(conversation, said, facts)
    hear(turn)
    turn.conversation = conversation.speaking(language_of(turn))
    if turn.reading.is_emergency:
        raise_alarm(turn)
    give_first_aid(turn)
    goes_on = attend(turn, conversation)
    keep_with_story(turn)
    if goes_on:
        run(turn)
    turn.reply_prefaces()
    _settle_ticket(turn, conversation)
    if turn.conversation.flow in _TOLD_IN and turn.text:
        turn.conversation = note_who_is_spoken_of(turn.conversation, turn.text, turn.reading)
    return Turn(turn.conversation, tuple(turn.replies), tuple(turn.events))


def fall_silent(conversation: Conversation, facts: Facts) -> Turn:
    """Let a citizen's silence end a half-told report: it becomes a ticket marked incomplete, and nothing is said."""
    turn = Turning(conversation, Said(), facts)
    file_half_told(turn)
    if turn.events:
        turn.answer({"ticket": Answer(facts.code, Origin.READ), "silent": Answer("yes", Origin.READ)})
    return Turn(turn.conversation, (), tuple(turn.events))


def _settle_ticket(turn: Turning, before: Conversation) -> None:
    """Let the ticket of a running report hold all that this turn told."""
    code = turn.conversation.value("ticket")
    if not code or turn.conversation.flow != "report":
        return
    draft = draft_of(turn.conversation, turn.facts)
    for place, event in enumerate(turn.events):
        if isinstance(event, Filed) and event.code == code:
            turn.events[place] = replace(event, draft=draft)
            return
    if turn.conversation.answers != before.answers:
        turn.events.append(Updated(code, draft))
