"""Makes outbox rows for tests."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from storage.batch import Batch, flush
from storage.cipher import Cipher

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def promise(
    conn: Connection,
    cipher: Cipher,
    key: str = "c:1",
    *,
    lane: str = "whatsapp",
    words: str = "halo",
    priority: int = 5,
    due_s: float = 0,
    purpose: str = "reply",
    identity_id: int | None = None,
    expires_at: datetime | None = None,
    now: datetime = NOW,
) -> int:
    """Put one message into the outbox and give its id."""
    batch = Batch(cipher, now)
    row_id = batch.add_outbox(
        lane=lane,
        purpose=purpose,
        ordering_key=key,
        dedupe_key="to be set",
        body={"text": words},
        identity_id=identity_id,
        priority=priority,
        due_at=now + timedelta(seconds=due_s),
        expires_at=expires_at,
    )
    batch.outbox[0]["dedupe_key"] = f"test:{row_id}"
    flush(conn, batch)
    return row_id


def status_of(conn: Connection, row_id: int) -> str:
    """Tell where a row stands."""
    status: str = conn.execute(text("SELECT status FROM outbox WHERE id = :id"), {"id": row_id}).scalar_one()
    return status
