"""The citizen's chat with the real hotline behind it, on a real socket."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text

from bot.evidence import FILES_A_DAY
from bot.hotline import Hotline, Parts, running
from bot.rules import Rules
from flows.labels import Language
from flows.showing import greeting
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from tests import evidence_corpus as corpus
from tests.browser import serving
from webhook.public.app import create_public_app

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

ODD = [
    "\U0001f62d",
    "\u202eterbalik\u202c",
    "to\u200blong",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://jahat.example")',
    "a" * 65_536,
    "\u0e01" * 21_845,
    "x" * 400 + "\x00\ud83d",
    "t" + "\u0301\u0302" * 3000,
    "1",
    "0000 0000 0000 0000",
]


@dataclass
class Chat:
    """A citizen's browser without a screen, and what stands behind it."""

    client: httpx.AsyncClient
    database: Database
    hotline: Hotline
    sent: int = 0

    async def say(self, **body: object) -> httpx.Response:
        self.sent += 1
        # escaped by hand: the client's own encoder refuses the half characters that a broken phone can send
        raw = json.dumps({"id": f"pesan-{self.sent:06d}", **body})
        return await self.client.post("/chat/messages", content=raw, headers={"content-type": "application/json"})

    async def send(self, name: str, data: bytes, mime: str) -> httpx.Response:
        self.sent += 1
        form = {"id": f"pesan-{self.sent:06d}"}
        return await self.client.post("/chat/files", data=form, files={name: ("x", data, mime)})

    async def heard(self) -> list[str]:
        letters = (await self.client.get("/chat/messages")).json()["letters"]
        return ["".join(part[0] for part in one["parts"]) for one in letters if one["speaker"] == "hotline"]

    def count(self, table: str) -> int:
        with self.database.reader() as conn:
            return int(conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


@pytest.fixture
async def chat(database: Database, cipher: Cipher, data_dir: Path) -> AsyncIterator[Chat]:
    evidence = EvidenceFolder(data_dir / "evidence", cipher)
    async with running(Parts(database, cipher, evidence, Rules())) as hotline:
        app = create_public_app(
            hotline, base_url="http://127.0.0.1", greeting=lambda language: greeting(Language(language))
        )
        async with serving(app) as base, httpx.AsyncClient(base_url=base, timeout=60) as client:
            await client.get("/")
            yield Chat(client, database, hotline)


async def test_a_visit_makes_no_row(chat: Chat) -> None:
    page = await chat.client.get("/")

    assert "110" in page.text
    assert (chat.count("contact"), chat.count("inbox"), chat.count("outbox")) == (0, 0, 0)


async def test_the_first_button_is_answered(chat: Chat) -> None:
    await chat.say(token="menu:report", text="Saya mau melapor")

    assert len(await chat.heard()) == 1
    assert (chat.count("contact"), chat.count("inbox")) == (1, 1)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
async def test_odd_text_is_kept_and_answered_in_any_state(chat: Chat, odd: str) -> None:
    answers = [
        await chat.say(text=odd),
        await chat.say(token="menu:report", text="Saya mau melapor"),
        await chat.say(text=odd),
        await chat.say(text="adik saya dikurung di Batam"),
        await chat.say(text=odd),
    ]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert (chat.count("inbox"), chat.count("message WHERE speaker = 'citizen'")) == (5, 5)
    assert chat.count("inbox WHERE status <> 'done'") == 0


@pytest.mark.parametrize("place", [(-8.58, 116.1), (91.0, 0.0), (1e308, -1e308), (116.1, -8.58)])
async def test_any_place_is_answered(chat: Chat, place: tuple[float, float]) -> None:
    answer = await chat.say(location={"lat": place[0], "lon": place[1]})

    assert answer.status_code == 200
    assert await chat.heard()
    assert chat.count("inbox WHERE status <> 'done'") == 0


async def test_the_same_message_twenty_times_at_once_is_one(chat: Chat) -> None:
    body = {"id": "pesan-sama-saja", "text": "tolong saya"}

    answers = await asyncio.gather(*[chat.client.post("/chat/messages", json=body) for _ in range(20)])

    assert {answer.status_code for answer in answers} == {200}
    assert sum(not answer.json().get("duplicate", False) for answer in answers) == 1
    assert (chat.count("inbox"), chat.count("message WHERE speaker = 'citizen'")) == (1, 1)


async def test_files_lie_sealed_beside_their_message(chat: Chat, data_dir: Path) -> None:
    picture = corpus.photo()
    await chat.say(text="ada lowongan di Kamboja")
    await chat.send("photo", picture, "image/jpeg")
    await chat.send("voice", corpus.SOUND_OGG, "audio/ogg")

    sealed = list((data_dir / "evidence").iterdir())
    assert (chat.count("media"), len(sealed)) == (2, 2)
    assert all(picture[100:132] not in file.read_bytes() for file in sealed)


@pytest.mark.parametrize("data", [b"", b"bukan foto", corpus.EXE, corpus.HTML])
async def test_a_photo_that_is_none_gets_a_kind_answer(chat: Chat, data_dir: Path, data: bytes) -> None:
    answer = await chat.send("photo", data, "image/jpeg")

    if data:
        assert answer.json()["refused"] == ["not_a_picture"]
        assert "Foto itu tidak bisa dibuka" in (await chat.heard())[-1]
    else:
        assert (answer.status_code, answer.json()["error"]) == (422, "empty")
    assert not list((data_dir / "evidence").iterdir())


async def test_the_eleventh_picture_of_a_day_is_refused_but_a_voice_note_is_not(chat: Chat) -> None:
    for _ in range(FILES_A_DAY):
        assert (await chat.send("file", corpus.PDF, "application/pdf")).json()["refused"] == []

    assert (await chat.send("file", corpus.PDF, "application/pdf")).json()["refused"] == ["quota"]
    assert (await chat.send("voice", corpus.SOUND_OGG, "audio/ogg")).json()["refused"] == []


@pytest.mark.slow
@pytest.mark.parametrize("says_its_length", [True, False])
async def test_an_upload_of_200_mb_is_answered_kindly_and_not_kept(
    chat: Chat, data_dir: Path, *, says_its_length: bool
) -> None:
    head = (
        b'--b\r\nContent-Disposition: form-data; name="id"\r\n\r\npesan-besar\r\n'
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\nContent-Type: video/mp4\r\n\r\n'
    )

    async def body() -> AsyncIterator[bytes]:
        yield head
        for _ in range(200):
            yield corpus.VIDEO_MP4[:20] + b"x" * (1_000_000 - 20)

    headers = {"content-type": "multipart/form-data; boundary=b"}
    if says_its_length:
        headers["content-length"] = str(len(head) + 200_000_000)
    answer = await chat.client.post("/chat/files", content=body(), headers=headers)

    assert (answer.status_code, answer.json()["error"]) == (413, "too_big")
    assert not list((data_dir / "evidence").iterdir())
    assert "terlalu besar" in (await chat.heard())[-1]
    assert (await chat.say(text="masih bisa menulis")).status_code == 200


async def test_what_was_shown_is_marked_read(chat: Chat) -> None:
    await chat.say(text="tolong")
    await chat.client.get("/")

    assert chat.count("outbox WHERE lane = 'web' AND read_at IS NULL") == 0
    assert chat.count("outbox WHERE lane = 'web'") >= 1
