"""The door of the duty desk: signing in, staying in, being locked, leaving.

Why these spans: a session ends after 12 hours whatever happens (trust.md R50). After 30 minutes without an act of a
person it is *locked*: the queue, which shows no story and no identity, stays alive on the wall screen with its sound,
but opening or changing a ticket asks for the password first. Live updates are the machine's work, so they never
count as use; a lid left open at night opens nothing, and the screen never goes blind.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Final

from sqlalchemy import Connection

from bot.desk_store import DeskStore
from bot.officers import clean_login, code_digest, tries_key
from bot.passwords import Passwords, refusal
from storage import audit, desk_tries, officers
from storage.officers import OfficerRow, SessionRow

LASTS: Final = timedelta(hours=12)
LOCKS_AFTER: Final = timedelta(minutes=30)
# a page writes "seen" at most this often: a row a minute, not one a request
_SEEN_EVERY: Final = timedelta(minutes=1)
FREE_TRIES: Final = 5
HARD_STOP: Final = 100
_LONGEST_WAIT: Final = timedelta(minutes=15)
SOURCE_TRIES: Final = 20
_SOURCE_WINDOW: Final = timedelta(minutes=10)


class DoorError(Exception):
    """Base of what the door refuses."""


class WrongPassword(DoorError):  # noqa: N818 - a sentence, as all our errors
    """Login and password do not belong together; never says which was wrong."""


class TooManyTries(DoorError):  # noqa: N818 - a sentence, as all our errors
    """Tried too often. `wait` says how long, or is None where only a new code helps."""

    def __init__(self, wait: timedelta | None) -> None:
        super().__init__()
        self.wait = wait


class CodeNotValid(DoorError):  # noqa: N818 - a sentence, as all our errors
    """The one-time code is wrong, used or too old."""


class PasswordNotTaken(DoorError):  # noqa: N818 - a sentence, as all our errors
    """The chosen password is refused: "short", "long" or "common"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Guest:
    """Who sits before the page."""

    session_id: int
    officer: OfficerRow
    is_locked: bool
    csrf: str


def wait_after(failures: int) -> timedelta:
    """Say how long the next try must wait: nothing at first, then 5 s doubling up to a quarter of an hour."""
    if failures < FREE_TRIES:
        return timedelta()
    return min(timedelta(seconds=5 << min(failures - FREE_TRIES, 16)), _LONGEST_WAIT)


