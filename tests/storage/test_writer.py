"""The writer commits whole groups, lets nobody fail for a neighbour, and speaks only after the commit."""

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage import touched
from storage.database import Database, open_database
from storage.errors import CannotBegin, CommitUncertain, QueueFull, WriterStopped
from storage.shelf import run
from storage.writer import Writer


class BadItem(Exception):  # noqa: N818 - the name is the sentence
    """Raised by a group that holds a bad item."""


class Groups:
    """Inserts each item as a row and remembers the groups it was given."""

    def __init__(self) -> None:
        self.seen: list[list[str]] = []
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, conn: Connection, items: list[str]) -> list[str]:
        self.gate.wait(10)
        self.seen.append(list(items))
        for item in items:
            _insert(conn, item)
            if item.startswith("bad"):
                raise BadItem
        return [f"kept {item}" for item in items]


def _insert(conn: Connection, name: str) -> None:
    run(conn, "INSERT INTO deployment (name, value) VALUES (?, ?)", (name, b""))


def _names(database: Database) -> list[str]:
    with database.reader() as conn:
        return sorted(row[0] for row in conn.execute(text("SELECT name FROM deployment")))


@contextmanager
def _writing(database: Database, groups: Groups, **settings: object) -> Iterator[Writer[str, str]]:
    writer: Writer[str, str] = Writer(database.engine, groups, **settings)
    writer.start()
    try:
        yield writer
    finally:
        groups.gate.set()
        writer.stop()


async def _queued(writer: Writer[str, str], groups: Groups, *names: str) -> list[str | BaseException]:
    """Submit items so that the first is being written while the others wait together."""
    groups.gate.clear()
    tasks = [asyncio.create_task(writer.submit(name)) for name in names[:1]]
    await asyncio.sleep(0.05)
    tasks += [asyncio.create_task(writer.submit(name)) for name in names[1:]]
    await asyncio.sleep(0.05)
    groups.gate.set()
    return list(await asyncio.gather(*tasks, return_exceptions=True))


async def test_what_waits_together_is_written_together(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups) as writer:
        results = await _queued(writer, groups, "a", "b", "c", "d")

    assert results == ["kept a", "kept b", "kept c", "kept d"]
    assert groups.seen == [["a"], ["b", "c", "d"]]
    assert _names(database) == ["a", "b", "c", "d"]


async def test_as_many_as_came_together_last_time_are_waited_for(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups, gathering_s=10.0) as writer:
        await _queued(writer, groups, "a", "b", "c", "d")
        first = asyncio.create_task(writer.submit("e"))
        await asyncio.sleep(0.05)
        results = await asyncio.gather(first, writer.submit("f"), writer.submit("g"))

    assert results == ["kept e", "kept f", "kept g"]
    assert groups.seen[2:] == [["e", "f", "g"]]


async def test_after_a_lone_message_nobody_is_waited_for(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups, gathering_s=10.0) as writer:
        for name in ("a", "b"):
            await asyncio.wait_for(writer.submit(name), 5)

    assert groups.seen == [["a"], ["b"]]


async def test_a_group_is_never_larger_than_its_limit(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups, group_limit=2) as writer:
        await _queued(writer, groups, "a", "b", "c", "d")

    assert groups.seen == [["a"], ["b", "c"], ["d"]]


async def test_one_bad_item_fails_alone(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups) as writer:
        results = await _queued(writer, groups, "a", "b", "bad", "c")

    assert [type(result) for result in results] == [str, str, BadItem, str]
    assert _names(database) == ["a", "b", "c"]


async def test_a_row_the_database_refuses_fails_alone(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups) as writer:
        await writer.submit("there")
        results = await _queued(writer, groups, "a", "b", "there", "c")

    assert [isinstance(result, DBAPIError) for result in results] == [False, False, True, False]
    assert _names(database) == ["a", "b", "c", "there"]


async def test_functions_run_between_items_in_order_of_arrival(database: Database) -> None:
    groups = Groups()
    seen: list[list[str]] = []

    def look(conn: Connection) -> int:
        names = sorted(str(row[0]) for row in run(conn, "SELECT name FROM deployment"))
        seen.append(names)
        return len(names)

    with _writing(database, groups) as writer:
        groups.gate.clear()
        first = asyncio.create_task(writer.submit("a"))
        await asyncio.sleep(0.05)
        rest = [
            asyncio.create_task(work)
            for work in (writer.submit("b"), writer.run(look), writer.submit("c"), writer.run(look))
        ]
        await asyncio.sleep(0.05)
        groups.gate.set()
        results = await asyncio.gather(first, *rest)

    assert results == ["kept a", "kept b", 2, "kept c", 3]
    assert seen == [["a", "b"], ["a", "b", "c"]]


