"""`tppo audit`: prove that nobody changed what was written down about who did what."""

import click

from storage import audit as chain
from storage.errors import NeedsOperator
from webhook.settings import SettingsError, read_settings
from webhook.wiring import open_storage


@click.group()
def audit() -> None:
    """Look after the audit chain."""


@audit.command()
def verify() -> None:
    """Walk the whole chain; exit code 1 and the first broken row where it does not hold.

    \b
    Example:
      tppo audit verify
    """  # noqa: D301 - click wants the real \b
    try:
        storage = open_storage(read_settings(), owns=False)
    except (SettingsError, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    with storage.database.reader() as conn:
        broken = chain.verify(conn, storage.cipher)
        newest, digest = chain.head(conn)
    storage.database.close()
    if broken is not None:
        raise click.ClickException(
            f"The chain is broken at row {broken}: it or a row before it was changed or removed."
        )
    click.echo(f"The chain holds. Newest row {newest}, digest {digest[:16]}; keep a copy of both somewhere else.")
