"""`tppo db`: bring the database up to date."""

import click

from storage.database import open_database
from storage.errors import NeedsOperator
from storage.migrate import newest, upgrade
from webhook.settings import SettingsError, read_settings


@click.group()
def db() -> None:
    """Look after the database."""


@db.command("upgrade")
def upgrade_command() -> None:
    """Bring the tables up to the edition of this program; the start does the same.

    \b
    Example:
      tppo db upgrade
    """  # noqa: D301 - click wants the real \b
    try:
        settings = read_settings()
        database = open_database(settings.data_dir, url=settings.database_url, owns=False)
        try:
            changed = upgrade(database.engine)
        finally:
            database.close()
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"The database has edition {newest()}{'' if changed else ' already'}.")
