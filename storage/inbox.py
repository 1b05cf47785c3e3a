"""Every acknowledged message, once: the table that makes a second copy a duplicate."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.ids import new_id
from storage.shelf import Row, Shelf, marks, run, run_many
from storage.tables import Inbox

BODY = "inbox.body_enc"
NOBODY = 0
"""The contact of what no citizen sent: an officer's act, a notice of the provider, something unreadable."""
_SHELF = Shelf(Inbox, "(channel, provider_id) DO NOTHING")


def take_in(conn: Connection, rows: Sequence[Row]) -> set[int]:
    """Keep what is new and give the ids of its rows; what is not given is a duplicate.

    Two copies in one call count once. Rows go in sorted, so that two replicas wait for each other instead of
    dead-locking.
    """
    return _SHELF.insert_new(conn, sorted(rows, key=lambda row: (row["channel"], row["provider_id"])))


def record(  # noqa: PLR0913 - what, from where, when, what became of it
    conn: Connection,
    cipher: Cipher,
    channel: str,
    provider_id: str,
    body: Mapping[str, object],
    *,
    now: datetime,
    status: str = "done",
    error: str | None = None,
) -> bool:
    """Keep an event that belongs to no citizen's conversation; false where it is a second copy."""
    inbox_id = new_id()
    row: Row = {
        "id": inbox_id,
        "channel": channel,
        "provider_id": provider_id,
        "contact_id": NOBODY,
        "body_enc": cipher.seal_json(BODY, inbox_id, body),
        "received_at": now,
        "status": status,
        "error": error,
    }
    return bool(take_in(conn, [row]))


def known(conn: Connection, channel: str, provider_ids: Sequence[str]) -> set[str]:
    """Give those of a provider's ids that were taken in already."""
    found: set[str] = set()
    for start in range(0, len(provider_ids), 500):
        some = provider_ids[start : start + 500]
        rows = run(
            conn,
            f"SELECT provider_id FROM inbox WHERE channel = ? AND provider_id IN ({marks(len(some))})",  # noqa: S608 - only ?
            (channel, *some),
        )
        found |= {str(provider_id) for (provider_id,) in rows}
    return found


def park(conn: Connection, parked: Sequence[tuple[int, str]]) -> None:
    """Mark messages (id, class name of what went wrong) on which the conversation failed."""
    run_many(
        conn,
        "UPDATE inbox SET status = 'parked', error = ? WHERE id = ?",
        [(error, inbox_id) for inbox_id, error in parked],
    )
