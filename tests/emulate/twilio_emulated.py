"""WhatsApp before a Twilio that others wrote, npm's `emulate` 0.11.2: run by `make test-emulate` and by nothing else.

It signs its calls, keeps messages and tells their states, over real HTTP. It knows no templates, no files, no buttons
and no 24 hours; those are proved before our own strict double (tests/fakes/twilio_server.py).
"""

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.channel import TryLater
from bot.desk import Desk
from bot.hotline import Hotline, Parts
from bot.officers import NewOfficer, add
from bot.twilio_http import make_client
from bot.twilio_rest import Access, TwilioRest
from bot.whatsapp_rounds import Rounds
from flows.showing import greeting
from storage import officers
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.fakes.serving_asgi import served
from tests.fakes.twilio_signing import OUR_NUMBER, SID, SMS_NUMBER, TOKEN
from tests.fakes.whatsapp_room import CITIZEN, STORY, whatsapp_settings
from webhook.public.app import create_public_app
from webhook.whatsapp_side import WhatsAppSide

PROGRAM = Path(os.environ.get("TPPO_EMULATE", ".emulate")) / "node_modules" / "emulate" / "dist" / "index.js"


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Emulated:
    """A hotline on WhatsApp, and its Twilio."""

    hotline: Hotline
    side: WhatsAppSide
    desk: Desk
    twilio: httpx.AsyncClient
    base: str
    cipher: Cipher
    clock: FrozenClock

    async def say(self, body: str, *, to: str = f"whatsapp:{OUR_NUMBER}", sender: str = f"whatsapp:{CITIZEN}") -> None:
        """Write as a citizen does."""
        form = {"To": to, "From": sender, "Body": body}
        answer = await self.twilio.post("/_twilio/simulate/inbound-message", data=form)
        assert answer.status_code == 201, answer.text

    async def sent(self) -> list[dict[str, str]]:
        """What we sent, newest first."""
        page = (await self.twilio.get(f"/2010-04-01/Accounts/{SID}/Messages.json")).json()
        return [one for one in page["messages"] if one["direction"].startswith("outbound")]

    async def until_sent(self, count: int) -> list[dict[str, str]]:
        """Wait until that much was sent."""
        async with asyncio.timeout(10):
            while len(found := await self.sent()) < count:  # noqa: ASYNC110 - it is told nowhere, only to be asked
                await asyncio.sleep(0.05)
        return found

    async def until_read(self) -> None:
        """Wait until our reply is known to be read."""
        while await self.rows("SELECT delivery FROM outbox WHERE purpose = 'reply'") != [("read",)]:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.05)

    async def becomes(self, sid: str, status: str) -> None:
        """Let a message go on its way."""
        form = {"MessageSid": sid, "Status": status}
        assert (await self.twilio.post("/_twilio/simulate/message-status", data=form)).is_success

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Ask the database."""
        return await self.hotline.desk_store.read(lambda conn: [tuple(row) for row in run(conn, sql).all()])


async def emulator(seed: dict[str, object], folder: Path, port: int) -> asyncio.subprocess.Process:
    """Start the emulator and wait until it answers."""
    place = folder / "seed.json"
    place.write_text(json.dumps(seed))
    process = await asyncio.create_subprocess_exec(
        "node", PROGRAM, "--service", "twilio", "--port", str(port), "--seed", place,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    async with asyncio.timeout(20):
        while process.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
                continue
            writer.close()
            return process
    raise AssertionError("the emulator ended by itself")


def seed_of(hotline: str) -> dict[str, object]:
    """One account with a WhatsApp number and one for SMS, both calling us."""
    numbers = [f"whatsapp:{OUR_NUMBER}", SMS_NUMBER]
    places = [{"phone_number": one, "sms_url": f"{hotline}/webhook/twilio", "sms_method": "POST"} for one in numbers]
    return {"twilio": {"account": {"sid": SID, "auth_token": TOKEN}, "phone_numbers": places}}


@pytest.fixture
async def room(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path
) -> AsyncIterator[Emulated]:
    ours, theirs = free_port(), free_port()
    address, base = f"http://127.0.0.1:{ours}", f"http://127.0.0.1:{theirs}"
    process = await emulator(seed_of(address), data_dir, theirs)
    # the emulator cannot call https; everywhere else a public address without it stops the start
    settings = whatsapp_settings(base, sms_from=SMS_NUMBER).model_copy(update={"public_base_url": address})
    side = WhatsAppSide(settings)
    folder = EvidenceFolder(data_dir / "evidence", cipher)
    hotline = Hotline(Parts(sqlite_database, cipher, folder, settings.rules(), clock=clock, outlets=side.channels))
    await hotline.start()
    app = create_public_app(
        hotline, base_url=address, greeting=lambda _: greeting(), extend=lambda app: side.add_routes(app, hotline)
    )
    try:
        async with served(app, ours), httpx.AsyncClient(base_url=base, auth=(SID, TOKEN)) as twilio:
            desk = Desk(hotline.desk_store, hotline.bell, settings.rules())
            yield Emulated(hotline, side, desk, twilio, base, cipher, clock)
    finally:
        await hotline.stop()
        await side.close()
        process.kill()
        await process.wait()


async def test_a_signed_call_gets_in_and_the_answer_goes_out(room: Emulated) -> None:
    await room.say(STORY)

    (answer, *_) = await room.until_sent(1)

    assert answer["to"] == f"whatsapp:{CITIZEN}"
    assert "110" in answer["body"]
    assert await room.rows("SELECT urgency, channel FROM ticket") == [("emergency", "whatsapp")]


async def test_states_come_back_signed(room: Emulated) -> None:
    await room.say("halo")
    (menu, *_) = await room.until_sent(1)

    for status in ("sent", "delivered", "read"):
        await room.becomes(menu["sid"], status)

    async with asyncio.timeout(10):
        await room.until_read()


async def test_what_the_webhook_missed_is_in_their_list(room: Emulated) -> None:
    number = (await room.twilio.get(f"/2010-04-01/Accounts/{SID}/IncomingPhoneNumbers.json")).json()
    ours = next(one for one in number["incoming_phone_numbers"] if one["phone_number"].startswith("whatsapp:"))
    place = f"/2010-04-01/Accounts/{SID}/IncomingPhoneNumbers/{ours['sid']}.json"
    await room.twilio.post(place, data={"SmsUrl": f"http://127.0.0.1:{free_port()}/nobody"})
    await room.say(STORY)
    assert await room.rows("SELECT count(*) FROM inbox") == [(0,)]
    room.clock.now = datetime.now(UTC) + timedelta(minutes=2)  # the emulator keeps the time of this machine

    rest = TwilioRest(Access(SID, TOKEN, OUR_NUMBER, room.base), room.side._client)
    rounds = Rounds(rest, room.side.door(room.hotline), room.hotline.desk_store)

    assert await rounds.reconcile() == 1
    assert await rounds.reconcile() == 0
    assert await room.rows("SELECT urgency FROM ticket") == [("emergency",)]


async def test_a_foreign_sender_and_wrong_credentials_are_named(room: Emulated) -> None:
    async with make_client() as client:
        strange = TwilioRest(Access(SID, TOKEN, "+628119999999", room.base), client)
        with pytest.raises(TryLater) as told:
            await strange.send(CITIZEN, body="halo")
        assert told.value.reason == "code_21606"
        wrong = TwilioRest(Access(SID, "0" * 32, OUR_NUMBER, room.base), client)
        with pytest.raises(TryLater) as told:
            await wrong.send(CITIZEN, body="halo")
        assert told.value.reason == "set_up"


async def test_an_sms_goes_out_and_one_comes_in(room: Emulated) -> None:
    await room.say("siapa ini", to=SMS_NUMBER, sender=CITIZEN)

    (declined, *_) = await room.until_sent(1)

    assert (declined["from"], declined["to"]) == (SMS_NUMBER, CITIZEN)
    assert "110" in declined["body"]
    async with make_client() as client:
        assert await TwilioRest(Access(SID, TOKEN, OUR_NUMBER, room.base), client).can_text(SMS_NUMBER)


async def test_an_officers_answer_arrives(room: Emulated) -> None:
    await room.say(STORY)
    await room.until_sent(1)
    await room.say("berhenti dulu, boleh balas di sini")
    ((code,),) = await room.rows("SELECT code FROM ticket")
    await room.hotline.writer.run(lambda conn: run(conn, "UPDATE ticket SET may_contact = ?", (True,)).rowcount)
    await room.hotline.writer.run(lambda conn: add(conn, room.cipher, NewOfficer("siti", "Siti"), now=room.clock()))
    siti = await room.hotline.desk_store.read(lambda conn: officers.by_login(conn, room.cipher, "siti"))
    assert siti is not None

    await room.desk.reply(siti, str(code), "Bu, kami di jalan.")

    found = await room.until_sent(3)
    assert "Bu, kami di jalan." in {one["body"] for one in found}
