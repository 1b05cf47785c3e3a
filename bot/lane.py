"""One lane's delivery: claims rows as there is room and sends them side by side."""

import asyncio
import logging
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.channel import Channel, Outgoing, Refused, SendError, TryLater, Uncertain
from bot.outcomes import Outcome, Outcomes, Place
from bot.pace import Pace
from storage import contacts, outbox
from storage.outbox import Claimed

log = logging.getLogger(__name__)

_SEND_TIMEOUT_S = 30.0  # half the lease, so that nobody else may hold the row while we still try
_LANE_PAUSE_S = 5.0  # where a provider tells everybody to wait but not how long
# a doubled card or alert is harmless to officers, a lost one is not: these are tried on after two uncertain sends
_REPEATABLE = frozenset({"alert", "card"})

_Sendable = tuple[Claimed, Outgoing]


class Lane:
    """Delivers what lies in the outbox for one channel."""

    def __init__(self, channel: Channel, place: Place) -> None:
        self.name = channel.lane
        self._channel = channel
        self._place = place
        self._pace = Pace(channel.per_second, asyncio.get_running_loop().time)
        self._flying: set[asyncio.Task[None]] = set()
        self._outcomes = Outcomes(channel.lane, place)
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
        early_s = self._channel.early_s(outgoing) or self._pace.early_s(row.ordering_key, self._channel.gap_s(outgoing))
        if early_s > 0:
            due_at = self._place.now() + timedelta(seconds=early_s)
            await self._place.writer.run(lambda conn: outbox.defer(conn, row, due_at))
            return
        await self._outcomes.note(row, await self._outcome(row, outgoing))

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
