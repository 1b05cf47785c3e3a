"""Deleting a chat's messages from both sides of Telegram, with an honest account of what could not be removed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from telegram import Bot
from telegram.error import BadRequest, Forbidden

from bot.channel import Outgoing, SendResult
from flows.labels import Language
from flows.texts import say

BATCH: Final = 100
# Telegram deletes what is younger than 48 hours; a minute less, so that a batch does not age on its way
YOUNG: Final = timedelta(hours=47, minutes=59)


async def erase(bot: Bot, outgoing: Outgoing, now: datetime) -> SendResult:
    """Delete what can be deleted and say what became of it; deleting twice does no harm."""
    assert outgoing.address is not None
    chat = int(outgoing.address)
    shown = _shown(outgoing.body.get("messages"))
    young = [one for one, at in shown if now.timestamp() - at < YOUNG.total_seconds()]
    removed = 0
    for start in range(0, len(young), BATCH):
        removed += await _delete(bot, chat, young[start : start + BATCH])
    language = Language(str(outgoing.body.get("language") or Language.INDONESIAN))
    message = await bot.send_message(chat, account(removed, len(shown) - removed, language))
    return SendResult(str(message.message_id))


def account(removed: int, left: int, language: Language) -> str:
    """Say what was removed from the screen and what was not, in words that tell a stranger nothing."""
    lines = [say("erased.removed", language, count=removed)] if removed else []
    if left:
        lines.append(say("erased.left", language, count=left))
    return "\n".join(lines) or say("erased.nothing", language)


async def _delete(bot: Bot, chat: int, messages: Sequence[int]) -> int:
    try:
        await bot.delete_messages(chat, messages)
    except Forbidden:
        raise
    except BadRequest:
        return await _one_by_one(bot, chat, messages)
    return len(messages)


async def _one_by_one(bot: Bot, chat: int, messages: Sequence[int]) -> int:
    """Delete a batch that was refused as a whole, so that one message does not keep the others."""
    removed = 0
    for one in messages:
        try:
            await bot.delete_message(chat, one)
        except BadRequest as error:
            # what is gone already is gone
            removed += "not found" in error.message.casefold()
        else:
            removed += 1
    return removed


def _shown(told: object) -> list[tuple[int, int]]:
    """Read [[message id, epoch], ...], each message once."""
    pairs = told if isinstance(told, list) else []
    found = {int(one[0]): int(one[1]) for one in pairs if isinstance(one, list) and str(one[0]).isdecimal()}
    return sorted(found.items())
