"""`tppo doctor`: look the whole deployment over and say what is wrong, each with what mends it."""

import asyncio
from collections.abc import Iterable

import click

from webhook.checkup import look_at_channels, look_at_deployment
from webhook.findings import Finding, Grade
from webhook.quiet_logs import set_up_logging
from webhook.settings import SettingsError, read_settings
from webhook.whatsapp_checkup import ask_twilio

_MARKS = {Grade.GOOD: "ok  ", Grade.NOTE: "note", Grade.BAD: "BAD "}


@click.command()
@click.option("--offline", is_flag=True, help="Ask no provider, look only at this machine.")
def doctor(*, offline: bool) -> None:
    """Check set-up, keys, database, disk, officers and channels; exit code 1 where something must be mended.

    \b
    Example:
      tppo doctor
      tppo doctor --offline
    """  # noqa: D301 - click wants the real \b
    set_up_logging()
    try:
        settings = read_settings()
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    findings = [*look_at_deployment(settings), *look_at_channels(settings)]
    if settings.has_whatsapp and not offline:
        findings += asyncio.run(ask_twilio(settings))
    if settings.has_telegram and not offline:
        from webhook.telegram_checkup import ask_telegram

        findings += asyncio.run(ask_telegram(settings))
    _show(findings)
    if any(one.grade is Grade.BAD for one in findings):
        raise SystemExit(1)


def _show(findings: Iterable[Finding]) -> None:
    for one in findings:
        click.echo(f"{_MARKS[one.grade]}  {one.about:<10} {one.text}")
