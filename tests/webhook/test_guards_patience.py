"""Slow and silent connections are let go, on a real socket."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from webhook.bodies import body_chunks
from webhook.guards import Guard
from webhook.patience import ImpatientProtocol, server_options


class Hurried(ImpatientProtocol):
    header_s = 0.3
    leftover_s = 0.5
    most_connections = 70


class Patient(ImpatientProtocol):
    header_s = 4.0  # on a loaded machine an honest client may take a second
    most_connections = 70


class Crowded(ImpatientProtocol):
    header_s = 60.0  # on a loaded machine the connections that fill it come in slowly
    most_connections = 70


async def _face(scope: Scope, receive: Receive, send: Send) -> None:
    size = 0
    async for chunk in body_chunks(receive, cap_bytes=1000, idle_s=0.3, total_s=0.6):
        size += len(chunk)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@contextlib.asynccontextmanager
async def _served(protocol: type[ImpatientProtocol]) -> AsyncIterator[int]:
    options = server_options() | {"http": protocol}
    server = uvicorn.Server(
        uvicorn.Config(Guard(_face, origin="http://127.0.0.1"), port=0, log_config=None, lifespan="off", **options)
    )
    with contextlib.suppress(asyncio.CancelledError):
        running = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn offers no event for it
            await asyncio.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
        server.should_exit = True
        await running


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async with _served(Hurried) as port:
        yield port


async def _say(port: int, *parts: bytes, pause_s: float = 0.0) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    heard = b""
    with contextlib.suppress(ConnectionError):
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause_s)
        heard = await asyncio.wait_for(reader.read(), 60)
    writer.close()
    return heard


async def test_half_a_head_is_let_go(port: int) -> None:
    assert await _say(port, b"POST / HTTP/1.1\r\nHost: x\r\n") == b""


async def test_a_silent_connection_is_let_go(port: int) -> None:
    assert await _say(port) == b""


async def test_a_head_that_drips_is_let_go(port: int) -> None:
    head = [b"GET / HTTP/1.1\r\n", *[b"X-A: b\r\n"] * 8]

    assert b"200" not in await _say(port, *head, pause_s=0.1)


async def test_half_a_body_is_answered_kindly(port: int) -> None:
    heard = await _say(port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")

    assert heard.startswith(b"HTTP/1.1 408")
    assert b"too_slow" in heard


async def test_a_big_upload_hears_its_refusal_and_the_next_request_is_served(port: int) -> None:
    big = b"x" * 2_000_000
    first = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n" + big
    second = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    heard = await _say(port, first, second)

    assert heard.startswith(b"HTTP/1.1 413")
    assert heard.endswith(b"ok")


async def test_an_honest_client_is_served_among_slow_ones() -> None:
    async with _served(Patient) as port:
        slow = [asyncio.create_task(_say(port, b"GET / HTTP/1.1\r\n")) for _ in range(60)]
        heard = await _say(port, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        left = await asyncio.gather(*slow)

    assert heard.startswith(b"HTTP/1.1 200")
    assert b"server:" not in heard.lower()
    assert set(left) == {b""}


async def test_one_connection_too_many_is_told_so_with_our_headers() -> None:
    async with _served(Crowded) as port:
        waiting = [await asyncio.open_connection("127.0.0.1", port) for _ in range(Crowded.most_connections)]
        heard = await _say(port, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        for _, writer in waiting:
            writer.close()

    assert heard.startswith(b"HTTP/1.1 503")
    assert b"retry-after: 2" in heard
    assert b"content-security-policy" in heard


async def test_bytes_that_are_no_http_are_answered_with_our_headers(port: int) -> None:
    heard = await _say(port, b"\x16\x03\x01 nonsense\r\n\r\n")

    assert heard.startswith(b"HTTP/1.1 400")
    assert b"content-security-policy" in heard
