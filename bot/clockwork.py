"""Fires what is due: each timer in one transaction that marks it and does its work."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.outcomes import Runs
from storage import timers, touched
from storage.errors import WriterStopped
from storage.timers import DueTimer

log = logging.getLogger(__name__)

_SWEEP_S = 3.0
_MOST_PER_ROUND = 1000

Handler = Callable[[Connection, DueTimer, datetime], Callable[[], None] | None]
"""Does a timer's work in the transaction that fires it; what it raises undoes both.

What it gives back is called in the event loop once the commit is made: anything begun sooner would look for rows that
nobody else can see yet.
"""


class UnknownTimer(Exception):  # noqa: N818 - the name is the sentence
    """No handler is known for this kind of timer."""


class Clockwork:
    """Fires due timers through a handler for each kind.

    Args:
        writer: Runs each firing.
        handlers: By kind. A handler that raises is tried again 2, 4, 8 ... seconds later, five times in all.
        now: The clock, aware UTC.
        on_failed: Told, in a transaction, about a timer that was given up.
    """

    def __init__(
        self,
        writer: Runs,
        handlers: Mapping[str, Handler],
        *,
        now: Callable[[], datetime],
        on_failed: Handler | None = None,
        sweep_s: float = _SWEEP_S,
    ) -> None:
        self._writer = writer
        self._handlers = handlers
        self._now = now
        self._on_failed = on_failed
        self._sweep_s = sweep_s
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Fire whatever is due from now on, until `stop`."""
        self._task = asyncio.create_task(self._run(), name="clockwork")

    async def stop(self) -> None:
        """Fire nothing more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def wake(self, lanes: frozenset[str]) -> None:
        """Look again when a commit has set a timer; from any thread."""
        if touched.TIMERS in lanes:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._woken.set)

    async def fire_due(self) -> int:
        """Fire everything that is due now, earliest first, and give how many there were."""
        fired = 0
        # a handler that sets its own timer in the past must not keep us here for ever
        while fired < _MOST_PER_ROUND and await self._fire_one():
            fired += 1
        return fired

    async def _fire_one(self) -> bool:
        now = self._now()
        seen: list[DueTimer] = []
        try:
            fired, afterwards = await self._writer.run(lambda conn: self._fire(conn, now, seen))
        except WriterStopped:
            raise
        except Exception as error:
            if not seen:
                raise
            timer = seen[-1]
            log.warning("timer failed", extra={"timer": timer.id, "kind": timer.kind, "error": type(error).__name__})
            await self._writer.run(lambda conn: self._stand_aside(conn, timer, now))
            return True
        if afterwards is not None:
            afterwards()
        return fired

    def _fire(self, conn: Connection, now: datetime, seen: list[DueTimer]) -> tuple[bool, Callable[[], None] | None]:
        timer = timers.take_due(conn, now)
        if timer is None:
            return False, None
        seen.append(timer)
        handler = self._handlers.get(timer.kind)
        if handler is None:
            raise UnknownTimer(timer.kind)
        return True, handler(conn, timer, now)

    def _stand_aside(self, conn: Connection, timer: DueTimer, now: datetime) -> None:
        if not timers.postpone(conn, timer, now) and self._on_failed is not None:
            self._on_failed(conn, timer, now)

    async def _run(self) -> None:
        while True:
            self._woken.clear()
            try:
                await self.fire_due()
                due = await self._writer.run(timers.next_due)
            except WriterStopped:
                return
            except Exception as error:  # noqa: BLE001 - the database may be away for a while; timers must outlive that
                log.warning("clockwork stumbled", extra={"error": type(error).__name__})
                due = None
            await self._wait(due)

    async def _wait(self, due: datetime | None) -> None:
        wait_s = self._sweep_s
        if due is not None:
            wait_s = min(wait_s, max((due - self._now()).total_seconds(), 0.001))
        try:
            async with asyncio.timeout(wait_s):
                await self._woken.wait()
        except TimeoutError:
            return
