"""Fetching files from Telegram: ask where, then stream, capped; the address holds the token and is never shown."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import ClassVar, Final

import httpx
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.fetching import FetchLater, GoneAtProvider, TooBigAtProvider
from bot.telegram_bot import TelegramLine
from bot.telegram_content import MOST_BYTES
from bot.telegram_parse import LANE

_TIMEOUT: Final = httpx.Timeout(10.0, connect=5.0)
_PATH_PARTS: Final = frozenset({"", ".", ".."})


class TelegramFiles:
    """Gives the files of Telegram; see bot/fetching.py MediaSource."""

    channel: ClassVar[str] = LANE

    def __init__(self, bot: Bot, line: TelegramLine) -> None:
        self._bot = bot
        self._line = line

    @asynccontextmanager
    async def open(self, where: Mapping[str, object]) -> AsyncIterator[AsyncIterator[bytes]]:
        """Give the bytes of a file as they arrive; see MediaSource.open."""
        path = await self._path(str(where.get("file_id") or ""))
        # no redirects: the token stands in the address and goes to nobody else
        async with httpx.AsyncClient(timeout=_TIMEOUT, follow_redirects=False) as client:
            try:
                async with client.stream("GET", f"{self._line.files}/{path}") as answer:
                    if answer.status_code == httpx.codes.NOT_FOUND:
                        raise GoneAtProvider
                    if answer.status_code != httpx.codes.OK:
                        raise FetchLater
                    yield _capped(answer)
            except httpx.HTTPError:
                raise FetchLater from None

    async def forget(self, where: Mapping[str, object]) -> None:
        """Do nothing: Telegram has no way to delete a file but with its message."""

    async def _path(self, file_id: str) -> str:
        try:
            file = await self._bot.get_file(file_id)
        except BadRequest as error:
            raise (TooBigAtProvider if "too big" in error.message.casefold() else GoneAtProvider) from None
        except TelegramError:
            raise FetchLater from None
        if (file.file_size or 0) > MOST_BYTES:
            raise TooBigAtProvider
        return _relative(file.file_path or "", self._line.files)


async def _capped(answer: httpx.Response) -> AsyncIterator[bytes]:
    size = 0
    try:
        async for chunk in answer.aiter_bytes():
            size += len(chunk)
            if size > MOST_BYTES:
                raise TooBigAtProvider
            yield chunk
    except httpx.HTTPError:
        raise FetchLater from None


def _relative(path: str, base: str) -> str:
    """Give the path below our own base; the library makes a whole address of it, and nothing else is followed."""
    inside = path.removeprefix(f"{base}/")
    if "://" in inside or not inside or _PATH_PARTS.intersection(inside.split("/")):
        raise GoneAtProvider
    return inside
