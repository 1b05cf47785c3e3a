"""What was promised to be sent: rows go in with the transaction that promises, and leave only when a channel took them.

The order within one `ordering_key` is the order of ids, whatever the priority: only the first unsent row of a key can
be claimed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom
from typing import cast

from sqlalchemy import Connection

from storage import touched
from storage.cipher import Cipher
from storage.columns import from_micros, to_micros
from storage.shelf import Row, Shelf, marks, run, run_many
from storage.tables import Outbox

BODY = "outbox.body_enc"
SHELF = Shelf(Outbox)

MAILBOX_LANES = frozenset({"web", "terminal", "desk"})
"""Lanes that push nothing: lying in the outbox is being delivered, the reader comes for it."""

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 8
_FIRST_BACKOFF_S = 2.0
_LONGEST_BACKOFF_S = 15 * 60.0
_JITTER = 0.2

_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that one worker may send until its lease ends.

    `uncertain` counts the earlier sends of which nobody knows whether the provider took them.
    """

    id: int
    lane: str
    purpose: str
    ordering_key: str
    contact_id: int | None
    identity_id: int | None
    ticket_id: int | None
    body: dict[str, object]
    attempts: int
    uncertain: int
    created_at: datetime
    expires_at: datetime | None


def insert(conn: Connection, rows: Sequence[Row]) -> None:
    """Promise messages; wakes their lanes after the commit."""
    SHELF.insert(conn, rows)
    touched.note(conn, *{str(row["lane"]) for row in rows if row.get("status", "ready") == "ready"})


def claim(  # noqa: PLR0913 - a claim names who, where, when and how many
    conn: Connection, cipher: Cipher, lane: str, *, owner: str, now: datetime, limit: int
) -> list[Claimed]:
    """Take up to `limit` due rows of a lane, most urgent first, each the first unsent of its ordering key."""
    is_sqlite = conn.dialect.name == "sqlite"
    skip = "" if is_sqlite else " FOR UPDATE SKIP LOCKED"
    # PostgreSQL may run a bare subquery once for every row it is joined with, and then takes more than the limit;
    # what fills an array is run once
    chosen, ends = ("id IN (", ")") if is_sqlite else ("id = ANY(ARRAY(", "))")
    found = run(
        conn,
        # literals, not parameters, in the status tests: only then does SQLite see that the partial indexes fit
        "UPDATE outbox SET status = 'claimed', lease_until = ?, owner = ?, attempts = attempts + 1 "  # noqa: S608 - our own words
        f"WHERE {chosen}SELECT o.id FROM outbox o WHERE o.status = 'ready' AND o.lane = ? AND o.due_at <= ? "
        "AND NOT EXISTS ("
        "SELECT 1 FROM outbox e WHERE e.ordering_key = o.ordering_key AND e.id < o.id "
        "AND e.status IN ('ready', 'claimed')) "
        f"ORDER BY o.priority, o.due_at, o.id LIMIT ?{skip}{ends} "
        f"RETURNING priority, {_CLAIMED}",
        (to_micros(now + LEASE), owner, lane, to_micros(now), limit),
    ).all()
    ordered = sorted(found, key=lambda row: (row[0], row[1]))
    return [_claimed(cipher, row[1:]) for row in ordered]


def mark_sent(conn: Connection, sent: Sequence[tuple[int, str | None]], now: datetime) -> None:
    """Mark rows (id, provider's message id) as taken by the provider; wakes the lanes whose next row may follow."""
    at = to_micros(now)
    run_many(
        conn,
        "UPDATE outbox SET status = 'sent', sent_at = ?, provider_message_id = ?, lease_until = NULL, owner = NULL, "
        "last_error = NULL WHERE id = ? AND status = 'claimed'",
        [(at, provider_id, row_id) for row_id, provider_id in sent],
    )


