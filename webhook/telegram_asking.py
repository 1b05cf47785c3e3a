"""Asking Telegram one thing from a command: an answer within ten seconds, or one line that says what is wrong."""

from typing import Final

import httpx

from bot.telegram_bot import TelegramLine
from bot.telegram_raw import Raw, number, part, words

_CALL_S: Final = 10.0
_UNKNOWN: Final = frozenset({httpx.codes.UNAUTHORIZED, httpx.codes.NOT_FOUND})


class TelegramRefused(Exception):  # noqa: N818 - a sentence, as all our errors
    """Telegram said no, or nothing; the text says what in one line and holds no token."""

    def __init__(self, text: str, *, said: str = "", moved_to: int | None = None) -> None:
        super().__init__(text)
        self.said = said
        """Telegram's own words, lower case; "" where there was no answer."""
        self.moved_to = moved_to
        """The group's new number, where it became a supergroup."""


class TelegramAway(TelegramRefused):
    """There was no answer that could be Telegram's."""


async def ask(line: TelegramLine, method: str, **asked: object) -> Raw:
    """Call a method and give its result; empty where the result is no object.

    Raises:
        TelegramAway: The network, or Telegram, is away.
        TelegramRefused: Telegram said no.
    """
    try:
        async with httpx.AsyncClient(timeout=_CALL_S) as client:
            answer = await client.post(f"{line.methods}/{method}", json=asked)
        told = answer.json()
    except (httpx.HTTPError, ValueError, RecursionError):
        raise TelegramAway("Telegram does not answer. Is this machine online?") from None
    if not isinstance(told, dict):
        raise TelegramAway("Something answers that is not Telegram. Is there a proxy between?")
    if told.get("ok") is True:
        return part(told, "result")
    said = words(told, "description")
    if answer.status_code in _UNKNOWN:
        raise TelegramRefused("Telegram does not know this bot: look at TPPO_TELEGRAM_BOT_TOKEN in .env.", said=said)
    moved = number(part(told, "parameters"), "migrate_to_chat_id")
    raise TelegramRefused(f"Telegram refused: {said or 'no reason given'}", said=said.casefold(), moved_to=moved)
