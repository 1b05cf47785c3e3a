"""The tickets at the end of a golden dialogue, opened out of a database in the shape of the dialogue's own file."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from bot.known_facts import facts_of, reporter_of
from storage import desk_ticket
from storage.cipher import Cipher

_COLUMNS = (
    "t.id, t.kind, t.urgency, t.category, t.is_incomplete, t.is_anonymous, t.may_contact, t.names_official, t.area_code"
)


def tickets_in(conn: Connection, cipher: Cipher, *, contact_id: int | None = None) -> list[dict[str, Any]]:
    """Give every ticket, or those of one contact, oldest first: as a dialogue says it."""
    mine = "" if contact_id is None else "JOIN ticket_contact j ON j.ticket_id = t.id AND j.contact_id = :contact "
    rows = conn.execute(
        text(f"SELECT {_COLUMNS} FROM ticket t {mine}ORDER BY t.id"),
        {} if contact_id is None else {"contact": contact_id},
    ).all()
    return [_told(conn, cipher, row) for row in rows]


def expected_tickets(tickets: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give a dialogue's tickets in the same shape."""
    return [{key: value for key, value in one.items() if key not in {"code", "alarms"}} for one in tickets]


def _told(conn: Connection, cipher: Cipher, row: Any) -> dict[str, Any]:
    report: Any = desk_ticket.facts(conn, cipher, row[0])
    messages = desk_ticket.messages(conn, cipher, row[0])
    names = ("incomplete", "anonymous", "may_contact", "names_official")
    told: dict[str, Any] = {"kind": row[1], "urgency": row[2], "category": row[3]}
    told |= {name: bool(value) for name, value in zip(names, row[4:8], strict=True)}
    reporter = reporter_of(desk_ticket.reporter(conn, cipher, row[0]), messages, is_anonymous=told["anonymous"])
    return told | {
        "area": row[8] or "",
        "signals": [signal["name"] for signal in report["signals"]],
        "reporter": [f"{key}: {value}" for key, value in reporter.items()],
        "facts": {
            fact.id: fact.value + (f" (was: {fact.was})" if fact.was else "")
            for fact in facts_of(report, messages)
            if fact.value
        },
    }
