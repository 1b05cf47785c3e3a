"""Phones that have a ticket's card are told what changes the matter, in few and short messages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.duty_news import News, moment_of, news_of
from flows.labels import Category, Urgency
from flows.ticket import Outcome
from storage.tickets import TicketRow
from tests.fakes.whatsapp_room import CITIZEN, DUTY_PHONE, WhatsAppRoom, whatsapp_fixture

AT = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
KNOWN = TicketRow(
    id=1, code="K7M-2QX", kind="report", state="new", urgency="high", category="other", channel="whatsapp",
    area_code=None, referred_to=None, outcome=None, is_incomplete=True, is_anonymous=True, names_official=False,
    may_contact=True, version=1, ladder_step=0, owner_id=None, receipt_lookup=None, filed_at=AT, updated_at=AT,
    departure_at=None, confirmed_at=None, breached_at=None, closed_at=None, waiting_since=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"urgency": "emergency"}, News.EMERGENCY),
        ({"urgency": "emergency", "is_incomplete": False}, News.EMERGENCY),
        ({"is_incomplete": False}, News.COMPLETED),
        ({"area_code": "52.01"}, News.MORE),
        ({"category": Category.ORGAN_SALE.value}, News.MORE),
        ({"departure_at": AT + timedelta(hours=9)}, News.MORE),
        ({"urgency": "normal"}, None),
        ({"category": "none"}, None),
        ({"area_code": None}, None),
        ({"waiting_since": AT}, None),
        ({"owner_id": 7, "state": "confirmed"}, News.TAKEN),
        ({"state": "in_progress"}, None),
        ({"state": "closed", "owner_id": 7}, News.CLOSED),
        ({"urgency": "emergency", "names_official": True}, None),
        ({}, None),
    ],
)
def test_only_what_changes_the_matter_is_news(changes: dict[str, object], expected: News | None) -> None:
    assert news_of(KNOWN, changes) is expected


def test_of_a_closed_ticket_and_of_one_that_names_an_official_nothing_is_told() -> None:
    worse = {"urgency": Urgency.EMERGENCY.value}

    assert news_of(replace(KNOWN, state="closed"), worse) is None
    assert news_of(replace(KNOWN, names_official=True), worse) is None
    assert news_of(replace(KNOWN, urgency="emergency"), worse) is None


def test_small_news_has_one_moment_each_ten_minutes() -> None:
    moments = {
        moment_of(News.MORE, 1, "whatsapp/1", AT + timedelta(seconds=s), further=further)[0]
        for s in range(0, 3600, 7)
        for further in (False, True)
    }
    key, due_at = moment_of(News.MORE, 1, "whatsapp/1", AT + timedelta(minutes=3), further=True)

    assert len(moments) == 7
    assert due_at == AT + timedelta(minutes=10)
    assert key == moment_of(News.MORE, 1, "whatsapp/1", due_at, further=False)[0]


hotline = whatsapp_fixture()
minimal = whatsapp_fixture(duty_card="minimal")


@pytest.fixture
async def room(hotline: WhatsAppRoom) -> WhatsAppRoom:
    await hotline.on_duty()
    return hotline


async def told(room: WhatsAppRoom, *messages: str) -> list[str]:
    """Let the citizen write; gives what the duty phone got meanwhile, ten minutes later too."""
    before = len(room.twilio.words_to(DUTY_PHONE))
    for message in messages:
        await room.phones.say(message)
        await room.until(_nothing_is_due(room))
    room.clock.advance(minutes=10)
    await room.quiet()
    return room.twilio.words_to(DUTY_PHONE)[before:]


def _nothing_is_due(room: WhatsAppRoom):  # noqa: ANN202 - a condition for `until`
    async def holds() -> bool:
        due = await room.rows(
            "SELECT count(*) FROM outbox WHERE lane = 'whatsapp' AND status IN ('ready', 'claimed') AND due_at <= ?",
            int(room.clock().timestamp() * 1_000_000),
        )
        return due == [(0,)]

    return holds


@pytest.mark.slow
async def test_a_report_that_was_early_and_is_sent_later_comes_whole_once_more(room: WhatsAppRoom) -> None:
    await told(room, "tolong adik saya dikurung di ruko, HP mau diambil")
    before = len(room.twilio.words_to(DUTY_PHONE))

    code = await room.report("dia di mataram, dibawa orang namanya udin")
    room.clock.advance(minutes=10)
    await room.quiet()

    said = room.twilio.words_to(DUTY_PHONE)[before:]
    whole = [words for words in said if words.startswith(f"{code}: ceritanya sekarang lengkap.")]
    assert len(whole) == 1
    assert "udin" in whole[0]
    assert len(said) <= 3
    assert CITIZEN not in "".join(said)


@pytest.mark.slow
async def test_an_officer_who_makes_it_an_emergency_tells_every_phone_at_once(room: WhatsAppRoom) -> None:
    code = await room.report("tetangga saya dijanjikan kerja di malaysia, gajinya tidak jelas")
    before = len(room.twilio.words_to(DUTY_PHONE))

    await room.desk.amend(
        await room.officer(), code, urgency=Urgency.EMERGENCY, category=Category.OTHER, area_code="52.01"
    )
    await room.until(_nothing_is_due(room))

    (word,) = room.twilio.words_to(DUTY_PHONE)[before:]
    assert word.startswith(f"{code} sekarang DARURAT.")
    assert "dijanjikan" not in word, "a short word, the card was there before"
    assert len(word) < 300


@pytest.mark.slow
async def test_what_is_done_at_the_desk_is_told_to_the_other_phones(room: WhatsAppRoom) -> None:
    code = await room.report("tetangga saya dijanjikan kerja di malaysia, gajinya tidak jelas")
    siti, rani = await room.officer("siti"), await room.officer("rani")
    before = len(room.twilio.words_to(DUTY_PHONE))

    await room.desk.confirm(siti, code)
    await room.quiet()
    assert len(room.twilio.words_to(DUTY_PHONE)) == before, "it is her own phone"
    room.clock.advance(minutes=5)
    await room.desk.take(rani, code)
    await room.quiet()
    room.clock.advance(minutes=5)
    await room.desk.close(rani, code, Outcome.PREVENTED)
    await room.quiet()

    taken, closed = room.twilio.words_to(DUTY_PHONE)[before:]
    assert taken == f"{code} sudah ada yang menangani.\nDiterima: Rani"
    assert closed.startswith(f"{code} sudah selesai.\nSelesai: Rani")


@pytest.mark.slow
async def test_on_a_closed_window_only_an_emergency_rings_the_phone(room: WhatsAppRoom) -> None:
    code = await room.report("tetangga saya dijanjikan kerja di malaysia, gajinya tidak jelas")
    officer = await room.officer()
    room.clock.advance(hours=25)
    await room.quiet()
    before = len(room.twilio.words_to(DUTY_PHONE))

    await room.desk.amend(officer, code, urgency=Urgency.HIGH, category=Category.CHILD, area_code="52.01")
    room.clock.advance(minutes=11)
    await room.quiet()
    assert len(room.twilio.words_to(DUTY_PHONE)) == before
    await room.desk.amend(officer, code, urgency=Urgency.EMERGENCY, category=Category.CHILD, area_code="52.01")
    await room.quiet()

    (template,) = room.twilio.sent[-1:]
    assert template.content
    assert "mendesak" in template.body


@pytest.mark.slow
async def test_a_card_without_content_stays_without_content(minimal: WhatsAppRoom) -> None:
    await minimal.on_duty()
    await told(minimal, "tolong adik saya dikurung di ruko, HP mau diambil")
    await minimal.report("dia di mataram, dibawa orang namanya udin")
    minimal.clock.advance(minutes=10)
    await minimal.quiet()
    said = "\n".join(minimal.twilio.words_to(DUTY_PHONE)).casefold()

    assert "lengkap" in said
    assert not any(word in said for word in ("udin", "mataram", "dikurung", "ruko"))
