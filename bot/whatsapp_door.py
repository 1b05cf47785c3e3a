"""WhatsApp's way in behind the webhook: officers to the duty, citizens to the conversation, reports to the outbox."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final, cast

from sqlalchemy import Connection

from bot import whatsapp_reports
from bot.citizen_face import Busy
from bot.desk_store import DeskStore
from bot.inbound import Inbound, Taken
from bot.twilio_parse import CHANNEL, Heard
from bot.twilio_status import StatusReport
from bot.whatsapp_phones import DutyPhones
from bot.whatsapp_templates import READ_WORDS
from flows.said import Kind, Said
from storage import contacts, deliveries
from storage.errors import NOT_SURELY_KEPT

TakeIn = Callable[[Inbound], Awaitable[Taken]]
_OPENS: Final = READ_WORDS | {"cek", "check"}


class WhatsAppDoor:
    """Takes in what the webhook proved, and what the reconcile job found.

    Args:
        take_in: The hotline's own way in.
        store: The hotline's memory.
        phones: Hears officers.
    """

    def __init__(self, take_in: TakeIn, store: DeskStore, phones: DutyPhones) -> None:
        self._take_in = take_in
        self._store = store
        self._phones = phones

    async def take_in(self, heard: Heard) -> object:
        """Keep a message; it is durable when this returns, and a second copy does nothing.

        Raises:
            Busy: Nothing was kept.
        """
        try:
            if await self._phones.is_theirs(heard.inbound):
                await self._phones.hear(heard)
                return None
            inbound = await self._store.read(lambda conn: self._in_context(conn, heard))
            return await self._take_in(inbound)
        except NOT_SURELY_KEPT:
            raise Busy from None

    async def note_report(self, report: StatusReport) -> None:
        """Keep what became of a message of ours; raises as `take_in`."""
        now, cipher = self._store.clock(), self._store.cipher
        try:
            await self._store.write(lambda conn: whatsapp_reports.note(conn, cipher, report, now))
        except NOT_SURELY_KEPT:
            raise Busy from None

    def _in_context(self, conn: Connection, heard: Heard) -> Inbound:
        inbound = heard.inbound
        if self._only_opens(conn, inbound):
            return replace(inbound, is_silent=True)
        picked = self._picked_there(conn, heard)
        return replace(inbound, said=Said(Kind.CHOICE, token=picked, is_quoting=True)) if picked else inbound

    def _only_opens(self, conn: Connection, inbound: Inbound) -> bool:
        """Say whether this answers a knock: what waits comes out, and nothing else is to be said."""
        if inbound.said.text.strip(" .!*\"'").casefold() not in _OPENS:
            return False
        sender = contacts.find(conn, self._store.cipher, CHANNEL, inbound.address)
        return sender is not None and deliveries.has_held(conn, sender.identity_id)

    def _picked_there(self, conn: Connection, heard: Heard) -> str:
        """Give the choice that a number means under a quoted message: that message's, not the newest one's."""
        number = heard.inbound.said.text.strip(" .")
        if not heard.quotes or not number.isdecimal() or len(number) > 2:
            return ""
        sent = deliveries.by_sid(conn, self._store.cipher, CHANNEL, heard.quotes)
        if sent is None or not self._is_to(conn, sent.identity_id, heard.inbound):
            return ""
        choices = cast("Sequence[dict[str, str]]", sent.body.get("choices", ()))
        prompt = str(sent.body.get("prompt", ""))
        return f"{prompt}:{choices[int(number) - 1]['id']}" if prompt and 1 <= int(number) <= len(choices) else ""

    def _is_to(self, conn: Connection, identity_id: int | None, inbound: Inbound) -> bool:
        sender = contacts.find(conn, self._store.cipher, CHANNEL, inbound.address)
        return sender is not None and sender.identity_id == identity_id
