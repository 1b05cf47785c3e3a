"""The two servers of the intake bench: the whole hotline, and the floor of one bare commit a message.

Run as `python tests/bench/servers.py hotline|floor PORT FOLDER`; both are the same app behind the same server.
"""

import asyncio
import sqlite3
import sys
from pathlib import Path

import uvloop

from bot.inbound import Inbound, Taken
from flows.labels import Language
from flows.showing import greeting
from webhook.public.app import create_public_app
from webhook.serving import Face, serve_faces


class BareFace:
    """The floor under the same route: one INSERT and one commit with synchronous=FULL a message, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, key TEXT UNIQUE, body TEXT)")

    async def take_in(self, inbound: Inbound) -> Taken:
        """Keep the message."""
        row = (inbound.provider_id, inbound.said.text)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO message (key, body) VALUES (?, ?)", row)
        self._connection.execute("COMMIT")
        return Taken(0, 0)

    def __getattr__(self, name: str) -> object:
        """Have no other doors: the bench opens none."""
        raise AttributeError(name)


async def _serve(what: str, port: int, folder: Path) -> None:
    if what == "floor":
        base_url = f"http://127.0.0.1:{port}"
        app = create_public_app(BareFace(folder), base_url=base_url, greeting=lambda _: greeting(Language.INDONESIAN))
        await serve_faces([Face(app, "127.0.0.1", port)], on_ready=_ready, before_stop=lambda: None)
        return
    from bot.hotline import Hotline
    from webhook.settings import read_settings
    from webhook.wiring import faces_of, open_storage, parts_of

    settings = read_settings(data_dir=folder, public_port=port, _env_file=None)
    hotline = Hotline(parts_of(settings, open_storage(settings)))
    await hotline.start()
    try:
        await serve_faces(faces_of(settings, hotline, "public"), on_ready=_ready, before_stop=hotline.bell.close)
    finally:
        await hotline.stop()


async def _ready() -> None:
    await asyncio.sleep(0)
    print("ready", flush=True)


if __name__ == "__main__":
    uvloop.run(_serve(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
