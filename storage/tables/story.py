"""Story: what was told. Every word is sealed."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.spelling import key, known, moment, ref, sealed


class Report(SQLModel, table=True):
    """The facts of a ticket as told, with where each came from."""

    ticket_id: int = Field(sa_column=key())
    facts_enc: bytes = Field(sa_column=sealed())
    """JSON: {"facts": {id: {"value", "from", "words", "was"}}, "signals": [{"name", "words"}]}."""
    updated_at: datetime = Field(sa_column=moment())


class Message(SQLModel, table=True):
    """The transcript: every message in and out, also before a ticket exists."""

    __table_args__: ClassVar = (
        Index("ix_message_contact", "contact_id", "id"),
        known("ix_message_ticket", "ticket_id", "id"),
    )
    id: int = Field(sa_column=key())
    contact_id: int = Field(sa_column=ref())
    ticket_id: int | None = Field(default=None, sa_column=ref(nullable=True))
    at: datetime = Field(sa_column=moment())
    speaker: str
    """ "citizen", "hotline" or "officer"."""
    officer_id: int | None = Field(default=None, sa_column=ref(nullable=True))
    kind: str
    body_enc: bytes = Field(sa_column=sealed())
    """JSON: {"text", "choice", "location": [lat, lon, label], "contact": [name, phones], "choices": [titles]}."""
    outbox_id: int | None = Field(default=None, sa_column=ref(nullable=True))


class Media(SQLModel, table=True):
    """A file that a citizen sent: the sealed original lies in the evidence folder under its id."""

    id: int = Field(sa_column=key())
    contact_id: int = Field(sa_column=ref(index=True))
    ticket_id: int | None = Field(default=None, sa_column=ref(index=True, nullable=True))
    message_id: int | None = Field(default=None, sa_column=ref(index=True, nullable=True))
    at: datetime = Field(sa_column=moment())
    kind: str
    mime: str
    size_bytes: int = Field(sa_column=ref())
    sha256: str
    origin: str
    """The channel it came by."""
    refusal: str = ""
    fetch_state: str = "stored"
    """stored, pending (still at the provider), or gone."""
    source_enc: bytes | None = Field(default=None, sa_column=sealed(nullable=True))
    """Where the provider keeps it, as JSON, until it is fetched."""
