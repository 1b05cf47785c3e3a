"""The list of placement companies in its editions, and what the hotline remembers around checks.

Company names are public, so an edition's rows stand in clear; who asked for a name never does.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.tables.spelling import key, moment, ref, sealed

_WATCHED = "ended_at IS NULL"


class RegistryEdition(SQLModel, table=True):
    """One import of the list. `state`: draft (uploaded, not yet believed), current (one at most), past."""

    __tablename__ = "registry_edition"
    id: int = Field(sa_column=key())
    state: str
    source: str
    as_of: str
    """The day it speaks for, as an ISO date."""
    rows: int
    checksum: str
    imported_by: str
    """ "officer:<id>", "command", or "first start"."""
    imported_at: datetime = Field(sa_column=moment())
    invented: bool = False
    agencies: bytes = Field(sa_column=sealed())
    """The rows as compressed JSON; public data, not sealed."""


class RegistryEvent(SQLModel, table=True):
    """A dated act upon a licence (suspended, lifted, revoked, reinstated); it outlives every edition."""

    __tablename__ = "registry_event"
    __table_args__: ClassVar = (UniqueConstraint("name_key", "day", "kind"),)
    id: int = Field(sa_column=key())
    name_key: str
    name: str
    day: str
    kind: str
    source: str
    """The letter or news it rests on."""
    recorded_by: str
    recorded_at: datetime = Field(sa_column=moment())


class Watch(SQLModel, table=True):
    """A family's wish to be told when a name's standing on the list changes."""

    __table_args__: ClassVar = (
        UniqueConstraint("contact_id", "lookup"),
        Index("ix_watch_open", "contact_id", sqlite_where=text(_WATCHED), postgresql_where=text(_WATCHED)),
    )
    id: int = Field(sa_column=key())
    contact_id: int = Field(sa_column=ref())
    identity_id: int = Field(sa_column=ref())
    lookup: bytes = Field(sa_column=sealed())
    """Keyed hash of the name."""
    name_enc: bytes = Field(sa_column=sealed())
    standing: str
    """The verdict that was told last."""
    has_news: bool = False
    since: datetime = Field(sa_column=moment())
    ended_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))


class CheckCount(SQLModel, table=True):
    """How many checks of a day ended in a verdict; nothing here tells who asked or for whom."""

    __tablename__ = "check_count"
    day: str = Field(primary_key=True)
    verdict: str = Field(primary_key=True)
    count: int = 0


class CheckMark(SQLModel, table=True):
    """How many checks of a day asked for one name, phone or account, under its keyed hash, by verdict.

    Nothing here tells who asked; rows are forgotten after thirty days.
    """

    __tablename__ = "check_mark"
    __table_args__: ClassVar = (Index("ix_check_mark_day", "day"),)
    lookup: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    day: str = Field(primary_key=True)
    verdict: str = Field(primary_key=True)
    count: int = 0


class TicketLink(SQLModel, table=True):
    """A keyed hash of a name, phone or account that a ticket carries, by which tickets find each other."""

    __tablename__ = "ticket_link"
    __table_args__: ClassVar = (Index("ix_ticket_link_lookup", "lookup"),)
    ticket_id: int = Field(sa_column=key())
    lookup: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    kind: str
    """ "name", "person", "phone" or "account"."""
