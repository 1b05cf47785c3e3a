"""WhatsApp as a way out: replies, knocks, cards and alerts through Twilio's REST API."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar, Final, cast

from sqlalchemy import Connection

from bot.channel import Channel, NeedsTemplate, Outgoing, Refused, SendResult
from bot.desk_store import DeskStore
from bot.duty_cards import CardLook
from bot.erasing import ERASE
from bot.letters import reply_of
from bot.text_parts import split_text
from bot.twilio_parts import PartSayer
from bot.twilio_rest import FormRefused, TwilioRest
from bot.whatsapp_duty import Notice, notice_of
from bot.whatsapp_knock import PURPOSE as KNOCK
from bot.whatsapp_render import LONGEST_TEXT, Rendered, Tappable, render
from bot.whatsapp_templates import KNOCKS
from storage import contacts, content_templates

# a window that closes while the message is on its way is a window that is closed
_MARGIN: Final = timedelta(minutes=1)
_KNOCK_BY_NAME: Final = {(template.name, template.language): template for template in KNOCKS}
_ON_DUTY: Final = frozenset({"card", "alert"})
_ANSWER_TO_OFFICER: Final = "post"
_AT_ONCE: Final = 8


class WhatsAppChannel(Channel):
    """Sends what the outbox promised.

    Args:
        rest: Twilio's API.
        store: The hotline's memory: windows, templates, tickets.
        look: How cards look.
    """

    lane: ClassVar[str] = "whatsapp"
    # Twilio takes 80 a second for a sender and queues the rest for four hours; we keep below
    per_second = 40.0

    def __init__(self, rest: TwilioRest, store: DeskStore, look: CardLook) -> None:
        self._rest = rest
        self._store = store
        self._look = look
        self._parts = PartSayer(rest, store)

    async def send(self, outgoing: Outgoing) -> SendResult:
        """Send one row; raises as every channel."""
        if outgoing.purpose == ERASE:
            return await self._erase(outgoing)
        if outgoing.purpose in _ON_DUTY:
            return await self._send_to_duty(outgoing)
        if outgoing.purpose == _ANSWER_TO_OFFICER:
            text = split_text(str(outgoing.body["text"]), LONGEST_TEXT)[0]
            return SendResult(await self._rest.send(str(outgoing.body["to"]), body=text))
        address = _address(outgoing)
        if outgoing.purpose == KNOCK:
            return SendResult(await self._knock(address, outgoing))
        if not await self._store.read(lambda conn: self._is_open(conn, outgoing.identity_id)):
            raise NeedsTemplate("window_closed")
        return await self._send_words(address, outgoing, _rendered(outgoing))

    async def find(self, outgoing: Outgoing) -> SendResult | None:
        """Look for all that the row has to say among the newest messages to its address."""
        if outgoing.purpose in _ON_DUTY or outgoing.purpose == KNOCK or outgoing.address is None:
            return None  # said twice they do no harm, said never they do
        return await self._parts.find(outgoing.address, outgoing, _rendered(outgoing).parts)

    async def _send_words(self, address: str, outgoing: Outgoing, rendered: Rendered) -> SendResult:
        tappable = rendered.tappable
        if tappable is not None and not outgoing.body.get("plain"):
            sid = await self._send_tappable(address, tappable)
            if sid is not None:
                return SendResult(sid)
        return await self._parts.say(address, outgoing, rendered.parts)

    async def _send_tappable(self, address: str, tappable: Tappable) -> str | None:
        """Send choices to tap; none where the template is not there or its form was not accepted."""
        digest = tappable.template.digest
        kept = (await self._store.read(lambda conn: content_templates.find(conn, [digest]))).get(digest)
        if kept is None:
            return None
        try:
            return await self._rest.send(address, content=kept.sid, variables=tappable.variables)
        except FormRefused:
            return None

    async def _send_to_duty(self, outgoing: Outgoing) -> SendResult:
        now = self._store.clock()
        cipher = self._store.cipher
        notice = await self._store.read(lambda conn: notice_of(conn, cipher, outgoing, self._look, now))
        to = str(outgoing.body.get("to", ""))
        if notice is None or not to:
            raise Refused("nothing_to_say" if to else "no_phone")
        if not notice.text:
            return SendResult()
        if await self._store.read(lambda conn: self._is_open_to(conn, to)):
            # a phone shows a card whole or not at all: one part, the desk has the rest
            return SendResult(await self._rest.send(to, body=split_text(notice.text, LONGEST_TEXT)[0]))
        if notice.can_wait:
            return SendResult()
        name = "tugas_mendesak" if notice.is_urgent else "tugas"
        return SendResult(await self._send_template(to, name, "id", {"1": _short_task(notice)}))

    async def _erase(self, outgoing: Outgoing) -> SendResult:
        """Empty the words of a chat in Twilio's log; from phones WhatsApp removes nothing. Again does no harm."""
        room = asyncio.Semaphore(_AT_ONCE)

        async def empty(sid: str) -> None:
            async with room:
                try:
                    await self._rest.forget(sid, ())
                except Refused:
                    return  # gone already

        messages = cast("Sequence[Sequence[object]]", outgoing.body.get("messages", ()))
        # a TaskGroup would wrap our own errors; the first of them is as good as all
        await asyncio.gather(*(empty(str(one[0])) for one in messages))
        return SendResult()

    async def _knock(self, address: str, outgoing: Outgoing) -> str:
        name, language = str(outgoing.body.get("template", "kabar")), str(outgoing.body.get("language", "id"))
        return await self._send_template(address, name, language, {})

    async def _send_template(self, to: str, name: str, language: str, variables: dict[str, str]) -> str:
        template = _KNOCK_BY_NAME.get((name, language)) or _KNOCK_BY_NAME[name, "id"]
        kept = (await self._store.read(lambda conn: content_templates.find(conn, [template.digest]))).get(
            template.digest
        )
        if kept is None:
            raise Refused("no_template")
        if kept.approval != "approved":
            raise Refused("template_not_approved")
        return await self._rest.send(to, content=kept.sid, variables=variables)

    def _is_open(self, conn: Connection, identity_id: int | None) -> bool:
        until = contacts.window_until(conn, identity_id) if identity_id is not None else None
        return until is not None and until > self._store.clock() + _MARGIN

    def _is_open_to(self, conn: Connection, phone: str) -> bool:
        known = contacts.find(conn, self._store.cipher, self.lane, phone)
        return known is not None and self._is_open(conn, known.identity_id)


def _rendered(outgoing: Outgoing) -> Rendered:
    return render(reply_of(outgoing.body))


def _address(outgoing: Outgoing) -> str:
    if outgoing.address is None:
        raise Refused("no_address")
    return outgoing.address


def _short_task(notice: Notice) -> str:
    return notice.code or "buka meja piket"
