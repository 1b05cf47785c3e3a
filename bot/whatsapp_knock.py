"""Knocking: outside WhatsApp's 24 hours the words wait, and one neutral template asks whether they may come."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from storage import contacts, deliveries
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.outbox import Claimed

PURPOSE: Final = "knock"
LANE: Final = "whatsapp"
_NAMES: Final = {"officer_reply": "pertanyaan", "notice": "kabar", "reply": "jawaban"}


def on_held(conn: Connection, cipher: Cipher, row: Claimed, now: datetime) -> None:
    """Knock for a row that delivery has just set aside."""
    if row.lane == LANE and row.identity_id is not None and row.contact_id is not None:
        promise(conn, cipher, (row.contact_id, row.identity_id, row.ticket_id), row.purpose, now)


def promise(conn: Connection, cipher: Cipher, who: tuple[int, int, int | None], purpose: str, now: datetime) -> None:
    """Promise one knock a day, however much waits: (contact, identity, ticket) and what waits there."""
    contact_id, identity_id, ticket_id = who
    key = f"{PURPOSE}:{identity_id}:{now:%Y%m%d}"
    if purpose == PURPOSE or deliveries.is_promised(conn, key):
        return
    newest = contacts.newest_identity(conn, contact_id)
    batch = Batch(cipher, now)
    batch.add_outbox(
        lane=LANE,
        purpose=PURPOSE,
        ordering_key=f"{PURPOSE}:{identity_id}",
        dedupe_key=key,
        body={"template": _NAMES.get(purpose, "kabar"), "language": newest.language if newest else "id"},
        contact_id=contact_id,
        identity_id=identity_id,
        ticket_id=ticket_id,
    )
    if ticket_id is not None:
        batch.add_event(ticket_id, "hotline", "knocked")
    flush(conn, batch)
