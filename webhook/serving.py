"""Runs both faces of one hotline in one process, and stops them in order."""

import asyncio
import contextlib
import gc
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from webhook.patience import server_options

_STOP_WITHIN_S = 8


@dataclass(frozen=True, slots=True)
class Face:
    """An app and the open ports on which it answers."""

    app: ASGIApp
    ports: Sequence[socket.socket]


class _Server(uvicorn.Server):
    """A uvicorn that leaves the signals to us: two servers share them here."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Do nothing."""
        yield


async def serve_faces(
    faces: list[Face], *, on_ready: Callable[[], Awaitable[None]], before_stop: Callable[[], None]
) -> None:
    """Serve until a signal comes.

    Args:
        on_ready: Awaited once every face listens.
        before_stop: Called when stopping begins, so that lines held open can end.
    """
    servers = [_Server(_config(face)) for face in faces]
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    running = [
        asyncio.create_task(server.serve(sockets=list(face.ports)), name=f"face {number}")
        for number, (server, face) in enumerate(zip(servers, faces, strict=True))
    ]
    try:
        await _all_started(servers, running)
        _spare_what_stays()
        await on_ready()
        stopped = asyncio.create_task(stop.wait(), name="stop signal")
        await asyncio.wait([stopped, *running], return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
    finally:
        before_stop()
        for server in servers:
            server.should_exit = True
        await asyncio.gather(*running, return_exceptions=True)


def _spare_what_stays() -> None:
    """Let the collector pass over lexicons and weights: walking through them held up every message for 0.1 s."""
    gc.collect()
    gc.freeze()


async def _all_started(servers: list[_Server], running: list[asyncio.Task[None]]) -> None:
    while not all(server.started for server in servers):
        for task in running:
            if task.done():
                task.result()
                raise SystemExit(1)  # uvicorn has said why
        await asyncio.sleep(0.01)


def _config(face: Face) -> uvicorn.Config:
    return uvicorn.Config(
        face.app,
        log_config=None,
        log_level="warning",
        lifespan="auto",
        timeout_graceful_shutdown=_STOP_WITHIN_S,
        **server_options(),
    )
