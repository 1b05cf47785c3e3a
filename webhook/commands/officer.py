"""`tppo officer`: enter officers, list them, give a new code, shut one out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

import click
from sqlalchemy import Connection

from bot import officer_links, officers
from bot.officers import LoginNotUsable, LoginTaken, NewOfficer, NoSuchOfficer, OfficerError, OneTimeCode, Role
from storage import officers as rows
from storage.cipher import Cipher
from storage.errors import NeedsOperator
from storage.officers import OfficerRow
from webhook.desk.clock import moment_words
from webhook.settings import Settings, SettingsError, read_settings
from webhook.wiring import Storage, open_storage

X = TypeVar("X")

_SAID: dict[type[OfficerError], str] = {
    LoginTaken: "Another officer has this login. For a new code: tppo officer renew LOGIN",
    LoginNotUsable: "A login is 2 to 32 small letters, digits, dots, dashes or underscores.",
    NoSuchOfficer: "Nobody has this login. See: tppo officer list",
}


@click.group()
def officer() -> None:
    """Look after who may sit at the duty desk."""


@officer.command("add")
@click.argument("login")
@click.option("--name", default="", help="The name as colleagues know it; the login where left out.")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.DUTY.value, show_default=True)
@click.option("--order", default=0, help="Place on the roster, 1 is called first; behind everybody where left out.")
def add_command(login: str, name: str, role: str, order: int) -> None:
    """Enter an officer and print the code for the first sign-in. It is shown once and holds for 24 hours.

    \b
    Example:
      tppo officer add siti --name "Siti Aminah"
      tppo officer add baiq --name "Baiq Lestari" --role supervisor
    """  # noqa: D301 - click wants the real character
    new = NewOfficer(login, name, Role(role), order)
    with _desk() as (settings, storage):
        code = _change(storage, lambda conn, cipher: officers.add(conn, cipher, new, now=datetime.now(UTC)))
        _show_code(settings, code)


@officer.command("renew")
@click.argument("login")
def renew_command(login: str) -> None:
    """Give a known officer a new code: password forgotten, locked out, or disabled before.

    \b
    Example:
      tppo officer renew siti
    """  # noqa: D301 - click wants the real character
    with _desk() as (settings, storage):
        code = _change(storage, lambda conn, cipher: officers.renew(conn, cipher, login, now=datetime.now(UTC)))
        _show_code(settings, code)


@officer.command("list")
def list_command() -> None:
    """List the officers in the order in which they are called.

    \b
    Example:
      tppo officer list
    """  # noqa: D301 - click wants the real character
    with _desk() as (_, storage), storage.database.reader() as conn:
        everyone = rows.everyone(conn, storage.cipher)
    called = officers.roster(everyone)
    for place, one in enumerate(called, 1):
        click.echo(f"{place:>3}  {one.login:<20} {one.role:<10} {_standing(one):<16} {one.name}")
    for one in everyone:
        if not one.is_active:
            click.echo(f"  -  {one.login:<20} {one.role:<10} {'disabled':<16} {one.name}")
    if not everyone:
        click.echo("No officers yet. Begin with: tppo officer add LOGIN")


@officer.command("link")
@click.argument("login")
@click.option("--unlink", is_flag=True, help="Take the officer's phones and accounts away instead.")
def link_command(login: str, *, unlink: bool) -> None:
    """Print a code that ties an officer's own phone or account to them; it holds for half an hour, once.

    \b
    Example:
      tppo officer link siti
      tppo officer link siti --unlink
    """  # noqa: D301 - click wants the real character
    with _desk() as (settings, storage):
        if unlink:
            count = _change(storage, lambda conn, cipher: officer_links.unlink_all(conn, cipher, login))
            click.echo(f"{count} phones or accounts of {login} can no longer act.")
            return
        code = _change(
            storage, lambda conn, cipher: officer_links.give_code(conn, cipher, login, now=datetime.now(UTC))
        )
        until = moment_words(code.until, settings.rules().zone, datetime.now(UTC))
        click.echo(f"Code          {code.code}")
        click.echo(f"Holds until   {until}, once")
        click.echo(f"Telegram      the officer writes to the bot, in a private chat:  /tautkan {code.code}")
        click.echo(f"WhatsApp      the officer writes to the hotline number:          TAUT {code.code}")


@officer.command("disable")
@click.argument("login")
def disable_command(login: str) -> None:
    """Shut an officer out at once: open pages stop with their next request.

    \b
    Example:
      tppo officer disable siti
    """  # noqa: D301 - click wants the real character
    with _desk() as (_, storage):
        _change(storage, lambda conn, cipher: officers.disable(conn, cipher, login, now=datetime.now(UTC)))
        click.echo(f"{login} is shut out.")


@contextmanager
def _desk() -> Iterator[tuple[Settings, Storage]]:
    """Open the deployment beside a running hotline, and say what is wrong in one line."""
    try:
        settings = read_settings()
        storage = open_storage(settings, owns=False)
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    try:
        yield settings, storage
    except OfficerError as error:
        raise click.ClickException(_SAID[type(error)]) from None
    finally:
        storage.database.close()


def _change(storage: Storage, work: Callable[[Connection, Cipher], X]) -> X:
    with storage.database.engine.begin() as conn:
        return work(conn, storage.cipher)


def _show_code(settings: Settings, code: OneTimeCode) -> None:
    until = moment_words(code.until, settings.rules().zone, datetime.now(UTC))
    click.echo(f"Sign-in name  {code.login}")
    click.echo(f"One-time code {code.code}")
    click.echo(f"Holds until   {until}, once")
    click.echo(f"Open          http://{settings.desk_host}:{settings.desk_port}/first#{code.code}")


def _standing(one: OfficerRow) -> str:
    if one.password_hash:
        return "signed in before"
    return "code given" if one.one_time_until else "no password"
