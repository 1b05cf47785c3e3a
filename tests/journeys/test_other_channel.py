"""One person on several channels: a report of the web chat goes on in Telegram, then on WhatsApp, by its receipt."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from storage.cipher import Cipher
from storage.database import open_database
from storage.keys import load_keys
from storage.shelf import run
from tests.fakes.telegram_server import telegram
from tests.fakes.telegram_world import TOKEN, World
from tests.fakes.twilio_phones import Phones
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import BASE_URL, OUR_NUMBER, SID
from tests.fakes.twilio_signing import TOKEN as TWILIO_TOKEN
from tests.journeys.test_telegram import CITIZEN, GROUP, OFFICER, People, hotline, tppo, until

pytestmark = [pytest.mark.slow]

PHONE = "+6281200000001"
STORY = "tetangga saya mau dikirim kerja ke malaysia lewat calo, berangkat minggu depan"
_PICKS = {"contact": "1", "summary": "1", "consent": "1", "anonymous": "1"}
_RECEIPT = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")


class WebChat:
    """The web chat as a browser uses it."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._newest = ""
        self._said = 0

    async def say(self, words: str) -> tuple[str, str]:
        """Write, and give what comes back: its words, and the question it ends with where choices are shown."""
        self._said += 1
        message = {"id": f"pesan-perjalanan-{self._said:04}", "text": words}
        answer = await self._client.post("/chat/messages", json=message)
        if answer.status_code == 401:  # the first one only opens the session; its cookie goes over TLS alone
            self._client.headers["cookie"] = answer.headers["set-cookie"].partition(";")[0]
            answer = await self._client.post("/chat/messages", json=message)
        assert answer.status_code == 200, answer.text
        letters: list[dict[str, Any]] = []
        async with asyncio.timeout(120):
            while not [one for one in letters if one["speaker"] != "citizen"]:
                found = await self._client.get("/chat/messages", params={"after": self._newest or "0"})
                letters = found.json()["letters"]
        self._newest = letters[-1]["id"]
        choices = letters[-1]["choices"]
        text = "".join(part[0] for part in letters[-1]["parts"])
        return text, choices[0]["token"].partition(":")[0] if choices else ""

    async def report(self) -> str:
        """Report from the first word to the receipt; gives the receipt."""
        for words in ("halo", "1", "1"):
            await self.say(words)
        text, prompt = await self.say(STORY)
        for _ in range(20):
            found = _RECEIPT.search(text)
            if found:
                return found[0]
            text, prompt = await self.say(_PICKS.get(prompt, "lewati"))
        raise AssertionError("the report never ended")


