"""Linking an officer's own phone or account: a one-time code from the desk, typed once on that channel.

Plain functions over an open transaction. Nobody acts from a phone or a group who is not linked, whatever group they
sit in and whatever name they show.
"""

from datetime import datetime, timedelta
from secrets import choice

from sqlalchemy import Connection

from bot.officers import NoSuchOfficer, OneTimeCode, clean_login, code_digest
from storage import audit, desk_tries, officer_links
from storage import officers as rows
from storage.cipher import Cipher
from storage.officers import OfficerRow

CODE_LASTS = timedelta(minutes=30)
# Crockford's letters, as for sign-in codes; 12 of 32 make 60 bits, and ten wrong ones shut the address out
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 12
_MOST_TRIES = 10
_TRIES_FORGOTTEN = timedelta(hours=24)


def give_code(conn: Connection, cipher: Cipher, login: str, *, now: datetime) -> OneTimeCode:
    """Give an active officer a code that links one phone or account.

    Raises:
        NoSuchOfficer: Nobody active has this login.
    """
    officer = rows.by_login(conn, cipher, clean_login(login))
    if officer is None or not officer.is_active:
        raise NoSuchOfficer
    letters = _letters()
    code, until = "-".join(letters[i : i + 4] for i in range(0, _CODE_LENGTH, 4)), now + CODE_LASTS
    officer_links.keep_code(conn, officer.id, code_digest(code), until)
    audit.append(conn, cipher, [audit.entry("operator", "officer.link_code", f"officer:{officer.id}", "", now)])
    return OneTimeCode(officer.login, code, until)


def unlink_all(conn: Connection, cipher: Cipher, login: str) -> int:
    """Take every phone and account of an officer away; give how many there were.

    Raises:
        NoSuchOfficer: Nobody has this login.
    """
    officer = rows.by_login(conn, cipher, clean_login(login))
    if officer is None:
        raise NoSuchOfficer
    return sum(officer_links.unlink(conn, officer.id, channel) for channel in ("telegram", "whatsapp"))


def link(  # noqa: PLR0913 - a code, a place, a moment
    conn: Connection, cipher: Cipher, code: str, *, channel: str, address: str, now: datetime
) -> OfficerRow | None:
    """Spend a code for the address that sent it; give the officer, none where the code does not count.

    An address that guesses is shut out for a day after ten wrong codes.
    """
    key = "link:" + officer_links.lookup_of(cipher, channel, address).hex()
    tries = desk_tries.of(conn, key)
    if tries is not None and tries.count >= _MOST_TRIES and now - tries.newest < _TRIES_FORGOTTEN:
        return None
    officer_id = officer_links.use_code(conn, code_digest(code), now)
    officer = next((one for one in rows.everyone(conn, cipher) if one.id == officer_id and one.is_active), None)
    if officer is None:
        desk_tries.note(conn, key, now)
        return None
    desk_tries.forget(conn, key)
    officer_links.link(conn, cipher, officer.id, channel, address, now)
    audit.append(conn, cipher, [audit.entry(f"officer:{officer.id}", "officer.linked", channel, "", now)])
    return officer


def burn(conn: Connection, code: str, now: datetime) -> None:
    """Spend a code for nobody: it was shown where others read it."""
    officer_links.use_code(conn, code_digest(code), now)


def _letters() -> str:
    """Draw the letters of a code; one without a digit could be three words, so it is drawn again."""
    letters = ""
    while not any(char.isdigit() for char in letters):
        letters = "".join(choice(_LETTERS) for _ in range(_CODE_LENGTH))
    return letters
