"""The bell of the duty desk: rung after a commit, heard by every open page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

# a page that hears nothing for this long gets a sign of life, so that proxies keep the line open
KEEP_ALIVE_S = 20.0
# how soon a ring of another process is noticed (PostgreSQL, several replicas)
PULSE_S = 4.0


@dataclass(eq=False, slots=True)
class Listener:
    """One open page. `wait` returns True when the bell rang, False when nothing happened for a while."""

    _loop: asyncio.AbstractEventLoop
    _rung: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    async def wait(self, at_most_s: float = KEEP_ALIVE_S) -> bool:
        """Sleep until the bell rings; rings that came meanwhile count once."""
        try:
            async with asyncio.timeout(at_most_s):
                await self._rung.wait()
        except TimeoutError:
            return False
        self._rung.clear()
        return True

    def wake(self) -> None:
        """Wake the page, from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._rung.set)

    def end(self) -> None:
        """Tell the page that the desk closes."""
        self.closed = True
        self.wake()


class Bell:
    """A broadcast without content: "something changed, look again"."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._closed = False

    @property
    def listeners(self) -> int:
        """How many pages listen now."""
        return len(self._listeners)

    def ring(self) -> None:
        """Wake every listener. Call it after the commit; safe from any thread, cheap with nobody listening."""
        for listener in tuple(self._listeners):
            listener.wake()

    def close(self) -> None:
        """End every open line, so that the server can stop without waiting for them."""
        self._closed = True
        for listener in tuple(self._listeners):
            listener.end()

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[Listener]:
        """Hear the bell as long as the block lasts."""
        listener = Listener(asyncio.get_running_loop())
        listener.closed = self._closed
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)


async def watch(bell: Bell, pulse: Callable[[], Awaitable[str]], *, every_s: float = PULSE_S) -> None:
    """Ring when `pulse` changes: what another process committed. Asks nothing while nobody listens."""
    last: str | None = None
    while True:
        await asyncio.sleep(every_s)
        if not bell.listeners:
            last = None
            continue
        now = await pulse()
        if last is not None and now != last:
            bell.ring()
        last = now
