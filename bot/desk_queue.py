"""The duty queue as officers see it: who is asked first, what waits, who holds what. Visible metadata only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from sqlalchemy import Connection

from bot.departing import time_left
from bot.desk_store import DeskStore
from bot.officers import roster
from flows.labels import Urgency
from flows.ticket import State
from storage import desk_queue, officers
from storage.officers import OfficerRow
from storage.tickets import TicketRow

PAGE = 50
_FAR = timedelta(days=36500)


class Show(StrEnum):
    """Which tickets a queue page shows."""

    OPEN = "open"
    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    MINE = "mine"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A ticket on the queue with the name of who holds it."""

    ticket: TicketRow
    owner_name: str
    fails: bool = False
    """True where a message of this ticket did not arrive."""

    @property
    def stamp(self) -> str:
        """A word that changes when the row should catch the eye again."""
        one = self.ticket
        waiting = one.waiting_since.timestamp() if one.waiting_since else 0
        return f"{one.state}-{one.ladder_step}-{one.urgency}-{waiting:.0f}-{self.fails:d}"


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures above the queue."""

    open: int
    unconfirmed: int
    emergencies: int
    """Unconfirmed ones among them."""
    waiting: int
    mine: int
    oldest_unconfirmed: datetime | None


@dataclass(frozen=True, slots=True)
class Queue:
    """One look at the queue. `older` is the id to continue from where closed tickets go on, else none."""

    rows: tuple[QueueRow, ...]
    counts: Counts
    roster: tuple[OfficerRow, ...]
    older: int | None = None


def is_waiting(ticket: TicketRow) -> bool:
    """Say whether the citizen's newest message stands unanswered."""
    # closing answers everything, so on a closed ticket this is somebody who wrote again
    return ticket.waiting_since is not None


def in_order(tickets: Iterable[TicketRow], now: datetime, zone: tzinfo) -> list[TicketRow]:
    """Sort as the desk works: emergency first, then time left to departure, then what asks for an act, then age."""
    return sorted(tickets, key=lambda one: _place(one, now, zone))


async def look(store: DeskStore, *, show: Show, me: int, query: str = "", before: int | None = None) -> Queue:
    """Give the queue for one officer.

    Args:
        store: The hotline's memory.
        show: Which tickets.
        me: The officer who looks.
        query: A piece of a code; where given, `show` does not matter.
        before: Continue closed tickets below this id.
    """
    return await store.read(lambda conn: _look(conn, store, show, me, query, before))


def _look(  # noqa: PLR0917, PLR0913 - the arguments of `look`, in the reader's thread
    conn: Connection, store: DeskStore, show: Show, me: int, query: str, before: int | None
) -> Queue:
    everyone = officers.everyone(conn, store.cipher)
    names = {one.id: one.name for one in everyone}
    opened = desk_queue.open_tickets(conn)
    found, older = _chosen(conn, opened, show, me, query, before, store)
    failing = desk_queue.undelivered(conn, [one.id for one in found if one.state != State.CLOSED])
    rows = tuple(QueueRow(one, names.get(one.owner_id or 0, ""), one.id in failing) for one in found)
    return Queue(rows, count(opened, me), tuple(roster(everyone)), older)


def count(opened: Sequence[TicketRow], me: int) -> Counts:
    """Count open tickets."""
    fresh = [one for one in opened if one.state == State.NEW]
    return Counts(
        open=len(opened),
        unconfirmed=len(fresh),
        emergencies=sum(one.urgency == Urgency.EMERGENCY for one in fresh),
        waiting=sum(map(is_waiting, opened)),
        mine=sum(one.owner_id == me for one in opened),
        oldest_unconfirmed=min((one.filed_at for one in fresh), default=None),
    )


def _chosen(  # noqa: PLR0917, PLR0913 - the arguments of `look`, in the reader's thread
    conn: Connection, opened: list[TicketRow], show: Show, me: int, query: str, before: int | None, store: DeskStore
) -> tuple[list[TicketRow], int | None]:
    if query:
        return in_order(desk_queue.by_part_of_code(conn, query, PAGE), store.clock(), store.zone), None
    if show is Show.CLOSED:
        closed = desk_queue.closed_tickets(conn, before=before, limit=PAGE + 1)
        return closed[:PAGE], closed[PAGE - 1].id if len(closed) > PAGE else None
    wanted = {
        Show.OPEN: lambda _one: True,
        Show.UNCONFIRMED: lambda one: one.state == State.NEW,
        Show.WAITING: is_waiting,
        Show.MINE: lambda one: one.owner_id == me,
    }[show]
    return in_order(filter(wanted, opened), store.clock(), store.zone), None


def _place(ticket: TicketRow, now: datetime, zone: tzinfo) -> tuple[int, timedelta, bool, datetime]:
    left = None if ticket.departure_at is None else time_left(ticket.departure_at, now, zone)
    is_calm = ticket.state != State.NEW and not is_waiting(ticket)
    return Urgency(ticket.urgency).rank, _FAR if left is None else left, is_calm, ticket.filed_at
