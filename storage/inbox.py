"""Every acknowledged message, once: the table that makes a second copy a duplicate."""

from collections.abc import Sequence

from sqlalchemy import Connection

from storage.shelf import Row, Shelf, run_many
from storage.tables import Inbox

BODY = "inbox.body_enc"
_SHELF = Shelf(Inbox, "(channel, provider_id) DO NOTHING")


def take_in(conn: Connection, rows: Sequence[Row]) -> set[tuple[str, str]]:
    """Keep what is new and give its (channel, provider_id); what is not given is a duplicate.

    Two copies in one call count once. Rows go in sorted, so that two replicas wait for each other instead of
    dead-locking.
    """
    ordered = sorted(rows, key=lambda row: (row["channel"], row["provider_id"]))
    found = _SHELF.insert_returning(conn, ordered, "channel, provider_id")
    return {(str(channel), str(provider_id)) for channel, provider_id in found}


def park(conn: Connection, parked: Sequence[tuple[int, str]]) -> None:
    """Mark messages (id, class name of what went wrong) on which the conversation failed."""
    run_many(
        conn,
        "UPDATE inbox SET status = 'parked', error = ? WHERE id = ?",
        [(error, inbox_id) for inbox_id, error in parked],
    )
