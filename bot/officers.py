"""Officers: who may sit at the duty desk, how they get in the first time, and who is called next.

Plain functions over an open transaction, so that the desk, the command line and the start of the hotline share them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from secrets import choice

from sqlalchemy import Connection

from flows.cleaning import clean_text
from storage import audit, desk_tries
from storage import officers as rows
from storage.cipher import Cipher
from storage.officers import OfficerRow

CODE_LASTS = timedelta(hours=24)
# Crockford's letters: none is mistaken for another when read out over the phone. 26 of 32 make 130 bits
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 26
_LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


class OfficerError(Exception):
    """Base of what the officers' room refuses."""


class LoginTaken(OfficerError):  # noqa: N818 - a sentence, as all our errors
    """Another officer has this login."""


class LoginNotUsable(OfficerError):  # noqa: N818 - a sentence, as all our errors
    """A login is 2 to 32 small letters, digits, dots, dashes or underscores."""


class NoSuchOfficer(OfficerError):  # noqa: N818 - a sentence, as all our errors
    """Nobody has this login."""


class Role(StrEnum):
    """What an officer may do: supervisors are called after the whole roster."""

    DUTY = "duty"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Somebody to be entered. `order` is the place on the roster, 1 is called first; 0 stands behind everybody."""

    login: str
    name: str
    role: Role = Role.DUTY
    order: int = 0


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """A code that lets an officer choose a password once. Only its digest is stored."""

    login: str
    code: str
    until: datetime


def code_digest(code: str) -> bytes:
    """Give what is stored of a code; groups, case and look-alike letters do not matter."""
    plain = "".join(char for char in code.upper() if char.isalnum()).translate(_LOOK_ALIKE)
    return sha256(plain.encode()).digest()


def clean_login(login: str) -> str:
    """Bring a typed login into its stored form."""
    return login.strip().casefold()


def tries_key(cipher: Cipher, login: str) -> str:
    """Give the key under which failed sign-ins are counted; keyed, since people type passwords into this field."""
    return "desk:login:" + cipher.lookup("desk-login", clean_login(login)).hex()


def add(conn: Connection, cipher: Cipher, new: NewOfficer, *, now: datetime) -> OneTimeCode:
    """Enter a new officer and give the code for the first sign-in.

    Raises:
        LoginNotUsable: The login is not of the right form.
        LoginTaken: Somebody has it.
    """
    login = clean_login(new.login)
    if not _LOGIN.fullmatch(login):
        raise LoginNotUsable
    place = new.order or 1 + max((one.roster_order for one in rows.everyone(conn, cipher)), default=0)
    row: dict[str, object] = {"login": login, "role": new.role.value, "roster_order": place, "created_at": now}
    officer_id = rows.add(conn, cipher, row, clean_text(new.name).strip() or login)
    if officer_id is None:
        raise LoginTaken
    given = _give_code(conn, login, officer_id, now)
    audit.append(conn, cipher, [audit.entry("operator", "officer.added", f"officer:{officer_id}", new.role.value, now)])
    return given


def renew(conn: Connection, cipher: Cipher, login: str, *, now: datetime) -> OneTimeCode:
    """Give a known officer a new code: password forgotten, or shut out after too many tries. Lets a disabled one in."""
    officer = _known(conn, cipher, login)
    if not officer.is_active:
        rows.enable(conn, officer.id)
    desk_tries.forget(conn, tries_key(cipher, officer.login))
    given = _give_code(conn, officer.login, officer.id, now)
    audit.append(conn, cipher, [audit.entry("operator", "officer.code_given", f"officer:{officer.id}", "", now)])
    return given


def disable(conn: Connection, cipher: Cipher, login: str, *, now: datetime) -> None:
    """Shut an officer out at once."""
    officer = _known(conn, cipher, login)
    rows.disable(conn, officer.id, now)
    audit.append(conn, cipher, [audit.entry("operator", "officer.disabled", f"officer:{officer.id}", "", now)])


def roster(everyone: Sequence[OfficerRow]) -> list[OfficerRow]:
    """Give who is called, in order: duty officers by their place, then supervisors."""
    active = [one for one in everyone if one.is_active]
    return sorted(active, key=lambda one: (one.role == Role.SUPERVISOR, one.roster_order, one.id))


def _known(conn: Connection, cipher: Cipher, login: str) -> OfficerRow:
    officer = rows.by_login(conn, cipher, clean_login(login))
    if officer is None:
        raise NoSuchOfficer
    return officer


def _give_code(conn: Connection, login: str, officer_id: int, now: datetime) -> OneTimeCode:
    letters = "".join(choice(_LETTERS) for _ in range(_CODE_LENGTH))
    code = "-".join(letters[i : i + 6] for i in range(0, _CODE_LENGTH, 6))
    until = now + CODE_LASTS
    rows.set_code(conn, officer_id, code_digest(code), until)
    return OneTimeCode(login, code, until)
