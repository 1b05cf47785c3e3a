"""One message on its way in, as a channel hands it to intake."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from flows.labels import Language
from flows.said import Said


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that still lies at its provider; `media_id` is that of its attachment, `where` is fit for JSON."""

    media_id: int
    where: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message with where it came from; (channel, provider_id) is what makes a second copy a duplicate."""

    channel: str
    provider_id: str
    address: str
    said: Said
    received_at: datetime
    language: Language | None = None
    """What the sender chose on a page of ours; only a conversation that has not begun takes it over."""
    provider_message_id: str = ""
    """The message's own id in its chat, where the channel deletes or quotes by it."""
    waiting: tuple[Waiting, ...] = ()
    """The files of `said` that are fetched once the message is safe; the others are kept already."""
    album: str = ""
    """Files sent together share it: only the first, and those with words of their own, are answered."""
    album_before: str = ""
    """The album that this one goes on with, where the channel names none and files are told apart by when they came."""
    is_silent: bool = False
    """True for what is kept but moves no conversation, such as the next point of a live location."""
    tap: str = ""
    """The id of a pressed button that its provider wants to see answered."""
    window_until: datetime | None = None
    """Until when the provider lets us write freely, counted from this message; none where it always does."""
    also: str = ""
    """Another address of the same sender that this very message names."""
    opts_out: bool = False
    """True where the words ask us to write no more unasked."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Fields that the channel sent and nobody reads yet: kept with the message, sealed, for the day somebody asks."""


class Taken(NamedTuple):
    """What became of an inbound message, known only after the commit.

    `contact_id` and `identity_id` are the sender's rows; `replies` are the ids of outbox rows that answer it.
    """

    contact_id: int
    identity_id: int
    is_duplicate: bool = False
    is_parked: bool = False
    replies: tuple[int, ...] = ()
