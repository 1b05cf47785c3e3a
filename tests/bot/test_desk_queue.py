"""Who is asked first."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from bot.desk_queue import Show, look
from storage import desk_queue, outbox
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database
from storage.ids import new_id
from tests.conftest import FrozenClock
from tests.desk_night import NIGHT, settle_night
from tests.desk_room import DeskRoom, Told, desk_room


@pytest.fixture
def room(database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(database, cipher, clock) as one:
        one.add_officer("siti", "Siti")
        yield one


async def codes(room: DeskRoom, show: Show = Show.OPEN, query: str = "") -> list[str]:
    queue = await look(room.store, show=show, me=room.officer("siti").id, query=query)
    return [row.ticket.code for row in queue.rows]


async def test_emergency_first_then_departure_then_who_waits_then_age(room: DeskRoom) -> None:
    waiting = {"waiting_since": room.clock()}
    for told in (
        Told("CALM-OLD", 900, "normal", state="in_progress"),
        Told("NEW-YOUNG", 2, "normal"),
        Told("NEW-OLD", 30, "normal"),
        Told("ASKS", 10, "normal", state="in_progress", columns=waiting),
        Told("SAILS-LATE", 1, "high", departs_in_hours=40),
        Told("SAILS-SOON", 1, "high", departs_in_hours=3),
        Told("SAILED", 5, "high", departs_in_hours=-1),
        Told("DANGER", 1, "emergency"),
    ):
        room.file(told)

    assert await codes(room) == [
        *("DANGER", "SAILS-SOON", "SAILS-LATE", "SAILED", "NEW-OLD", "ASKS", "NEW-YOUNG", "CALM-OLD"),
    ]


async def test_each_filter_shows_its_own(room: DeskRoom) -> None:
    me = room.officer("siti").id
    room.file(Told("NEW"))
    room.file(Told("MINE", state="confirmed", columns={"owner_id": me}))
    room.file(Told("ASKS", state="in_progress", columns={"waiting_since": room.clock()}))
    room.file(Told("DONE", state="closed", columns={"outcome": "answered"}))
    room.file(Told("BACK", state="closed", columns={"outcome": "answered", "waiting_since": room.clock()}))

    assert set(await codes(room, Show.OPEN)) == {"ASKS", "NEW", "MINE", "BACK"}
    assert await codes(room, Show.UNCONFIRMED) == ["NEW"]
    assert await codes(room, Show.MINE) == ["MINE"]
    assert await codes(room, Show.WAITING) == ["ASKS", "BACK"]
    assert await codes(room, Show.CLOSED) == ["BACK", "DONE"]


async def test_search_takes_wildcards_as_letters(room: DeskRoom) -> None:
    room.file(Told("K7M-4QX"))
    room.file(Told("R2D-9HW", state="closed"))

    assert await codes(room, query="7M-4") == ["K7M-4QX"]
    assert await codes(room, query="R2D") == ["R2D-9HW"]
    assert await codes(room, query="%") == []
    assert await codes(room, query="_______") == []


async def test_closed_tickets_go_on_page_after_page(room: DeskRoom) -> None:
    for number in range(60):
        room.file(Told(f"C-{number:02}", state="closed"))
    me = room.officer("siti").id

    first = await look(room.store, show=Show.CLOSED, me=me)
    second = await look(room.store, show=Show.CLOSED, me=me, before=first.older)

    assert len(first.rows) == 50
    assert len(second.rows) == 10
    assert second.older is None
    assert len({row.ticket.code for row in (*first.rows, *second.rows)}) == 60


async def test_counts_say_what_asks_for_somebody(room: DeskRoom, clock: FrozenClock) -> None:
    room.add_officer("made", "Made")
    settle_night(room, ["siti", "made"])

    queue = await look(room.store, show=Show.OPEN, me=room.officer("siti").id)

    opened = [told for told in NIGHT if told.state != "closed"]
    assert queue.counts.open == len(opened) == len(queue.rows)
    assert queue.counts.unconfirmed == sum(told.state == "new" for told in opened)
    assert queue.counts.emergencies == 2
    assert queue.counts.waiting == 2
    assert queue.counts.oldest_unconfirmed is not None
    assert queue.counts.oldest_unconfirmed < clock()


async def test_the_pulse_changes_with_every_act_and_only_then(room: DeskRoom) -> None:
    room.file(Told("K7M-4QX"))
    before = room.read(desk_queue.pulse)
    same = room.read(desk_queue.pulse)

    await room.desk.note(room.officer("siti"), "K7M-4QX", "sudah ditelepon")
    noted = room.read(desk_queue.pulse)
    await room.desk.confirm(room.officer("siti"), "K7M-4QX")
    confirmed = room.read(desk_queue.pulse)

    assert before == same
    assert len({before, noted, confirmed}) == 3


async def failing(room: DeskRoom) -> list[str]:
    """Give the codes that the queue marks with a message that did not arrive."""
    queue = await look(room.store, show=Show.OPEN, me=room.officer("siti").id)
    return [row.ticket.code for row in queue.rows if row.fails]


def give_up(room: DeskRoom, ticket_id: int, *, purpose: str, key: str) -> None:
    """Let a message of a ticket be given up, as delivery does."""

    def work(conn: Connection) -> None:
        batch = Batch(room.cipher, room.clock())
        row = batch.add_outbox(
            lane="telegram", purpose=purpose, ordering_key=key, dedupe_key=f"x:{new_id()}", body={}, ticket_id=ticket_id
        )
        batch.add_event(ticket_id, "hotline", "undelivered")
        flush(conn, batch)
        outbox.bury(conn, row, "blocked")

    room.write(work)


async def test_a_ticket_whose_answer_did_not_arrive_is_marked_until_one_arrives(room: DeskRoom) -> None:
    siti = room.officer("siti")
    ticket = room.file(Told("K7M-4QX", channel="telegram", may_contact=True, state="confirmed"))
    room.file(Told("OTHER"))
    assert await failing(room) == []
    give_up(room, ticket, purpose="officer_reply", key="to:1")
    assert await failing(room) == ["K7M-4QX"]
    await room.desk.reply(siti, "K7M-4QX", "Lewat jalur lain.")

    assert await failing(room) == []


async def test_a_card_that_no_group_got_is_marked_until_the_ticket_is_taken(room: DeskRoom) -> None:
    ticket = room.file(Told("K7M-4QX"))
    give_up(room, ticket, purpose="card", key=f"duty:telegram:{ticket}")
    assert await failing(room) == ["K7M-4QX"]
    await room.desk.confirm(room.officer("siti"), "K7M-4QX")

    assert await failing(room) == []


async def test_an_answer_that_nobody_waits_for_marks_nothing(room: DeskRoom) -> None:
    ticket = room.file(Told("K7M-4QX"))
    give_up(room, ticket, purpose="post", key="post:-42:")

    assert await failing(room) == []
