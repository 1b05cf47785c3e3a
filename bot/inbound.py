"""One message on its way in, as a channel hands it to intake."""

from dataclasses import dataclass
from datetime import datetime

from flows.said import Said


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message with where it came from; (channel, provider_id) is what makes a second copy a duplicate."""

    channel: str
    provider_id: str
    address: str
    said: Said
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an inbound message, known only after the commit.

    `contact_id` and `identity_id` are the sender's rows; `replies` are the ids of outbox rows that answer it.
    """

    contact_id: int
    identity_id: int
    is_duplicate: bool = False
    is_parked: bool = False
    replies: tuple[int, ...] = ()
