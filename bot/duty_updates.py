"""Keeps cards at duty places true: whatever changes a ticket, wherever, promises a new look of its card."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from bot.priorities import CARD_PRIORITY
from bot.rules import Rules
from storage import outbox
from storage.batch import Batch
from storage.ids import new_id

EDITED: Final = frozenset({"telegram"})
"""Places whose cards can be edited where they stand; elsewhere a card says what it said."""


def note(conn: Connection, batch: Batch, changed: Mapping[int, str], rules: Rules) -> None:
    """Promise a new look of these tickets' cards (code by id), once for all changes that have not been shown yet."""
    fresh = {row["id"] for row in batch.tickets}
    for lane in EDITED.intersection(rules.places):
        for ticket_id, code in changed.items():
            if ticket_id in fresh or outbox.waits(conn, lane, "card", ticket_id):
                continue
            batch.add_outbox(
                lane=lane,
                purpose="card",
                ordering_key=f"duty:{lane}:{ticket_id}",
                dedupe_key=f"card:{ticket_id}:{lane}:{new_id()}",
                body={"code": code, "edit": True},
                ticket_id=ticket_id,
                priority=CARD_PRIORITY,
            )
