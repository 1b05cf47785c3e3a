"""Which phone or account belongs to which officer, and the short-lived codes that tie one to the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage import officers
from storage.cipher import Cipher
from storage.columns import from_micros, to_micros
from storage.ids import new_id
from storage.officers import OfficerRow
from storage.shelf import Shelf, run
from storage.tables import OfficerLink, OneTimeLink

ADDRESS = "officer_link.address_enc"
_KIND = "officer"
_LINKS = Shelf(OfficerLink, "(lookup) DO NOTHING")
_CODES = Shelf(OneTimeLink)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One linked phone or account, with its address opened."""

    id: int
    officer_id: int
    channel: str
    address: str
    linked_at: datetime


def lookup_of(cipher: Cipher, channel: str, address: str) -> bytes:
    """Give the keyed hash under which an officer's address is found; never the one a citizen's would have."""
    return cipher.lookup(f"officer:{channel}", address)


def keep_code(conn: Connection, officer_id: int, digest: bytes, until: datetime) -> None:
    """Keep a code for an officer; an older one that was not used no longer counts."""
    run(
        conn,
        "DELETE FROM one_time_link WHERE kind = ? AND subject_id = ? AND used_at IS NULL",
        (_KIND, officer_id),
    )
    _CODES.insert(conn, [{"id": new_id(), "kind": _KIND, "subject_id": officer_id, "digest": digest, "until": until}])


def use_code(conn: Connection, digest: bytes, now: datetime) -> int | None:
    """Spend a code and give its officer's id; none where it is unknown, too old or used."""
    found = run(
        conn,
        "UPDATE one_time_link SET used_at = ? WHERE digest = ? AND kind = ? AND used_at IS NULL AND until > ? "
        "RETURNING subject_id",
        (to_micros(now), digest, _KIND, to_micros(now)),
    ).first()
    return None if found is None else cast("int", found[0])


def link(  # noqa: PLR0913, PLR0917 - who, where, when
    conn: Connection, cipher: Cipher, officer_id: int, channel: str, address: str, now: datetime
) -> None:
    """Give an address to an officer; whoever had it before loses it."""
    lookup = lookup_of(cipher, channel, address)
    run(conn, "DELETE FROM officer_link WHERE lookup = ?", (lookup,))
    link_id = new_id()
    row: dict[str, object] = {
        "id": link_id,
        "officer_id": officer_id,
        "channel": channel,
        "lookup": lookup,
        "address_enc": cipher.seal(ADDRESS, link_id, address.encode()),
        "linked_at": now,
    }
    _LINKS.insert(conn, [row])


def unlink(conn: Connection, officer_id: int, channel: str) -> int:
    """Take an officer's addresses on a channel away; give how many there were."""
    return run(conn, "DELETE FROM officer_link WHERE officer_id = ? AND channel = ?", (officer_id, channel)).rowcount


def officer_at(conn: Connection, cipher: Cipher, channel: str, address: str) -> OfficerRow | None:
    """Find the active officer whose address this is; none for everybody else."""
    row = run(
        conn, "SELECT officer_id FROM officer_link WHERE lookup = ?", (lookup_of(cipher, channel, address),)
    ).first()
    if row is None:
        return None
    found = next((one for one in officers.everyone(conn, cipher) if one.id == row[0]), None)
    return found if found is not None and found.is_active else None


def links(conn: Connection, cipher: Cipher, channel: str = "") -> list[LinkRow]:
    """Give every link, oldest first; of one channel where it is named."""
    where, values = ("WHERE channel = ? ", (channel,)) if channel else ("", ())
    rows = run(
        conn,
        f"SELECT id, officer_id, channel, address_enc, linked_at FROM officer_link {where}ORDER BY id",  # noqa: S608 - our own words
        values,
    )
    return [_link(cipher, row) for row in rows]


def _link(cipher: Cipher, row: Sequence[object]) -> LinkRow:
    link_id, officer_id, channel, sealed, at = row
    return LinkRow(
        cast("int", link_id),
        cast("int", officer_id),
        cast("str", channel),
        cipher.open(ADDRESS, cast("int", link_id), bytes(cast("bytes", sealed))).decode(),
        from_micros(cast("int", at)),
    )
