"""What officers do in the duty group: take a ticket by a button, answer or note by an explicit act, close it.

Whoever acts must be linked (bot/officer_links.py); sitting in the group makes nobody an officer. Every act goes
through bot/desk.py, so the desk shows it at once.
"""

from collections.abc import Awaitable, Callable

from sqlalchemy import Connection

from bot.desk import MOST_TEXT, Desk
from bot.desk_hand import DeskError, DoneBefore
from bot.desk_page import PUSH_LANES
from bot.desk_store import DeskStore
from bot.duty_acts import DutyActs, Event
from bot.duty_words import Order, Word, read_order
from bot.inbound import Inbound
from bot.telegram_answers import GroupAnswers
from bot.telegram_events import GroupPress, GroupWord
from bot.telegram_orders import (
    ANONYMOUS,
    CODE,
    COMMAND,
    KEPT_SHUT,
    KEPT_UNWANTED,
    NOT_LINKED,
    ONLY_AT_DESK,
    ONLY_WORDS,
    PRIVATE,
    REFUSED,
    SENT,
    TOO_LONG,
    without_code,
)
from bot.telegram_parse import LANE
from bot.telegram_presses import CLOSE, NOTE, SEND, data_of, read_data
from bot.ticket_words import OUTCOME
from flows.said import Kind
from flows.ticket import Outcome, State
from storage import desk_ticket, duty_posts, officer_links, tickets
from storage.officers import OfficerRow
from storage.tickets import TicketRow


