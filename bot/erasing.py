"""Removing a chat from screens and providers, where they let us: promised with the erasing of our own copy."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from storage import contacts, traces
from storage.batch import Batch, flush
from storage.cipher import Cipher

LANES: Final = frozenset({"telegram", "whatsapp"})
"""Channels that let us remove what was said: from both screens on Telegram, from the provider's own log on WhatsApp."""
ERASE: Final = "erase"


def promise(  # noqa: PLR0913, PLR0917 - whose chat, up to where, in which words
    conn: Connection, cipher: Cipher, contact_id: int, upto_id: int, language: str, now: datetime
) -> None:
    """Promise to delete what this contact's chat shows up to now; call it before our own copy is erased.

    The ids must stand in the promise, for the rows that know them are about to go.
    """
    sender = contacts.newest_identity(conn, contact_id)
    if sender is None or sender.channel not in LANES:
        return
    found = traces.provider_messages(conn, contact_id, sender.channel, upto_id)
    shown = [[one, int(at.timestamp())] for ids, at in found for one in ids.split(",")]
    if not shown:
        return
    batch = Batch(cipher, now)
    batch.add_outbox(
        lane=sender.channel,
        purpose=ERASE,
        ordering_key=f"to:{sender.identity_id}",
        dedupe_key=f"{ERASE}:{sender.identity_id}:{upto_id}",
        body={"messages": shown, "language": language},
        contact_id=contact_id,
        identity_id=sender.identity_id,
    )
    flush(conn, batch)
