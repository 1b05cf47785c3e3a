"""Watched names: which contact wants to be told when a name's standing on the list changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import to_micros
from storage.ids import new_id
from storage.registry import strict_key
from storage.shelf import Shelf, marks, run
from storage.tables import Watch

NOTICE = "watch"
"""How the key of a notice's outbox row begins."""
_NAME = "watch.name_enc"
_WATCHES = Shelf(
    Watch,
    "(contact_id, lookup) DO UPDATE SET ended_at = NULL, has_news = excluded.has_news, standing = excluded.standing, "
    "identity_id = excluded.identity_id, since = excluded.since",
)
_COLUMNS = "w.id, w.contact_id, w.identity_id, w.name_enc, w.standing, w.has_news"


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One open watch."""

    id: int
    contact_id: int
    identity_id: int
    name: str
    standing: str
    has_news: bool


def keep(conn: Connection, cipher: Cipher, row: WatchRow, now: datetime) -> None:
    """Begin a watch, or begin again one that was ended; `row.id` is filled here."""
    watch_id = new_id()
    _WATCHES.insert(
        conn,
        [
            {
                "id": watch_id,
                "contact_id": row.contact_id,
                "identity_id": row.identity_id,
                "lookup": cipher.lookup("watch", strict_key(row.name)),
                "name_enc": cipher.seal(_NAME, watch_id, row.name.encode()),
                "standing": row.standing,
                "since": now,
            }
        ],
    )


def of_contacts(conn: Connection, cipher: Cipher, contact_ids: Sequence[int]) -> dict[int, list[WatchRow]]:
    """Give the open watches of each contact; contacts without any are left out."""
    wanted = sorted(set(contact_ids))
    found: dict[int, list[WatchRow]] = {}
    if wanted:
        rows = run(
            conn,
            f"SELECT {_COLUMNS} FROM watch w WHERE w.ended_at IS NULL "  # noqa: S608 - our own names
            f"AND w.contact_id IN ({marks(len(wanted))}) ORDER BY w.id",
            wanted,
        )
        for row in rows:
            found.setdefault(cast("int", row[1]), []).append(_row(cipher, row))
    return found


def everyone(conn: Connection, cipher: Cipher) -> list[WatchRow]:
    """Give every open watch."""
    rows = run(conn, f"SELECT {_COLUMNS} FROM watch w WHERE w.ended_at IS NULL ORDER BY w.id")  # noqa: S608 - our own names
    return [_row(cipher, row) for row in rows]


def note_change(conn: Connection, watch: WatchRow, standing: str) -> bool:
    """Note that a name stands otherwise now; false where that was noted before, or the watch has ended."""
    found = run(
        conn,
        "UPDATE watch SET standing = ?, has_news = ? WHERE id = ? AND standing = ? AND ended_at IS NULL RETURNING id",
        (standing, True, watch.id, watch.standing),
    )
    return found.first() is not None


def note_read(conn: Connection, contact_id: int) -> None:
    """Note that a contact was told what changed."""
    _take_back_notices(conn, contact_id)
    run(conn, "UPDATE watch SET has_news = ? WHERE contact_id = ? AND ended_at IS NULL", (False, contact_id))


def end(conn: Connection, contact_id: int, now: datetime) -> None:
    """End every watch of a contact; a notice that still waits is not said any more."""
    _take_back_notices(conn, contact_id)
    run(conn, "UPDATE watch SET ended_at = ? WHERE contact_id = ? AND ended_at IS NULL", (to_micros(now), contact_id))


def forget(conn: Connection, contact_id: int) -> None:
    """Remove every watch of a contact, ended ones too: they asked to have their traces deleted."""
    run(conn, "DELETE FROM watch WHERE contact_id = ?", (contact_id,))


def _take_back_notices(conn: Connection, contact_id: int) -> None:
    # outside WhatsApp's 24 hours a notice waits until its reader writes, and they may write because they know it
    run(
        conn,
        "UPDATE outbox SET status = 'cancelled' WHERE contact_id = ? AND purpose = 'notice' "
        "AND dedupe_key LIKE ? AND status IN ('ready', 'held')",
        (contact_id, f"{NOTICE}:%"),
    )


def _row(cipher: Cipher, row: Sequence[object]) -> WatchRow:
    watch_id, contact_id, identity_id, sealed, standing, has_news = row
    name = cipher.open(_NAME, cast("int", watch_id), bytes(cast("bytes", sealed))).decode()
    return WatchRow(
        cast("int", watch_id),
        cast("int", contact_id),
        cast("int", identity_id),
        name,
        str(standing),
        bool(has_news),
    )
