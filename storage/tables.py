"""The tables, in three parts that never mix: visible metadata, story, and identity; beside them the engine's own.

Every `*_enc` column holds what storage/cipher.py sealed, bound to its table, column and row. No other column may
hold what a citizen wrote, a name, a number or an address.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.columns import Id, UtcTime


def _id() -> Column[int]:
    return Column(Id, primary_key=True, autoincrement=False)


def _ref(*, index: bool = False, nullable: bool = False) -> Column[int]:
    return Column(Id, index=index, nullable=nullable)


def _at(*, nullable: bool = False) -> Column[datetime]:
    return Column(UtcTime, nullable=nullable)


def _known(name: str, *columns: str) -> Index:
    """An index that leaves out rows whose first column is empty: most are, and each would cost a write."""
    there = text(f"{columns[0]} IS NOT NULL")
    return Index(name, *columns, sqlite_where=there, postgresql_where=there)


def _sealed(*, nullable: bool = False) -> Column[bytes]:
    return Column(LargeBinary, nullable=nullable)


# --- visible metadata: what the public face may see at any time (listed in the README) ---


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
    id: int = Field(sa_column=_id())
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
    owner_id: int | None = Field(default=None, sa_column=_ref(nullable=True))
    receipt_lookup: bytes | None = Field(default=None, sa_column=Column(LargeBinary, unique=True, nullable=True))
    filed_at: datetime = Field(sa_column=_at())
    updated_at: datetime = Field(sa_column=_at())
    departure_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    confirmed_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    breached_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    closed_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    waiting_since: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    """Since when the citizen's newest message stands unanswered; none while nothing waits."""


class TicketEvent(SQLModel, table=True):
    """History of a ticket, append-only: who did what, when and why."""

    __tablename__ = "ticket_event"
    id: int = Field(sa_column=_id())
    ticket_id: int = Field(sa_column=_ref(index=True))
    at: datetime = Field(sa_column=_at())
    actor: str
    """ "citizen", "hotline", or "officer:<id>"."""
    kind: str
    """ "filed", "updated", "moved", "note", "reply", "evidence", "climbed", "breached", "withdrawn", "viewed" ..."""
    from_state: str | None = None
    to_state: str | None = None
    note_enc: bytes | None = Field(default=None, sa_column=_sealed(nullable=True))


# --- story: what was told ---


class Report(SQLModel, table=True):
    """The facts of a ticket as told, with where each came from."""

    ticket_id: int = Field(sa_column=_id())
    facts_enc: bytes = Field(sa_column=_sealed())
    """JSON: {"facts": {id: {"value", "from", "words", "was"}}, "signals": [{"name", "words"}]}."""
    updated_at: datetime = Field(sa_column=_at())


class Message(SQLModel, table=True):
    """The transcript: every message in and out, also before a ticket exists."""

    __table_args__: ClassVar = (
        Index("ix_message_contact", "contact_id", "id"),
        _known("ix_message_ticket", "ticket_id", "id"),
    )
    id: int = Field(sa_column=_id())
    contact_id: int = Field(sa_column=_ref())
    ticket_id: int | None = Field(default=None, sa_column=_ref(nullable=True))
    at: datetime = Field(sa_column=_at())
    speaker: str
    """ "citizen", "hotline" or "officer"."""
    officer_id: int | None = Field(default=None, sa_column=_ref(nullable=True))
    kind: str
    body_enc: bytes = Field(sa_column=_sealed())
    """JSON: {"text", "choice", "location": [lat, lon, label], "contact": [name, phones], "choices": [titles]}."""
    outbox_id: int | None = Field(default=None, sa_column=_ref(nullable=True))


class Media(SQLModel, table=True):
    """A file that a citizen sent: the sealed original lies in the evidence folder under its id."""

    id: int = Field(sa_column=_id())
    contact_id: int = Field(sa_column=_ref(index=True))
    ticket_id: int | None = Field(default=None, sa_column=_ref(index=True, nullable=True))
    message_id: int | None = Field(default=None, sa_column=_ref(index=True, nullable=True))
    at: datetime = Field(sa_column=_at())
    kind: str
    mime: str
    size_bytes: int = Field(sa_column=_ref())
    sha256: str
    origin: str
    """The channel it came by."""
    refusal: str = ""
    fetch_state: str = "stored"
    """stored, pending (still at the provider), or gone."""
    source_enc: bytes | None = Field(default=None, sa_column=_sealed(nullable=True))
    """Where the provider keeps it, as JSON, until it is fetched."""


