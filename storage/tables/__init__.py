"""The tables, in three parts that never mix: visible metadata, story, and identity; beside them the engine's own.

Every `*_enc` column holds what storage/cipher.py sealed, bound to its table, column and row. No other column may
hold what a citizen wrote, a name, a number or an address.
"""

from storage.tables.duty import ContentTemplate, DutyPost, Officer, OfficerLink, OfficerSession, OneTimeLink
from storage.tables.engine import (
    Audit,
    AuditHead,
    Conversation,
    DeliveryReport,
    Deployment,
    Inbox,
    Outbox,
    OutboxPart,
    Throttle,
    Timer,
)
from storage.tables.identity import Contact, Identity, Reporter, TicketContact
from storage.tables.registry import CheckCount, CheckMark, RegistryEdition, RegistryEvent, TicketLink, Watch
from storage.tables.story import Media, Message, Report
from storage.tables.visible import Ticket, TicketEvent

__all__ = (
    "Audit",
    "AuditHead",
    "CheckCount",
    "CheckMark",
    "Contact",
    "ContentTemplate",
    "Conversation",
    "DeliveryReport",
    "Deployment",
    "DutyPost",
    "Identity",
    "Inbox",
    "Media",
    "Message",
    "Officer",
    "OfficerLink",
    "OfficerSession",
    "OneTimeLink",
    "Outbox",
    "OutboxPart",
    "RegistryEdition",
    "RegistryEvent",
    "Report",
    "Reporter",
    "Throttle",
    "Ticket",
    "TicketContact",
    "TicketEvent",
    "TicketLink",
    "Timer",
    "Watch",
)