@asynccontextmanager
async def everything(tmp_path: Path) -> AsyncIterator[tuple[World, FakeTwilio, Phones, WebChat, Path]]:
    """A hotline with all its channels, as `tppo serve` runs it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    async with telegram() as server, fake_twilio() as twilio:
        for who, name in ((CITIZEN, "Wati"), (OFFICER, "Siti")):
            server.world.person(who, name)
        server.world.group(GROUP)
        ours = {
            "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.base, "DUTY_TELEGRAM_CHAT": str(GROUP),
            "TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TWILIO_TOKEN, "TWILIO_WHATSAPP_FROM": OUR_NUMBER,
            "TWILIO_API_BASE": twilio.base, "PUBLIC_BASE_URL": BASE_URL, "DUTY_WHATSAPP": "",
        }  # fmt: skip
        headers = {"origin": BASE_URL, "host": BASE_URL.removeprefix("https://")}
        async with (
            hotline(folder, **ours) as address,
            httpx.AsyncClient(base_url=address, headers=headers, timeout=20) as browser,
            httpx.AsyncClient(timeout=20) as client,
        ):
            yield server.world, twilio, Phones(twilio, address, client), WebChat(browser), folder


async def test_a_report_goes_from_the_web_to_telegram_and_on_to_whatsapp(tmp_path: Path) -> None:
    async with everything(tmp_path) as (world, twilio, phones, web, folder):
        people = People(world)
        tppo(folder, "officer", "add", "siti", "--name", "Siti Aminah")
        code = tppo(folder, "officer", "link", "siti").split("/tautkan ")[1].split()[0]
        await people.says(OFFICER, f"/tautkan {code}")
        receipt = await web.report()
        await until(lambda: world.seen(GROUP))
        card = next(one for one in world.chats[GROUP].messages.values() if "text" in one)

        assert "Ketik 16 angka" in await people.says(CITIZEN, "status")
        assert "belum diterima petugas" in await people.says(CITIZEN, receipt)
        assert "tambahkan ke laporan" in await people.says(CITIZEN, "calonya Pak Budi, paspornya sudah diambil")
        await people.presses(OFFICER, "Terima", GROUP)
        await people.says(OFFICER, "/balas Berangkat tanggal berapa?", to=GROUP, answers=card["message_id"])
        await until(lambda: world.seen(CITIZEN)[-1] == "Berangkat tanggal berapa?")

        async def heard(words: str) -> bool:
            return any(words in one for one in twilio.words_to(PHONE))

        await phones.say("status", sender=PHONE)
        await until(lambda: heard("Ketik 16 angka"))
        await phones.say(receipt.replace(" ", ""), sender=PHONE)
        await until(lambda: heard("sedang dikerjakan petugas"))
        await phones.say("berangkatnya tanggal 9", sender=PHONE)
        await until(lambda: heard("tambahkan ke laporan"))
        await people.says(OFFICER, "/balas Kami tunggu di pelabuhan.", to=GROUP, answers=card["message_id"])
        await until(lambda: heard("Kami tunggu di pelabuhan."))
    said, channels, tickets = stands(folder)

    assert tickets == 1
    assert channels == ["telegram", "web", "whatsapp"]
    assert [one for one in said if "Budi" in one or "tanggal 9" in one or one == STORY] == [
        STORY, "calonya Pak Budi, paspornya sudah diambil", "berangkatnya tanggal 9",
    ]  # fmt: skip
    # whom an answer goes to is the place they wrote from last, and nobody else
    assert "Kami tunggu di pelabuhan." not in world.seen(CITIZEN)


async def test_a_stranger_with_a_wrong_receipt_learns_nothing(tmp_path: Path) -> None:
    async with everything(tmp_path) as (world, _twilio, _phones, web, folder):
        people = People(world)
        receipt = await web.report()
        guesses = [receipt[:-1] + str((int(receipt[-1]) + more) % 10) for more in range(1, 7)]
        await people.says(CITIZEN, "status")
        answers = [await people.says(CITIZEN, guess) for guess in guesses]
        right = await people.says(CITIZEN, receipt)

        assert not any("Laporan" in one and "diterima" in one for one in answers)
        assert "diterima petugas" not in right  # after so many guesses even the right one waits
    assert stands(folder)[1] == ["telegram", "web"]


def stands(folder: Path) -> tuple[list[str], list[str], int]:
    """Give what citizens said on the only ticket, the channels that wrote, and how many tickets there are."""
    database = open_database(folder, owns=False)
    cipher = Cipher(load_keys(folder))
    with database.reader() as conn:
        sql = "SELECT id, body_enc FROM message WHERE speaker = 'citizen' AND ticket_id IS NOT NULL ORDER BY id"
        rows = run(conn, sql).all()
        channels = [str(row[0]) for row in run(conn, "SELECT channel FROM identity ORDER BY channel").all()]
        (count,) = run(conn, "SELECT count(*) FROM ticket").one()
    database.close()
    said = [str(cipher.open_json("message.body_enc", row[0], bytes(row[1])).get("text", "")) for row in rows]  # type: ignore[arg-type]
    citizens = [one for one in channels if one != "desk"]
    return said, sorted(set(citizens)), int(str(count))
