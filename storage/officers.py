"""Officers and their signed-in browsers: rows in, rows out; tokens and codes only as digests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from storage.cipher import Cipher
from storage.columns import from_micros, to_micros
from storage.ids import new_id
from storage.shelf import Row, Shelf, run
from storage.tables import Officer, OfficerSession

NAME = "officer.name_enc"
_OFFICERS = Shelf(Officer, "(login) DO NOTHING")
_SESSIONS = Shelf(OfficerSession)
_COLUMNS = "o.id, o.login, o.name_enc, o.role, o.roster_order, o.password_hash, o.one_time_until, o.disabled_at"


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An officer as stored, with the name opened."""

    id: int
    login: str
    name: str
    role: str
    roster_order: int
    password_hash: str | None
    one_time_until: datetime | None
    disabled_at: datetime | None

    @property
    def is_active(self) -> bool:
        """True while the officer may sign in."""
        return self.disabled_at is None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A signed-in browser and whose it is."""

    id: int
    officer: OfficerRow
    created_at: datetime
    seen_at: datetime


def add(conn: Connection, cipher: Cipher, officer: Row, name: str) -> int | None:
    """Insert an officer and give the new id; none where the login is taken."""
    officer_id = new_id()
    sealed = cipher.seal(NAME, officer_id, name.encode())
    made = _OFFICERS.insert(conn, [{**officer, "id": officer_id, "name_enc": sealed}])
    return officer_id if made else None


def everyone(conn: Connection, cipher: Cipher) -> list[OfficerRow]:
    """Give all officers in roster order, disabled ones too."""
    rows = run(conn, f"SELECT {_COLUMNS} FROM officer o ORDER BY o.roster_order, o.id")  # noqa: S608 - our own names
    return [_officer(cipher, row) for row in rows]


def by_login(conn: Connection, cipher: Cipher, login: str) -> OfficerRow | None:
    """Find an officer by login, also a disabled one."""
    row = run(conn, f"SELECT {_COLUMNS} FROM officer o WHERE o.login = ?", (login,)).first()  # noqa: S608 - our own names
    return None if row is None else _officer(cipher, row)


def by_code(conn: Connection, cipher: Cipher, digest: bytes, now: datetime) -> OfficerRow | None:
    """Find the active officer whose one-time code has this digest and is not too old."""
    row = run(
        conn,
        f"SELECT {_COLUMNS} FROM officer o "  # noqa: S608 - our own names
        "WHERE o.one_time_hash = ? AND o.one_time_until > ? AND o.disabled_at IS NULL",
        (digest, to_micros(now)),
    ).first()
    return None if row is None else _officer(cipher, row)


def set_code(conn: Connection, officer_id: int, digest: bytes, until: datetime) -> None:
    """Give an officer a one-time code; an older one no longer counts."""
    run(
        conn,
        "UPDATE officer SET one_time_hash = ?, one_time_until = ? WHERE id = ?",
        (digest, to_micros(until), officer_id),
    )


def use_code(conn: Connection, digest: bytes, password_hash: str, now: datetime) -> int | None:
    """Spend a one-time code on a password and give the officer's id; none where the code no longer counts."""
    found = run(
        conn,
        "UPDATE officer SET password_hash = ?, one_time_hash = NULL, one_time_until = NULL "
        "WHERE one_time_hash = ? AND one_time_until > ? AND disabled_at IS NULL RETURNING id",
        (password_hash, digest, to_micros(now)),
    ).first()
    return None if found is None else cast("int", found[0])


def disable(conn: Connection, officer_id: int, now: datetime) -> None:
    """Shut an officer out: no sign-in, no code, and every open session ends at once."""
    run(
        conn,
        "UPDATE officer SET disabled_at = ?, one_time_hash = NULL, one_time_until = NULL "
        "WHERE id = ? AND disabled_at IS NULL",
        (to_micros(now), officer_id),
    )
    end_all(conn, officer_id, now)


def enable(conn: Connection, officer_id: int) -> None:
    """Let a disabled officer back in; the old password is gone."""
    run(conn, "UPDATE officer SET disabled_at = NULL, password_hash = NULL WHERE id = ?", (officer_id,))


def open_session(conn: Connection, officer_id: int, digest: bytes, now: datetime) -> int:
    """Keep a new signed-in browser by the digest of its token."""
    session_id = new_id()
    row: Row = {
        "id": session_id,
        "token_hash": digest,
        "officer_id": officer_id,
        "created_at": now,
        "seen_at": now,
    }
    _SESSIONS.insert(conn, [row])
    return session_id


def session(conn: Connection, cipher: Cipher, digest: bytes, not_before: datetime) -> SessionRow | None:
    """Find a running session of an active officer that began after `not_before`."""
    row = run(
        conn,
        f"SELECT s.id, s.created_at, s.seen_at, {_COLUMNS} FROM officer_session s "  # noqa: S608 - our own names
        "JOIN officer o ON o.id = s.officer_id "
        "WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.created_at > ? AND o.disabled_at IS NULL",
        (digest, to_micros(not_before)),
    ).first()
    if row is None:
        return None
    session_id, created_at, seen_at, *officer = row
    return SessionRow(
        id=cast("int", session_id),
        officer=_officer(cipher, officer),
        created_at=from_micros(cast("int", created_at)),
        seen_at=from_micros(cast("int", seen_at)),
    )


def touch(conn: Connection, session_id: int, now: datetime) -> None:
    """Note that a person just used this session."""
    run(conn, "UPDATE officer_session SET seen_at = ? WHERE id = ?", (to_micros(now), session_id))


def end(conn: Connection, session_id: int, now: datetime) -> None:
    """End one session."""
    run(
        conn,
        "UPDATE officer_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
        (to_micros(now), session_id),
    )


def end_all(conn: Connection, officer_id: int, now: datetime) -> None:
    """End every session of an officer."""
    run(
        conn,
        "UPDATE officer_session SET ended_at = ? WHERE officer_id = ? AND ended_at IS NULL",
        (to_micros(now), officer_id),
    )


def _officer(cipher: Cipher, row: Sequence[object]) -> OfficerRow:
    officer_id = cast("int", row[0])
    until, disabled = cast("int | None", row[6]), cast("int | None", row[7])
    return OfficerRow(
        id=officer_id,
        login=cast("str", row[1]),
        name=cipher.open(NAME, officer_id, bytes(cast("bytes", row[2]))).decode(),
        role=cast("str", row[3]),
        roster_order=cast("int", row[4]),
        password_hash=cast("str | None", row[5]),
        one_time_until=None if until is None else from_micros(until),
        disabled_at=None if disabled is None else from_micros(disabled),
    )
