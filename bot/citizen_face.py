"""What the hotline offers to a channel whose citizens come and look, such as the web chat."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.inbound import Inbound, Taken
from flows.reply import Option
from flows.said import Attachment, Kind


class HotlineError(Exception):
    """Base of what goes wrong in the hotline at work."""


class Busy(HotlineError):  # noqa: N818 - a sentence, as all our errors
    """Too much is waiting to be taken in; nothing of this message was kept. Try again in `retry_after_s`."""

    def __init__(self, retry_after_s: int = 2) -> None:
        super().__init__()
        self.retry_after_s = retry_after_s


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of a chat as its citizen sees it; `speaker` is "citizen", "hotline" or "officer"."""

    id: int
    speaker: str
    text: str
    at: datetime
    options: tuple[Option, ...] = ()
    prompt: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in. `chunks` is read once and may end early by raising what the channel raises."""

    kind: Kind
    mime: str
    """As declared by the sender; believed by nobody."""
    chunks: AsyncIterator[bytes]
    seconds: int = 0


class CitizenFace(Protocol):
    """The hotline as the public face knows it."""

    async def take_in(self, inbound: Inbound) -> Taken:
        """Keep a message and answer it; it is durable when this returns.

        Raises:
            Busy: The queue is full and nothing was kept.
        """

    async def mailbox(self, channel: str, address: str, *, after: int = 0) -> Sequence[Letter]:
        """Give both sides of the chat with an id above `after`, oldest first; empty for an unknown address."""

    async def mark_read(self, channel: str, address: str, *, upto: int) -> None:
        """Note that the citizen has been shown everything up to that id."""

    async def keep_file(self, channel: str, address: str, upload: Upload) -> Attachment:
        """Seal a file; a refused one comes back with its `refusal` and media id 0. See bot/evidence.py."""

    async def drop_file(self, attachment: Attachment) -> None:
        """Forget a kept file whose message turned out to be a second copy."""
