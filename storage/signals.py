"""Carries wake-ups between the processes of one PostgreSQL: what a commit touched is heard by all of them.

A signal that is lost costs punctuality, never a message: every process sweeps as well.
"""

import contextlib
import logging
import threading
from collections.abc import Callable

import psycopg
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage.driver import run

log = logging.getLogger(__name__)

_CHANNEL = "hotline"
_LOOK_UP_S = 0.5
_RECONNECT_S = 2.0


def announce(conn: Connection, lanes: frozenset[str]) -> None:
    """Tell the other processes, at this transaction's commit, which lanes have work; nothing to do on SQLite."""
    if lanes and conn.dialect.name == "postgresql":
        run(conn, "SELECT pg_notify(?, ?)", (_CHANNEL, ",".join(sorted(lanes))))


class Signals:
    """Listens in a thread of its own.

    Args:
        engine: A PostgreSQL engine; one of its connections is kept.
        on_lanes: Told which lanes some process touched, this one included; quick and thread-safe.
    """

    def __init__(self, engine: Engine, on_lanes: Callable[[frozenset[str]], None]) -> None:
        self._engine = engine
        self._on_lanes = on_lanes
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="signals", daemon=True)

    def start(self) -> None:
        """Begin to listen; call once."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stopping.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._listen()
            except (psycopg.Error, DBAPIError) as error:
                log.warning("signals lost", extra={"error": type(error).__name__})
                self._stopping.wait(_RECONNECT_S)

    def _listen(self) -> None:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
            line = conn.connection.driver_connection
            assert isinstance(line, psycopg.Connection)
            line.execute(f"LISTEN {_CHANNEL}")
            try:
                while not self._stopping.is_set():
                    for signal in line.notifies(timeout=_LOOK_UP_S, stop_after=1):
                        self._on_lanes(frozenset(signal.payload.split(",")))
            finally:
                # the connection goes back to the pool: nobody there wants to be told
                with contextlib.suppress(psycopg.Error):
                    line.execute(f"UNLISTEN {_CHANNEL}")
