"""A neutral SMS where words for a citizen lie unread or do not arrive: that there is news, and nothing else.

It goes out only where the operator has set a sender, to people who agreed to be contacted, at the phone they gave for
it or the one they write from on WhatsApp; once a day at most, and never to whoever shut us out.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from bot.rules import Rules
from bot.twilio_parse import PHONE
from bot.twilio_status import Remedy, remedy_of
from flows.labels import Language
from flows.understanding.phones import to_e164
from storage import contacts, deliveries, desk_ticket, fates, tickets
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.fates import Fate
from storage.outbox import MAILBOX_LANES
from storage.timers import DueTimer

LANE: Final = "sms"
TIMER: Final = "sms"
WORDS: Mapping[str, str] = MappingProxyType(
    {
        Language.INDONESIAN: "Halo, ada kabar baru untuk Anda. Buka lagi chat yang tadi kalau sudah aman.",
        Language.ENGLISH: "Hello, there is news for you. Open the earlier chat again when it is safe.",
    }
)
"""Shown on a lock screen that somebody else may see: no name, no office, no matter, no link, nothing to answer."""
# who has the chat before them reads sooner, and who sees it on WhatsApp needs no SMS
FIRST_LOOK: Final = timedelta(minutes=10)
# a phone without data may come back to it; later than this the news is better known to be waiting
_PATIENCE: Final = timedelta(hours=2)
_ARRIVED: Final = frozenset({"delivered", "read"})
_ANY_TIME: Final = frozenset({"", "any"})


class Standing(StrEnum):
    """How it stands with a message."""

    HAS_IT = "has_it"
    UNDER_WAY = "under_way"
    LOST = "lost"
    UNWANTED = "unwanted"
    """The citizen shut us out, or the words wait for their leave: an SMS would be one more knock at a shut door."""


def watch(batch: Batch, outbox_id: int, rules: Rules) -> None:
    """Look after a message to a citizen: where it has not reached them in a while, an SMS says that there is news."""
    if rules.has_sms:
        batch.set_timer(TIMER, outbox_id, batch.now + FIRST_LOOK, timer_key(outbox_id))


def look_now(batch: Batch, outbox_id: int) -> None:
    """Look at a message that is known to have failed."""
    batch.set_timer(TIMER, outbox_id, batch.now, timer_key(outbox_id))


def timer_key(outbox_id: int) -> str:
    """Give the one key of a message's timer."""
    return f"{TIMER}:{outbox_id}"


def on_timer(cipher: Cipher, rules: Rules) -> Callable[[Connection, DueTimer, datetime], None]:
    """Give what the clockwork does when it is time to look at a message."""

    def look(conn: Connection, timer: DueTimer, now: datetime) -> None:
        fate = fates.of(conn, timer.subject_id) if rules.has_sms else None
        if fate is None:
            return
        how = standing(fate, fates.newest_failure(conn, fate.identity_id), now)
        batch = Batch(cipher, now)
        if how is Standing.UNDER_WAY:
            watch(batch, timer.subject_id, rules)
        elif how is Standing.LOST:
            _promise(conn, batch, fate)
        flush(conn, batch)

    return look


def standing(fate: Fate, newest_failure: str, now: datetime) -> Standing:
    """Judge whether its citizen has a message.

    Args:
        fate: What became of it.
        newest_failure: Why the last message to the same address failed that did.
        now: This moment.
    """
    if fate.is_read or fate.delivery in _ARRIVED or fate.status == "cancelled":
        return Standing.HAS_IT
    if fate.lane == LANE:
        return Standing.UNWANTED  # no SMS about an SMS
    if fate.lane in MAILBOX_LANES:
        return Standing.LOST
    reason = fate.reason or (newest_failure if fate.status == "held" else "")
    if reason == "blocked" or remedy_of(reason) is Remedy.STOPPED:
        return Standing.UNWANTED
    if fate.status == "dead" or fate.delivery == "failed":
        return Standing.LOST
    if fate.status == "held":
        # set aside for an address that is not on WhatsApp; else a knock is out, and is looked after by itself
        return Standing.LOST if remedy_of(reason) is Remedy.UNREACHABLE else Standing.UNWANTED
    if fate.status == "sent" and fate.lane != "whatsapp":
        return Standing.HAS_IT  # elsewhere nobody tells more than that
    return Standing.UNDER_WAY if now - fate.created_at < _PATIENCE else Standing.LOST


def _promise(conn: Connection, batch: Batch, fate: Fate) -> None:
    ticket = tickets.by_ids(conn, [fate.ticket_id]).get(fate.ticket_id)
    phone = _phone(conn, batch.cipher, fate) if ticket is not None and ticket.may_contact else ""
    if not phone:
        return
    lookup = contacts.lookup_of(batch.cipher, LANE, phone)
    receiver = contacts.find_or_make(conn, batch.cipher, [(LANE, lookup, phone)], batch.now)[lookup]
    key = f"{LANE}:{receiver.identity_id}:{batch.now:%Y%m%d}"
    if receiver.is_blocked or deliveries.is_promised(conn, key):
        return
    text = WORDS[_language(conn, fate)]
    outbox_id = batch.add_outbox(
        lane=LANE,
        purpose="notice",
        ordering_key=f"to:{receiver.identity_id}",
        dedupe_key=key,
        body={"text": text, "choices": [], "prompt": ""},
        contact_id=receiver.contact_id,
        identity_id=receiver.identity_id,
        ticket_id=fate.ticket_id,
        expires_at=batch.now + timedelta(hours=12),
    )
    # in the transcript the desk shows how far it got
    said = {"text": f"SMS: {text}"}
    batch.add_message(fate.contact_id, "hotline", "text", said, ticket_id=fate.ticket_id, outbox_id=outbox_id)
    batch.add_event(fate.ticket_id, "hotline", "texted")


def _phone(conn: Connection, cipher: Cipher, fate: Fate) -> str:
    """Give the reporter's phone that an SMS may go to; "" where none was given, or only for certain hours."""
    told = desk_ticket.reporter(conn, cipher, fate.ticket_id)
    if str(told.get("when") or "") not in _ANY_TIME:
        return ""
    if told.get("contact") == "phone" and told.get("phone") and not told.get("phone_of"):
        return to_e164(str(told["phone"])) or ""
    if fate.lane != "whatsapp":
        return ""
    address = contacts.address_of(conn, cipher, fate.identity_id)
    return address if PHONE.fullmatch(address) else ""


def _language(conn: Connection, fate: Fate) -> str:
    newest = contacts.newest_identity(conn, fate.contact_id)
    return newest.language if newest is not None and newest.language in WORDS else Language.INDONESIAN
