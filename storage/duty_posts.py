"""Where each ticket's card stands at a duty place: which message, which topic; and where a place has moved to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import to_micros
from storage.ids import new_id
from storage.shelf import run

_MOVED = "deployment.value"


@dataclass(frozen=True, slots=True)
class Post:
    """A card at a place; `message_id` is none while only its topic exists."""

    ticket_id: int
    message_id: str | None
    thread_id: str | None


def place_of(cipher: Cipher, lane: str, address: str) -> bytes:
    """Give the keyed hash that stands for a duty place."""
    return cipher.lookup(f"place:{lane}", address)


def put(  # noqa: PLR0913 - one argument a column
    conn: Connection,
    ticket_id: int,
    lane: str,
    place: bytes,
    *,
    message_id: str | None,
    thread_id: str | None,
    now: datetime,
) -> None:
    """Remember where a card stands, in place of what was known before."""
    run(
        conn,
        "INSERT INTO duty_post (id, ticket_id, lane, place, provider_message_id, thread_id, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ticket_id, lane, place) DO UPDATE SET "
        "provider_message_id = excluded.provider_message_id, thread_id = excluded.thread_id, "
        "updated_at = excluded.updated_at",
        (new_id(), ticket_id, lane, place, message_id, thread_id, to_micros(now)),
    )


def of_ticket(conn: Connection, ticket_id: int, lane: str, place: bytes) -> Post | None:
    """Give a ticket's card at a place; none where it has none."""
    return _first(conn, "ticket_id = ? AND lane = ? AND place = ?", (ticket_id, lane, place))


def at_message(conn: Connection, lane: str, place: bytes, message_id: str) -> Post | None:
    """Find the card that is this message; none for any other message."""
    return _first(conn, "lane = ? AND place = ? AND provider_message_id = ?", (lane, place, message_id))


def in_thread(conn: Connection, lane: str, place: bytes, thread_id: str) -> Post | None:
    """Find the card whose topic this is."""
    return _first(conn, "lane = ? AND place = ? AND thread_id = ?", (lane, place, thread_id))


def forget(conn: Connection, ticket_id: int, lane: str, place: bytes) -> None:
    """Forget a card that is gone from its place."""
    run(conn, "DELETE FROM duty_post WHERE ticket_id = ? AND lane = ? AND place = ?", (ticket_id, lane, place))


def move(conn: Connection, cipher: Cipher, lane: str, old: str, new: str) -> None:
    """Remember that a place has a new address; its old cards stay where they are found.

    A Telegram group that grows keeps its messages in the old one, so the cards are posted anew.
    """
    run(
        conn,
        "INSERT INTO deployment (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_name(cipher, lane, old), cipher.seal(_MOVED, 0, new.encode())),
    )


def address_now(conn: Connection, cipher: Cipher, lane: str, address: str) -> str:
    """Give where a place is now, following its moves."""
    seen = {address}
    while (found := _moved_to(conn, cipher, lane, address)) is not None and found not in seen:
        seen.add(found)
        address = found
    return address


def _moved_to(conn: Connection, cipher: Cipher, lane: str, address: str) -> str | None:
    row = run(conn, "SELECT value FROM deployment WHERE name = ?", (_name(cipher, lane, address),)).first()
    return None if row is None else cipher.open(_MOVED, 0, bytes(cast("bytes", row[0]))).decode()


def _name(cipher: Cipher, lane: str, address: str) -> str:
    return f"moved:{place_of(cipher, lane, address).hex()}"


def _first(conn: Connection, condition: str, values: Sequence[object]) -> Post | None:
    row = run(
        conn,
        f"SELECT ticket_id, provider_message_id, thread_id FROM duty_post WHERE {condition} ORDER BY id DESC LIMIT 1",  # noqa: S608 - our own words
        values,
    ).first()
    if row is None:
        return None
    return Post(cast("int", row[0]), cast("str | None", row[1]), cast("str | None", row[2]))
