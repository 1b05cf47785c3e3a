"""A duty desk with everything real behind it, and an invented night of tickets to put on it."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import TypeVar

import httpx
from argon2 import PasswordHasher
from fastapi import FastAPI
from PIL import Image
from sqlalchemy import Connection

from bot.bell import Bell
from bot.desk import Desk
from bot.desk_door import Door
from bot.desk_store import DeskStore
from bot.officers import NewOfficer, Role, add
from bot.passwords import Passwords
from bot.rules import Rules
from storage import officers, tickets
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.contacts import find_or_make, lookup_of
from storage.database import Database
from storage.ids import new_id
from storage.officers import OfficerRow
from storage.tickets import TicketRow
from storage.writer import Writer
from tests.conftest import FrozenClock
from webhook.desk.app import create_desk_app
from webhook.desk.parts import Evidence, Parts

X = TypeVar("X")

AREAS = {
    "52.02.04": "Pujut, Lombok Tengah",
    "52.03.07": "Selong, Lombok Timur",
    "52.03.01": "Keruak, Lombok Timur",
    "52.71.01": "Ampenan, Mataram",
    "52.08.02": "Gangga, Lombok Utara",
    "52.04.20": "Sumbawa, Sumbawa",
    "52.06.10": "Bolo, Bima",
    "52.01.09": "Lembar, Lombok Barat",
}
# the real cost has its own test
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "kerbau menari di loteng"  # invented, and only for tests


@dataclass
class DeskRoom:
    """A running desk without a server: its app, its rooms, its clock."""

    database: Database
    cipher: Cipher
    clock: FrozenClock
    writer: Writer[object, object]
    store: DeskStore
    bell: Bell
    door: Door
    desk: Desk
    rules: Rules
    app: FastAPI

    def write(self, work: Callable[[Connection], X]) -> X:
        """Run work in a transaction."""
        return self.writer.run_now(work)

    def read(self, work: Callable[[Connection], X]) -> X:
        """Look something up."""
        with self.database.reader() as conn:
            return work(conn)

    def ticket(self, code: str) -> TicketRow:
        """Give a ticket as it stands now."""
        found = self.read(lambda conn: tickets.by_code(conn, code))
        assert found is not None
        return found

    def add_officer(self, login: str, name: str, role: Role = Role.DUTY) -> str:
        """Enter an officer and give the one-time code."""
        new = NewOfficer(login, name, role)
        return self.writer.run_now(lambda conn: add(conn, self.cipher, new, now=self.clock())).code

    def officer(self, login: str) -> OfficerRow:
        """Give an officer that is there."""
        with self.database.reader() as conn:
            found = officers.by_login(conn, self.cipher, login)
        assert found is not None
        return found

    async def signed_in(self, login: str, name: str, role: Role = Role.DUTY) -> "Visitor":
        """Enter an officer and give their browser, signed in."""
        code = self.add_officer(login, name, role)
        token = await self.door.choose_password(code, PASSWORD)
        visitor = Visitor(self.app, login)
        visitor.client.cookies.set("piket", token)
        visitor.csrf = self.door.csrf_of(token)
        return visitor

    def visitor(self) -> "Visitor":
        """Give a browser that is not signed in."""
        return Visitor(self.app, "")

    def file(self, told: "Told") -> int:
        """Put a ticket on the desk and give its id."""
        return self.writer.run_now(lambda conn: put(conn, self.cipher, self.clock(), told))


class Visitor:
    """A browser as far as the server can tell."""

    def __init__(self, app: FastAPI, login: str) -> None:
        self.login = login
        self.csrf = ""
        transport = httpx.ASGITransport(app=app)
        self.client = httpx.AsyncClient(transport=transport, base_url="http://desk", headers={"accept": "text/html"})

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Open a page."""
        return await self.client.get(path, headers=headers)

    async def post(self, path: str, **form: str) -> httpx.Response:
        """Send a form of our own page."""
        headers = {"sec-fetch-site": "same-origin"}
        return await self.client.post(path, data={"csrf": self.csrf, **form}, headers=headers)

    async def act(self, code: str, act: str, **form: str) -> httpx.Response:
        """Open a ticket, then send one of its forms, as the page stands now."""
        return await self.post(f"/tickets/{code}/{act}", seen=await self.seen(code), **form)

    async def seen(self, code: str) -> str:
        """Give what the forms of a ticket carry now."""
        page = (await self.get(f"/tickets/{code}")).text
        return page.split('name="seen" value="')[1].split('"')[0]


