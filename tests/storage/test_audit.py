"""Whoever changes, drops, swaps or adds an audit row behind our back is found out, and the row is named."""

import threading
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from sqlalchemy import text

from storage import audit
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.keys import Keys

_NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def _fill(database: Database, cipher: Cipher, count: int = 6) -> list[int]:
    with database.engine.begin() as conn:
        for number in range(0, count, 2):
            audit.append(
                conn,
                cipher,
                [audit.entry("officer:1", "viewed", f"ticket:{n}", "", _NOW) for n in (number, number + 1)],
            )
        return [row[0] for row in conn.execute(text("SELECT id FROM audit ORDER BY id"))]


def _verify(database: Database, cipher: Cipher) -> int | None:
    with database.reader() as conn:
        return audit.verify(conn, cipher)


def test_an_untouched_chain_holds(database: Database, cipher: Cipher) -> None:
    assert _verify(database, cipher) is None
    ids = _fill(database, cipher)

    assert _verify(database, cipher) is None
    with database.reader() as conn:
        assert audit.head(conn)[0] == ids[-1]


@pytest.mark.parametrize(
    "change",
    ["actor = 'officer:2'", "action = 'replied'", "subject = 'ticket:9'", "detail = 'x'", "at = at + 1"],
)
def test_a_changed_row_is_named(database: Database, cipher: Cipher, change: str) -> None:
    ids = _fill(database, cipher)
    with database.engine.begin() as conn:
        conn.execute(text(f"UPDATE audit SET {change} WHERE id = :id"), {"id": ids[2]})

    assert _verify(database, cipher) == ids[2]


@pytest.mark.parametrize("place", [0, 3])
def test_a_dropped_row_is_noticed_at_the_next_one(database: Database, cipher: Cipher, place: int) -> None:
    ids = _fill(database, cipher)
    with database.engine.begin() as conn:
        conn.execute(text("DELETE FROM audit WHERE id = :id"), {"id": ids[place]})

    assert _verify(database, cipher) == ids[place + 1]


@pytest.mark.parametrize("kept", [0, 4])
def test_newest_rows_cut_off_are_noticed(database: Database, cipher: Cipher, kept: int) -> None:
    ids = _fill(database, cipher)
    with database.engine.begin() as conn:
        conn.execute(text("DELETE FROM audit WHERE id >= :id"), {"id": ids[kept]})

    assert _verify(database, cipher) == ids[-1]


def test_two_rows_that_change_places_are_noticed(database: Database, cipher: Cipher) -> None:
    ids = _fill(database, cipher)
    with database.engine.begin() as conn:
        for old, new in ((ids[1], -1), (ids[2], ids[1]), (-1, ids[2])):
            conn.execute(text("UPDATE audit SET id = :new WHERE id = :old"), {"old": old, "new": new})

    assert _verify(database, cipher) == ids[1]


def test_a_row_added_without_the_key_is_noticed(database: Database, cipher: Cipher) -> None:
    _fill(database, cipher)
    forger = Cipher(Keys(service={1: b"x" * 32}, lookup=b"x" * 32, receipt=b"x" * 32, audit=b"x" * 32))
    with database.engine.begin() as conn:
        audit.append(conn, forger, [audit.entry("officer:1", "closed", "ticket:1", "", _NOW)])
        forged = audit.head(conn)[0]

    assert _verify(database, cipher) == forged


def test_two_replicas_write_one_chain(
    postgres_database: Database, postgres_url: str, data_dir: Path, cipher: Cipher
) -> None:
    other = open_database(data_dir, url=postgres_url)

    together = threading.Barrier(2)

    def write(database: Database) -> None:
        together.wait(10)
        for number in range(40):
            with database.engine.begin() as conn:
                audit.append(conn, cipher, [audit.entry("hotline", "filed", f"ticket:{number}", "", _NOW)])

    replicas = [threading.Thread(target=write, args=(one,)) for one in (postgres_database, other)]
    for replica in replicas:
        replica.start()
    for replica in replicas:
        replica.join()
    other.close()

    with postgres_database.reader() as conn:
        assert conn.execute(text("SELECT count(*) FROM audit")).scalar_one() == 80
    assert _verify(postgres_database, cipher) is None


@pytest.mark.slow
@pytest.mark.xdist_group("load")
def test_checking_a_hundred_thousand_rows_costs_about_as_much_as_writing(
    sqlite_database: Database, cipher: Cipher
) -> None:
    began = process_time()
    with sqlite_database.engine.begin() as conn:
        for _ in range(100):
            audit.append(conn, cipher, [audit.entry("officer:1", "viewed", "ticket:1", "", _NOW)] * 1000)
    written = process_time()

    assert _verify(sqlite_database, cipher) is None
    assert process_time() - written < 3 * (written - began)
