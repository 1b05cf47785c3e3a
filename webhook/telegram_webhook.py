"""Telling Telegram where our webhook is, and asking what it thinks of it."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import httpx

from bot.telegram_bot import TelegramLine
from bot.telegram_parse import ASK_FOR
from webhook.settings import Settings
from webhook.telegram_routes import PATH
from webhook.telegram_side import line_of, secrets_of

# few at once keep a citizen's messages in their order; each takes us some milliseconds
MOST_AT_ONCE: Final = 4
_CALL_S: Final = 10.0


class TelegramRefused(Exception):  # noqa: N818 - a sentence, as all our errors
    """Telegram said no, or nothing; the text says what in one line and holds no token."""


@dataclass(frozen=True, slots=True)
class WebhookState:
    """What Telegram knows of our webhook. `url` is "" where none is set."""

    url: str
    waiting: int
    last_error: str
    last_error_at: datetime | None


def set_webhook(settings: Settings) -> str:
    """Point Telegram at our webhook and give its address; what waits is kept and delivered.

    Raises:
        TelegramRefused: It was not set.
    """
    url = f"{settings.public_base_url.rstrip('/')}{PATH}"
    asked = {
        "url": url,
        "secret_token": secrets_of(settings)[0],
        "allowed_updates": list(ASK_FOR),
        "max_connections": MOST_AT_ONCE,
    }
    asyncio.run(_call(line_of(settings), "setWebhook", asked))
    return url


def read_webhook(settings: Settings) -> WebhookState:
    """Ask Telegram for the state of our webhook.

    Raises:
        TelegramRefused: There was no answer.
    """
    told = asyncio.run(_call(line_of(settings), "getWebhookInfo", {}))
    info = told if isinstance(told, dict) else {}
    at = info.get("last_error_date")
    return WebhookState(
        url=str(info.get("url") or ""),
        waiting=int(info.get("pending_update_count") or 0),
        last_error=str(info.get("last_error_message") or ""),
        last_error_at=datetime.fromtimestamp(at, UTC) if isinstance(at, int) else None,
    )


async def _call(line: TelegramLine, method: str, asked: dict[str, object]) -> object:
    try:
        async with httpx.AsyncClient(timeout=_CALL_S) as client:
            answer = await client.post(f"{line.methods}/{method}", json=asked)
        told = answer.json()
    except (httpx.HTTPError, ValueError):
        raise TelegramRefused("Telegram does not answer. Is this machine online?") from None
    if answer.status_code in {401, 404}:
        raise TelegramRefused("Telegram does not know this bot: look at TPPO_TELEGRAM_BOT_TOKEN in .env.")
    if not isinstance(told, dict) or told.get("ok") is not True:
        said = str(told.get("description") or "no reason given") if isinstance(told, dict) else "no reason given"
        raise TelegramRefused(f"Telegram refused: {said}")
    return told.get("result")
