"""Writes down what became of sends: sent, tried again, held, or dead and told to duty."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from bot.channel import NeedsTemplate, Refused, SendError, SendResult, TryLater, Uncertain
from storage import contacts, message_parts, outbox
from storage.cipher import Cipher
from storage.errors import WriterStopped
from storage.outbox import Claimed

log = logging.getLogger(__name__)

X = TypeVar("X")

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
Ended = tuple[Claimed, Outcome]


class Outcomes:
    """Gathers the ends of one lane's sends and writes many of them in few transactions."""

    def __init__(self, lane: str, place: Place) -> None:
        self._lane = lane
        self._place = place
        self._ended: list[Ended] = []
        self._marking = False

    async def note(self, row: Claimed, outcome: Outcome) -> None:
        """Keep one outcome; it is written when this returns, or soon after by whoever is writing already."""
        self._ended.append((row, outcome))
        await self._mark()

    async def _mark(self) -> None:
        # whoever ends while another writes leaves its outcome to that one: many ends, few transactions
        if self._marking:
            return
        self._marking = True
        try:
            while self._ended:
                ended, self._ended = self._ended, []
                await self._write(ended)
        finally:
            self._marking = False

    async def _write(self, ended: Sequence[Ended]) -> None:
        """Write outcomes together; where that fails, each alone; where one fails alone, without telling of it."""
        now, run = self._place.now(), self._place.writer.run
        try:
            await run(partial(self._write_down, ended=ended, now=now))
        except WriterStopped:
            raise
        except Exception as error:  # noqa: BLE001 - one outcome must not keep the others from being written
            log.warning("outcomes written one by one", extra={"lane": self._lane, "error": type(error).__name__})
        else:
            return
        for row, end in ended:
            try:
                await run(partial(self._write_down, ended=[(row, end)], now=now))
            except WriterStopped:
                raise
            except Exception as error:  # noqa: BLE001 - whatever the teller stumbles over
                # a row that cannot be told about must not come back and be sent for ever
                log.error(  # noqa: TRY400 - the trace may quote values
                    "told nobody", extra={"outbox": row.id, "error": type(error).__name__}
                )
                await run(partial(self._write_down, ended=[(row, end)], now=now, tells=False))

    def _write_down(self, conn: Connection, *, ended: Sequence[Ended], now: datetime, tells: bool = True) -> None:
        sent = [(row.id, end.provider_message_id) for row, end in ended if isinstance(end, SendResult)]
        outbox.mark_sent(conn, sent, now)
        in_parts = [(row.id, end.parts) for row, end in ended if isinstance(end, SendResult) and end.parts]
        if in_parts:
            message_parts.keep(conn, in_parts)
        for row, end in ended:
            if isinstance(end, SendError):
                self._write_failure(conn, row, end, now, tells=tells)

    def _write_failure(self, conn: Connection, row: Claimed, error: SendError, now: datetime, *, tells: bool) -> None:
        match error:
            case NeedsTemplate():
                outbox.hold(conn, row.id, error.reason)
                self._tell(self._place.on_held if tells else None, conn, row, error, now)
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
        self._tell(self._place.on_dead if tells else None, conn, row, error, now)

    @staticmethod
    def _tell(told: Told | None, conn: Connection, row: Claimed, error: SendError, now: datetime) -> None:
        if told is not None:
            told(conn, row, error.reason, now)
