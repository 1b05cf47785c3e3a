"""A whole hotline on WhatsApp: the real side with its doors, before a strict Twilio, over real HTTP."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from sqlalchemy import Connection

from bot import officer_links
from bot.desk import Desk
from bot.hotline import Hotline, Parts
from bot.officers import NewOfficer, add
from bot.whatsapp_templates import ALL
from flows.showing import greeting
from storage import content_templates, officers
from storage.cipher import Cipher
from storage.content_templates import Kept
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.officers import OfficerRow
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.fakes.serving_asgi import served
from tests.fakes.twilio_phones import Phones
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import BASE_URL, OUR_NUMBER, SID, TOKEN
from webhook.public.app import create_public_app
from webhook.settings import Settings, read_settings
from webhook.whatsapp_side import WhatsAppSide

X = TypeVar("X")
DUTY_PHONE = "+6281100000099"
CITIZEN = "+6281200000001"
STORY = "adik saya dikurung di ruko di batam, pintunya digembok, tolong"
# what somebody in a hurry taps until the report is sent
PICKS = ("Ya, aman", "Boleh, di chat ini", "Kapan saja", "Tidak perlu", "Tanpa nama", "Sudah benar", "Ya, kirim")


@dataclass
class WhatsAppRoom:
    """A running hotline, its Twilio, the people's phones, and a look inside."""

    hotline: Hotline
    side: WhatsAppSide
    twilio: FakeTwilio
    phones: Phones
    clock: FrozenClock
    cipher: Cipher
    settings: Settings

    @property
    def desk(self) -> Desk:
        """The duty desk."""
        return Desk(self.hotline.desk_store, self.hotline.bell, self.settings.rules())

    async def read(self, look: Callable[[Connection], X]) -> X:
        """Look into the database."""
        return await self.hotline.desk_store.read(look)

    async def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Ask the database."""
        return await self.read(lambda conn: [tuple(row) for row in run(conn, sql, values).all()])

    async def until(self, holds: Callable[[], Awaitable[bool]] | Callable[[], bool], within_s: float = 120) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(within_s):
            while True:
                answer = holds()
                if answer if isinstance(answer, bool) else await answer:
                    return
                await asyncio.sleep(0.02)

    async def quiet(self) -> None:
        """Wait until nothing is to be sent any more."""
        await self.until(self._is_quiet)

    async def quiet_in_time(self, minutes: int = 60) -> None:
        """Let time pass until nothing is to be sent any more, whatever waits for its next try."""
        for _ in range(minutes):
            self.clock.advance(minutes=1)
            await self.hotline.delivery.drain()
            if await self._is_quiet():
                return
        await self.quiet()

    async def _is_quiet(self) -> bool:
        found = await self.rows(
            "SELECT count(*) FROM outbox WHERE lane IN ('whatsapp', 'sms') AND status IN ('ready', 'claimed')"
        )
        return found == [(0,)]

    async def report(self, story: str = STORY, *, sender: str = CITIZEN) -> str:
        """Tell a story, say that it is enough, and answer through to the receipt; gives the ticket's code."""
        await self.phones.say(story, sender=sender)
        for _ in range(14):
            await self.quiet()
            last = [one for one in self.twilio.sent if one.to == f"whatsapp:{sender}"][-1]
            if "Nomor bukti" in last.body:
                return await self.newest_code()
            lines = [line.partition(". ")[2] for line in last.body.splitlines()]
            title = next((line for line in lines if line in PICKS), "cukup")
            ids = dict(itertools.pairwise(last.variables.values()))
            tapped = {"ButtonPayload": ids[title], "ButtonText": title} if title in ids else {}
            await self.phones.say(title, sender=sender, **tapped)
        raise AssertionError("the report never ended")

    async def newest_code(self) -> str:
        """Give the code of the newest ticket."""
        return str((await self.rows("SELECT code FROM ticket ORDER BY id DESC LIMIT 1"))[0][0])

    async def officer(self, login: str = "siti", *, phone: str = "") -> OfficerRow:
        """Give an officer, entered where she is new, her phone linked where one is given."""
        return await self.hotline.writer.run(lambda conn: self._enter(conn, login, phone))

    def _enter(self, conn: Connection, login: str, phone: str) -> OfficerRow:
        if officers.by_login(conn, self.cipher, login) is None:
            add(conn, self.cipher, NewOfficer(login, login.title()), now=self.clock())
        if phone:
            code = officer_links.give_code(conn, self.cipher, login, now=self.clock()).code
            officer_links.link(conn, self.cipher, code, channel="whatsapp", address=phone, now=self.clock())
        found = officers.by_login(conn, self.cipher, login)
        assert found is not None
        return found

    async def on_duty(self, phone: str = DUTY_PHONE) -> None:
        """Link an officer's phone and open its 24 hours."""
        await self.officer("siti", phone=phone)
        await self.phones.say("DAFTAR", sender=phone)
        await self.quiet()

    async def sync(self, *, approved: bool = True) -> None:
        """Make every template at Twilio, as `tppo whatsapp sync` does, and let WhatsApp approve them."""
        for number, template in enumerate(ALL, 1):
            sid = f"HX{number:032x}"
            self.twilio.contents[sid] = dict(template.definition)
            state = "approved" if approved and template.needs_approval else "unsubmitted"
            self.twilio.approvals[sid] = state
            kept = Kept(template.name, template.language, template.digest, sid, state)
            await self.hotline.writer.run(lambda conn, kept=kept: content_templates.put(conn, kept, self.clock()))


def whatsapp_settings(base: str, **changes: object) -> Settings:
    """Settings of a deployment with WhatsApp and one duty phone."""
    given: dict[str, object] = {
        "twilio_account_sid": SID,
        "twilio_auth_token": TOKEN,
        "twilio_whatsapp_from": OUR_NUMBER,
        "twilio_api_base": base,
        "public_base_url": BASE_URL,
        "duty_whatsapp": DUTY_PHONE,
        "_env_file": None,
    }
    return read_settings(**(given | changes))


@asynccontextmanager
async def whatsapp_room(
    database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path, **changes: object
) -> AsyncIterator[WhatsAppRoom]:
    """Run it all for the length of a block; the rounds walk only when a test asks."""
    async with fake_twilio(clock) as twilio, httpx.AsyncClient(timeout=20) as client:
        settings = whatsapp_settings(twilio.base, **changes)
        side = WhatsAppSide(settings)
        parts = Parts(
            database,
            cipher,
            EvidenceFolder(data_dir / "evidence", cipher),
            settings.rules(),
            clock=clock,
            outlets=side.channels,
            sources=side.sources(),
        )
        hotline = Hotline(parts)
        await hotline.start()
        app = create_public_app(
            hotline,
            base_url=BASE_URL,
            greeting=lambda _language: greeting(),
            extend=lambda app: side.add_routes(app, hotline),
        )
        async with served(app) as address:
            try:
                yield WhatsAppRoom(hotline, side, twilio, Phones(twilio, address, client), clock, cipher, settings)
            finally:
                await hotline.stop()
                await side.close()


def whatsapp_fixture(*, is_synced: bool = True, **changes: Any) -> Callable[..., AsyncIterator[WhatsAppRoom]]:
    """Make a fixture out of `whatsapp_room` on SQLite, its templates approved; a test file calls it what it likes."""

    @pytest.fixture
    async def room(
        sqlite_database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path
    ) -> AsyncIterator[WhatsAppRoom]:
        async with whatsapp_room(sqlite_database, cipher, clock, data_dir, **changes) as running:
            if is_synced:
                await running.sync()
            yield running

    return room  # type: ignore[no-any-return]
