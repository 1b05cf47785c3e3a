"""What one transaction knows of the people who write in it: conversations, tickets, receipts, tries left."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.inbound import Inbound
from bot.talks import Talks
from flows.conversation import Conversation
from flows.facts import WatchedName
from flows.receipts import receipts_in
from flows.ticket import State, TicketKind, TicketView
from storage import checks, conversations, desk_tries, story, tickets, traces, watches
from storage.cipher import Cipher
from storage.contacts import Sender
from storage.tickets import TicketRow
from storage.traces import UnreadReply

_FREE_TRIES = 5
# who writes again later may be somebody else who holds the phone
_A_LIVE_TALK = timedelta(minutes=30)
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=15), timedelta(hours=24)


@dataclass(slots=True)
class Known:
    """What one transaction knows of the people who write in it; later messages see what earlier ones did."""

    senders: dict[int, Sender]
    states: dict[int, tuple[Conversation, int]] = field(default_factory=dict)
    tickets: dict[int, list[TicketView]] = field(default_factory=dict)
    by_receipt: dict[str, TicketView] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    checked_out: frozenset[int] = frozenset()
    """Contacts that have checked too many names."""
    watched: dict[int, tuple[WatchedName, ...]] = field(default_factory=dict)
    albums: set[tuple[str, str]] = field(default_factory=set)
    """Albums whose first file has not been taken yet."""
    last_ticket: dict[int, int | None] = field(default_factory=dict)
    """The ticket that a contact's newest message went to."""

    def note_read(self, contact_id: int, code: str) -> None:
        """Let the next message of the same group know that the waiting words of a ticket were passed on."""
        self.tickets[contact_id] = [
            replace(view, unread=(), held=()) if view.code == code else view
            for view in self.tickets.get(contact_id, [])
        ]


def know(
    conn: Connection, cipher: Cipher, talks: Talks, arrived: Sequence[tuple[Inbound, Sender]], now: datetime
) -> Known:
    """Look up everything that the turns of these messages may be told, with a handful of statements for all.

    Args:
        talks: Reads the states of conversations.
        arrived: The new messages of a group, each with who sent it.
    """
    contact_ids = [sender.contact_id for _, sender in arrived]
    known = Known({sender.contact_id: sender for _, sender in arrived})
    for contact_id, sealed, version in conversations.load_sealed(conn, contact_ids):
        known.states[contact_id] = (talks.read(contact_id, sealed), version)
    rows = tickets.of_contacts(conn, contact_ids)
    unread = traces.unread_replies(conn, cipher, [row.id for held in rows.values() for row in held])
    for contact_id, held in rows.items():
        known.tickets[contact_id] = [view_of(row, unread.get(row.id, []), now) for row in reversed(held)]
    known.checked_out = checks.too_many(conn, contact_ids, now)
    for contact_id, watched in watches.of_contacts(conn, cipher, contact_ids).items():
        known.watched[contact_id] = tuple(WatchedName(row.name, row.has_news) for row in watched)
    _look_up_receipts(conn, cipher, arrived, known, now)
    if any(message.album or message.is_silent for message, _ in arrived):
        known.last_ticket = story.ticket_of_newest(conn, contact_ids)
    return known


def view_of(row: TicketRow, unread: Sequence[UnreadReply], now: datetime) -> TicketView:
    """Give what a citizen's chat may know of a ticket."""
    return TicketView(
        id=row.id,
        code=row.code,
        kind=TicketKind(row.kind),
        state=State(row.state),
        filed_at=row.filed_at,
        confirmed_at=row.confirmed_at,
        is_incomplete=row.is_incomplete,
        is_breached=row.breached_at is not None and row.confirmed_at is None,
        referred_to=row.referred_to or "",
        may_contact=row.may_contact,
        unread=tuple(reply.text for reply in unread),
        held=tuple(reply.text for reply in unread if reply.held_since and now - reply.held_since <= _A_LIVE_TALK),
    )


def _look_up_receipts(
    conn: Connection, cipher: Cipher, arrived: Sequence[tuple[Inbound, Sender]], known: Known, now: datetime
) -> None:
    tried = [(sender.contact_id, receipt) for message, sender in arrived for receipt in receipts_in(message.said.text)]
    if not tried:
        return
    known.closed = {contact_id for contact_id, _ in tried if _must_wait(conn, contact_id, now)}
    lookups = {
        cipher.receipt_lookup(receipt): receipt for contact_id, receipt in tried if contact_id not in known.closed
    }
    found = tickets.by_receipt(conn, list(lookups))
    unread = traces.unread_replies(conn, cipher, [row.id for row in found.values()])
    known.by_receipt = {lookups[lookup]: view_of(row, unread.get(row.id, []), now) for lookup, row in found.items()}


def _must_wait(conn: Connection, contact_id: int, now: datetime) -> bool:
    tries = desk_tries.of(conn, f"receipt:{contact_id}")
    if tries is None or tries.count < _FREE_TRIES:
        return False
    pause = min(_FIRST_PAUSE * 2 ** min(tries.count - _FREE_TRIES, 10), _LONGEST_PAUSE)
    return bool(now - tries.newest < pause)
