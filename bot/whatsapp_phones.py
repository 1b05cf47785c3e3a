"""The officers' side of WhatsApp: what comes from a duty phone is an order or a question, never a citizen's report."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from bot import officer_links
from bot.desk_store import DeskStore
from bot.duty_acts import DutyActs, Event
from bot.duty_words import Unclear, link_code_in, read_order
from bot.inbound import Inbound
from bot.twilio_parse import CHANNEL, Heard
from flows.said import Kind
from storage import contacts, deliveries, desk_tries, inbox, tickets
from storage import officer_links as links
from storage.batch import Batch, flush
from storage.officers import OfficerRow

_STRANGER: Final = (
    "HP ini dicatat sebagai HP piket, tapi belum ditautkan ke petugas, jadi belum bisa dipakai menjawab.\n"
    "Minta kode tautan ke pengelola, lalu kirim kode itu ke sini."
)
_LINKED: Final = "HP ini sekarang milik {name}. Tulis DAFTAR untuk melihat laporan yang terbuka."
_BAD_CODE: Final = "Kode itu tidak berlaku. Minta kode baru ke pengelola."
_NO_FILES: Final = "Kiriman seperti ini tidak diteruskan ke pelapor. Tulis dengan kata-kata, atau pakai meja piket."
_DONE: Final = "Sudah tercatat."
# whoever reads has understood by then; whoever does not is a machine
_MOST_EXPLAINED: Final = 3
_EXPLAINED_AGAIN: Final = timedelta(hours=1)
_WRITABLE: Final = frozenset({Kind.TEXT, Kind.CHOICE})


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who a message is from: a linked officer, a phone that is only on the list, or both none."""

    officer: OfficerRow | None
    is_listed: bool


class DutyPhones:
    """Hears officers.

    Args:
        store: The hotline's memory.
        acts: Does what they order.
        phones: The duty phones of the settings, as +62...
    """

    def __init__(self, store: DeskStore, acts: DutyActs, phones: tuple[str, ...]) -> None:
        self._store = store
        self._acts = acts
        self._phones = frozenset(phones)

    async def is_theirs(self, inbound: Inbound) -> bool:
        """Say whether a message belongs here: from a duty phone, a linked officer, or with a code to link."""
        sender = await self._store.read(lambda conn: self._sender(conn, inbound))
        return sender.is_listed or sender.officer is not None or bool(self._code(inbound, sender))

    async def hear(self, heard: Heard) -> None:
        """Do what a message orders and promise the answer; a second copy changes nothing."""
        inbound = heard.inbound
        await self._store.write(lambda conn: self._open_line(conn, inbound))
        sender = await self._store.read(lambda conn: self._sender(conn, inbound))
        code = self._code(inbound, sender)
        if code:
            await self._answer(inbound, lambda conn: self._link(conn, inbound, code))
        elif sender.officer is None:
            await self._explain(inbound, _STRANGER)
        elif inbound.said.kind not in _WRITABLE:
            await self._explain(inbound, _NO_FILES)
        else:
            await self._obey(heard, sender.officer)

    async def _obey(self, heard: Heard, officer: OfficerRow) -> None:
        inbound = heard.inbound
        quoted = await self._store.read(lambda conn: self._code_of(conn, heard.quotes)) if heard.quotes else ""
        order = read_order(inbound.said.text, quoted)
        said = await self._acts.obey(officer, order, Event(CHANNEL, inbound.provider_id))
        if order is Unclear.NOTHING:
            await self._explain(inbound, said)
        else:
            await self._answer(inbound, lambda _conn: said or _DONE)

    async def _explain(self, inbound: Inbound, words: str) -> None:
        """Explain, but not for ever: a phone may answer by itself, and two machines would talk all night."""
        lookup = contacts.lookup_of(self._store.cipher, CHANNEL, inbound.address)
        key, now = f"explained:{lookup.hex()}", self._store.clock()

        def words_once_more(conn: Connection) -> str:
            tries = desk_tries.of(conn, key)
            if tries is not None and now - tries.newest >= _EXPLAINED_AGAIN:
                desk_tries.forget(conn, key)
            elif tries is not None and tries.count >= _MOST_EXPLAINED:
                return ""
            desk_tries.note(conn, key, now)
            return words

        await self._answer(inbound, words_once_more, explains=True)

    async def _answer(self, inbound: Inbound, words: Callable[[Connection], str], *, explains: bool = False) -> None:
        """Promise the words to the phone that wrote, once for each message of it; no words, no answer.

        An order has its row in the inbox already when it is answered; what only `explains` has not.
        """
        key = f"post:{CHANNEL}:{inbound.provider_id}"

        def promise(conn: Connection) -> None:
            now = self._store.clock()
            is_new = inbox.record(conn, self._store.cipher, CHANNEL, inbound.provider_id, {}, now=now)
            if deliveries.is_promised(conn, key) or (explains and not is_new):
                return
            text = words(conn)
            if not text:
                return
            batch = Batch(self._store.cipher, now)
            batch.add_outbox(
                lane=CHANNEL,
                purpose="post",
                ordering_key=key,
                dedupe_key=key,
                body={"to": inbound.address, "text": text},
                priority=1,
            )
            flush(conn, batch)

        await self._store.write(promise)

    def _open_line(self, conn: Connection, inbound: Inbound) -> None:
        """Note that this phone may be written to freely: cards go to it whole from now on."""
        lookup = contacts.lookup_of(self._store.cipher, CHANNEL, inbound.address)
        wanted = [(CHANNEL, lookup, inbound.address)]
        known = contacts.find_or_make(conn, self._store.cipher, wanted, self._store.clock())[lookup]
        if inbound.window_until is not None:
            contacts.open_windows(conn, {known.identity_id: inbound.window_until})
        if known.is_blocked:
            contacts.unblock(conn, [known.identity_id])

    def _sender(self, conn: Connection, inbound: Inbound) -> _Sender:
        # a phone whose owner hid its number may still name it beside its other address
        known = [one for one in (inbound.address, inbound.also) if one]
        found = (links.officer_at(conn, self._store.cipher, CHANNEL, one) for one in known)
        officer = next((one for one in found if one is not None), None)
        return _Sender(officer, not self._phones.isdisjoint(known))

    def _code(self, inbound: Inbound, sender: _Sender) -> str:
        return link_code_in(inbound.said.text, is_known_phone=sender.is_listed and sender.officer is None)

    def _link(self, conn: Connection, inbound: Inbound, code: str) -> str:
        now = self._store.clock()
        officer = officer_links.link(conn, self._store.cipher, code, channel=CHANNEL, address=inbound.address, now=now)
        return _BAD_CODE if officer is None else _LINKED.format(name=officer.name)

    def _code_of(self, conn: Connection, sid: str) -> str:
        """Give the code of the ticket that a message of ours was about; "" where it was about none."""
        sent = deliveries.by_sid(conn, self._store.cipher, CHANNEL, sid)
        if sent is None or sent.ticket_id is None:
            return ""
        ticket = tickets.by_ids(conn, [sent.ticket_id]).get(sent.ticket_id)
        return ticket.code if ticket is not None else ""
