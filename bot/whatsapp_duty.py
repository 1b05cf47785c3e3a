"""What a duty phone is told: the card of a ticket, or why it is called again, and how to answer from the phone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from bot.channel import Outgoing
from bot.duty_cards import CardLook, DutyCard, card_of
from bot.duty_news import HEADS, News
from flows.labels import Urgency
from storage import officer_links, tickets
from storage.cipher import Cipher
from storage.tickets import TicketRow

HOW: Final = "Jawab dengan mengutip pesan ini: TERIMA, BALAS ..., CATAT ..., TUTUP ..."
_CALLED: Final = "Pelapor {code} memanggil petugas."


@dataclass(frozen=True, slots=True)
class Notice:
    """The words for a phone; `code` is "" where not even that may stand there.

    Where `text` is "" there is nothing to say to this phone. `can_wait` is true for what is not worth a template:
    whoever asks for the card sees it.
    """

    text: str
    code: str
    is_urgent: bool = False
    can_wait: bool = False


def notice_of(conn: Connection, cipher: Cipher, outgoing: Outgoing, look: CardLook, now: datetime) -> Notice | None:
    """Give the words of a card or an alert; none where its ticket is gone."""
    news = str(outgoing.body.get("news", ""))
    is_short = bool(news) and news != News.COMPLETED
    card = (
        card_of(conn, cipher, outgoing.ticket_id, look, now, with_story=not is_short)
        if outgoing.ticket_id is not None
        else None
    )
    if card is None:
        return None
    ticket = tickets.by_ids(conn, [card.ticket_id])[card.ticket_id]
    is_urgent = ticket.urgency == Urgency.EMERGENCY
    if card.is_hidden:
        return Notice(card.text, "", is_urgent, can_wait=bool(news))
    if news in {News.TAKEN, News.CLOSED}:
        # whoever did it needs no telling: the answer to their own order, or the desk before them, has said it
        if _is_owners(conn, cipher, ticket, str(outgoing.body.get("to", ""))):
            return Notice("", card.code)
        return Notice(f"{HEADS[news].format(code=card.code)}\n{_standing(card)}", card.code, can_wait=True)
    if news:
        head = HEADS[news].format(code=card.code)
        return Notice(f"{head}\n\n{card.text}\n\n{HOW}", card.code, is_urgent, can_wait=news != News.EMERGENCY)
    if outgoing.purpose == "card":
        return Notice(f"{card.text}\n\n{HOW}", card.code, is_urgent)
    return Notice(_alert(card, str(outgoing.body.get("text", ""))), card.code, is_urgent)


def _is_owners(conn: Connection, cipher: Cipher, ticket: TicketRow, phone: str) -> bool:
    officer = officer_links.officer_at(conn, cipher, "whatsapp", phone)
    return officer is not None and officer.id == ticket.owner_id


def _standing(card: DutyCard) -> str:
    """Give the last lines of a card: its state, who holds it, and what is to be minded."""
    return card.text.rpartition("\n\n")[2]


def _alert(card: DutyCard, words: str) -> str:
    return f"{words or _CALLED.format(code=card.code)}\n\n{card.text}\n\n{HOW}"
