"""Sends what was promised: wakes the lanes that a commit touched, and sweeps for what a lost wake-up left behind."""

import asyncio
import contextlib
import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.channel import Channel
from bot.lane import Lane
from bot.outcomes import Place, Runs, Told
from storage import outbox
from storage.cipher import Cipher
from storage.errors import WriterStopped

log = logging.getLogger(__name__)

_SWEEP_S = 3.0
_PATIENCE_S = 10.0


class Delivery:
    """Drains the outbox over all push channels; lanes without push are posted in bulk.

    Make it inside the event loop that runs it, and give `wake` to the writer as `after_commit`.

    Args:
        writer: Runs the claims and marks.
        cipher: Opens bodies and addresses.
        channels: One for each lane that pushes.
        now: The clock, aware UTC.
        on_dead: Told, within the transaction, about a row that was given up (put the duty's alert here).
        on_held: The same for a row that waits until its citizen writes.
        alone: True on SQLite: rows left claimed by an earlier process are ours.
    """

    def __init__(  # noqa: PLR0913 - wiring, named at the one place that calls it
        self,
        writer: Runs,
        cipher: Cipher,
        channels: Sequence[Channel],
        *,
        now: Callable[[], datetime],
        on_dead: Told | None = None,
        on_held: Told | None = None,
        alone: bool = True,
        sweep_s: float = _SWEEP_S,
    ) -> None:
        owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(2)}"
        place = Place(writer, cipher, now, owner, on_dead, on_held)
        self._loop = asyncio.get_running_loop()
        self._place = place
        self._lanes = {channel.lane: Lane(channel, place) for channel in channels}
        self._mailboxes = sorted(outbox.MAILBOX_LANES - self._lanes.keys())
        self._alone = alone
        self._sweep_s = sweep_s
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take back what an earlier process left behind, then deliver until `stop`."""
        if self._alone:
            left = await self._place.writer.run(outbox.reclaim_all)
            if left:
                log.warning("rows taken back", extra={"count": left})
        self._tasks = [asyncio.create_task(self._run(lane), name=f"lane {lane.name}") for lane in self._lanes.values()]
        self._tasks.append(asyncio.create_task(self._sweep(), name="outbox sweep"))

    async def stop(self) -> None:
        """Claim nothing more, and give what is on its way a moment to end."""
        for lane in self._lanes.values():
            lane.end()
        if self._tasks:
            # a claim that is just being made must come back, or its rows would wait for their lease to end
            if self._tasks[:-1]:
                await asyncio.wait(self._tasks[:-1], timeout=_PATIENCE_S)
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        await asyncio.gather(*(lane.close(patience_s=_PATIENCE_S) for lane in self._lanes.values()))

    def wake(self, lanes: frozenset[str]) -> None:
        """Wake the lanes that a commit touched; from any thread."""
        mine = [lane.woken for name, lane in self._lanes.items() if name in lanes]
        if mine:
            # at shutdown the loop may be gone already; the rows wait for the next start
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(_set_all, mine)

    async def drain(self) -> None:
        """Send everything that is due now and come back: for the terminal and tests, instead of `start`."""
        await self._post()
        for lane in self._lanes.values():
            while await lane.take():
                await lane.settle()

    async def _run(self, lane: Lane) -> None:
        while not lane.is_ending:
            try:
                await lane.run(sweep_s=self._sweep_s)
            except WriterStopped:
                return
            except Exception as error:  # noqa: BLE001 - the database may be away for a while; delivery must outlive that
                log.warning("lane stumbled", extra={"lane": lane.name, "error": type(error).__name__})
                await asyncio.sleep(self._sweep_s)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self._sweep_s)
            try:
                now = self._place.now()
                await self._place.writer.run(partial(outbox.reap, now=now))
                await self._post()
            except WriterStopped:
                return
            except Exception as error:  # noqa: BLE001 - as above
                log.warning("sweep failed", extra={"error": type(error).__name__})

    async def _post(self) -> None:
        if self._mailboxes:
            now = self._place.now()
            await self._place.writer.run(lambda conn: outbox.post_mailboxes(conn, self._mailboxes, now))


def _set_all(events: Sequence[asyncio.Event]) -> None:
    for event in events:
        event.set()
