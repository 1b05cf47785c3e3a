"""A whole hotline as people start it, on a double of Telegram: reported there, taken and answered in the duty group."""

import asyncio
import contextlib
import os
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest

from storage.cipher import Cipher
from storage.database import open_database
from storage.keys import load_keys
from storage.shelf import run
from tests.bench.intake import free_port
from tests.fakes.telegram_server import TelegramServer, telegram
from tests.fakes.telegram_world import TOKEN, Json, World
from tests.journeys.deployment import TPPO
from webhook.telegram_routes import PATH, SECRET_HEADER

CITIZEN, OFFICER, GROUP = 5001, 9001, -1001234567890
SECRET = "rahasia-perjalanan"

pytestmark = [pytest.mark.slow]


@contextlib.asynccontextmanager
async def hotline(folder: Path, **settings: str) -> AsyncIterator[str]:
    """Start `tppo serve` and give its address; it ends cleanly with the signal that Ctrl-C sends."""
    port = free_port()
    ours = {"DATA_DIR": str(folder), "PUBLIC_PORT": str(port), "DESK_PORT": str(free_port()), **settings}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TPPO_")}
    environment = {**kept, **{f"TPPO_{key}": value for key, value in ours.items()}}
    told = folder.parent / "told.txt"
    with told.open("wb") as out:
        process = subprocess.Popen([TPPO, "serve"], stdout=out, stderr=out, env=environment, cwd=folder)  # noqa: ASYNC220
    address = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient() as client:
            await until(lambda: process.poll() is None and _is_up(client, address), within_s=120)
        yield address
    finally:
        process.terminate()
        code = await asyncio.to_thread(process.wait, 60)
        said = told.read_text()
        assert code == 0, said
        assert TOKEN not in said
        assert "disekap" not in said


async def _is_up(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(f"{address}/readyz")).status_code == 200
    except httpx.HTTPError:
        return False


async def until(condition: Callable[[], object], *, within_s: float = 120.0) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(within_s):
        while True:
            found = condition()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return
            await asyncio.sleep(0.03)


def tppo(folder: Path, *words: str) -> str:
    """Run a command beside the running hotline."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TPPO_")}
    env = {**kept, "TPPO_DATA_DIR": str(folder)}
    return subprocess.run([TPPO, *words], capture_output=True, text=True, check=True, env=env, cwd=folder).stdout


class People:
    """The citizen and the officer, with what they see."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def says(self, who: int, words: str, **more: int) -> str:
        """Write, and give the first thing that comes back there."""
        where = more.get("to", who)
        before = len(self.world.seen(where))
        self.world.says(who, words, **more)
        await until(lambda: len(self.world.seen(where)) > before)
        return self.world.seen(where)[before]

    async def presses(self, who: int, title: str, where: int = 0) -> str:
        """Press a button, and give the first thing that comes back there, or what the press itself is told."""
        before = len(self.world.seen(where or who))
        query = self.world.presses(who, title, chat_id=where)
        await until(lambda: query.get("answer") or len(self.world.seen(where or who)) > before)
        return str(query.get("answer") or self.world.seen(where or who)[before])


async def report(people: People) -> None:
    """Report from the first word to the end, the way somebody in danger does."""
    assert "110" in await people.says(CITIZEN, "/start")
    await people.says(CITIZEN, "tolong, adik saya disekap di ruko di mataram, paspornya ditahan")
    await until(lambda: people.world.seen(GROUP))


def buttons(world: World) -> list[str]:
    """Give the titles under the newest message of the citizen's chat."""
    return world.titles(list(world.chats[CITIZEN].messages.values())[-1])


async def agree_to_answers(people: People) -> None:
    """Answer whatever is still asked, until the reporter allows answers in this chat."""
    wanted = ("Boleh, di chat ini", "Kapan saja", "Tidak perlu", "Tanpa nama", "Sudah benar", "Ya, kirim")
    for _ in range(20):
        title = next((one for one in wanted if one in buttons(people.world)), "")
        if title:
            await people.presses(CITIZEN, title)
        else:
            await people.says(CITIZEN, "lewati")
        if title == "Ya, kirim":
            return


async def one_case(server: TelegramServer, folder: Path) -> None:
    """A report, taken and answered in the group, read by its citizen, standing at the desk."""
    people = People(server.world)
    tppo(folder, "officer", "add", "siti", "--name", "Siti Aminah")
    code = tppo(folder, "officer", "link", "siti").split("/tautkan ")[1].split()[0]
    assert "Siti Aminah" in await people.says(OFFICER, f"/tautkan {code}")
    await report(people)
    card = next(one for one in server.world.chats[GROUP].messages.values() if "DARURAT" in one.get("text", ""))
    assert "Anda menerima" in await people.presses(OFFICER, "Terima", GROUP)
    await until(lambda: "Diterima: Siti Aminah" in card["text"])
    await agree_to_answers(people)
    answer = "Kami berangkat ke sana. Jangan beri tahu siapa pun."
    await people.says(OFFICER, answer, to=GROUP, answers=card["message_id"])
    await people.presses(OFFICER, "Kirim ke pelapor", GROUP)
    await until(lambda: answer in server.world.seen(CITIZEN))
    stands_at_the_desk(folder, answer)


