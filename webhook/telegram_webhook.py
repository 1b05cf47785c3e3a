"""Telling Telegram where our webhook is, and asking what it thinks of it."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.telegram_bot import TelegramLine
from bot.telegram_parse import ASK_FOR
from bot.telegram_raw import number, words
from webhook.settings import Settings
from webhook.telegram_asking import ask
from webhook.telegram_routes import PATH
from webhook.telegram_side import line_of, secrets_of

# few at once keep a citizen's messages in their order; each takes us some milliseconds
MOST_AT_ONCE: Final = 4


@dataclass(frozen=True, slots=True)
class WebhookState:
    """What Telegram knows of our webhook. `url` is "" where none is set."""

    url: str
    waiting: int
    last_error: str
    last_error_at: datetime | None
    asked_for: frozenset[str] = frozenset()
    """The kinds of update that it was set with; empty where Telegram names none."""


def set_webhook(settings: Settings) -> str:
    """Point Telegram at our webhook and give its address; what waits is kept and delivered.

    Raises:
        TelegramRefused: It was not set.
    """
    url = address_of(settings)
    asked = {
        "url": url,
        "secret_token": secrets_of(settings)[0],
        "allowed_updates": list(ASK_FOR),
        "max_connections": MOST_AT_ONCE,
    }
    asyncio.run(ask(line_of(settings), "setWebhook", **asked))
    return url


def address_of(settings: Settings) -> str:
    """Give where Telegram should send to."""
    return f"{settings.public_base_url.rstrip('/')}{PATH}"


def read_webhook(settings: Settings) -> WebhookState:
    """Ask Telegram for the state of our webhook.

    Raises:
        TelegramRefused: There was no answer.
    """
    return asyncio.run(ask_webhook(line_of(settings)))


async def ask_webhook(line: TelegramLine) -> WebhookState:
    """Ask for the state of the webhook; raises as `read_webhook`."""
    info = await ask(line, "getWebhookInfo")
    at = number(info, "last_error_date")
    asked_for = info.get("allowed_updates")
    return WebhookState(
        url=words(info, "url"),
        waiting=number(info, "pending_update_count") or 0,
        last_error=words(info, "last_error_message"),
        last_error_at=None if at is None else datetime.fromtimestamp(at, UTC),
        asked_for=frozenset(map(str, asked_for)) if isinstance(asked_for, list) else frozenset(),
    )
