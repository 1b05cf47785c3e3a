"""Keyed hashes by which tickets that carry the same name, phone or account find each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection

from storage.check_marks import lookup_of
from storage.cipher import Cipher
from storage.shelf import Shelf, run
from storage.tables import TicketLink

_LINKS = Shelf(TicketLink, "(ticket_id, lookup) DO NOTHING")
MOST = 20
"""More tickets than these are a pattern that no list of links explains; the newest are given."""


@dataclass(frozen=True, slots=True)
class Link:
    """Another ticket, and what it has in common: name, person, phone, account."""

    ticket_id: int
    code: str
    kind: str
    state: str
    shared: tuple[str, ...]


def put(conn: Connection, cipher: Cipher, ticket_id: int, marks: Iterable[tuple[str, str]]) -> None:
    """Keep what a ticket carries, as (kind, normalised value); what was kept before stays."""
    _LINKS.insert(
        conn,
        [{"ticket_id": ticket_id, "lookup": lookup_of(cipher, kind, value), "kind": kind} for kind, value in marks],
    )


def of_ticket(conn: Connection, ticket_id: int) -> list[Link]:
    """Give other tickets that share something with this one, newest first."""
    rows = run(
        conn,
        "SELECT t.id, t.code, t.kind, t.state, o.kind FROM ticket_link m "
        "JOIN ticket_link o ON o.lookup = m.lookup AND o.ticket_id <> m.ticket_id "
        "JOIN ticket t ON t.id = o.ticket_id WHERE m.ticket_id = ? ORDER BY t.id DESC, o.kind",
        (ticket_id,),
    )
    found: dict[int, Link] = {}
    for other, code, kind, state, shared in rows:
        before = found.get(cast("int", other))
        kinds = (*(before.shared if before else ()), str(shared))
        link = Link(cast("int", other), str(code), str(kind), str(state), tuple(dict.fromkeys(kinds)))
        found[link.ticket_id] = link
    return list(found.values())[:MOST]
