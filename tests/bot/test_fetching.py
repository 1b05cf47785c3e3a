"""Files that lie at a provider: told of with the message, fetched after it, capped, sealed, tried again."""

import asyncio
import contextlib
import hashlib
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import ClassVar

import pytest
from PIL import Image
from sqlalchemy import text

from bot.fetching import FetchError, FetchLater, GoneAtProvider, TooBigAtProvider
from bot.hotline import Hotline, Parts, running
from bot.inbound import Inbound, Waiting
from bot.rules import Rules
from flows.said import Attachment, Kind, Said
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.ids import new_id
from tests.conftest import FrozenClock

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def picture() -> bytes:
    """A real photo."""
    file = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(file, "JPEG")
    return file.getvalue()


class Shelf:
    """Plays the provider: gives what it holds, or fails as it is told."""

    channel: ClassVar[str] = "whatsapp"

    def __init__(self) -> None:
        self.files: dict[object, bytes] = {}
        self.fails: list[FetchError | Exception] = []
        self.forgotten: list[object] = []

    @asynccontextmanager
    async def open(self, where: Mapping[str, object]) -> AsyncIterator[AsyncIterator[bytes]]:
        if self.fails:
            raise self.fails.pop(0)
        if where["url"] not in self.files:
            raise GoneAtProvider
        yield self._pieces(self.files[where["url"]])

    async def forget(self, where: Mapping[str, object]) -> None:
        self.forgotten.append(where["url"])

    @staticmethod
    async def _pieces(data: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(data), 100_000):
            yield data[start : start + 100_000]


@pytest.fixture
def shelf() -> Shelf:
    """A provider with one photo."""
    shelf = Shelf()
    shelf.files["u1"] = picture()
    return shelf


Run = Callable[[], contextlib.AbstractAsyncContextManager[Hotline]]


@pytest.fixture
def run(database: Database, cipher: Cipher, data_dir: Path, clock: FrozenClock, shelf: Shelf) -> Run:
    """Runs a hotline whose clockwork fires only when told."""

    @asynccontextmanager
    async def start() -> AsyncIterator[Hotline]:
        folder = EvidenceFolder(data_dir / "evidence", cipher)
        async with running(Parts(database, cipher, folder, Rules(), clock=clock, sources=[shelf])) as hotline:
            await hotline.clockwork.stop()
            yield hotline

    return start


def photo(url: str, number: int = 1, *, album: str = "", words: str = "") -> Inbound:
    """A photo that lies at the provider."""
    media_id = new_id()
    said = Said(Kind.PHOTO, words, attachments=(Attachment(Kind.PHOTO, media_id, "image/jpeg"),))
    waiting = (Waiting(media_id, {"url": url}),)
    return Inbound("whatsapp", f"SM{number}", "whatsapp:+6281900000001", said, AT, waiting=waiting, album=album)


async def fire(hotline: Hotline) -> None:
    """Fire what is due and wait for what it began."""
    await hotline.clockwork.fire_due()
    await asyncio.sleep(0)
    await hotline.fetching.settle()


def media(database: Database) -> list[tuple[object, ...]]:
    """Give every file's row."""
    with database.reader() as conn:
        return [tuple(row) for row in conn.execute(text("SELECT fetch_state, refusal, sha256, source_enc FROM media"))]


async def test_a_file_is_pending_with_its_message_and_kept_after_the_fetch(
    run: Run, database: Database, shelf: Shelf
) -> None:
    async with run() as hotline:
        await hotline.take_in(photo("u1"))
        ((state, _, _, source),) = media(database)
        assert state == "pending"
        assert b"u1" not in bytes(source)  # type: ignore[arg-type]
        await fire(hotline)
        ((state, refusal, digest, source),) = media(database)

    assert (state, refusal, source) == ("stored", "", None)
    assert digest == hashlib.sha256(shelf.files["u1"]).hexdigest()
    assert shelf.forgotten == ["u1"]


async def test_a_file_is_fetched_though_its_message_and_its_timer_ride_in_one_transaction(
    run: Run, database: Database
) -> None:
    async with run() as hotline:
        gate = threading.Event()
        waits = asyncio.create_task(hotline.writer.run(lambda _conn: gate.wait(5)))
        await asyncio.sleep(0.05)
        taken = asyncio.create_task(hotline.take_in(photo("u1")))
        await asyncio.sleep(0.05)  # behind the message, whose row nobody else can see while the neighbour is at work
        fired = asyncio.create_task(hotline.clockwork.fire_due())
        await asyncio.sleep(0.05)
        slow = asyncio.create_task(hotline.writer.run(lambda _conn: time.sleep(0.2)))
        await asyncio.sleep(0.05)
        gate.set()
        await asyncio.gather(waits, taken, fired, slow)
        await hotline.fetching.settle()

        assert media(database)[0][0] == "stored"


