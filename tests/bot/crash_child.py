"""A hotline cut down to its engine, for killing: takes messages in and sends replies until somebody stops it.

Run as `crash_child.py DATA_DIR WORK_DIR NAME URL`. Messages 0..N are offered like a provider would: again until they
are acknowledged, one in ten once more after that. What was acknowledged and what was sent goes to files, a line each.
"""

import asyncio
import os
import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.channel import Channel, Outgoing, SendResult
from bot.delivery import Delivery
from storage import contacts, conversations, inbox
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import open_database
from storage.ids import new_id
from storage.keys import load_keys
from storage.writer import Writer

SENDERS, MESSAGES, OFFERING = 30, 6000, 12


class Diary:
    """A file that gets a line at once, also when the process is killed in the next moment."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(self, line: str) -> None:
        os.write(self._descriptor, f"{line}\n".encode())


class Provider(Channel):
    """Takes a few milliseconds for each message and writes down that it has it."""

    lane = "whatsapp"
    parallel = 16

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    async def send(self, outgoing: Outgoing) -> SendResult:
        await asyncio.sleep(random.uniform(0.001, 0.008))
        turn = outgoing.body["text"]
        self._diary.note(f"{time.monotonic_ns()} {outgoing.ordering_key} {outgoing.id} {turn}")
        return SendResult()


class Engine:
    """Counts the messages of each sender in its conversation and promises one reply to each."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    def __call__(self, conn: Connection, numbers: list[int]) -> list[bool]:
        cipher, now = self._cipher, datetime.now(UTC)
        batch = Batch(cipher, now)
        wanted = [("whatsapp", contacts.lookup_of(cipher, "whatsapp", name), name) for name in map(_sender, numbers)]
        senders = contacts.find_or_make(conn, cipher, wanted, now)
        who = [senders[lookup] for _, lookup, _ in wanted]
        ids = [new_id() for _ in numbers]
        new = inbox.take_in(
            conn,
            [
                {
                    "id": inbox_id,
                    "channel": "whatsapp",
                    "provider_id": str(number),
                    "contact_id": sender.contact_id,
                    "body_enc": b"",
                    "received_at": now,
                }
                for inbox_id, number, sender in zip(ids, numbers, who, strict=True)
            ],
        )
        versions = {
            contact: version
            for contact, (_, version) in conversations.load(conn, cipher, [s.contact_id for s in who]).items()
        }
        for inbox_id, number, sender in zip(ids, numbers, who, strict=True):
            if inbox_id not in new:
                continue
            contact = sender.contact_id
            versions[contact] = versions.get(contact, 0) + 1
            batch.save_conversation(contact, b"{}", versions[contact])
            batch.add_outbox(
                lane="whatsapp",
                purpose="reply",
                ordering_key=f"c:{contact}",
                dedupe_key=f"r:{number}:0",
                body={"text": versions[contact]},
                contact_id=contact,
                identity_id=sender.identity_id,
            )
        flush(conn, batch)
        return [inbox_id in new for inbox_id in ids]


def _sender(number: int) -> str:
    return f"+62811{number % SENDERS:07}"


def _acked(work_dir: Path) -> set[int]:
    return {int(line) for path in work_dir.glob("acked-*") for line in path.read_text().split()}


async def main(data_dir: Path, work_dir: Path, name: str, url: str) -> None:
    """Take in and send until killed, or until every message is acknowledged and the file `finish` is there."""
    cipher = Cipher(load_keys(data_dir))
    database = open_database(data_dir, url=url)
    acked, sent = Diary(work_dir / f"acked-{name}"), Diary(work_dir / f"sent-{name}")
    writer: Writer[int, bool] = Writer(database.engine, Engine(cipher))
    writer.start()
    delivery = Delivery(writer, cipher, [Provider(sent)], now=lambda: datetime.now(UTC), alone=not url, sweep_s=0.5)
    writer.after_commit = delivery.wake
    await delivery.start()
    known = _acked(work_dir)
    numbers = iter([number for number in range(MESSAGES) if number not in known])

    async def offer() -> None:
        for number in numbers:
            await writer.submit(number)
            acked.note(str(number))
            if random.random() < 0.1:
                await writer.submit(number)
            if (work_dir / "finish").exists():
                return

    print("ready", flush=True)
    await asyncio.gather(*(offer() for _ in range(OFFERING)))
    while not (work_dir / "finish").exists():  # noqa: ASYNC110 - another process makes the file
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
    await delivery.stop()
    writer.stop()
    database.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
