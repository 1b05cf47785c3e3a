"""The one thread that writes: it takes whatever waits and commits it as one transaction, then tells everybody."""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar, cast

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError

from storage import touched
from storage.errors import CannotBegin, CommitUncertain, QueueFull, WriterStopped
from storage.signals import announce
from storage.waiting import Entry, parts, tell

log = logging.getLogger(__name__)

_TRIES = 3
_PASSING = frozenset({"40001", "40P01"})  # PostgreSQL's serialization failure and dead-lock

T = TypeVar("T")
R = TypeVar("R")
X = TypeVar("X")


class Writer(Generic[T, R]):
    """Group commit.

    Whatever waits when the last commit is done (at most `group_limit`) becomes one transaction: neighbouring items
    go to `on_group` together, functions given to `run` stand between them in order of arrival. An error rolls
    everything back and replays it piece by piece, so `on_group` and `work` may run twice: they must change nothing
    but the database. Waiters hear only after the commit.

    Args:
        engine: Where to write.
        on_group: Gives one result an item, in order.
        group_limit: Most entries of one transaction.
        queue_limit: Most items that may wait before `submit` refuses.
        gathering_s: How long the next group waits for as many as the last one had; what comes alone never waits.
        after_commit: Told in the writer's thread which lanes were touched; must be quick and thread-safe.
    """

    def __init__(  # noqa: PLR0913 - its limits, each by name
        self,
        engine: Engine,
        on_group: Callable[[Connection, list[T]], list[R]],
        *,
        group_limit: int = 64,
        queue_limit: int = 5000,
        gathering_s: float = 0.001,
        after_commit: Callable[[frozenset[str]], None] | None = None,
    ) -> None:
        self._engine = engine
        self._on_group = on_group
        self._group_limit = group_limit
        self._queue_limit = queue_limit
        self._gathering_s = gathering_s
        self.after_commit = after_commit
        # one commit for all on SQLite, where it is the dearest part; on PostgreSQL each part its own, or two
        # replicas could lock the same rows in different order
        self._rides_together = engine.dialect.name == "sqlite"
        self._waiting: SimpleQueue[Entry[T] | None] = SimpleQueue()
        self._connection: Connection | None = None
        self._lately = 1
        self._accepting = False
        self._thread = threading.Thread(target=self._loop, name="writer", daemon=True)
        self._gate = threading.Lock()

    def start(self) -> None:
        """Begin to take work; call once."""
        self._accepting = True
        self._thread.start()

    def stop(self) -> None:
        """Finish what waits, then end. Later work is refused."""
        with self._gate:
            if not self._accepting:
                return
            self._accepting = False
            self._waiting.put(None)
        self._thread.join()

    @property
    def waiting(self) -> int:
        """How many entries wait now."""
        return self._waiting.qsize()

    @property
    def is_alive(self) -> bool:
        """True while work is taken and done."""
        return self._accepting and self._thread.is_alive()

    async def submit(self, item: T) -> R:
        """Hand in one item of a group and wait for its commit.

        Raises:
            QueueFull: Too much waits already; nothing was taken.
            CannotBegin: The database is away; nothing was taken.
            CommitUncertain: Nobody knows; hand it in again.
            WriterStopped: The writer has ended.
        """
        self._refuse_when_full()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[object] = loop.create_future()
        self._put(Entry(item, None, loop, future))
        return cast("R", await future)

    async def run(self, work: Callable[[Connection], X]) -> X:
        """Run `work` in the writer's thread and wait for its commit; it may run again after a neighbour's error."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[object] = loop.create_future()
        self._put(Entry[T](None, work, loop, future))
        return cast("X", await future)

    def submit_now(self, item: T) -> R:
        """Do as `submit`, for callers without an event loop."""
        self._refuse_when_full()
        future: Future[object] = Future()
        self._put(Entry(item, None, None, future))
        return cast("R", future.result())

    def run_now(self, work: Callable[[Connection], X]) -> X:
        """Do as `run`, for callers without an event loop."""
        future: Future[object] = Future()
        self._put(Entry[T](None, work, None, future))
        return cast("X", future.result())

    def _refuse_when_full(self) -> None:
        if self._waiting.qsize() >= self._queue_limit:
            raise QueueFull

    def _put(self, entry: Entry[T]) -> None:
        # the lock keeps an entry from slipping in behind the end mark, where nobody would answer it
        with self._gate:
            if not self._accepting:
                raise WriterStopped
            self._waiting.put(entry)

    # --- the writer's thread ---

    def _loop(self) -> None:
        while True:
            entry = self._waiting.get()
            if entry is None:
                break
            group, is_last = self._gather(entry)
            for part in [group] if self._rides_together else parts(group):
                self._commit_or_replay(part)
            if is_last:
                break
        self._disconnect()

    def _gather(self, first: Entry[T]) -> tuple[list[Entry[T]], bool]:
        # senders answered together write again together: begun at once with the first of them, every second group
        # would be that one message alone
        group = [first]
        until = time.monotonic() + self._gathering_s
        while len(group) < self._group_limit:
            patience_s = until - time.monotonic() if len(group) < self._lately else 0.0
            try:
                entry = self._waiting.get(timeout=patience_s) if patience_s > 0 else self._waiting.get_nowait()
            except Empty:
                break
            if entry is None:
                return group, True
            group.append(entry)
        self._lately = len(group)
        return group, False

    def _commit_or_replay(self, group: list[Entry[T]]) -> None:
        lanes: frozenset[str] = frozenset()
        try:
            lanes = self._transact(group) if len(group) > 1 else self._persist(group)
        except (CommitUncertain, CannotBegin) as error:
            # played again, the first could be done twice, the second would let each wait as long as all have waited
            for entry in group:
                entry.error = error
        except BaseException as error:  # noqa: BLE001 - any failure of one must not refuse its neighbours, nor end the thread
            if len(group) > 1:
                log.warning("group replayed", extra={"size": len(group), "error": type(error).__name__})
                self._replay(group)
                return
            group[0].error = error
        if lanes and self.after_commit:
            self.after_commit(lanes)
        tell(group)

    def _replay(self, group: list[Entry[T]]) -> None:
        for place, entry in enumerate(group):
            self._commit_or_replay([entry])
            if isinstance(entry.error, CannotBegin):
                for later in group[place + 1 :]:
                    later.error = entry.error
                tell(group[place + 1 :])
                return

    def _persist(self, group: list[Entry[T]]) -> frozenset[str]:
        """Try again what failed for a reason that passes: another replica's locks, or a connection that was gone."""
        for _ in range(_TRIES - 1):
            try:
                return self._transact(group)
            except DBAPIError as error:
                if not (error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _PASSING):
                    raise
        return self._transact(group)

    def _transact(self, group: list[Entry[T]]) -> frozenset[str]:
        conn, transaction = self._begun()
        touched.take(conn)
        is_committing = False
        try:
            with transaction:
                for part in parts(group):
                    self._do(conn, part)
                lanes = touched.take(conn)
                announce(conn, lanes)
                is_committing = True
        except BaseException as error:
            if conn.invalidated:
                self._disconnect()
                if is_committing:
                    raise CommitUncertain from error
            raise
        return lanes

    def _do(self, conn: Connection, part: Sequence[Entry[T]]) -> None:
        work = part[0].work
        if work is not None:
            part[0].result = work(conn)
            return
        results = self._on_group(conn, [cast("T", entry.item) for entry in part])
        for entry, result in zip(part, results, strict=True):
            entry.result = result

    def _begun(self) -> tuple[Connection, RootTransaction]:
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            return self._connection, self._connection.begin()
        except DBAPIError as error:
            self._disconnect()
            raise CannotBegin from error

    def _disconnect(self) -> None:
        if self._connection is not None:
            # a broken connection may fail once more while it is put away
            with contextlib.suppress(Exception):
                self._connection.close()
            self._connection = None
