"""Does what officers write from their phones, through the desk, and says what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from bot.desk import Desk
from bot.desk_hand import CitizenWrote, DeskError, DoneBefore, MoveNotAllowed, NobodyToAnswer, NoSuchTicket
from bot.desk_page import PUSH_LANES
from bot.desk_queue import in_order
from bot.desk_store import DeskStore
from bot.duty_cards import CardLook, card_of
from bot.duty_words import OUTCOMES, Order, Unclear, Word, outcome_of
from flows.labels import Urgency
from flows.ticket import State
from storage import desk_queue, desk_ticket, tickets
from storage.officers import OfficerRow
from storage.tickets import TicketRow

_MOST_LISTED: Final = 12
_HELP: Final = (
    "Yang bisa ditulis di sini:\n"
    "TERIMA K7M-2QX - Anda menangani laporan itu\n"
    "BALAS K7M-2QX ... - jawaban untuk pelapor\n"
    "CATAT K7M-2QX ... - catatan, pelapor tidak melihat\n"
    "TUTUP K7M-2QX selamat - selesai\n"
    "LIHAT K7M-2QX - isi kartu\n"
    "DAFTAR - laporan yang masih terbuka\n"
    "Atau kutip kartunya, lalu tulis jawaban; kodenya tidak perlu lagi."
)
_ENDINGS: Final = ", ".join(OUTCOMES)
_UNCLEAR: Mapping[Unclear, str] = MappingProxyType(
    {
        Unclear.NOTHING: f"Pesan ini tidak dikirim ke siapa pun.\n\n{_HELP}",
        Unclear.NO_CODE: "Laporan yang mana? Kutip kartunya, atau tulis kodenya, misalnya TERIMA K7M-2QX.",
        Unclear.TWO_CODES: (
            "Kode yang ditulis bukan kode kartu yang dikutip. Belum ada yang dikirim; tulis ulang dengan satu kode."
        ),
        Unclear.SMALL_LETTERS: (
            "Belum ada yang dikirim. Perintah atau jawaban? Tulis perintahnya dengan huruf besar: "
            "CATAT ... untuk catatan, BALAS ... untuk pelapor."
        ),
        Unclear.NO_WORDS: "Isinya belum ada. Tulis kata-katanya sesudah BALAS atau CATAT.",
    }
)
NOT_HERE: Final = "Kode itu tidak ada, atau hanya bisa dibuka di meja piket."
_REFUSED: Mapping[type[DeskError], str] = MappingProxyType(
    {
        NoSuchTicket: NOT_HERE,
        MoveNotAllowed: "Tidak bisa: keadaan laporan itu sudah lain. Tulis LIHAT dan kodenya untuk melihatnya.",
        NobodyToAnswer: "Pelapor ini tidak punya chat untuk dibalas. Lihat di meja piket.",
        CitizenWrote: "Pelapor baru saja menulis. Tulis LIHAT dan kodenya dulu.",
    }
)
_URGENCY: Mapping[str, str] = MappingProxyType(
    {Urgency.EMERGENCY: "DARURAT", Urgency.HIGH: "Tinggi", Urgency.NORMAL: "Biasa"}
)


@dataclass(frozen=True, slots=True)
class Event:
    """The message that brought an order; a second copy of it does nothing."""

    channel: str
    provider_id: str


class DutyActs:
    """Officers' orders.

    Args:
        desk: Where every act is made, as if at the desk itself.
        store: The hotline's memory.
        look: How cards look.
    """

    def __init__(self, desk: Desk, store: DeskStore, look: CardLook) -> None:
        self._desk = desk
        self._store = store
        self._look = look

    async def obey(self, officer: OfficerRow, order: Order | Unclear, event: Event) -> str:
        """Do what is ordered and give the words to answer with; "" for a second copy."""
        if isinstance(order, Unclear):
            return _UNCLEAR[order]
        if order.word is Word.LIST:
            return await self._store.read(self._list)
        ticket = await self._store.read(lambda conn: tickets.by_code(conn, order.code))
        if ticket is None or ticket.names_official:
            # a report about an official is opened at the desk alone: a phone may be that official's own
            return NOT_HERE
        if order.word is Word.SHOW:
            return await self._store.read(lambda conn: self._show(conn, ticket.id))
        try:
            return await self._act(officer, order, ticket, self._desk.once(event.channel, event.provider_id))
        except DoneBefore:
            return ""
        except DeskError as error:
            return _REFUSED.get(type(error), _REFUSED[MoveNotAllowed])

    async def _act(self, officer: OfficerRow, order: Order, ticket: TicketRow, desk: Desk) -> str:
        match order.word:
            case Word.ACCEPT:
                await self._accept(officer, order, ticket, desk)
                return f"{order.code} diterima. {officer.name} yang menangani."
            case Word.REPLY:
                await desk.reply(officer, order.code, order.text)
                now = self._store.clock()
                return await self._store.read(lambda conn: _reply_words(conn, order.code, now))
            case Word.NOTE:
                await desk.note(officer, order.code, order.text)
                return f"Catatan disimpan di {order.code}. Pelapor tidak melihatnya."
            case _:
                return await _close(officer, order, desk)

    async def _accept(self, officer: OfficerRow, order: Order, ticket: TicketRow, desk: Desk) -> None:
        if ticket.state == State.NEW:
            await desk.confirm(officer, order.code)
        else:
            await desk.take(officer, order.code)

    def _show(self, conn: Connection, ticket_id: int) -> str:
        card = card_of(conn, self._store.cipher, ticket_id, self._look, self._store.clock())
        return NOT_HERE if card is None or card.is_hidden else card.text

    def _list(self, conn: Connection) -> str:
        now = self._store.clock()
        opened = [one for one in desk_queue.open_tickets(conn) if one.state != State.CLOSED and not one.names_official]
        if not opened:
            return "Tidak ada laporan yang terbuka."
        lines = [_line(one, now) for one in in_order(opened, now, self._store.zone)[:_MOST_LISTED]]
        more = len(opened) - len(lines)
        return "\n".join(
            [f"{len(opened)} laporan terbuka:", *lines, *([f"dan {more} lagi di meja piket"] if more else [])]
        )


async def _close(officer: OfficerRow, order: Order, desk: Desk) -> str:
    ending = outcome_of(order.text)
    if ending is None:
        return f"Selesainya bagaimana? Tulis TUTUP {order.code} dan satu kata ini: {_ENDINGS}. Sesudahnya boleh alasan."
    outcome, why = ending
    await desk.close(officer, order.code, outcome, why=why)
    return f"{order.code} ditutup."


def _reply_words(conn: Connection, code: str, now: datetime) -> str:
    """Say the truth about a reply that was just written: on its way, or what it waits for."""
    ticket = tickets.by_code(conn, code)
    target = desk_ticket.reply_target(conn, ticket.id) if ticket is not None else None
    if ticket is None or target is None:
        return NOT_HERE
    if target.lane in PUSH_LANES and not ticket.may_contact:
        return (
            f"Jawaban untuk {code} disimpan. Pelapor belum membolehkan dihubungi; "
            "dibaca saat ia bercerita lagi atau menanyakan status."
        )
    if target.is_blocked:
        return f"Jawaban untuk {code} disimpan. Pelapor menutup jalur ini; jawaban keluar saat ia menulis lagi."
    if target.lane == "whatsapp" and (target.window_until is None or target.window_until <= now):
        return f"Jawaban untuk {code} menunggu. Sudah lewat 24 jam: pelapor dapat pesan netral dulu, lalu jawabannya."
    return f"Jawaban untuk {code} sedang dikirim ke pelapor."


def _line(ticket: TicketRow, now: datetime) -> str:
    minutes = int((now - ticket.filed_at).total_seconds() // 60)
    age = f"{minutes} menit" if minutes < 120 else f"{minutes // 60} jam"
    state = "belum diterima" if ticket.state == State.NEW else "ditangani"
    waiting = ", pelapor menunggu" if ticket.waiting_since is not None and ticket.state != State.NEW else ""
    return f"{ticket.code} {_URGENCY[ticket.urgency]}, {age}, {state}{waiting}"
