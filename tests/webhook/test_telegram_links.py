"""The desk's page on which an officer ties their own account to their name."""

import re

import pytest

from bot import officer_links
from storage import officer_links as rows
from storage.cipher import Cipher
from storage.database import Database
from tests.conftest import FrozenClock
from tests.desk_room import DeskRoom, desk_room


@pytest.fixture
def room(sqlite_database: Database, cipher: Cipher, clock: FrozenClock):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """A running desk."""
    with desk_room(sqlite_database, cipher, clock) as made:
        yield made


async def test_a_code_from_the_desk_links_its_officer_once(room: DeskRoom, cipher: Cipher) -> None:
    siti = await room.signed_in("siti", "Siti Aminah")
    shown = await siti.post("/links/new")
    code = re.search(r"/tautkan ([0-9A-Z-]{14})", shown.text)
    assert code
    assert (await siti.get("/links")).text.count(code[1]) == 0
    now = room.clock()
    linked = room.write(
        lambda conn: officer_links.link(conn, cipher, code[1], channel="telegram", address="90017777", now=now)
    )
    page = (await siti.get("/links")).text

    assert linked is not None
    assert linked.login == "siti"
    assert "berakhir 7777" in page
    assert "90017777" not in page


async def test_an_officer_sees_and_unties_only_their_own(room: DeskRoom, cipher: Cipher) -> None:
    siti, budi = await room.signed_in("siti", "Siti"), await room.signed_in("budi", "Budi")
    now, mine = room.clock(), room.officer("siti").id
    room.write(lambda conn: rows.link(conn, cipher, mine, "telegram", "90017777", now))
    assert "7777" not in (await budi.get("/links")).text
    await budi.post("/links/remove", channel="telegram")
    assert len(room.read(lambda conn: rows.links(conn, cipher))) == 1
    await siti.post("/links/remove", channel="telegram")

    assert room.read(lambda conn: rows.links(conn, cipher)) == []
