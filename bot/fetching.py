"""Brings in the files that citizens sent by a provider: fetched after the message is safe, capped, sealed, tried again.

The message and its pending media row are committed first, with a timer of kind "fetch". The timer's transaction only
sets the next try; the fetching itself runs outside, so that a provider who hangs holds nothing but one sender's files.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import ClassVar, Final, Protocol
from weakref import WeakValueDictionary

from sqlalchemy import Connection

from bot.citizen_face import Upload
from bot.desk_store import DeskStore
from bot.evidence import QUOTA, EvidenceRoom
from bot.fetch_timer import TIMER, timer_key
from flows.labels import Language
from flows.said import Attachment, Kind
from flows.texts import say
from storage import contacts, outbox, pending_media, timers, touched
from storage.batch import Batch, flush
from storage.pending_media import Pending
from storage.timers import DueTimer

log = logging.getLogger(__name__)

GONE: Final = "gone"
_FIRST_PAUSE = timedelta(seconds=30)
_LONGEST_PAUSE = timedelta(hours=1)
_GIVE_UP_AFTER = timedelta(hours=24)  # Telegram's links and WhatsApp's patience with us end about then
_MOST_AT_ONCE = 4
_FETCH_S = 120.0  # 20 MB over a thin line; each read has its own shorter time-out in the source


class FetchError(Exception):
    """Base of what a source says instead of its library's own errors."""


class GoneAtProvider(FetchError):  # noqa: N818 - a sentence, as all our errors
    """The provider has it no longer, or never lets us have it."""


class TooBigAtProvider(FetchError):  # noqa: N818 - a sentence, as all our errors
    """It is bigger than the provider hands out or than we take."""


class FetchLater(FetchError):  # noqa: N818 - a sentence, as all our errors
    """It may work later."""


class MediaSource(Protocol):
    """Where a channel's files come from. Every call ends by itself: connecting and each read within ten seconds."""

    channel: ClassVar[str]

    def open(self, where: Mapping[str, object]) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """Give the bytes of a file as they arrive.

        Raises:
            FetchError: On entering or while reading; anything else counts as `FetchLater`.
        """

    async def forget(self, where: Mapping[str, object]) -> None:
        """Ask the provider to delete its copy, once ours is safe; may do nothing, and fails silently."""


