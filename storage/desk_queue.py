"""What the queue page asks: open tickets, closed ones, those found by a piece of their code, and a pulse."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.columns import to_micros
from storage.shelf import marks, run
from storage.tickets import TICKETS, TicketRow

# more open tickets than this and the page would be a wall; the oldest calm ones are left to the search
MOST_OPEN = 500

_SELECT = f"SELECT {', '.join(TICKETS.columns)} FROM ticket"  # noqa: S608 - our own names


def open_tickets(conn: Connection) -> list[TicketRow]:
    """Give the open tickets, newest first where there are too many, and closed ones whose citizen wrote again."""
    opened = _rows(conn, f"{_SELECT} WHERE state <> 'closed' ORDER BY id DESC LIMIT ?", (MOST_OPEN,))
    written = f"{_SELECT} WHERE state = 'closed' AND waiting_since IS NOT NULL ORDER BY id DESC LIMIT ?"
    return opened + _rows(conn, written, (MOST_OPEN,))


def closed_tickets(conn: Connection, *, before: int | None, limit: int) -> list[TicketRow]:
    """Give closed tickets, newest first, only those with an id below `before` where one is given."""
    if before is None:
        return _rows(conn, f"{_SELECT} WHERE state = 'closed' ORDER BY id DESC LIMIT ?", (limit,))
    return _rows(conn, f"{_SELECT} WHERE state = 'closed' AND id < ? ORDER BY id DESC LIMIT ?", (before, limit))


def by_part_of_code(conn: Connection, part: str, limit: int) -> list[TicketRow]:
    """Find tickets whose code holds `part`, newest first. Wildcards in `part` count as letters."""
    literal = part.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return _rows(conn, f"{_SELECT} WHERE code LIKE ? ESCAPE '!' ORDER BY id DESC LIMIT ?", (f"%{literal}%", limit))


# an answer is made good by any later answer, a card or an alert only by one to the same place
_FAILED = """
SELECT DISTINCT o.ticket_id FROM outbox o JOIN ticket t ON t.id = o.ticket_id
WHERE o.ticket_id IN ({ids}) AND o.lane <> 'desk' AND (o.status = 'dead' OR o.delivery = 'failed')
AND (o.purpose NOT IN ('card', 'alert', 'post', 'tap', 'erase') OR (o.purpose IN ('card', 'alert') AND t.state = 'new'))
AND NOT EXISTS (SELECT 1 FROM outbox n WHERE n.ticket_id = o.ticket_id AND n.id > o.id AND n.purpose = o.purpose
AND n.status <> 'dead' AND coalesce(n.delivery, '') <> 'failed'
AND (o.purpose = 'officer_reply' OR n.ordering_key = o.ordering_key))
"""


def undelivered(conn: Connection, ticket_ids: Sequence[int]) -> frozenset[int]:
    """Give those of these tickets with a message that did not arrive, and that nothing later has made good."""
    if not ticket_ids:
        return frozenset()
    # the history names the few that can be meant; only their messages are looked at
    told = run(
        conn,
        "SELECT DISTINCT ticket_id FROM ticket_event WHERE kind = 'undelivered' "  # noqa: S608 - only ?
        f"AND ticket_id IN ({marks(len(ticket_ids))})",
        tuple(ticket_ids),
    ).all()
    if not told:
        return frozenset()
    rows = run(conn, _FAILED.format(ids=marks(len(told))), tuple(row[0] for row in told))
    return frozenset(cast("int", row[0]) for row in rows)


def pulse(conn: Connection) -> str:
    """Give a word that changes when something on the queue changed, also by another process."""
    row = run(
        conn,
        "SELECT count(*), max(updated_at), sum(version), (SELECT max(id) FROM ticket_event) "
        "FROM ticket WHERE state <> 'closed'",
    ).one()
    return "/".join(str(value) for value in row)


def closed_since(conn: Connection, moment: datetime) -> int:
    """Count the tickets closed since a moment."""
    (found,) = run(
        conn, "SELECT count(*) FROM ticket WHERE state = 'closed' AND closed_at >= ?", (to_micros(moment),)
    ).one()
    return cast("int", found)


def _rows(conn: Connection, sql: str, values: Sequence[object]) -> list[TicketRow]:
    found = run(conn, sql, values)
    return [TicketRow(**TICKETS.read(row)) for row in found]  # type: ignore[arg-type] # columns are the fields
