"""When a citizen falls silent: what was half told becomes a ticket marked incomplete, and nobody is written to."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot.codes import new_code, new_receipt
from bot.effects import Effects
from bot.rules import Rules
from flows import conversation as conversations_of_flows
from flows.facts import Facts
from flows.turn import fall_silent
from storage import batch as batches
from storage import contacts, conversations
from storage.batch import Batch
from storage.cipher import Cipher
from storage.timers import DueTimer

TIMER = "silence"


def timer_key(contact_id: int) -> str:
    """Name the one silence timer of a contact."""
    return f"{TIMER}:{contact_id}"


def start(batch: Batch, contact_id: int, rules: Rules, *, since: datetime | None = None) -> None:
    """Let the silence of a contact be looked at when it has lasted long enough; set once for a talk, not a message."""
    batch.set_timer(TIMER, contact_id, (since or batch.now) + rules.silence_after, timer_key(contact_id))


def on_silence(cipher: Cipher, rules: Rules) -> Callable[[Connection, DueTimer, datetime], None]:
    """Make the handler of silence timers; its subject is the contact."""

    def handle(conn: Connection, timer: DueTimer, now: datetime) -> None:
        found = conversations.load(conn, cipher, [timer.subject_id]).get(timer.subject_id)
        sender = contacts.newest_identity(conn, timer.subject_id)
        if found is None or sender is None:
            return
        batch = Batch(cipher, now)
        spoke_at = conversations.written_at(conn, timer.subject_id)
        if spoke_at is not None and spoke_at + rules.silence_after > now:
            start(batch, timer.subject_id, rules, since=spoke_at)
            batches.flush(conn, batch)
            return
        state, version = found
        facts = Facts(now=now, zone=rules.zone, code=new_code(), receipt=new_receipt(), promise=rules.promise)
        turn = fall_silent(conversations_of_flows.load(state), facts)
        effects = Effects(batch, rules)
        for event in turn.events:
            effects.apply(event, sender, sender.channel)
        batch.save_conversation(timer.subject_id, conversations_of_flows.dump(turn.conversation), version + 1)
        batches.flush(conn, batch)

    return handle
