"""`tppo webhook`: tell Telegram where our webhook is, and show what Telegram thinks of it."""

import click

from webhook.settings import Settings, SettingsError, read_settings


@click.group()
def webhook() -> None:
    """Look after the Telegram webhook; without one, the hotline asks Telegram by itself."""


@webhook.command("set")
def set_command() -> None:
    """Point Telegram at TPPO_PUBLIC_BASE_URL; nothing that waits is thrown away. Run it again after every change.

    \b
    Example:
      tppo webhook set
    """  # noqa: D301 - click wants the real character
    from webhook.telegram_asking import TelegramRefused
    from webhook.telegram_webhook import set_webhook

    settings = _settings()
    if not settings.telegram_webhook_secret:
        raise click.ClickException("Set TPPO_TELEGRAM_WEBHOOK_SECRET in .env: 1 to 256 letters, digits, _ and -.")
    try:
        click.echo(f"Telegram now sends to {set_webhook(settings)}")
    except TelegramRefused as error:
        raise click.ClickException(str(error)) from None


@webhook.command("show")
def show_command() -> None:
    """Show where Telegram sends to, how much waits there, and what went wrong last.

    \b
    Example:
      tppo webhook show
    """  # noqa: D301 - click wants the real character
    from webhook.telegram_asking import TelegramRefused
    from webhook.telegram_webhook import read_webhook

    settings = _settings()
    try:
        state = read_webhook(settings)
    except TelegramRefused as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Address  {state.url or 'none: the hotline asks Telegram by itself (polling)'}")
    click.echo(f"Waiting  {state.waiting} updates")
    if state.last_error:
        when = f" at {state.last_error_at:%Y-%m-%d %H:%M} UTC" if state.last_error_at else ""
        click.echo(f"Trouble  {state.last_error}{when}")


def _settings() -> Settings:
    try:
        settings = read_settings()
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    if not settings.has_telegram:
        raise click.ClickException("Telegram is not set up: put TPPO_TELEGRAM_BOT_TOKEN into .env.")
    return settings
