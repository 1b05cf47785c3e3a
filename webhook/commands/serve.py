"""`tppo serve`: start the hotline, citizen chat and duty desk in one process."""

import socket
import sys
from collections.abc import Mapping, Sequence

import click
import uvloop
from sqlalchemy import Connection

from bot import officers
from bot.hotline import Hotline, utc_now
from bot.officers import NewOfficer, OneTimeCode, Role
from storage import officers as officer_rows
from storage.cipher import Cipher
from storage.errors import NeedsOperator
from webhook.announcing import announcement
from webhook.connecting import all_running
from webhook.listening import CannotListen, open_ports
from webhook.quiet_logs import set_up_logging
from webhook.serving import serve_faces
from webhook.settings import Settings, SettingsError, read_settings
from webhook.wiring import Storage, connected_of, faces_of, open_storage, parts_of

_FIRST_LOGIN = "piket"


@click.command()
@click.option("--face", type=click.Choice(["public", "desk", "both"]), default="both", show_default=True)
def serve(face: str) -> None:
    """Start the hotline: citizen chat on :8000, duty desk on :8001.

    \b
    Example:
      tppo serve
      TPPO_PUBLIC_PORT=9000 tppo serve --face public
    """  # noqa: D301 - click wants the real \b
    set_up_logging()
    try:
        settings = read_settings()
        ports = open_ports(settings, face)
        storage = open_storage(settings)
    except (SettingsError, CannotListen, NeedsOperator) as error:
        raise click.ClickException(str(error)) from None
    uvloop.run(_serve(settings, storage, ports))


async def _serve(settings: Settings, storage: Storage, ports: Mapping[str, Sequence[socket.socket]]) -> None:
    connected = connected_of(settings)
    hotline = Hotline(parts_of(settings, storage, connected))
    await hotline.start()
    try:
        first = await hotline.writer.run(lambda conn: _first_officer(conn, storage.cipher))

        async def ready() -> None:
            held = hotline.registry.current
            click.echo("\n".join(announcement(settings, set(ports), first, held.edition if held else None)))
            sys.stdout.flush()

        async with all_running(connected if "public" in ports else [], hotline):
            faces = faces_of(settings, hotline, ports, connected)
            await serve_faces(faces, on_ready=ready, before_stop=hotline.bell.close)
    finally:
        await hotline.stop()


def _first_officer(conn: Connection, cipher: Cipher) -> OneTimeCode | None:
    """Enter the first officer of a new deployment; renew the code as long as nobody has used one."""
    everyone = officer_rows.everyone(conn, cipher)
    if not everyone:
        first = NewOfficer(_FIRST_LOGIN, "Petugas pertama", Role.SUPERVISOR)
        return officers.add(conn, cipher, first, now=utc_now())
    only = everyone[0]
    if len(everyone) == 1 and only.login == _FIRST_LOGIN and not only.password_hash:
        return officers.renew(conn, cipher, _FIRST_LOGIN, now=utc_now())
    return None
