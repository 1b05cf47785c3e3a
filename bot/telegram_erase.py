"""Deleting a chat's messages from both sides of Telegram, with an honest account of what could not be removed."""

import contextlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection
from telegram import Bot
from telegram.error import BadRequest, Forbidden

from bot.channel import Outgoing, SendResult
from bot.desk_store import DeskStore
from bot.erasing import ERASE
from flows.labels import Language
from flows.texts import say
from storage import outbox, traces
from storage.batch import Batch, flush

BATCH: Final = 100
# Telegram deletes what is younger than 48 hours; a minute less, so that a batch does not age on its way
YOUNG: Final = timedelta(hours=47, minutes=59)

LAST_WORDS_STAY: Final = timedelta(minutes=2)


class Eraser:
    """Deletes what a chat shows, and says what became of it.

    Where nothing older is left, the last words about it go as well, soon after: they speak of a report, and the phone
    may be read by the very person it is about.
    """

    def __init__(self, bot: Bot, store: DeskStore) -> None:
        self._bot = bot
        self._store = store

    async def erase(self, outgoing: Outgoing) -> SendResult:
        """Delete what can be deleted; doing it twice does no harm. Errors are the library's own."""
        chat, body = int(outgoing.address or 0), outgoing.body
        shown = _shown(body.get("messages"))
        now = self._store.clock().timestamp()
        young = [one for one, at in shown if now - at < YOUNG.total_seconds()]
        if body.get("is_last"):
            with contextlib.suppress(Forbidden):  # whoever shut us out has no chat to look at
                await self._delete_all(chat, young)
            return SendResult()
        removed = await self._delete_all(chat, young)
        left = len(shown) - removed
        language = Language(str(body.get("language") or Language.INDONESIAN))
        message = await self._bot.send_message(chat, account(removed, left, language))
        if removed and not left:
            await self._store.write(lambda conn: self._promise_last(conn, outgoing, message.message_id))
        return SendResult(str(message.message_id))

    async def _delete_all(self, chat: int, young: Sequence[int]) -> int:
        return sum([await _delete(self._bot, chat, young[at : at + BATCH]) for at in range(0, len(young), BATCH)])

    def _promise_last(self, conn: Connection, outgoing: Outgoing, account_id: int) -> None:
        """Promise to take away what the chat still shows: that all was deleted, and how much."""
        batch = Batch(self._store.cipher, self._store.clock())
        key = f"{ERASE}:last:{outgoing.id}"
        if outgoing.identity_id is None or outbox.is_known(conn, key):
            return
        sent = [*traces.sent_messages(conn, outgoing.identity_id, outgoing.id), str(account_id)]
        batch.add_outbox(
            lane=outgoing.lane,
            purpose=ERASE,
            ordering_key=key,  # of its own: what is said meanwhile must not wait for it
            dedupe_key=key,
            body={"messages": [[one, int(batch.now.timestamp())] for one in sent], "is_last": True},
            identity_id=outgoing.identity_id,
            due_at=batch.now + LAST_WORDS_STAY,
        )
        flush(conn, batch)


def account(removed: int, left: int, language: Language) -> str:
    """Say what was removed from the screen and what was not, in words that tell a stranger nothing."""
    lines = [say("erased.removed", language, count=removed)] if removed else []
    if left:
        lines.append(say("erased.left", language, count=left))
    elif removed:
        lines.append(say("erased.vanishing", language))
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
