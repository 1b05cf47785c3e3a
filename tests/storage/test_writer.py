"""The writer commits whole groups, lets nobody fail for a neighbour, and speaks only after the commit."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage import touched
from storage.database import Database
from storage.errors import QueueFull, WriterStopped
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


async def test_the_writer_outlives_a_lost_connection(postgres_database: Database) -> None:
    kill = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    with _writing(postgres_database, Groups()) as writer:
        await writer.submit("before")
        with postgres_database.reader() as conn:
            conn.execute(kill)
        results = []
        for number in range(3):
            results += await asyncio.gather(writer.submit(f"after {number}"), return_exceptions=True)

    # the first may be told that its connection broke, never that it was written when it was not
    kept = [f"after {number}" for number, result in enumerate(results) if isinstance(result, str)]
    assert _names(postgres_database) == sorted(["before", *kept])
    assert "after 2" in kept


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
