"""Files that were told of but still lie at their provider: where, and what became of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage import contacts
from storage.cipher import Cipher
from storage.columns import from_micros
from storage.shelf import run

SOURCE = "media.source_enc"
STORED, PENDING, GONE = "stored", "pending", "gone"


@dataclass(frozen=True, slots=True)
class Pending:
    """A file to fetch: what it was said to be, who sent it, and where the provider keeps it."""

    media_id: int
    contact_id: int
    ticket_id: int | None
    kind: str
    mime: str
    origin: str
    address: str
    where: dict[str, object]
    at: datetime


def find(conn: Connection, cipher: Cipher, media_id: int) -> Pending | None:
    """Give a file that is still to be fetched; none where it was fetched, given up or erased."""
    row = run(
        conn,
        "SELECT m.contact_id, m.ticket_id, m.kind, m.mime, m.origin, m.source_enc, m.at, i.id, i.address_enc "
        "FROM media m JOIN identity i ON i.contact_id = m.contact_id AND i.channel = m.origin "
        "WHERE m.id = ? AND m.fetch_state = 'pending' ORDER BY i.id DESC LIMIT 1",
        (media_id,),
    ).first()
    if row is None or row[5] is None:
        return None
    address = cipher.open(contacts.ADDRESS, cast("int", row[7]), bytes(cast("bytes", row[8])))
    return Pending(
        media_id=media_id,
        contact_id=cast("int", row[0]),
        ticket_id=cast("int | None", row[1]),
        kind=cast("str", row[2]),
        mime=cast("str", row[3]),
        origin=cast("str", row[4]),
        address=address.decode(),
        where=cipher.open_json(SOURCE, media_id, bytes(cast("bytes", row[5]))),
        at=from_micros(cast("int", row[6])),
    )


def settle(  # noqa: PLR0913 - one argument a column
    conn: Connection, media_id: int, *, state: str, mime: str, size_bytes: int, sha256: str, refusal: str
) -> int | None:
    """Write down what became of a file; give the ticket it belongs to by now, if any."""
    row = run(
        conn,
        "UPDATE media SET fetch_state = ?, mime = ?, size_bytes = ?, sha256 = ?, refusal = ?, source_enc = NULL "
        "WHERE id = ? AND fetch_state = 'pending' RETURNING ticket_id",
        (state, mime, size_bytes, sha256, refusal, media_id),
    ).first()
    return None if row is None else cast("int | None", row[0])


def is_there(conn: Connection, media_id: int) -> bool:
    """Say whether a row still tells of this file: its sender may have had it removed meanwhile."""
    return run(conn, "SELECT 1 FROM media WHERE id = ?", (media_id,)).first() is not None
