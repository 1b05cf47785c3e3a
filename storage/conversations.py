"""The running conversation of each contact, held for the length of the transaction that reads it."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import from_micros
from storage.shelf import Row, Shelf, marks, run
from storage.tables import Conversation

STATE = "conversation.state_enc"
SHELF = Shelf(
    Conversation,
    "(contact_id) DO UPDATE SET state_enc = excluded.state_enc, version = excluded.version, "
    "updated_at = excluded.updated_at",
)


def load(conn: Connection, cipher: Cipher, contact_ids: Sequence[int]) -> dict[int, tuple[bytes, int]]:
    """Give (state, version) of each contact that has a conversation, and keep other replicas off until the commit."""
    return {
        contact_id: (cipher.open(STATE, contact_id, sealed), version)
        for contact_id, sealed, version in load_sealed(conn, contact_ids)
    }


def load_sealed(conn: Connection, contact_ids: Sequence[int]) -> list[tuple[int, bytes, int]]:
    """Do as `load`; give (contact id, sealed state, version).

    The contact's row is what is locked: it is there even for a contact that has no conversation yet, so two
    replicas cannot both begin one.
    """
    wanted = sorted(set(contact_ids))
    if not wanted:
        return []
    within = marks(len(wanted))
    if conn.dialect.name != "sqlite":
        # a statement of its own: only then does the next one see what the other replica committed meanwhile
        run(conn, f"SELECT id FROM contact WHERE id IN ({within}) ORDER BY id FOR NO KEY UPDATE", wanted)  # noqa: S608 - only ?
    rows = run(conn, f"SELECT contact_id, state_enc, version FROM conversation WHERE contact_id IN ({within})", wanted)  # noqa: S608 - only ?
    return [(cast("int", row[0]), bytes(cast("bytes", row[1])), cast("int", row[2])) for row in rows]


def written_at(conn: Connection, contact_id: int) -> datetime | None:
    """Tell when a contact's conversation last moved; none where there is none."""
    moved = run(conn, "SELECT updated_at FROM conversation WHERE contact_id = ?", (contact_id,)).scalar()
    return None if moved is None else from_micros(cast("int", moved))


def sealed(cipher: Cipher, contact_id: int, state: bytes, version: int, now: datetime) -> Row:
    """Make the row of a conversation."""
    return {
        "contact_id": contact_id,
        "state_enc": cipher.seal(STATE, contact_id, state),
        "version": version,
        "updated_at": now,
    }


def save(conn: Connection, rows: Sequence[Row]) -> None:
    """Write conversations, new and known."""
    SHELF.insert(conn, rows)


def forget(conn: Connection, contact_id: int) -> None:
    """Drop the running conversation of a contact."""
    run(conn, "DELETE FROM conversation WHERE contact_id = ?", (contact_id,))
