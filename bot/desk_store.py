"""What the desk works with: short looks in a thread, acts through the one writer, a cipher and a clock."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from storage.cipher import Cipher

X = TypeVar("X")


class Transactions(Protocol):
    """The part of the writer that the desk uses."""

    async def run(self, work: Callable[[Connection], X]) -> X:
        """Run `work` in one transaction and wait for its commit."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class DeskStore:
    """The hotline's memory as the desk sees it."""

    reader: Callable[[], AbstractContextManager[Connection]]
    writer: Transactions
    cipher: Cipher
    zone: tzinfo
    """The zone of the people who write: what day it is, and when it ends."""
    clock: Callable[[], datetime] = _now

    async def read(self, look: Callable[[Connection], X]) -> X:
        """Look something up without holding the event loop."""
        return await asyncio.to_thread(self._look, look)

    async def write(self, work: Callable[[Connection], X]) -> X:
        """Change something; it is durable when this returns."""
        return await self.writer.run(work)

    def _look(self, look: Callable[[Connection], X]) -> X:
        with self.reader() as conn:
            return look(conn)