@contextmanager
def desk_room(
    database: Database, cipher: Cipher, clock: FrozenClock, evidence: Evidence | None = None
) -> Iterator[DeskRoom]:
    """Build a desk over a database."""
    writer: Writer[object, object] = Writer(database.engine, lambda _conn, items: items)
    writer.start()
    rules, bell = Rules(), Bell()
    store = DeskStore(database.reader, writer, cipher, rules.zone, clock)
    door, desk = Door(store, Passwords(QUICK)), Desk(store, bell, rules)
    parts = Parts(store, bell, door, desk, evidence, AREAS, rules.zone)
    app = create_desk_app(parts, origin="http://desk")
    try:
        yield DeskRoom(database, cipher, clock, writer, store, bell, door, desk, rules, app)
    finally:
        writer.stop()


@dataclass(frozen=True)
class Told:
    """A ticket as a test wants it."""

    code: str
    minutes_ago: float = 4
    urgency: str = "normal"
    category: str = "none"
    kind: str = "report"
    channel: str = "web"
    area: str | None = None
    departs_in_hours: float | None = None
    may_contact: bool = False
    state: str = "new"
    facts: Mapping[str, object] = field(default_factory=dict)
    signals: tuple[tuple[str, str], ...] = ()
    reporter: Mapping[str, str] = field(default_factory=dict)
    talk: tuple[tuple[str, str], ...] = ()
    columns: Mapping[str, object] = field(default_factory=dict)
    media: tuple[Mapping[str, object], ...] = ()


def put(conn: Connection, cipher: Cipher, now: datetime, told: Told) -> int:
    """Write a ticket with everything that belongs to it."""
    filed = now - timedelta(minutes=told.minutes_ago)
    batch = Batch(cipher, filed)
    lookup = lookup_of(cipher, told.channel, f"reporter of {told.code}")
    sender = find_or_make(conn, cipher, [(told.channel, lookup, f"reporter of {told.code}")], filed)[lookup]
    ticket_id = new_id()
    row: dict[str, object] = {
        "id": ticket_id,
        "code": told.code,
        "kind": told.kind,
        "state": told.state,
        "urgency": told.urgency,
        "category": told.category,
        "channel": told.channel,
        "area_code": told.area,
        "may_contact": told.may_contact,
        "filed_at": filed,
        "updated_at": filed,
        "departure_at": None if told.departs_in_hours is None else now + timedelta(hours=told.departs_in_hours),
    }
    batch.tickets.append(row | dict(told.columns))
    batch.join_ticket(ticket_id, sender.contact_id, sender.identity_id)
    batch.put_report(
        ticket_id,
        {"facts": dict(told.facts), "signals": [{"name": name, "words": words} for name, words in told.signals]},
    )
    batch.put_reporter(ticket_id, dict(told.reporter))
    batch.add_event(ticket_id, "citizen", "filed", to_state="new")
    newest = 0
    for number, (speaker, text) in enumerate(told.talk):
        at = filed - timedelta(seconds=30 * (len(told.talk) - number))
        outbox_id = None
        if speaker == "hotline":
            outbox_id = batch.add_outbox(
                lane=told.channel,
                purpose="reply",
                ordering_key=f"to:{sender.identity_id}",
                dedupe_key=f"{told.code}:{number}",
                body={"text": text},
                contact_id=sender.contact_id,
                identity_id=sender.identity_id,
                ticket_id=ticket_id,
            )
        newest = batch.add_message(
            sender.contact_id, speaker, "text", {"text": text}, ticket_id=ticket_id, outbox_id=outbox_id, at=at
        )
    for file in told.media:
        batch.media.append(
            {
                "contact_id": sender.contact_id,
                "ticket_id": ticket_id,
                "message_id": newest,
                "at": filed,
                "sha256": "0" * 64,
                "origin": told.channel,
                **file,
            }
        )
    flush(conn, batch)
    return ticket_id


class PaintedEvidence:
    """An evidence room with one invented picture in it."""

    async def preview(self, media_id: int) -> bytes | None:
        """Paint a picture."""
        picture, target = Image.new("RGB", (480, 320), (120, 140, 150 + media_id % 60)), BytesIO()
        picture.save(target, "JPEG")
        return target.getvalue()

    def original(self, media_id: int) -> AsyncIterator[bytes]:
        """Give some bytes."""
        return self._pieces(media_id)

    async def _pieces(self, media_id: int) -> AsyncIterator[bytes]:
        yield f"original {media_id}".encode()


def fact(value: str, source: str = "volunteered", words: str = "", was: str = "") -> dict[str, str]:
    """Make one fact as it lies in the report."""
    return {"value": value, "from": source, "words": words, "was": was}
