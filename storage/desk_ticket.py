"""Everything that belongs to one ticket, opened for an officer's eyes; and the ticket row held for an act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage import story
from storage.cipher import Cipher
from storage.columns import from_micros
from storage.shelf import run
from storage.tickets import NOTE, TICKETS, TicketRow, by_code

# a page with more lines than this is read by nobody; the newest count
MOST_MESSAGES = 500
MOST_EVENTS = 300
# a file that still lies at its provider cannot be opened; the page says so where it says why others cannot
_FILE = (
    "id, message_id, at, kind, mime, size_bytes, "
    "CASE WHEN fetch_state = 'pending' THEN 'pending' ELSE refusal END AS refusal"
)

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a ticket's history."""

    id: int
    at: datetime
    actor: str
    kind: str
    from_state: str | None
    to_state: str | None
    note: str


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One line of the transcript; `status` and `read_at` are those of its outbox row, where it has one."""

    id: int
    at: datetime
    speaker: str
    officer_id: int | None
    kind: str
    body: Json
    outbox_id: int | None
    status: str | None
    read_at: datetime | None
    delivery: str | None = None
    delivery_error: str | None = None
    last_error: str | None = None


@dataclass(frozen=True, slots=True)
class MediaRow:
    """One file that came with a ticket."""

    id: int
    message_id: int | None
    at: datetime
    kind: str
    mime: str
    size_bytes: int
    refusal: str


@dataclass(frozen=True, slots=True)
class ReplyTarget:
    """Where a reply on a ticket goes: the identity that joined it last."""

    contact_id: int
    identity_id: int
    lane: str
    language: str
    is_blocked: bool
    window_until: datetime | None = None
    """Until when the provider lets us write freely; none on channels that always do."""


def hold(conn: Connection, code: str) -> TicketRow | None:
    """Give a ticket and keep everybody else from changing it until the commit."""
    if conn.dialect.name != "sqlite":
        # SQLite's writers stand in one line anyway
        run(conn, "SELECT id FROM ticket WHERE code = ? FOR UPDATE", (code,))
    return by_code(conn, code)


def hold_by_id(conn: Connection, ticket_id: int) -> TicketRow | None:
    """Do as `hold`, for a ticket known by its id."""
    lock = "" if conn.dialect.name == "sqlite" else " FOR UPDATE"
    row = run(conn, f"SELECT {', '.join(TICKETS.columns)} FROM ticket WHERE id = ?{lock}", (ticket_id,)).first()  # noqa: S608 - our own names
    return None if row is None else TicketRow(**TICKETS.read(row))  # type: ignore[arg-type] # columns are the fields


def newest_act(conn: Connection, ticket_id: int) -> int:
    """Give the id of the newest event that an officer made and that others must know of; 0 where there is none."""
    (found,) = run(
        conn,
        "SELECT max(id) FROM ticket_event WHERE ticket_id = ? AND kind <> 'note' AND actor LIKE ?",
        (ticket_id, "officer:%"),
    ).one()
    return cast("int | None", found) or 0


def newest_message(conn: Connection, ticket_id: int) -> int:
    """Give the id of the newest message of a ticket; 0 where there is none."""
    (found,) = run(conn, "SELECT max(id) FROM message WHERE ticket_id = ?", (ticket_id,)).one()
    return cast("int | None", found) or 0


def events(conn: Connection, cipher: Cipher, ticket_id: int) -> list[EventRow]:
    """Give the history, newest first."""
    rows = run(
        conn,
        "SELECT id, at, actor, kind, from_state, to_state, note_enc FROM ticket_event "
        "WHERE ticket_id = ? ORDER BY id DESC LIMIT ?",
        (ticket_id, MOST_EVENTS),
    )
    return [_event(cipher, row) for row in rows]


def facts(conn: Connection, cipher: Cipher, ticket_id: int) -> Json:
    """Give what is known of a ticket; empty where nothing was kept."""
    return _sealed_json(conn, cipher, ("report", "facts_enc"), ticket_id)


def reporter(conn: Connection, cipher: Cipher, ticket_id: int) -> Json:
    """Give what the reporter told of themselves; empty where they told nothing."""
    return _sealed_json(conn, cipher, ("reporter", "body_enc"), ticket_id)


def messages(conn: Connection, cipher: Cipher, ticket_id: int) -> list[MessageRow]:
    """Give the newest part of the transcript, oldest first."""
    rows = run(
        conn,
        "SELECT m.id, m.at, m.speaker, m.officer_id, m.kind, m.body_enc, o.id, o.status, o.read_at, o.delivery, "
        "o.delivery_error, o.last_error "
        "FROM message m LEFT JOIN outbox o ON o.id = m.outbox_id WHERE m.ticket_id = ? ORDER BY m.id DESC LIMIT ?",
        (ticket_id, MOST_MESSAGES),
    ).all()
    return [_message(cipher, row) for row in reversed(rows)]


def media(conn: Connection, ticket_id: int) -> list[MediaRow]:
    """Give the files of a ticket, oldest first."""
    rows = run(
        conn,
        f"SELECT {_FILE} FROM media WHERE ticket_id = ? ORDER BY id",  # noqa: S608 - our own words
        (ticket_id,),
    )
    return [_media(row) for row in rows]


def media_of_ticket(conn: Connection, media_id: int) -> tuple[MediaRow, int] | None:
    """Find a file by its id, with the id of the ticket it belongs to; none where no ticket has it."""
    row = run(
        conn,
        f"SELECT {_FILE}, ticket_id FROM media WHERE id = ? AND ticket_id IS NOT NULL",  # noqa: S608 - our own words
        (media_id,),
    ).first()
    return None if row is None else (_media(row[:7]), cast("int", row[7]))


def is_dead_letter(conn: Connection, ticket_id: int, outbox_id: int) -> bool:
    """Say whether a message to the citizen of this ticket could not be delivered."""
    found = run(
        conn,
        "SELECT 1 FROM message m JOIN outbox o ON o.id = m.outbox_id "
        "WHERE m.ticket_id = ? AND o.id = ? AND o.status = 'dead'",
        (ticket_id, outbox_id),
    ).first()
    return found is not None


def reply_target(conn: Connection, ticket_id: int) -> ReplyTarget | None:
    """Say where a reply goes; none where nobody ever spoke for the ticket."""
    row = run(
        conn,
        "SELECT j.contact_id, i.id, i.channel, c.language, i.blocked_at, i.window_until FROM ticket_contact j "
        "JOIN identity i ON i.id = j.identity_id JOIN contact c ON c.id = j.contact_id "
        "WHERE j.ticket_id = ? ORDER BY j.joined_at DESC, j.contact_id DESC LIMIT 1",
        (ticket_id,),
    ).first()
    if row is None:
        return None
    contact_id, identity_id, lane, language, blocked, until = row
    return ReplyTarget(
        contact_id=cast("int", contact_id),
        identity_id=cast("int", identity_id),
        lane=cast("str", lane),
        language=cast("str", language),
        is_blocked=blocked is not None,
        window_until=None if until is None else from_micros(cast("int", until)),
    )


_PLACES = {"report": story.FACTS, "reporter": story.REPORTER}


def _sealed_json(conn: Connection, cipher: Cipher, where: tuple[str, str], ticket_id: int) -> Json:
    table, column = where
    row = run(conn, f"SELECT {column} FROM {table} WHERE ticket_id = ?", (ticket_id,)).first()  # noqa: S608 - our own names
    return {} if row is None else cipher.open_json(_PLACES[table], ticket_id, bytes(cast("bytes", row[0])))


def _event(cipher: Cipher, row: Sequence[object]) -> EventRow:
    event_id, at, actor, kind, from_state, to_state, sealed = row
    note = "" if sealed is None else cipher.open(NOTE, cast("int", event_id), bytes(cast("bytes", sealed))).decode()
    return EventRow(
        cast("int", event_id),
        from_micros(cast("int", at)),
        cast("str", actor),
        cast("str", kind),
        cast("str | None", from_state),
        cast("str | None", to_state),
        note,
    )


def _message(cipher: Cipher, row: Sequence[object]) -> MessageRow:
    message_id, at, speaker, officer_id, kind, sealed, outbox_id, status, read_at, *told = row
    return MessageRow(
        id=cast("int", message_id),
        at=from_micros(cast("int", at)),
        speaker=cast("str", speaker),
        officer_id=cast("int | None", officer_id),
        kind=cast("str", kind),
        body=cipher.open_json(story.MESSAGE, cast("int", message_id), bytes(cast("bytes", sealed))),
        outbox_id=cast("int | None", outbox_id),
        status=cast("str | None", status),
        read_at=None if read_at is None else from_micros(cast("int", read_at)),
        delivery=cast("str | None", told[0]),
        delivery_error=cast("str | None", told[1]),
        last_error=cast("str | None", told[2]),
    )


def _media(row: Sequence[object]) -> MediaRow:
    media_id, message_id, at, kind, mime, size_bytes, refusal = row
    return MediaRow(
        cast("int", media_id),
        cast("int | None", message_id),
        from_micros(cast("int", at)),
        cast("str", kind),
        cast("str", mime),
        cast("int", size_bytes),
        cast("str", refusal),
    )
