"""The server is killed with SIGKILL under load, many times: nothing acknowledged is lost, nothing is acted on twice."""

import asyncio
import random
import secrets
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from storage import audit
from storage.cipher import Cipher
from storage.database import open_database
from storage.keys import load_keys
from tests.bench.intake import free_port
from tests.bench.load import citizen_script

KILLS = 20
CITIZENS = 12
SEED = 20261121


@dataclass
class Citizens:
    """Phones that send until they are told that it was taken, and now and then send again what was taken."""

    port: int
    acknowledged: list[str] = field(default_factory=list)
    stopping: bool = False

    async def run(self) -> None:
        """Let everybody write until told to stop."""
        limits = httpx.Limits(max_connections=CITIZENS)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=5, limits=limits) as client:
            await asyncio.gather(*(self._citizen(client, number) for number in range(CITIZENS)))

    async def _citizen(self, client: httpx.AsyncClient, number: int) -> None:
        chance = random.Random(SEED + number)
        while not self.stopping:
            cookie = secrets.token_urlsafe(32)
            for text in citizen_script(chance.randrange(1000)):
                message = {"id": secrets.token_hex(16), "text": text}
                if not await self._until_taken(client, cookie, message):
                    return
                self.acknowledged.append(message["id"])
                if chance.random() < 0.1:
                    await self._until_taken(client, cookie, message)

    async def _until_taken(self, client: httpx.AsyncClient, cookie: str, message: dict[str, str]) -> bool:
        # a request under way when the citizens stop is still waited for: its outcome must be known
        while not self.stopping:
            try:
                answer = await client.post("/chat/messages", json=message, headers={"Cookie": f"catatan={cookie}"})
            except httpx.HTTPError:
                await asyncio.sleep(0.05)
                continue
            if answer.status_code == httpx.codes.OK:
                return True
            await asyncio.sleep(0.05)
        return False


def start_server(port: int, folder: Path) -> subprocess.Popen[str]:
    """Start the hotline in a process of its own and wait until it listens."""
    command = [sys.executable, "-m", "tests.bench.servers", "hotline", str(port), str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout is not None
    with process.stdout as told:
        assert told.readline().strip() == "ready"
    return process


@pytest.mark.slow
@pytest.mark.xdist_group("load")
async def test_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    port, chance = free_port(), random.Random(SEED)
    citizens = Citizens(port)
    writing: asyncio.Task[None] | None = None
    for _ in range(KILLS):
        process = await asyncio.to_thread(start_server, port, tmp_path)
        writing = writing or asyncio.create_task(citizens.run())
        await asyncio.sleep(chance.uniform(0.2, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = await asyncio.to_thread(start_server, port, tmp_path)
    await asyncio.sleep(0.5)
    citizens.stopping = True
    assert writing is not None
    await writing
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0

    assert len(citizens.acknowledged) > KILLS * 20, "too little load to mean anything"
    check_everything(tmp_path, citizens.acknowledged)


# the version of a conversation counts the turns that were taken: one for each message, never two
DOUBLED = """SELECT c.contact_id FROM conversation c
    WHERE c.version <> (SELECT count(*) FROM inbox i WHERE i.contact_id = c.contact_id)"""
UNANSWERED = """SELECT i.id FROM inbox i
    WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.dedupe_key = 'reply:' || i.id || ':0')"""
WITHOUT_ONE_CARD = """SELECT id FROM ticket t
    WHERE (SELECT count(*) FROM outbox o WHERE o.ticket_id = t.id AND o.purpose = 'card') <> 1"""
FILED_TWICE = "SELECT contact_id FROM ticket_contact GROUP BY contact_id HAVING count(*) > 1"
PARKED = "SELECT id FROM inbox WHERE status <> 'done'"


def check_everything(folder: Path, acknowledged: list[str]) -> None:
    """Compare what was acknowledged with what the database holds."""
    with closing(sqlite3.connect(folder / "hotline.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = Counter(key.partition(":")[2] for (key,) in db.execute("SELECT provider_id FROM inbox"))
        assert [key for key in acknowledged if kept[key] != 1] == []
        for nothing in (PARKED, DOUBLED, UNANSWERED, FILED_TWICE, WITHOUT_ONE_CARD):
            assert db.execute(nothing).fetchall() == [], nothing
        heard = db.execute("SELECT count(*) FROM message WHERE speaker = 'citizen'").fetchone()
        assert heard == db.execute("SELECT count(*) FROM inbox").fetchone()
        assert db.execute("SELECT count(*) FROM ticket").fetchone()[0] > 0

    database = open_database(folder, owns=False)
    with database.reader() as conn:
        assert audit.verify(conn, Cipher(load_keys(folder))) is None
    database.close()
