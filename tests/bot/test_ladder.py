"""A ticket that nobody takes climbs to somebody who does, or everybody is told that nobody did."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot import ladder
from bot.ladder import Ladder, climb, next_called, places, start, wait_of
from bot.officers import Role
from storage import audit, desk_ticket, outbox, timers
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import DeskRoom, Told, desk_room

CODE = "K7M-4QX"
TRUTH = "Belum ada petugas yang menerima. Kalau keadaan memburuk, telepon 110."


@pytest.fixture
def room(database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(database, cipher, clock) as one:
        yield one


@pytest.fixture
def steps(room: DeskRoom) -> Ladder:
    rules = replace(room.rules, places=places(has_phones=True))
    return Ladder(room.cipher, rules, lambda language: TRUTH if language == "id" else "Nobody has taken it yet.")


def begin(room: DeskRoom, told: Told) -> int:
    """File a ticket as intake does, with its ladder."""
    ticket_id = room.file(told)

    def set_ladder(conn: object) -> None:
        batch = Batch(room.cipher, room.clock())
        start(batch, ticket_id, told.urgency, room.rules)
        flush(conn, batch)  # type: ignore[arg-type] # the writer's connection

    room.write(set_ladder)
    return ticket_id


def fire(room: DeskRoom, steps: Ladder) -> str:
    """Let the clock reach the next timer and fire it, as the clockwork does."""
    due = room.read(timers.next_due)
    if due is None:
        return "silent"
    room.clock.now = max(due, room.clock())

    def handle(conn: object) -> str:
        timer = timers.take_due(conn, room.clock())  # type: ignore[arg-type] # the writer's connection
        assert timer is not None
        assert timer.kind == ladder.TIMER
        return climb(conn, timer.subject_id, room.clock(), steps)  # type: ignore[arg-type] # the same

    return room.write(handle)


def alerts(room: DeskRoom) -> list[tuple[str, str]]:
    """Give (lane, text) of every alert."""
    rows = room.read(
        lambda conn: run(conn, "SELECT id, lane, body_enc FROM outbox WHERE purpose = 'alert' ORDER BY id").all()
    )
    return [(str(row[1]), str(room.cipher.open_json(outbox.BODY, row[0], bytes(row[2]))["text"])) for row in rows]  # type: ignore[arg-type,call-overload] # rows of the driver


def call_everybody(room: DeskRoom) -> None:
    room.add_officer("siti", "Siti Aminah")
    room.add_officer("baiq", "Baiq Lestari", Role.SUPERVISOR)
    room.add_officer("made", "Made Arta")


def test_it_climbs_the_roster_then_the_supervisors_then_it_is_breached(room: DeskRoom, steps: Ladder) -> None:
    call_everybody(room)
    ticket_id = begin(room, Told(CODE, 0, "emergency"))

    results = [fire(room, steps) for _ in range(4)]

    assert results == ["climbed", "climbed", "breached", "silent"]
    events = room.read(lambda conn: desk_ticket.events(conn, room.cipher, ticket_id))
    assert [(one.kind, one.note) for one in reversed(events)] == [
        ("filed", ""),
        ("climbed", "Made Arta"),
        ("climbed", "Baiq Lestari"),
        ("breached", ""),
    ]
    ticket = room.ticket(CODE)
    assert ticket.ladder_step == 2
    assert ticket.breached_at == room.clock()
    assert room.read(lambda conn: audit.verify(conn, room.cipher)) is None


def test_every_place_that_is_set_up_hears_each_step(room: DeskRoom, steps: Ladder) -> None:
    call_everybody(room)
    begin(room, Told(CODE, 0, "emergency"))
    fire(room, steps)
    fire(room, steps)

    assert [lane for lane, _ in alerts(room)] == ["desk", "whatsapp", "desk", "whatsapp"]
    assert alerts(room)[1][1] == f"Laporan {CODE} belum diterima 5 menit. Giliran Made Arta."
    assert alerts(room)[3][1] == f"Laporan {CODE} belum diterima 10 menit. Giliran Baiq Lestari."


def test_an_emergency_climbs_in_minutes_the_rest_in_an_hour(room: DeskRoom) -> None:
    assert wait_of("emergency", room.rules) == room.rules.emergency_after
    assert wait_of("high", room.rules) == wait_of("normal", room.rules) == room.rules.other_after


async def test_a_confirmed_ticket_climbs_no_more(room: DeskRoom, steps: Ladder) -> None:
    call_everybody(room)
    ticket_id = begin(room, Told(CODE, 0, "emergency"))
    await room.desk.confirm(room.officer("siti"), CODE)

    assert fire(room, steps) == "silent"
    # also where the timer was taken by a worker a moment before the officer pressed
    assert room.write(lambda conn: climb(conn, ticket_id, room.clock(), steps)) == ""
    assert alerts(room) == []


def test_with_nobody_left_the_only_officer_is_not_called_twice(room: DeskRoom, steps: Ladder) -> None:
    room.add_officer("siti", "Siti Aminah")
    begin(room, Told(CODE, 0, "emergency"))

    assert [fire(room, steps), fire(room, steps)] == ["breached", "silent"]


@pytest.mark.parametrize(
    ("channel", "may_contact", "is_told"),
    [("web", True, True), ("web", False, False), ("whatsapp", True, True), ("whatsapp", False, False)],
)
def test_only_a_citizen_who_agreed_is_told_unasked_that_nobody_took_it(
    room: DeskRoom,
    steps: Ladder,
    channel: str,
    may_contact: bool,  # noqa: FBT001 - a case of the table
    is_told: bool,  # noqa: FBT001 - the same
) -> None:
    ticket_id = begin(room, Told(CODE, 0, "emergency", channel=channel, may_contact=may_contact))

    fire(room, steps)

    said = room.read(lambda conn: desk_ticket.messages(conn, room.cipher, ticket_id))
    assert [one.body["text"] for one in said] == ([TRUTH] if is_told else [])
    notices = room.read(lambda conn: run(conn, "SELECT lane FROM outbox WHERE purpose = 'notice'").all())
    assert len(notices) == is_told


def test_disabled_officers_are_not_called(room: DeskRoom) -> None:
    call_everybody(room)
    everyone = [room.officer(login) for login in ("siti", "made", "baiq")]
    without = [replace(one, disabled_at=room.clock()) if one.login == "made" else one for one in everyone]

    line = [next_called(without, step) for step in range(3)]

    assert [one.login if one else None for one in line] == ["siti", "baiq", None]


def test_only_places_that_are_set_up_are_named() -> None:
    assert places() == ("desk",)
    assert places(has_phones=True, has_group=True) == ("desk", "whatsapp", "telegram")