# --- identity: who told it ---


class Contact(SQLModel, table=True):
    """A person as far as the hotline may know: one or more identities on channels, never merged by guess."""

    id: int = Field(sa_column=_id())
    language: str = "id"
    created_at: datetime = Field(sa_column=_at())


class Identity(SQLModel, table=True):
    """One address on one channel. The address is sealed; `lookup` is its keyed hash."""

    id: int = Field(sa_column=_id())
    contact_id: int = Field(sa_column=_ref(index=True))
    channel: str
    lookup: bytes = Field(sa_column=Column(LargeBinary, unique=True, nullable=False))
    address_enc: bytes = Field(sa_column=_sealed())
    created_at: datetime = Field(sa_column=_at())
    blocked_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    window_until: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    """Until when WhatsApp lets us write freely: 24 hours after the newest message; none on other channels."""


class TicketContact(SQLModel, table=True):
    """Which contacts speak for a ticket: who filed it, and who joined with its receipt. The newest gets replies."""

    __tablename__ = "ticket_contact"
    ticket_id: int = Field(sa_column=_id())
    contact_id: int = Field(sa_column=Column(Id, primary_key=True, autoincrement=False, index=True))
    identity_id: int = Field(sa_column=_ref())
    joined_at: datetime = Field(sa_column=_at())


class Reporter(SQLModel, table=True):
    """What the reporter chose to tell of themselves for one ticket."""

    ticket_id: int = Field(sa_column=_id())
    body_enc: bytes = Field(sa_column=_sealed())
    """JSON: {"name", "contact", "when", "wording"}, each a string or absent."""


# --- the engine's own ---


class Inbox(SQLModel, table=True):
    """Every message that was acknowledged, once. `status`: done, or parked where the conversation failed on it."""

    __table_args__: ClassVar = (UniqueConstraint("channel", "provider_id"),)
    id: int = Field(sa_column=_id())
    channel: str
    provider_id: str
    contact_id: int = Field(sa_column=_ref(index=True))
    body_enc: bytes = Field(sa_column=_sealed())
    received_at: datetime = Field(sa_column=_at())
    status: str = "done"
    error: str | None = None
    """The class name of what went wrong, never its words."""
    provider_message_id: str | None = None
    """The message's own id in its chat, where the channel needs it to delete or quote."""


class Conversation(SQLModel, table=True):
    """The running conversation of a contact."""

    contact_id: int = Field(sa_column=_id())
    state_enc: bytes = Field(sa_column=_sealed())
    version: int = 1
    updated_at: datetime = Field(sa_column=_at())


_UNSENT = "status IN ('ready', 'claimed')"


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
        _known("ix_outbox_ticket", "ticket_id"),
        _known("ix_outbox_provider", "provider_message_id"),
    )
    id: int = Field(sa_column=_id())
    lane: str
    """The channel that carries it: web, terminal, whatsapp, telegram, sms, desk."""
    purpose: str
    """reply (the bot), officer_reply, notice (unasked), alert (to officers), card (a ticket to a duty place)."""
    priority: int = 5
    ordering_key: str
    dedupe_key: str = Field(unique=True)
    contact_id: int | None = Field(default=None, sa_column=_ref(nullable=True))
    identity_id: int | None = Field(default=None, sa_column=_ref(nullable=True))
    ticket_id: int | None = Field(default=None, sa_column=_ref(nullable=True))
    body_enc: bytes = Field(sa_column=_sealed())
    """JSON: {"text", "choices": [{"id", "title"}], "prompt": id} for citizens; places have their own."""
    status: str = "ready"
    due_at: datetime = Field(sa_column=_at())
    expires_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    lease_until: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    owner: str | None = None
    attempts: int = 0
    uncertain: int = 0
    """How many sends ended without anybody knowing whether the provider took them."""
    provider_message_id: str | None = None
    last_error: str | None = None
    created_at: datetime = Field(sa_column=_at())
    sent_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    read_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    delivery: str | None = None
    """What the provider said later: sent, delivered, read or failed."""
    delivery_error: str | None = None
    """The provider's code of a failure; its words are ours (bot/)."""


class DeliveryReport(SQLModel, table=True):
    """A provider's word on a message that we do not know yet: it may come before the send has returned."""

    __tablename__ = "delivery_report"
    provider_message_id: str = Field(primary_key=True)
    delivery: str
    delivery_error: str | None = None
    at: datetime = Field(sa_column=_at())


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
    id: int = Field(sa_column=_id())
    kind: str
    subject_id: int = Field(sa_column=_ref(index=True))
    due_at: datetime = Field(sa_column=_at())
    dedupe_key: str = Field(unique=True)
    """One timer a key: setting it again moves it."""
    status: str = "waiting"
    failures: int = 0


