"""What was told: transcript, facts, reporter and media rows, and which ticket they belong to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.columns import to_micros
from storage.shelf import Shelf, run, run_many
from storage.tables import Media, Message, Report, Reporter

MESSAGE = "message.body_enc"
FACTS = "report.facts_enc"
REPORTER = "reporter.body_enc"

MESSAGES = Shelf(Message)
MEDIA = Shelf(Media)
REPORTS = Shelf(Report, "(ticket_id) DO UPDATE SET facts_enc = excluded.facts_enc, updated_at = excluded.updated_at")
REPORTERS = Shelf(Reporter, "(ticket_id) DO UPDATE SET body_enc = excluded.body_enc")


def attach(conn: Connection, stories: Mapping[int, int]) -> None:
    """Give each contact's messages and media that have no ticket to the ticket (contact id -> ticket id)."""
    rows = [(ticket_id, contact_id) for contact_id, ticket_id in stories.items()]
    run_many(conn, "UPDATE message SET ticket_id = ? WHERE contact_id = ? AND ticket_id IS NULL", rows)
    run_many(conn, "UPDATE media SET ticket_id = ? WHERE contact_id = ? AND ticket_id IS NULL", rows)


def link_media(conn: Connection, links: Sequence[tuple[int, int | None, int]]) -> None:
    """Tell which message, and which ticket if any, a stored file came with: (message id, ticket id, media id)."""
    run_many(conn, "UPDATE media SET message_id = ?, ticket_id = ? WHERE id = ?", links)


def ticket_of_newest(conn: Connection, contact_ids: Sequence[int]) -> dict[int, int | None]:
    """Give the ticket, if any, of each contact's newest message."""
    found: dict[int, int | None] = {}
    for contact_id in set(contact_ids):
        row = run(
            conn, "SELECT ticket_id FROM message WHERE contact_id = ? ORDER BY id DESC LIMIT 1", (contact_id,)
        ).first()
        found[contact_id] = None if row is None else cast("int | None", row[0])
    return found


def usage(conn: Connection, contact_id: int, since: datetime) -> tuple[int, int]:
    """Give how many files, voice notes left out, and how many bytes in all a contact has sent since a moment."""
    row = run(
        conn,
        "SELECT coalesce(sum(CASE WHEN kind <> 'voice' THEN 1 ELSE 0 END), 0), coalesce(sum(size_bytes), 0) "
        "FROM media WHERE contact_id = ? AND at >= ? AND refusal = '' AND fetch_state = 'stored'",
        (contact_id, to_micros(since)),
    ).one()
    return int(cast("int", row[0])), int(cast("int", row[1]))


def media_ids(conn: Connection) -> frozenset[int]:
    """Give the ids of all files that belong to a message."""
    return frozenset(cast("int", row[0]) for row in run(conn, "SELECT id FROM media"))
