"""Reading a request body with a cap on what really arrives and on how long it may take."""

import asyncio
from collections.abc import AsyncIterator

from starlette.types import Receive

from webhook.guards import TOO_BIG, TOO_SLOW, ClientGone, Refused

# R23: whatever Content-Length says. 64 KiB of UTF-8 text may arrive as six bytes of JSON escape for each byte.
JSON_CAP_BYTES = 64 * 1024
CHAT_CAP_BYTES = 6 * 64 * 1024 + 8 * 1024
UPLOAD_CAP_BYTES = 25 * 1024 * 1024
# R24: a body that stops half-way is let go.
IDLE_S = 10.0
BODY_S = 20.0
UPLOAD_S = 600.0


async def body_chunks(
    receive: Receive, *, cap_bytes: int, idle_s: float = IDLE_S, total_s: float = BODY_S
) -> AsyncIterator[bytes]:
    """Give the body as it arrives.

    Raises:
        Refused: More than `cap_bytes` came, nothing came for `idle_s`, or it took longer than `total_s`.
        ClientGone: The other side hung up.
    """
    loop = asyncio.get_running_loop()
    end, size, more = loop.time() + total_s, 0, True
    while more:
        try:
            async with asyncio.timeout_at(min(end, loop.time() + idle_s)):
                message = await receive()
        except TimeoutError:
            raise Refused(TOO_SLOW) from None
        if message["type"] == "http.disconnect":
            raise ClientGone
        chunk = message.get("body", b"")
        more = message.get("more_body", False)
        fits = chunk[: cap_bytes - size]
        if fits:
            # what fits is given first: a form's words stand before the file that is too big
            yield fits
        size += len(chunk)
        if size > cap_bytes:
            raise Refused(TOO_BIG)


async def read_body(receive: Receive, *, cap_bytes: int = JSON_CAP_BYTES) -> bytes:
    """Give the whole body, for small ones; raises as `body_chunks`."""
    return b"".join([chunk async for chunk in body_chunks(receive, cap_bytes=cap_bytes)])
