"""Fetches the files of WhatsApp messages: with our credentials from Twilio alone, wherever it points to without."""

import asyncio
import ipaddress
import logging
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import ClassVar, Final
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from bot.channel import SendError
from bot.evidence import FILE_CAP_BYTES
from bot.fetching import FetchLater, GoneAtProvider, TooBigAtProvider
from bot.twilio_parse import CHANNEL
from bot.twilio_rest import Access, TwilioRest
from bot.vcard import CAP_BYTES as CARD_CAP_BYTES

log = logging.getLogger(__name__)

_MOST_HOPS: Final = 3
_PLACE: Final = re.compile(r"/Messages/([SM]M[0-9a-f]{32})/Media/(ME[0-9a-f]{32})/?$")
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({400, 404, 410, 451})

OnCard = Callable[[Mapping[str, object], bytes], Awaitable[None]]
"""Told the bytes of a contact card: what it says is part of the conversation, not only a file."""


class TwilioFiles:
    """Where WhatsApp's files lie; implements MediaSource.

    Args:
        access: The account.
        client: Does the fetching; follows no redirect by itself.
        rest: Deletes what we have.
        on_card: Told of contact cards.
        also: Hosts with port that may be fetched from although they are not public, for tests.
    """

    channel: ClassVar[str] = CHANNEL

    def __init__(
        self,
        access: Access,
        client: httpx.AsyncClient,
        rest: TwilioRest,
        on_card: OnCard,
        *,
        also: frozenset[str] = frozenset(),
    ) -> None:
        self._access = access
        self._client = client
        self._rest = rest
        self._on_card = on_card
        self._base = urlsplit(access.base)
        self._also = also | {self._base.netloc}

    def open(self, where: Mapping[str, object]) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """Give the bytes of a file as they arrive; raises FetchError."""
        return self._card(where) if where.get("card") else self._opened(str(where["url"]))

    async def forget(self, where: Mapping[str, object]) -> None:
        """Delete Twilio's copy and the words beside it."""
        match = _PLACE.search(urlsplit(str(where["url"])).path)
        if match is None:
            return
        try:
            await self._rest.forget(match[1], [match[2]])
        except SendError as error:
            log.warning("copy not deleted", extra={"reason": error.reason})

    @asynccontextmanager
    async def _card(self, where: Mapping[str, object]) -> AsyncIterator[AsyncIterator[bytes]]:
        raw = b""
        async with self._opened(str(where["url"])) as chunks:
            async for chunk in chunks:
                raw += chunk
                if len(raw) > CARD_CAP_BYTES:
                    break  # its numbers stand before the picture that makes it so long
        await self._on_card(where, raw)
        yield _once(raw)

    @asynccontextmanager
    async def _opened(self, url: str) -> AsyncIterator[AsyncIterator[bytes]]:
        place = urlsplit(url)
        if not self._is_twilio(place):
            # a signed call may be old, and an address in it is still only somebody's word
            raise GoneAtProvider
        answer = await self._get(url, with_credentials=True)
        for _ in range(_MOST_HOPS):
            if answer.status_code not in _REDIRECTS:
                break
            url = urljoin(url, answer.headers.get("location", ""))
            await answer.aclose()
            await self._refuse_inside(urlsplit(url))
            answer = await self._get(url, with_credentials=False)
        try:
            self._refuse_answer(answer, urlsplit(url))
            yield answer.aiter_raw()
        finally:
            await answer.aclose()

    async def _get(self, url: str, *, with_credentials: bool) -> httpx.Response:
        auth = httpx.BasicAuth(self._access.account_sid, self._access.token) if with_credentials else None
        # stored files are small already; what is packed could grow without end on our side
        request = self._client.build_request("GET", url, headers={"accept-encoding": "identity"})
        try:
            return await self._client.send(request, auth=auth, stream=True)
        except httpx.HTTPError:
            raise FetchLater from None  # its words hold the address

    def _is_twilio(self, place: SplitResult) -> bool:
        if place.netloc == self._base.netloc and place.scheme == self._base.scheme:
            return True
        host = place.hostname or ""
        return (
            place.scheme == "https"
            and host.endswith(".twilio.com")
            and place.port in {None, 443}
            and not place.username
        )

    async def _refuse_inside(self, place: SplitResult) -> None:
        """Refuse what does not lie on the open internet; a redirect could point into our own network."""
        if place.netloc in self._also:
            return
        if place.scheme != "https" or not place.hostname or place.username:
            raise GoneAtProvider
        loop = asyncio.get_running_loop()
        try:
            found = await asyncio.wait_for(loop.getaddrinfo(place.hostname, 443, type=socket.SOCK_STREAM), 5)
        except (OSError, TimeoutError, UnicodeError):
            raise FetchLater from None
        if not found or not all(_is_public(str(one[4][0])) for one in found):
            raise GoneAtProvider

    def _refuse_answer(self, answer: httpx.Response, place: SplitResult) -> None:
        stream = answer.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream is not None else None
        if place.netloc not in self._also and (not peer or not _is_public(str(peer[0]))):
            # a name may lead elsewhere by the time it is asked again
            raise GoneAtProvider
        if answer.status_code in _GONE or answer.status_code in _REDIRECTS:
            raise GoneAtProvider
        if answer.status_code != 200:
            raise FetchLater
        length = answer.headers.get("content-length", "")
        if length.isdecimal() and int(length) > FILE_CAP_BYTES:
            raise TooBigAtProvider


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


async def _once(raw: bytes) -> AsyncIterator[bytes]:
    yield raw
