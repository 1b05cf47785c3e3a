"""The escalation ladder: a ticket that nobody takes climbs the roster, then the supervisors, then is breached.

Filing calls the first of the roster (`first_call`). Each time the ladder's timer fires and the ticket still stands
unconfirmed, the next person is called at every duty place; when nobody is left, the ticket is marked as breached and
the citizen is told the truth. A confirmed ticket stops it all (`stop`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot import sms_notice
from bot.duty_places import targets
from bot.officers import Role, roster
from bot.priorities import ALERT_PRIORITY
from bot.rules import Rules
from flows.labels import Urgency
from flows.ticket import State
from storage import desk_ticket, officers
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.ids import new_id
from storage.officers import OfficerRow
from storage.tickets import TicketRow

TIMER: Final = "ladder"


def places(*, has_phones: bool = False, has_group: bool = False) -> tuple[str, ...]:
    """List the lanes of the duty places that are set up; the desk always is.

    Args:
        has_phones: Duty phones are named and WhatsApp is connected.
        has_group: A duty group is named and Telegram is connected.
    """
    return ("desk", *(["whatsapp"] if has_phones else []), *(["telegram"] if has_group else []))


@dataclass(frozen=True, slots=True)
class Ladder:
    """What climbing needs to know. `breach_text` gives the citizen's line in their language."""

    cipher: Cipher
    rules: Rules
    breach_text: Callable[[str], str]


def wait_of(urgency: str, rules: Rules) -> timedelta:
    """Say how long each step waits for somebody."""
    return rules.emergency_after if urgency == Urgency.EMERGENCY else rules.other_after


def timer_key(ticket_id: int) -> str:
    """Give the one key of a ticket's ladder timer."""
    return f"{TIMER}:{ticket_id}"


def start(batch: Batch, ticket_id: int, urgency: str, rules: Rules) -> None:
    """Set the ladder for a ticket that was just filed, or whose urgency just changed."""
    batch.set_timer(TIMER, ticket_id, batch.now + wait_of(urgency, rules), timer_key(ticket_id))


def stop(batch: Batch, ticket_id: int) -> None:
    """Take the ladder away: somebody took the ticket."""
    batch.cancel_timer(timer_key(ticket_id))


def next_called(everyone: Sequence[OfficerRow], step: int) -> OfficerRow | None:
    """Say who is called at a step, 0 being the call at filing; none where nobody is left.

    Duty officers stand before supervisors, each group by its place on the roster.
    """
    line = roster(everyone)
    return line[step] if step < len(line) else None


def climb(conn: Connection, ticket_id: int, now: datetime, ladder: Ladder) -> str:
    """Fire the ladder's timer for a ticket, inside the caller's transaction.

    Returns:
        "climbed", "breached", or "" where there was nothing to do.
    """
    ticket = desk_ticket.hold_by_id(conn, ticket_id)
    if ticket is None or ticket.state != State.NEW or ticket.breached_at is not None:
        return ""
    batch = Batch(ladder.cipher, now)
    step = ticket.ladder_step + 1
    called = next_called(officers.everyone(conn, ladder.cipher), step)
    if called is None:
        _breach(conn, batch, ticket, ladder)
    else:
        _call(batch, ticket, step, called, ladder)
    flush(conn, batch)
    return "breached" if called is None else "climbed"


def _call(batch: Batch, ticket: TicketRow, step: int, called: OfficerRow, ladder: Ladder) -> None:
    role = "supervisor" if called.role == Role.SUPERVISOR else "officer"
    batch.change_ticket(ticket.id, ladder_step=step)
    batch.add_event(ticket.id, "hotline", "climbed", note=called.name)
    batch.add_audit("hotline", "ticket.climbed", f"ticket:{ticket.id}", f"step {step}, {role} {called.id}")
    words = f"Laporan {ticket.code} belum diterima {_minutes(ticket, batch.now)} menit. Giliran {called.name}."
    _alert(batch, ticket, ladder, f"climb-{step}", words)
    start(batch, ticket.id, ticket.urgency, ladder.rules)


def _breach(conn: Connection, batch: Batch, ticket: TicketRow, ladder: Ladder) -> None:
    batch.change_ticket(ticket.id, breached_at=batch.now)
    batch.add_event(ticket.id, "hotline", "breached")
    batch.add_audit("hotline", "ticket.breached", f"ticket:{ticket.id}", f"after step {ticket.ladder_step}")
    words = f"Laporan {ticket.code} belum diterima {_minutes(ticket, batch.now)} menit. Semua petugas sudah dipanggil."
    _alert(batch, ticket, ladder, "breach", words)
    _tell_citizen(conn, batch, ticket, ladder)


def _alert(batch: Batch, ticket: TicketRow, ladder: Ladder, event: str, words: str) -> None:
    for place in targets(ladder.rules):
        batch.add_outbox(
            lane=place.lane,
            purpose="alert",
            ordering_key=f"duty:{place.key}:{ticket.id}",
            # a reopened urgency may climb the same step again, and that alert must not be taken for the first
            dedupe_key=f"{event}:{ticket.id}:{place.key}:{new_id()}",
            body={"code": ticket.code, "text": words, **place.where},
            ticket_id=ticket.id,
            priority=ALERT_PRIORITY,
        )


def _tell_citizen(conn: Connection, batch: Batch, ticket: TicketRow, ladder: Ladder) -> None:
    """Say truthfully that nobody took it, to those who agreed to be written to; others are told when they ask."""
    target = desk_ticket.reply_target(conn, ticket.id)
    if target is None or target.is_blocked or not ticket.may_contact:
        return
    text = ladder.breach_text(target.language)
    outbox_id = batch.add_outbox(
        lane=target.lane,
        purpose="notice",
        ordering_key=f"to:{target.identity_id}",
        dedupe_key=f"breach-notice:{ticket.id}",
        body={"text": text, "choices": [], "prompt": ""},
        contact_id=target.contact_id,
        identity_id=target.identity_id,
        ticket_id=ticket.id,
    )
    batch.add_message(target.contact_id, "hotline", "text", {"text": text}, ticket_id=ticket.id, outbox_id=outbox_id)
    sms_notice.watch(batch, outbox_id, ladder.rules)


def _minutes(ticket: TicketRow, now: datetime) -> int:
    return int((now - ticket.filed_at).total_seconds() // 60)
