"""What the storage part of one message costs, in CPU and on the wall, beside one bare insert with its own commit.

Run `python -m tests.bench.storage_bench [group sizes ...] [--postgres URL]`. Prints one JSON line a figure.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from storage import contacts, conversations, inbox, tickets
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.ids import new_id
from storage.keys import load_keys
from storage.migrate import upgrade
from storage.shelf import run

_SENDERS = 2000
_STATE = json.dumps({"flow": "report", "answers": {f"question_{n}": "jawaban singkat" for n in range(8)}}).encode()
_TEXT = "pak tolong adik saya di kamboja paspornya ditahan, tidak boleh keluar, gajinya tidak dibayar tiga bulan"


def full_work(conn: Connection, cipher: Cipher, numbers: list[int]) -> int:
    """Do what intake does to storage for a group: everything but the conversation itself."""
    now = datetime.now(UTC)
    batch = Batch(cipher, now)
    wanted = []
    for number in numbers:
        address = f"+62811{number % _SENDERS:07}"
        wanted.append(("whatsapp", contacts.lookup_of(cipher, "whatsapp", address), address))
    senders = contacts.find_or_make(conn, cipher, wanted, now)
    rows = []
    for number, (channel, lookup, _) in zip(numbers, wanted, strict=True):
        inbox_id = new_id()
        rows.append(
            {
                "id": inbox_id,
                "channel": channel,
                "provider_id": f"SM{number:032}",
                "contact_id": senders[lookup].contact_id,
                "body_enc": cipher.seal_json(inbox.BODY, inbox_id, {"text": _TEXT}),
                "received_at": now,
            }
        )
    new = inbox.take_in(conn, rows)
    states = conversations.load(conn, cipher, [sender.contact_id for sender in senders.values()])
    tickets.of_contacts(conn, [sender.contact_id for sender in senders.values()])
    for number, (_, lookup, _) in zip(numbers, wanted, strict=True):
        sender = senders[lookup]
        contact = sender.contact_id
        _, version = states.get(contact, (b"", 0))
        batch.save_conversation(contact, _STATE, version + 1)
        batch.add_message(contact, "citizen", "text", {"text": _TEXT})
        outbox_id = batch.add_outbox(
            lane="whatsapp",
            purpose="reply",
            ordering_key=f"c:{contact}",
            dedupe_key=f"r:{number}:0",
            body={"text": _TEXT, "choices": [], "prompt": "where"},
            contact_id=contact,
            identity_id=sender.identity_id,
        )
        batch.add_message(contact, "hotline", "text", {"text": _TEXT}, outbox_id=outbox_id)
        batch.set_timer("silence", contact, now + timedelta(minutes=30), f"silence:{contact}")
    flush(conn, batch)
    return len(new)


def floor(conn: Connection, number: int) -> None:
    """Insert one bare row."""
    run(conn, "INSERT INTO bare (id, body) VALUES (?, ?)", (number, _TEXT))


def measure(
    name: str, database: Database, times: int, per_time: int, work: Callable[[Connection, int], object]
) -> float:
    """Run `work` in `times` transactions and print CPU and wall time for one message."""
    with database.engine.connect() as conn:
        wall, cpu = time.perf_counter(), time.thread_time()
        for turn in range(times):
            with conn.begin():
                work(conn, turn)
        cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
    messages = times * per_time
    figures = {"cpu_ms": round(cpu / messages * 1000, 4), "wall_ms": round(wall / messages * 1000, 4)}
    print(json.dumps({"figure": name, "messages": messages, **figures, "per_s": round(messages / wall)}), flush=True)
    return messages / wall


def main() -> None:
    """Measure floor and full work in turn on a fresh database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 8, 16, 32])
    parser.add_argument("--postgres", default="")
    parser.add_argument("--messages", type=int, default=4000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cipher = Cipher(load_keys(Path(folder)))
        database = open_database(Path(folder), url=asked.postgres)
        upgrade(database.engine)
        with database.engine.begin() as conn:
            run(conn, "CREATE TABLE bare (id BIGINT PRIMARY KEY, body TEXT)")
        done = 0
        for size in (16, *asked.sizes):
            times = min(asked.messages, 1600 if size == 1 else asked.messages) // size
            bare = measure("floor", database, 1000, 1, lambda conn, turn: floor(conn, new_id()))
            start = done

            def group(conn: Connection, turn: int, start: int = start, size: int = size) -> int:
                first = start + turn * size
                return full_work(conn, cipher, list(range(first, first + size)))

            full = measure(f"full work, groups of {size}", database, times, size, group)
            print(json.dumps({"figure": f"ratio at {size}", "value": round(full / bare, 3)}), flush=True)
            done += times * size
        database.close()


if __name__ == "__main__":
    main()
