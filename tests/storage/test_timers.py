"""A timer fires once, when it is due; setting it again moves it, cancelling it ends it."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from storage import timers, touched
from storage.database import Database, open_database
from tests.storage.outbox_rows import NOW


def _set(conn: Connection, key: str, *, after_s: float = 0, kind: str = "silence", subject_id: int = 1) -> None:
    timers.set_all(conn, [timers.row(kind, subject_id, _at(after_s), key)])


def _at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def _due_keys(conn: Connection, seconds: float) -> list[int]:
    found = []
    while (timer := timers.take_due(conn, _at(seconds))) is not None:
        found.append(timer.subject_id)
    return found


def test_what_is_due_fires_once_and_earliest_first(database: Database) -> None:
    with database.engine.begin() as conn:
        for subject, after_s in ((1, 30), (2, 10), (3, 99)):
            _set(conn, f"key:{subject}", after_s=after_s, subject_id=subject)

        assert timers.next_due(conn) == _at(10)
        assert _due_keys(conn, 30) == [2, 1]
        assert _due_keys(conn, 30) == []
        assert timers.next_due(conn) == _at(99)


def test_setting_again_moves_a_timer_and_wakes_a_fired_one(database: Database) -> None:
    with database.engine.begin() as conn:
        _set(conn, "key", after_s=10)
        _set(conn, "key", after_s=60, subject_id=5)
        assert _due_keys(conn, 30) == []
        assert _due_keys(conn, 60) == [5]

        _set(conn, "key", after_s=70)
        assert _due_keys(conn, 70) == [1]


def test_a_cancelled_timer_stays_silent(database: Database) -> None:
    with database.engine.begin() as conn:
        _set(conn, "key")
        timers.cancel(conn, ["key", "unknown"])

        assert timers.next_due(conn) is None
        assert _due_keys(conn, 60) == []


def test_a_timer_whose_handler_fails_comes_back_five_times(database: Database) -> None:
    with database.engine.begin() as conn:
        _set(conn, "key")
        waits = []
        for second in (0, 100, 200, 300, 400):
            timer = timers.take_due(conn, _at(second))
            assert timer is not None
            waits.append(timers.postpone(conn, timer, _at(second)))

        assert waits == [True, True, True, True, False]
        assert timers.take_due(conn, _at(9999)) is None


def test_setting_a_timer_wakes_the_clockwork(database: Database) -> None:
    with database.engine.begin() as conn:
        touched.take(conn)
        _set(conn, "key")

        assert touched.take(conn) == {touched.TIMERS}


@pytest.mark.parametrize(("after_s", "woken"), [(2, {touched.TIMERS}), (1800, set())])
def test_a_timer_for_later_wakes_nobody(database: Database, after_s: float, woken: set[str]) -> None:
    """Nearly every message moves a timer half an hour away: two more transactions each would halve the intake."""
    with database.engine.begin() as conn:
        touched.take(conn)
        timers.set_all(conn, [timers.row("silence", 1, _at(after_s), "silence:1")], now=_at(0))

        assert touched.take(conn) == woken


def test_two_replicas_fire_each_timer_once(postgres_database: Database, postgres_url: str, data_dir: Path) -> None:
    with postgres_database.engine.begin() as conn:
        for subject in range(60):
            _set(conn, f"key:{subject}", subject_id=subject)
    other = open_database(data_dir, url=postgres_url)
    fired: list[int] = []
    together = threading.Barrier(2)

    def work(database: Database) -> None:
        together.wait(10)
        for _ in range(200):
            with database.engine.begin() as conn:
                timer = timers.take_due(conn, NOW)
            if timer is not None:
                fired.append(timer.subject_id)

    replicas = [threading.Thread(target=work, args=(one,)) for one in (postgres_database, other)]
    for replica in replicas:
        replica.start()
    for replica in replicas:
        replica.join()
    other.close()

    assert sorted(fired) == list(range(60))
