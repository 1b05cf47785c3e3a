"""The HTTP client that twilio's own REST classes speak through: real time-outs, real JSON, and one place for errors.

twilio 9.13 has an async client of its own, which ignores its time-out and sends JSON bodies as forms
(docs/decisions/0011-twilio-through-our-own-http.md). What goes wrong on the line leaves here as a SendError and as
nothing else.
"""

import email.utils
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final, cast
from urllib.parse import urlsplit, urlunsplit

import httpx
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

from bot.channel import SendError, TryLater, Uncertain

PUBLIC_BASE: Final = "https://api.twilio.com"
# R: every outside call ends within ten seconds, connecting included
_TIMEOUT: Final = httpx.Timeout(8.0, connect=4.0)
_NOTHING_LEFT_US: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_LONGEST_WAIT_S: Final = 900.0


def make_client(*, timeout: httpx.Timeout = _TIMEOUT) -> httpx.AsyncClient:
    """Make the client for Twilio: no redirects, nothing of this machine's proxies or saved passwords."""
    limits = httpx.Limits(max_connections=40, max_keepalive_connections=20)
    return httpx.AsyncClient(timeout=timeout, follow_redirects=False, trust_env=False, limits=limits)


class TwilioHttp(AsyncHttpClient):  # type: ignore[misc]  # twilio brings no types
    """Carries requests of twilio's REST classes over httpx.

    Args:
        client: Does the sending; closed by its owner.
        base: Where Twilio is; another one than its public address takes every product's requests, for tests.
    """

    def __init__(self, client: httpx.AsyncClient, base: str = PUBLIC_BASE) -> None:
        super().__init__(logging.getLogger("twilio.silent"), True, None)
        self._client = client
        self._base = "" if base.rstrip("/") == PUBLIC_BASE else base.rstrip("/")

    async def request(  # noqa: PLR0913, PLR0917 - twilio's signature
        self,
        method: str,
        uri: str,
        params: Mapping[str, object] | None = None,
        data: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - twilio's signature
        allow_redirects: bool = False,  # noqa: FBT001, FBT002 - twilio's signature
    ) -> Response:
        """Make one request.

        Raises:
            TryLater: Nothing was done; Retry-After is obeyed.
            Uncertain: It may have been done.
        """
        del timeout, allow_redirects
        kept = dict(headers or {})
        is_json = "json" in kept.get("Content-Type", "")
        request = self._client.build_request(
            method,
            self._place(uri),
            params=cast("Mapping[str, str]", params) or None,
            headers=kept,
            json=data if is_json else None,
            data=None if is_json else data,
        )
        try:
            answer = await self._client.send(request, auth=auth or httpx.USE_CLIENT_DEFAULT)
        except httpx.HTTPError as error:
            raise _line_error(method, error) from None
        _refuse_trouble(method, answer)
        return Response(answer.status_code, answer.text, answer.headers)

    def _place(self, uri: str) -> str:
        if not self._base:
            return uri
        ours = urlsplit(self._base)
        return urlunsplit((ours.scheme, ours.netloc, *urlsplit(uri)[2:]))


def _line_error(method: str, error: httpx.HTTPError) -> SendError:
    # `from None`: httpx's words hold the address, and that holds the account
    if isinstance(error, _NOTHING_LEFT_US):
        return TryLater("no_connection")
    return TryLater("line") if method == "GET" else Uncertain("line")


def _refuse_trouble(method: str, answer: httpx.Response) -> None:
    status = answer.status_code
    if status in {429, 503}:
        raise TryLater("rate_limited" if status == 429 else "unavailable", retry_after_s=_retry_after_s(answer))
    if status >= 500:
        # an error of theirs may come after the message was taken
        raise TryLater("server") if method == "GET" else Uncertain("server")
    if answer.is_success and answer.content and "json" not in answer.headers.get("content-type", ""):
        # somebody between us and Twilio answered, and may have let the message through
        raise TryLater("garbage") if method == "GET" else Uncertain("garbage")


def _retry_after_s(answer: httpx.Response) -> float | None:
    told = answer.headers.get("retry-after", "")
    if told.isdecimal():
        return min(float(told), _LONGEST_WAIT_S)
    try:
        until = email.utils.parsedate_to_datetime(told)
    except ValueError:
        return None
    return min(max((until.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0), _LONGEST_WAIT_S)
