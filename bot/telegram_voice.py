"""Saying something in a Telegram group: under what it answers, in its topic, or in place of an earlier question."""

from typing import Final

from telegram import Bot, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest

from bot.channel import Outgoing, SendResult
from bot.desk_store import DeskStore
from bot.telegram_parse import LANE
from bot.telegram_render import MOST_TEXT, buttons
from bot.text_parts import split_text
from storage import duty_posts

NO_TOPIC: Final = ("thread not found", "topic_deleted", "topic_id_invalid", "topic_closed")
GONE: Final = ("message to edit not found", "message can't be edited", "message_id_invalid")


class GroupVoice:
    """Speaks in groups; errors are the library's own."""

    def __init__(self, bot: Bot, store: DeskStore) -> None:
        self._bot = bot
        self._store = store

    async def say(
        self,
        chat: int,
        text: str,
        thread: str | None = None,
        *,
        keys: InlineKeyboardMarkup | None = None,
        answers: str | None = None,
    ) -> str:
        """Send a message that official apps neither forward nor save, and give its id; what it answers may be gone."""
        quoted = None if answers is None else ReplyParameters(int(answers), allow_sending_without_reply=True)
        message = await self._bot.send_message(
            chat,
            split_text(text, MOST_TEXT)[0],
            message_thread_id=None if thread is None else int(thread),
            reply_markup=keys,
            reply_parameters=quoted,
            protect_content=True,
        )
        return str(message.message_id)

    async def post(self, outgoing: Outgoing) -> SendResult:
        """Send a post of bot/telegram_posts.py."""
        body, cipher = outgoing.body, self._store.cipher
        given = str(body["chat"])
        chat = int(await self._store.read(lambda conn: duty_posts.address_now(conn, cipher, LANE, given)))
        if body.get("edit"):
            return await self._replace(chat, str(body["edit"]), str(body["text"]))
        rows = [(str(one[0]), str(one[1])) for one in _lists(body.get("buttons"))]
        keys, answers = buttons(rows) if rows else None, str(body.get("answers") or "") or None
        text, thread = str(body["text"]), str(body.get("thread") or "") or None
        try:
            return SendResult(await self.say(chat, text, thread, keys=keys, answers=answers))
        except BadRequest as error:
            if thread is None or not says(error, *NO_TOPIC):
                raise
        # somebody deleted the topic under our feet: the answer is heard where everybody reads
        return SendResult(await self.say(chat, text, keys=keys))

    async def _replace(self, chat: int, message_id: str, text: str) -> SendResult:
        """Put words in place of a question, which takes its buttons away."""
        try:
            await self._bot.edit_message_text(text, chat, int(message_id))
        except BadRequest as error:
            if not says(error, "not modified", *GONE):
                raise
        return SendResult(message_id)


def says(error: BadRequest, *words: str) -> bool:
    """Say whether Telegram's explanation holds one of these words."""
    said = error.message.casefold()
    return any(word in said for word in words)


def _lists(told: object) -> list[list[object]]:
    return [one for one in told if isinstance(one, list)] if isinstance(told, list) else []
