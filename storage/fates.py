"""What became of a message that was promised, for whoever wonders whether its citizen has it."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.columns import from_micros
from storage.shelf import run


@dataclass(frozen=True, slots=True)
class Fate:
    """A promised message. `reason` is why it failed or was set aside, in the provider's code or a word of ours."""

    lane: str
    status: str
    delivery: str
    reason: str
    is_read: bool
    identity_id: int
    contact_id: int
    ticket_id: int
    created_at: datetime


def of(conn: Connection, outbox_id: int) -> Fate | None:
    """Give a message to a citizen about a ticket; none for any other, and for one that is gone."""
    row = run(
        conn,
        "SELECT lane, status, delivery, delivery_error, last_error, read_at, identity_id, contact_id, ticket_id, "
        "created_at FROM outbox WHERE id = ? AND identity_id IS NOT NULL AND contact_id IS NOT NULL "
        "AND ticket_id IS NOT NULL",
        (outbox_id,),
    ).first()
    if row is None:
        return None
    return Fate(
        lane=cast("str", row[0]),
        status=cast("str", row[1]),
        delivery=cast("str", row[2] or ""),
        reason=cast("str", row[3] or row[4] or "").removeprefix("code_"),
        is_read=row[5] is not None,
        identity_id=cast("int", row[6]),
        contact_id=cast("int", row[7]),
        ticket_id=cast("int", row[8]),
        created_at=from_micros(cast("int", row[9])),
    )


def newest_failure(conn: Connection, identity_id: int) -> str:
    """Give why the last message to an identity failed that did; "" where none did."""
    row = run(
        conn,
        "SELECT coalesce(delivery_error, last_error) FROM outbox WHERE identity_id = ? "
        "AND (status = 'dead' OR delivery = 'failed') ORDER BY id DESC LIMIT 1",
        (identity_id,),
    ).first()
    return "" if row is None else cast("str", row[0] or "").removeprefix("code_")
