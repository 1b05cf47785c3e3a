"""The audit log: append-only rows, each carrying the keyed digest of itself and the row before it."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import to_micros
from storage.ids import new_id
from storage.shelf import Row, Shelf, run
from storage.tables import Audit

_SHELF = Shelf(Audit)
_HEAD_ID = 1
_GENESIS = bytes(32)


def entry(actor: str, action: str, subject: str, detail: str, at: datetime) -> Row:
    """Make one audit row: who did what to which row. `detail` holds words of our own code only."""
    return {"at": at, "actor": actor, "action": action, "subject": subject, "detail": detail}


def append(conn: Connection, cipher: Cipher, entries: Sequence[Row]) -> None:
    """Add rows to the chain. Holds the chain's head until the commit, so call it last in a transaction."""
    if not entries:
        return
    last_id, digest = _locked_head(conn)
    rows: list[Row] = []
    for one in entries:
        # ids are made under the lock: the chain's order is the order of ids, on two replicas as well
        last_id = max(new_id(), last_id + 1)
        previous, digest = digest, _digest(cipher, digest, last_id, one)
        rows.append({**one, "id": last_id, "previous": previous, "digest": digest})
    _SHELF.insert(conn, rows)
    run(conn, "UPDATE audit_head SET audit_id = ?, digest = ? WHERE id = ?", (last_id, digest, _HEAD_ID))


def verify(conn: Connection, cipher: Cipher) -> int | None:
    """Walk the whole chain.

    Returns:
        None when it holds; else the id of the first row that was changed, or whose forerunner is gone, or the id
        the head remembers when the newest rows were cut off.
    """
    previous, last_id = _GENESIS, 0
    for row in _walk(conn):
        row_id = cast("int", row["id"])
        expected = _digest(cipher, previous, row_id, row)
        if row["previous"] != previous or row["digest"] != expected:
            return row_id
        previous, last_id = expected, row_id
    head = run(conn, "SELECT audit_id, digest FROM audit_head WHERE id = ?", (_HEAD_ID,)).first()
    head_id, head_digest = (0, _GENESIS) if head is None else (cast("int", head[0]), bytes(cast("bytes", head[1])))
    return None if (head_id, head_digest) == (last_id, previous) else head_id or last_id


def head(conn: Connection) -> tuple[int, str]:
    """Give the newest row's id and digest in hex, for keeping a copy somewhere else."""
    found = run(conn, "SELECT audit_id, digest FROM audit_head WHERE id = ?", (_HEAD_ID,)).first()
    return (0, "") if found is None else (cast("int", found[0]), bytes(cast("bytes", found[1])).hex())


def _walk(conn: Connection) -> Iterator[Row]:
    for values in run(conn, f"SELECT {', '.join(_SHELF.columns)} FROM audit ORDER BY id"):  # noqa: S608 - our own names
        yield _SHELF.read(values)


def _locked_head(conn: Connection) -> tuple[int, bytes]:
    lock = "" if conn.dialect.name == "sqlite" else " FOR UPDATE"
    select = f"SELECT audit_id, digest FROM audit_head WHERE id = ?{lock}"  # noqa: S608 - our own words
    found = run(conn, select, (_HEAD_ID,)).first()
    if found is None:
        run(
            conn,
            "INSERT INTO audit_head (id, audit_id, digest) VALUES (?, 0, ?) ON CONFLICT (id) DO NOTHING",
            (_HEAD_ID, _GENESIS),
        )
        found = run(conn, select, (_HEAD_ID,)).one()
    return cast("int", found[0]), bytes(cast("bytes", found[1]))


def _digest(cipher: Cipher, previous: bytes, row_id: int, row: Row) -> bytes:
    at = to_micros(cast("datetime", row["at"]))
    fields = [row_id, at, row["actor"], row["action"], row["subject"], row["detail"]]
    return cipher.chain(previous + json.dumps(fields, ensure_ascii=False).encode())
