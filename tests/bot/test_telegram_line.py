"""The line to Telegram: polling, files, errors and time-outs, and nothing secret in any log."""

import asyncio
import logging
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channel import Refused, TryLater, Uncertain
from bot.fetching import FetchLater, GoneAtProvider, TooBigAtProvider
from bot.telegram_bot import Moved, TelegramLine, in_our_words, translated
from bot.telegram_media import TelegramFiles
from bot.telegram_pace import GroupPace
from bot.telegram_polling import Poller
from storage.cipher import Cipher
from storage.database import Database
from tests.fakes.telegram_room import CITIZEN, EMERGENCY, GROUP, OFFICER, Room, telegram_fixture, telegram_room
from tests.fakes.telegram_server import Fault, TelegramServer, telegram
from tests.fakes.telegram_world import TOKEN
from webhook.quiet_logs import set_up_logging

room = telegram_fixture()


async def until(condition, *, within_s: float = 120.0) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Wait until something holds."""
    async with asyncio.timeout(within_s):
        while not condition():  # noqa: ASYNC110 - what is waited for lies in a double
            await asyncio.sleep(0.01)


def poller(server: TelegramServer, taken: list[object], *, fails: list[Exception] | None = None) -> Poller:
    """Make a poller that hurries."""

    async def take(update: object) -> None:
        if fails:
            raise fails.pop(0)
        taken.append(update)

    return Poller(TelegramLine(TOKEN, server.base), take, long_poll_s=1, pauses_s=(0.02,), conflict_pause_s=0.05)


async def test_trap_23_one_bad_update_does_not_stop_the_next(room: Room) -> None:
    """T23: the library's own poller stays with [bad, good] for ever; ours goes on, and stops when told."""
    room.world.push({"message": {"message_id": 1, "date": 0, "chat": "?", "from": {"id": 1}}})
    room.world.push({"message": [{"very": "odd"}]})
    room.world.says(CITIZEN, "/start")
    polling = Poller(TelegramLine(TOKEN, room.server.base), room.door.take, long_poll_s=1)
    polling.start()
    await until(lambda: room.world.seen(CITIZEN))
    await polling.stop()

    assert "110" in room.world.seen(CITIZEN)[0]
    assert room.rows("SELECT count(*) FROM inbox WHERE status = 'parked'") == [(2,)]


async def test_an_update_is_asked_for_again_until_it_is_safe() -> None:
    async with telegram() as server:
        taken: list[object] = []
        server.world.person(CITIZEN, "Wati")
        server.world.says(CITIZEN, "satu")
        server.world.says(CITIZEN, "dua")
        polling = poller(server, taken, fails=[OSError("database away")] * 3)
        polling.start()
        await until(lambda: len(taken) == 2)
        await polling.stop()

        assert [one["message"]["text"] for one in taken] == ["satu", "dua"]  # type: ignore[index]


async def test_polling_ends_a_webhook_without_throwing_reports_away() -> None:
    async with telegram() as server:
        taken: list[object] = []
        server.webhook = {"url": "https://old.example/webhook/telegram"}
        server.world.person(CITIZEN, "Wati")
        server.world.says(CITIZEN, "menunggu")
        polling = poller(server, taken)
        polling.start()
        await until(lambda: taken)
        await polling.stop()

        assert "drop_pending_updates" not in dict(server.calls[0][1])


async def test_a_second_poller_is_named_clearly_once(caplog: pytest.LogCaptureFixture) -> None:
    async with telegram() as server:
        server.faults = [Fault("getUpdates", code=409, description="Conflict: terminated by other", times=5)]
        taken: list[object] = []
        server.world.person(CITIZEN, "Wati")
        server.world.says(CITIZEN, "halo")
        polling = poller(server, taken)
        polling.start()
        await until(lambda: taken)
        await polling.stop()

    told = [record.message for record in caplog.records if "polls" in record.message]
    assert told == ["another process polls with the same bot token: stop one of them"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("getUpdates", code=502, body=b"<html>Bad Gateway</html>", times=3),
        Fault("getUpdates", code=500, body=b'"a string"', times=3),
        Fault("getUpdates", body=b"[" * 90_000, times=1),
        Fault("getUpdates", code=429, description="Too Many Requests", retry_after=0, times=2),
        Fault("getUpdates", code=401, description="Unauthorized", times=2),
    ],
)
async def test_polling_outlives_every_answer(fault: Fault) -> None:
    async with telegram() as server:
        taken: list[object] = []
        server.faults = [fault]
        server.world.person(CITIZEN, "Wati")
        server.world.says(CITIZEN, "halo")
        polling = poller(server, taken)
        polling.start()
        await until(lambda: taken)
        await polling.stop()


