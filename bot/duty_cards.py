"""The card of a ticket for duty phones and groups: what an officer must know to take it, and not who told it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from sqlalchemy import Connection

from bot.departing import day_words, is_day_alone, time_left
from bot.ticket_words import CATEGORY, KIND, STATE, URGENCY
from flows.labels import Category, Urgency
from flows.places.areas import units
from flows.ticket import State
from storage import desk_ticket, officers, tickets
from storage.cipher import Cipher
from storage.tickets import TicketRow

MOST_STORY: Final = 600
"""A card is read on a lock screen; the desk has the whole story."""
HIDDEN: Final = "Ada laporan di meja piket. Buka meja untuk membacanya."
# a card stands alone on a lock screen: louder, and saying what is unclear
_URGENCY: Final = {**URGENCY, Urgency.EMERGENCY: "DARURAT"}
_CATEGORY: Final = {**CATEGORY, Category.NONE: "Bentuk belum jelas"}
# phones, accounts, NIK: seven digits or more, whatever stands between them
_LONG_NUMBER: Final = re.compile(r"\+?\d(?:[\s.\-]?\d){6,}")
_OWN_NAME: Final = re.compile(r"\b(?i:(nama\s+(?:saya|sy|sya|aku|ku)\s*(?:adalah|ialah|:|=)?\s*))\w+(?:\s+[A-Z]\w+)*")
_HIDDEN_PART: Final = "•••"


@dataclass(frozen=True, slots=True)
class CardLook:
    """How cards look here: `style` is "full" or "minimal", days are those of `zone`."""

    style: str
    province: str
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class DutyCard:
    """A ticket as a duty place shows it. A hidden one says no more than that the desk has something."""

    ticket_id: int
    code: str
    state: State
    text: str
    is_hidden: bool = False
    is_waiting: bool = False
    """True while the citizen's newest words stand unanswered."""


def card_of(  # noqa: PLR0913 - which ticket, how it looks, and when
    conn: Connection, cipher: Cipher, ticket_id: int, look: CardLook, now: datetime, *, with_story: bool = True
) -> DutyCard | None:
    """Make the card of a ticket; none where there is no such ticket.

    A ticket that names an official is hidden: the phone or group may be that official's own.
    """
    ticket = tickets.by_ids(conn, [ticket_id]).get(ticket_id)
    if ticket is None:
        return None
    if ticket.names_official:
        return DutyCard(ticket.id, "", State(ticket.state), HIDDEN, is_hidden=True)
    lines = _short(ticket) if look.style == "minimal" else _head(ticket, look, now)
    if with_story and look.style != "minimal":
        lines += _story_lines(conn, cipher, ticket)
    lines += _standing(conn, cipher, ticket)
    return DutyCard(
        ticket.id, ticket.code, State(ticket.state), "\n".join(lines), is_waiting=ticket.waiting_since is not None
    )


def masked(story: str, reporter: Mapping[str, object]) -> str:
    """Give a story without what points at its teller: long numbers, "nama saya ...", the name they gave."""
    text = _OWN_NAME.sub(rf"\g<1>{_HIDDEN_PART}", story)
    for word in re.findall(r"\w{3,}", str(reporter.get("name") or "")):
        text = re.sub(rf"\b{re.escape(word)}\b", _HIDDEN_PART, text, flags=re.IGNORECASE)
    return _LONG_NUMBER.sub(_HIDDEN_PART, text)


def _until(departure: datetime, now: datetime, zone: tzinfo) -> str:
    """Say how long until a departure: "3 jam lagi", "besok, jamnya belum jelas", or that it is over."""
    left = time_left(departure, now, zone)
    if left is None:
        return "sudah lewat"
    if is_day_alone(departure, zone):
        return f"{day_words(departure, now, zone)}, jamnya belum jelas"
    minutes = int(left.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} menit lagi"
    return f"{minutes // 60} jam lagi" if minutes < 48 * 60 else f"{minutes // (24 * 60)} hari lagi"


def _short(ticket: TicketRow) -> list[str]:
    return [f"{_URGENCY[ticket.urgency]} · {ticket.code}", "Isi laporan ada di meja piket."]


def _head(ticket: TicketRow, look: CardLook, now: datetime) -> list[str]:
    place = units(look.province).get(ticket.area_code or "")
    lines = [
        f"{_URGENCY[ticket.urgency]} · {ticket.code} · {KIND[ticket.kind]}",
        f"{_CATEGORY[ticket.category]} · {place.full_name if place else 'tempat belum jelas'}",
    ]
    if ticket.departure_at is not None:
        lines.append(f"Berangkat: {_until(ticket.departure_at, now, look.zone)}")
    if ticket.is_incomplete:
        lines.append("Ceritanya belum selesai.")
    return lines


def _story_lines(conn: Connection, cipher: Cipher, ticket: TicketRow) -> list[str]:
    story = masked(_story(desk_ticket.facts(conn, cipher, ticket.id)), desk_ticket.reporter(conn, cipher, ticket.id))
    return ["", story if len(story) <= MOST_STORY else f"{story[:MOST_STORY].rstrip()} …"] if story else []


def _story(told: Mapping[str, object]) -> str:
    facts = told.get("facts")
    what = facts.get("what") if isinstance(facts, Mapping) else None
    return str(what.get("value") or "").strip() if isinstance(what, Mapping) else ""


def _standing(conn: Connection, cipher: Cipher, ticket: TicketRow) -> list[str]:
    names = {one.id: one.name for one in officers.everyone(conn, cipher)} if ticket.owner_id else {}
    state = STATE[ticket.state]
    held = names.get(ticket.owner_id or 0, "")
    lines = ["", f"{state}: {held}" if held else state]
    if ticket.waiting_since is not None and ticket.state not in {State.NEW, State.CLOSED}:
        lines.append("Pelapor menunggu jawaban.")
    if ticket.state != State.CLOSED and not ticket.may_contact:
        lines.append("Jangan menghubungi pelapor lebih dulu.")
    return lines
