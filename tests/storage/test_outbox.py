"""The outbox keeps its promises: in order, by urgency, to one worker at a time, and nothing falls out of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage import mailbox, outbox, timers, touched
from storage.cipher import Cipher
from storage.database import Database
from storage.driver import Found, run
from storage.outbox import Claimed
from tests.storage.outbox_rows import NOW, promise, status_of


def _claim(
    conn: Connection, cipher: Cipher, *, at_s: float = 0, limit: int = 64, lane: str = "whatsapp"
) -> list[Claimed]:
    return outbox.claim(conn, cipher, lane, owner="test", now=NOW + timedelta(seconds=at_s), limit=limit)


def test_a_claimed_row_says_what_was_promised(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        row_id = promise(conn, cipher, "c:7", words="apa kabar", identity_id=3)
        (row,) = _claim(conn, cipher)

    assert (row.id, row.body, row.ordering_key, row.identity_id) == (row_id, {"text": "apa kabar"}, "c:7", 3)
    assert (row.attempts, row.uncertain, row.created_at) == (1, 0, NOW)


def test_urgent_rows_go_first_then_the_oldest(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        digest = promise(conn, cipher, "a", priority=9)
        reply = promise(conn, cipher, "b", priority=5)
        later = promise(conn, cipher, "c", priority=5)
        alert = promise(conn, cipher, "d", priority=1)

        assert [row.id for row in _claim(conn, cipher, limit=2)] == [alert, reply]
        assert [row.id for row in _claim(conn, cipher)] == [later, digest]


def test_within_one_chat_nothing_overtakes_not_even_the_urgent(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        first, second = promise(conn, cipher, priority=9), promise(conn, cipher, priority=1)

        assert [row.id for row in _claim(conn, cipher)] == [first]
        assert _claim(conn, cipher) == []
        outbox.mark_sent(conn, [(first, "SM1")], NOW)
        assert [row.id for row in _claim(conn, cipher)] == [second]


def test_a_row_that_waits_for_its_next_try_holds_back_its_chat_only(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        promise(conn, cipher, "limited")
        (row,) = _claim(conn, cipher)
        outbox.retry(conn, row, "rate_limited", now=NOW, retry_after_s=30)
        promise(conn, cipher, "limited")
        other = promise(conn, cipher, "other")

        assert [one.id for one in _claim(conn, cipher, at_s=29)] == [other]
        assert [one.id for one in _claim(conn, cipher, at_s=31)] == [row.id]


def test_rows_of_other_lanes_and_of_later_are_left_alone(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        promise(conn, cipher, "a", lane="telegram")
        promise(conn, cipher, "b", due_s=60)

        assert _claim(conn, cipher) == []
        assert outbox.next_due(conn, "whatsapp", NOW) == NOW + timedelta(seconds=60)
        assert outbox.next_due(conn, "telegram", NOW) is None


def test_the_same_promise_twice_is_refused(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        promise(conn, cipher)
        row = outbox.SHELF.read(outbox.run(conn, f"SELECT {', '.join(outbox.SHELF.columns)} FROM outbox").one())
    with database.engine.begin() as conn, pytest.raises(DBAPIError):
        outbox.insert(conn, [{**row, "id": 5}])


def test_backoff_doubles_up_to_a_quarter_of_an_hour_and_honours_the_provider(
    database: Database, cipher: Cipher
) -> None:
    waits = [outbox.backoff_s(attempts) for attempts in range(1, 20)]

    assert 1.6 <= waits[0] <= 2.4
    assert all(later > earlier for earlier, later in pairwise(waits[:8]))
    assert all(720 <= wait <= 1080 for wait in waits[9:])
    with database.engine.begin() as conn:
        promise(conn, cipher)
        (row,) = _claim(conn, cipher)
        assert outbox.retry(conn, row, "x", now=NOW, retry_after_s=500) == NOW + timedelta(seconds=500)


def test_a_deferred_row_has_not_been_tried(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        promise(conn, cipher)
        (row,) = _claim(conn, cipher)
        outbox.defer(conn, row, NOW + timedelta(seconds=1))

        assert _claim(conn, cipher) == []
        assert [one.attempts for one in _claim(conn, cipher, at_s=2)] == [1]


def test_a_dead_row_lets_the_next_go_and_can_be_tried_again(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        first, second = promise(conn, cipher), promise(conn, cipher)
        _claim(conn, cipher)
        outbox.bury(conn, first, "refused")
        assert [row.id for row in _claim(conn, cipher)] == [second]
        outbox.mark_sent(conn, [(second, None)], NOW)

        assert outbox.requeue(conn, first, NOW)
        assert not outbox.requeue(conn, second, NOW)
        assert [(row.id, row.attempts) for row in _claim(conn, cipher)] == [(first, 1)]


def test_what_is_held_goes_out_when_its_citizen_writes(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        held, other = promise(conn, cipher, "a", identity_id=1), promise(conn, cipher, "b", identity_id=2)
        _claim(conn, cipher)
        for row_id in (held, other):
            outbox.hold(conn, row_id, "window_closed")
        touched.take(conn)
        outbox.release(conn, [1, 9], NOW)

        assert touched.take(conn) == {"whatsapp"}
        assert [row.id for row in _claim(conn, cipher)] == [held]
        assert status_of(conn, other) == "held"


def test_a_promise_can_be_taken_back_until_somebody_sends_it(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        begun, waiting = promise(conn, cipher, "a"), promise(conn, cipher, "b", due_s=60)
        _claim(conn, cipher)
        outbox.cancel(conn, [f"test:{begun}", f"test:{waiting}"])

        assert (status_of(conn, begun), status_of(conn, waiting)) == ("claimed", "cancelled")


def test_rows_of_a_worker_that_is_gone_come_back_when_the_lease_ends(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        row_id = promise(conn, cipher)
        _claim(conn, cipher)
        assert outbox.reap(conn, NOW + timedelta(seconds=59)) == 0
        assert outbox.reap(conn, NOW + timedelta(seconds=61)) == 1

        (row,) = _claim(conn, cipher, at_s=61)
        assert (row.id, row.attempts, row.uncertain) == (row_id, 2, 1)


def test_a_process_that_starts_alone_takes_everything_back_at_once(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        promise(conn, cipher, "a")
        promise(conn, cipher, "b", lane="telegram")
        _claim(conn, cipher)
        touched.take(conn)

        assert outbox.reclaim_all(conn) == 1
        assert touched.take(conn) == {"whatsapp"}
        assert len(_claim(conn, cipher)) == 1


def test_a_late_mark_of_a_worker_that_lost_its_lease_changes_nothing(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        row_id = promise(conn, cipher)
        (row,) = _claim(conn, cipher)
        outbox.bury(conn, row_id, "refused")
        outbox.retry(conn, row, "late", now=NOW, retry_after_s=None)
        outbox.mark_sent(conn, [(row_id, "SM1")], NOW)

        assert status_of(conn, row_id) == "dead"


def test_unfinished_rows_are_counted_by_lane(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        promise(conn, cipher, "a")
        promise(conn, cipher, "b")
        _claim(conn, cipher, limit=1)

        assert outbox.counts(conn) == {("whatsapp", "claimed"): 1, ("whatsapp", "ready"): 1}


@pytest.mark.parametrize("lane", sorted(outbox.MAILBOX_LANES))
def test_a_lane_that_pushes_nothing_has_delivered_at_the_commit(database: Database, cipher: Cipher, lane: str) -> None:
    with database.engine.begin() as conn:
        now, later = promise(conn, cipher, "a", lane=lane), promise(conn, cipher, "b", lane=lane, due_s=60)
        assert (status_of(conn, now), status_of(conn, later)) == ("sent", "ready")

        assert outbox.post_mailboxes(conn, [lane], _after(61)) == 1
        assert status_of(conn, later) == "sent"


def _after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("work", ["claim", "next_due", "reap", "release", "post", "counts", "mailbox", "take_due"])
def test_no_everyday_statement_reads_the_whole_outbox(
    sqlite_database: Database, cipher: Cipher, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    """A year of sent messages must not slow the next one down: every statement finds its rows by an index."""
    asked: list[tuple[str, Sequence[object]]] = []

    def note(conn: Connection, sql: str, values: Sequence[object] = ()) -> Found:
        asked.append((sql, values))
        return run(conn, sql, values)

    for room in (outbox, mailbox, timers):
        monkeypatch.setattr(room, "run", note)
    with sqlite_database.engine.begin() as conn:
        {
            "claim": lambda: _claim(conn, cipher),
            "next_due": lambda: outbox.next_due(conn, "whatsapp", NOW),
            "reap": lambda: outbox.reap(conn, NOW),
            "release": lambda: outbox.release(conn, [1, 2], NOW),
            "post": lambda: outbox.post_mailboxes(conn, ["web", "desk"], NOW),
            "counts": lambda: outbox.counts(conn),
            "mailbox": lambda: mailbox.since(conn, cipher, 1),
            "take_due": lambda: timers.take_due(conn, NOW),
        }[work]()
        plans = [
            (step, sql)
            for sql, values in asked
            for step in run(conn, f"EXPLAIN QUERY PLAN {sql}", values).all()
            if str(step[3]).startswith("SCAN") and "USING" not in str(step[3])
        ]

    assert asked
    assert plans == []
