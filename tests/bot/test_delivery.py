"""What was promised is sent, in order within a chat, and whatever the provider answers has its place."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import NoReturn

import pytest
from sqlalchemy import Connection, text

from bot.channel import NeedsTemplate, Outgoing, Refused, SendError, SendResult, TryLater, Uncertain
from bot.delivery import Delivery
from storage import contacts, outbox
from storage.cipher import Cipher
from storage.database import Database
from storage.outbox import Claimed
from storage.writer import Writer
from tests.bot.fake_channel import FakeChannel
from tests.conftest import FrozenClock
from tests.storage.outbox_rows import NOW, promise

_ADDRESS = "+62811000001"


class Desk:
    """A writer, a fake channel and the delivery between them, all on a clock that stands still."""

    def __init__(self, database: Database, cipher: Cipher, clock: FrozenClock) -> None:
        self.database, self.cipher, self.clock = database, cipher, clock
        clock.now = NOW
        self.writer: Writer[None, None] = Writer(database.engine, lambda conn, items: items)
        self.writer.start()
        self.channel = FakeChannel()
        self.told: list[tuple[str, int, str]] = []
        self.delivery = self.deliver_by(self.channel)

    def deliver_by(self, channel: FakeChannel) -> Delivery:
        return Delivery(
            self.writer,
            self.cipher,
            [channel],
            now=self.clock,
            on_dead=self._note("dead"),
            on_held=self._note("held"),
        )

    def _note(self, what: str) -> Callable[[Connection, Claimed, str, datetime], None]:
        def told(conn: Connection, row: Claimed, reason: str, now: datetime) -> None:
            # within the transaction: what is written here stands and falls with the row's new state
            conn.execute(text("INSERT INTO throttle (key, count, since) VALUES (:key, 0, 0)"), {"key": f"{row.id}"})
            self.told.append((what, row.id, reason))

        return told

    def promise(self, key: str = "c:1", **settings: object) -> int:
        return self.writer.run_now(lambda conn: promise(conn, self.cipher, key, now=self.clock.now, **settings))  # type: ignore[arg-type]

    def sender(self) -> int:
        def make(conn: Connection) -> int:
            lookup = contacts.lookup_of(self.cipher, "whatsapp", _ADDRESS)
            return contacts.find_or_make(conn, self.cipher, [("whatsapp", lookup, _ADDRESS)], NOW)[lookup].identity_id

        return self.writer.run_now(make)

    def row(self, row_id: int) -> tuple[str, str | None, int]:
        with self.database.reader() as conn:
            query = text("SELECT status, last_error, attempts FROM outbox WHERE id = :id")
            return tuple(conn.execute(query, {"id": row_id}).one())

    async def drain(self) -> None:
        await self.delivery.drain()


@pytest.fixture
async def desk(database: Database, cipher: Cipher, clock: FrozenClock) -> AsyncIterator[Desk]:
    made = Desk(database, cipher, clock)
    yield made
    made.writer.stop()


def _raises(error: Exception) -> Callable[[Outgoing], NoReturn]:
    def answer(outgoing: Outgoing) -> NoReturn:
        raise error

    return answer


async def test_a_promise_reaches_its_address_and_is_marked(desk: Desk) -> None:
    identity_id = desk.sender()
    row_id = desk.promise(words="apa kabar", identity_id=identity_id)
    await desk.drain()

    assert [(one.address, one.body) for one in desk.channel.sent] == [(_ADDRESS, {"text": "apa kabar"})]
    assert desk.row(row_id) == ("sent", None, 1)
    with desk.database.reader() as conn:
        assert conn.execute(text("SELECT provider_message_id FROM outbox")).scalar_one() == f"SM{row_id}"


async def test_a_chat_is_answered_in_order(desk: Desk) -> None:
    for number in range(6):
        desk.promise("c:1", words=f"a{number}", priority=9 - number)
        desk.promise("c:2", words=f"b{number}")
    await desk.drain()

    for chat in "ab":
        assert [word for word in desk.channel.words if str(word)[0] == chat] == [f"{chat}{n}" for n in range(6)]


async def test_a_rate_limited_chat_waits_as_long_as_the_provider_says_and_stalls_nobody(desk: Desk) -> None:
    def answer(outgoing: Outgoing) -> SendResult:
        if outgoing.ordering_key == "limited" and desk.clock.now < NOW + timedelta(seconds=40):
            raise TryLater("rate_limited", retry_after_s=40)
        return SendResult()

    desk.channel.answer = answer
    desk.promise("limited", words="nanti")
    desk.promise("limited", words="sesudahnya")
    desk.promise("other", words="kini")
    await desk.drain()
    assert desk.channel.words == ["kini"]

    desk.clock.advance(seconds=39)
    await desk.drain()
    assert desk.channel.words == ["kini"]
    desk.clock.advance(seconds=1)
    await desk.drain()
    assert desk.channel.words == ["kini", "nanti", "sesudahnya"]


async def test_what_never_works_dies_after_eight_tries_and_duty_is_told(desk: Desk) -> None:
    desk.channel.answer = _raises(TryLater("provider_down"))
    row_id = desk.promise()
    for _ in range(12):
        await desk.drain()
        desk.clock.advance(minutes=20)

    assert desk.row(row_id) == ("dead", "provider_down", 8)
    assert desk.told == [("dead", row_id, "provider_down")]


async def test_a_refused_message_dies_at_once_and_the_chat_goes_on(desk: Desk) -> None:
    desk.channel.answer = lambda outgoing: _refuse() if outgoing.body["text"] == "x" else SendResult()
    dead, alive = desk.promise(words="x"), desk.promise(words="y")
    await desk.drain()

    assert (desk.row(dead)[0], desk.row(alive)[0]) == ("dead", "sent")
    with desk.database.reader() as conn:
        assert conn.execute(text("SELECT key FROM throttle")).scalars().all() == [str(dead)]


def _refuse() -> NoReturn:
    raise Refused("invalid_number")


async def test_whoever_shut_us_out_is_not_written_to_again(desk: Desk) -> None:
    identity_id = desk.sender()
    desk.channel.answer = _raises(Refused("forbidden", is_blocked=True))
    first = desk.promise(identity_id=identity_id)
    await desk.drain()
    second = desk.promise(identity_id=identity_id)
    await desk.drain()

    assert len(desk.channel.tried) == 1
    assert (desk.row(first)[1], desk.row(second)[1]) == ("forbidden", "blocked")


async def test_a_closed_window_holds_the_message_until_its_citizen_writes(desk: Desk) -> None:
    identity_id = desk.sender()
    desk.channel.answer = _raises(NeedsTemplate("window_closed"))
    row_id = desk.promise(identity_id=identity_id)
    await desk.drain()
    assert desk.row(row_id)[0] == "held"
    assert desk.told == [("held", row_id, "window_closed")]

    desk.channel.answer = lambda outgoing: SendResult()
    desk.writer.run_now(lambda conn: outbox.release(conn, [identity_id], NOW))
    await desk.drain()
    assert desk.row(row_id)[0] == "sent"


async def test_an_expired_message_is_not_sent_and_not_forgotten(desk: Desk) -> None:
    row_id = desk.promise(expires_at=NOW + timedelta(hours=1))
    desk.clock.advance(hours=2)
    await desk.drain()

    assert desk.channel.tried == []
    assert desk.told == [("dead", row_id, "expired")]


@pytest.mark.parametrize("error", [Uncertain("line_broke"), ConnectionResetError(), ValueError("odd")])
async def test_an_uncertain_send_is_looked_up_before_it_is_repeated(desk: Desk, error: Exception) -> None:
    desk.channel.answer = _raises(error)
    row_id = desk.promise()
    await desk.drain()
    assert desk.row(row_id)[0] == "ready"

    desk.channel.found = SendResult("SM-found")
    desk.clock.advance(seconds=10)
    await desk.drain()
    assert desk.channel.asked == [row_id]
    assert len(desk.channel.tried) == 1
    assert desk.row(row_id)[0] == "sent"


async def test_a_citizen_never_gets_a_third_copy(desk: Desk) -> None:
    desk.channel.answer = _raises(Uncertain("line_broke"))
    row_id = desk.promise()
    for _ in range(6):
        await desk.drain()
        desk.clock.advance(minutes=20)

    assert [one.is_repeat for one in desk.channel.tried] == [False, True]
    assert desk.told == [("dead", row_id, "uncertain_twice")]


async def test_an_alert_to_officers_is_repeated_until_it_is_certain(desk: Desk) -> None:
    desk.channel.answer = _raises(Uncertain("line_broke"))
    row_id = desk.promise(purpose="alert")
    for _ in range(4):
        await desk.drain()
        desk.clock.advance(minutes=20)
    desk.channel.answer = lambda outgoing: SendResult()
    await desk.drain()

    assert len(desk.channel.tried) == 5
    assert desk.row(row_id)[0] == "sent"


async def test_a_teller_that_fails_keeps_nobody_from_being_written_down(desk: Desk) -> None:
    """The note about the first dead row is there already, so telling of it again breaks a rule of the database."""
    desk.channel.answer = lambda outgoing: _refuse() if outgoing.body["text"] == "x" else SendResult()
    dead, alive = desk.promise("a", words="x"), desk.promise("b", words="y")
    await desk.drain()
    assert desk.writer.run_now(lambda conn: outbox.requeue(conn, dead, desk.clock.now))
    later = desk.promise("c", words="z")
    await desk.drain()

    assert [desk.row(row_id)[0] for row_id in (dead, alive, later)] == ["dead", "sent", "sent"]


async def test_rows_left_by_a_killed_process_go_out_when_it_starts_again(desk: Desk) -> None:
    row_id = desk.promise()
    desk.writer.run_now(lambda conn: outbox.claim(conn, desk.cipher, "whatsapp", owner="dead", now=NOW, limit=9))
    await desk.drain()
    assert desk.channel.tried == []

    await desk.delivery.start()
    while not desk.channel.sent:  # noqa: ASYNC110 - the fake has no event to wait for
        await asyncio.sleep(0.005)
    await desk.delivery.stop()
    assert desk.row(row_id)[0] == "sent"
    assert desk.channel.asked == [row_id]


async def test_mailboxes_are_posted_without_a_channel(desk: Desk) -> None:
    row_id = desk.promise(lane="web", due_s=30)
    desk.clock.advance(seconds=31)
    await desk.drain()

    assert desk.row(row_id)[0] == "sent"
    assert desk.channel.tried == []


async def test_an_error_says_no_more_than_its_reason() -> None:
    assert str(SendError("rate_limited")) == "rate_limited"
    assert TryLater("x", whole_lane=True).whole_lane
