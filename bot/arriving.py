"""What a message brings beside its words: files still at their provider, an album, an opened line, a pressed button."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.fetch_timer import TIMER, timer_key
from bot.inbound import Inbound
from bot.letters import inbox_body
from flows.said import Attachment
from storage import contacts, inbox, outbox, pending_media
from storage.batch import Batch
from storage.cipher import Cipher
from storage.contacts import Sender
from storage.ids import new_id
from storage.shelf import Row


def inbox_row(cipher: Cipher, inbox_id: int, message: Inbound, sender: Sender) -> Row:
    """Give the row that makes a second copy of the message a duplicate."""
    row: Row = {
        "id": inbox_id,
        "channel": message.channel,
        "provider_id": message.provider_id,
        "contact_id": sender.contact_id,
        "body_enc": cipher.seal_json(inbox.BODY, inbox_id, inbox_body(message.said, message.unread)),
        "received_at": message.received_at,
    }
    if message.provider_message_id:
        row["provider_message_id"] = message.provider_message_id
    return row


def album_rows(
    cipher: Cipher, group: Sequence[Inbound], senders: Sequence[Sender], now: datetime
) -> dict[tuple[str, str], Row]:
    """Give one more inbox row for each album of a group: whether it is written tells the first file from the others."""
    rows: dict[tuple[str, str], Row] = {}
    for message, sender in zip(group, senders, strict=True):
        if message.album:
            inbox_id = new_id()
            rows[_album_key(message)] = {
                "id": inbox_id,
                "channel": message.channel,
                "provider_id": _album_key(message)[1],
                "contact_id": sender.contact_id,
                "body_enc": cipher.seal_json(inbox.BODY, inbox_id, {}),
                "received_at": now,
            }
    return rows


def begun_albums(
    conn: Connection, group: Sequence[Inbound], written: Collection[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Give those of the albums just written to the inbox that go on with none before them."""
    before = {
        _album_key(message): _album_key(message, message.album_before)[1]
        for message in group
        if message.album_before and _album_key(message) in written
    }
    channels = {channel for channel, _ in before}
    known = {(channel, one) for channel in channels for one in inbox.known(conn, channel, list(before.values()))}
    return {key for key in written if (key[0], before.get(key, "")) not in known}


def takes_turn(message: Inbound, albums: set[tuple[str, str]]) -> bool:
    """Say whether a message moves the conversation; takes an album out of `albums` with its first file.

    Words count always: danger may stand under the third picture as well as under the first.
    """
    if message.is_silent:
        return False
    if not message.album:
        return True
    key = _album_key(message)
    is_first = key in albums
    albums.discard(key)
    return is_first or bool(message.said.text)


def open_lines(conn: Connection, messages: Sequence[Inbound], senders: Sequence[Sender], now: datetime) -> None:
    """Note that these people can be written to, and let go what waited for that."""
    back = {sender.identity_id for sender in senders if sender.is_blocked}
    windows: dict[int, datetime] = {}
    for message, sender in zip(messages, senders, strict=True):
        if message.window_until is not None:
            known = windows.get(sender.identity_id, message.window_until)
            windows[sender.identity_id] = max(known, message.window_until)
    if back:
        contacts.unblock(conn, sorted(back))
    if windows:
        contacts.open_windows(conn, windows)
    outbox.release(conn, sorted(back | windows.keys()), now)


def media_row(  # noqa: PLR0913, PLR0917 - one argument a column
    file: Attachment, contact_id: int, ticket_id: int | None, message_id: int, message: Inbound, batch: Batch
) -> Row:
    """Give the row of a file, and set the timer that fetches it where it is not here yet."""
    media_id = file.media_id or new_id()
    row: Row = {
        "id": media_id,
        "contact_id": contact_id,
        "ticket_id": ticket_id,
        "message_id": message_id,
        "at": batch.now,
        "kind": file.kind.value,
        "mime": file.mime,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256,
        "origin": message.channel,
        "refusal": file.refusal,
    }
    where = next((one.where for one in message.waiting if one.media_id == file.media_id), None)
    return row if where is None or file.refusal else row | _pending(batch, media_id, where)


def answer_tap(batch: Batch, message: Inbound, sender: Sender) -> None:
    """Let the button stop turning on the citizen's screen."""
    if message.tap:
        batch.add_outbox(
            lane=message.channel,
            purpose="tap",
            ordering_key=f"tap:{message.channel}:{message.provider_id}",
            dedupe_key=f"tap:{message.channel}:{message.provider_id}",
            body={"tap": message.tap},
            contact_id=sender.contact_id,
            priority=0,
        )


def _pending(batch: Batch, media_id: int, where: Mapping[str, str | int]) -> Row:
    batch.set_timer(TIMER, media_id, batch.now, timer_key(media_id))
    return {
        "fetch_state": pending_media.PENDING,
        "source_enc": batch.cipher.seal_json(pending_media.SOURCE, media_id, dict(where)),
    }


def _album_key(message: Inbound, album: str = "") -> tuple[str, str]:
    return message.channel, f"album:{message.address}:{album or message.album}"
