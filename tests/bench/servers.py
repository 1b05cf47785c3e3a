"""The servers of the intake bench: the whole hotline, and the floor of one bare commit a message.

Run as `python -m tests.bench.servers hotline|floor|framework_floor PORT FOLDER`. Hotline and floor are the same app
behind the same server; the third has the same bare commit behind an ordinary route of the framework.
"""

import asyncio
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

import uvloop
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp

from bot.inbound import Inbound, Taken
from flows.labels import Language
from flows.showing import greeting
from webhook.bodies import read_body
from webhook.guards import Guard
from webhook.public.app import create_public_app
from webhook.public.hot_route import PATH, inbound_of
from webhook.public.incoming import from_json
from webhook.public.session import Sessions
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
        self.keep(inbound.provider_id, inbound.said.text)
        return Taken(0, 0)

    def keep(self, key: str, body: str) -> None:
        """Insert and commit."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO message (key, body) VALUES (?, ?)", (key, body))
        self._connection.execute("COMMIT")

    def __getattr__(self, name: str) -> object:
        """Have no other doors: the bench opens none."""
        raise AttributeError(name)


def _floor(face: BareFace, base_url: str, *, behind_framework: bool) -> ASGIApp:
    if not behind_framework:
        return create_public_app(face, base_url=base_url, greeting=lambda _: greeting(Language.INDONESIAN))
    sessions = Sessions(is_secure=False)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    async def take(request: Request) -> JSONResponse:
        session = sessions.read(request.scope)
        assert session is not None
        sent = from_json(await read_body(request.receive))
        await face.take_in(inbound_of(session, sent, datetime.now(UTC)))
        return JSONResponse({"taken": True})

    app.add_api_route(PATH, take, methods=["POST"])
    return Guard(app, origin=base_url)


async def _serve(what: str, port: int, folder: Path) -> None:
    if what != "hotline":
        app = _floor(BareFace(folder), f"http://127.0.0.1:{port}", behind_framework=what == "framework_floor")
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
