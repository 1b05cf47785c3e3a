"""What was told: transcript, facts, reporter and media rows, and which ticket they belong to."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from storage.shelf import Shelf, run_many
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
