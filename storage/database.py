"""Opens the database, SQLite in a folder or PostgreSQL by URL, with the settings that keep what was acknowledged."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool

from storage.checkpoint import Checkpointer
from storage.errors import NeedsOperator
from storage.lock import ProcessLock

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection, IsolationLevel
    from sqlalchemy.pool import ConnectionPoolEntry

FILE = "hotline.db"
"""The name of the SQLite file in the data folder."""
_PATIENCE_S = 2.0

# FULL: an acknowledged message must survive a power cut. A large automatic checkpoint, because the small default
# makes about every 130th commit pay for one; another thread does it instead (docs/decisions/0003).
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "wal_autocheckpoint=20000",
    "secure_delete=ON",
    "foreign_keys=OFF",
    "cache_size=-16000",
)


# SQLite's driver goes a long way round for a value that is no number and no text, unless there is an adapter for it:
# these two give back what they are given
sqlite3.register_adapter(bytes, bytes.__bytes__)
sqlite3.register_adapter(type(None), lambda nothing: nothing)


@dataclass(slots=True)
class Database:
    """An open database: the writer's engine, connections for reading, and what keeps a SQLite file healthy."""

    engine: Engine
    path: Path | None
    """The SQLite file; none on PostgreSQL."""
    _readers: Engine
    _lock: ProcessLock | None = None
    _checkpointer: Checkpointer | None = field(default=None)

    @property
    def is_sqlite(self) -> bool:
        """True for the one-process set-up."""
        return self.path is not None

    @contextmanager
    def reader(self) -> Iterator[Connection]:
        """Lend a connection that sees one moment of the data and cannot change it. Keep it short."""
        with self._readers.connect() as conn:
            yield conn

    def wal_size_bytes(self) -> int:
        """Tell how much of the write-ahead log lies beside the SQLite file; 0 on PostgreSQL."""
        wal = self.path.with_name(f"{self.path.name}-wal") if self.path else None
        return wal.stat().st_size if wal and wal.exists() else 0

    def close(self) -> None:
        """Close every connection, stop the checkpoints, let go of the lock."""
        if self._checkpointer:
            self._checkpointer.stop()
        for engine in (self._readers, self.engine):
            _wait_for_loans(engine)
            engine.dispose()
        if self._lock:
            self._lock.release()


def open_database(data_dir: Path, *, url: str = "", owns: bool = True) -> Database:
    """Open the database of a deployment.

    Args:
        data_dir: Where the SQLite file lies when `url` is empty; made when absent.
        url: A `postgresql://` address, or empty for SQLite.
        owns: True for the one process that serves; a command that only looks or writes a row beside it says False.

    Raises:
        NeedsOperator: Another process owns this SQLite file, or the address is of no database we can use.
    """
    if url:
        return _open_postgres(url)
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = ProcessLock(data_dir / "hotline.lock") if owns else None
    if lock:
        lock.take()
    path = data_dir / FILE
    if not path.exists():
        path.touch(mode=0o600)
    database = Database(_sqlite_engine(path, writes=True), path, _sqlite_engine(path, writes=False), lock)
    if owns:
        database._checkpointer = Checkpointer(path)  # noqa: SLF001 - built here
        database._checkpointer.start()  # noqa: SLF001 - built here
    return database


def _sqlite_engine(path: Path, *, writes: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 5.0, "cached_statements": 512},
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "connect")
    def prepare(connection: "DBAPIConnection", record: "ConnectionPoolEntry") -> None:
        del record
        # the driver's own habit of opening transactions late would make two writers fail instead of wait
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, *(() if writes else ("query_only=ON",))):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin_now(conn: Connection) -> None:
        conn.exec_driver_sql(begin)

    return engine


def _wait_for_loans(engine: Engine) -> None:
    """Wait for connections that another thread still uses: given back to a closed pool they would stay open."""
    until = time.monotonic() + _PATIENCE_S
    while isinstance(engine.pool, QueuePool) and engine.pool.checkedout() and time.monotonic() < until:
        time.sleep(0.005)


def _open_postgres(url: str) -> Database:
    address = make_url(url)
    if address.get_backend_name() != "postgresql":
        raise NeedsOperator("TPPO_DATABASE_URL must begin with postgresql:// (leave it empty for SQLite).")
    address = address.set(drivername="postgresql+psycopg")
    return Database(
        engine=_postgres_engine(address, "-c synchronous_commit=on", "READ COMMITTED"),
        path=None,
        _readers=_postgres_engine(address, "-c default_transaction_read_only=on", "REPEATABLE READ"),
    )


def _postgres_engine(address: URL, options: str, isolation: "IsolationLevel") -> Engine:
    engine = create_engine(
        address,
        isolation_level=isolation,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"options": options, "connect_timeout": 10, "prepare_threshold": 3},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: "DBAPIConnection", record: "ConnectionPoolEntry") -> None:
        del record
        # a group of n messages has its own statements: the driver's default would throw them out between groups
        connection.prepared_max = 500

    return engine


def is_reachable(database: Database) -> bool:
    """Ask the database for the simplest answer; false instead of an error."""
    try:
        with database.reader() as conn:
            return bool(conn.execute(text("SELECT 1")).scalar_one())
    except Exception:  # noqa: BLE001 - readiness asks whether it works, whatever is the matter
        return False
