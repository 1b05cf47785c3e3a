"""What officers do, each act in one transaction."""

import asyncio
from collections.abc import Iterator
from typing import cast

import pytest

from bot.desk_hand import (
    CitizenWrote,
    DeskError,
    MoveNotAllowed,
    NobodyToAnswer,
    NoSuchTicket,
    NothingSaid,
    OfficerWasFaster,
    read_note,
    write_note,
)
from bot.desk_page import TicketPage, note_view, open_page, stamp
from flows.labels import Category, Urgency
from flows.ticket import Outcome, State
from storage import audit, timers
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database
from storage.officers import OfficerRow
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import DeskRoom, Told, desk_room

CODE = "K7M-4QX"


@pytest.fixture
def room(database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(database, cipher, clock) as one:
        one.add_officer("siti", "Siti Aminah")
        one.add_officer("made", "Made Arta")
        yield one


@pytest.fixture
def siti(room: DeskRoom) -> OfficerRow:
    return room.officer("siti")


@pytest.fixture
def made(room: DeskRoom) -> OfficerRow:
    return room.officer("made")


async def page_of(room: DeskRoom, code: str = CODE) -> TicketPage:
    page = await open_page(room.store, code)
    assert page is not None
    return page


async def citizen_writes(room: DeskRoom, code: str = CODE) -> None:
    """As intake does it: a message, and the ticket's version grows."""
    page = await page_of(room, code)
    assert page.target is not None
    target, ticket_id = page.target, page.ticket.id

    def write(conn: object) -> None:
        batch = Batch(room.cipher, room.clock())
        batch.add_message(target.contact_id, "citizen", "text", {"text": "masih di sini"}, ticket_id=ticket_id)
        batch.change_ticket(ticket_id, waiting_since=room.clock())
        batch.add_event(ticket_id, "citizen", "added")
        flush(conn, batch)  # type: ignore[arg-type] # the writer's connection

    room.write(write)


async def test_confirming_names_the_officer_and_stops_the_ladder(
    room: DeskRoom, siti: OfficerRow, clock: FrozenClock
) -> None:
    ticket_id = room.file(Told(CODE))
    timer = timers.row("ladder", ticket_id, clock(), f"ladder:{ticket_id}")
    room.write(lambda conn: timers.set_all(conn, [timer]))

    await room.desk.confirm(siti, CODE, (await page_of(room)).seen)

    page = await page_of(room)
    assert page.ticket.state == State.CONFIRMED
    assert page.ticket.confirmed_at == clock()
    assert page.owner_name == "Siti Aminah"
    newest = page.events[0]
    assert (newest.actor, newest.kind, newest.to_state) == (f"officer:{siti.id}", "moved", "confirmed")
    assert room.read(timers.next_due) is None


async def test_of_two_officers_at_once_one_wins_and_the_other_is_told(
    room: DeskRoom, siti: OfficerRow, made: OfficerRow
) -> None:
    room.file(Told(CODE))
    seen = (await page_of(room)).seen

    results = await asyncio.gather(
        room.desk.confirm(siti, CODE, seen), room.desk.confirm(made, CODE, seen), return_exceptions=True
    )

    assert sorted(type(one).__name__ for one in results) == ["NoneType", "OfficerWasFaster"]
    moves = [one for one in (await page_of(room)).events if one.kind == "moved"]
    assert len(moves) == 1


async def test_two_replies_at_once_send_one(room: DeskRoom, siti: OfficerRow, made: OfficerRow) -> None:
    """trust.md T16: two officers reply at once, one wins."""
    room.file(Told(CODE))
    seen = (await page_of(room)).seen

    results = await asyncio.gather(
        room.desk.reply(siti, CODE, "Kami bantu.", seen=seen),
        room.desk.reply(made, CODE, "Kami bantu juga.", seen=seen),
        return_exceptions=True,
    )

    assert sum(isinstance(one, OfficerWasFaster) for one in results) == 1
    assert len([one for one in (await page_of(room)).messages if one.speaker == "officer"]) == 1


async def test_a_citizen_who_writes_does_not_keep_an_officer_from_taking_the_ticket(
    room: DeskRoom, siti: OfficerRow
) -> None:
    room.file(Told(CODE))
    seen = (await page_of(room)).seen
    await citizen_writes(room)

    await room.desk.confirm(siti, CODE, seen)

    assert room.ticket(CODE).state == State.CONFIRMED


async def test_nobody_closes_over_words_that_nobody_read(room: DeskRoom, siti: OfficerRow) -> None:
    room.file(Told(CODE, state="in_progress"))
    seen = (await page_of(room)).seen
    await citizen_writes(room)

    with pytest.raises(CitizenWrote):
        await room.desk.close(siti, CODE, Outcome.NO_REPLY, seen=seen)

    await room.desk.close(siti, CODE, Outcome.ANSWERED, seen=(await page_of(room)).seen)
    assert room.ticket(CODE).outcome == "answered"


async def test_a_reply_is_message_outbox_event_and_audit_or_nothing(room: DeskRoom, siti: OfficerRow) -> None:
    room.file(Told(CODE, channel="web", columns={"waiting_since": room.clock()}))

    await room.desk.reply(siti, CODE, "  Kami sudah baca.\r\nTetap di tempat aman.\x00 ")

    page = await page_of(room)
    said = page.messages[-1]
    assert said.body == {"text": "Kami sudah baca.\nTetap di tempat aman."}
    assert (said.speaker, said.officer_id, said.status) == ("officer", siti.id, "sent")
    assert page.ticket.state == State.IN_PROGRESS
    assert page.ticket.confirmed_at is not None
    assert page.ticket.waiting_since is None
    assert page.ticket.owner_id == siti.id
    kinds = [(one.kind, one.to_state) for one in reversed(page.events)]
    assert kinds == [("filed", "new"), ("moved", "confirmed"), ("reply", None), ("moved", "in_progress")]
    assert room.read(lambda conn: audit.verify(conn, room.cipher)) is None


@pytest.mark.parametrize(
    ("channel", "may_contact", "status"),
    [
        ("web", False, "sent"),
        ("terminal", False, "sent"),
        ("whatsapp", True, "ready"),
        ("telegram", True, "ready"),
        ("whatsapp", False, "held"),
        ("telegram", False, "held"),
    ],
)
async def test_a_lock_screen_lights_up_only_where_the_citizen_agreed(
    room: DeskRoom,
    siti: OfficerRow,
    channel: str,
    may_contact: bool,  # noqa: FBT001 - a case of the table
    status: str,
) -> None:
    room.file(Told(CODE, channel=channel, may_contact=may_contact))

    await room.desk.reply(siti, CODE, "Kami bantu.")

    assert (await page_of(room)).messages[-1].status == status


async def test_a_reply_goes_to_who_joined_last(room: DeskRoom, siti: OfficerRow) -> None:
    ticket_id = room.file(Told(CODE, channel="web"))
    other = room.file(Told("OTHER", channel="telegram"))
    newest = (await page_of(room, "OTHER")).target
    assert newest is not None

    def join(conn: object) -> None:
        batch = Batch(room.cipher, room.clock())
        batch.join_ticket(ticket_id, newest.contact_id, newest.identity_id)
        flush(conn, batch)  # type: ignore[arg-type] # the writer's connection

    room.write(join)
    await room.desk.reply(siti, CODE, "Kami bantu.")

    assert other != ticket_id
    sent = room.read(
        lambda conn: run(conn, "SELECT lane, identity_id FROM outbox WHERE purpose = 'officer_reply'").all()
    )
    assert [tuple(row) for row in sent] == [("telegram", newest.identity_id)]


async def test_an_answer_that_nobody_can_get_is_refused(room: DeskRoom, siti: OfficerRow) -> None:
    ticket_id = room.file(Told(CODE))
    room.write(lambda conn: run(conn, "DELETE FROM ticket_contact WHERE ticket_id = ?", (ticket_id,)))

    with pytest.raises(NobodyToAnswer):
        await room.desk.reply(siti, CODE, "Kami bantu.")


async def test_notes_stay_inside_and_never_conflict(room: DeskRoom, siti: OfficerRow, made: OfficerRow) -> None:
    room.file(Told(CODE))
    seen = (await page_of(room)).seen

    await asyncio.gather(room.desk.note(siti, CODE, "ditelepon"), room.desk.note(made, CODE, "tidak diangkat"))
    await room.desk.confirm(siti, CODE, seen)

    page = await page_of(room)
    assert {one.note for one in page.events if one.kind == "note"} == {"ditelepon", "tidak diangkat"}
    assert [one for one in page.messages if one.speaker == "officer"] == []
    sealed = room.read(lambda conn: run(conn, "SELECT note_enc FROM ticket_event").all())
    assert b"ditelepon" not in b"".join(bytes(cast("bytes", row[0])) for row in sealed if row[0])


async def test_a_ticket_goes_the_whole_way_and_back(room: DeskRoom, siti: OfficerRow, made: OfficerRow) -> None:
    room.file(Told(CODE))

    await room.desk.confirm(siti, CODE)
    await room.desk.move(siti, CODE, State.IN_PROGRESS, why="sudah dihubungi")
    await room.desk.refer(siti, CODE, "BP3MI NTB", why="minta jemput")
    await room.desk.refer(siti, CODE, "Imigrasi")
    await room.desk.take(made, CODE)
    await room.desk.move(made, CODE, State.WAITING_REPORTER)
    await room.desk.close(made, CODE, Outcome.VICTIM_SAFE, why="sudah di rumah")
    closed = room.ticket(CODE)
    await room.desk.reopen(siti, CODE, why="menghubungi lagi")

    assert (closed.referred_to, closed.outcome, closed.owner_id) == ("Imigrasi", "victim_safe", made.id)
    assert closed.closed_at is not None
    ticket = room.ticket(CODE)
    assert (ticket.state, ticket.outcome, ticket.closed_at, ticket.owner_id) == ("in_progress", None, None, siti.id)
    notes = [read_note(one.note) for one in reversed((await page_of(room)).events)]
    assert notes[3] == ({"agency": "BP3MI NTB"}, "minta jemput")
    assert notes[-2] == ({"outcome": "victim_safe"}, "sudah di rumah")


async def test_what_the_machine_read_can_be_corrected(room: DeskRoom, siti: OfficerRow, clock: FrozenClock) -> None:
    ticket_id = room.file(Told(CODE, category="none"))

    await room.desk.amend(
        siti, CODE, urgency=Urgency.EMERGENCY, category=Category.CHILD, area_code="52.03.07", why="anak 14 tahun"
    )

    ticket = room.ticket(CODE)
    assert (ticket.urgency, ticket.category, ticket.area_code) == ("emergency", "child", "52.03.07")
    details, why = read_note((await page_of(room)).events[0].note)
    assert details == {"urgency": "normal>emergency", "category": "none>child", "area_code": "->52.03.07"}
    assert why == "anak 14 tahun"
    # still unconfirmed: the ladder now climbs at the pace of an emergency
    assert room.read(timers.next_due) == clock() + room.rules.emergency_after
    assert ticket_id == ticket.id


@pytest.mark.parametrize("state", ["new", "closed"])
async def test_moves_that_may_not_be_are_refused_and_leave_no_trace(
    room: DeskRoom, siti: OfficerRow, state: str
) -> None:
    room.file(Told(CODE, state=state))
    before = (await page_of(room)).events

    for act in (
        room.desk.move(siti, CODE, State.WAITING_REPORTER),
        room.desk.move(siti, CODE, State.CLOSED),
        room.desk.refer(siti, CODE, "BP3MI NTB"),
        room.desk.close(siti, CODE, Outcome.ANSWERED),
        room.desk.take(siti, CODE),
        room.desk.reopen(siti, CODE, why="lagi") if state == "new" else room.desk.reply(siti, CODE, "halo"),
        room.desk.confirm(siti, CODE) if state == "closed" else room.desk.move(siti, CODE, State.REFERRED),
    ):
        with pytest.raises(MoveNotAllowed):
            await act

    assert (await page_of(room)).events == before
    assert room.ticket(CODE).version == 1


async def test_empty_words_and_unknown_codes_are_refused(room: DeskRoom, siti: OfficerRow) -> None:
    room.file(Told(CODE))

    for act in (
        room.desk.reply(siti, CODE, " \n\x00 "),
        room.desk.note(siti, CODE, ""),
        room.desk.reopen(siti, CODE, why=" "),
        room.desk.refer(siti, CODE, ""),
        room.desk.amend(siti, CODE, urgency=Urgency.NORMAL, category=Category.NONE, area_code=None),
    ):
        with pytest.raises(NothingSaid):
            await act
    with pytest.raises(NoSuchTicket):
        await room.desk.confirm(siti, "NO-SUCH")


@pytest.mark.parametrize("text", ["x" * 65_536, "🙏" * 4000, "\u202eterbalik\u200b", "<script>", "=1+1", "\ud800lone"])
async def test_any_words_are_kept_and_nothing_breaks(room: DeskRoom, siti: OfficerRow, text: str) -> None:
    room.file(Told(CODE))

    await room.desk.reply(siti, CODE, text)

    kept = str((await page_of(room)).messages[-1].body["text"])
    assert 0 < len(kept) <= 4000
    assert text.replace("\ud800", "").startswith(kept)


async def test_every_look_leaves_a_row_and_no_words(room: DeskRoom, siti: OfficerRow) -> None:
    ticket_id = room.file(Told(CODE))

    for _ in range(3):
        await note_view(room.store, siti, ticket_id)

    rows = room.read(
        lambda conn: run(conn, "SELECT actor, subject, detail FROM audit WHERE action = 'ticket.viewed'").all()
    )
    assert [tuple(row) for row in rows] == [(f"officer:{siti.id}", f"ticket:{ticket_id}", "")] * 3


async def test_every_act_rings_the_bell_and_changes_the_stamp(room: DeskRoom, siti: OfficerRow) -> None:
    room.file(Told(CODE))
    before = await stamp(room.store, CODE)

    async with room.bell.listen() as listener:
        await room.desk.confirm(siti, CODE)
        rang = await listener.wait(1)

    assert rang
    assert await stamp(room.store, CODE) != before
    assert await stamp(room.store, CODE) == (await page_of(room)).stamp
    assert await stamp(room.store, "NO-SUCH") == ""


async def test_a_refused_act_rings_nothing(room: DeskRoom, siti: OfficerRow) -> None:
    async with room.bell.listen() as listener:
        with pytest.raises(DeskError):
            await room.desk.confirm(siti, "NO-SUCH")

        assert not await listener.wait(0.05)


def test_a_note_gives_back_what_was_put_in() -> None:
    assert read_note(write_note("kata\nbaris dua", {"agency": "LPSK"}) or "") == ({"agency": "LPSK"}, "kata\nbaris dua")
    assert write_note("", {}) is None
    assert read_note("") == ({}, "")


async def test_thanks_need_no_answer(room: DeskRoom, siti: OfficerRow) -> None:
    room.file(Told(CODE, state="closed", columns={"outcome": "answered", "waiting_since": room.clock()}))
    seen = (await page_of(room)).seen

    await room.desk.settle(siti, CODE, seen=seen)

    assert room.ticket(CODE).waiting_since is None
    assert room.ticket(CODE).state == State.CLOSED
    with pytest.raises(MoveNotAllowed):
        await room.desk.settle(siti, CODE)


async def test_nobody_settles_words_that_nobody_read(room: DeskRoom, siti: OfficerRow) -> None:
    room.file(Told(CODE, state="in_progress", columns={"waiting_since": room.clock()}))
    seen = (await page_of(room)).seen
    await citizen_writes(room)

    with pytest.raises(CitizenWrote):
        await room.desk.settle(siti, CODE, seen=seen)
