"""What an update from Telegram can turn out to be, once read."""

from dataclasses import dataclass

from bot.inbound import Inbound


@dataclass(frozen=True, slots=True)
class FromCitizen:
    """A message in a private chat: the conversation's business."""

    inbound: Inbound


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that another one answers, or that a button hangs under."""

    message_id: str
    author_id: str
    text: str


@dataclass(frozen=True, slots=True)
class GroupWord:
    """Something that a person wrote in a group; `user_id` is "" where an administrator stays anonymous."""

    update_id: str
    chat_id: str
    user_id: str
    message_id: str
    thread_id: str
    text: str
    answers: Quoted | None


@dataclass(frozen=True, slots=True)
class GroupPress:
    """A button that somebody pressed in a group; `under` is what the message with the button answers."""

    update_id: str
    chat_id: str
    user_id: str
    tap: str
    data: str
    message_id: str
    thread_id: str
    under: Quoted | None


@dataclass(frozen=True, slots=True)
class Shut:
    """A citizen blocked the bot, or let it in again."""

    update_id: str
    address: str
    is_shut: bool


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """A group became a supergroup and has another id now."""

    update_id: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class GroupLost:
    """The bot was put out of a group."""

    update_id: str
    chat_id: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Something real that asks for no answer; it is recorded."""

    provider_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that is no update of Telegram's; it is kept for a person to look at."""

    provider_id: str
    why: str


Event = FromCitizen | GroupWord | GroupPress | Shut | GroupMoved | GroupLost | Unread | Broken
