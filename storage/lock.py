"""Keeps a second process away from a SQLite deployment: its start-up recovery assumes that nobody else sends."""

import fcntl
import os
from pathlib import Path

from storage.errors import NeedsOperator


class ProcessLock:
    """A file that one process holds; the kernel lets go of it when that process dies, however it dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1

    def take(self) -> None:
        """Take the lock.

        Raises:
            NeedsOperator: Another process holds it; the text names its pid.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 32).decode(errors="replace").strip() or "unknown"
            os.close(descriptor)
            raise NeedsOperator(
                f"Another hotline process (pid {holder}) already uses {self._path.parent}. "
                f"Stop it first (kill {holder}), or give this one another TPPO_DATA_DIR."
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go of the lock; the file stays."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
