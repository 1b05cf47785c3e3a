"""Telegram as a lane of the outbox: answers to citizens, taps, cards for the duty group, erasing."""

import asyncio
import contextlib
from typing import ClassVar, Final

from telegram import Bot, Message
from telegram.error import BadRequest, TelegramError

from bot.channel import Channel, Outgoing, Refused, SendError, SendResult
from bot.desk_store import DeskStore
from bot.letters import reply_of
from bot.telegram_board import DutyBoard
from bot.telegram_bot import Moved, in_our_words, refused
from bot.telegram_erase import Eraser
from bot.telegram_pace import GroupPace
from bot.telegram_parse import LANE
from bot.telegram_render import Part, render

CITIZEN_GAP_S: Final = 1.0
_CALL_S: Final = 10.0
_MOST_BEGUN: Final = 1000  # texts that broke half-way; a restart forgets them, and they begin anew
_DUTY: Final = frozenset({"card", "alert", "post"})


class TelegramChannel(Channel):
    """Sends what the outbox holds for Telegram.

    Args:
        bot: The line.
        board: The duty group, or one that only answers in groups where none is set up.
        store: The hotline's memory, where it promises to take its last words away.
    """

    lane: ClassVar[str] = LANE
    per_second = 30.0

    def __init__(self, bot: Bot, board: DutyBoard, store: DeskStore, *, citizen_gap_s: float = CITIZEN_GAP_S) -> None:
        self._bot = bot
        self._board = board
        self._eraser = Eraser(bot, store)
        self._citizen_gap_s = citizen_gap_s
        self._pace = GroupPace()
        self._begun: dict[int, list[str]] = {}

    async def send(self, outgoing: Outgoing) -> SendResult:
        """Send one message; see Channel.send."""
        match outgoing.purpose:
            case "tap":
                return await self._answer_tap(outgoing)
            case "erase":
                return await self._erase(outgoing)
            case "card" | "alert" | "post":
                return await self._to_group(outgoing)
        return await self._to_citizen(outgoing)

    def gap_s(self, outgoing: Outgoing) -> float:
        """One message a second to one citizen; groups have a budget of their own."""
        return self._citizen_gap_s if outgoing.ordering_key.startswith("to:") else 0.0

    def early_s(self, outgoing: Outgoing) -> float:
        """Keep the duty group within twenty a minute, with room left for alerts."""
        return self._pace.early_s(outgoing.purpose) if outgoing.purpose in _DUTY else 0.0

    async def close(self) -> None:
        """Let go of the line."""
        await self._bot.request.shutdown()

    async def _to_citizen(self, outgoing: Outgoing) -> SendResult:
        if outgoing.address is None:
            raise Refused("no_address")
        parts = render(reply_of(outgoing.body), is_ours=outgoing.purpose != "officer_reply")
        sent = self._begun.pop(outgoing.id, [])
        for part in parts[len(sent) :]:
            try:
                async with asyncio.timeout(_CALL_S):
                    sent.append(await self._send_part(outgoing.address, part))
            except (SendError, TimeoutError):
                self._remember(outgoing.id, sent)
                raise
        return SendResult(",".join(sent) or None)

    def _remember(self, outbox_id: int, sent: list[str]) -> None:
        """Keep which parts of a long text are out: the next try goes on where this one stopped."""
        if sent:
            self._begun[outbox_id] = sent
        while len(self._begun) > _MOST_BEGUN:
            self._begun.pop(next(iter(self._begun)))

    async def _send_part(self, address: str, part: Part) -> str:
        with in_our_words():
            try:
                message = await self._bot.send_message(
                    int(address), part.text, entities=part.entities or None, reply_markup=part.markup
                )
            except BadRequest as error:
                if not (part.entities or part.markup) or "chat not found" in error.message.casefold():
                    raise refused(error) from None
                message = await self._plainly(address, part)
            return str(message.message_id)

    async def _plainly(self, address: str, part: Part) -> Message:
        """Try once more without anything but words: the numbers in the text still answer."""
        try:
            return await self._bot.send_message(int(address), part.text)
        except BadRequest as error:
            raise refused(error) from None

    async def _answer_tap(self, outgoing: Outgoing) -> SendResult:
        body = outgoing.body
        # a spinner that turns a little longer is no reason to try again, still less to alarm anybody
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_CALL_S):
                await self._bot.answer_callback_query(
                    str(body["tap"]), text=str(body.get("text") or "")[:200] or None, show_alert=bool(body.get("text"))
                )
        return SendResult()

    async def _erase(self, outgoing: Outgoing) -> SendResult:
        if outgoing.address is None:
            raise Refused("no_address")
        try:
            with in_our_words():
                return await self._eraser.erase(outgoing)
        except BadRequest as error:
            raise refused(error) from None

    async def _to_group(self, outgoing: Outgoing) -> SendResult:
        try:
            return await self._in_group(outgoing)
        except Refused:
            if outgoing.body.get("courtesy"):
                return SendResult()
            raise

    async def _in_group(self, outgoing: Outgoing) -> SendResult:
        try:
            with in_our_words():
                return await self._board.send(outgoing)
        except BadRequest as error:
            raise refused(error) from None
        except Moved as moved:
            await self._board.move(moved.new_chat)
            return await self._again(outgoing)
        except SendError as error:
            self._pace.note(error)
            raise

    async def _again(self, outgoing: Outgoing) -> SendResult:
        try:
            with in_our_words():
                return await self._board.send(outgoing)
        except (BadRequest, Moved):
            raise Refused("group_moved_away") from None
