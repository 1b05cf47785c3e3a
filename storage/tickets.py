"""Tickets as intake needs them: those of a contact, and one found by its receipt or code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import cast

from sqlalchemy import Connection

from storage.shelf import Row, Shelf, marks, run, run_many
from storage.tables import Ticket, TicketContact, TicketEvent

TICKETS = Shelf(Ticket)
EVENTS = Shelf(TicketEvent)
JOINED = Shelf(
    TicketContact,
    "(ticket_id, contact_id) DO UPDATE SET identity_id = excluded.identity_id, joined_at = excluded.joined_at",
)

NOTE = "ticket_event.note_enc"


@dataclass(frozen=True, slots=True)
class TicketRow:
    """The visible metadata of a ticket."""

    id: int
    code: str
    kind: str
    state: str
    urgency: str
    category: str
    channel: str
    area_code: str | None
    referred_to: str | None
    outcome: str | None
    is_incomplete: bool
    is_anonymous: bool
    names_official: bool
    may_contact: bool
    version: int
    ladder_step: int
    owner_id: int | None
    receipt_lookup: bytes | None
    filed_at: datetime
    updated_at: datetime
    departure_at: datetime | None
    confirmed_at: datetime | None
    breached_at: datetime | None
    closed_at: datetime | None
    waiting_since: datetime | None


def of_contacts(conn: Connection, contact_ids: Sequence[int]) -> dict[int, list[TicketRow]]:
    """Give the tickets that each contact speaks for, oldest first; contacts without any are left out."""
    wanted = sorted(set(contact_ids))
    if not wanted:
        return {}
    rows = run(
        conn,
        f"SELECT j.contact_id, {_COLUMNS} FROM ticket_contact j JOIN ticket t ON t.id = j.ticket_id "  # noqa: S608 - only ?
        f"WHERE j.contact_id IN ({marks(len(wanted))}) ORDER BY t.id",
        wanted,
    )
    found: dict[int, list[TicketRow]] = {}
    for row in rows:
        found.setdefault(cast("int", row[0]), []).append(_row(row[1:]))
    return found


def by_receipt(conn: Connection, lookups: Sequence[bytes]) -> dict[bytes, TicketRow]:
    """Find tickets by the keyed hash of their receipt."""
    if not lookups:
        return {}
    rows = run(conn, f"{_SELECT} WHERE t.receipt_lookup IN ({marks(len(lookups))})", lookups)
    found = (_row(values) for values in rows)
    return {ticket.receipt_lookup: ticket for ticket in found if ticket.receipt_lookup is not None}


def by_code(conn: Connection, code: str) -> TicketRow | None:
    """Find one ticket by its code, spelled exactly."""
    values = run(conn, f"{_SELECT} WHERE t.code = ?", (code,)).first()
    return None if values is None else _row(values)


def by_ids(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, TicketRow]:
    """Find tickets by their ids."""
    if not ticket_ids:
        return {}
    rows = run(conn, f"{_SELECT} WHERE t.id IN ({marks(len(ticket_ids))})", ticket_ids)
    found = (_row(values) for values in rows)
    return {ticket.id: ticket for ticket in found}


def change(conn: Connection, updates: Mapping[int, Row]) -> None:
    """Change columns of tickets (by id) and count their version up."""
    # in order of ids, so that two replicas wait for each other instead of dead-locking
    for ticket_id, columns in sorted(updates.items()):
        TICKETS.update(conn, ticket_id, columns, also="version = version + 1")


def complete(conn: Connection, known: Sequence[tuple[int, str, str | None]]) -> None:
    """Set form and place of tickets (id, category, area code) where none was known; what an officer set stays."""
    rows = [(category, area, ticket_id) for ticket_id, category, area in sorted(known, key=itemgetter(0))]
    run_many(
        conn,
        "UPDATE ticket SET category = CASE WHEN category = 'none' THEN ? ELSE category END, "
        "area_code = coalesce(area_code, ?) WHERE id = ?",
        rows,
    )


def raise_to_high(conn: Connection, ticket_ids: Sequence[int]) -> None:
    """Let tickets that nobody has looked at stand above the ordinary ones; an emergency stays one."""
    rows = [(ticket_id,) for ticket_id in sorted(ticket_ids)]
    run_many(conn, "UPDATE ticket SET urgency = 'high' WHERE id = ? AND urgency = 'normal'", rows)


def silence_contact(conn: Connection, contact_id: int) -> list[int]:
    """Let nothing unasked reach a contact any more about any of its tickets; give the ids of those this changed."""
    rows = run(
        conn,
        "UPDATE ticket SET may_contact = ? WHERE may_contact = ? "
        "AND id IN (SELECT ticket_id FROM ticket_contact WHERE contact_id = ?) RETURNING id",
        (False, True, contact_id),
    )
    return [cast("int", ticket_id) for (ticket_id,) in rows]


_COLUMNS = ", ".join(f"t.{name}" for name in TICKETS.columns)
_SELECT = f"SELECT {_COLUMNS} FROM ticket t"  # noqa: S608 - our own names


def _row(values: Sequence[object]) -> TicketRow:
    return TicketRow(**TICKETS.read(values))  # type: ignore[arg-type] # a test compares the columns with the fields
