"""The engine's own: what came in, what is running, what is to go out, and the proof of who did what."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.tables.spelling import key, known, moment, ref, sealed

_UNSENT = "status IN ('ready', 'claimed')"
_CLAIMED = "status = 'claimed'"
_ASIDE = "status IN ('dead', 'held')"


class Inbox(SQLModel, table=True):
    """Every message that was acknowledged, once. `status`: done, or parked where the conversation failed on it."""

    __table_args__: ClassVar = (UniqueConstraint("channel", "provider_id"),)
    id: int = Field(sa_column=key())
    channel: str
    provider_id: str
    contact_id: int = Field(sa_column=ref(index=True))
    body_enc: bytes = Field(sa_column=sealed())
    received_at: datetime = Field(sa_column=moment())
    status: str = "done"
    error: str | None = None
    """The class name of what went wrong, never its words."""
    provider_message_id: str | None = None
    """The message's own id in its chat, where the channel needs it to delete or quote."""


class Conversation(SQLModel, table=True):
    """The running conversation of a contact."""

    contact_id: int = Field(sa_column=key())
    state_enc: bytes = Field(sa_column=sealed())
    version: int = 1
    updated_at: datetime = Field(sa_column=moment())


class Outbox(SQLModel, table=True):
    """What was promised to be sent. `status`: ready claimed sent dead held (until the citizen writes) cancelled."""

    __table_args__: ClassVar = (
        Index(
            "ix_outbox_ready",
            "lane",
            "priority",
            "due_at",
            "id",
            sqlite_where=text("status = 'ready'"),
            postgresql_where=text("status = 'ready'"),
        ),
        Index("ix_outbox_order", "ordering_key", "id", sqlite_where=text(_UNSENT), postgresql_where=text(_UNSENT)),
        Index("ix_outbox_mailbox", "identity_id", "id"),
        Index("ix_outbox_lease", "lease_until", sqlite_where=text(_CLAIMED), postgresql_where=text(_CLAIMED)),
        Index("ix_outbox_aside", "status", "lane", sqlite_where=text(_ASIDE), postgresql_where=text(_ASIDE)),
        known("ix_outbox_ticket", "ticket_id"),
        known("ix_outbox_provider", "provider_message_id"),
    )
    id: int = Field(sa_column=key())
    lane: str
    """The channel that carries it: web, terminal, whatsapp, telegram, sms, desk."""
    purpose: str
    """reply (the bot), officer_reply, notice (unasked), alert (to officers), card (a ticket to a duty place)."""
    priority: int = 5
    ordering_key: str
    dedupe_key: str = Field(unique=True)
    contact_id: int | None = Field(default=None, sa_column=ref(nullable=True))
    identity_id: int | None = Field(default=None, sa_column=ref(nullable=True))
    ticket_id: int | None = Field(default=None, sa_column=ref(nullable=True))
    body_enc: bytes = Field(sa_column=sealed())
    """JSON: {"text", "choices": [{"id", "title"}], "prompt": id} for citizens; places have their own."""
    status: str = "ready"
    due_at: datetime = Field(sa_column=moment())
    expires_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    lease_until: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    owner: str | None = None
    attempts: int = 0
    uncertain: int = 0
    """How many sends ended without anybody knowing whether the provider took them."""
    provider_message_id: str | None = None
    last_error: str | None = None
    created_at: datetime = Field(sa_column=moment())
    sent_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    read_at: datetime | None = Field(default=None, sa_column=moment(nullable=True))
    delivery: str | None = None
    """What the provider said later: sent, delivered, read or failed."""
    delivery_error: str | None = None
    """The provider's code of a failure; its words are ours (bot/)."""


class OutboxPart(SQLModel, table=True):
    """One part of a message that was too long for one; whole messages have none."""

    __tablename__ = "outbox_part"
    outbox_id: int = Field(sa_column=key())
    place: int = Field(primary_key=True)
    provider_message_id: str = Field(index=True)
    delivery: str | None = None


class DeliveryReport(SQLModel, table=True):
    """A provider's word on a message that we do not know yet: it may come before the send has returned."""

    __tablename__ = "delivery_report"
    provider_message_id: str = Field(primary_key=True)
    delivery: str
    delivery_error: str | None = None
    at: datetime = Field(sa_column=moment())


class Timer(SQLModel, table=True):
    """Something that is due later: silence, ladder ... Firing is one transaction.

    `status`: waiting, fired, cancelled, or failed where its handler raised too often.
    """

    __table_args__: ClassVar = (
        Index(
            "ix_timer_due",
            "due_at",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
    )
    id: int = Field(sa_column=key())
    kind: str
    subject_id: int = Field(sa_column=ref(index=True))
    due_at: datetime = Field(sa_column=moment())
    dedupe_key: str = Field(unique=True)
    """One timer a key: setting it again moves it."""
    status: str = "waiting"
    failures: int = 0


class Audit(SQLModel, table=True):
    """Who did what to which row: append-only, each row chained to the one before it."""

    id: int = Field(sa_column=key())
    at: datetime = Field(sa_column=moment())
    actor: str
    action: str
    subject: str
    detail: str = ""
    """Words of our own code only, never what people wrote."""
    previous: bytes = Field(sa_column=sealed())
    digest: bytes = Field(sa_column=sealed())


class AuditHead(SQLModel, table=True):
    """The newest link of the audit chain, in one row that writers lock."""

    __tablename__ = "audit_head"
    id: int = Field(sa_column=key())
    audit_id: int = Field(sa_column=ref())
    digest: bytes = Field(sa_column=sealed())


class Throttle(SQLModel, table=True):
    """How often something was tried in a window, for example wrong receipts from one contact."""

    key: str = Field(primary_key=True)
    count: int = 0
    since: datetime = Field(sa_column=moment())


class Deployment(SQLModel, table=True):
    """What holds for the whole deployment, for example the digest of the keys that belong to this database."""

    name: str = Field(primary_key=True)
    value: bytes = Field(sa_column=sealed())
