"""Holds the list that answers checks in memory, takes a new one when it is imported, and tells those who watch."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection

from bot import registry_import
from bot.desk_store import DeskStore
from bot.rules import Rules
from bot.watch_news import tell_of
from flows.matching import Registry, Verdict, check
from storage import check_marks, checks, registry, watches

log = logging.getLogger(__name__)

_LOOK_S = 15.0


class RegistryKeeper:
    """The one place that reads the list; a command or another process may import, this one notices.

    Args:
        store: The hotline's memory.
        rules: For the age from which a list answers no more.
        notice: Gives the words that tell a watcher, by language.
    """

    def __init__(self, store: DeskStore, rules: Rules, notice: Callable[[str], str]) -> None:
        self._store = store
        self._rules = rules
        self._notice = notice
        self._stamp: tuple[int, int] | None = None
        self._told_on: date | None = None
        self._current: Registry | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def current(self) -> Registry | None:
        """The list that holds now."""
        return self._current

    async def start(self) -> None:
        """Import the invented sample where there is no list, load the one that holds, and keep looking."""
        now, today = self._store.clock(), self._today()
        await self._store.write(lambda conn: registry_import.ensure_a_list(conn, self._store.cipher, on=today, now=now))
        await self.refresh()
        self._task = asyncio.create_task(self._keep_looking(), name="registry")

    async def stop(self) -> None:
        """End looking."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def refresh(self) -> None:
        """Take the newest list where there is one; indexing happens in a thread, outside every transaction."""
        stamp = await self._store.read(registry.stamp)
        is_new = stamp != self._stamp
        if is_new:
            age = self._rules.registry_max_age_days
            self._current = await self._store.read(lambda conn: registry_import.load(conn, age))
            self._stamp = stamp
        if is_new or self._told_on != self._today():
            await self._tell_watchers()
            now = self._store.clock()
            await self._store.write(lambda conn: self._forget_checks(conn, now))
            self._told_on = self._today()

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_S)
            try:
                await self.refresh()
            except Exception as error:
                # the list that is held goes on answering; the next look may do better
                log.exception("registry not refreshed", extra={"error": type(error).__name__})

    def _forget_checks(self, conn: Connection, now: datetime) -> None:
        checks.forget_old(conn, now)
        check_marks.forget_old(conn, now.astimezone(self._rules.zone).date())

    async def _tell_watchers(self) -> None:
        held, today, now = self._current, self._today(), self._store.clock()
        if held is None or not held.edition.is_fit(today):
            return  # a list that cannot answer is no news of a company
        everyone = await self._store.read(lambda conn: watches.everyone(conn, self._store.cipher))
        unfit = Verdict.REGISTRY_UNFIT.value
        changed = [
            (watch, standing)
            for watch in everyone
            if (standing := check(watch.name, held, on=today).verdict.value) not in {watch.standing, unfit}
        ]

        def tell(conn: Connection) -> None:
            for watch, standing in changed:
                if watches.note_change(conn, watch, standing):
                    tell_of(conn, self._store.cipher, watch, self._notice, now)

        if changed:
            await self._store.write(tell)

    def _today(self) -> date:
        return self._store.clock().astimezone(self._rules.zone).date()
