"""`tppo whatsapp`: make the message templates at Twilio, and see how their approval stands."""

import asyncio
from contextlib import aclosing

import click
from rich.console import Console
from rich.progress import Progress

from bot.channel import SendError
from bot.hotline import utc_now
from bot.twilio_rest import open_rest
from bot.whatsapp_sync import Standing, sync
from bot.whatsapp_templates import ALL
from storage.errors import NeedsOperator
from webhook.quiet_logs import set_up_logging
from webhook.settings import Settings, SettingsError, read_settings
from webhook.whatsapp_side import access_of
from webhook.wiring import Storage, open_storage

_WORDS = {
    "set_up": "Twilio does not accept TPPO_TWILIO_ACCOUNT_SID with TPPO_TWILIO_AUTH_TOKEN.",
    "no_connection": "Twilio cannot be reached from here.",
}


@click.group()
def whatsapp() -> None:
    """Look after WhatsApp through Twilio."""


@whatsapp.command("sync")
def sync_command() -> None:
    r"""Make the templates that are missing at Twilio and ask for their approval; safe to run again.

    Exit code 1 while WhatsApp has refused one; waiting for approval is no fault.

    \b
    Example:
      tppo whatsapp sync
    """
    set_up_logging()
    try:
        settings = read_settings()
        if not settings.has_whatsapp:
            raise click.ClickException("WhatsApp is not set up: docs/whatsapp.md says how.")
        storage = open_storage(settings, owns=False)
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    try:
        found = asyncio.run(_sync(settings, storage))
    except SendError as error:
        words = _WORDS.get(error.reason, f"Twilio did not do it ({error.reason}). Run it again.")
        raise click.ClickException(words) from None
    finally:
        storage.database.close()
    if any(one.is_over for one in found):
        raise SystemExit(1)


async def _sync(settings: Settings, storage: Storage) -> list[Standing]:
    found: list[Standing] = []
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Templates", total=len(ALL))
        async with (
            open_rest(access_of(settings)) as rest,
            aclosing(sync(rest, storage.database.engine, utc_now)) as all_,
        ):
            async for one in all_:
                found.append(one)
                progress.advance(task)
    for one in found:
        click.echo(_line(one))
    waiting = sum(1 for one in found if not one.is_ready and not one.is_over)
    if waiting:
        click.echo(f"{waiting} wait for WhatsApp, which takes minutes to a day. Run this again to see.")
    return found


def _line(one: Standing) -> str:
    name = f"{one.template.name} ({one.template.language})"
    state = one.approval if one.template.needs_approval else "ready, needs no approval"
    return f"{name:<18} {'made now, ' if one.is_new else ''}{state}"
