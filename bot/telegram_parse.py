"""Reading one raw update of Telegram: whose business it is, or that it is nobody's. Never raises.

Raw JSON is read field by field instead of through a library's classes: there, one missing required field of one update
is an exception, and while it lasts Telegram sends that update again and again.
"""

import hashlib
import json
from datetime import datetime
from typing import Final

from bot.inbound import Inbound
from bot.telegram_content import content_of, edited, place_of
from bot.telegram_events import (
    Broken,
    Event,
    FromCitizen,
    GroupLost,
    GroupMoved,
    GroupPress,
    GroupWord,
    Quoted,
    Shut,
    Unread,
)
from bot.telegram_picks import token_of
from bot.telegram_raw import Raw, is_true, number, part, words
from flows.said import Kind, Said

LANE: Final = "telegram"
ASK_FOR: Final = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")
"""The kinds of update that we ask Telegram for."""
_STALE: Final = "gone:gone"
_GROUPS: Final = frozenset({"group", "supergroup"})


def parse(update: object, at: datetime) -> Event:
    """Read an update.

    Args:
        update: Whatever JSON came.
        at: When it came.
    """
    if not isinstance(update, dict):
        return Broken(_digest(update), "not_an_object")
    update_id = number(update, "update_id")
    if update_id is None:
        return Broken(_digest(update), "no_update_id")
    kinds = [name for name in update if name != "update_id"]
    for kind in kinds:
        if kind in _READERS:
            body = part(update, kind)
            return _READERS[kind](body, str(update_id), at) if body else Broken(str(update_id), f"{kind}_unreadable")
    return Unread(str(update_id), "unknown_kind")


def _message(message: Raw, update_id: str, at: datetime) -> Event:
    chat, sender = part(message, "chat"), part(message, "from")
    chat_id, user_id = number(chat, "id"), number(sender, "id")
    message_id, kind = number(message, "message_id"), words(chat, "type")
    if chat_id is None or message_id is None or not kind:
        return Broken(update_id, "message_unreadable")
    moved = number(message, "migrate_to_chat_id")
    if moved is not None:
        return GroupMoved(update_id, str(chat_id), str(moved))
    came_from = number(message, "migrate_from_chat_id")
    if came_from is not None:
        return GroupMoved(update_id, str(came_from), str(chat_id))
    if kind in _GROUPS and number(part(message, "sender_chat"), "id") == chat_id:
        # an administrator who stays anonymous writes as the group itself: nobody knows who it is
        return _group_word(message, update_id, str(chat_id), "")
    if user_id is None or is_true(sender, "is_bot") or message.get("via_bot") or message.get("business_connection_id"):
        return Unread(update_id, "no_person")
    if kind in _GROUPS:
        return _group_word(message, update_id, str(chat_id), str(user_id))
    if kind != "private":
        return Unread(update_id, "not_private")
    return _private(message, update_id, at)


def _private(message: Raw, update_id: str, at: datetime) -> Event:
    found = content_of(message)
    if found is None:
        return Unread(update_id, "no_content")
    inbound = Inbound(
        LANE,
        update_id,
        str(number(part(message, "chat"), "id")),
        found.said,
        at,
        provider_message_id=str(number(message, "message_id")),
        waiting=found.waiting,
        album=words(message, "media_group_id")[:64],
    )
    return FromCitizen(inbound)


def _edited(message: Raw, update_id: str, at: datetime) -> Event:
    chat, sender = part(message, "chat"), part(message, "from")
    chat_id, message_id = number(chat, "id"), number(message, "message_id")
    if chat_id is None or message_id is None:
        return Broken(update_id, "edit_unreadable")
    if words(chat, "type") != "private" or is_true(sender, "is_bot") or number(sender, "id") is None:
        return Unread(update_id, "edit_elsewhere")
    place = place_of(message)
    if place is not None:
        # the next point of a live location, or its end: kept, and no reason to write to a phone again
        return _of_citizen(update_id, str(chat_id), Said(Kind.LOCATION, location=place), at, is_silent=True)
    said = edited(message)
    return Unread(update_id, "edit_without_words") if said is None else _of_citizen(update_id, str(chat_id), said, at)


