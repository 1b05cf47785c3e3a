"""A whole hotline as people start it, before a double of Twilio: from phone to phone, also when it is killed."""

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.hotline import utc_now
from bot.officers import NewOfficer, add
from storage.cipher import Cipher
from storage.database import open_database
from storage.keys import load_keys
from storage.migrate import upgrade
from storage.shelf import run
from tests.bench.intake import free_port
from tests.fakes.twilio_phones import Phones
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import BASE_URL, OUR_NUMBER, SID, TOKEN
from tests.journeys.deployment import TPPO

CITIZEN, DUTY_PHONE = "+6281200000001", "+6281100000099"
STORY = "adik saya dikurung di ruko di batam, pintunya digembok, tolong"
KILLS = 6

pytestmark = [pytest.mark.slow]


class Service:
    """`tppo serve` on a folder, started and ended as often as a test wants."""

    def __init__(self, folder: Path, twilio: FakeTwilio) -> None:
        self.folder = folder
        self.port = free_port()
        ours = {"DATA_DIR": str(folder), "PUBLIC_PORT": str(self.port), "DESK_PORT": str(free_port())}
        ours |= {"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_WHATSAPP_FROM": OUR_NUMBER}
        ours |= {"TWILIO_API_BASE": twilio.base, "PUBLIC_BASE_URL": BASE_URL, "DUTY_WHATSAPP": DUTY_PHONE}
        kept = {key: value for key, value in os.environ.items() if not key.startswith("TPPO_")}
        self.environment = {**kept, **{f"TPPO_{key}": value for key, value in ours.items()}}
        self.told = folder.parent / "told.txt"
        self.process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it and wait until it takes messages."""
        with self.told.open("ab") as out:
            self.process = subprocess.Popen(  # noqa: ASYNC220 - a moment
                [TPPO, "serve"], stdout=out, stderr=out, env=self.environment, cwd=self.folder
            )
        async with httpx.AsyncClient() as client, asyncio.timeout(120):
            while not await _is_up(client, f"http://127.0.0.1:{self.port}/readyz"):
                assert self.process.poll() is None, self.told.read_text()
                await asyncio.sleep(0.05)

    async def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """End it by a signal and give its exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        return await asyncio.to_thread(self.process.wait, 20)

    async def run(self, *command: str) -> str:
        """Run another command of the deployment and give what it printed."""
        done = await asyncio.to_thread(
            subprocess.run,
            [TPPO, *command],
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


async def _is_up(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(address)).status_code == 200
    except httpx.HTTPError:
        return False


@contextlib.asynccontextmanager
async def deployment(tmp_path: Path) -> AsyncIterator[tuple[Service, FakeTwilio, Phones]]:
    """A folder with one officer, a Twilio, the people's phones; the service is not started yet."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    cipher = Cipher(load_keys(folder))
    database = open_database(folder)
    upgrade(database.engine)
    with database.engine.begin() as conn:
        add(conn, cipher, NewOfficer("siti", "Siti"), now=utc_now())
    database.close()
    async with fake_twilio() as twilio, httpx.AsyncClient(timeout=20) as client:
        service = Service(folder, twilio)
        try:
            yield service, twilio, Phones(twilio, f"http://127.0.0.1:{service.port}", client)
        finally:
            if service.process is not None and service.process.poll() is None:
                service.process.kill()
                service.process.wait(10)


async def until_said(twilio: FakeTwilio, address: str, words: str) -> str:
    """Wait until an address was told these words; gives the message."""
    async with asyncio.timeout(120):
        while not (found := [one for one in twilio.words_to(address) if words in one]):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)
    return found[-1]


def promised(service: Service, *states: str) -> int:
    """Count the messages that were promised by WhatsApp and stand in one of these states."""
    database = open_database(service.folder, owns=False)
    with database.reader() as conn:
        found = run(conn, "SELECT status FROM outbox WHERE lane = 'whatsapp'").scalars()
        count = sum(status in states for status in found)
    database.close()
    return count


async def until_nothing_waits(service: Service) -> None:
    """Wait until no message is on its way, or will be."""
    async with asyncio.timeout(120):
        while promised(service, "ready", "claimed"):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)


async def until_listed(twilio: FakeTwilio) -> None:
    """Wait until the service has asked what Twilio took for it."""
    async with asyncio.timeout(120):
        while not any(one[0] == "GET" and one[1].endswith("/Messages.json") for one in twilio.requests):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)


async def test_from_a_fresh_start_to_the_answer(tmp_path: Path) -> None:
    async with deployment(tmp_path) as (service, twilio, phones):
        assert "made now" in await service.run("whatsapp", "sync")
        await service.start()
        code = (await service.run("officer", "link", "siti")).split()[1]
        await phones.say(f"TAUT {code}", sender=DUTY_PHONE)
        await until_said(twilio, DUTY_PHONE, "milik Siti")

        await phones.say(STORY)
        await until_said(twilio, CITIZEN, "110")
        card = await until_said(twilio, DUTY_PHONE, "digembok")
        await until_nothing_waits(service)  # nobody quotes a message before its sending returned
        await phones.say("TERIMA", sender=DUTY_PHONE, OriginalRepliedMessageSid=_sid_of(twilio, card))
        await until_said(twilio, DUTY_PHONE, "Siti yang menangani")

        assert await service.end() == 0
        told = service.told.read_text()
    assert "1 duty phone(s) on WhatsApp" in told
    for secret in (TOKEN, CITIZEN[1:], DUTY_PHONE[1:], "digembok"):
        assert secret not in told


def _sid_of(twilio: FakeTwilio, body: str) -> str:
    return next(one.sid for one in twilio.sent if one.body == body)


async def test_t3_killed_right_after_the_acknowledgement_it_still_answers_once(tmp_path: Path) -> None:
    async with deployment(tmp_path) as (service, twilio, phones):
        for number in range(KILLS):
            await service.start()
            sender = f"+62812000003{number:02}"
            await phones.say("halo", sender=sender)
            await asyncio.sleep(0.02 * number)  # from before the answer is sent until after it was marked
            await service.end(signal.SIGKILL)
        twilio.requests.clear()
        await service.start()
        for number in range(KILLS):
            await until_said(twilio, f"+62812000003{number:02}", "110")
        await until_listed(twilio)  # the round that takes in what was missed
        await until_nothing_waits(service)  # and whatever a killed process left claimed came back
        assert await service.end() == 0
        assert promised(service, "ready", "claimed", "sent", "dead") == KILLS

    counts = [len(twilio.words_to(f"+62812000003{number:02}")) for number in range(KILLS)]
    assert counts == [1] * KILLS


async def test_what_came_while_it_was_down_is_taken_in_at_the_next_start(tmp_path: Path) -> None:
    async with deployment(tmp_path) as (service, twilio, phones):
        sid = await phones.say("halo", lost=True)
        twilio.messages[sid].at -= timedelta(minutes=5)

        await service.start()

        await until_said(twilio, CITIZEN, "110")
        assert await service.end() == 0
