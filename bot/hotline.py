"""The hotline at work: intake, delivery, timers and the desk's bell around one database."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot import chat_view, ladder, sms_notice, whatsapp_knock
from bot.bell import Bell
from bot.channel import Channel
from bot.citizen_face import Busy, Letter, Upload
from bot.clockwork import Clockwork, Handler
from bot.delivery import Delivery
from bot.desk_store import DeskStore
from bot.evidence import EvidenceRoom, Usage
from bot.fetch_timer import TIMER as FETCH
from bot.fetching import Fetching, MediaSource
from bot.inbound import Inbound, Taken
from bot.intake import Intake
from bot.ladder import Ladder
from bot.registry_keeper import RegistryKeeper
from bot.rules import Rules
from bot.silence import TIMER as SILENCE
from bot.silence import on_silence
from flows.labels import Language
from flows.places import resolve
from flows.said import Attachment
from flows.texts import say
from flows.understanding import understand
from storage import contacts, mailbox, story
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database, is_reachable
from storage.errors import NOT_SURELY_KEPT
from storage.evidence import EvidenceFolder
from storage.ids import new_id
from storage.outbox import Claimed
from storage.signals import Signals
from storage.timers import DueTimer
from storage.writer import Writer

log = logging.getLogger(__name__)

_SWEEP_S = 24 * 3600.0


def utc_now() -> datetime:
    """Give the moment, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a hotline is made of."""

    database: Database
    cipher: Cipher
    evidence: EvidenceFolder
    rules: Rules
    channels: Sequence[Channel] = ()
    clock: Callable[[], datetime] = utc_now
    outlets: Callable[[DeskStore], Sequence[Channel]] = lambda _store: ()
    """Makes the channels that look things up in the hotline's memory while they send."""
    sources: Sequence[MediaSource] = ()
    """Where the files of channels lie that only tell of them."""


