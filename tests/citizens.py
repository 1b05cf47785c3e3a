"""People who write to a running hotline, each from an address of their own, on a clock that is moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.hotline import Hotline, Parts, running
from bot.inbound import Inbound
from bot.rehearsal import MovableClock
from bot.rules import Rules
from flows.said import Said
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.shelf import run

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class Citizens:
    """People who write to a running hotline, each from an address of their own."""

    def __init__(self, hotline: Hotline, clock: MovableClock) -> None:
        self.hotline = hotline
        self.clock = clock
        self._sent = 0

    async def say(self, address: str, *texts: str) -> list[str]:
        """Send messages and give the answers to the last one."""
        after = 0
        for text in texts:
            known = await self.hotline.mailbox("web", address)
            after = max((letter.id for letter in known), default=0)
            self._sent += 1
            self.clock.move(timedelta(seconds=5))
            await self.hotline.take_in(Inbound("web", f"m{self._sent}", address, Said(text=text), self.clock()))
        letters = await self.hotline.mailbox("web", address, after=after)
        return [letter.text for letter in letters if letter.speaker != "citizen"]

    async def heard(self, address: str) -> list[str]:
        """Give everything that the hotline ever said there."""
        letters = await self.hotline.mailbox("web", address)
        return [letter.text for letter in letters if letter.speaker != "citizen"]

    async def count(self, sql: str) -> int:
        """Count with a query of ours."""
        return await self.hotline.desk_store.read(lambda conn: int(str(run(conn, sql).scalar_one())))


@asynccontextmanager
async def citizens_of(database: Database, cipher: Cipher, folder: Path) -> AsyncIterator[Citizens]:
    """Run a hotline with a clock that moves by hand."""
    clock = MovableClock(NOW)
    parts = Parts(database, cipher, EvidenceFolder(folder / "evidence", cipher), Rules(), clock=clock)
    async with running(parts) as hotline:
        await hotline.clockwork.stop()
        yield Citizens(hotline, clock)
