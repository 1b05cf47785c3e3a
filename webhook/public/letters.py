"""A chat as the page shows it: the same shape for the server's page and for the script that goes on from it."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import tzinfo
from typing import Final

from bot.citizen_face import Letter
from flows.reply import Reply
from webhook.public.words import Words

# the hotline stresses a word as in WhatsApp: *petugas*
_STRESSED: Final = re.compile(r"\*([^*\n]+)\*")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its number, its title, and what pressing it sends."""

    number: int
    title: str
    token: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One message on the page. Ids are text: they are wider than a browser's numbers."""

    id: str
    speaker: str
    parts: tuple[tuple[str, bool], ...]
    """The text in pieces, each with whether it is stressed."""
    kind: str
    time: str
    day: str
    choices: tuple[Choice, ...]

    def as_json(self) -> dict[str, object]:
        """Give it in JSON shape."""
        return asdict(self)


def show(letter: Letter, words: Words, zone: tzinfo) -> Shown:
    """Prepare one letter for the page."""
    at = letter.at.astimezone(zone)
    text = letter.text or words.kinds.get(letter.kind, words.kinds["other"])
    return Shown(
        id=str(letter.id),
        speaker=letter.speaker,
        parts=((text, False),) if letter.speaker == "citizen" else _parts(text),
        kind=letter.kind,
        time=f"{at:%H.%M}",
        day=words.day(at),
        choices=_choices(Reply(letter.text, letter.options, letter.prompt)),
    )


def show_greeting(reply: Reply) -> Shown:
    """Prepare the greeting, which stands above every chat and is nobody's letter yet."""
    return Shown("", "hotline", _parts(reply.text), "text", "", "", _choices(reply))


def open_choices(greeting: Shown, letters: Sequence[Shown]) -> tuple[Choice, ...]:
    """Give the choices that still wait for an answer: the last ones shown, if the citizen said nothing since."""
    for letter in reversed([greeting, *letters]):
        if letter.speaker == "citizen":
            return ()
        if letter.choices:
            return letter.choices
    return ()


def _choices(reply: Reply) -> tuple[Choice, ...]:
    return tuple(Choice(n, o.title, f"{reply.prompt}:{o.id}") for n, o in enumerate(reply.options, 1))


def _parts(text: str) -> tuple[tuple[str, bool], ...]:
    pieces = _STRESSED.split(text)
    return tuple((piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece)
