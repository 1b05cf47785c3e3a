"""Visible metadata: what the public face may see at any time (listed in the README)."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.spelling import key, moment, ref, sealed, unique_bytes


class Ticket(SQLModel, table=True):
    """One matter for the duty queue. Holds no story and no identity."""

    __table_args__: ClassVar = (
        Index(
            "ix_ticket_open",
            "state",
            postgresql_where=text("state <> 'closed'"),
            sqlite_where=text("state <> 'closed'"),
        ),
    )
    id: int = Field(sa_column=key())
    code: str = Field(unique=True)
    kind: str
    state: str
    urgency: str
    category: str
    channel: str
    area_code: str | None = None
    referred_to: str | None = None
    outcome: str | None = None
    is_incomplete: bool = False
    is_anonymous: bool = True
    names_official: bool = False
    may_contact: bool = False
    version: int = 1
    ladder_step: int = 0
    owner_id: int | None = Field(default=None, sa_column=ref(nullable=True))
    receipt_lookup: bytes | None = Field(default=None, sa_column=unique_bytes(nullable=True))
    filed_at: datetime = Field(sa_column=moment())
    updated_at: datetime = Field(sa_column=moment())
    departure_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    confirmed_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    breached_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    closed_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    waiting_since: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    """Since when the citizen's newest message stands unanswered; none while nothing waits."""


class TicketEvent(SQLModel, table=True):
    """History of a ticket, append-only: who did what, when and why."""

    __tablename__ = "ticket_event"
    id: int = Field(sa_column=key())
    ticket_id: int = Field(sa_column=ref(index=True))
    at: datetime = Field(sa_column=moment())
    actor: str
    """ "citizen", "hotline", or "officer:<id>"."""
    kind: str
    """ "filed", "updated", "moved", "note", "reply", "evidence", "climbed", "breached", "withdrawn", "viewed" ..."""
    from_state: str | None = None
    to_state: str | None = None
    note_enc: bytes | None = Field(default=None, sa_column=sealed(nullable=True))
