"""What a chat leaves behind outside its tickets: found, shown to its own citizen, and removed on request."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import from_micros, to_micros
from storage.inbox import BODY
from storage.shelf import marks, run

_THEIRS = "identity_id IN (SELECT i.id FROM identity i WHERE i.contact_id = ?)"
"""Found by an index, which a contact's own column in the outbox has not."""


def own_words(  # noqa: PLR0913 - whose, where, from where, how much
    conn: Connection, cipher: Cipher, contact_id: int, channel: str, *, after_id: int = 0, limit: int = 200
) -> list[tuple[int, dict[str, object], datetime]]:
    """Give what a contact said on a channel after `after_id`: (id, body, when), oldest first."""
    rows = run(
        conn,
        "SELECT id, body_enc, received_at FROM inbox WHERE contact_id = ? AND channel = ? AND id > ? "
        "AND status <> 'erased' ORDER BY id LIMIT ?",
        (contact_id, channel, after_id, limit),
    )
    return [
        (
            cast("int", row[0]),
            cipher.open_json(BODY, cast("int", row[0]), bytes(cast("bytes", row[1]))),
            from_micros(cast("int", row[2])),
        )
        for row in rows
    ]


def erase(conn: Connection, contact_id: int, before_id: int) -> None:
    """Remove what a contact's chat holds up to `before_id`, the tickets and their transcripts left alone.

    The inbox rows themselves stay, emptied: they are what makes a second copy of a message a duplicate.
    """
    run(
        conn,
        "UPDATE inbox SET body_enc = ?, status = 'erased' WHERE contact_id = ? AND id <= ?",
        (b"", contact_id, before_id),
    )
    run(
        conn,
        "DELETE FROM outbox_part WHERE outbox_id IN (SELECT o.id FROM outbox o JOIN identity i ON i.id = o.identity_id "
        "WHERE i.contact_id = ? AND o.id < ? AND o.status IN ('sent', 'dead', 'cancelled', 'held'))",
        (contact_id, before_id),
    )
    run(
        conn,
        "DELETE FROM outbox WHERE identity_id IN (SELECT id FROM identity WHERE contact_id = ?) AND id < ? "
        "AND status IN ('sent', 'dead', 'cancelled', 'held')",
        (contact_id, before_id),
    )
    run(conn, "DELETE FROM message WHERE contact_id = ? AND ticket_id IS NULL AND id <= ?", (contact_id, before_id))
    run(conn, "DELETE FROM media WHERE contact_id = ? AND ticket_id IS NULL AND id <= ?", (contact_id, before_id))


def provider_messages(conn: Connection, contact_id: int, channel: str, upto_id: int) -> list[tuple[str, datetime]]:
    """Give the provider's ids of a chat's messages in both directions, with when each was written; call before `erase`.

    A reply that went out in parts names them all: parted by commas, or each by itself.
    """
    rows = run(
        conn,
        "SELECT provider_message_id, received_at FROM inbox WHERE contact_id = ? AND channel = ? AND id <= ? "  # noqa: S608 - our own words
        "AND provider_message_id IS NOT NULL UNION ALL "
        f"SELECT provider_message_id, sent_at FROM outbox WHERE {_THEIRS} AND lane = ? AND id <= ? "
        "AND provider_message_id IS NOT NULL AND sent_at IS NOT NULL UNION "
        "SELECT p.provider_message_id, o.sent_at FROM outbox_part p JOIN outbox o ON o.id = p.outbox_id "
        f"WHERE {_THEIRS} AND o.lane = ? AND o.id <= ? AND o.sent_at IS NOT NULL",
        (contact_id, channel, upto_id) * 3,
    ).all()
    return [(cast("str", row[0]), from_micros(cast("int", row[1]))) for row in rows]


def sent_messages(conn: Connection, identity_id: int, before_id: int) -> list[str]:
    """Give the provider's ids of what was sent to an identity and is still known, promised before a row."""
    rows = run(
        conn,
        "SELECT provider_message_id FROM outbox WHERE identity_id = ? AND id < ? AND sent_at IS NOT NULL "
        "AND provider_message_id IS NOT NULL ORDER BY id",
        (identity_id, before_id),
    ).all()
    return [one for (ids,) in rows for one in cast("str", ids).split(",")]


class UnreadReply(NamedTuple):
    """An officer's reply that no citizen has read yet."""

    text: str
    held_since: datetime | None
    """When it was written, where it waits for its citizen, who did not agree to be written to."""


def unread_replies(conn: Connection, cipher: Cipher, ticket_ids: Sequence[int]) -> dict[int, list[UnreadReply]]:
    """Give the officers' replies on tickets that no citizen has read yet, oldest first."""
    if not ticket_ids:
        return {}
    rows = run(
        conn,
        "SELECT id, ticket_id, body_enc, status, created_at FROM outbox "  # noqa: S608 - only ?
        "WHERE purpose = 'officer_reply' AND read_at IS NULL AND status IN ('sent', 'held', 'ready') "
        f"AND ticket_id IN ({marks(len(ticket_ids))}) ORDER BY id",
        ticket_ids,
    )
    found: dict[int, list[UnreadReply]] = {}
    for row in rows:
        body = cipher.open_json("outbox.body_enc", cast("int", row[0]), bytes(cast("bytes", row[2])))
        reply = UnreadReply(str(body.get("text", "")), from_micros(cast("int", row[4])) if row[3] == "held" else None)
        found.setdefault(cast("int", row[1]), []).append(reply)
    return found


def mark_replies_read(conn: Connection, ticket_ids: Sequence[int], now: datetime) -> None:
    """Remember that the waiting replies of tickets were shown; held ones need no sending any more."""
    if not ticket_ids:
        return
    run(
        conn,
        "UPDATE outbox SET read_at = ?, sent_at = coalesce(sent_at, ?), status = 'sent' "  # noqa: S608 - only ?
        "WHERE purpose = 'officer_reply' AND read_at IS NULL AND status IN ('sent', 'held') "
        f"AND ticket_id IN ({marks(len(ticket_ids))})",
        (to_micros(now), to_micros(now), *ticket_ids),
    )