async def test_a_dead_network_does_not_stop_the_start() -> None:
    line = TelegramLine(TOKEN, "http://127.0.0.1:9")
    polling = Poller(line, _never, pauses_s=(0.01,))
    polling.start()
    await asyncio.sleep(0.1)
    assert polling._task is not None
    assert not polling._task.done()
    await polling.stop()


async def _never(update: object) -> None:
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (RetryAfter(timedelta(seconds=7)), TryLater, "rate_limited"),
        (Forbidden("Forbidden: bot was blocked by the user"), Refused, "blocked"),
        (BadRequest("Chat not found"), Refused, "chat_not_found"),
        (BadRequest("whatever"), Refused, "bad_request"),
        (InvalidToken("x"), TryLater, "bad_token"),
        (Conflict("x"), TryLater, "conflict"),
        (TimedOut(), Uncertain, "timeout"),
        (NetworkError("Bad Gateway"), TryLater, "provider_down"),
        (NetworkError("Gateway Timeout (504)"), Uncertain, "timeout"),
        (TelegramError("Invalid server response"), Uncertain, "unreadable_answer"),
    ],
)
def test_every_error_of_the_library_has_our_word(error: Exception, kind: type[Exception], reason: str) -> None:
    told = translated(error)  # type: ignore[arg-type]

    assert type(told) is kind
    assert told.reason == reason


@pytest.mark.parametrize("code", [400, 401, 403, 404, 409, 502])
async def test_a_page_of_a_proxy_is_no_answer_of_telegrams(room: Room, code: int) -> None:
    """Nobody is taken for blocked, nothing is given up, and it goes out when the proxy is gone."""
    room.server.faults = [Fault("sendMessage", code=code, body=b"<html>Access denied by policy</html>")]
    await room.say("/start")
    assert room.rows("SELECT blocked_at IS NULL FROM identity") == [(1,)]
    room.clock.later += timedelta(minutes=5)
    room.hotline.delivery._lanes["telegram"]._pace._paused_until = 0.0  # the lane's own pause is over as well
    room.hotline.delivery.wake(frozenset({"telegram"}))
    await room.settle()

    assert "110" in room.world.seen(CITIZEN)[0]


def test_a_group_that_moved_says_where_to() -> None:
    with pytest.raises(Moved) as moved, in_our_words():
        raise ChatMigrated(-1005)

    assert moved.value.new_chat == "-1005"


def test_a_pause_is_what_telegram_asked_for() -> None:
    told = translated(RetryAfter(30))

    assert isinstance(told, TryLater)
    assert told.retry_after_s == 30


@pytest.mark.slow
async def test_trap_24_a_hung_connection_ends_within_ten_seconds(room: Room) -> None:
    room.server.faults = [Fault("sendMessage", hangs=True)]
    loop = asyncio.get_running_loop()
    began = loop.time()
    await room.say("/start")
    assert loop.time() - began < 11
    assert room.rows("SELECT last_error FROM outbox WHERE purpose = 'reply'") == [("timeout",)]


async def test_trap_20_a_reply_that_may_have_arrived_is_doubled_at_most_once(room: Room) -> None:
    room.server.faults = [Fault("sendMessage", code=200, body=b"not json", done_first=True, times=9)]
    await room.say("/start")
    for _ in range(5):
        await room.later(minutes=5)

    assert 1 <= len(room.world.seen(CITIZEN)) <= 2


@pytest.fixture
def levels() -> Iterator[None]:
    """Puts every logger back as it was."""
    root = logging.getLogger()
    known = {name: one.level for name, one in root.manager.loggerDict.items() if isinstance(one, logging.Logger)}
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, was in known.items():
        logging.getLogger(name).setLevel(was)


