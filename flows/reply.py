"""What the hotline says back, before any channel has rendered it."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Option:
    """One choice as shown: its stable id and its title in the citizen's language."""

    id: str
    title: str


class Reply(NamedTuple):
    """One message to a citizen.

    `prompt` names the question it asks ("" where it asks none); a button's token is "<prompt>:<option id>".
    Options are numbered from 1 in the order given; a channel without buttons prints the numbers.
    """

    text: str
    options: tuple[Option, ...] = ()
    prompt: str = ""

    def as_plain_text(self) -> str:
        """Give the text with its numbered options below, for channels without buttons."""
        lines = [f"{number}. {option.title}" for number, option in enumerate(self.options, 1)]
        return "\n".join([self.text, *([""] if lines else []), *lines])
