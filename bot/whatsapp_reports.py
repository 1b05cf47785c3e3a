"""Takes in what Twilio says later about our messages: the best report holds, and a failure has consequences."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot import sms_notice, whatsapp_knock
from bot.twilio_parts import LEFT
from bot.twilio_status import Remedy, StatusReport, better, remedy_of, whole_of
from storage import contacts, deliveries, message_parts, outbox, touched
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.deliveries import Early, Sent
from storage.message_parts import Part

LANES: Final = ("whatsapp", sms_notice.LANE)
_ON_DUTY: Final = frozenset({"card", "alert"})
_EARLY_KEPT: Final = timedelta(days=2)

Consequence = Callable[[Connection, Cipher, Sent, datetime], bool]
"""Does what a failure asks for; true where the row is under way again, so that nobody needs to be told."""


def note(conn: Connection, cipher: Cipher, report: StatusReport, now: datetime) -> None:
    """Take one report in; reports may come in any order, twice, and before the send has returned."""
    sent = next((one for lane in LANES if (one := deliveries.by_sid(conn, cipher, lane, report.sid))), None)
    if sent is None:
        known = deliveries.early(conn, report.sid)
        if better(known.delivery if known else None, report.delivery):
            deliveries.keep_early(conn, Early(report.sid, report.delivery, report.error), now)
        return
    part = message_parts.at(conn, report.sid)
    if not better(part.delivery if part else sent.delivery, report.delivery):
        return
    whole = _with_part(conn, part, report.delivery) if part else report.delivery
    if whole == report.delivery or whole not in {"", "failed"}:
        deliveries.mark(conn, sent.id, whole, report.error, now)
    if report.delivery == "failed":
        _fail(conn, cipher, sent, report.error, now)
    if sent.ticket_id is not None:
        touched.note(conn, "desk")


def _with_part(conn: Connection, part: Part, delivery: str) -> str:
    message_parts.mark(conn, part, delivery)
    return whole_of([one.delivery for one in message_parts.of_row(conn, part.outbox_id)])


def settle_early(conn: Connection, cipher: Cipher, now: datetime) -> None:
    """Take in the reports whose messages have become known since, and forget those that never will."""
    for told in deliveries.take_ripe(conn):
        note(conn, cipher, StatusReport(told.sid, told.delivery, told.error), now)
    deliveries.forget_early(conn, now - _EARLY_KEPT)


def _fail(conn: Connection, cipher: Cipher, sent: Sent, code: str, now: datetime) -> None:
    remedy = remedy_of(code) if code else None
    consequence = _CONSEQUENCES.get(remedy) if remedy is not None else None
    if consequence is not None and consequence(conn, cipher, sent, now):
        return
    _tell_duty(conn, cipher, sent, code, now)


def _knock(conn: Connection, cipher: Cipher, sent: Sent, now: datetime) -> bool:
    """The window was closed after all: the words wait, and a neutral template asks; a duty phone gets its own."""
    if sent.purpose in _ON_DUTY:
        return _call_again(conn, cipher, sent, now)
    if sent.identity_id is None or sent.contact_id is None or sent.purpose == whatsapp_knock.PURPOSE:
        return False
    deliveries.close_window(conn, sent.identity_id, now)
    _keep_what_is_left(conn, cipher, sent)
    deliveries.hold_back(conn, sent.id, "window_closed")
    who = (sent.contact_id, sent.identity_id, sent.ticket_id)
    whatsapp_knock.promise(conn, cipher, who, sent.purpose, now)
    return True


def _call_again(conn: Connection, cipher: Cipher, sent: Sent, now: datetime) -> bool:
    phone = contacts.find(conn, cipher, "whatsapp", str(sent.body.get("to", "")))
    if phone is None or sent.attempts >= outbox.MOST_ATTEMPTS:
        return False
    deliveries.close_window(conn, phone.identity_id, now)
    deliveries.set_back(conn, sent.id, now, sent.lane)
    return True


def _again_later(conn: Connection, cipher: Cipher, sent: Sent, now: datetime) -> bool:
    if sent.attempts >= outbox.MOST_ATTEMPTS:
        return False
    _keep_what_is_left(conn, cipher, sent)
    deliveries.set_back(conn, sent.id, now + timedelta(seconds=outbox.backoff_s(sent.attempts)), sent.lane)
    return True


def _keep_what_is_left(conn: Connection, cipher: Cipher, sent: Sent) -> None:
    """Let a message that went out in parts be said again only as far as it has failed."""
    left = [one.place for one in message_parts.of_row(conn, sent.id) if one.delivery == "failed"]
    if left:
        deliveries.rewrite(conn, cipher, sent.id, {**sent.body, LEFT: left})


def _again_as_plain_text(conn: Connection, cipher: Cipher, sent: Sent, now: datetime) -> bool:
    if sent.body.get("plain") or not sent.body.get("choices"):
        return False
    deliveries.rewrite(conn, cipher, sent.id, {**sent.body, "plain": True})
    deliveries.set_back(conn, sent.id, now, sent.lane)
    return True


def _shut(conn: Connection, cipher: Cipher, sent: Sent, now: datetime) -> bool:
    del cipher
    if sent.identity_id is not None:
        contacts.block(conn, sent.identity_id, now)
    return False


_CONSEQUENCES: Final[dict[Remedy, Consequence]] = {
    Remedy.TEMPLATE: _knock,
    Remedy.BACK_OFF: _again_later,
    Remedy.PLAIN: _again_as_plain_text,
    Remedy.UNREACHABLE: _shut,
    Remedy.STOPPED: _shut,
}


def _tell_duty(conn: Connection, cipher: Cipher, sent: Sent, code: str, now: datetime) -> None:
    """Put it on the ticket and before the desk; a word to a citizen without a ticket is nobody's work."""
    if sent.ticket_id is None:
        return
    reason, key = f"code_{code}" if code else "unknown", f"alert:failed:{sent.id}:{sent.attempts}"
    if deliveries.is_promised(conn, key):
        return  # another part of the same message has said it
    batch = Batch(cipher, now)
    batch.add_event(sent.ticket_id, "hotline", "undelivered", note=f"{sent.lane}: {reason}")
    batch.add_outbox(
        lane="desk",
        purpose="alert",
        ordering_key="duty:desk",
        dedupe_key=key,
        body={"kind": "dead", "lane": sent.lane, "reason": reason},
        ticket_id=sent.ticket_id,
        priority=0,
    )
    sms_notice.look_now(batch, sent.id)
    batch.add_audit("hotline", "outbox.failed", f"outbox:{sent.id}", reason)
    flush(conn, batch)
