"""Notes which lanes a running transaction wrote to, so that only their delivery is woken after the commit."""

from sqlalchemy import Connection

TIMERS = "timers"
"""Stands beside the lanes: a timer was set."""

_KEY = "hotline_touched"


def note(conn: Connection, *lanes: str) -> None:
    """Remember that this transaction made work for `lanes`."""
    noted: set[str] = conn.info.setdefault(_KEY, set())
    noted.update(lanes)


def take(conn: Connection) -> frozenset[str]:
    """Give what was noted since the last call, and forget it."""
    return frozenset(conn.info.pop(_KEY, ()))