class DutyGroup:
    """Acts on what is written and pressed in the duty group.

    Args:
        store: The hotline's memory.
        desk: The acts.
        acts: What a duty phone can ask as well: the list, and a card.
        bot_id: The bot's own user id: only answers to its messages can be acts.
    """

    def __init__(self, store: DeskStore, desk: Desk, acts: DutyActs, bot_id: str) -> None:
        self._store = store
        self._desk = desk
        self._acts = acts
        self._bot_id = bot_id
        self._answers = GroupAnswers(store)

    async def press(self, event: GroupPress) -> None:
        """Act on a pressed button and answer whoever pressed it."""
        officer = await self._officer(event.user_id)
        asked = read_data(event.data)
        if officer is None or asked is None:
            await self._answers.answer(event, NOT_LINKED if asked else "Tombol ini sudah tidak berlaku.")
            return
        act, code, outcome = asked
        if await self._is_hidden(code):
            await self._answers.answer(event, ONLY_AT_DESK)
            return
        match act:
            case "take":
                said = await self._do(lambda: self._once(event).confirm(officer, code), f"Anda menerima {code}.")
            case "close":
                said = await self._close(event, officer, code, outcome)
            case _:
                said = await self._send_or_note(event, officer, act, code)
        if said:
            await self._answers.answer(event, said)

    async def word(self, event: GroupWord) -> None:
        """Act on a command, or ask back when somebody answers a card; everything else is officers talking."""
        command = COMMAND.fullmatch(event.text)
        answers_us = event.answers is not None and event.answers.author_id == self._bot_id
        ticket = await self._store.read(lambda conn: self._ticket(conn, event, command[2] if command else ""))
        if not command and not (answers_us and ticket):
            await self._answers.note(event.update_id)
            return
        officer = await self._officer(event.user_id)
        if officer is None:
            if event.user_id:
                await self._answers.say(event, NOT_LINKED, key=f"stranger:{event.chat_id}:{event.user_id}")
            else:
                await self._answers.say(event, ANONYMOUS)
        elif command and command[1].casefold() == "daftar":
            await self._answers.say(
                event, await self._acts.obey(officer, Order(Word.LIST), Event(LANE, event.update_id))
            )
        elif ticket is None:
            await self._answers.say(
                event, "Laporan yang mana? Balas kartunya, atau tulis kodenya: /balas K7M-4QX isi pesan."
            )
        elif ticket.names_official:
            await self._answers.say(event, ONLY_AT_DESK)
        elif command is None and event.text.strip():
            await self._ask(event, ticket)
        elif command is None:
            await self._answers.say(event, ONLY_WORDS)
        else:
            await self._command(event, officer, ticket, command[1].casefold(), without_code(command[2]))

    async def private(self, inbound: Inbound) -> bool:
        """Obey a linked officer who writes a command to the bot alone; false for everybody else and everything else."""
        order = PRIVATE.fullmatch(inbound.said.text) if inbound.said.kind is Kind.TEXT else None
        officer = await self._officer(inbound.address) if order else None
        if order is None or officer is None:
            return False
        wanted = read_order(f"{order[1].upper()} {order[2]}")
        said = await self._acts.obey(officer, wanted, Event(LANE, inbound.provider_id))
        if said:
            alone = GroupWord(inbound.provider_id, inbound.address, inbound.address, "", "", "", None)
            await self._answers.say(alone, said)
        return True

    async def _command(self, event: GroupWord, officer: OfficerRow, ticket: TicketRow, name: str, text: str) -> None:
        desk, code = self._desk.once(LANE, event.update_id), ticket.code
        if len(text) > MOST_TEXT and name in {"balas", "catat"}:
            await self._answers.say(event, TOO_LONG)
            return
        match name:
            case "terima":
                said = await self._do(lambda: desk.confirm(officer, code), f"{officer.name} menerima {code}.")
            case "balas":
                kept = await self._sent_words(code)
                said = await self._do(lambda: desk.reply(officer, code, text), kept)
            case "catat":
                said = await self._do(lambda: desk.note(officer, code, text), f"Catatan {code} disimpan.")
            case "lihat":
                said = await self._acts.obey(officer, Order(Word.SHOW, code), Event(LANE, event.update_id))
            case _:
                await self._ask_outcome(event, ticket)
                return
        if said:
            await self._answers.say(event, said)

    async def _send_or_note(self, event: GroupPress, officer: OfficerRow, act: str, code: str) -> str:
        """Do what was asked with the words that the question stands under; only their writer may say so."""
        under = event.under
        if under is None or not under.text.strip():
            return "Tulisan aslinya tidak terbaca lagi. Tulis ulang dengan /balas atau /catat."
        if under.author_id != event.user_id:
            return "Hanya penulisnya yang bisa memilih."
        if len(under.text) > MOST_TEXT:
            return TOO_LONG
        # two quick presses are two events about one question: the question decides, so that nothing goes out twice
        desk = self._desk.once(LANE, f"asked:{event.chat_id}:{event.message_id}")
        if act == SEND:
            said = await self._do(lambda: desk.reply(officer, code, under.text), await self._sent_words(code))
        else:
            said = await self._do(lambda: desk.note(officer, code, under.text), f"Catatan {code} disimpan.")
        if said:
            await self._answers.replace(event, said)
        return said

    async def _close(self, event: GroupPress, officer: OfficerRow, code: str, outcome: str) -> str:
        if outcome not in set(Outcome):
            return "Tombol ini sudah tidak berlaku."
        ticket = await self._store.read(lambda conn: tickets.by_code(conn, code))
        if ticket is not None and ticket.waiting_since is not None:
            return "Pelapor menulis lagi. Baca dan jawab dulu."
        done = f"{code} selesai: {OUTCOME[Outcome(outcome)]}."
        said = await self._do(lambda: self._once(event).close(officer, code, Outcome(outcome)), done)
        if said == done:
            await self._answers.replace(event, said)
        return said

    async def _do(self, act: Callable[[], Awaitable[None]], done: str) -> str:
        """Act, and give what to say about it; "" for a second copy."""
        try:
            await act()
        except DoneBefore:
            return ""
        except DeskError as error:
            return REFUSED.get(type(error), "Belum bisa. Lihat di meja piket.")
        return done

    async def _sent_words(self, code: str) -> str:
        """Say what becomes of a reply: sent, or kept until the reporter asks or opens the chat again."""

        def look(conn: Connection) -> str:
            ticket = tickets.by_code(conn, code)
            target = desk_ticket.reply_target(conn, ticket.id) if ticket else None
            if ticket is None or target is None:
                return SENT
            if target.is_blocked:
                return KEPT_SHUT
            return SENT if ticket.may_contact or target.lane not in PUSH_LANES else KEPT_UNWANTED

        return (await self._store.read(look)).format(code=code)

    async def _ask(self, event: GroupWord, ticket: TicketRow) -> None:
        buttons = [
            ("Kirim ke pelapor", data_of(SEND, ticket.code)),
            ("Simpan sebagai catatan", data_of(NOTE, ticket.code)),
        ]
        await self._answers.say(event, f"Tulisan ini untuk apa? ({ticket.code})", buttons=buttons)

    async def _ask_outcome(self, event: GroupWord, ticket: TicketRow) -> None:
        if ticket.state in {State.NEW, State.CLOSED}:
            await self._answers.say(event, "Laporan ini belum diterima, atau sudah selesai.")
            return
        buttons = [(title, data_of(CLOSE, ticket.code, Outcome(outcome))) for outcome, title in OUTCOME.items()]
        await self._answers.say(event, f"{ticket.code} selesai dengan hasil apa?", buttons=buttons)

    def _once(self, event: GroupPress) -> Desk:
        return self._desk.once(LANE, event.update_id)

    async def _officer(self, user_id: str) -> OfficerRow | None:
        cipher = self._store.cipher
        return await self._store.read(lambda conn: officer_links.officer_at(conn, cipher, LANE, user_id))

    async def _is_hidden(self, code: str) -> bool:
        ticket = await self._store.read(lambda conn: tickets.by_code(conn, code))
        return ticket is not None and ticket.names_official

    def _ticket(self, conn: Connection, event: GroupWord, words: str) -> TicketRow | None:
        """Find the ticket: named by its code, answered by its card, or talked about in its topic."""
        named = CODE.fullmatch(words)
        if named:
            return tickets.by_code(conn, named[1].upper())
        place = duty_posts.place_of(self._store.cipher, LANE, event.chat_id)
        post = duty_posts.at_message(conn, LANE, place, event.answers.message_id) if event.answers else None
        if post is None and event.thread_id:
            post = duty_posts.in_thread(conn, LANE, place, event.thread_id)
        return tickets.by_ids(conn, [post.ticket_id]).get(post.ticket_id) if post else None
