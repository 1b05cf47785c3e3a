"""The duty desk's own: officers, their sessions and phones, and where cards stand."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.spelling import key, moment, ref, sealed, unique_bytes


class Officer(SQLModel, table=True):
    """Somebody who may sign in to the duty desk."""

    id: int = Field(sa_column=key())
    login: str = Field(unique=True)
    name_enc: bytes = Field(sa_column=sealed())
    role: str
    """duty or supervisor."""
    roster_order: int = 0
    password_hash: str | None = None
    one_time_hash: bytes | None = Field(default=None, sa_column=unique_bytes(nullable=True))
    one_time_until: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    created_at: datetime = Field(sa_column=moment())
    disabled_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))


class OfficerSession(SQLModel, table=True):
    """A signed-in browser; only the digest of its token is kept."""

    __tablename__ = "officer_session"
    id: int = Field(sa_column=key())
    token_hash: bytes = Field(sa_column=unique_bytes())
    officer_id: int = Field(sa_column=ref(index=True))
    created_at: datetime = Field(sa_column=moment())
    seen_at: datetime = Field(sa_column=moment())
    ended_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))


class OfficerLink(SQLModel, table=True):
    """An officer's own phone or account on a channel; nobody else can act from there."""

    __tablename__ = "officer_link"
    id: int = Field(sa_column=key())
    officer_id: int = Field(sa_column=ref(index=True))
    channel: str
    lookup: bytes = Field(sa_column=unique_bytes())
    address_enc: bytes = Field(sa_column=sealed())
    linked_at: datetime = Field(sa_column=moment())


class OneTimeLink(SQLModel, table=True):
    """A short-lived code that ties a chat to something: kind "officer" (subject: officer) or "ticket"."""

    __tablename__ = "one_time_link"
    id: int = Field(sa_column=key())
    kind: str
    subject_id: int = Field(sa_column=ref())
    digest: bytes = Field(sa_column=unique_bytes())
    until: datetime = Field(sa_column=moment())
    used_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))


class DutyPost(SQLModel, table=True):
    """Where a ticket's card stands at a duty place, so that it can be edited, answered and closed there."""

    __tablename__ = "duty_post"
    __table_args__: ClassVar = (
        UniqueConstraint("ticket_id", "lane", "place"),
        Index("ix_duty_post_message", "lane", "place", "provider_message_id"),
        Index("ix_duty_post_thread", "lane", "place", "thread_id"),
    )
    id: int = Field(sa_column=key())
    ticket_id: int = Field(sa_column=ref())
    lane: str
    place: bytes = Field(sa_column=sealed())
    """Keyed hash of the place's address."""
    provider_message_id: str | None = None
    thread_id: str | None = None
    updated_at: datetime = Field(sa_column=moment())


class ContentTemplate(SQLModel, table=True):
    """A message template that a provider keeps for us, by name, language and content."""

    __tablename__ = "content_template"
    id: int = Field(sa_column=key())
    name: str
    language: str
    digest: str = Field(unique=True)
    sid: str
    approval: str = "unsubmitted"
    created_at: datetime = Field(sa_column=moment())
