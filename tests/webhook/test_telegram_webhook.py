"""The Telegram webhook: only Telegram gets in, what gets in is safe before it is acknowledged, nothing answers 500."""

import asyncio
import contextlib
import json
import random
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from bot.inbound import Inbound
from bot.telegram_events import FromCitizen
from bot.telegram_orders import LINK
from bot.telegram_parse import parse
from flows.said import Kind, Said
from storage.cipher import Cipher
from storage.database import Database
from tests.fakes.telegram_corpus import generated
from tests.fakes.telegram_room import CITIZEN, Room, telegram_room
from tests.fakes.telegram_world import Json, World
from tests.hotline_double import greeting
from webhook.public.app import create_public_app
from webhook.telegram_routes import PATH, SECRET_HEADER, add_telegram_routes

SECRET, OLD_SECRET = "rahasia-baru_1", "rahasia-lama_0"


@contextlib.asynccontextmanager
async def public(room: Room) -> AsyncIterator[httpx.AsyncClient]:
    """The public face of a room's hotline, with Telegram's webhook."""
    app = create_public_app(
        room.hotline,
        base_url="https://lapor.example",
        greeting=greeting,
        extend=lambda behind: add_telegram_routes(behind, room.door, (SECRET, OLD_SECRET)),
    )
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://lapor.example") as client:
        yield client


async def post(client: httpx.AsyncClient, update: object, secret: str = SECRET) -> int:
    """Post as Telegram does."""
    headers = {SECRET_HEADER: secret} if secret else {}
    return (await client.post(PATH, json=update, headers=headers)).status_code


