"""How often a sign-in failed, by key; kept in the database so that a restart forgives nobody."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.columns import from_micros, to_micros
from storage.shelf import run


@dataclass(frozen=True, slots=True)
class Tries:
    """Failures in a row under one key, and when the newest was."""

    count: int
    newest: datetime


def of(conn: Connection, key: str) -> Tries | None:
    """Give the failures under a key; none where nothing failed."""
    row = run(conn, "SELECT count, since FROM throttle WHERE key = ?", (key,)).first()
    return None if row is None else Tries(cast("int", row[0]), from_micros(cast("int", row[1])))


def note(conn: Connection, key: str, now: datetime) -> None:
    """Count one more."""
    run(
        conn,
        "INSERT INTO throttle (key, count, since) VALUES (?, 1, ?) "
        "ON CONFLICT (key) DO UPDATE SET count = throttle.count + 1, since = excluded.since",
        (key, to_micros(now)),
    )


def forget(conn: Connection, key: str) -> None:
    """Forget the failures under a key."""
    run(conn, "DELETE FROM throttle WHERE key = ?", (key,))
