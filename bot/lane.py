"""One lane's delivery: claims rows as there is room, sends them side by side, and writes down what became of each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from bot.channel import Channel, NeedsTemplate, Outgoing, Refused, SendError, SendResult, TryLater, Uncertain
from bot.pace import Pace
from storage import contacts, outbox
from storage.cipher import Cipher
from storage.outbox import Claimed

log = logging.getLogger(__name__)

X = TypeVar("X")

_SEND_TIMEOUT_S = 30.0  # half the lease, so that nobody else may hold the row while we still try
_LANE_PAUSE_S = 5.0  # where a provider tells everybody to wait but not how long
# a doubled card or alert is harmless to officers, a lost one is not: these are tried on after two uncertain sends
_REPEATABLE = frozenset({"alert", "card"})

Told = Callable[[Connection, Claimed, str, datetime], None]
"""Told within the transaction that a row is dead or held: (connection, row, reason, now)."""


class Runs(Protocol):
    """The part of the writer that delivery needs."""

    def run(self, work: Callable[[Connection], X]) -> Awaitable[X]:
        """Run `work` in the writer's thread and wait for its commit."""


@dataclass(frozen=True, slots=True)
class Place:
    """What every lane of a process shares."""

    writer: Runs
    cipher: Cipher
    now: Callable[[], datetime]
    owner: str
    on_dead: Told | None = None
    on_held: Told | None = None


Outcome = SendResult | SendError
_Sendable = tuple[Claimed, Outgoing]


