"""A due timer does its work exactly once, in one transaction, and one that fails does not hold up the others."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, text

from bot.clockwork import Clockwork
from storage import timers
from storage.database import Database
from storage.timers import DueTimer
from storage.writer import Writer
from tests.conftest import FrozenClock
from tests.storage.outbox_rows import NOW

WELL_BEFORE_THE_SWEEP_S = 30


class Tower:
    """A writer and handlers that note what they did, in the database, so that what is undone is seen."""

    def __init__(self, database: Database, clock: FrozenClock) -> None:
        self.database, self.clock = database, clock
        clock.now = NOW
        self.writer: Writer[None, None] = Writer(database.engine, lambda conn, items: items)
        self.writer.start()
        self.gave_up: list[int] = []
        self.clockwork = Clockwork(
            self.writer,
            {"note": self._note, "fail": self._fail, "again": self._again},
            now=clock,
            on_failed=lambda conn, timer, now: self.gave_up.append(timer.subject_id),
        )

    def set(self, kind: str, subject_id: int, *, after_s: float = 0, now: datetime | None = None) -> None:
        due_at = (now or NOW) + timedelta(seconds=after_s)
        self.writer.run_now(
            lambda conn: timers.set_all(conn, [timers.row(kind, subject_id, due_at, f"{kind}:{subject_id}")])
        )

    def notes(self) -> list[str]:
        with self.database.reader() as conn:
            return list(conn.execute(text("SELECT key FROM throttle ORDER BY key")).scalars())

    def _note(self, conn: Connection, timer: DueTimer, now: datetime) -> None:
        conn.execute(
            text("INSERT INTO throttle (key, count, since) VALUES (:key, 0, 0)"), {"key": f"{timer.subject_id}"}
        )

    def _fail(self, conn: Connection, timer: DueTimer, now: datetime) -> None:
        self._note(conn, timer, now)
        raise ZeroDivisionError

    def _again(self, conn: Connection, timer: DueTimer, now: datetime) -> None:
        timers.set_all(conn, [timers.row("again", timer.subject_id, now + timedelta(seconds=60), "again:1")])


@pytest.fixture
async def tower(database: Database, clock: FrozenClock) -> AsyncIterator[Tower]:
    made = Tower(database, clock)
    yield made
    made.writer.stop()


async def test_what_is_due_is_done_once(tower: Tower) -> None:
    tower.set("note", 1)
    tower.set("note", 2, after_s=60)

    assert await tower.clockwork.fire_due() == 1
    assert await tower.clockwork.fire_due() == 0
    assert tower.notes() == ["1"]


async def test_a_failing_handler_leaves_nothing_behind_and_lets_others_pass(tower: Tower) -> None:
    tower.set("fail", 1)
    tower.set("note", 2)
    await tower.clockwork.fire_due()

    assert tower.notes() == ["2"]


async def test_a_handler_that_always_fails_is_given_up_and_told(tower: Tower) -> None:
    tower.set("fail", 7)
    for _ in range(9):
        await tower.clockwork.fire_due()
        tower.clock.advance(seconds=120)

    assert tower.gave_up == [7]
    assert tower.writer.run_now(timers.next_due) is None


async def test_a_kind_that_nobody_knows_is_told_too(tower: Tower) -> None:
    tower.set("unheard of", 3)
    for _ in range(9):
        await tower.clockwork.fire_due()
        tower.clock.advance(seconds=120)

    assert tower.gave_up == [3]


async def test_a_timer_may_set_itself_again(tower: Tower) -> None:
    tower.set("again", 1)

    assert await tower.clockwork.fire_due() == 1
    tower.clock.advance(seconds=60)
    assert await tower.clockwork.fire_due() == 1


async def test_the_running_clockwork_is_on_time(tower: Tower) -> None:
    clockwork = Clockwork(tower.writer, {"note": tower._note}, now=lambda: datetime.now(UTC), sweep_s=60)
    tower.writer.after_commit = clockwork.wake
    await clockwork.start()
    await asyncio.sleep(0.05)
    began = time.perf_counter()
    await asyncio.to_thread(tower.set, "note", 1, after_s=0.3, now=datetime.now(UTC))
    while not tower.notes():
        assert time.perf_counter() - began < WELL_BEFORE_THE_SWEEP_S
        await asyncio.sleep(0.01)
    await clockwork.stop()

    assert time.perf_counter() - began > 0.25