class Door:
    """Lets officers in and out."""

    def __init__(self, store: DeskStore, passwords: Passwords) -> None:
        self._store = store
        self._passwords = passwords

    async def sign_in(self, login: str, password: str, source: str = "") -> str:
        """Check login and password and give the token of a new session.

        Raises:
            WrongPassword: They do not belong together, or the officer is disabled.
            TooManyTries: Too many failures before; the password was not looked at.
        """
        officer = await self._check(login, password, source)
        return await self._store.write(lambda conn: self._open(conn, officer.id, "officer.signed_in"))

    async def unlock(self, guest: Guest, password: str, source: str = "") -> None:
        """Open a locked session again; raises as `sign_in`."""
        await self._check(guest.officer.login, password, source)
        now = self._store.clock()

        def reopen(conn: Connection) -> None:
            officers.touch(conn, guest.session_id, now)
            self._audit(conn, f"officer:{guest.officer.id}", "officer.unlocked", now)

        await self._store.write(reopen)

    async def choose_password(self, code: str, password: str) -> str:
        """Spend a one-time code on a password and give the token of a new session.

        Raises:
            CodeNotValid: The code is wrong, used or too old.
            PasswordNotTaken: The password is too easy to guess.
        """
        digest, cipher = code_digest(code), self._store.cipher
        officer = await self._store.read(lambda conn: officers.by_code(conn, cipher, digest, self._store.clock()))
        if officer is None:
            raise CodeNotValid
        reason = refusal(password, officer.login)
        if reason:
            raise PasswordNotTaken(reason)
        hashed = await self._passwords.hash(password)
        token = await self._store.write(lambda conn: self._spend(conn, digest, hashed))
        if not token:
            raise CodeNotValid
        return token

    async def who(self, token: str, *, is_act: bool) -> Guest | None:
        """Say whose session this is; none where it ended. `is_act` is False for what the page does by itself."""
        if not token:
            return None
        now, cipher = self._store.clock(), self._store.cipher
        found = await self._store.read(lambda conn: officers.session(conn, cipher, _digest(token), now - LASTS))
        if found is None:
            return None
        is_locked = now - found.seen_at > LOCKS_AFTER
        if is_act and not is_locked and now - found.seen_at > _SEEN_EVERY:
            await self._store.write(lambda conn: officers.touch(conn, found.id, now))
        return _guest(found, token, is_locked=is_locked)

    @staticmethod
    def csrf_of(token: str) -> str:
        """Give what the forms of a session carry, made from the token that only its browser holds."""
        return sha256(b"csrf\0" + token.encode()).hexdigest()

    async def sign_out(self, guest: Guest) -> None:
        """End the session."""
        now = self._store.clock()

        def leave(conn: Connection) -> None:
            officers.end(conn, guest.session_id, now)
            self._audit(conn, f"officer:{guest.officer.id}", "officer.signed_out", now)

        await self._store.write(leave)

    # --- inside ---

    async def _check(self, login: str, password: str, source: str) -> OfficerRow:
        keys = self._keys(login, source)
        # looked at twice: here a flood of early tries costs the writer nothing, and below nobody slips through
        await self._store.read(lambda conn: self._refuse(conn, keys))
        # counted before the password is looked at: a hundred tries at once cannot all slip through the same gap
        officer = await self._store.write(lambda conn: self._note_try(conn, keys, login))
        known = officer.password_hash if officer and officer.is_active else None
        fits = await self._passwords.fits(password, known)
        now = self._store.clock()
        if not fits or officer is None:
            subject = f"officer:{officer.id}" if officer else "officer:unknown"
            await self._store.write(lambda conn: self._audit(conn, subject, "officer.sign_in_failed", now))
            raise WrongPassword
        await self._store.write(lambda conn: _forget(conn, keys))
        return officer

    def _keys(self, login: str, source: str) -> tuple[str, str]:
        # behind a proxy on this machine everybody has one address: counting it would let one lock out all
        is_shared = source in {"", "127.0.0.1", "::1"}
        by_source = "" if is_shared else "desk:from:" + self._store.cipher.lookup("desk-source", source).hex()
        return tries_key(self._store.cipher, login), by_source

    def _note_try(self, conn: Connection, keys: tuple[str, str], login: str) -> OfficerRow | None:
        self._refuse(conn, keys)
        for key in filter(None, keys):
            desk_tries.note(conn, key, self._store.clock())
        return officers.by_login(conn, self._store.cipher, clean_login(login))

    def _refuse(self, conn: Connection, keys: tuple[str, str]) -> None:
        by_login, by_source = keys
        now = self._store.clock()
        _refuse_when_early(conn, by_login, now)
        if by_source:
            _refuse_source(conn, by_source, now)

    def _spend(self, conn: Connection, digest: bytes, hashed: str) -> str:
        now = self._store.clock()
        officer_id = officers.use_code(conn, digest, hashed, now)
        if officer_id is None:
            return ""
        officers.end_all(conn, officer_id, now)
        return self._open(conn, officer_id, "officer.password_chosen")

    def _open(self, conn: Connection, officer_id: int, action: str) -> str:
        now, token = self._store.clock(), token_urlsafe(32)
        officers.open_session(conn, officer_id, _digest(token), now)
        self._audit(conn, f"officer:{officer_id}", action, now)
        return token

    def _audit(self, conn: Connection, subject: str, action: str, now: datetime) -> None:
        audit.append(conn, self._store.cipher, [audit.entry(subject, action, subject, "", now)])


def _refuse_when_early(conn: Connection, key: str, now: datetime) -> None:
    tries = desk_tries.of(conn, key)
    if tries is None:
        return
    if tries.count >= HARD_STOP:
        raise TooManyTries(None)
    left = tries.newest + wait_after(tries.count) - now
    if left > timedelta():
        raise TooManyTries(left)


def _refuse_source(conn: Connection, key: str, now: datetime) -> None:
    tries = desk_tries.of(conn, key)
    if tries is None:
        return
    if tries.count >= SOURCE_TRIES and now - tries.newest < _SOURCE_WINDOW:
        raise TooManyTries(_SOURCE_WINDOW - (now - tries.newest))


def _forget(conn: Connection, keys: tuple[str, str]) -> None:
    for key in keys:
        if key:
            desk_tries.forget(conn, key)


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()


def _guest(found: SessionRow, token: str, *, is_locked: bool) -> Guest:
    return Guest(found.id, found.officer, is_locked, Door.csrf_of(token))
