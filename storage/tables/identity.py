"""Identity: who told it. Addresses and names are sealed."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from storage.columns import Id
from storage.tables.spelling import key, moment, ref, sealed, unique_bytes


class Contact(SQLModel, table=True):
    """A person as far as the hotline may know: one or more identities on channels, never merged by guess."""

    id: int = Field(sa_column=key())
    language: str = "id"
    created_at: datetime = Field(sa_column=moment())


class Identity(SQLModel, table=True):
    """One address on one channel. The address is sealed; `lookup` is its keyed hash."""

    id: int = Field(sa_column=key())
    contact_id: int = Field(sa_column=ref(index=True))
    channel: str
    lookup: bytes = Field(sa_column=unique_bytes())
    address_enc: bytes = Field(sa_column=sealed())
    created_at: datetime = Field(sa_column=moment())
    blocked_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    window_until: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    """Until when WhatsApp lets us write freely: 24 hours after the newest message; none on other channels."""


class TicketContact(SQLModel, table=True):
    """Which contacts speak for a ticket: who filed it, and who joined with its receipt. The newest gets replies."""

    __tablename__ = "ticket_contact"
    ticket_id: int = Field(sa_column=key())
    contact_id: int = Field(sa_column=Column(Id, primary_key=True, autoincrement=False, index=True))
    identity_id: int = Field(sa_column=ref())
    joined_at: datetime = Field(sa_column=moment())


class Reporter(SQLModel, table=True):
    """What the reporter chose to tell of themselves for one ticket."""

    ticket_id: int = Field(sa_column=key())
    body_enc: bytes = Field(sa_column=sealed())
    """JSON: {"name", "contact", "phone", "phone_of", "when", "wording"}, each a string or absent."""
