"""Who writes: finds or makes the contact and identity behind an address, without keeping the address in clear."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import from_micros, to_micros
from storage.ids import new_id
from storage.shelf import Row, Shelf, marks, run, run_many
from storage.tables import Contact, Identity

ADDRESS = "identity.address_enc"
_CONTACTS = Shelf(Contact)
_IDENTITIES = Shelf(Identity, "(lookup) DO NOTHING")


class Sender(NamedTuple):
    """The rows behind an address."""

    contact_id: int
    identity_id: int
    language: str
    is_blocked: bool = False
    channel: str = ""


def lookup_of(cipher: Cipher, channel: str, address: str) -> bytes:
    """Give the keyed hash under which an address on a channel is found."""
    return cipher.lookup(f"address:{channel}", address)


def find_or_make(
    conn: Connection, cipher: Cipher, wanted: Sequence[tuple[str, bytes, str]], now: datetime
) -> dict[bytes, Sender]:
    """Find the sender of each (channel, lookup, address), making contact and identity for a new one.

    Safe for two replicas that meet the same new sender: the second waits for the first and takes its rows.
    """
    by_lookup = {lookup: (channel, address) for channel, lookup, address in wanted}
    found = _find(conn, list(by_lookup))
    missing = sorted(by_lookup.keys() - found.keys())
    if missing:
        _make(conn, cipher, [(lookup, *by_lookup[lookup]) for lookup in missing], now)
        found.update(_find(conn, missing))
    return found


def find(conn: Connection, cipher: Cipher, channel: str, address: str) -> Sender | None:
    """Find the sender behind an address; none where it never wrote."""
    lookup = lookup_of(cipher, channel, address)
    return _find(conn, [lookup]).get(lookup)


def newest_identity(conn: Connection, contact_id: int) -> Sender | None:
    """Give a contact by the identity it used last; none where it is unknown."""
    row = run(
        conn,
        "SELECT i.contact_id, i.id, c.language, i.blocked_at, i.channel FROM identity i "
        "JOIN contact c ON c.id = i.contact_id WHERE i.contact_id = ? ORDER BY i.id DESC LIMIT 1",
        (contact_id,),
    ).first()
    if row is None:
        return None
    return Sender(
        cast("int", row[0]), cast("int", row[1]), cast("str", row[2]), row[3] is not None, cast("str", row[4])
    )


def addresses(conn: Connection, cipher: Cipher, identity_ids: Sequence[int]) -> dict[int, str]:
    """Open the addresses of identities, for sending; those that refuse us are left out."""
    if not identity_ids:
        return {}
    rows = run(
        conn,
        "SELECT id, address_enc FROM identity WHERE blocked_at IS NULL "  # noqa: S608 - only ?
        f"AND id IN ({marks(len(identity_ids))})",
        identity_ids,
    )
    return {
        cast("int", row[0]): cipher.open(ADDRESS, cast("int", row[0]), bytes(cast("bytes", row[1]))).decode()
        for row in rows
    }


def address_of(conn: Connection, cipher: Cipher, identity_id: int) -> str:
    """Open one address, also of an identity that refuses us; "" where it is unknown."""
    row = run(conn, "SELECT address_enc FROM identity WHERE id = ?", (identity_id,)).first()
    return "" if row is None else cipher.open(ADDRESS, identity_id, bytes(cast("bytes", row[0]))).decode()


def block(conn: Connection, identity_id: int, now: datetime) -> None:
    """Remember that this address refuses us (the citizen blocked the bot)."""
    run(conn, "UPDATE identity SET blocked_at = ? WHERE id = ?", (to_micros(now), identity_id))


def unblock(conn: Connection, identity_ids: Sequence[int]) -> None:
    """Forget the refusal: whoever writes to us again can be written to."""
    run_many(
        conn,
        "UPDATE identity SET blocked_at = NULL WHERE id = ? AND blocked_at IS NOT NULL",
        [(identity_id,) for identity_id in identity_ids],
    )


def open_windows(conn: Connection, until: Mapping[int, datetime]) -> None:
    """Keep until when each identity may be written to freely; a window only ever grows."""
    run_many(
        conn,
        "UPDATE identity SET window_until = ? WHERE id = ? AND (window_until IS NULL OR window_until < ?)",
        [(to_micros(at), identity_id, to_micros(at)) for identity_id, at in sorted(until.items())],
    )


def window_until(conn: Connection, identity_id: int) -> datetime | None:
    """Tell until when an identity may be written to freely; none where nothing is known."""
    row = run(conn, "SELECT window_until FROM identity WHERE id = ?", (identity_id,)).first()
    return None if row is None or row[0] is None else from_micros(cast("int", row[0]))


def set_language(conn: Connection, contact_id: int, language: str) -> None:
    """Keep the language a contact chose."""
    run(conn, "UPDATE contact SET language = ? WHERE id = ?", (language, contact_id))


def created_at(conn: Connection, contact_id: int) -> datetime | None:
    """Tell when a contact first wrote; none for an unknown one."""
    row = run(conn, "SELECT created_at FROM contact WHERE id = ?", (contact_id,)).first()
    return None if row is None else from_micros(cast("int", row[0]))


def _find(conn: Connection, lookups: Sequence[bytes]) -> dict[bytes, Sender]:
    if not lookups:
        return {}
    rows = run(
        conn,
        "SELECT i.lookup, i.contact_id, i.id, c.language, i.blocked_at FROM identity i "  # noqa: S608 - only ?
        f"JOIN contact c ON c.id = i.contact_id WHERE i.lookup IN ({marks(len(lookups))})",
        lookups,
    )
    return {
        bytes(cast("bytes", row[0])): Sender(
            cast("int", row[1]), cast("int", row[2]), cast("str", row[3]), row[4] is not None
        )
        for row in rows
    }


def _make(conn: Connection, cipher: Cipher, wanted: Sequence[tuple[bytes, str, str]], now: datetime) -> None:
    identities: list[Row] = []
    for lookup, channel, address in wanted:
        identity_id = new_id()
        identities.append(
            {
                "id": identity_id,
                "contact_id": new_id(),
                "channel": channel,
                "lookup": lookup,
                "address_enc": cipher.seal(ADDRESS, identity_id, address.encode()),
                "created_at": now,
            }
        )
    made = _IDENTITIES.insert_new(conn, identities)
    _CONTACTS.insert(conn, [{"id": one["contact_id"], "created_at": now} for one in identities if one["id"] in made])
