"""How often a name, phone or account was checked, by day and verdict, as keyed hashes: never by whom, nor for long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.shelf import run, run_many

KEPT: Final = timedelta(days=30)
_NEWEST_DAYS: Final = 3


@dataclass(frozen=True, slots=True)
class CheckedBefore:
    """Checks of one thing that a ticket carries; `lookup` is its keyed hash."""

    lookup: bytes
    kind: str
    count: int
    newest_days: tuple[date, ...]
    verdicts: tuple[tuple[str, int], ...]
    """How many ended in which verdict, most frequent first."""


def lookup_of(cipher: Cipher, kind: str, value: str) -> bytes:
    """Give the keyed hash by which tickets and checks of the same thing meet."""
    return cipher.lookup(f"link:{kind}", value)


def count(conn: Connection, cipher: Cipher, marks: Iterable[tuple[str, str]], day: date, verdict: str) -> None:
    """Count one check of these (kind, normalised value); who asked is not told to this room."""
    run_many(
        conn,
        "INSERT INTO check_mark (lookup, day, verdict, count) VALUES (?, ?, ?, 1) "
        "ON CONFLICT (lookup, day, verdict) DO UPDATE SET count = check_mark.count + 1",
        [(lookup_of(cipher, kind, value), day.isoformat(), verdict) for kind, value in sorted(marks)],
    )


def of_ticket(conn: Connection, ticket_id: int, today: date) -> list[CheckedBefore]:
    """Give the checks within the last thirty days of everything that a ticket carries, most often checked first."""
    rows = run(
        conn,
        "SELECT m.lookup, m.kind, c.day, c.verdict, c.count FROM ticket_link m "
        "JOIN check_mark c ON c.lookup = m.lookup WHERE m.ticket_id = ? AND c.day > ? ORDER BY c.day DESC, c.verdict",
        (ticket_id, (today - KEPT).isoformat()),
    )
    grouped: dict[tuple[bytes, str], list[tuple[date, str, int]]] = {}
    for lookup, kind, day, verdict, number in rows:
        key = bytes(cast("bytes", lookup)), str(kind)
        grouped.setdefault(key, []).append((date.fromisoformat(str(day)), str(verdict), cast("int", number)))
    found = [_summed(lookup, kind, told) for (lookup, kind), told in grouped.items()]
    return sorted(found, key=lambda one: (-one.count, one.kind, one.lookup))


def forget_old(conn: Connection, today: date) -> None:
    """Forget checks that are older than an officer can use."""
    run(conn, "DELETE FROM check_mark WHERE day <= ?", ((today - KEPT).isoformat(),))


def _summed(lookup: bytes, kind: str, told: list[tuple[date, str, int]]) -> CheckedBefore:
    verdicts: dict[str, int] = {}
    for _, verdict, number in told:
        verdicts[verdict] = verdicts.get(verdict, 0) + number
    days = tuple(dict.fromkeys(day for day, _, _ in told))[:_NEWEST_DAYS]
    ordered = sorted(verdicts.items(), key=lambda one: (-one[1], one[0]))
    return CheckedBefore(lookup, kind, sum(verdicts.values()), days, tuple(ordered))
