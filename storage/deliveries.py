"""What providers say later about messages that were sent, also before the send itself has come back with their id."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage import touched
from storage.cipher import Cipher
from storage.columns import to_micros
from storage.outbox import BODY
from storage.shelf import marks, run


@dataclass(frozen=True, slots=True)
class Sent:
    """A sent row, and what is known of its delivery."""

    id: int
    lane: str
    purpose: str
    status: str
    attempts: int
    contact_id: int | None
    identity_id: int | None
    ticket_id: int | None
    body: dict[str, object]
    delivery: str | None


@dataclass(frozen=True, slots=True)
class Early:
    """A report that came before its message was known."""

    sid: str
    delivery: str
    error: str


_IS_RIPE = (
    "(EXISTS (SELECT 1 FROM outbox o WHERE o.provider_message_id = r.provider_message_id) OR "
    "EXISTS (SELECT 1 FROM outbox_part p WHERE p.provider_message_id = r.provider_message_id))"
)
_COLUMNS = "id, lane, purpose, status, attempts, contact_id, identity_id, ticket_id, body_enc, delivery"


def by_sid(conn: Connection, cipher: Cipher, lane: str, sid: str) -> Sent | None:
    """Find the row that the provider knows by this id, or one part of it."""
    row = run(
        conn,
        # a union, not an OR: both databases find each half by its index
        f"SELECT {_COLUMNS} FROM outbox WHERE lane = ? AND id IN (SELECT id FROM outbox WHERE provider_message_id = ? "  # noqa: S608 - our own names
        "UNION ALL SELECT outbox_id FROM outbox_part WHERE provider_message_id = ?)",
        (lane, sid, sid),
    ).first()
    if row is None:
        return None
    row_id = cast("int", row[0])
    sealed = bytes(cast("bytes", row[8]))
    return Sent(
        id=row_id,
        lane=cast("str", row[1]),
        purpose=cast("str", row[2]),
        status=cast("str", row[3]),
        attempts=cast("int", row[4]),
        contact_id=cast("int | None", row[5]),
        identity_id=cast("int | None", row[6]),
        ticket_id=cast("int | None", row[7]),
        body=cipher.open_json(BODY, row_id, sealed) if sealed else {},
        delivery=cast("str | None", row[9]),
    )


def mark(conn: Connection, row_id: int, delivery: str, error: str, now: datetime) -> None:
    """Keep what the provider says of a row; "read" is also when its reader read it."""
    run(
        conn,
        "UPDATE outbox SET delivery = ?, delivery_error = ?, read_at = CASE WHEN ? = 'read' THEN coalesce(read_at, ?) "
        "ELSE read_at END WHERE id = ?",
        (delivery, error or None, delivery, to_micros(now), row_id),
    )


def set_back(conn: Connection, row_id: int, due_at: datetime, lane: str) -> None:
    """Let a row that failed after all be sent once more; the provider's old id no longer stands for it."""
    run(
        conn,
        "UPDATE outbox SET status = 'ready', due_at = ?, provider_message_id = NULL, delivery = NULL, "
        "delivery_error = NULL, sent_at = NULL WHERE id = ? AND status IN ('sent', 'ready')",
        (to_micros(due_at), row_id),
    )
    touched.note(conn, lane)


def hold_back(conn: Connection, row_id: int, reason: str) -> None:
    """Set a row that failed after all aside until its citizen writes."""
    run(
        conn,
        "UPDATE outbox SET status = 'held', last_error = ?, provider_message_id = NULL, delivery = NULL, "
        "delivery_error = NULL, sent_at = NULL WHERE id = ? AND status IN ('sent', 'ready', 'held')",
        (reason, row_id),
    )


def rewrite(conn: Connection, cipher: Cipher, row_id: int, body: dict[str, object]) -> None:
    """Replace the sealed body of a row."""
    run(conn, "UPDATE outbox SET body_enc = ? WHERE id = ?", (cipher.seal_json(BODY, row_id, body), row_id))


def close_window(conn: Connection, identity_id: int, now: datetime) -> None:
    """Remember that the provider no longer lets us write freely to an identity."""
    run(
        conn,
        "UPDATE identity SET window_until = ? WHERE id = ? AND window_until > ?",
        (to_micros(now), identity_id, to_micros(now)),
    )


def has_held(conn: Connection, identity_id: int) -> bool:
    """Say whether something waits for this identity to write, and may then be sent."""
    row = run(
        conn,
        "SELECT 1 FROM outbox WHERE identity_id = ? AND status = 'held' AND (ticket_id IS NULL OR EXISTS "
        "(SELECT 1 FROM ticket t WHERE t.id = outbox.ticket_id AND t.may_contact)) LIMIT 1",
        (identity_id,),
    ).first()
    return row is not None


def is_promised(conn: Connection, dedupe_key: str) -> bool:
    """Say whether a row with this key is there already."""
    return run(conn, "SELECT 1 FROM outbox WHERE dedupe_key = ?", (dedupe_key,)).first() is not None


def known_sids(conn: Connection, sids: Sequence[str]) -> set[str]:
    """Give those of the provider's ids that belong to rows of ours."""
    if not sids:
        return set()
    among = f"WHERE provider_message_id IN ({marks(len(sids))})"
    rows = run(
        conn,
        f"SELECT provider_message_id FROM outbox {among} UNION SELECT provider_message_id FROM outbox_part {among}",  # noqa: S608 - only ?
        (*sids, *sids),
    )
    return {cast("str", sid) for (sid,) in rows}


def early(conn: Connection, sid: str) -> Early | None:
    """Give what was reported of a message that is not known yet."""
    row = run(
        conn,
        "SELECT provider_message_id, delivery, delivery_error FROM delivery_report WHERE provider_message_id = ?",
        (sid,),
    ).first()
    return None if row is None else Early(cast("str", row[0]), cast("str", row[1]), cast("str", row[2] or ""))


def keep_early(conn: Connection, told: Early, now: datetime) -> None:
    """Keep a report whose message is not known yet, in place of an earlier one."""
    run(
        conn,
        "INSERT INTO delivery_report (provider_message_id, delivery, delivery_error, at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (provider_message_id) DO UPDATE SET delivery = excluded.delivery, "
        "delivery_error = excluded.delivery_error, at = excluded.at",
        (told.sid, told.delivery, told.error or None, to_micros(now)),
    )


def take_ripe(conn: Connection, limit: int = 100) -> list[Early]:
    """Take the early reports whose messages are known by now."""
    rows = run(
        conn,
        "DELETE FROM delivery_report WHERE provider_message_id IN (SELECT r.provider_message_id FROM delivery_report r "  # noqa: S608 - our own words
        f"WHERE {_IS_RIPE} LIMIT ?) "
        "RETURNING provider_message_id, delivery, delivery_error",
        (limit,),
    ).all()
    return [Early(cast("str", row[0]), cast("str", row[1]), cast("str", row[2] or "")) for row in rows]


def has_ripe(conn: Connection) -> bool:
    """Say whether an early report waits whose message is known by now."""
    row = run(
        conn,
        f"SELECT 1 FROM delivery_report r WHERE {_IS_RIPE} LIMIT 1",  # noqa: S608 - our own words
    ).first()
    return row is not None


def forget_early(conn: Connection, before: datetime) -> None:
    """Forget reports of messages that never became known: another program's, or a send that broke half-way."""
    run(conn, "DELETE FROM delivery_report WHERE at < ?", (to_micros(before),))
