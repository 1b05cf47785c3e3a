"""What lies ready for a citizen who reads by coming for it: the web chat and the terminal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import from_micros, to_micros
from storage.outbox import BODY
from storage.shelf import marks, run


@dataclass(frozen=True, slots=True)
class Letter:
    """One message in a mailbox. `id` grows; in JSON give it as text, it is larger than a browser's numbers."""

    id: int
    purpose: str
    body: dict[str, object]
    created_at: datetime
    is_read: bool


def since(  # noqa: PLR0913 - where from, whose, how much
    conn: Connection, cipher: Cipher, identity_id: int, after_id: int = 0, *, unread: bool = False, limit: int = 200
) -> list[Letter]:
    """Give what was delivered to an identity after `after_id`, oldest first; with `unread` only what nobody has read.

    There may be more than `limit`: ask again with the last id.
    """
    rows = run(
        conn,
        "SELECT id, purpose, body_enc, created_at, read_at FROM outbox WHERE identity_id = ? AND id > ? "  # noqa: S608 - our own words
        f"AND status = 'sent' {'AND read_at IS NULL ' if unread else ''}ORDER BY id LIMIT ?",
        (identity_id, after_id, limit),
    )
    return [_letter(cipher, row) for row in rows]


def mark_read(conn: Connection, identity_id: int, letter_ids: Sequence[int], now: datetime) -> None:
    """Remember that letters were shown to their reader; ids of other identities are left alone."""
    if not letter_ids:
        return
    run(
        conn,
        "UPDATE outbox SET read_at = ? WHERE identity_id = ? AND read_at IS NULL "  # noqa: S608 - only ?
        f"AND id IN ({marks(len(letter_ids))})",
        (to_micros(now), identity_id, *letter_ids),
    )


def _letter(cipher: Cipher, row: Sequence[object]) -> Letter:
    row_id = cast("int", row[0])
    return Letter(
        id=row_id,
        purpose=cast("str", row[1]),
        body=cipher.open_json(BODY, row_id, bytes(cast("bytes", row[2]))),
        created_at=from_micros(cast("int", row[3])),
        is_read=row[4] is not None,
    )
