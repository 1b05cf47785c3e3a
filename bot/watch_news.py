"""The notice to somebody who watches a name: that there is news, and neither which name nor what."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from storage import contacts
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.ids import new_id
from storage.watches import NOTICE, WatchRow


def tell_of(conn: Connection, cipher: Cipher, watch: WatchRow, notice: Callable[[str], str], now: datetime) -> None:
    """Promise the notice to the chat that the contact used last; a contact that blocked us is left alone."""
    sender = contacts.newest_identity(conn, watch.contact_id)
    if sender is None or sender.is_blocked:
        return
    batch = Batch(cipher, now)
    body = {"text": notice(sender.language), "choices": [], "prompt": ""}
    outbox_id = batch.add_outbox(
        lane=sender.channel,
        purpose="notice",
        ordering_key=f"to:{sender.identity_id}",
        dedupe_key=f"{NOTICE}:{watch.id}:{new_id()}",
        body=body,
        contact_id=sender.contact_id,
        identity_id=sender.identity_id,
    )
    batch.add_message(sender.contact_id, "hotline", "text", body, outbox_id=outbox_id)
    flush(conn, batch)