class Audit(SQLModel, table=True):
    """Who did what to which row: append-only, each row chained to the one before it."""

    id: int = Field(sa_column=_id())
    at: datetime = Field(sa_column=_at())
    actor: str
    action: str
    subject: str
    detail: str = ""
    """Words of our own code only, never what people wrote."""
    previous: bytes = Field(sa_column=_sealed())
    digest: bytes = Field(sa_column=_sealed())


class AuditHead(SQLModel, table=True):
    """The newest link of the audit chain, in one row that writers lock."""

    __tablename__ = "audit_head"
    id: int = Field(sa_column=_id())
    audit_id: int = Field(sa_column=_ref())
    digest: bytes = Field(sa_column=_sealed())


class Officer(SQLModel, table=True):
    """Somebody who may sign in to the duty desk."""

    id: int = Field(sa_column=_id())
    login: str = Field(unique=True)
    name_enc: bytes = Field(sa_column=_sealed())
    role: str
    """duty or supervisor."""
    roster_order: int = 0
    password_hash: str | None = None
    one_time_hash: bytes | None = Field(default=None, sa_column=Column(LargeBinary, unique=True, nullable=True))
    one_time_until: datetime | None = Field(default=None, sa_column=_at(nullable=True))
    created_at: datetime = Field(sa_column=_at())
    disabled_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))


class OfficerSession(SQLModel, table=True):
    """A signed-in browser; only the digest of its token is kept."""

    __tablename__ = "officer_session"
    id: int = Field(sa_column=_id())
    token_hash: bytes = Field(sa_column=Column(LargeBinary, unique=True, nullable=False))
    officer_id: int = Field(sa_column=_ref(index=True))
    created_at: datetime = Field(sa_column=_at())
    seen_at: datetime = Field(sa_column=_at())
    ended_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))


class OfficerLink(SQLModel, table=True):
    """An officer's own phone or account on a channel; nobody else can act from there."""

    __tablename__ = "officer_link"
    id: int = Field(sa_column=_id())
    officer_id: int = Field(sa_column=_ref(index=True))
    channel: str
    lookup: bytes = Field(sa_column=Column(LargeBinary, unique=True, nullable=False))
    address_enc: bytes = Field(sa_column=_sealed())
    linked_at: datetime = Field(sa_column=_at())


class OneTimeLink(SQLModel, table=True):
    """A short-lived code that ties a chat to something: kind "officer" (subject: officer) or "ticket"."""

    __tablename__ = "one_time_link"
    id: int = Field(sa_column=_id())
    kind: str
    subject_id: int = Field(sa_column=_ref())
    digest: bytes = Field(sa_column=Column(LargeBinary, unique=True, nullable=False))
    until: datetime = Field(sa_column=_at())
    used_at: datetime | None = Field(default=None, sa_column=_at(nullable=True))


class DutyPost(SQLModel, table=True):
    """Where a ticket's card stands at a duty place, so that it can be edited, answered and closed there."""

    __tablename__ = "duty_post"
    __table_args__: ClassVar = (
        UniqueConstraint("ticket_id", "lane", "place"),
        Index("ix_duty_post_message", "lane", "place", "provider_message_id"),
        Index("ix_duty_post_thread", "lane", "place", "thread_id"),
    )
    id: int = Field(sa_column=_id())
    ticket_id: int = Field(sa_column=_ref())
    lane: str
    place: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """Keyed hash of the place's address."""
    provider_message_id: str | None = None
    thread_id: str | None = None
    updated_at: datetime = Field(sa_column=_at())


class ContentTemplate(SQLModel, table=True):
    """A message template that a provider keeps for us, by name, language and content."""

    __tablename__ = "content_template"
    id: int = Field(sa_column=_id())
    name: str
    language: str
    digest: str = Field(unique=True)
    sid: str
    approval: str = "unsubmitted"
    created_at: datetime = Field(sa_column=_at())


class Throttle(SQLModel, table=True):
    """How often something was tried in a window, for example wrong receipts from one contact."""

    key: str = Field(primary_key=True)
    count: int = 0
    since: datetime = Field(sa_column=_at())


class Deployment(SQLModel, table=True):
    """What holds for the whole deployment, for example the digest of the keys that belong to this database."""

    name: str = Field(primary_key=True)
    value: bytes = Field(sa_column=_sealed())
