"""One ticket opened for an officer: facts with where each came from, signals, transcript, evidence, history."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.desk_store import DeskStore
from bot.known_facts import Fact, facts_of, reporter_of
from bot.linking import shown_marks
from bot.twilio_parse import SCOPED
from storage import audit, check_marks, contacts, desk_ticket, links, officers, tickets
from storage.check_marks import CheckedBefore
from storage.desk_ticket import EventRow, MediaRow, MessageRow, ReplyTarget
from storage.links import Link
from storage.officers import OfficerRow
from storage.tickets import TicketRow

PUSH_LANES = frozenset({"whatsapp", "telegram", "sms"})
"""Lanes that light up somebody's screen; the others lie still until their reader comes."""
_PHONE_LANES = frozenset({"whatsapp", "sms"})


@dataclass(frozen=True, slots=True)
class Sign:
    """One signal and the words it rests on."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Checks of one thing that the ticket carries; `what` is how it was told, "" where that is not known."""

    what: str
    before: CheckedBefore


@dataclass(frozen=True, slots=True)
class TicketPage:
    """Everything the ticket page shows. `seen` is what its forms carry, see bot/desk.py."""

    ticket: TicketRow
    seen: str
    owner_name: str
    names: Mapping[int, str]
    facts: tuple[Fact, ...]
    signs: tuple[Sign, ...]
    reporter: Mapping[str, str]
    messages: tuple[MessageRow, ...]
    media: tuple[MediaRow, ...]
    events: tuple[EventRow, ...]
    target: ReplyTarget | None
    address_end: str
    """The last three digits of the phone that a reply goes to, so that a wrong one is noticed; "" elsewhere."""
    links: tuple[Link, ...] = ()
    """Other tickets that carry the same name, phone or account."""
    checks: tuple[Checks, ...] = ()
    """How often the same was checked in the last thirty days, by whomever."""

    @property
    def stamp(self) -> str:
        """A word that changes when the page has something new to show."""
        newest = self.messages[-1].id if self.messages else 0
        return f"{self.seen}.{newest}"


def seen_of(ticket: TicketRow, newest_act: int) -> str:
    """Make what a form carries of the state its officer saw."""
    return f"{ticket.version}.{newest_act}"


async def open_page(store: DeskStore, code: str) -> TicketPage | None:
    """Open a ticket by its code; none where there is no such ticket."""
    return await store.read(lambda conn: _open(conn, store, code))


async def note_view(store: DeskStore, officer: OfficerRow, ticket_id: int, *, action: str = "ticket.viewed") -> None:
    """Write down that an officer opened a ticket or a piece of evidence: one audit row for every view."""
    row = audit.entry(f"officer:{officer.id}", action, f"ticket:{ticket_id}", "", store.clock())
    await store.write(lambda conn: audit.append(conn, store.cipher, [row]))


async def note_list(store: DeskStore, officer: OfficerRow) -> None:
    """Write down that an officer opened the queue; the page's own updates are the same look going on."""
    row = audit.entry(f"officer:{officer.id}", "queue.listed", "queue", "", store.clock())
    await store.write(lambda conn: audit.append(conn, store.cipher, [row]))


async def stamp(store: DeskStore, code: str) -> str:
    """Give the page's stamp without opening anything; empty where there is no such ticket."""

    def look(conn: Connection) -> str:
        ticket = tickets.by_code(conn, code)
        if ticket is None:
            return ""
        seen = seen_of(ticket, desk_ticket.newest_act(conn, ticket.id))
        return f"{seen}.{desk_ticket.newest_message(conn, ticket.id)}"

    return await store.read(look)


def _open(conn: Connection, store: DeskStore, code: str) -> TicketPage | None:
    ticket, cipher = tickets.by_code(conn, code), store.cipher
    if ticket is None:
        return None
    names = {one.id: one.name for one in officers.everyone(conn, cipher)}
    target = desk_ticket.reply_target(conn, ticket.id)
    told, messages = desk_ticket.facts(conn, cipher, ticket.id), desk_ticket.messages(conn, cipher, ticket.id)
    facts = facts_of(told, messages)
    return TicketPage(
        ticket=ticket,
        seen=seen_of(ticket, desk_ticket.newest_act(conn, ticket.id)),
        owner_name=names.get(ticket.owner_id or 0, ""),
        names=names,
        facts=facts,
        signs=_signs(told.get("signals")),
        reporter=reporter_of(desk_ticket.reporter(conn, cipher, ticket.id), messages, is_anonymous=ticket.is_anonymous),
        messages=tuple(messages),
        media=tuple(desk_ticket.media(conn, ticket.id)),
        events=tuple(desk_ticket.events(conn, cipher, ticket.id)),
        target=target,
        address_end=_address_end(conn, store, target),
        links=tuple(links.of_ticket(conn, ticket.id)),
        checks=_checks(conn, store, ticket.id, facts),
    )


def _checks(conn: Connection, store: DeskStore, ticket_id: int, facts: tuple[Fact, ...]) -> tuple[Checks, ...]:
    found = check_marks.of_ticket(conn, ticket_id, store.clock().date())
    told = shown_marks({fact.id: fact.value for fact in facts if fact.value}) if found else {}
    written = {check_marks.lookup_of(store.cipher, *mark): words for mark, words in told.items()}
    return tuple(Checks(written.get(one.lookup, ""), one) for one in found)


def _address_end(conn: Connection, store: DeskStore, target: ReplyTarget | None) -> str:
    if target is None or target.lane not in _PHONE_LANES:
        return ""
    # an address that refuses us is not given at all, and one without a number has no last digits
    address = contacts.addresses(conn, store.cipher, [target.identity_id]).get(target.identity_id, "")
    return "" if SCOPED.fullmatch(address) else address[-3:]


def _signs(told: object) -> tuple[Sign, ...]:
    if not isinstance(told, list):
        return ()
    return tuple(Sign(str(one.get("name", "")), str(one.get("words", ""))) for one in told if isinstance(one, Mapping))
