"""What in a message is worth understanding, and in which language it is written."""

from flows.commands import command_in
from flows.labels import Language
from flows.reading import Reading
from flows.said import Kind, Said
from flows.turning import Turning
from flows.understanding import understand

_ENOUGH_WORDS = 4  # fewer do not show a change of language: names, places and "ok" are the same in both


def read(turn: Turning) -> Reading:
    """Read the words of the message in the light of the question that was asked."""
    said, shown = turn.said, turn.conversation.shown
    if said.kind is Kind.CHOICE or not said.text or _is_plain(said.text):
        return Reading()
    return understand(
        said.text,
        today=turn.facts.local_now,
        language=turn.conversation.language,
        asked=shown.prompt if shown else None,
    )


def _is_plain(text: str) -> bool:
    # a bare number or command tells nothing more, and they are most of what people send
    return text.strip().isdecimal() or command_in(text) is not None


def language_of(turn: Turning) -> Language:
    """Give the language to speak from now on: the citizen's own, followed only when enough was written in it."""
    conversation, heard = turn.conversation, turn.reading.language
    is_first = not conversation.flow and conversation.shown is None
    if heard is None or not (is_first or len(turn.text.split()) >= _ENOUGH_WORDS):
        return conversation.language
    return heard


def tells_something(said: Said) -> bool:
    """Say whether the words hold more than signs and smileys."""
    return any(char.isalnum() for char in said.text)
