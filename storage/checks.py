"""What is remembered of checks: counts by verdict and day without anybody in them, and how often one sender asks."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, cast

from sqlalchemy import Connection

from flows.matching.marks import Mark
from storage.cipher import Cipher
from storage.columns import to_micros
from storage.shelf import marks, run

_ONE_NAME: Final = timedelta(hours=24)
_ANY_NAME: Final = timedelta(hours=1)
MOST_AN_HOUR: Final = 30


def count(conn: Connection, day: date, verdict: str) -> None:
    """Count one check; neither who asked nor for what stands anywhere in it."""
    run(
        conn,
        "INSERT INTO check_count (day, verdict, count) VALUES (?, ?, 1) "
        "ON CONFLICT (day, verdict) DO UPDATE SET count = check_count.count + 1",
        (day.isoformat(), verdict),
    )


def counts(conn: Connection, since: date) -> dict[tuple[str, str], int]:
    """Give how many checks of each day since then ended in each verdict."""
    rows = run(conn, "SELECT day, verdict, count FROM check_count WHERE day >= ? ORDER BY day", (since.isoformat(),))
    return {(str(day), str(verdict)): cast("int", number) for day, verdict, number in rows}


def probes(conn: Connection, since: datetime) -> int:
    """Count how often since then somebody asked for one name again and again."""
    row = run(conn, "SELECT count(*) FROM audit WHERE action = 'check.probed' AND at >= ?", (to_micros(since),)).one()
    return cast("int", row[0])


def note_asked(
    conn: Connection, cipher: Cipher, contact_id: int, marks: Iterable[Mark], now: datetime
) -> dict[Mark, int]:
    """Note one more check by a contact; give how often they asked for each of these marks within a day."""
    _add(conn, f"checks:{contact_id}", now, _ANY_NAME)
    return {mark: _add(conn, f"probe:{_hidden(cipher, contact_id, mark)}", now, _ONE_NAME) for mark in sorted(marks)}


def forget_old(conn: Connection, now: datetime) -> None:
    """Forget who asked how often once it can no longer matter."""
    run(
        conn,
        "DELETE FROM throttle WHERE (key LIKE 'probe:%' OR key LIKE 'checks:%') AND since <= ?",
        (to_micros(now - _ONE_NAME),),
    )


def too_many(conn: Connection, contact_ids: Sequence[int], now: datetime) -> frozenset[int]:
    """Give those contacts that have checked more names within the hour than anybody in need would."""
    keys = {f"checks:{contact_id}": contact_id for contact_id in contact_ids}
    if not keys:
        return frozenset()
    rows = run(
        conn,
        f"SELECT key FROM throttle WHERE key IN ({marks(len(keys))}) AND count >= ? AND since > ?",  # noqa: S608 - only ?
        (*keys, MOST_AN_HOUR, to_micros(now - _ANY_NAME)),
    )
    return frozenset(keys[str(row[0])] for row in rows)


def _hidden(cipher: Cipher, contact_id: int, mark: Mark) -> str:
    return cipher.lookup("probe", f"{contact_id}:{mark[0]}:{mark[1]}").hex()


def _add(conn: Connection, key: str, now: datetime, window: timedelta) -> int:
    oldest = to_micros(now - window)
    row = run(
        conn,
        "INSERT INTO throttle (key, count, since) VALUES (?, 1, ?) ON CONFLICT (key) DO UPDATE SET "
        "count = CASE WHEN throttle.since <= ? THEN 1 ELSE throttle.count + 1 END, "
        "since = CASE WHEN throttle.since <= ? THEN excluded.since ELSE throttle.since END RETURNING count",
        (key, to_micros(now), oldest, oldest),
    ).one()
    return cast("int", row[0])