class Lane:
    """Delivers what lies in the outbox for one channel."""

    def __init__(self, channel: Channel, place: Place) -> None:
        self.name = channel.lane
        self._channel = channel
        self._place = place
        self._pace = Pace(channel.per_second, asyncio.get_running_loop().time)
        self._flying: set[asyncio.Task[None]] = set()
        self._ended: list[tuple[Claimed, Outcome]] = []
        self._marking = False
        self._was_full = False
        self.is_ending = False
        self._next_due: datetime | None = None
        self.woken = asyncio.Event()

    async def run(self, *, sweep_s: float) -> None:
        """Deliver until `end`; ends between two claims, so that no claimed row is left behind."""
        while not self.is_ending:
            self.woken.clear()
            await self.take()
            # a full claim may have left more behind; else wait for a commit, the end of a send, or a moment
            if not self._was_full and not self.is_ending:
                await self._wait(sweep_s)

    async def take(self) -> int:
        """Claim what may go out now, begin to send it, and give how many rows that is."""
        self._was_full = False
        room = self._pace.allowed(self._channel.parallel - len(self._flying))
        if room <= 0:
            return 0
        now = self._place.now()
        rows, self._next_due = await self._place.writer.run(lambda conn: self._claim(conn, now, room))
        for row, outgoing in rows:
            task = asyncio.create_task(self._deliver(row, outgoing), name=f"send {row.id}")
            self._flying.add(task)
            task.add_done_callback(self._landed)
        self._pace.spend(len(rows))
        self._was_full = len(rows) == room
        return len(rows)

    async def settle(self) -> None:
        """Wait until nothing is on its way and every outcome is written down."""
        while self._flying:
            await asyncio.wait(set(self._flying))

    def end(self) -> None:
        """Claim nothing more."""
        self.is_ending = True
        self.woken.set()

    async def close(self, *, patience_s: float) -> None:
        """Let what is on its way come to its end, but not for ever."""
        if self._flying:
            await asyncio.wait(set(self._flying), timeout=patience_s)
        for task in self._flying:
            task.cancel()

    def _claim(self, conn: Connection, now: datetime, room: int) -> tuple[list[_Sendable], datetime | None]:
        rows = outbox.claim(conn, self._place.cipher, self.name, owner=self._place.owner, now=now, limit=room)
        known = [row.identity_id for row in rows if row.identity_id is not None]
        addresses = contacts.addresses(conn, self._place.cipher, known)
        next_due = outbox.next_due(conn, self.name, now) if len(rows) < room else None
        return [(row, _outgoing(row, addresses)) for row in rows], next_due

    async def _deliver(self, row: Claimed, outgoing: Outgoing) -> None:
        early_s = self._pace.early_s(row.ordering_key, self._channel.gap_s(outgoing))
        if early_s > 0:
            due_at = self._place.now() + timedelta(seconds=early_s)
            await self._place.writer.run(lambda conn: outbox.defer(conn, row, due_at))
            return
        # first wait, then look up the list: it is another one when somebody wrote down meanwhile
        outcome = await self._outcome(row, outgoing)
        self._ended.append((row, outcome))
        await self._mark()

    async def _outcome(self, row: Claimed, outgoing: Outgoing) -> Outcome:
        """Send one row, turning everything that may happen into one of five answers."""
        if row.expires_at is not None and row.expires_at <= self._place.now():
            return Refused("expired")
        if row.identity_id is not None and outgoing.address is None:
            return Refused("blocked")
        try:
            async with asyncio.timeout(_SEND_TIMEOUT_S):
                if row.uncertain and (found := await self._channel.find(outgoing)):
                    return found
                if row.uncertain > 1 and row.purpose not in _REPEATABLE:
                    # two sends may have arrived; a third copy would frighten more than it helps
                    return Refused("uncertain_twice")
                return await self._channel.send(outgoing)
        except SendError as error:
            if isinstance(error, TryLater) and error.whole_lane:
                self._pace.pause(error.retry_after_s or _LANE_PAUSE_S)
            return error
        except TimeoutError:
            return Uncertain("timeout")
        except Exception as error:  # noqa: BLE001 - one message must not stop the lane; the row stays and is tried again
            log.warning("send failed oddly", extra={"outbox": row.id, "error": type(error).__name__})
            return Uncertain(type(error).__name__)

    async def _mark(self) -> None:
        # whoever ends while another writes leaves its outcome to that one: many ends, few transactions
        if self._marking:
            return
        self._marking = True
        try:
            while self._ended:
                ended, self._ended = self._ended, []
                now = self._place.now()
                await self._place.writer.run(partial(self._write_down, ended=ended, now=now))
        finally:
            self._marking = False

    def _write_down(self, conn: Connection, *, ended: Sequence[tuple[Claimed, Outcome]], now: datetime) -> None:
        sent = [(row.id, end.provider_message_id) for row, end in ended if isinstance(end, SendResult)]
        outbox.mark_sent(conn, sent, now)
        for row, end in ended:
            if isinstance(end, SendError):
                self._write_failure(conn, row, end, now)

    def _write_failure(self, conn: Connection, row: Claimed, error: SendError, now: datetime) -> None:
        match error:
            case NeedsTemplate():
                outbox.hold(conn, row.id, error.reason)
                self._tell(self._place.on_held, conn, row, error, now)
                return
            case Refused(is_blocked=True) if row.identity_id is not None:
                contacts.block(conn, row.identity_id, now)
            case TryLater() | Uncertain() if row.attempts < outbox.MOST_ATTEMPTS:
                after_s = error.retry_after_s if isinstance(error, TryLater) else None
                uncertain = isinstance(error, Uncertain)
                outbox.retry(conn, row, error.reason, now=now, retry_after_s=after_s, uncertain=uncertain)
                return
            case _:
                pass
        outbox.bury(conn, row.id, error.reason)
        self._tell(self._place.on_dead, conn, row, error, now)

    @staticmethod
    def _tell(told: Told | None, conn: Connection, row: Claimed, error: SendError, now: datetime) -> None:
        if told is not None:
            told(conn, row, error.reason, now)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # the row stays claimed; its lease ends and the sweep brings it back
            log.error("outcome not written", extra={"lane": self.name, "error": type(error).__name__})
        self.woken.set()

    async def _wait(self, sweep_s: float) -> None:
        wait_s = sweep_s
        if self._next_due is not None:
            wait_s = min(wait_s, max((self._next_due - self._place.now()).total_seconds(), 0.001))
        if len(self._flying) < self._channel.parallel and self._pace.allowed(1) == 0:
            wait_s = min(wait_s, max(self._pace.wait_s(), 0.001))
        try:
            async with asyncio.timeout(wait_s):
                await self.woken.wait()
        except TimeoutError:
            return


def _outgoing(row: Claimed, addresses: dict[int, str]) -> Outgoing:
    return Outgoing(
        id=row.id,
        lane=row.lane,
        purpose=row.purpose,
        body=row.body,
        address=None if row.identity_id is None else addresses.get(row.identity_id),
        ordering_key=row.ordering_key,
        identity_id=row.identity_id,
        ticket_id=row.ticket_id,
        created_at=row.created_at,
        is_repeat=row.uncertain > 0,
    )
