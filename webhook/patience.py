"""How long a connection may keep the server waiting: the part of a request that uvicorn itself never times."""

import asyncio
from typing import Final, TypedDict

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from webhook.guards import BUSY, NOT_UNDERSTOOD, Guard, safe_headers, send_refusal

# R24: uvicorn was measured to keep a half-sent header open for longer than 45 s.
HEADER_S: Final = 10.0
# After an early refusal the rest of a big upload is read and thrown away, so that the answer is not lost to a reset;
# this long and no longer.
LEFTOVER_S: Final = 30.0
# Below the usual 1024 open files a process. R24's 200 would let 200 idle phones lock everybody else out; slow ones
# are let go by their own clock.
MOST_CONNECTIONS: Final = 800


async def _say_busy(scope: Scope, receive: Receive, send: Send) -> None:
    del receive
    await send_refusal(scope, send, BUSY)


_BUSY_FACE: Final = Guard(_say_busy, origin="")
_HEADERS: Final = b"".join(name + b": " + value + b"\r\n" for name, value in safe_headers())


class ImpatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 for one connection, closed when a request head or the rest of a refused body never ends.

    What uvicorn would answer by itself, past our guard, is answered here with our headers.
    """

    header_s = HEADER_S
    leftover_s = LEFTOVER_S
    most_connections = MOST_CONNECTIONS
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its parent
        """Start waiting for the first request head."""
        super().connection_made(transport)
        self._wait(self.header_s)

    def on_message_begin(self) -> None:
        """A head has begun: it must end in time."""
        super().on_message_begin()
        self._wait(self.header_s)

    def on_headers_complete(self) -> None:
        """The head is in; the body's time is kept by webhook/bodies.py."""
        self._wait(None)
        has_room = len(self.connections) <= self.most_connections
        self.app = self.config.loaded_app if has_room else _BUSY_FACE
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Answered: what is left of the request's body may still come, for a while."""
        super().on_response_complete()
        if self.cycle is not None and self.cycle.more_body:
            self._wait(self.leftover_s)

    def on_message_complete(self) -> None:
        """The body has ended too."""
        if self.cycle is not None and self.cycle.response_complete:
            self._wait(None)
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock with the connection."""
        self._wait(None)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer bytes that are no HTTP."""
        del msg  # words for developers
        body = NOT_UNDERSTOOD.text.encode()
        head = b"HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\n"
        length = b"content-length: " + str(len(body)).encode() + b"\r\n\r\n"
        self.transport.write(head + _HEADERS + length + body)
        self.transport.close()

    def _wait(self, seconds: float | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if seconds is not None:
            self._patience = self.loop.call_later(seconds, self._give_up)

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


class ServerOptions(TypedDict):
    """The uvicorn settings that both faces share."""

    http: type[asyncio.Protocol]
    server_header: bool
    access_log: bool
    timeout_keep_alive: int


def server_options() -> ServerOptions:
    """Give the settings for `uvicorn.Config(app, **server_options())`.

    No access log: it would hold addresses.
    """
    return ServerOptions(http=ImpatientProtocol, server_header=False, access_log=False, timeout_keep_alive=15)
