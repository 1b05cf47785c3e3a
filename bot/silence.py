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


def on_silence(cipher: Cipher, rules: Rules) -> Callable[[Connection, DueTimer, datetime], None]:
    """Make the handler of silence timers; its subject is the contact."""

    def handle(conn: Connection, timer: DueTimer, now: datetime) -> None:
        found = conversations.load(conn, cipher, [timer.subject_id]).get(timer.subject_id)
        sender = contacts.newest_identity(conn, timer.subject_id)
        if found is None or sender is None:
            return
        state, version = found
        facts = Facts(now=now, zone=rules.zone, code=new_code(), receipt=new_receipt(), promise=rules.promise)
        turn = fall_silent(conversations_of_flows.load(state), facts)
        effects = Effects(Batch(cipher, now), rules)
        for event in turn.events:
            effects.apply(event, sender, sender.channel)
        effects.batch.save_conversation(timer.subject_id, conversations_of_flows.dump(turn.conversation), version + 1)
        batches.flush(conn, effects.batch)

    return handle
