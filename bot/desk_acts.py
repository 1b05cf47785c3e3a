"""What each act of an officer does to the ticket in hand: its state, its history, and for an answer the message.

Each raises MoveNotAllowed where the state forbids it, beside what bot/desk.py names for it.
"""

from bot import ladder
from bot.desk_hand import Hand, MoveNotAllowed, NobodyToAnswer, NothingSaid, owner_of
from bot.desk_page import PUSH_LANES
from bot.priorities import OFFICER_REPLY_PRIORITY
from bot.rules import Rules
from flows.ticket import Outcome, State
from storage import desk_ticket, outbox
from storage.desk_ticket import ReplyTarget


def confirm(hand: Hand) -> None:
    """Take a new ticket; the ladder stops."""
    hand.move(State.CONFIRMED, confirmed_at=hand.batch.now, owner_id=hand.officer.id)
    ladder.stop(hand.batch, hand.ticket.id)


def reply(hand: Hand, text: str, *, wait: bool) -> None:
    """Answer the citizen; an unconfirmed ticket is confirmed with it."""
    if hand.state is State.CLOSED:
        raise MoveNotAllowed
    target = desk_ticket.reply_target(hand.conn, hand.ticket.id)
    if target is None:
        raise NobodyToAnswer
    if hand.state is State.NEW:
        confirm(hand)
    _send(hand, target, text)
    hand.record("reply")
    hand.change(waiting_since=None, owner_id=owner_of(hand))
    following = _state_after_reply(hand.state, wait=wait)
    if following is not hand.state:
        hand.move(following)


def _state_after_reply(state: State, *, wait: bool) -> State:
    if wait:
        return State.WAITING_REPORTER
    # a referred ticket stays with its agency, whatever is said to the citizen meanwhile
    return state if state is State.REFERRED else State.IN_PROGRESS


def _send(hand: Hand, target: ReplyTarget, text: str) -> None:
    is_unwanted = target.lane in PUSH_LANES and not hand.ticket.may_contact
    message_id = hand.batch.add_message(
        target.contact_id,
        "officer",
        "text",
        {"text": text},
        ticket_id=hand.ticket.id,
        officer_id=hand.officer.id,
    )
    outbox_id = hand.batch.add_outbox(
        lane=target.lane,
        purpose="officer_reply",
        ordering_key=f"to:{target.identity_id}",
        dedupe_key=f"officer_reply:{message_id}",
        body={"text": text, "choices": [], "prompt": ""},
        contact_id=target.contact_id,
        identity_id=target.identity_id,
        ticket_id=hand.ticket.id,
        priority=OFFICER_REPLY_PRIORITY,
        # a message on a lock screen that nobody agreed to can cost a victim more than a late answer
        status="held" if is_unwanted or target.is_blocked else "ready",
    )
    hand.batch.messages[-1]["outbox_id"] = outbox_id


def move(hand: Hand, to: State, why: str) -> None:
    """Move a ticket by hand."""
    hand.move(to, why=why, owner_id=owner_of(hand))


def take(hand: Hand) -> None:
    """Take a ticket over from whoever held it."""
    if hand.state in {State.NEW, State.CLOSED}:
        raise MoveNotAllowed
    hand.change(owner_id=hand.officer.id)
    hand.record("taken")


def settle(hand: Hand) -> None:
    """Say that the citizen's newest words need no answer."""
    if hand.state is State.NEW or hand.ticket.waiting_since is None:
        raise MoveNotAllowed
    hand.change(waiting_since=None)
    hand.record("settled")


def resend(hand: Hand, outbox_id: int) -> None:
    """Try a message once more that could not be delivered."""
    # a held one waits for its citizen's leave, which an officer cannot give
    is_dead = desk_ticket.is_dead_letter(hand.conn, hand.ticket.id, outbox_id)
    if not is_dead or not outbox.requeue(hand.conn, outbox_id, hand.batch.now):
        raise NothingSaid
    hand.record("resent")


def refer(hand: Hand, agency: str, why: str) -> None:
    """Hand a ticket on to an agency, also from one to another."""
    details = {"agency": agency}
    if hand.state is State.REFERRED:
        hand.change(referred_to=agency)
        hand.record("amended", why=why, details=details)
    else:
        hand.move(State.REFERRED, why=why, details=details, referred_to=agency, owner_id=owner_of(hand))


def amend(hand: Hand, wanted: dict[str, str | None], why: str, rules: Rules) -> None:
    """Correct what the hotline read."""
    before = {"urgency": hand.ticket.urgency, "category": hand.ticket.category, "area_code": hand.ticket.area_code}
    changed = {key: value for key, value in wanted.items() if value != before[key]}
    if not changed:
        raise NothingSaid
    hand.change(**changed)
    hand.record("amended", why=why, details={key: f"{before[key] or '-'}>{changed[key] or '-'}" for key in changed})
    if "urgency" in changed and hand.state is State.NEW:
        ladder.start(hand.batch, hand.ticket.id, str(changed["urgency"]), rules)


def close(hand: Hand, outcome: Outcome, why: str) -> None:
    """Close a ticket with its outcome."""
    hand.move(
        State.CLOSED,
        why=why,
        details={"outcome": outcome.value},
        outcome=outcome.value,
        closed_at=hand.batch.now,
        waiting_since=None,
        owner_id=owner_of(hand),
    )


def reopen(hand: Hand, why: str) -> None:
    """Open a closed ticket again."""
    if hand.state is not State.CLOSED:
        raise MoveNotAllowed
    hand.move(State.IN_PROGRESS, why=why, outcome=None, closed_at=None, owner_id=hand.officer.id)