def post_mailboxes(conn: Connection, lanes: Sequence[str], now: datetime) -> int:
    """Mark every due row of lanes that push nothing as sent, in one statement; give how many there were."""
    at = to_micros(now)
    return run(
        conn,
        f"UPDATE outbox SET status = 'sent', sent_at = ? WHERE status = 'ready' AND lane IN ({marks(len(lanes))}) "  # noqa: S608 - only ?
        "AND due_at <= ?",
        (at, *lanes, at),
    ).rowcount


def retry(  # noqa: PLR0913 - each says something else about the failure
    conn: Connection, row: Claimed, error: str, *, now: datetime, retry_after_s: float | None, uncertain: bool = False
) -> datetime:
    """Put a claimed row back for later and give when: back-off with jitter, or longer when the provider says so."""
    wait_s = backoff_s(row.attempts)
    due_at = now + timedelta(seconds=max(wait_s, retry_after_s or 0.0))
    run(
        conn,
        f"{_BACK} attempts = ?, due_at = ?, last_error = ?, uncertain = uncertain + ? {_IF_CLAIMED}",
        (row.attempts, to_micros(due_at), error, int(uncertain), row.id),
    )
    return due_at


def defer(conn: Connection, row: Claimed, due_at: datetime) -> None:
    """Put a claimed row back untried: its turn in the pace of the channel has not come yet."""
    run(conn, f"{_BACK} attempts = ?, due_at = ? {_IF_CLAIMED}", (row.attempts - 1, to_micros(due_at), row.id))


def bury(conn: Connection, row_id: int, error: str) -> None:
    """Give up on a row. The caller tells duty; `requeue` brings it back."""
    run(
        conn,
        "UPDATE outbox SET status = 'dead', last_error = ?, lease_until = NULL, owner = NULL WHERE id = ?",
        (error, row_id),
    )


def is_known(conn: Connection, dedupe_key: str) -> bool:
    """Say whether this was promised before, whatever became of it."""
    return run(conn, "SELECT 1 FROM outbox WHERE dedupe_key = ?", (dedupe_key,)).first() is not None


def waits(conn: Connection, lane: str, purpose: str, ticket_id: int) -> bool:
    """Say whether a row of this purpose for this ticket has not been taken up yet."""
    row = run(
        conn,
        "SELECT 1 FROM outbox WHERE ticket_id = ? AND status = 'ready' AND lane = ? AND purpose = ? LIMIT 1",
        (ticket_id, lane, purpose),
    ).first()
    return row is not None


def hold(conn: Connection, row_id: int, reason: str) -> None:
    """Set a row aside until its citizen writes again."""
    run(
        conn,
        "UPDATE outbox SET status = 'held', last_error = ?, lease_until = NULL, owner = NULL WHERE id = ?",
        (reason, row_id),
    )


def release(conn: Connection, identity_ids: Sequence[int], now: datetime) -> None:
    """Make what was held for these identities ready: they have just written.

    What belongs to a ticket whose reporter must not be written to stays, and is read with the status.
    """
    if not identity_ids:
        return
    lanes = run(
        conn,
        "UPDATE outbox SET status = 'ready', due_at = ?, attempts = 0 WHERE status = 'held' "  # noqa: S608 - only ?
        "AND (ticket_id IS NULL OR EXISTS (SELECT 1 FROM ticket t WHERE t.id = outbox.ticket_id AND t.may_contact)) "
        f"AND identity_id IN ({marks(len(identity_ids))}) RETURNING lane",
        (to_micros(now), *identity_ids),
    ).all()
    touched.note(conn, *{str(lane) for (lane,) in lanes})


def requeue(conn: Connection, row_id: int, now: datetime) -> bool:
    """Try a dead or held row again; false when it is neither."""
    found = run(
        conn,
        "UPDATE outbox SET status = 'ready', due_at = ?, attempts = 0, uncertain = 0 WHERE id = ? "
        "AND status IN ('dead', 'held') RETURNING lane",
        (to_micros(now), row_id),
    ).first()
    if found is not None:
        touched.note(conn, str(found[0]))
    return found is not None


