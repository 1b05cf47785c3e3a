"""What a channel is to the rest of the hotline: something that sends one message, or says why it could not."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message on its way out.

    `address` is opened from the identity; a duty place has none and says in its body where it goes. `is_repeat` is
    true when an earlier send may have arrived.
    """

    id: int
    lane: str
    purpose: str
    body: dict[str, object]
    address: str | None
    ordering_key: str
    identity_id: int | None
    ticket_id: int | None
    created_at: datetime
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class SendResult:
    """The provider took the message; its own id for it, where it gave one."""

    provider_message_id: str | None = None
    parts: tuple[tuple[int, str], ...] = ()
    """(place, id) of each part where a message went out in several."""


class Channel(ABC):
    """A way to people. Subclasses name their lane and send; the rest has answers that fit most."""

    lane: ClassVar[str]
    parallel: int = 16
    """Most messages on their way at one moment."""
    per_second: float | None = None
    """Most messages a second over the whole lane; none where the provider sets no limit."""

    @abstractmethod
    async def send(self, outgoing: Outgoing) -> SendResult:
        """Hand one message to the provider.

        Raises:
            SendError: One of the family below; anything else counts as `Uncertain`.
        """

    async def find(self, outgoing: Outgoing) -> SendResult | None:
        """Look for a message that may have been sent before; none where it is not there or cannot be looked up."""
        del outgoing
        return None

    def gap_s(self, outgoing: Outgoing) -> float:
        """Give the shortest time between two messages to the same chat."""
        del outgoing
        return 0.0

    def early_s(self, outgoing: Outgoing) -> float:
        """Give how much too early a message would be by the channel's own count; 0 counts it as going out now."""
        del outgoing
        return 0.0


class SendError(Exception):
    """The base of what channels say instead of an SDK's own errors. `reason` is a word of ours, never theirs."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryLater(SendError):  # noqa: N818 - the name is the sentence
    """Nothing was sent; it may work later.

    Args:
        reason: A word for the log, such as "rate_limited".
        retry_after_s: What the provider asked for, if it did.
        whole_lane: True where the provider means everybody, not this chat.
    """

    def __init__(self, reason: str, *, retry_after_s: float | None = None, whole_lane: bool = False) -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s
        self.whole_lane = whole_lane


class Refused(SendError):  # noqa: N818 - the name is the sentence
    """Nothing was sent and never will be; `is_blocked` where the person shut us out."""

    def __init__(self, reason: str, *, is_blocked: bool = False) -> None:
        super().__init__(reason)
        self.is_blocked = is_blocked


class Uncertain(SendError):  # noqa: N818 - the name is the sentence
    """Nobody knows whether it arrived: the line broke after the message was handed over."""


class NeedsTemplate(SendError):  # noqa: N818 - the name is the sentence
    """The provider takes only approved templates now; the row waits until the citizen writes again."""
