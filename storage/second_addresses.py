"""Two addresses that one message names belong to one contact; nothing else ties contacts without a code."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.contacts import ADDRESS, find_or_make, lookup_of
from storage.ids import new_id
from storage.shelf import Shelf, run
from storage.tables import Identity

_IDENTITIES = Shelf(Identity, "(lookup) DO NOTHING")

Tie = tuple[str, str, str]
"""Channel, the address that wrote, another address of the same sender."""


def tie(conn: Connection, cipher: Cipher, ties: Sequence[Tie], now: datetime) -> None:
    """Let both addresses of each tie lead to the same contact; two that have contacts of their own stay apart.

    Those may be two people by now: a phone number is given to somebody else, a business-scoped id is not a person.
    """
    for channel, address, other in ties:
        ours, theirs = (_contact_of(conn, cipher, channel, one) for one in (address, other))
        if ours is None and theirs is None:
            lookup = lookup_of(cipher, channel, address)
            ours = find_or_make(conn, cipher, [(channel, lookup, address)], now)[lookup].contact_id
        if ours is None and theirs is not None:
            _add(conn, cipher, (channel, address), theirs, now)
        elif theirs is None and ours is not None:
            _add(conn, cipher, (channel, other), ours, now)


def _contact_of(conn: Connection, cipher: Cipher, channel: str, address: str) -> int | None:
    lookup = lookup_of(cipher, channel, address)
    row = run(conn, "SELECT contact_id FROM identity WHERE lookup = ?", (lookup,)).first()
    return None if row is None else cast("int", row[0])


def _add(conn: Connection, cipher: Cipher, where: tuple[str, str], contact_id: int, now: datetime) -> None:
    identity_id, (channel, address) = new_id(), where
    row: dict[str, object] = {
        "id": identity_id,
        "contact_id": contact_id,
        "channel": channel,
        "lookup": lookup_of(cipher, channel, address),
        "address_enc": cipher.seal(ADDRESS, identity_id, address.encode()),
        "created_at": now,
    }
    _IDENTITIES.insert(conn, [row])
