"""Collects everything one group of messages changes and writes it with one statement a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage import audit, conversations, inbox, outbox, story, tickets, timers
from storage.cipher import Cipher
from storage.ids import new_id
from storage.shelf import Row

Body = Mapping[str, object]
"""A value of JSON shape that is sealed before it becomes a row."""


@dataclass(slots=True)
class Batch:
    """The rows of one transaction. Methods seal what must be sealed and give the ids they made.

    Lists may also be filled directly with rows by column name; a moment is an aware datetime.
    """

    cipher: Cipher
    now: datetime
    conversations: dict[int, Row] = field(default_factory=dict)
    messages: list[Row] = field(default_factory=list)
    media: list[Row] = field(default_factory=list)
    media_links: list[tuple[int, int | None, int]] = field(default_factory=list)
    """(message id, ticket id or None, media id)."""
    tickets: list[Row] = field(default_factory=list)
    ticket_updates: dict[int, Row] = field(default_factory=dict)
    """Columns to change by ticket id; the version grows by itself."""
    now_known: list[tuple[int, str, str | None]] = field(default_factory=list)
    """(ticket id, category, area code), each kept where none was known."""
    raised: list[int] = field(default_factory=list)
    """Ids of tickets that are of high urgency, if they were of none."""
    ticket_contacts: list[Row] = field(default_factory=list)
    reports: dict[int, Row] = field(default_factory=dict)
    reporters: dict[int, Row] = field(default_factory=dict)
    events: list[Row] = field(default_factory=list)
    outbox: list[Row] = field(default_factory=list)
    cancelled_outbox: list[str] = field(default_factory=list)
    timers: dict[str, Row | None] = field(default_factory=dict)
    """By dedupe key; None cancels it. The last word in the group holds."""
    stories: dict[int, int] = field(default_factory=dict)
    """Contact id -> ticket id that takes over the messages and media which have none."""
    parked: list[tuple[int, str]] = field(default_factory=list)
    audit: list[Row] = field(default_factory=list)

    def save_conversation(self, contact_id: int, state: bytes, version: int) -> bytes:
        """Keep the newest state of a contact's conversation; give it sealed, as it will be found."""
        row = self.conversations[contact_id] = conversations.sealed(self.cipher, contact_id, state, version, self.now)
        return cast("bytes", row["state_enc"])

    def add_message(  # noqa: PLR0913 - one argument a column
        self,
        contact_id: int,
        speaker: str,
        kind: str,
        body: Body,
        *,
        ticket_id: int | None = None,
        officer_id: int | None = None,
        outbox_id: int | None = None,
        at: datetime | None = None,
    ) -> int:
        """Add one line of the transcript and give its id."""
        message_id = new_id()
        row: Row = {
            "id": message_id,
            "contact_id": contact_id,
            "ticket_id": ticket_id,
            "at": at or self.now,
            "speaker": speaker,
            "kind": kind,
            "body_enc": self.cipher.seal_json(story.MESSAGE, message_id, body),
            "outbox_id": outbox_id,
        }
        if officer_id is not None:
            row["officer_id"] = officer_id
        self.messages.append(row)
        return message_id

    def add_outbox(  # noqa: PLR0913 - one argument a column
        self,
        *,
        lane: str,
        purpose: str,
        ordering_key: str,
        dedupe_key: str,
        body: Body,
        contact_id: int | None = None,
        identity_id: int | None = None,
        ticket_id: int | None = None,
        priority: int = 5,
        due_at: datetime | None = None,
        expires_at: datetime | None = None,
        status: str = "ready",
    ) -> int:
        """Promise one message and give its id. On a lane that pushes nothing it counts as delivered at the commit."""
        outbox_id = new_id()
        due = due_at or self.now
        row: Row = {
            "id": outbox_id,
            "lane": lane,
            "purpose": purpose,
            "priority": priority,
            "ordering_key": ordering_key,
            "dedupe_key": dedupe_key,
            "contact_id": contact_id,
            "identity_id": identity_id,
            "ticket_id": ticket_id,
            "body_enc": self.cipher.seal_json(outbox.BODY, outbox_id, body),
            "status": status,
            "due_at": due,
            "created_at": self.now,
        }
        if expires_at is not None:
            row["expires_at"] = expires_at
        if lane in outbox.MAILBOX_LANES and status == "ready" and due <= self.now:
            row |= {"status": "sent", "sent_at": self.now}
        self.outbox.append(row)
        return outbox_id

    def add_event(  # noqa: PLR0913 - one argument a column
        self,
        ticket_id: int,
        actor: str,
        kind: str,
        *,
        from_state: str | None = None,
        to_state: str | None = None,
        note: str | None = None,
    ) -> int:
        """Add one line to a ticket's history and give its id."""
        event_id = new_id()
        self.events.append(
            {
                "id": event_id,
                "ticket_id": ticket_id,
                "at": self.now,
                "actor": actor,
                "kind": kind,
                "from_state": from_state,
                "to_state": to_state,
                "note_enc": None if note is None else self.cipher.seal(tickets.NOTE, event_id, note.encode()),
            }
        )
        return event_id

    def change_ticket(self, ticket_id: int, **columns: object) -> None:
        """Change columns of a ticket, on top of earlier changes in this group."""
        self.ticket_updates.setdefault(ticket_id, {"updated_at": self.now}).update(columns)

    def join_ticket(self, ticket_id: int, contact_id: int, identity_id: int) -> None:
        """Let a contact speak for a ticket from now on; replies go to this identity."""
        self.ticket_contacts.append(
            {
                "ticket_id": ticket_id,
                "contact_id": contact_id,
                "identity_id": identity_id,
                "joined_at": self.now,
            }
        )

    def put_report(self, ticket_id: int, facts: Body) -> None:
        """Keep the facts of a ticket, replacing earlier ones."""
        self.reports[ticket_id] = {
            "ticket_id": ticket_id,
            "facts_enc": self.cipher.seal_json(story.FACTS, ticket_id, facts),
            "updated_at": self.now,
        }

    def put_reporter(self, ticket_id: int, body: Body) -> None:
        """Keep what the reporter tells of themselves for a ticket, replacing earlier words."""
        self.reporters[ticket_id] = {
            "ticket_id": ticket_id,
            "body_enc": self.cipher.seal_json(story.REPORTER, ticket_id, body),
        }

    def set_timer(self, kind: str, subject_id: int, due_at: datetime, dedupe_key: str) -> None:
        """Set or move a timer."""
        self.timers[dedupe_key] = timers.row(kind, subject_id, due_at, dedupe_key)

    def cancel_timer(self, dedupe_key: str) -> None:
        """Cancel a timer."""
        self.timers[dedupe_key] = None

    def attach_story(self, contact_id: int, ticket_id: int) -> None:
        """Give the contact's messages and media that belong to no ticket yet to this one."""
        self.stories[contact_id] = ticket_id

    def park(self, inbox_id: int, error: str) -> None:
        """Mark an inbox row on which the conversation failed; `error` is a class name."""
        self.parked.append((inbox_id, error))

    def add_audit(self, actor: str, action: str, subject: str, detail: str = "") -> None:
        """Add one row to the audit chain; `detail` holds words of our own code only."""
        self.audit.append(audit.entry(actor, action, subject, detail, self.now))


def flush(conn: Connection, batch: Batch) -> None:
    """Write the batch. The audit chain comes last because it locks its head until the commit."""
    tickets.TICKETS.insert(conn, batch.tickets)
    tickets.change(conn, batch.ticket_updates)
    tickets.complete(conn, batch.now_known)
    tickets.raise_to_high(conn, batch.raised)
    tickets.JOINED.insert(conn, batch.ticket_contacts)
    tickets.EVENTS.insert(conn, batch.events)
    conversations.save(conn, list(batch.conversations.values()))
    story.MESSAGES.insert(conn, batch.messages)
    story.MEDIA.insert(conn, batch.media)
    story.link_media(conn, batch.media_links)
    story.attach(conn, batch.stories)
    story.REPORTS.insert(conn, list(batch.reports.values()))
    story.REPORTERS.insert(conn, list(batch.reporters.values()))
    outbox.insert(conn, batch.outbox)
    outbox.cancel(conn, batch.cancelled_outbox)
    timers.set_all(conn, [row for row in batch.timers.values() if row is not None], now=batch.now)
    timers.cancel(conn, [key for key, row in batch.timers.items() if row is None])
    inbox.park(conn, batch.parked)
    audit.append(conn, batch.cipher, batch.audit)
