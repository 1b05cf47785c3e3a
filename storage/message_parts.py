"""The parts of a message that was too long for one: each has a provider's id and a fate of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection

from storage.shelf import run, run_many


@dataclass(frozen=True, slots=True)
class Part:
    """A part as its provider knows it; `place` counts from 0, `delivery` is none until something was told."""

    outbox_id: int
    place: int
    delivery: str | None


Sent = tuple[int, Sequence[tuple[int, str]]]
"""A row, and (place, provider's id) of each part that went out now."""


def keep(conn: Connection, sent: Sequence[Sent]) -> None:
    """Remember what went out; a part that was sent again forgets its earlier id and fate."""
    run_many(
        conn,
        "INSERT INTO outbox_part (outbox_id, place, provider_message_id) VALUES (?, ?, ?) "
        "ON CONFLICT (outbox_id, place) DO UPDATE SET provider_message_id = excluded.provider_message_id, "
        "delivery = NULL",
        [(outbox_id, place, sid) for outbox_id, parts in sent for place, sid in parts],
    )


def at(conn: Connection, sid: str) -> Part | None:
    """Find the part that the provider knows by this id; none for a message that went out whole."""
    row = run(conn, "SELECT outbox_id, place, delivery FROM outbox_part WHERE provider_message_id = ?", (sid,)).first()
    return None if row is None else Part(cast("int", row[0]), cast("int", row[1]), cast("str | None", row[2]))


def mark(conn: Connection, part: Part, delivery: str) -> None:
    """Keep what the provider says of a part."""
    run(
        conn,
        "UPDATE outbox_part SET delivery = ? WHERE outbox_id = ? AND place = ?",
        (delivery, part.outbox_id, part.place),
    )


def of_row(conn: Connection, outbox_id: int) -> list[Part]:
    """Give the parts of a row in their order."""
    rows = run(conn, "SELECT place, delivery FROM outbox_part WHERE outbox_id = ? ORDER BY place", (outbox_id,))
    return [Part(outbox_id, cast("int", place), cast("str | None", delivery)) for place, delivery in rows]