async def test_a_function_that_fails_takes_nobody_with_it(database: Database) -> None:
    groups = Groups()

    def fail(conn: Connection) -> None:
        _insert(conn, "half done")
        raise BadItem

    with _writing(database, groups) as writer:
        groups.gate.clear()
        tasks = [asyncio.create_task(writer.submit("a"))]
        await asyncio.sleep(0.05)
        tasks += [asyncio.create_task(work) for work in (writer.submit("b"), writer.run(fail), writer.submit("c"))]
        await asyncio.sleep(0.05)
        groups.gate.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(result) for result in results] == [str, str, BadItem, str]
    assert _names(database) == ["a", "b", "c"]


async def test_nobody_hears_before_the_commit(database: Database) -> None:
    """Whoever was answered can already be seen by others."""
    with _writing(database, Groups()) as writer:
        for number in range(30):
            await writer.submit(f"n{number:02}")

            assert f"n{number:02}" in _names(database)


async def test_too_much_waiting_is_refused_at_once(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups, queue_limit=3) as writer:
        groups.gate.clear()
        tasks = [asyncio.create_task(writer.submit("first"))]
        await asyncio.sleep(0.05)
        tasks += [asyncio.create_task(writer.submit(f"n{number}")) for number in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(QueueFull):
            await writer.submit("one too many")
        groups.gate.set()
        await asyncio.gather(*tasks)

    assert "one too many" not in _names(database)


async def test_stopping_finishes_what_waits_and_refuses_the_rest(database: Database) -> None:
    groups = Groups()
    writer: Writer[str, str] = Writer(database.engine, groups)
    writer.start()
    groups.gate.clear()
    tasks = [asyncio.create_task(writer.submit(name)) for name in "abc"]
    await asyncio.sleep(0.05)
    groups.gate.set()
    await asyncio.to_thread(writer.stop)

    assert await asyncio.gather(*tasks) == ["kept a", "kept b", "kept c"]
    with pytest.raises(WriterStopped):
        await writer.submit("late")
    with pytest.raises(WriterStopped):
        writer.run_now(lambda conn: None)


async def test_the_lanes_of_a_commit_are_told_after_it(database: Database) -> None:
    told: list[tuple[frozenset[str], list[str]]] = []

    def touch(conn: Connection) -> None:
        _insert(conn, "row")
        touched.note(conn, "whatsapp", "telegram")

    def fail(conn: Connection) -> None:
        touched.note(conn, "sms")
        raise BadItem

    after = lambda lanes: told.append((lanes, _names(database)))  # noqa: E731 - one line says it
    with _writing(database, Groups(), after_commit=after) as writer:
        await writer.run(touch)
        await writer.submit("quiet")
        with pytest.raises(BadItem):
            await writer.run(fail)

    assert told == [(frozenset({"whatsapp", "telegram"}), ["row"])]


def test_commands_without_an_event_loop_write_too(database: Database) -> None:
    with _writing(database, Groups()) as writer:
        assert writer.submit_now("a") == "kept a"
        assert writer.run_now(lambda conn: run(conn, "SELECT count(*) FROM deployment").scalar()) == 1
        with pytest.raises(BadItem):
            writer.submit_now("bad")


async def test_waiters_that_left_disturb_nobody(database: Database) -> None:
    groups = Groups()
    with _writing(database, groups) as writer:
        groups.gate.clear()
        gone = asyncio.create_task(writer.submit("gone"))
        stays = asyncio.create_task(writer.submit("stays"))
        await asyncio.sleep(0.05)
        gone.cancel()
        groups.gate.set()

        assert await stays == "kept stays"
    assert _names(database) == ["gone", "stays"]


def _cut(database: Database, pid: object = None) -> None:
    """End every other connection to the PostgreSQL database, or the one with this process id."""
    query = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND (:pid = 0 OR pid = :pid)"
    )
    with database.reader() as conn:
        conn.execute(text(query), {"pid": pid or 0})


async def test_the_writer_outlives_a_lost_connection(postgres_database: Database) -> None:
    with _writing(postgres_database, Groups()) as writer:
        await writer.submit("before")
        _cut(postgres_database)

        assert await writer.submit("after") == "kept after"
    assert _names(postgres_database) == ["after", "before"]


