"""Whatever happens in whatever order: each promise is sent once a claim, in order in its chat, and none is lost."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text

from storage import outbox
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.outbox import Claimed
from tests.storage.outbox_rows import NOW, promise

_KEYS = ["c:1", "c:2", "c:3"]


class OutboxMachine(RuleBasedStateMachine):
    """Promises, workers that succeed, fail, vanish, and a clock; the model is a list of ids for each chat."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        super().__init__()
        self.database, self.cipher = database, cipher
        self.now = NOW
        self.claimed: dict[int, Claimed] = {}
        self.unsent: dict[str, list[int]] = {key: [] for key in _KEYS}
        self.aside: dict[int, str] = {}
        self.sent: list[int] = []

    @initialize()
    def empty(self) -> None:
        with self.database.engine.begin() as conn:
            conn.execute(text("DELETE FROM outbox"))

    @rule(key=st.sampled_from(_KEYS), priority=st.integers(1, 9), due_s=st.integers(0, 20))
    def promise(self, key: str, priority: int, due_s: int) -> None:
        with self.database.engine.begin() as conn:
            row_id = promise(conn, self.cipher, key, priority=priority, due_s=due_s, now=self.now)
        self.unsent[key].append(row_id)

    @rule(limit=st.integers(1, 3))
    def claim(self, limit: int) -> None:
        with self.database.engine.begin() as conn:
            rows = outbox.claim(conn, self.cipher, "whatsapp", owner="test", now=self.now, limit=limit)
        for row in rows:
            assert row.id not in self.claimed
            assert self.unsent[row.ordering_key][0] == row.id
            self.claimed[row.id] = row

    @precondition(lambda self: self.claimed)
    @rule(data=st.data(), end=st.sampled_from(["sent", "retry", "defer", "dead", "held"]))
    def finish(self, data: st.DataObject, end: str) -> None:
        row = self.claimed.pop(data.draw(st.sampled_from(sorted(self.claimed))))
        with self.database.engine.begin() as conn:
            match end:
                case "sent":
                    outbox.mark_sent(conn, [(row.id, None)], self.now)
                    self.sent.append(row.id)
                case "retry":
                    outbox.retry(conn, row, "x", now=self.now, retry_after_s=None)
                case "defer":
                    outbox.defer(conn, row, self.now + timedelta(seconds=1))
                case "dead":
                    outbox.bury(conn, row.id, "x")
                case "held":
                    outbox.hold(conn, row.id, "x")
        if end in {"sent", "dead", "held"}:
            self.unsent[row.ordering_key].remove(row.id)
        if end in {"dead", "held"}:
            self.aside[row.id] = row.ordering_key

    @precondition(lambda self: self.aside)
    @rule(data=st.data())
    def requeue(self, data: st.DataObject) -> None:
        row_id = data.draw(st.sampled_from(sorted(self.aside)))
        key = self.aside[row_id]
        if any(row.ordering_key == key for row in self.claimed.values()):
            # a younger message of the chat is on its way already: this one then comes late, not first
            return
        with self.database.engine.begin() as conn:
            assert outbox.requeue(conn, row_id, self.now)
        del self.aside[row_id]
        self.unsent[key] = sorted([*self.unsent[key], row_id])

    @rule(seconds=st.integers(1, 40))
    def pass_time(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def workers_vanish(self) -> None:
        self.now += outbox.LEASE + timedelta(seconds=1)
        with self.database.engine.begin() as conn:
            assert outbox.reap(conn, self.now) == len(self.claimed)
        self.claimed.clear()

    @invariant()
    def nothing_is_lost(self) -> None:
        with self.database.reader() as conn:
            found = conn.execute(text("SELECT id FROM outbox WHERE status IN ('ready', 'claimed')")).scalars().all()
        assert sorted(found) == sorted(row_id for ids in self.unsent.values() for row_id in ids)

    def teardown(self) -> None:
        """However it went, what is unsent can be brought to its end, in order."""
        self.workers_vanish()
        self.now += timedelta(hours=1)
        while any(self.unsent.values()):
            self.claim(3)
            assert self.claimed
            for row in list(self.claimed.values()):
                with self.database.engine.begin() as conn:
                    outbox.mark_sent(conn, [(row.id, None)], self.now)
                self.unsent[row.ordering_key].remove(row.id)
                self.sent.append(row.id)
            self.claimed.clear()
        assert len(self.sent) == len(set(self.sent))


@pytest.mark.parametrize("courses", [10, pytest.param(150, marks=pytest.mark.slow)])
def test_any_course_of_events_keeps_order_and_loses_nothing(database: Database, cipher: Cipher, courses: int) -> None:
    run_state_machine_as_test(
        lambda: OutboxMachine(database, cipher),
        settings=settings(
            max_examples=courses,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )


def test_two_workers_on_postgres_share_rows_without_sending_one_twice_or_out_of_order(
    postgres_database: Database, postgres_url: str, data_dir: Path, cipher: Cipher
) -> None:
    with postgres_database.engine.begin() as conn:
        for number in range(300):
            promise(conn, cipher, f"c:{number % 20}")
    other = open_database(data_dir, url=postgres_url)
    sent: list[tuple[str, int]] = []
    together = threading.Barrier(2)

    def work(database: Database) -> None:
        together.wait(10)
        for _ in range(2000):
            with database.engine.begin() as conn:
                rows = outbox.claim(conn, cipher, "whatsapp", owner="w", now=NOW, limit=5)
            sent.extend((row.ordering_key, row.id) for row in rows)
            with database.engine.begin() as conn:
                outbox.mark_sent(conn, [(row.id, None) for row in rows], NOW)
            if len(sent) >= 300:
                return

    workers = [threading.Thread(target=work, args=(one,)) for one in (postgres_database, other)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    other.close()

    assert len({row_id for _, row_id in sent}) == len(sent) == 300
    for key in {key for key, _ in sent}:
        ids = [row_id for one, row_id in sent if one == key]
        assert ids == sorted(ids)


def test_no_plan_of_postgres_claims_more_than_there_is_room_for(postgres_database: Database, cipher: Cipher) -> None:
    """A bare subquery is run once for every row it is joined with, where the planner joins by a loop."""
    with postgres_database.engine.begin() as conn:
        for number in range(24):
            promise(conn, cipher, f"c:{number}")
    with postgres_database.engine.begin() as conn:
        for way in ("hashjoin", "mergejoin", "hashagg", "sort", "material", "memoize", "indexscan", "bitmapscan"):
            conn.execute(text(f"SET LOCAL enable_{way} = off"))
        rows = outbox.claim(conn, cipher, "whatsapp", owner="w", now=NOW, limit=4)

    assert len(rows) == 4