@pytest.mark.slow
@pytest.mark.parametrize("is_raised", [False, True], ids=["as the start sets it", "every library at DEBUG"])
async def test_trap_24_no_log_holds_a_token_a_name_or_a_word(
    sqlite_database: Database,
    cipher: Cipher,
    capsys: pytest.CaptureFixture[str],
    levels: None,
    *,
    is_raised: bool,
) -> None:
    """T24: what an operator reads, ours at DEBUG; the library quotes the whole of an answer that is cut off."""
    set_up_logging(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict) if is_raised else []:
        logging.getLogger(name).setLevel(logging.DEBUG)
    cut_off = b'{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":5001,"first_name":"Wati"},"text":"rahasia'
    async with telegram_room(sqlite_database, cipher) as room:
        await room.officer()
        room.server.faults = [
            Fault("sendMessage", CITIZEN, body=cut_off, done_first=True),
            Fault("sendMessage", GROUP, code=500, description="Internal"),
            Fault("getFile", code=500),
        ]
        await room.say(EMERGENCY + " hubungi 081900000123")
        await room.say(caption="rahasia", photo=[{"file_id": "kosong", "file_unique_id": "u", "width": 1, "height": 1}])
        for _ in range(2):
            await room.later(minutes=1)
        room.world.presses(OFFICER, "Terima", chat_id=GROUP)
        await room.pump()
        room.world.push({"message": {"message_id": 1, "text": "rahasia", "chat": {"id": 1}}})
        await room.pump()
    told = capsys.readouterr().err

    assert "telegram.request.BaseRequest: at _baserequest.py" in told
    for secret in (TOKEN, TOKEN.partition(":")[2], "disekap", "81900000123", "rahasia", "Siti", "Wati"):
        assert secret not in told
    assert not re.search(rf"(?<!\d){CITIZEN}(?!\d)", told)  # the number of a file may hold the same digits


# --- files ---


async def test_trap_18_files_are_capped_and_never_followed_elsewhere() -> None:
    async with telegram() as server:
        line = TelegramLine(TOKEN, server.base)
        bot = line.open_bot()
        files = TelegramFiles(bot, line)
        world = server.world
        world.file("good", b"x" * 100_000)
        world.file("big", b"x" * 20_000_001)

        async def read(file_id: str) -> bytes:
            async with files.open({"file_id": file_id}) as chunks:
                return b"".join([chunk async for chunk in chunks])

        assert await read("good") == b"x" * 100_000
        with pytest.raises(TooBigAtProvider):
            await read("big")
        with pytest.raises(GoneAtProvider):
            await read("nowhere")
        for path, error in (("https://evil.example/x", GoneAtProvider), ("../../etc/passwd", GoneAtProvider)):
            told = {"file_id": "good", "file_unique_id": "u", "file_path": path}
            body = _json({"ok": True, "result": told})
            server.faults = [Fault("getFile", body=body)]
            with pytest.raises(error):
                await read("good")
        server.faults = [Fault("file", code=404)]
        with pytest.raises(GoneAtProvider):
            await read("good")
        server.faults = [Fault("file", code=302)]
        with pytest.raises(FetchLater):
            await read("good")
        await bot.request.shutdown()


def _json(told: object) -> bytes:
    import json

    return json.dumps(told).encode()


# --- pace ---


def test_the_group_keeps_within_twenty_a_minute_and_alerts_pass_cards() -> None:
    now = 0.0
    pace = GroupPace(lambda: now)
    cards = [pace.early_s("card") for _ in range(20)]
    assert sum(early == 0 for early in cards) == 14
    alerts = [pace.early_s("alert") for _ in range(10)]
    assert sum(early == 0 for early in alerts) == 5
    now = 60.1
    assert pace.early_s("card") == 0


def test_a_pause_holds_the_group_alone() -> None:
    now = 0.0
    pace = GroupPace(lambda: now)
    pace.note(TryLater("rate_limited", retry_after_s=30))

    assert pace.early_s("alert") == 30