async def test_an_update_with_the_secret_is_taken_and_answered(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        room.server.webhook = {"secret_token": SECRET}
        room.world.says(CITIZEN, "/start")
        assert await room.server.deliver(lambda update, secret: post(client, update, secret)) == [200]
        await room.settle()

        assert "110" in room.world.seen(CITIZEN)[0]


@pytest.mark.parametrize("secret", ["", "x", SECRET[:-1], SECRET + " x", SECRET.upper(), "rahasia-baru_1\u00e9"])
async def test_trap_4_without_the_secret_nobody_gets_in(sqlite_database: Database, cipher: Cipher, secret: str) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        update = room.world.says(CITIZEN, "palsu")
        headers = [(SECRET_HEADER.encode(), secret.encode("latin-1"))] if secret else []
        answer = await client.post(PATH, json={"update_id": 1, "message": update}, headers=headers)

        assert answer.status_code == 403
        assert room.rows("SELECT count(*) FROM inbox") == [(0,)]


async def test_while_secrets_change_the_old_one_still_counts(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        room.world.says(CITIZEN, "halo")

        assert await post(client, room.world.updates[0], OLD_SECRET) == 200


async def test_trap_1_one_update_five_times_at_once_is_one(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        room.world.says(CITIZEN, "/start")
        statuses = await asyncio.gather(*(post(client, room.world.updates[0]) for _ in range(5)))
        await room.settle()

        assert statuses == [200] * 5
        assert room.rows("SELECT count(*) FROM inbox") == [(1,)]
        assert len(room.world.seen(CITIZEN)) == 1


async def test_trap_6_a_replayed_update_has_no_second_effect(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        room.server.webhook = {"secret_token": SECRET}
        room.world.says(CITIZEN, "/start")
        captured = room.world.updates[0]
        await room.server.deliver(lambda update, secret: post(client, update, secret))
        await room.settle()
        room.clock.later += timedelta(hours=1)
        assert await post(client, captured) == 200
        await room.settle()

        assert len(room.world.seen(CITIZEN)) == 1


async def test_updates_in_any_order_are_each_taken_once(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        room.server.webhook = {"secret_token": SECRET}
        for words in ("satu", "dua", "tiga", "empat", "lima"):
            room.world.says(CITIZEN, words)
        order = [3, 0, 4, 1, 2]
        await room.server.deliver(lambda update, secret: post(client, update, secret), order=order, copies=2)
        await room.settle()

        assert room.rows("SELECT count(*) FROM inbox") == [(5,)]
        assert room.rows("SELECT count(*) FROM message WHERE speaker = 'citizen'") == [(5,)]


async def test_trap_25_messages_of_one_person_at_the_same_moment_make_one_ticket(
    sqlite_database: Database, cipher: Cipher
) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        for words in ("tolong adik saya disekap di ruko", "di mataram", "paspornya ditahan", "cepat pak"):
            room.world.says(CITIZEN, words)
        await asyncio.gather(*(post(client, update) for update in room.world.updates * 3))
        await room.settle()

        assert room.rows("SELECT count(*) FROM ticket") == [(1,)]
        assert room.rows("SELECT count(*) FROM inbox") == [(4,)]


async def test_trap_25_nobody_is_merged_across_channels_by_guess(sqlite_database: Database, cipher: Cipher) -> None:
    """The same words from Telegram and from the web chat are two people, until a receipt says otherwise."""
    async with telegram_room(sqlite_database, cipher) as room:
        await room.say("tolong adik saya disekap di ruko di mataram")
        said = Said(text="tolong adik saya disekap di ruko di mataram")
        await room.hotline.take_in(Inbound("web", "w:1", str(CITIZEN), said, room.clock()))

        assert room.rows("SELECT count(*) FROM contact") == [(2,)]
        assert room.rows("SELECT count(*) FROM ticket") == [(2,)]


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b"3", b'"x"', b"NaN", b'{"update_id": 1e999}']
)
async def test_what_is_unreadable_is_kept_aside_and_acknowledged(
    sqlite_database: Database, cipher: Cipher, raw: bytes
) -> None:
    """F18: anything but 200 and Telegram sends it again for a day."""
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        for _ in range(2):
            answer = await client.post(PATH, content=raw, headers={SECRET_HEADER: SECRET})
            assert answer.status_code == 200

        assert room.rows("SELECT count(*) FROM inbox WHERE status = 'parked'") == [(1,)]


async def test_a_body_without_end_is_cut_off(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        answer = await client.post(PATH, content=b"x" * (2 * 1024 * 1024), headers={SECRET_HEADER: SECRET})

        assert answer.status_code == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
async def test_only_posting_is_answered(sqlite_database: Database, cipher: Cipher, method: str) -> None:
    async with telegram_room(sqlite_database, cipher) as room, public(room) as client:
        assert (await client.request(method, PATH)).status_code == 405


@pytest.mark.slow
async def test_a_thousand_generated_updates_never_answer_500(sqlite_database: Database, cipher: Cipher) -> None:
    """None is accepted that should not be, none answers 500, and what comes after them is answered as ever."""
    scratch = World()
    scratch.person(5001, "Wati")
    scratch.group(-100500)
    updates = generated(scratch, 1000)
    rng = random.Random(7)
    async with telegram_room(sqlite_database, cipher, has_group=False) as room, public(room) as client:
        forged: set[str] = set()
        citizens: set[str] = set()
        for update in updates:
            raw = json.dumps(update).encode("utf-8", "surrogatepass")
            secret = SECRET if rng.random() < 0.9 else "falsch"
            answer = await client.post(PATH, content=raw, headers={SECRET_HEADER: secret})
            assert answer.status_code == (200 if secret == SECRET else 403), update
            event = parse(json.loads(raw), room.clock())
            if isinstance(event, FromCitizen) and secret == SECRET:
                said = event.inbound.said
                if said.kind is not Kind.TEXT or not LINK.fullmatch(said.text):
                    citizens.add(event.inbound.provider_id)
            if secret != SECRET:
                forged.add(str(update.get("update_id")) if isinstance(update, dict) else "")
        kept = {str(row[0]) for row in room.rows("SELECT provider_id FROM inbox WHERE channel = 'telegram'")}
        spoken = room.rows("SELECT count(*) FROM message WHERE speaker = 'citizen'")
        assert len(citizens) > 300
        assert len(forged) > 50
        assert not kept & forged
        assert citizens <= kept
        assert spoken == [(len(citizens),)]
        # our own words for what they are: nothing in us broke on any of them
        assert not [row for row in room.rows("SELECT DISTINCT error FROM inbox") if str(row[0]).endswith("Error")]
        room.world.says(CITIZEN, "/start")
        assert await post(client, {**room.world.updates[-1], "update_id": 2_000_000}) == 200


def test_updates_of_the_generator_are_the_same_with_every_run() -> None:
    def first() -> list[Json]:
        world = World()
        world.person(5001, "Wati")
        world.group(-100500)
        return generated(world, 50)

    assert json.dumps(first()) == json.dumps(first())
