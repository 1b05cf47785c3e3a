"""A hotline connected to the double of Telegram: everything real but the provider, and a clock that can be moved."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot import officer_links, officers
from bot.desk import Desk
from bot.duty_acts import DutyActs
from bot.duty_cards import CardLook
from bot.hotline import Hotline, Parts, running
from bot.ladder import places
from bot.officers import NewOfficer
from bot.rules import Rules
from bot.telegram_board import DutyBoard
from bot.telegram_bot import TelegramLine
from bot.telegram_channel import TelegramChannel
from bot.telegram_door import TelegramDoor
from bot.telegram_duty import DutyGroup
from bot.telegram_media import TelegramFiles
from storage import officers as officer_rows
from storage import tickets
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.officers import OfficerRow
from storage.tickets import TicketRow
from tests.fakes.telegram_server import TelegramServer, telegram
from tests.fakes.telegram_world import BOT_ID, TOKEN, Json, World

GROUP = -1001234567890
CITIZEN = 5001
OFFICER = 9001
EMERGENCY = "tolong, adik saya disekap di ruko di mataram, paspornya ditahan"


class MovedClock:
    """Real time, and as much later as a test says."""

    def __init__(self) -> None:
        self.later = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.later


@dataclass
class Room:
    """What a test works with."""

    server: TelegramServer
    world: World
    hotline: Hotline
    door: TelegramDoor
    desk: Desk
    cipher: Cipher
    database: Database
    clock: MovedClock
    channel: TelegramChannel
    taken: list[dict[str, object]] = field(default_factory=list)

    @property
    def card(self) -> Json:
        """The card as it stands in the group: the bot's first message there that has text."""
        shown = self.world.chats[GROUP].messages.values()
        return next(one for one in shown if "text" in one and one["from"]["is_bot"])

    async def pump(self) -> None:
        """Take in what waits at Telegram, and let everything that follows from it happen."""
        while self.world.updates:
            update = self.world.updates.pop(0)
            self.taken.append(update)
            await self.door.take(update)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is left to send or to fetch."""
        async with asyncio.timeout(120):
            while await self._is_open():  # noqa: ASYNC110 - what is waited for lies in the database
                await asyncio.sleep(0.01)

    async def _is_open(self) -> bool:
        self.world.now = self.clock()
        waiting = await self._open()  # before the look at what is being fetched: a timer that fired begins a fetch
        return await self.hotline.fetching.settle() or waiting > 0

    async def _open(self) -> int:
        now = int(self.clock().timestamp() * 1_000_000)

        def look(conn: Connection) -> int:
            sql = (
                "SELECT count(*) FROM outbox o WHERE status IN ('ready', 'claimed') AND due_at <= :now AND NOT EXISTS "
                "(SELECT 1 FROM outbox e WHERE e.ordering_key = o.ordering_key AND e.id < o.id AND e.status = 'ready')"
            )
            timers = "SELECT count(*) FROM timer WHERE status = 'waiting' AND kind = 'fetch' AND due_at <= :now"
            return sum(int(conn.execute(text(one), {"now": now}).scalar_one()) for one in (sql, timers))

        # asked of the writer: its answer comes after what every earlier commit has begun
        return await self.hotline.writer.run(look)

    async def say(self, words: str = "", **more: object) -> list[str]:
        """Let the citizen write, and give what they read after that."""
        before = len(self.world.seen(CITIZEN))
        self.world.says(CITIZEN, **({"text": words} | more))  # type: ignore[arg-type]
        await self.pump()
        return self.world.seen(CITIZEN)[before:]

    async def press(self, title: str) -> list[str]:
        """Let the citizen press the newest button of that title, and give what they read after that."""
        before = len(self.world.seen(CITIZEN))
        self.world.presses(CITIZEN, title)
        await self.pump()
        return self.world.seen(CITIZEN)[before:]

    async def answer_card(self, words: str = "", **more: object) -> None:
        """Let the officer answer the card in the group."""
        said = {"text": words} if words else {}
        self.world.says(OFFICER, to=GROUP, answers=self.card["message_id"], **(said | more))  # type: ignore[arg-type]
        await self.pump()

    async def order(self, words: str, **more: int) -> None:
        """Let the officer write in the group, under no card."""
        self.world.says(OFFICER, words, to=GROUP, **more)
        await self.pump()

    async def officer_presses(self, title: str) -> Json:
        """Let the officer press the newest button of that title in the group, and give the press."""
        query = self.world.presses(OFFICER, title, chat_id=GROUP)
        await self.pump()
        return query

    async def emergency(self, words: str = EMERGENCY) -> OfficerRow:
        """Enter an officer, and let the citizen tell of an emergency."""
        officer = await self.officer()
        await self.say(words)
        return officer

    async def later(self, **span: float) -> None:
        """Let time pass, and everything that is due go out."""
        self.clock.later += timedelta(**span)
        self.hotline.delivery.wake(frozenset({"telegram"}))
        await self.settle()

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Look into the database."""
        with self.database.reader() as conn:
            return [tuple(row) for row in conn.execute(text(sql))]

    def ticket(self) -> TicketRow:
        """Give the only ticket."""
        ((code,),) = self.rows("SELECT code FROM ticket")
        with self.database.reader() as conn:
            found = tickets.by_code(conn, str(code))
        assert found is not None
        return found

    async def officer(self, login: str = "siti", name: str = "Siti Aminah", *, account: int = OFFICER) -> OfficerRow:
        """Enter an officer and link their account as they would: a code from the desk, sent to the bot."""
        store = self.hotline.desk_store

        def enter(conn: Connection) -> str:
            officers.add(conn, self.cipher, NewOfficer(login, name), now=store.clock())
            return officer_links.give_code(conn, self.cipher, login, now=store.clock()).code

        code = await store.write(enter)
        self.world.person(account, name)
        self.world.says(account, f"/tautkan {code}")
        await self.pump()
        found = await store.read(lambda conn: officer_rows.by_login(conn, self.cipher, login))
        assert found is not None
        return found


