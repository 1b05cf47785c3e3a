"""Puts the parts together: settings in, a hotline and its two faces out. The only place that knows them all."""

from dataclasses import dataclass

from bot.desk import Desk
from bot.desk_door import Door
from bot.hotline import Hotline, Parts
from bot.passwords import Passwords
from flows.labels import Language
from flows.places.areas import units
from flows.showing import greeting
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.evidence import EvidenceFolder
from storage.keys import load_keys
from storage.migrate import upgrade
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
    keys = load_keys(settings.data_dir)
    database = open_database(settings.data_dir, url=settings.database_url, owns=owns)
    upgrade(database.engine)
    return Storage(database, Cipher(keys))


def parts_of(settings: Settings, storage: Storage) -> Parts:
    """Gather what a hotline is made of."""
    evidence = EvidenceFolder(settings.data_dir / "evidence", storage.cipher)
    return Parts(storage.database, storage.cipher, evidence, settings.rules())


def faces_of(settings: Settings, hotline: Hotline, face: str = "both") -> list[Face]:
    """Build the faces that are wanted: "public", "desk" or "both"."""
    zone = settings.rules().zone
    public = create_public_app(
        hotline,
        base_url=settings.address,
        greeting=lambda language: greeting(Language(language)),
        timezone=zone,
        is_ready=hotline.is_ready,
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
        ),
    )
    wanted = {
        "public": [Face(public, "0.0.0.0", settings.public_port)],  # noqa: S104 - citizens come from everywhere
        "desk": [Face(desk, settings.desk_host, settings.desk_port)],
    }
    return [one for name, some in wanted.items() if face in {name, "both"} for one in some]
