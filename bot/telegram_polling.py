"""Asking Telegram for updates, for a laptop without a public address: each is safe before the next batch is asked for.

Raw JSON, one update at a time: the library's own poller stops for ever at the first update that it cannot read.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Final

import httpx

from bot.telegram_bot import TelegramLine
from bot.telegram_parse import ASK_FOR

log = logging.getLogger(__name__)

_LONG_POLL_S: Final = 25
_PAUSES_S: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
_CONFLICT_PAUSE_S: Final = 30.0

Take = Callable[[object], Awaitable[None]]


class Poller:
    """Polls until stopped. A dead network never stops the start; it is asked again with growing pauses.

    Args:
        line: Where the bot is reached.
        take: Takes one update in; what it raises is tried again.
        long_poll_s: How long Telegram may hold an empty answer.
        pauses_s: The pauses after failures in a row.
    """

    def __init__(
        self,
        line: TelegramLine,
        take: Take,
        *,
        long_poll_s: int = _LONG_POLL_S,
        pauses_s: tuple[float, ...] = _PAUSES_S,
        conflict_pause_s: float = _CONFLICT_PAUSE_S,
    ) -> None:
        self._line = line
        self._take = take
        self._long_poll_s = long_poll_s
        self._pauses_s = pauses_s
        self._conflict_pause_s = conflict_pause_s
        self._offset = 0
        self._failures = 0
        self._told = ""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to poll."""
        self._task = asyncio.create_task(self._run(), name="telegram polling")

    async def stop(self) -> None:
        """Ask no more. An update that is being taken in comes again if its end is not reached."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _run(self) -> None:
        timeout = httpx.Timeout(10.0, read=self._long_poll_s + 8.0)
        async with httpx.AsyncClient(timeout=timeout) as client:
            # a webhook that was set before would keep every update from us; what waits there is kept
            forget_webhook = True
            while True:
                try:
                    if forget_webhook:
                        await self._call(client, "deleteWebhook", {})
                        forget_webhook = False
                    await self._round(client)
                    self._failures, self._told = 0, ""
                except _Conflict:
                    if self._is_new("conflict"):
                        log.warning("another process polls with the same bot token: stop one of them")
                    forget_webhook = True
                    await asyncio.sleep(self._conflict_pause_s)
                except _BadToken:
                    if self._is_new("token"):
                        log.warning("telegram refuses the bot token: look at TPPO_TELEGRAM_BOT_TOKEN")
                    await asyncio.sleep(self._conflict_pause_s)
                except Exception as error:  # noqa: BLE001 - network and database come back; polling must outlive both
                    if self._is_new(type(error).__name__):
                        log.warning("polling waits", extra={"error": type(error).__name__})
                    await asyncio.sleep(self._pause_s(error))

    async def _round(self, client: httpx.AsyncClient) -> None:
        asked = {"timeout": self._long_poll_s, "allowed_updates": list(ASK_FOR), "offset": self._offset}
        updates = await self._call(client, "getUpdates", asked)
        for update in updates if isinstance(updates, list) else []:
            await self._take(update)
            # only now: what is not safe yet must come again
            self._offset = max(self._offset, _after(update))

    async def _call(self, client: httpx.AsyncClient, method: str, body: dict[str, object]) -> object:
        answer = await client.post(f"{self._line.methods}/{method}", json=body)
        told = _json(answer)
        if answer.status_code == httpx.codes.CONFLICT:
            raise _Conflict
        if answer.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.NOT_FOUND}:
            raise _BadToken
        if answer.status_code != httpx.codes.OK or told.get("ok") is not True:
            raise _NotNow(_retry_after(told))
        return told.get("result")

    def _pause_s(self, error: Exception) -> float:
        pause = self._pauses_s[min(self._failures, len(self._pauses_s) - 1)]
        self._failures += 1
        return max(pause, error.after_s) if isinstance(error, _NotNow) else pause

    def _is_new(self, trouble: str) -> bool:
        """Say whether this was not told yet: once, not with every try."""
        was, self._told = self._told, trouble
        return was != trouble


class _Conflict(Exception):  # noqa: N818 - a sentence, as all our errors
    """Somebody else polls, or a webhook is set."""


class _BadToken(Exception):  # noqa: N818 - a sentence, as all our errors
    """Telegram does not know this bot."""


class _NotNow(Exception):  # noqa: N818 - a sentence, as all our errors
    """Telegram answers, but not with updates."""

    def __init__(self, after_s: float) -> None:
        super().__init__()
        self.after_s = after_s


def _json(answer: httpx.Response) -> dict[str, object]:
    try:
        told = json.loads(answer.content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _retry_after(told: dict[str, object]) -> float:
    parameters = told.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(wait) if isinstance(wait, int | float) else 0.0


def _after(update: object) -> int:
    given = update.get("update_id") if isinstance(update, dict) else None
    return given + 1 if isinstance(given, int) and not isinstance(given, bool) else 0