class Fetching:
    """Fetches pending files. Make it inside the event loop that runs it.

    Args:
        store: The hotline's memory.
        evidence: Where files are sealed.
        sources: One for each channel whose files lie at a provider.
    """

    def __init__(self, store: DeskStore, evidence: EvidenceRoom, sources: Sequence[MediaSource]) -> None:
        self._store = store
        self._evidence = evidence
        self._sources = {source.channel: source for source in sources}
        self._room = asyncio.Semaphore(_MOST_AT_ONCE)
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def on_timer(self, conn: Connection, timer: DueTimer, now: datetime) -> Callable[[], None] | None:
        """Handle a timer: set the next try, and fetch once this commit is made."""
        pending = pending_media.find(conn, self._store.cipher, timer.subject_id)
        if pending is None:
            return None
        pause = min(max(now - pending.at, _FIRST_PAUSE), _LONGEST_PAUSE)
        timers.set_all(conn, [timers.row(TIMER, timer.subject_id, now + pause, timer_key(timer.subject_id))])
        # begun before the commit, the fetch could find no row yet: message and timer may ride in one transaction
        return lambda: self._begin(timer.subject_id)

    async def fetch(self, media_id: int) -> None:
        """Fetch one file now, if it is still pending, and write down what became of it."""
        pending = await self._store.read(lambda conn: pending_media.find(conn, self._store.cipher, media_id))
        if pending is None:
            return
        line = self._lines.setdefault(pending.contact_id, asyncio.Lock())
        async with line:  # one sender's files one after the other, or their quota would be counted too late
            await self._fetch(pending)

    async def _fetch(self, pending: Pending) -> None:
        try:
            async with self._room, asyncio.timeout(_FETCH_S):
                kept = await self._keep(pending)
        except GoneAtProvider:
            await self._settle(pending, Attachment(Kind(pending.kind), refusal=GONE), is_gone=True)
            return
        except TooBigAtProvider:
            await self._settle(pending, Attachment(Kind(pending.kind), refusal="too_big"))
            return
        except (FetchError, TimeoutError, OSError) as error:
            await self._try_later(pending, type(error).__name__)
            return
        except Exception as error:  # noqa: BLE001 - a source's library may raise anything; the file is tried again
            await self._try_later(pending, type(error).__name__)
            return
        await self._settle(pending, kept)
        with contextlib.suppress(Exception):
            async with asyncio.timeout(10):
                await self._sources[pending.origin].forget(pending.where)

    async def settle(self) -> bool:
        """Wait until nothing is being fetched, and say whether anything was."""
        was_fetching = bool(self._tasks)
        while self._tasks:
            await asyncio.wait(set(self._tasks.values()))
        return was_fetching

    async def stop(self) -> None:
        """Let go of what is being fetched; its timers bring it back."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _begin(self, media_id: int) -> None:
        if media_id in self._tasks:
            return
        task = asyncio.create_task(self.fetch(media_id), name=f"fetch {media_id}")
        self._tasks[media_id] = task
        task.add_done_callback(lambda done: self._ended(media_id, done))

    def _ended(self, media_id: int, task: asyncio.Task[None]) -> None:
        self._tasks.pop(media_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("fetching stumbled", extra={"media": media_id, "error": type(error).__name__})

    async def _keep(self, pending: Pending) -> Attachment:
        source = self._sources.get(pending.origin)
        if source is None:
            raise FetchLater
        async with source.open(pending.where) as chunks:
            upload = Upload(Kind(pending.kind), pending.mime, chunks)
            return await self._evidence.keep(pending.origin, pending.address, upload, media_id=pending.media_id)

    async def _try_later(self, pending: Pending, error: str) -> None:
        log.warning("file not fetched", extra={"media": pending.media_id, "error": error})
        if self._store.clock() - pending.at >= _GIVE_UP_AFTER:
            await self._settle(pending, Attachment(Kind(pending.kind), refusal=GONE), is_gone=True)

    async def _settle(self, pending: Pending, kept: Attachment, *, is_gone: bool = False) -> None:
        now = self._store.clock()
        known = await self._store.write(lambda conn: self._write_down(conn, pending, kept, now, is_gone=is_gone))
        if not known:  # its citizen had it erased while it was on its way
            await self._evidence.drop(kept)

    def _write_down(
        self, conn: Connection, pending: Pending, kept: Attachment, now: datetime, *, is_gone: bool
    ) -> bool:
        if not pending_media.is_there(conn, pending.media_id):
            return False
        ticket_id = pending_media.settle(
            conn,
            pending.media_id,
            state=pending_media.GONE if is_gone else pending_media.STORED,
            mime=pending.mime if kept.refusal else kept.mime,
            size_bytes=kept.size_bytes,
            sha256=kept.sha256,
            refusal=kept.refusal,
        )
        batch = Batch(self._store.cipher, now)
        batch.cancel_timer(timer_key(pending.media_id))
        if ticket_id is not None:
            batch.change_ticket(ticket_id)
            batch.add_event(ticket_id, "hotline", "evidence", note=kept.refusal or None)
            touched.note(conn, "desk")
        if kept.refusal and kept.refusal != GONE:
            self._tell_citizen(conn, batch, pending, kept.refusal)
        flush(conn, batch)
        return True

    def _tell_citizen(self, conn: Connection, batch: Batch, pending: Pending, refusal: str) -> None:
        sender = contacts.find(conn, self._store.cipher, pending.origin, pending.address)
        # a file that is too big is told of each time; that it is enough for today is told once
        about = f"{batch.now:%Y-%m-%d}:{pending.contact_id}" if refusal == QUOTA else str(pending.media_id)
        key = f"refused:{about}"
        if sender is None or sender.is_blocked or outbox.is_known(conn, key):
            return
        body = {"text": say(f"refused.{refusal}", Language(sender.language))}
        outbox_id = batch.add_outbox(
            lane=pending.origin,
            purpose="reply",
            ordering_key=f"to:{sender.identity_id}",
            dedupe_key=key,
            body=body,
            contact_id=sender.contact_id,
            identity_id=sender.identity_id,
            ticket_id=pending.ticket_id,
        )
        batch.add_message(sender.contact_id, "hotline", "text", body, ticket_id=pending.ticket_id, outbox_id=outbox_id)