class Hotline:
    """One running hotline; implements CitizenFace. Make it inside the event loop that runs it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.bell = Bell()
        self._sweeping: asyncio.Task[None] | None = None
        # several processes share a PostgreSQL: each hears what the others have committed
        self._signals = None if parts.database.is_sqlite else Signals(parts.database.engine, self._committed)
        self.writer: Writer[Inbound, Taken] = Writer(
            parts.database.engine,
            Intake(parts.cipher, parts.rules, parts.clock, registry=lambda: self.registry.current),
            after_commit=self._committed,
        )
        self.desk_store = DeskStore(parts.database.reader, self.writer, parts.cipher, parts.rules.zone, parts.clock)
        self.registry = RegistryKeeper(
            self.desk_store, parts.rules, lambda language: say("watch.notice", Language(language))
        )
        self.evidence = EvidenceRoom(parts.evidence, new_id=new_id, usage=self._usage, clock=parts.clock)
        self.delivery = Delivery(
            self.writer,
            parts.cipher,
            [*parts.channels, *parts.outlets(self.desk_store)],
            now=parts.clock,
            on_dead=self._tell_duty_of_dead,
            on_held=lambda conn, row, _reason, now: whatsapp_knock.on_held(conn, parts.cipher, row, now),
            alone=parts.database.is_sqlite,
        )
        self.fetching = Fetching(self.desk_store, self.evidence, parts.sources)
        self.clockwork = Clockwork(self.writer, self._timers(), now=parts.clock, on_failed=self._tell_duty_of_timer)

    async def start(self) -> None:
        """Begin to take in, deliver and keep time."""
        self.writer.start()
        await self.registry.start()
        await self.delivery.start()
        await self.clockwork.start()
        if self._signals:
            self._signals.start()
        self._sweeping = asyncio.create_task(self._sweep_evidence(), name="evidence sweep")
        # lexicons and places load on first use: that must not be the first citizen's
        await asyncio.to_thread(_read_once, self._parts.rules, self._parts.clock())

    async def stop(self) -> None:
        """Finish what was begun and let go of the database."""
        self.bell.close()
        if self._sweeping:
            self._sweeping.cancel()
            await asyncio.gather(self._sweeping, return_exceptions=True)
        await self.registry.stop()
        await self.clockwork.stop()
        await self.fetching.stop()
        await self.delivery.stop()
        await asyncio.to_thread(self.writer.stop)
        if self._signals:
            await asyncio.to_thread(self._signals.stop)
        self._parts.database.close()

    async def take_in(self, inbound: Inbound) -> Taken:
        """Keep a message and answer it; it is durable when this returns.

        Raises:
            Busy: The queue is full and nothing was kept.
        """
        try:
            return await self.writer.submit(inbound)
        except NOT_SURELY_KEPT:
            raise Busy from None

    async def mailbox(self, channel: str, address: str, *, after: int = 0) -> Sequence[Letter]:
        """Give both sides of the chat with an id above `after`, oldest first; empty for an unknown address."""
        cipher = self._parts.cipher
        return await self.desk_store.read(lambda conn: chat_view.letters(conn, cipher, channel, address, after))

    async def mark_read(self, channel: str, address: str, *, upto: int) -> None:
        """Note that the citizen has been shown everything up to that id."""
        cipher, now = self._parts.cipher, self._parts.clock()
        identity_id, ids = await self.desk_store.read(
            lambda conn: chat_view.unread(conn, cipher, channel, address, upto)
        )
        if ids:
            await self.writer.run(lambda conn: mailbox.mark_read(conn, identity_id, ids, now))

    async def keep_file(self, channel: str, address: str, upload: Upload) -> Attachment:
        """Seal a file; a refused one comes back with its `refusal` and media id 0."""
        return await self.evidence.keep(channel, address, upload)

    async def drop_file(self, attachment: Attachment) -> None:
        """Forget a kept file whose message turned out to be a second copy."""
        await self.evidence.drop(attachment)

    async def is_ready(self) -> bool:
        """Say whether messages can be taken in now."""
        return await asyncio.to_thread(is_reachable, self._parts.database)

    async def _sweep_evidence(self) -> None:
        """Once a day remove files whose message never came; a file is written before its row, so some are left."""
        while True:
            known = await self.desk_store.read(story.media_ids)
            gone = await self.evidence.sweep(known)
            if gone:
                log.info("evidence swept", extra={"count": gone})
            await asyncio.sleep(_SWEEP_S)

    def _committed(self, lanes: frozenset[str]) -> None:
        # in the writer's thread; before the parts below exist nobody can have committed anything
        self.delivery.wake(lanes)
        self.clockwork.wake(lanes)
        if "desk" in lanes:
            self.bell.ring()

    def _timers(self) -> dict[str, Handler]:
        rules, cipher = self._parts.rules, self._parts.cipher
        climbing = Ladder(cipher, rules, lambda language: say("breach_notice", Language(language)))

        def climb(conn: Connection, timer: DueTimer, now: datetime) -> None:
            ladder.climb(conn, timer.subject_id, now, climbing)

        return {
            SILENCE: on_silence(cipher, rules),
            ladder.TIMER: climb,
            FETCH: self.fetching.on_timer,
            sms_notice.TIMER: sms_notice.on_timer(cipher, rules),
        }

    async def _usage(self, channel: str, address: str, since: datetime) -> Usage:
        def look(conn: Connection) -> Usage:
            sender = contacts.find(conn, self._parts.cipher, channel, address)
            return Usage(*story.usage(conn, sender.contact_id, since)) if sender else Usage()

        return await self.desk_store.read(look)

    def _tell_duty_of_dead(self, conn: Connection, row: Claimed, reason: str, now: datetime) -> None:
        batch = Batch(self._parts.cipher, now)
        if row.ticket_id:
            batch.add_event(row.ticket_id, "hotline", "undelivered", note=f"{row.lane}: {reason}")
            sms_notice.look_now(batch, row.id)
        self._alert_desk(batch, f"dead:{row.id}:{new_id()}", {"kind": "dead", "lane": row.lane, "reason": reason})
        batch.add_audit("hotline", "outbox.dead", f"outbox:{row.id}", reason)
        flush(conn, batch)

    def _tell_duty_of_timer(self, conn: Connection, timer: DueTimer, now: datetime) -> None:
        batch = Batch(self._parts.cipher, now)
        self._alert_desk(batch, f"timer:{timer.id}", {"kind": "timer", "timer": timer.kind})
        batch.add_audit("hotline", "timer.failed", f"timer:{timer.id}", timer.kind)
        flush(conn, batch)

    @staticmethod
    def _alert_desk(batch: Batch, key: str, body: dict[str, object]) -> None:
        batch.add_outbox(
            lane="desk", purpose="alert", ordering_key="duty:desk", dedupe_key=f"alert:{key}", body=body, priority=0
        )


def _read_once(rules: Rules, now: datetime) -> None:
    understand("halo", today=now.astimezone(rules.zone))
    resolve("praya", province=rules.province)


@contextlib.asynccontextmanager
async def running(parts: Parts) -> AsyncIterator[Hotline]:
    """Run a hotline for the length of a block."""
    hotline = Hotline(parts)
    await hotline.start()
    try:
        yield hotline
    finally:
        await hotline.stop()