def stands_at_the_desk(folder: Path, answer: str) -> None:
    """Look into the deployment: one ticket, taken, with both sides of the talk."""
    database = open_database(folder, owns=False)
    cipher = Cipher(load_keys(folder))
    with database.reader() as conn:
        (state,) = run(conn, "SELECT state FROM ticket").one()
        rows = run(conn, "SELECT id, speaker, body_enc FROM message WHERE ticket_id IS NOT NULL ORDER BY id").all()
    database.close()
    talk = [(row[1], cipher.open_json("message.body_enc", row[0], bytes(row[2])).get("text")) for row in rows]  # type: ignore[arg-type]

    assert state == "in_progress"
    assert talk[-1] == ("officer", answer)
    assert any(speaker == "citizen" and "disekap" in str(text) for speaker, text in talk)


@contextlib.contextmanager
def prepared(tmp_path: Path) -> Iterator[Path]:
    """An empty deployment folder."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    yield folder


async def test_a_case_by_polling_needs_no_public_address(tmp_path: Path) -> None:
    with prepared(tmp_path) as folder:
        async with telegram() as server:
            server.world.person(CITIZEN, "Wati")
            server.world.person(OFFICER, "Siti")
            server.world.group(GROUP, is_forum=True)
            known = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.base, "DUTY_TELEGRAM_CHAT": str(GROUP)}
            async with hotline(folder, **known):
                await one_case(server, folder)


async def test_a_case_by_webhook_with_copies_of_everything(tmp_path: Path) -> None:
    with prepared(tmp_path) as folder:
        async with telegram() as server:
            server.world.person(CITIZEN, "Wati")
            server.world.person(OFFICER, "Siti")
            server.world.group(GROUP)
            known = {
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_BASE": server.base,
                "DUTY_TELEGRAM_CHAT": str(GROUP),
                "TELEGRAM_WEBHOOK_SECRET": SECRET,
                "PUBLIC_BASE_URL": "https://lapor.ntb.test",
            }
            async with hotline(folder, **known) as address, delivering(server, address):
                await one_case(server, folder)
            assert server.count("getUpdates") == 0


@contextlib.asynccontextmanager
async def delivering(server: TelegramServer, address: str) -> AsyncIterator[None]:
    """Let the double deliver to the webhook as long as the block lasts, everything twice."""
    server.webhook = {"url": "https://lapor.ntb.test" + PATH, "secret_token": SECRET}
    async with httpx.AsyncClient() as client:

        async def post(update: Json, secret: str) -> int:
            return (await client.post(f"{address}{PATH}", json=update, headers={SECRET_HEADER: secret})).status_code

        async def loop() -> None:
            while True:
                statuses = await server.deliver(post, copies=2)
                assert set(statuses) <= {200}
                await asyncio.sleep(0.02)

        task = asyncio.create_task(loop(), name="delivering")
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def test_trap_3_a_killed_hotline_takes_nothing_twice_and_loses_nothing(tmp_path: Path) -> None:
    """T3: kill -9 while updates come in; after the start each stands in the transcript once."""
    with prepared(tmp_path) as folder:
        async with telegram() as server:
            server.world.person(CITIZEN, "Wati")
            known = {
                "TPPO_TELEGRAM_BOT_TOKEN": TOKEN, "TPPO_TELEGRAM_API_BASE": server.base, "TPPO_DATA_DIR": str(folder),
            }  # fmt: skip
            for round_number in range(3):
                ports = {"TPPO_PUBLIC_PORT": str(free_port()), "TPPO_DESK_PORT": str(free_port())}
                kept = {key: value for key, value in os.environ.items() if not key.startswith("TPPO_")}
                process = subprocess.Popen(  # noqa: ASYNC220
                    [TPPO, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    env={**kept, **known, **ports}, cwd=folder,
                )  # fmt: skip
                for number in range(10):
                    server.world.says(CITIZEN, f"pesan {round_number}-{number}")
                await until(lambda wanted=round_number: server.count("sendMessage") > wanted, within_s=120)
                process.kill()
                process.wait(10)
            async with hotline(folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE=server.base):
                await until(lambda: not server.world.updates, within_s=120)
            database = open_database(folder, owns=False)
            with database.reader() as conn:
                (count,) = run(conn, "SELECT count(*) FROM message WHERE speaker = 'citizen'").one()
            database.close()

            assert count == 30


async def test_a_dead_network_does_not_stop_the_start(tmp_path: Path) -> None:
    with prepared(tmp_path) as folder:
        known = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": "http://127.0.0.1:9",
            "DUTY_TELEGRAM_CHAT": str(GROUP),
        }
        async with hotline(folder, **known) as address, httpx.AsyncClient() as client:
            assert (await client.get(address)).status_code == 200
        assert "polling waits error=ConnectError" in (tmp_path / "told.txt").read_text()
