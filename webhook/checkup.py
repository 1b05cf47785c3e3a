"""The doctor's look at a deployment: folder, keys, database, officers, outbox and the set-up of each channel."""

import importlib
import re
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.officers import Role
from storage import officers, outbox, registry
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.errors import NeedsOperator
from storage.keys import load_keys
from storage.migrate import edition, newest
from webhook.findings import Finding, bad, good, note
from webhook.settings import Settings
from webhook.whatsapp_checkup import look_at_templates, look_at_whatsapp

_FLOORS: Final = ("bot", "flows", "storage", "webhook")
_KEYS: Final = ("lookup.key", "receipt.key", "audit.key")
_GIB: Final = 1024**3
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def look_at_deployment(settings: Settings) -> Iterator[Finding]:
    """Check everything that needs no network; makes nothing and changes nothing."""
    yield _packages()
    yield from _folder(settings.data_dir)
    if settings.data_dir.is_dir():
        yield _disk(settings.data_dir)
    if not settings.database_url and not (settings.data_dir / "hotline.db").exists():
        yield note("database", "There is none yet; the first start (make run) makes it.")
        return
    yield from _database(settings)


def _packages() -> Finding:
    """Two old packages on PyPI own the names flows and storage and would shadow ours."""
    parents = {Path(str(importlib.import_module(name).__file__)).parents[1] for name in _FLOORS}
    if len(parents) == 1:
        return good("packages", "bot, flows, storage and webhook come from one place.")
    return bad("packages", "A foreign package shadows one of ours: uninstall flows and storage, then run make setup.")


def _folder(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield note("folder", f"{folder} is not there yet; the first start makes it.")
        return
    keys = folder / "keys"
    missing = [name for name in _KEYS if not (keys / name).exists()]
    if missing:
        has_data = (folder / "hotline.db").exists()
        mend = "put the keys folder back from your backup" if has_data else "the first start makes them"
        yield (bad if has_data else note)("keys", f"Missing in {keys}: {', '.join(missing)}; {mend}.")
        return
    wide = [path for path in (keys, *keys.iterdir()) if path.stat().st_mode & _OTHERS]
    for path in wide:
        yield bad("keys", f"Others on this machine can read {path}: chmod {'700' if path.is_dir() else '600'} {path}")
    if not wide:
        yield good("keys", "All there, and only their owner can read them.")


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    words = f"{free / _GIB:.1f} GiB free."
    # a full disk stops intake; 1 GiB is about forty of the largest files, 5 a quiet month
    if free < _GIB:
        return bad("disk", f"Only {words} Make room now: a full disk takes no report in.")
    return (note if free < 5 * _GIB else good)("disk", words)


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        database = open_database(settings.data_dir, url=settings.database_url, owns=False)
    except (NeedsOperator, SQLAlchemyError, OSError) as error:
        yield bad("database", _words_of(error))
        return
    try:
        with database.reader() as conn:
            yield from _inside(conn, database, settings)
    except (NeedsOperator, SQLAlchemyError) as error:
        yield bad("database", _words_of(error))
    finally:
        database.close()


def _words_of(error: Exception) -> str:
    # a driver's own words may hold the address with its password
    return str(error) if isinstance(error, NeedsOperator) else f"It does not open ({type(error).__name__})."


def _inside(conn: Connection, database: Database, settings: Settings) -> Iterator[Finding]:
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    found = edition(conn)
    if found != newest():
        yield bad("database", f"{kind} has edition {found or 'none'}, the program wants {newest()}: tppo db upgrade")
        return
    yield good("database", f"{kind}, edition {found}.")
    cipher = Cipher(load_keys(settings.data_dir, may_create=False))
    yield _officers(conn, cipher)
    yield from _outbox(conn)
    yield _registry(conn, settings)
    if settings.has_whatsapp:
        yield from look_at_templates(conn)


def _officers(conn: Connection, cipher: Cipher) -> Finding:
    active = [one for one in officers.everyone(conn, cipher) if one.is_active]
    if not active:
        return bad("officers", "Nobody can sign in at the desk: tppo officer add LOGIN")
    if not any(one.role == Role.SUPERVISOR for one in active):
        return note("officers", f"{len(active)}, no supervisor: a ticket that nobody takes climbs to nobody.")
    return good("officers", f"{len(active)}, a supervisor among them.")


def _registry(conn: Connection, settings: Settings) -> Finding:
    held = registry.edition(conn, "current")
    if held is None:
        return note("registry", "No list of companies yet; the first start imports an invented one.")
    if held.invented:
        return note("registry", "Recruiter checks answer from the invented list: tppo registry import FILE")
    age = (datetime.now(settings.rules().zone).date() - held.as_of).days
    if age > settings.registry_max_age_days:
        return bad("registry", f"The list is {age} days old and answers nothing: tppo registry import FILE")
    return good("registry", f"{held.rows} companies, {age} days old.")


def _outbox(conn: Connection) -> Iterator[Finding]:
    found = outbox.counts(conn)
    dead = sum(count for (_, status), count in found.items() if status == "dead")
    held = sum(count for (_, status), count in found.items() if status == "held")
    if dead:
        yield bad("outbox", f"{dead} messages were given up; the desk shows them with their tickets.")
    if held:
        yield note("outbox", f"{held} messages wait until their citizen writes again.")
    if not dead:
        yield good("outbox", "Nothing was given up.")


def look_at_channels(settings: Settings) -> Iterator[Finding]:
    """Check what can be known of the channels without asking their providers."""
    if settings.has_whatsapp:
        yield from look_at_whatsapp(settings)
    else:
        yield note("whatsapp", "Not connected (docs/whatsapp.md).")
    if not settings.has_telegram:
        yield note("telegram", "Not connected (docs/telegram.md).")
    elif re.fullmatch(r"\d{5,}:[A-Za-z0-9_-]{30,}", settings.telegram_bot_token):
        yield good("telegram", "Webhook." if settings.telegram_webhook_secret else "Long polling.")
    else:
        yield bad(
            "telegram", "TPPO_TELEGRAM_BOT_TOKEN does not look like a token of @BotFather (digits, colon, letters)."
        )
