"""What is due later: set (again moves it), cancelled, fired once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Connection

from storage import touched
from storage.columns import from_micros, to_micros
from storage.ids import new_id
from storage.shelf import Row, Shelf, run, run_many
from storage.tables import Timer

SHELF = Shelf(
    Timer,
    "(dedupe_key) DO UPDATE SET kind = excluded.kind, subject_id = excluded.subject_id, due_at = excluded.due_at, "
    "status = 'waiting', failures = 0",
)
MOST_FAILURES = 5
# the clockwork looks by itself every few seconds (bot/clockwork.py): what is due later than this is seen in time
_SOON = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class DueTimer:
    """A timer whose moment has come."""

    id: int
    kind: str
    subject_id: int
    due_at: datetime
    failures: int


def row(kind: str, subject_id: int, due_at: datetime, dedupe_key: str) -> Row:
    """Make the row of a timer."""
    return {"id": new_id(), "kind": kind, "subject_id": subject_id, "due_at": due_at, "dedupe_key": dedupe_key}


def set_all(conn: Connection, rows: Sequence[Row], *, now: datetime | None = None) -> None:
    """Set timers; one whose key is there already is moved, also after it fired or was cancelled.

    Given the moment, only a timer that is due soon wakes the clockwork: nearly every message sets one for later.
    """
    # in order of keys, so that two replicas wait for each other instead of dead-locking
    SHELF.insert(conn, sorted(rows, key=lambda row: str(row["dedupe_key"])))
    if any(now is None or cast("datetime", row["due_at"]) <= now + _SOON for row in rows):
        touched.note(conn, touched.TIMERS)


def cancel(conn: Connection, dedupe_keys: Sequence[str]) -> None:
    """Cancel timers by their keys; those that are not waiting are left alone."""
    run_many(
        conn,
        "UPDATE timer SET status = 'cancelled' WHERE dedupe_key = ? AND status = 'waiting'",
        [(key,) for key in dedupe_keys],
    )


def take_due(conn: Connection, now: datetime) -> DueTimer | None:
    """Mark the timer that is due longest as fired and give it; none when nothing is due.

    A handler that then fails rolls this back with everything else.
    """
    skip = "" if conn.dialect.name == "sqlite" else " FOR UPDATE SKIP LOCKED"
    found = run(
        conn,
        "UPDATE timer SET status = 'fired' WHERE id = (SELECT id FROM timer WHERE status = 'waiting' "  # noqa: S608 - our own words
        f"AND due_at <= ? ORDER BY due_at, id LIMIT 1{skip}) "
        "RETURNING id, kind, subject_id, due_at, failures",
        (to_micros(now),),
    ).first()
    return None if found is None else _due(found)


def next_due(conn: Connection) -> datetime | None:
    """Tell when the earliest waiting timer is due."""
    (found,) = run(conn, "SELECT min(due_at) FROM timer WHERE status = 'waiting'").one()
    return None if found is None else from_micros(cast("int", found))


def postpone(conn: Connection, timer: DueTimer, now: datetime) -> bool:
    """Try a timer again later because its handler failed; false when it failed too often and now stands aside."""
    failures = timer.failures + 1
    gave_up = failures >= MOST_FAILURES
    later = now + timedelta(seconds=2**failures)
    run(
        conn,
        "UPDATE timer SET failures = ?, due_at = ?, status = ? WHERE id = ?",
        (failures, to_micros(later), "failed" if gave_up else "waiting", timer.id),
    )
    return not gave_up


def _due(found: Sequence[object]) -> DueTimer:
    timer_id, kind, subject_id, due_at, failures = found
    return DueTimer(
        cast("int", timer_id),
        cast("str", kind),
        cast("int", subject_id),
        from_micros(cast("int", due_at)),
        cast("int", failures),
    )