@contextlib.asynccontextmanager
async def telegram_room(
    database: Database,
    cipher: Cipher,
    *,
    is_forum: bool = False,
    has_group: bool = True,
    duty_card: str = "full",
    citizen_gap_s: float = 0.0,
    folder: Path | None = None,
) -> AsyncIterator[Room]:
    """Run a hotline against a fresh Telegram; the citizen has pressed Start, the group exists."""
    home = folder or (database.path.parent if database.path else None)
    assert home is not None
    clock = MovedClock()
    rules = Rules(places=places(has_group=has_group), duty_card=duty_card)
    async with telegram() as server:
        world = server.world
        world.now = clock()
        world.person(CITIZEN, "Wati")
        world.group(GROUP, is_forum=is_forum)
        line = TelegramLine(TOKEN, server.base)
        bot = line.open_bot()
        made: list[TelegramChannel] = []

        def outlets(store):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            board = DutyBoard(bot, store, str(GROUP) if has_group else "", CardLook(duty_card, "52", rules.zone))
            made.append(TelegramChannel(bot, board, store, citizen_gap_s=citizen_gap_s))
            return made

        evidence = EvidenceFolder(home / "evidence", cipher)
        parts = Parts(
            database, cipher, evidence, rules, clock=clock, outlets=outlets, sources=[TelegramFiles(bot, line)]
        )
        async with running(parts) as hotline:
            desk = Desk(hotline.desk_store, hotline.bell, rules)
            acts = DutyActs(desk, hotline.desk_store, CardLook(duty_card, "52", rules.zone))
            duty = DutyGroup(hotline.desk_store, desk, acts, str(BOT_ID))
            door = TelegramDoor(hotline, hotline.desk_store, duty, str(GROUP) if has_group else "")
            yield Room(server, world, hotline, door, desk, cipher, database, clock, made[0])
        await made[0].close()


def telegram_fixture(**options: Any) -> Callable[..., AsyncIterator[Room]]:
    """Make a fixture out of `telegram_room` on SQLite; a test file calls it what it likes."""

    @pytest.fixture
    async def room(sqlite_database: Database, cipher: Cipher) -> AsyncIterator[Room]:
        async with telegram_room(sqlite_database, cipher, **options) as running:
            yield running

    return room  # type: ignore[no-any-return]