async def test_a_provider_that_is_away_is_asked_again(
    run: Run, database: Database, shelf: Shelf, clock: FrozenClock
) -> None:
    shelf.fails = [FetchLater(), TimeoutError(), RuntimeError("a library's own")]
    async with run() as hotline:
        await hotline.take_in(photo("u1"))
        for _ in range(6):
            await fire(hotline)
            clock.advance(minutes=10)

        assert media(database)[0][0] == "stored"


async def test_what_the_provider_has_no_more_is_marked_gone(run: Run, database: Database) -> None:
    async with run() as hotline:
        await hotline.take_in(photo("elsewhere"))
        await fire(hotline)

        assert media(database)[0][:2] == ("gone", "gone")


async def test_after_a_day_of_trying_a_file_is_given_up(
    run: Run, database: Database, shelf: Shelf, clock: FrozenClock
) -> None:
    shelf.fails = [FetchLater()] * 100
    async with run() as hotline:
        await hotline.take_in(photo("u1"))
        for _ in range(60):
            await fire(hotline)
            clock.advance(minutes=30)

        assert media(database)[0][:2] == ("gone", "gone")


async def test_a_file_that_is_too_big_is_refused_kindly_and_recorded(
    run: Run, database: Database, shelf: Shelf
) -> None:
    shelf.fails = [TooBigAtProvider()]
    async with run() as hotline:
        await hotline.take_in(photo("u1"))
        await fire(hotline)
        with database.reader() as conn:
            keys = [str(row[0]) for row in conn.execute(text("SELECT dedupe_key FROM outbox"))]

        assert media(database)[0][:2] == ("stored", "too_big")
        assert sum(key.startswith("refused:") for key in keys) == 1


async def test_a_program_that_calls_itself_a_photo_is_refused(run: Run, database: Database, shelf: Shelf) -> None:
    shelf.files["u1"] = b"MZ\x90\x00" + bytes(5000)
    async with run() as hotline:
        await hotline.take_in(photo("u1"))
        await fire(hotline)

        assert media(database)[0][:2] == ("stored", "not_a_picture")


async def test_an_album_of_ten_is_kept_whole_and_answered_once(run: Run, database: Database) -> None:
    """T15: five files, one answer; here ten, the most that one sender may send in a day."""
    async with run() as hotline:
        taken = [await hotline.take_in(photo("u1", number, album="a")) for number in range(10)]
        await fire(hotline)

    assert [bool(one.replies) for one in taken] == [True, *[False] * 9]
    assert {row[:2] for row in media(database)} == {("stored", "")}
    assert len(media(database)) == 10


async def test_words_under_a_later_picture_of_an_album_are_read(run: Run) -> None:
    async with run() as hotline:
        await hotline.take_in(photo("u1", 1, album="a"))
        taken = await hotline.take_in(photo("u1", 2, album="a", words="tolong saya disekap di ruko"))

        assert taken.replies


async def test_files_of_an_album_go_to_the_ticket_of_their_first(run: Run, database: Database) -> None:
    async with run() as hotline:
        await hotline.take_in(photo("u1", 1, album="a", words="tolong saya disekap di ruko di mataram"))
        await hotline.take_in(photo("u1", 2, album="a"))
        with database.reader() as conn:
            tickets = {row[0] for row in conn.execute(text("SELECT ticket_id FROM media"))}

    assert len(tickets) == 1
    assert None not in tickets


async def test_what_was_erased_while_it_was_fetched_is_not_kept(
    run: Run, database: Database, shelf: Shelf, data_dir: Path
) -> None:
    async with run() as hotline:
        await hotline.take_in(photo("u1"))
        with database.engine.begin() as conn:
            conn.execute(text("DELETE FROM media"))
        await fire(hotline)

        assert list((data_dir / "evidence").glob("*.sealed")) == []


async def test_a_blocked_sender_who_writes_again_can_be_answered(
    run: Run, database: Database, clock: FrozenClock
) -> None:
    async with run() as hotline:
        first = await hotline.take_in(photo("u1"))
        with database.engine.begin() as conn:
            conn.execute(text("UPDATE identity SET blocked_at = 1 WHERE id = :id"), {"id": first.identity_id})
        clock.advance(hours=1)
        await hotline.take_in(photo("u1", 2))
        with database.reader() as conn:
            assert conn.execute(text("SELECT blocked_at FROM identity")).scalar_one() is None


async def test_too_many_files_are_refused_with_one_word_for_all(run: Run, database: Database) -> None:
    async with run() as hotline:
        for number in range(14):
            await hotline.take_in(photo("u1", number, album="a"))
        await fire(hotline)
        with database.reader() as conn:
            keys = [str(row[0]) for row in conn.execute(text("SELECT dedupe_key FROM outbox"))]

    assert sorted(row[1] for row in media(database)) == [*[""] * 10, *["quota"] * 4]
    assert sum(key.startswith("refused:") for key in keys) == 1