async def test_a_connection_lost_in_the_commit_is_not_played_again(postgres_database: Database) -> None:
    """It may have been written; only whoever asked can know whether doing it twice is harmless."""
    runs: list[int] = []

    def cut_own_line(conn: Connection) -> None:
        runs.append(1)
        _insert(conn, "maybe")
        pid = run(conn, "SELECT pg_backend_pid()").scalar()
        _cut(postgres_database, pid)

    with _writing(postgres_database, Groups()) as writer:
        with pytest.raises(CommitUncertain):
            await writer.run(cut_own_line)

        assert await writer.submit("after") == "kept after"
    assert runs == [1]


async def test_a_dead_lock_with_another_replica_is_played_again(postgres_database: Database) -> None:
    with postgres_database.engine.begin() as conn:
        _insert(conn, "a")
        _insert(conn, "b")
    lock = "SELECT name FROM deployment WHERE name = ? FOR UPDATE"
    runs: list[int] = []
    mine, theirs = threading.Event(), threading.Event()

    def work(conn: Connection) -> str:
        runs.append(1)
        if len(runs) > 1:
            replica.join(10)  # or the second try could meet it once more
        run(conn, "SET LOCAL deadlock_timeout = '50ms'")
        run(conn, lock, ("a",))
        mine.set()
        theirs.wait(5)
        run(conn, lock, ("b",))
        return "done"

    def other() -> None:
        with postgres_database.engine.begin() as conn:
            run(conn, "SET LOCAL deadlock_timeout = '10s'")
            run(conn, lock, ("b",))
            theirs.set()
            mine.wait(5)
            run(conn, lock, ("a",))

    replica = threading.Thread(target=other)
    replica.start()
    with _writing(postgres_database, Groups()) as writer:
        assert await writer.run(work) == "done"
    replica.join()
    assert runs == [1, 1]


async def test_a_database_that_another_process_holds_refuses_all_at_once(sqlite_database: Database) -> None:
    """Nobody waits behind the others, each for the whole time-out again, and work goes on when it is free."""
    stranger = sqlite3.connect(sqlite_database.path, isolation_level=None)
    groups = Groups()
    with _writing(sqlite_database, groups) as writer:
        await writer.submit("before")
        await writer.run(lambda conn: run(conn, "PRAGMA busy_timeout=50") and None)
        stranger.execute("BEGIN IMMEDIATE")
        results = await _queued(writer, groups, "a", "b", "c", "d")
        stranger.execute("ROLLBACK")
        stranger.close()

        assert [type(result) for result in results] == [CannotBegin] * 4
        assert await writer.submit("after") == "kept after"
    assert _names(sqlite_database) == ["after", "before"]


async def test_a_server_that_is_away_refuses_all_at_once(postgres_database: Database, data_dir: Path) -> None:
    away = open_database(data_dir, url="postgresql://nobody@127.0.0.1:1/nothing")
    groups = Groups()
    with _writing(away, groups) as writer:
        results = await asyncio.gather(*(writer.submit(name) for name in "abc"), return_exceptions=True)

        assert [type(result) for result in results] == [CannotBegin] * 3
        assert writer.is_alive
    away.close()


async def test_a_full_disk_refuses_and_the_writer_goes_on_when_there_is_room(sqlite_database: Database) -> None:
    groups = Groups()

    def fill(conn: Connection) -> None:
        run(conn, "INSERT INTO deployment (name, value) VALUES ('much', zeroblob(3000000))")

    with _writing(sqlite_database, groups) as writer:
        await writer.submit("before")
        pages = await writer.run(lambda conn: run(conn, "PRAGMA page_count").scalar())
        await writer.run(lambda conn: run(conn, f"PRAGMA max_page_count={pages}") and None)
        with pytest.raises(DBAPIError, match="full"):
            await writer.run(fill)
        await writer.run(lambda conn: run(conn, "PRAGMA max_page_count=1000000") and None)

        assert await writer.submit("after") == "kept after"
    assert _names(sqlite_database) == ["after", "before"]


async def test_nothing_a_work_raises_ends_the_writer(database: Database) -> None:
    def leave(conn: Connection) -> None:
        raise SystemExit

    with _writing(database, Groups()) as writer:
        with pytest.raises(SystemExit):
            writer.run_now(leave)

        assert await writer.submit("after") == "kept after"


def test_many_threads_of_commands_write_every_item_once(database: Database) -> None:
    with _writing(database, Groups()) as writer:
        threads = [
            threading.Thread(target=lambda own=own: [writer.submit_now(f"{own}-{n}") for n in range(20)])
            for own in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(_names(database)) == 160
