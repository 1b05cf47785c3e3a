"""A watched name changes when WhatsApp's 24 hours are over: a template knocks, the notice waits, a word ends it."""

import pytest
from sqlalchemy import Connection

from bot.whatsapp_templates import KNOCKS
from flows.matching import Event, EventKind
from storage import registry
from tests.fakes.whatsapp_room import CITIZEN, WhatsAppRoom, whatsapp_fixture

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

_NAME = "PT Rinjalo Abadi"
_KNOCK = next(one for one in KNOCKS if (one.name, one.language) == ("kabar", "id")).definition["types"]
_NOTICE = "Halo, ada kabar baru dari yang Anda titipkan"


hotline = whatsapp_fixture()


@pytest.fixture
async def room(hotline: WhatsAppRoom) -> WhatsAppRoom:
    for words in (f"{_NAME} resmi gak?", "cukup", "pantau nama ini", "ya"):
        await hotline.phones.say(words)
        await hotline.quiet()
    assert "saya pantau" in hotline.twilio.words_to(CITIZEN)[-1]
    return hotline


async def suspend(room: WhatsAppRoom, kind: EventKind = EventKind.SUSPENDED) -> None:
    """Record an act upon the watched name, and let the hotline notice it."""
    act = Event(room.clock().date(), kind, "surat contoh 7/2026")

    def record(conn: Connection) -> None:
        registry.record_event(conn, _NAME, act, by="command", now=room.clock())

    await room.hotline.writer.run(record)
    await room.hotline.registry.refresh()
    await room.quiet()


async def notices(room: WhatsAppRoom) -> list[object]:
    """Give the state of every notice."""
    return [state for (state,) in await room.rows("SELECT status FROM outbox WHERE purpose = 'notice' ORDER BY id")]


async def test_within_24_hours_the_notice_goes_out_as_words(room: WhatsAppRoom) -> None:
    await suspend(room)

    assert room.twilio.words_to(CITIZEN)[-1].startswith(_NOTICE)
    assert _NAME not in room.twilio.words_to(CITIZEN)[-1]


async def test_after_24_hours_a_neutral_template_knocks_and_the_notice_waits(room: WhatsAppRoom) -> None:
    room.clock.advance(hours=25)
    before = len(room.twilio.sent)

    await suspend(room)

    (knock,) = room.twilio.sent[before:]
    assert knock.content
    assert knock.body in str(_KNOCK)
    assert "Rinjalo" not in knock.body
    assert await notices(room) == ["held"]

    await room.phones.say("BACA")
    await room.quiet()
    assert room.twilio.words_to(CITIZEN)[-1].startswith(_NOTICE)

    await room.phones.say("kabar")
    await room.quiet()
    assert "dibekukan" in room.twilio.words_to(CITIZEN)[-1]


async def test_two_changes_knock_once_a_day(room: WhatsAppRoom) -> None:
    room.clock.advance(hours=25)
    before = len(room.twilio.sent)

    await suspend(room)
    await suspend(room, EventKind.REVOKED)

    assert len(room.twilio.sent) == before + 1


async def test_who_asks_for_the_news_is_not_told_afterwards_that_there_is_some(room: WhatsAppRoom) -> None:
    room.clock.advance(hours=25)
    await suspend(room)

    await room.phones.say("kabar")
    await room.quiet()

    assert "dibekukan" in room.twilio.words_to(CITIZEN)[-1]
    assert not [words for words in room.twilio.words_to(CITIZEN) if words.startswith(_NOTICE)]
    assert await notices(room) == ["cancelled"]


async def test_who_stops_hears_only_that_it_ended(room: WhatsAppRoom) -> None:
    room.clock.advance(hours=25)
    await suspend(room)

    await room.phones.say("berhenti pantau")
    await room.quiet()
    await suspend(room, EventKind.REVOKED)

    assert room.twilio.words_to(CITIZEN)[-1] == "Baik, pantauannya sudah saya hentikan."
    assert not [words for words in room.twilio.words_to(CITIZEN) if words.startswith(_NOTICE)]
    assert await notices(room) == ["cancelled"]


async def test_without_an_approved_template_nothing_is_forced_through_and_the_notice_waits(room: WhatsAppRoom) -> None:
    await room.sync(approved=False)
    room.clock.advance(hours=25)
    before = len(room.twilio.sent)

    await suspend(room)

    assert len(room.twilio.sent) == before
    assert await notices(room) == ["held"]
    await room.phones.say("halo")
    await room.quiet()
    assert any(words.startswith(_NOTICE) for words in room.twilio.words_to(CITIZEN))
