"""A chat as its citizen sees it: their own words and everything that was sent to them, in one row."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.citizen_face import Letter
from bot.letters import reply_of
from flows.reply import Option
from storage import contacts, mailbox, traces
from storage.cipher import Cipher

_SPEAKERS = {"officer_reply": "officer"}


def letters(conn: Connection, cipher: Cipher, channel: str, address: str, after_id: int) -> Sequence[Letter]:
    """Give both sides of a chat with an id above `after_id`, oldest first; empty for an unknown address."""
    sender = contacts.find(conn, cipher, channel, address)
    if sender is None:
        return ()
    sent = [
        _letter_of(letter.id, letter.purpose, letter.body, letter.created_at)
        for letter in mailbox.since(conn, cipher, sender.identity_id, after_id)
    ]
    titles = {f"{letter.prompt}:{option.id}": option for letter in sent for option in letter.options}
    said = [
        _own_letter(row_id, body, at, titles)
        for row_id, body, at in traces.own_words(conn, cipher, sender.contact_id, channel, after_id=after_id)
    ]
    return sorted([*sent, *said], key=lambda letter: letter.id)


def unread(conn: Connection, cipher: Cipher, channel: str, address: str, upto: int) -> tuple[int, list[int]]:
    """Give the identity and the ids of its letters up to `upto` that were not marked as read."""
    sender = contacts.find(conn, cipher, channel, address)
    if sender is None:
        return 0, []
    waiting = mailbox.since(conn, cipher, sender.identity_id, unread=True)
    return sender.identity_id, [letter.id for letter in waiting if letter.id <= upto]


def _letter_of(row_id: int, purpose: str, body: Mapping[str, object], at: datetime) -> Letter:
    reply = reply_of(body)
    return Letter(row_id, _SPEAKERS.get(purpose, "hotline"), reply.text, at, reply.options, reply.prompt)


def _own_letter(row_id: int, body: Mapping[str, object], at: datetime, titles: Mapping[str, Option]) -> Letter:
    pressed = titles.get(str(body.get("choice", "")))
    text = str(body.get("text", "")) or (pressed.title if pressed else "")
    return Letter(row_id, "citizen", text, at, kind=str(body.get("kind", "text")))
