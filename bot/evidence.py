"""Keeping the files that citizens send: caps, quotas, real type, sealed original, safe preview."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Container
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from bot.citizen_face import Upload
from bot.file_types import HEAD_BYTES, OPAQUE, FileType, recognise
from bot.pictures import Look, PictureViewer
from flows.said import Attachment, Kind
from storage.evidence import EvidenceFolder, SealedFile

MIB: Final = 1024 * 1024
PHOTO_CAP_BYTES: Final = 20 * MIB
FILE_CAP_BYTES: Final = 25 * MIB
# R37. Voice notes count in bytes only: whoever cannot write answers every question with one.
FILES_A_DAY: Final = 10
BYTES_A_DAY: Final = 60 * MIB
BYTES_A_WEEK: Final = 200 * MIB

TOO_BIG, NOT_A_PICTURE, UNSUPPORTED, QUOTA = "too_big", "not_a_picture", "unsupported", "quota"


@dataclass(frozen=True, slots=True)
class Usage:
    """What one sender's kept files amount to since some moment; `files` leaves voice notes out."""

    files: int = 0
    size_bytes: int = 0


class UsageSince(Protocol):
    """Asks storage what a sender has already sent."""

    def __call__(self, channel: str, address: str, since: datetime) -> Awaitable[Usage]:
        """Give the usage of that sender since a moment in UTC."""


class EvidenceRoom:
    """Takes files in and gives them out; knows no database beyond the usage it is told.

    Args:
        folder: Where sealed originals lie.
        new_id: Makes ids for media rows.
        usage: What the sender has used of their quota.
    """

    def __init__(
        self,
        folder: EvidenceFolder,
        *,
        new_id: Callable[[], int],
        usage: UsageSince,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = folder
        self._new_id = new_id
        self._usage = usage
        self._clock = clock
        self._viewer = PictureViewer()
        self._under_way: Counter[tuple[str, str]] = Counter()

    async def keep(self, channel: str, address: str, upload: Upload, *, media_id: int = 0) -> Attachment:
        """Seal a file while it arrives and say what it is; a refused one has a `refusal` and media id 0.

        The media row is written with the message that carries the attachment; a file whose message never comes
        is swept away after a day. `media_id` names the row where it is there before its file.
        """
        sender = (channel, address)
        self._under_way[sender] += 1
        try:
            left = await self._quota_left(sender, upload.kind)
            if left <= 0:
                return _refused(upload, QUOTA)
            return await self._seal(upload, left, media_id or self._new_id())
        finally:
            self._under_way[sender] -= 1
            self._under_way += Counter()  # drops senders at zero

    async def drop(self, attachment: Attachment) -> None:
        """Delete a kept file again."""
        if attachment.media_id:
            await asyncio.to_thread(self._folder.remove, attachment.media_id)

    async def original(self, media_id: int) -> AsyncGenerator[bytes, None]:
        """Give the original, piece by piece; raises as storage.evidence.EvidenceFolder.read."""
        pieces = self._folder.read(media_id)
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece

    async def preview(self, media_id: int) -> bytes | None:
        """Give a JPEG that holds nothing of the original but its pixels, or None where there is none to show."""
        async with aclosing(self.original(media_id)) as pieces:
            head = await anext(pieces)
        found = recognise(head[:HEAD_BYTES])
        if found is None or not found.has_preview:
            return None
        return await self._viewer.preview(lambda: self._whole(media_id))

    async def sweep(self, known: Container[int]) -> int:
        """Delete files older than a day whose media id is not in `known`; give how many went."""
        return await asyncio.to_thread(self._folder.sweep, known)

    async def _whole(self, media_id: int) -> bytes:
        return b"".join([piece async for piece in self.original(media_id)])

    async def _quota_left(self, sender: tuple[str, str], kind: Kind) -> int:
        now = self._clock()
        day = await self._usage(*sender, now - timedelta(days=1))
        week = await self._usage(*sender, now - timedelta(days=7))
        if kind is not Kind.VOICE and day.files + self._under_way[sender] > FILES_A_DAY:
            return 0
        return min(BYTES_A_DAY - day.size_bytes, BYTES_A_WEEK - week.size_bytes)

    async def _seal(self, upload: Upload, left_bytes: int, media_id: int) -> Attachment:
        head, rest = await _peek(upload.chunks)
        found = recognise(head[:HEAD_BYTES], declared=upload.mime, wanted=upload.kind)
        if found is None and (upload.kind is Kind.PHOTO or not head):
            return _refused(upload, NOT_A_PICTURE if upload.kind is Kind.PHOTO else UNSUPPORTED, len(head))
        cap = PHOTO_CAP_BYTES if found is not None and found.kind is Kind.PHOTO else FILE_CAP_BYTES
        file = await asyncio.to_thread(self._folder.new_file, media_id)
        with file:
            async for chunk in _rejoin(head, rest):
                if file.size_bytes + len(chunk) > min(cap, left_bytes):
                    return _refused(upload, TOO_BIG if left_bytes >= cap else QUOTA, file.size_bytes + len(chunk))
                await asyncio.to_thread(file.write, chunk)
            await asyncio.to_thread(file.keep)
        kept = _kept(media_id, file, found, upload)
        if found is not None and found.has_preview and not await self._opens(media_id):
            await self.drop(kept)
            return _refused(upload, NOT_A_PICTURE, file.size_bytes)
        return kept

    async def _opens(self, media_id: int) -> bool:
        # read back from the sealed file: a slow upload must not hold a whole picture in memory meanwhile
        return await self._viewer.look(lambda: self._whole(media_id)) is not Look.UNREADABLE


def _kept(media_id: int, file: SealedFile, found: FileType | None, upload: Upload) -> Attachment:
    return Attachment(
        kind=found.kind if found is not None else upload.kind,
        media_id=media_id,
        mime=found.mime if found is not None else OPAQUE,
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        seconds=upload.seconds,
    )


def _refused(upload: Upload, refusal: str, size_bytes: int = 0) -> Attachment:
    return Attachment(kind=upload.kind, size_bytes=size_bytes, seconds=upload.seconds, refusal=refusal)


async def _peek(chunks: AsyncIterator[bytes]) -> tuple[bytes, AsyncIterator[bytes]]:
    """Read until there is enough to recognise a type; give that and the rest."""
    head = b""
    async for chunk in chunks:
        head += chunk
        if len(head) >= HEAD_BYTES:
            break
    return head, chunks


async def _rejoin(head: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Give head and rest in pieces big enough that a thread hop for each costs little."""
    waiting = bytearray(head)
    async for chunk in rest:
        waiting += chunk
        if len(waiting) >= MIB // 4:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)
