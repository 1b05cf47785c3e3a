"""Moves SQLite's write-ahead log into the database in a thread of its own, so that no message pays for it."""

import logging
import sqlite3
import threading
from pathlib import Path

log = logging.getLogger(__name__)

_EVERY_S = 1.0


class Checkpointer:
    """Runs a passive checkpoint each second; passive never makes the writer or a reader wait."""

    def __init__(self, path: Path, every_s: float = _EVERY_S) -> None:
        self._path = path
        self._every_s = every_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="checkpoint", daemon=True)

    def start(self) -> None:
        """Begin; call once."""
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for the checkpoint that may be running."""
        self._stopping.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        connection = sqlite3.connect(self._path, timeout=0.1, isolation_level=None)
        try:
            while not self._stopping.wait(self._every_s):
                try:
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                except sqlite3.Error as error:
                    log.warning("checkpoint failed", extra={"error": type(error).__name__})
        finally:
            connection.close()
