"""Work that waits for the writer, and how whoever handed it in hears of its end."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


class Entry(Generic[T]):
    """One piece of waiting work: an item of a group, or a function of its own."""

    __slots__ = ("error", "future", "item", "loop", "result", "work")

    def __init__(
        self,
        item: T | None,
        work: Callable[[Connection], object] | None,
        loop: asyncio.AbstractEventLoop | None,
        future: "asyncio.Future[object] | Future[object]",
    ) -> None:
        self.item = item
        self.work = work
        self.loop = loop
        self.future = future
        self.result: object = None
        self.error: BaseException | None = None

    def settle(self) -> None:
        """Give the result to whoever waits; on the waiter's own loop where it has one."""
        future = self.future
        if future.done():
            return
        if self.error is not None:
            future.set_exception(self.error)
        else:
            future.set_result(self.result)


def parts(group: list[Entry[T]]) -> list[list[Entry[T]]]:
    """Cut a group into runs of neighbouring items, and single functions."""
    parts: list[list[Entry[T]]] = []
    for entry in group:
        if entry.work is None and parts and parts[-1][0].work is None:
            parts[-1].append(entry)
        else:
            parts.append([entry])
    return parts


def tell(group: list[Entry[T]]) -> None:
    """Wake everybody who waits: one call for each event loop, whatever the size of the group."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Entry[T]]] = {}
    for entry in group:
        if entry.loop is None:
            entry.settle()
        else:
            by_loop.setdefault(entry.loop, []).append(entry)
    for loop, entries in by_loop.items():
        # a loop that was closed meanwhile has nobody left who waits
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(_settle_all, entries)


def _settle_all(entries: list[Entry[T]]) -> None:
    for entry in entries:
        entry.settle()
