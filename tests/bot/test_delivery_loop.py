"""The running delivery: woken by commits, on time for what is due later, bounded, paced, and quick to stop."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text

from bot.channel import Outgoing, SendResult, TryLater
from bot.delivery import Delivery
from storage.cipher import Cipher
from storage.database import Database
from storage.writer import Writer
from tests.bot.fake_channel import FakeChannel
from tests.storage.outbox_rows import promise

PROVIDER_PER_S = 80
"""Messages a second that a WhatsApp sender may send through Twilio; Telegram allows 30."""


def _now() -> datetime:
    return datetime.now(UTC)


class Line:
    """A running delivery on the real clock."""

    def __init__(self, database: Database, cipher: Cipher, channel: FakeChannel) -> None:
        self.database, self.cipher, self.channel = database, cipher, channel
        self.writer: Writer[None, None] = Writer(database.engine, lambda conn, items: items)

    async def promise(self, key: str = "c:1", *, words: str = "halo", due_s: float = 0, priority: int = 5) -> int:
        def work(conn: Connection) -> int:
            return promise(conn, self.cipher, key, words=words, due_s=due_s, priority=priority, now=_now())

        return await self.writer.run(work)

    async def until(self, is_true: Callable[[], bool], within_s: float = 120) -> float:
        began = time.perf_counter()
        while not is_true():
            assert time.perf_counter() - began < within_s, self.channel.words
            await asyncio.sleep(0.005)
        return time.perf_counter() - began

    def statuses(self) -> list[str]:
        with self.database.reader() as conn:
            return list(conn.execute(text("SELECT status FROM outbox ORDER BY id")).scalars())


@asynccontextmanager
async def _running(
    database: Database, cipher: Cipher, channel: FakeChannel, *, sweep_s: float = 60, wakes: bool = True
) -> AsyncIterator[Line]:
    line = Line(database, cipher, channel)
    line.writer.start()
    delivery = Delivery(line.writer, cipher, [channel], now=_now, sweep_s=sweep_s)
    if wakes:
        line.writer.after_commit = delivery.wake
    await delivery.start()
    try:
        yield line
    finally:
        await delivery.stop()
        line.writer.stop()


async def test_a_commit_wakes_the_delivery(database: Database, cipher: Cipher) -> None:
    async with _running(database, cipher, FakeChannel()) as line:
        await asyncio.sleep(0.1)
        await line.promise()

        assert await line.until(lambda: len(line.channel.sent) == 1) < 1
        await line.until(lambda: line.statuses() == ["sent"])


async def test_the_sweep_finds_what_no_wake_up_announced(database: Database, cipher: Cipher) -> None:
    async with _running(database, cipher, FakeChannel(), sweep_s=0.2, wakes=False) as line:
        await asyncio.sleep(0.05)
        await line.promise()

        await line.until(lambda: len(line.channel.sent) == 1)


async def test_what_is_due_later_goes_out_on_time(database: Database, cipher: Cipher) -> None:
    async with _running(database, cipher, FakeChannel()) as line:
        await line.promise("a", due_s=0.4)

        assert 0.3 < await line.until(lambda: len(line.channel.sent) == 1) < 1.5


async def test_a_long_chat_flows_without_waiting_for_a_sweep(database: Database, cipher: Cipher) -> None:
    async with _running(database, cipher, FakeChannel(takes_s=0.002)) as line:
        for number in range(30):
            await line.promise(words=f"{number:02}")
        await line.until(lambda: line.statuses() == ["sent"] * 30)

    assert line.channel.words == [f"{number:02}" for number in range(30)]


async def test_sends_that_end_one_by_one_are_all_written_down(database: Database, cipher: Cipher) -> None:
    """Outcomes come in while others are being written: none may fall between."""
    channel = FakeChannel()
    send = channel.send

    async def send_in_its_own_time(outgoing: Outgoing) -> SendResult:
        await asyncio.sleep(outgoing.id % 7 / 2000)
        return await send(outgoing)

    channel.send = send_in_its_own_time  # type: ignore[method-assign] # spreads the ends of the sends
    async with _running(database, cipher, channel) as line:
        for number in range(60):
            await line.promise(f"c:{number % 20}")
        await line.until(lambda: line.statuses() == ["sent"] * 60)


async def test_a_slow_chat_stalls_nobody_else(database: Database, cipher: Cipher) -> None:
    channel = FakeChannel()
    stuck = asyncio.Event()
    async with _running(database, cipher, channel) as line:
        send = channel.send

        async def send_or_hang(outgoing: Outgoing) -> SendResult:
            if outgoing.ordering_key == "slow":
                await stuck.wait()
            return await send(outgoing)

        channel.send = send_or_hang  # type: ignore[method-assign] # one chat of this channel hangs
        await line.promise("slow", words="lama", priority=1)
        for number in range(40):
            await line.promise(f"c:{number}")
        await line.until(lambda: len(channel.sent) == 40)
        stuck.set()
        await line.until(lambda: len(channel.sent) == 41)


async def test_no_more_than_allowed_are_on_their_way(database: Database, cipher: Cipher) -> None:
    channel = FakeChannel(takes_s=0.2)  # longer than a promise takes on a slow disk
    channel.parallel = 4
    async with _running(database, cipher, channel) as line:
        for number in range(12):
            await line.promise(f"c:{number}")
        await line.until(lambda: len(channel.sent) == 12)

    assert 2 <= channel.most_flying <= 4


async def test_a_lane_keeps_to_its_speed_and_lets_the_urgent_go_first(database: Database, cipher: Cipher) -> None:
    channel = FakeChannel()
    channel.per_second = 10
    async with _running(database, cipher, channel) as line:
        began = time.perf_counter()
        for number in range(14):
            await line.promise(f"c:{number}", words="siaran", priority=9)
        await line.promise("d:1", words="darurat", priority=1)
        await line.until(lambda: len(channel.sent) == 15)

    # ten go at once, the other five at ten a second
    assert time.perf_counter() - began > 0.35
    assert channel.words[-1] == "siaran"


async def test_two_messages_to_one_chat_keep_their_distance(database: Database, cipher: Cipher) -> None:
    channel = FakeChannel()
    channel.gap = 0.3
    async with _running(database, cipher, channel) as line:
        await line.promise("a", words="1")
        await line.promise("a", words="2")
        await line.promise("b", words="3")
        await line.until(lambda: len(channel.sent) == 2)
        assert sorted(map(str, channel.words)) == ["1", "3"]

        assert await line.until(lambda: len(channel.sent) == 3) > 0.1


async def test_a_limit_for_the_whole_lane_pauses_it(database: Database, cipher: Cipher) -> None:
    channel = FakeChannel()

    def limited(outgoing: Outgoing) -> SendResult:
        channel.answer = lambda outgoing: SendResult()
        raise TryLater("rate_limited", retry_after_s=0.4, whole_lane=True)

    channel.answer = limited
    async with _running(database, cipher, channel) as line:
        await line.promise("a")
        await line.until(lambda: len(channel.tried) == 1)
        await line.promise("b")

        assert await line.until(lambda: len(channel.sent) == 1) > 0.25


async def test_stopping_lets_what_is_on_its_way_arrive(database: Database, cipher: Cipher) -> None:
    async with _running(database, cipher, FakeChannel(takes_s=0.2)) as line:
        await line.promise()
        await line.until(lambda: line.channel.flying == 1)

    assert len(line.channel.sent) == 1
    assert line.statuses() == ["sent"]


async def test_the_delivery_outlives_a_database_that_was_away(postgres_database: Database, cipher: Cipher) -> None:
    kill = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    async with _running(postgres_database, cipher, FakeChannel(), sweep_s=0.1) as line:
        await line.promise(words="dulu")
        await line.until(lambda: len(line.channel.sent) == 1)
        with postgres_database.reader() as conn:
            conn.execute(kill)
        await asyncio.sleep(0.3)
        await line.promise("b", words="kemudian")
        await line.until(lambda: "kemudian" in line.channel.words)


async def test_stopping_leaves_no_row_claimed(database: Database, cipher: Cipher) -> None:
    """A stop in the middle of a claim would otherwise leave rows to their lease."""
    for wait_ms in range(12):
        async with _running(database, cipher, FakeChannel()) as line:
            for number in range(3):
                await line.promise(f"{wait_ms}:{number}")
            await asyncio.sleep(wait_ms / 4000)

        assert "claimed" not in line.statuses()


@pytest.mark.slow
@pytest.mark.xdist_group("load")
async def test_delivery_is_quicker_than_any_provider(sqlite_database: Database, cipher: Cipher) -> None:
    channel = FakeChannel()
    channel.parallel = 64
    line = Line(sqlite_database, cipher, channel)
    line.writer.start()
    for number in range(4000):
        await line.promise(f"c:{number % 500}")
    delivery = Delivery(line.writer, cipher, [channel], now=_now)
    await delivery.start()
    took_s = await line.until(lambda: len(channel.sent) == 4000, within_s=120)
    await delivery.stop()
    line.writer.stop()

    assert took_s < 4000 / PROVIDER_PER_S
