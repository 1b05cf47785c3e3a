"""An opened database keeps what it acknowledged, has one owner, and lends readers that cannot write."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.database import Database, is_reachable, open_database
from storage.errors import NeedsOperator

_HOLDER = (
    "import sys, pathlib, time; from storage.database import open_database; "
    "open_database(pathlib.Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 5000), ("secure_delete", 1), ("foreign_keys", 0)],
)
def test_sqlite_keeps_what_was_acknowledged(sqlite_database: Database, pragma: str, value: object) -> None:
    for engine in (sqlite_database.engine, sqlite_database._readers):
        with engine.connect() as conn:
            assert conn.execute(text(f"PRAGMA {pragma}")).scalar_one() == value


def test_postgres_keeps_what_was_acknowledged(postgres_database: Database) -> None:
    with postgres_database.engine.connect() as conn:
        assert conn.execute(text("SHOW synchronous_commit")).scalar_one() == "on"


def test_readers_cannot_write(database: Database) -> None:
    with database.reader() as conn, pytest.raises(DBAPIError):
        conn.execute(text("DELETE FROM ticket"))


def test_a_reader_sees_one_moment_while_the_writer_goes_on(database: Database) -> None:
    insert = text("INSERT INTO throttle (key, count, since) VALUES (:name, 0, 0)")
    with database.reader() as reader:
        before = reader.execute(text("SELECT count(*) FROM throttle")).scalar_one()
        with database.engine.begin() as writer:
            writer.execute(insert, {"name": "one"})
        after = reader.execute(text("SELECT count(*) FROM throttle")).scalar_one()

    assert (before, after) == (0, 0)


def test_the_file_is_for_its_owner_only(data_dir: Path) -> None:
    database = open_database(data_dir)
    database.close()

    assert database.path is not None
    assert stat.S_IMODE(database.path.stat().st_mode) == 0o600


def test_values_never_reach_error_texts(database: Database) -> None:
    with database.engine.connect() as conn, pytest.raises(DBAPIError) as caught:
        conn.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "nama saya Siti"})

    assert "Siti" not in str(caught.value)


def test_a_second_process_is_refused_and_told_whom_to_stop(data_dir: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", _HOLDER, str(data_dir)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(NeedsOperator, match=f"kill {holder.pid}"):
            open_database(data_dir)
        open_database(data_dir, owns=False).close()
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()

    open_database(data_dir).close()


def test_the_lock_names_its_holder(sqlite_database: Database, data_dir: Path) -> None:
    assert (data_dir / "hotline.lock").read_text() == str(os.getpid())


def test_the_log_is_moved_into_the_database_beside_the_writer(sqlite_database: Database) -> None:
    sizes = [0]
    with sqlite_database.engine.connect() as conn:
        # the pauses let a slow disk catch up: a log moved whole begins anew, and a commit no longer makes it grow
        while len(sizes) < 300 and (len(sizes) < 3 or sizes[-1] > sizes[-2]):
            with conn.begin():
                conn.execute(
                    text("INSERT INTO deployment (name, value) VALUES (:name, zeroblob(20000))"),
                    {"name": str(len(sizes))},
                )
            sizes.append(sqlite_database.wal_size_bytes())
            time.sleep(0.1)

    assert sizes[-1] == sizes[-2]


def test_other_databases_are_refused_with_a_word_of_help(data_dir: Path) -> None:
    with pytest.raises(NeedsOperator, match="postgresql://"):
        open_database(data_dir, url="mysql://root@localhost/hotline")


def test_an_absent_server_is_not_reachable(data_dir: Path) -> None:
    database = open_database(data_dir, url="postgresql://nobody@127.0.0.1:1/nothing")

    assert not is_reachable(database)
    with pytest.raises(OperationalError), database.reader():
        pass
    database.close()


def test_an_open_database_is_reachable(database: Database) -> None:
    assert is_reachable(database)


def test_closing_waits_for_a_reader_in_another_thread(database: Database) -> None:
    """A connection given back to a closed pool would stay open for ever."""
    reading, done = threading.Event(), threading.Event()

    def read() -> None:
        with database.reader() as conn:
            reading.set()
            conn.execute(text("SELECT 1"))
            time.sleep(0.2)
        done.set()

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait(5)
    database.close()

    assert done.wait(0.1)
    reader.join()
