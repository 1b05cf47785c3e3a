"""Turns the events of a turn into rows: tickets, history, timers, cards and alerts for the duty places."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot import ladder
from bot.check_effects import CheckEffects
from bot.duty_places import targets
from bot.letters import fact_body
from bot.priorities import ALERT_PRIORITY, CARD_PRIORITY
from bot.rules import Rules
from flows.events import (
    Added,
    Checked,
    Draft,
    Event,
    Filed,
    Joined,
    NewsRead,
    OfficerCalled,
    RepliesRead,
    TracesDeleted,
    Updated,
    Watched,
    WatchesEnded,
    Withdrawn,
    WrongReceipt,
)
from flows.labels import Category, Language, Urgency
from flows.ticket import State, TicketKind, TicketView
from storage.batch import Batch
from storage.contacts import Sender
from storage.ids import new_id


@dataclass(slots=True)
class Effects:
    """What the messages of one group bring about, gathered for one transaction.

    `tickets` knows the tickets of this group's contacts by code, those filed a moment ago included.
    """

    batch: Batch
    rules: Rules
    tickets: dict[str, TicketView] = field(default_factory=dict)
    read_replies: list[int] = field(default_factory=list)
    """Ticket ids whose waiting replies were shown."""
    wrong_receipts: list[int] = field(default_factory=list)
    """Contact ids that tried a receipt which does not exist."""
    languages: dict[int, Language] = field(default_factory=dict)
    """What each contact of this group speaks now."""
    new_languages: set[int] = field(default_factory=set)
    """Contact ids whose kept language is another one."""
    changed: dict[int, str] = field(default_factory=dict)
    """Code by id of the tickets that look otherwise now."""
    checks: CheckEffects = field(default_factory=CheckEffects)
    traces: list[int] = field(default_factory=list)
    """Contact ids whose chat is to be removed."""

    def apply(self, event: Event, sender: Sender, channel: str) -> None:  # noqa: C901 - one flat table of events
        """Gather the rows of one event."""
        match event:
            case Filed():
                self._file(event, sender, channel)
            case Updated():
                self._update(event)
            case Added():
                self._add(event)
            case OfficerCalled(code, is_danger):
                self._call(self.tickets[code], is_danger=is_danger)
            case Withdrawn(code):
                self._withdraw(self.tickets[code])
            case Joined(code):
                self._join(self.tickets[code], sender)
            case RepliesRead(code):
                self.read_replies.append(self.tickets[code].id)
            case WrongReceipt():
                self.wrong_receipts.append(sender.contact_id)
            case Checked() | Watched() | WatchesEnded() | NewsRead():
                self.checks.events.append((event, sender))
            case TracesDeleted():
                self.traces.append(sender.contact_id)

    def _file(self, event: Filed, sender: Sender, channel: str) -> None:
        batch, draft = self.batch, event.draft
        ticket_id = new_id()
        batch.tickets.append(
            {
                "id": ticket_id,
                "code": event.code,
                "kind": event.kind.value,
                "state": State.NEW.value,
                "channel": channel,
                "is_incomplete": event.is_incomplete,
                "receipt_lookup": batch.cipher.receipt_lookup(event.receipt) if event.receipt else None,
                "filed_at": batch.now,
                "updated_at": batch.now,
                **_visible(draft),
            }
        )
        batch.join_ticket(ticket_id, sender.contact_id, sender.identity_id)
        self._tell_story(ticket_id, draft)
        batch.attach_story(sender.contact_id, ticket_id)
        batch.add_event(ticket_id, "citizen", "filed", to_state=State.NEW.value)
        batch.add_audit("hotline", "ticket.filed", f"ticket:{ticket_id}", event.kind.value)
        ladder.start(batch, ticket_id, draft.urgency.value, self.rules)
        self._send_to_places("card", ticket_id, event.code, priority=CARD_PRIORITY)
        self.tickets[event.code] = TicketView(
            ticket_id, event.code, event.kind, State.NEW, batch.now, is_incomplete=event.is_incomplete,
            may_contact=draft.may_contact,
        )  # fmt: skip

    def _update(self, event: Updated) -> None:
        batch, ticket = self.batch, self.tickets[event.code]
        self.changed[ticket.id] = ticket.code
        changes: dict[str, object] = dict(_visible(event.draft))
        if ticket.kind is TicketKind.CALL:
            changes["kind"] = TicketKind.REPORT.value  # its caller tells now what the call was for
        if event.receipt:
            changes["receipt_lookup"] = batch.cipher.receipt_lookup(event.receipt)
        if event.is_finished:
            changes["is_incomplete"] = False
            batch.add_event(ticket.id, "citizen", "completed")
            self.tickets[event.code] = replace(ticket, is_incomplete=False, may_contact=event.draft.may_contact)
        batch.change_ticket(ticket.id, **changes)
        self._tell_story(ticket.id, event.draft)

    def _add(self, event: Added) -> None:
        batch, ticket, told = self.batch, self.tickets[event.code], event.told
        self.changed[ticket.id] = ticket.code
        wishes = {"may_contact": event.may_contact, "is_anonymous": event.is_anonymous}
        day = {"departure_at": told.departure_at}
        known = {name: value for name, value in (wishes | day).items() if value is not None}
        batch.change_ticket(ticket.id, waiting_since=batch.now, **known)
        if told.category is not Category.NONE or told.area_code:
            batch.now_known.append((ticket.id, told.category.value, told.area_code))
        if told.urgency is Urgency.HIGH and ticket.state is State.NEW:
            batch.raised.append(ticket.id)
        self.checks.note_ticket(ticket.id, told.facts)
        batch.add_event(ticket.id, "citizen", "added")

    def _call(self, ticket: TicketView, *, is_danger: bool) -> None:
        batch = self.batch
        self.changed[ticket.id] = ticket.code
        changes: dict[str, object] = {"waiting_since": batch.now}
        if is_danger:
            changes["urgency"] = Urgency.EMERGENCY.value
            if ticket.state is State.NEW:
                ladder.start(batch, ticket.id, Urgency.EMERGENCY.value, self.rules)
        batch.change_ticket(ticket.id, **changes)
        batch.add_event(ticket.id, "citizen", "danger" if is_danger else "called")
        batch.add_audit("hotline", "officer.called", f"ticket:{ticket.id}", "danger" if is_danger else "talk")
        self._send_to_places("alert", ticket.id, ticket.code, priority=ALERT_PRIORITY)

    def _withdraw(self, ticket: TicketView) -> None:
        self.changed[ticket.id] = ticket.code
        self.batch.change_ticket(ticket.id, waiting_since=self.batch.now)
        self.batch.add_event(ticket.id, "citizen", "withdrawn")
        self.batch.add_audit("hotline", "ticket.withdrawn", f"ticket:{ticket.id}")

    def _join(self, ticket: TicketView, sender: Sender) -> None:
        self.batch.join_ticket(ticket.id, sender.contact_id, sender.identity_id)
        self.batch.add_event(ticket.id, "citizen", "joined")
        self.batch.add_audit("hotline", "ticket.joined", f"ticket:{ticket.id}")

    def _tell_story(self, ticket_id: int, draft: Draft) -> None:
        self.checks.note_ticket(ticket_id, draft.facts)
        self.batch.put_report(
            ticket_id,
            {
                "facts": {key: fact_body(answer) for key, answer in draft.facts.items()},
                "signals": [{"name": signal.name, "words": signal.words} for signal in draft.signals],
            },
        )
        self.batch.put_reporter(ticket_id, dict(draft.reporter))

    def _send_to_places(self, purpose: str, ticket_id: int, code: str, *, priority: int) -> None:
        for place in targets(self.rules):
            # an alert may come more than once for a ticket, a card only once
            once = f"{purpose}:{ticket_id}:{place.key}"
            self.batch.add_outbox(
                lane=place.lane,
                purpose=purpose,
                ordering_key=f"duty:{place.key}:{ticket_id}",
                dedupe_key=once if purpose == "card" else f"{once}:{new_id()}",
                body={"code": code, **place.where},
                ticket_id=ticket_id,
                priority=priority,
            )


def _visible(draft: Draft) -> Mapping[str, object]:
    return {
        "urgency": draft.urgency.value,
        "category": draft.category.value,
        "area_code": draft.area_code,
        "is_anonymous": draft.is_anonymous,
        "names_official": draft.names_official,
        "may_contact": draft.may_contact,
        "departure_at": draft.departure_at,
    }
