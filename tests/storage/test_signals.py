"""A commit in one process is heard in the others, and a listener that lost its line finds it again."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import signals, touched
from storage.database import Database, open_database
from storage.signals import Signals
from storage.writer import Writer


class Ears:
    """Remembers what was heard."""

    def __init__(self) -> None:
        self.heard: list[frozenset[str]] = []
        self.rang = threading.Event()

    def __call__(self, lanes: frozenset[str]) -> None:
        self.heard.append(lanes)
        self.rang.set()


@pytest.fixture
def other(postgres_url: str, data_dir: Path) -> Iterator[Database]:
    database = open_database(data_dir, url=postgres_url)
    yield database
    database.close()


@pytest.fixture
def writer(postgres_database: Database) -> Iterator[Writer[None, None]]:
    made: Writer[None, None] = Writer(postgres_database.engine, lambda conn, items: items)
    made.start()
    yield made
    made.stop()


def _touch_until_heard(writer: Writer[None, None], ears: Ears) -> None:
    for _ in range(100):
        writer.run_now(lambda conn: touched.note(conn, "whatsapp", "timers"))
        if ears.rang.wait(0.1):
            return
    raise AssertionError("nothing was heard")


def test_a_commit_is_heard_in_another_process(writer: Writer[None, None], other: Database) -> None:
    ears = Ears()
    listening = Signals(other.engine, ears)
    listening.start()
    _touch_until_heard(writer, ears)
    listening.stop()

    assert set(ears.heard) == {frozenset({"whatsapp", "timers"})}


def test_what_is_rolled_back_is_not_heard(writer: Writer[None, None], other: Database) -> None:
    ears = Ears()
    listening = Signals(other.engine, ears)
    listening.start()
    _touch_until_heard(writer, ears)
    count = len(ears.heard)
    with other.engine.connect() as conn:
        signals.announce(conn, frozenset({"sms"}))
        conn.rollback()
    writer.run_now(lambda conn: None)
    time.sleep(0.1)
    listening.stop()

    assert frozenset({"sms"}) not in ears.heard[count:]


def test_a_lost_line_is_found_again(
    writer: Writer[None, None], other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signals, "_RECONNECT_S", 0.05)
    ears = Ears()
    listening = Signals(other.engine, ears)
    listening.start()
    _touch_until_heard(writer, ears)
    with other.reader() as conn:
        conn.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN hotline'"))
    time.sleep(0.2)
    ears.rang.clear()
    _touch_until_heard(writer, ears)
    listening.stop()


def test_sqlite_needs_no_signals(sqlite_database: Database) -> None:
    with sqlite_database.engine.begin() as conn:
        signals.announce(conn, frozenset({"whatsapp"}))