def _pressed(press: Raw, update_id: str, at: datetime) -> Event:
    user_id, tap = number(part(press, "from"), "id"), words(press, "id")
    if user_id is None or not tap:
        return Broken(update_id, "press_unreadable")
    message = part(press, "message")
    chat = part(message, "chat")
    chat_id, data = number(chat, "id"), words(press, "data")[:64]
    if is_true(part(press, "from"), "is_bot") or chat_id is None:
        return Unread(update_id, "press_from_nowhere")
    if words(chat, "type") in _GROUPS:
        return GroupPress(
            update_id, str(chat_id), str(user_id), tap, data, str(number(message, "message_id") or ""),
            _thread(message), _quoted(part(message, "reply_to_message")),
        )  # fmt: skip
    if chat_id != user_id:
        return Unread(update_id, "press_elsewhere")
    said = Said(Kind.CHOICE, token=token_of(data) or _STALE)
    return _of_citizen(update_id, str(chat_id), said, at, tap=tap)


def _membership(change: Raw, update_id: str, at: datetime) -> Event:
    del at
    chat, status = part(change, "chat"), words(part(change, "new_chat_member"), "status")
    chat_id = number(chat, "id")
    if chat_id is None or not status:
        return Broken(update_id, "membership_unreadable")
    if words(chat, "type") == "private":
        return Shut(update_id, str(chat_id), is_shut=status in {"kicked", "left"})
    user_id = number(part(change, "from"), "id")
    is_in = status in {"member", "administrator", "restricted"}
    if words(chat, "type") not in {*_GROUPS, "channel"} or user_id is None:
        return Unread(update_id, "membership")
    if not is_in:
        return GroupLost(update_id, str(chat_id))
    # being put into a group is being spoken to: a foreign one is told once what this bot is for
    return GroupWord(update_id, str(chat_id), str(user_id), "", "", "", None)


def _group_word(message: Raw, update_id: str, chat_id: str, user_id: str) -> Event:
    text = words(message, "text") or words(message, "caption")
    answers, thread = _quoted(part(message, "reply_to_message")), _thread(message)
    if answers is not None and answers.message_id == thread:
        answers = None  # every message of a topic answers the topic's first one; that is nobody's act
    return GroupWord(update_id, chat_id, user_id, str(number(message, "message_id")), thread, text, answers)


def _thread(message: Raw) -> str:
    thread = number(message, "message_thread_id")
    return str(thread) if thread is not None and is_true(message, "is_topic_message") else ""


def _quoted(message: Raw) -> Quoted | None:
    message_id = number(message, "message_id")
    if message_id is None:
        return None
    author = number(part(message, "from"), "id")
    text = words(message, "text") or words(message, "caption")
    return Quoted(str(message_id), "" if author is None else str(author), text)


def _of_citizen(  # noqa: PLR0913 - the fields of one Inbound
    update_id: str, address: str, said: Said, at: datetime, *, is_silent: bool = False, tap: str = ""
) -> FromCitizen:
    return FromCitizen(Inbound(LANE, update_id, address, said, at, is_silent=is_silent, tap=tap))


def _unread(body: Raw, update_id: str, at: datetime) -> Event:
    del body, at
    return Unread(update_id, "no_answer_wanted")


def _digest(update: object) -> str:
    # without an id of its own, what it holds makes a second copy the same
    return "broken:" + hashlib.sha256(json.dumps(update, sort_keys=True, default=str).encode()).hexdigest()[:32]


_READERS: Final = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _pressed,
    "my_chat_member": _membership,
    "message_reaction": _unread,
    "channel_post": _unread,
    "edited_channel_post": _unread,
    "business_message": _unread,
}