def cancel(conn: Connection, dedupe_keys: Sequence[str]) -> None:
    """Take back promises that nobody has begun to send."""
    run_many(
        conn,
        "UPDATE outbox SET status = 'cancelled' WHERE dedupe_key = ? AND status IN ('ready', 'held')",
        [(key,) for key in dedupe_keys],
    )


def reap(conn: Connection, now: datetime) -> int:
    """Make rows whose worker let its lease end ready again; nobody knows whether they went out."""
    return _free(conn, " AND lease_until < ?", (to_micros(now),))


def reclaim_all(conn: Connection) -> int:
    """Make every claimed row ready: for the start of a process that is alone on its database."""
    return _free(conn, "", ())


def next_due(conn: Connection, lane: str, now: datetime) -> datetime | None:
    """Tell when the next row of a lane comes due after `now`; what is due already waits for something else."""
    (found,) = run(
        conn,
        "SELECT min(due_at) FROM outbox WHERE status = 'ready' AND lane = ? AND due_at > ?",
        (lane, to_micros(now)),
    ).one()
    return None if found is None else from_micros(cast("int", found))


def counts(conn: Connection) -> dict[tuple[str, str], int]:
    """Count rows by (lane, status), leaving out what is done: for metrics and the doctor."""
    # three parts, each the exact condition of a partial index: one condition for all would read the whole outbox
    part = "SELECT lane, status, count(*) FROM outbox WHERE {} GROUP BY lane, status"
    parts = ("status = 'ready'", "status = 'claimed'", "status IN ('dead', 'held')")
    found = run(conn, " UNION ALL ".join(part.format(condition) for condition in parts))
    return {(str(lane), str(status)): cast("int", count) for lane, status, count in found}


def backoff_s(attempts: int) -> float:
    """Give the seconds to wait after the `attempts`-th failure: 2, 4, 8 ... at most 15 minutes, each +-20 %."""
    wait_s = min(_FIRST_BACKOFF_S * 2.0 ** (attempts - 1), _LONGEST_BACKOFF_S)
    return wait_s * _random.uniform(1 - _JITTER, 1 + _JITTER)


_CLAIMED = (
    "id, lane, purpose, ordering_key, contact_id, identity_id, ticket_id, body_enc, attempts, uncertain, "
    "created_at, expires_at"
)
_BACK = "UPDATE outbox SET status = 'ready', lease_until = NULL, owner = NULL,"
_IF_CLAIMED = "WHERE id = ? AND status = 'claimed'"


def _free(conn: Connection, condition: str, values: tuple[object, ...]) -> int:
    lanes = run(
        conn,
        f"{_BACK} uncertain = uncertain + 1, last_error = 'worker_gone' "
        f"WHERE status = 'claimed'{condition} RETURNING lane",
        values,
    ).all()
    touched.note(conn, *{str(lane) for (lane,) in lanes})
    return len(lanes)


def _claimed(cipher: Cipher, values: Sequence[object]) -> Claimed:
    row = dict(zip(_CLAIMED.split(", "), values, strict=True))
    row_id, expires_at = cast("int", row["id"]), row["expires_at"]
    return Claimed(
        id=row_id,
        lane=cast("str", row["lane"]),
        purpose=cast("str", row["purpose"]),
        ordering_key=cast("str", row["ordering_key"]),
        contact_id=cast("int | None", row["contact_id"]),
        identity_id=cast("int | None", row["identity_id"]),
        ticket_id=cast("int | None", row["ticket_id"]),
        body=cipher.open_json(BODY, row_id, bytes(cast("bytes", row["body_enc"]))),
        attempts=cast("int", row["attempts"]),
        uncertain=cast("int", row["uncertain"]),
        created_at=from_micros(cast("int", row["created_at"])),
        expires_at=None if expires_at is None else from_micros(cast("int", expires_at)),
    )
