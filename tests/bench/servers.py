"""The servers of the intake bench: the whole hotline, and the floors of one bare commit a message.

Run as `python -m tests.bench.servers hotline|floor|inline_floor PORT FOLDER`. All three are one app behind the same
server. The floor also hands each message to the same writer's thread, which does nothing but one INSERT and one commit
for it; the inline floor commits in the event loop itself, where every other request has to wait for it.
"""

import asyncio
import socket
import sqlite3
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import uvloop
from sqlalchemy import Connection

from bot.citizen_face import CitizenFace
from bot.inbound import Inbound, Taken
from flows.labels import Language
from flows.showing import greeting
from storage.database import open_database
from storage.driver import run
from storage.writer import Writer
from webhook.public.app import create_public_app
from webhook.serving import Face, serve_faces

_TABLE: Final = "CREATE TABLE message (id INTEGER PRIMARY KEY, key TEXT UNIQUE, body TEXT)"
_INSERT: Final = "INSERT INTO message (key, body) VALUES (?, ?)"


class InlineFloor:
    """One INSERT and one commit with synchronous=FULL a message, right where the request is served."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute(_TABLE)

    async def take_in(self, inbound: Inbound) -> Taken:
        """Keep the message."""
        self.keep(inbound.provider_id, inbound.said.text)
        return Taken(0, 0)

    def keep(self, key: str, body: str) -> None:
        """Insert and commit."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_INSERT, (key, body))
        self._connection.execute("COMMIT")

    def __getattr__(self, name: str) -> object:
        """Have no other doors: the bench opens none."""
        raise AttributeError(name)


class Floor:
    """One INSERT and one commit a message, handed over to the writer's thread and back as the hotline does it."""

    def __init__(self, folder: Path) -> None:
        engine = open_database(folder).engine
        with engine.begin() as conn:
            run(conn, _TABLE)
        self._writer: Writer[Inbound, Taken] = Writer(engine, self._keep, group_limit=1)
        self._writer.start()

    async def take_in(self, inbound: Inbound) -> Taken:
        """Keep the message."""
        return await self._writer.submit(inbound)

    @staticmethod
    def _keep(conn: Connection, group: list[Inbound]) -> list[Taken]:
        for inbound in group:
            run(conn, _INSERT, (inbound.provider_id, inbound.said.text))
        return [Taken(0, 0) for _ in group]

    def __getattr__(self, name: str) -> object:
        """Have no other doors: the bench opens none."""
        raise AttributeError(name)


_FLOORS: Mapping[str, Callable[[Path], CitizenFace]] = {"floor": Floor, "inline_floor": InlineFloor}


async def _serve(what: str, port: int, folder: Path) -> None:
    if what in _FLOORS:
        base_url = f"http://127.0.0.1:{port}"
        app = create_public_app(
            _FLOORS[what](folder), base_url=base_url, greeting=lambda _: greeting(Language.INDONESIAN)
        )
        ports = [socket.create_server(("127.0.0.1", port), backlog=2048)]
        await serve_faces([Face(app, ports)], on_ready=_ready, before_stop=lambda: None)
        return
    from bot.hotline import Hotline
    from webhook.listening import open_ports
    from webhook.settings import read_settings
    from webhook.wiring import faces_of, open_storage, parts_of

    settings = read_settings(data_dir=folder, public_port=port, _env_file=None)
    hotline = Hotline(parts_of(settings, open_storage(settings)))
    await hotline.start()
    try:
        faces = faces_of(settings, hotline, open_ports(settings, "public"))
        await serve_faces(faces, on_ready=_ready, before_stop=hotline.bell.close)
    finally:
        await hotline.stop()


async def _ready() -> None:
    await asyncio.sleep(0)
    print("ready", flush=True)


if __name__ == "__main__":
    uvloop.run(_serve(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
