"""The tickets at the end of a golden dialogue, opened out of a database in the shape of the dialogue's own file."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from storage.cipher import Cipher
from storage.story import FACTS, REPORTER

_COLUMNS = (
    "t.id, t.kind, t.urgency, t.category, t.is_incomplete, t.is_anonymous, t.may_contact, t.names_official, "
    "t.area_code, r.facts_enc, p.body_enc"
)


def tickets_in(conn: Connection, cipher: Cipher, *, contact_id: int | None = None) -> list[dict[str, Any]]:
    """Give every ticket, or those of one contact, oldest first: as a dialogue says it."""
    mine = "" if contact_id is None else "JOIN ticket_contact j ON j.ticket_id = t.id AND j.contact_id = :contact "
    rows = conn.execute(
        text(
            f"SELECT {_COLUMNS} FROM ticket t {mine}JOIN report r ON r.ticket_id = t.id "
            "LEFT JOIN reporter p ON p.ticket_id = t.id ORDER BY t.id"
        ),
        {} if contact_id is None else {"contact": contact_id},
    ).all()
    return [_told(cipher, row) for row in rows]


def expected_tickets(tickets: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give a dialogue's tickets in the same shape."""
    return [{key: value for key, value in one.items() if key not in {"code", "alarms"}} for one in tickets]


def _told(cipher: Cipher, row: Any) -> dict[str, Any]:
    report = cipher.open_json(FACTS, row[0], bytes(row[9]))
    reporter = cipher.open_json(REPORTER, row[0], bytes(row[10])) if row[10] else {}
    names = ("incomplete", "anonymous", "may_contact", "names_official")
    told: dict[str, Any] = {"kind": row[1], "urgency": row[2], "category": row[3]}
    told |= {name: bool(value) for name, value in zip(names, row[4:8], strict=True)}
    facts: Any = report["facts"]
    signals: Any = report["signals"]
    return told | {
        "area": row[8] or "",
        "signals": [signal["name"] for signal in signals],
        "reporter": [f"{key}: {value}" for key, value in reporter.items()],
        "facts": {
            key: fact["value"] + (f" (was: {fact['was']})" if fact.get("was") else "")
            for key, fact in facts.items()
            if fact.get("value")
        },
    }
