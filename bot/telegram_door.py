"""Where every update enters, by webhook or by polling: read, kept, acted on, all durable when `take` returns."""

import json
import logging
from typing import Final

from sqlalchemy import Connection

from bot import officer_links
from bot.citizen_face import Busy, CitizenFace
from bot.desk_store import DeskStore
from bot.inbound import Inbound
from bot.telegram_duty import DutyGroup
from bot.telegram_events import Broken, Event, FromCitizen, GroupLost, GroupMoved, GroupPress, GroupWord, Shut, Unread
from bot.telegram_orders import CODE_WAS_SHOWN, LINK
from bot.telegram_parse import LANE, parse
from bot.telegram_posts import GroupPost, promise_post, say_once
from flows.said import Kind
from storage import contacts, duty_posts, inbox, outbox
from storage.batch import Batch, flush

log = logging.getLogger(__name__)

LINK_PAYLOAD: Final = "petugas_"
_MOST_KEPT: Final = 20_000
_FOREIGN: Final = "Layanan ini hanya untuk chat pribadi. Buka nama bot ini, lalu tekan Mulai. (Nomor grup ini: {chat})"


class TelegramDoor:
    """Takes updates in.

    Args:
        face: The hotline, for what citizens say.
        store: Its memory, for everything else.
        duty: Acts for officers.
        duty_chat: The duty group's id as it was set up; "" where there is none.
    """

    def __init__(self, face: CitizenFace, store: DeskStore, duty: DutyGroup, duty_chat: str) -> None:
        self._face = face
        self._store = store
        self._duty = duty
        self._duty_chat = duty_chat

    async def take(self, update: object) -> None:
        """Take one update in, whatever it is; an update that breaks us is kept aside, and never comes in our way.

        Raises:
            Busy: Nothing was kept; it must be sent again. So with any error of the database.
        """
        event = parse(update, self._store.clock())
        try:
            if isinstance(event, Broken):
                await self._keep(event.provider_id, {"raw": _kept(update)}, status="parked", error=event.why)
            else:
                await self._take(event)
        except Busy:
            raise
        except Exception as error:
            log.exception("update parked", extra={"error": type(error).__name__})
            provider_id = event.inbound.provider_id if isinstance(event, FromCitizen) else _id_of(event)
            await self._keep(provider_id, {"raw": _kept(update)}, status="parked", error=type(error).__name__)

    async def keep_unreadable(self, raw: bytes) -> None:
        """Keep a body that is not even JSON."""
        text = raw.decode("utf-8", "replace")
        provider_id = _id_of(parse(text, self._store.clock()))
        await self._keep(provider_id, {"raw": _kept(text)}, status="parked", error="not_json")

    async def _take(self, event: Event) -> None:
        match event:
            case FromCitizen(inbound):
                await self._from_citizen(inbound)
            case GroupWord() | GroupPress():
                await self._from_group(event)
            case Shut():
                await self._store.write(lambda conn: self._shut(conn, event))
            case GroupMoved(update_id, old, new):
                await self._store.write(lambda conn: duty_posts.move(conn, self._store.cipher, LANE, old, new))
                await self._keep(update_id, {"kind": "group_moved"})
            case GroupLost(update_id, chat_id):
                await self._keep(update_id, {"kind": "group_lost"})
                if chat_id == await self._duty_chat_now():
                    # cards that cannot be posted alarm the desk; whoever runs the hotline hears it here first
                    log.warning("the bot was put out of the duty group: put it in again, as an administrator")
            case Unread(provider_id, why):
                await self._keep(provider_id, {"why": why}, status="ignored", error=why)

    async def _from_citizen(self, inbound: Inbound) -> None:
        code = _link_code(inbound)
        if code:
            await self._store.write(lambda conn: self._link(conn, inbound, code))
        elif not await self._duty.private(inbound):
            await self._face.take_in(inbound)

    def _link(self, conn: Connection, inbound: Inbound, code: str) -> None:
        """Link an officer's account. Said in a private chat, where chat and user have one id."""
        cipher, now = self._store.cipher, self._store.clock()
        if not inbox.record(conn, cipher, LANE, inbound.provider_id, {"kind": "link"}, now=now):
            return
        officer = officer_links.link(conn, cipher, code, channel=LANE, address=inbound.address, now=now)
        text = (
            f"Akun ini sekarang tertaut ke {officer.name}. Anda bisa bertindak di grup piket."
            if officer
            else "Kode tautan itu tidak berlaku. Minta yang baru ke pengelola."
        )
        say_once(conn, Batch(cipher, now), GroupPost(inbound.address, text), key=inbound.provider_id)

    async def _from_group(self, event: GroupWord | GroupPress) -> None:
        shown = LINK.fullmatch(event.text) if isinstance(event, GroupWord) else None
        ours = await self._duty_chat_now()
        if shown:
            await self._store.write(lambda conn: self._burn(conn, event, shown[1]))
        elif not ours or event.chat_id != ours:
            await self._store.write(lambda conn: self._decline(conn, event))
        elif isinstance(event, GroupPress):
            await self._duty.press(event)
        else:
            await self._duty.word(event)

    async def _duty_chat_now(self) -> str:
        cipher = self._store.cipher
        return await self._store.read(lambda conn: duty_posts.address_now(conn, cipher, LANE, self._duty_chat))

    def _burn(self, conn: Connection, event: GroupWord | GroupPress, code: str) -> None:
        """Let a link code that was shown to a whole group link nobody."""
        cipher, now = self._store.cipher, self._store.clock()
        inbox.record(conn, cipher, LANE, event.update_id, {"kind": "burnt_code"}, now=now)
        officer_links.burn(conn, code, now)
        post = GroupPost(event.chat_id, CODE_WAS_SHOWN, event.thread_id, is_courtesy=True)
        say_once(conn, Batch(cipher, now), post, key=event.update_id)

    def _decline(self, conn: Connection, event: GroupWord | GroupPress) -> None:
        """Tell a foreign group once that this is no place for reports; keep nothing of what is said there."""
        cipher, now = self._store.cipher, self._store.clock()
        inbox.record(conn, cipher, LANE, event.update_id, {"why": "foreign_group"}, now=now, status="ignored")
        batch = Batch(cipher, now)
        post = GroupPost(event.chat_id, _FOREIGN.format(chat=event.chat_id), is_courtesy=True)
        promise_post(conn, batch, post, key=f"foreign:{event.chat_id}")
        flush(conn, batch)

    def _shut(self, conn: Connection, event: Shut) -> None:
        cipher, now = self._store.cipher, self._store.clock()
        if not inbox.record(conn, cipher, LANE, event.update_id, {"kind": "shut"}, now=now):
            return
        sender = contacts.find(conn, cipher, LANE, event.address)
        if sender is None:
            return
        if event.is_shut:
            contacts.block(conn, sender.identity_id, now)
        else:
            contacts.unblock(conn, [sender.identity_id])
            outbox.release(conn, [sender.identity_id], now)

    async def _keep(
        self, provider_id: str, body: dict[str, object], *, status: str = "done", error: str | None = None
    ) -> None:
        cipher, now = self._store.cipher, self._store.clock()
        await self._store.write(
            lambda conn: inbox.record(conn, cipher, LANE, provider_id, body, now=now, status=status, error=error)
        )


def _link_code(inbound: Inbound) -> str:
    said = inbound.said
    if said.kind is Kind.START and said.start.startswith(LINK_PAYLOAD):
        return said.start.removeprefix(LINK_PAYLOAD)
    found = LINK.fullmatch(said.text) if said.kind is Kind.TEXT else None
    return found[1] if found else ""


def _id_of(event: Event) -> str:
    match event:
        case FromCitizen(inbound):
            return inbound.provider_id
        case Unread() | Broken():
            return event.provider_id
    return event.update_id


def _kept(update: object) -> str:
    # ASCII escapes: whatever stands in it can be sealed and opened again
    return json.dumps(update, default=str)[:_MOST_KEPT]
