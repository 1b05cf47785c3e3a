"""Puts the parts together: settings in, a hotline and its two faces out. The only place that knows them all."""

import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import FastAPI
from starlette.types import ASGIApp

from bot.desk import Desk
from bot.desk_door import Door
from bot.hotline import Hotline, Parts
from bot.passwords import Passwords
from flows.labels import Language
from flows.places.areas import units
from flows.showing import greeting
from storage.belonging import check_keys
from storage.cipher import Cipher
from storage.database import FILE as DATABASE_FILE
from storage.database import Database, open_database
from storage.evidence import EvidenceFolder
from storage.keys import load_keys
from storage.migrate import upgrade
from webhook.connecting import Connected
from webhook.desk.app import create_desk_app
from webhook.desk.parts import Parts as DeskParts
from webhook.public.app import create_public_app
from webhook.serving import Face
from webhook.settings import Settings


@dataclass(frozen=True, slots=True)
class Storage:
    """An opened deployment: its database, and the cipher that its keys make."""

    database: Database
    cipher: Cipher


def open_storage(settings: Settings, *, owns: bool = True) -> Storage:
    """Open database and keys of a deployment, made and brought up to date where needed.

    Args:
        owns: True for the one process that serves; a command that works beside it says False.

    Raises:
        NeedsOperator: Something a person must mend; the text says how.
    """
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    # lost keys are never made anew beside a database that was sealed with them
    is_new = bool(settings.database_url) or not (settings.data_dir / DATABASE_FILE).exists()
    keys = load_keys(settings.data_dir, may_create=is_new)
    database = open_database(settings.data_dir, url=settings.database_url, owns=owns)
    upgrade(database.engine)
    check_keys(database.engine, keys)
    return Storage(database, Cipher(keys))


def connected_of(settings: Settings) -> list[Connected]:
    """List the channels that are set up, each with its own line to its provider; call it inside the event loop."""
    # their libraries are large: only who uses a channel pays for it, in start-up time and memory
    found: list[Connected] = []
    if settings.has_whatsapp:
        from webhook.whatsapp_side import WhatsAppSide  # noqa: PLC0415

        found.append(WhatsAppSide(settings))
    if settings.has_telegram:
        from webhook.telegram_side import TelegramSide  # noqa: PLC0415

        found.append(TelegramSide(settings))
    return found


def parts_of(settings: Settings, storage: Storage, connected: Sequence[Connected] = ()) -> Parts:
    """Gather what a hotline is made of."""
    evidence = EvidenceFolder(settings.data_dir / "evidence", storage.cipher)
    return Parts(
        storage.database,
        storage.cipher,
        evidence,
        settings.rules(),
        outlets=lambda store: [channel for one in connected for channel in one.channels(store)],
        sources=[source for one in connected for source in one.sources()],
    )


def faces_of(
    settings: Settings,
    hotline: Hotline,
    ports: Mapping[str, Sequence[socket.socket]],
    connected: Sequence[Connected] = (),
) -> list[Face]:
    """Build the faces whose ports are open."""

    def add_webhooks(app: FastAPI) -> None:
        for one in connected:
            one.add_routes(app, hotline)

    zone = settings.rules().zone
    public = create_public_app(
        hotline,
        base_url=settings.address,
        greeting=lambda language: greeting(Language(language)),
        timezone=zone,
        is_ready=hotline.is_ready,
        extend=add_webhooks,
    )
    store = hotline.desk_store
    desk = create_desk_app(
        DeskParts(
            store,
            hotline.bell,
            Door(store, Passwords()),
            Desk(store, hotline.bell, settings.rules()),
            evidence=hotline.evidence,
            areas={
                code: place.full_name
                for code, place in units(settings.province).items()
                if len(code) <= len("52.01.01")
            },
            zone=zone,
            registry_max_age_days=settings.registry_max_age_days,
            refresh_registry=hotline.registry.refresh,
        ),
    )
    apps: dict[str, ASGIApp] = {"public": public, "desk": desk}
    return [Face(apps[name], opened) for name, opened in ports.items()]
