"""SMS: a neutral word that news waits, to who agreed and does not have it; what comes back is declined or heard."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Connection

from bot.sms_notice import WORDS, Standing, standing
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database
from storage.fates import Fate
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.fakes.twilio_signing import SMS_NUMBER, message_form, sms_form, status_form
from tests.fakes.whatsapp_room import CITIZEN, WhatsAppRoom, whatsapp_fixture, whatsapp_room
from webhook.desk.words import LOUD

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ANSWER = "Bu, kami sudah menghubungi desa."


def fate(**known: object) -> Fate:
    """An officer's answer by WhatsApp, sent two minutes ago, unless said otherwise."""
    usual: dict[str, object] = {
        "lane": "whatsapp", "status": "sent", "delivery": "", "reason": "", "is_read": False,
        "identity_id": 1, "contact_id": 2, "ticket_id": 3, "created_at": NOW - timedelta(minutes=2),
    }  # fmt: skip
    return Fate(**{**usual, **known})  # type: ignore[arg-type] # the test names the fields


LONG_AGO = NOW - timedelta(hours=3)


@pytest.mark.parametrize(
    ("known", "last", "expected"),
    [
        ({}, "", Standing.UNDER_WAY),
        ({"delivery": "sent", "created_at": LONG_AGO}, "", Standing.LOST),
        ({"delivery": "delivered", "created_at": LONG_AGO}, "", Standing.HAS_IT),
        ({"delivery": "read"}, "", Standing.HAS_IT),
        ({"delivery": "failed", "reason": "63024"}, "", Standing.LOST),
        ({"delivery": "failed", "reason": "63032"}, "", Standing.LOST),
        ({"delivery": "failed", "reason": "63014"}, "", Standing.UNWANTED),
        ({"status": "dead", "reason": "template_not_approved"}, "", Standing.LOST),
        ({"status": "dead", "reason": "21610"}, "", Standing.UNWANTED),
        ({"status": "dead", "reason": "blocked", "lane": "telegram"}, "", Standing.UNWANTED),
        ({"status": "ready"}, "", Standing.UNDER_WAY),
        ({"status": "ready", "created_at": LONG_AGO}, "", Standing.LOST),
        ({"status": "held", "reason": "window_closed"}, "", Standing.UNWANTED),
        ({"status": "held"}, "63024", Standing.LOST),
        ({"status": "held"}, "63014", Standing.UNWANTED),
        ({"status": "cancelled"}, "", Standing.HAS_IT),
        ({"lane": "web"}, "", Standing.LOST),
        ({"lane": "web", "is_read": True}, "", Standing.HAS_IT),
        ({"lane": "telegram", "created_at": LONG_AGO}, "", Standing.HAS_IT),
        ({"lane": "sms", "status": "dead", "reason": "30006"}, "", Standing.UNWANTED),
    ],
)
def test_an_sms_is_for_words_that_did_not_arrive_and_for_nobody_who_shut_us_out(
    known: dict[str, object], last: str, expected: Standing
) -> None:
    assert standing(fate(**known), last, NOW) is expected


def test_the_words_betray_nothing_and_fit_one_sms() -> None:
    for words in WORDS.values():
        assert not [loud for loud in (*LOUD, "report", "police", "110", "http") if loud in words.casefold()]
        assert len(words) <= 160
        assert words.isascii()


room = whatsapp_fixture(sms_from=SMS_NUMBER)
silent = whatsapp_fixture()


async def answer(room: WhatsAppRoom, code: str) -> str:
    """Let an officer answer at the desk; gives the sid of what went out."""
    await room.desk.reply(await room.officer(), code, ANSWER)
    await room.quiet()
    return room.twilio.sent[-1].sid


async def later(room: WhatsAppRoom, **span: float) -> None:
    """Let time pass, and what is due happen."""
    room.clock.advance(**span)
    await room.hotline.clockwork.fire_due()
    await room.quiet()


@pytest.mark.slow
async def test_what_whatsapp_cannot_deliver_is_told_of_by_one_neutral_sms(
    database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path
) -> None:
    """Also on PostgreSQL."""
    async with whatsapp_room(database, cipher, clock, data_dir, sms_from=SMS_NUMBER) as room:
        await room.sync()
        code = await room.report()
        sid = await answer(room, code)

        await room.phones.report(sid, "undelivered", error="63032")
        await later(room, seconds=1)

        (sms,) = room.twilio.texted
        assert (sms.to, sms.body) == (CITIZEN, WORDS["id"])
        await room.phones.report(sms.sid, "delivered")
        shown = await room.rows(
            "SELECT o.delivery FROM message m JOIN outbox o ON o.id = m.outbox_id JOIN ticket t ON t.id = m.ticket_id "
            "WHERE o.lane = 'sms' AND t.code = ?", code
        )  # fmt: skip
        assert shown == [("delivered",)], "the desk shows how far the SMS got"
        assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'texted'") == [(1,)]
        await room.phones.text("STOP")
        await room.phones.text("siapa ini", sender="+6281200000005")
        await room.quiet()
        assert len(room.twilio.texted) == 2


@pytest.mark.slow
async def test_however_much_fails_one_phone_gets_one_sms_a_day(room: WhatsAppRoom) -> None:
    code = await room.report()
    for _ in range(3):
        await room.phones.report(await answer(room, code), "failed", error="63032")
        await later(room, seconds=1)

    assert len(room.twilio.texted) == 1


@pytest.mark.slow
async def test_what_arrives_needs_no_sms(room: WhatsAppRoom) -> None:
    sid = await answer(room, await room.report())

    await room.phones.report(sid, "delivered")
    for _ in range(5):
        await later(room, minutes=40)

    assert room.twilio.texted == []


@pytest.mark.slow
async def test_a_phone_without_data_is_told_after_two_hours(room: WhatsAppRoom) -> None:
    await answer(room, await room.report())

    await later(room, minutes=30)
    assert room.twilio.texted == []
    for _ in range(10):
        await later(room, minutes=12)

    assert len(room.twilio.texted) == 1


@pytest.mark.slow
@pytest.mark.parametrize("word", ["berhenti", "jangan hubungi saya lagi"])
async def test_who_asked_for_silence_gets_no_sms(room: WhatsAppRoom, word: str) -> None:
    code = await room.report()
    sid = await answer(room, code)
    await room.phones.say(word)
    await room.quiet()

    await room.phones.report(sid, "failed", error="63032")
    await later(room, hours=3)

    assert room.twilio.texted == []


@pytest.mark.slow
async def test_who_shows_no_number_gets_no_sms(room: WhatsAppRoom) -> None:
    code = await room.report(sender="ID.45665120011")
    await room.phones.report(await answer(room, code), "failed", error="63032")

    await later(room, hours=3)

    assert room.twilio.texted == []


@pytest.mark.slow
async def test_without_a_sender_there_is_no_sms(silent: WhatsAppRoom) -> None:
    sid = await answer(silent, await silent.report())
    await silent.phones.report(sid, "failed", error="63032")
    await later(silent, hours=3)

    assert await silent.rows("SELECT count(*) FROM outbox WHERE lane = 'sms'") == [(0,)]
    assert await silent.rows("SELECT count(*) FROM timer WHERE status = 'failed'") == [(0,)]


@pytest.mark.slow
async def test_stop_by_sms_ends_them(room: WhatsAppRoom) -> None:
    code = await room.report()
    await room.phones.text("STOP")

    await room.phones.report(await answer(room, code), "failed", error="63032")
    await later(room, seconds=1)
    assert room.twilio.texted == []

    room.twilio.stopped.clear()
    await room.phones.text("START")
    await room.phones.report(await answer(room, code), "failed", error="63032")
    await later(room, seconds=1)
    assert len(room.twilio.texted) == 1


@pytest.mark.slow
async def test_a_stop_that_only_twilio_heard_is_kept(room: WhatsAppRoom) -> None:
    room.twilio.stopped.add(CITIZEN)
    await room.phones.report(await answer(room, await room.report()), "failed", error="63032")

    await later(room, seconds=1)

    assert room.twilio.texted == []
    blocked = await room.rows("SELECT count(*) FROM identity WHERE channel = 'sms' AND blocked_at IS NOT NULL")
    assert blocked == [(1,)]


@pytest.mark.slow
async def test_an_sms_to_us_is_kept_and_declined_once_a_day(room: WhatsAppRoom) -> None:
    for words in ("halo", "siapa ini", "terima kasih", "oke"):
        await room.phones.text(words, times=2)
    await room.quiet()

    (said,) = room.twilio.texted
    assert "110" in said.body
    assert not [loud for loud in LOUD if loud in said.body.casefold()]
    assert await room.rows("SELECT count(*) FROM inbox WHERE channel = 'sms'") == [(4,)]
    assert await room.rows("SELECT count(*) FROM conversation") == [(0,)]


@pytest.mark.slow
async def test_danger_by_sms_reaches_the_duty_and_its_talk_goes_on(room: WhatsAppRoom) -> None:
    await room.phones.text("tolong saya disekap di ruko di batam", times=2)
    await room.quiet()
    await room.phones.text("ruko dekat pasar, lantai dua")
    await room.quiet()

    assert await room.rows("SELECT channel, urgency FROM ticket") == [("sms", "emergency")]
    assert "110" in room.twilio.texted[0].body
    assert len(room.twilio.texted) == 2


@pytest.mark.slow
async def test_an_sms_in_an_officers_name_orders_nothing(room: WhatsAppRoom) -> None:
    await room.officer("siti", phone=CITIZEN)
    code = await room.report(sender="+6281200000002")

    await room.phones.text(f"TERIMA {code}")
    await room.quiet()

    assert await room.rows("SELECT state FROM ticket") == [("new",)]


async def web_ticket(room: WhatsAppRoom, **reporter: str) -> str:
    """A ticket whose reporter sits in the web chat and told this of themselves; gives its code."""
    code = await room.report()

    def move(conn: Connection) -> None:
        (ticket_id,) = run(conn, "SELECT id FROM ticket").one()
        run(conn, "UPDATE identity SET channel = 'web'")
        batch = Batch(room.cipher, room.clock())
        batch.put_reporter(cast("int", ticket_id), reporter)
        flush(conn, batch)

    await room.hotline.writer.run(move)
    return code


@pytest.mark.slow
async def test_who_left_the_web_chat_is_told_at_the_phone_they_gave(room: WhatsAppRoom) -> None:
    code = await web_ticket(room, contact="phone", phone="0812-0000-0007", when="any")
    await room.desk.reply(await room.officer(), code, ANSWER)

    await later(room, minutes=9)
    assert room.twilio.texted == []
    await later(room, minutes=2)

    assert [sms.to for sms in room.twilio.texted] == ["+6281200000007"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "reporter",
    [
        {"contact": "chat"},
        {"contact": "phone"},
        {"contact": "phone", "phone": "nomor suami saya"},
        {"contact": "phone", "phone": "0812-0000-0007", "when": "habis magrib"},
        {"contact": "no", "phone": "0812-0000-0007"},
        {"contact": "phone", "phone": "0812-0000-0007", "phone_of": "kakak saya nurhayati", "when": "any"},
    ],
)
async def test_no_phone_given_for_it_at_any_hour_means_no_sms(room: WhatsAppRoom, reporter: dict[str, str]) -> None:
    code = await web_ticket(room, **reporter)
    await room.desk.reply(await room.officer(), code, ANSWER)

    await later(room, hours=3)

    assert room.twilio.texted == []


@pytest.mark.slow
async def test_who_has_read_it_in_the_web_chat_gets_no_sms(room: WhatsAppRoom) -> None:
    code = await web_ticket(room, contact="phone", phone="0812-0000-0007")
    await room.desk.reply(await room.officer(), code, ANSWER)
    await room.hotline.writer.run(
        lambda conn: run(conn, "UPDATE outbox SET read_at = 1 WHERE purpose = 'officer_reply'").rowcount
    )

    await later(room, hours=3)

    assert room.twilio.texted == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/webhook/twilio", sms_form("halo")),
        ("/webhook/twilio", message_form("halo")),
        ("/webhook/twilio/status", status_form(f"SM{1:032x}", "delivered")),
    ],
    ids=["sms", "whatsapp", "status"],
)
async def test_what_nobody_can_keep_any_more_is_asked_for_again(
    room: WhatsAppRoom, path: str, form: dict[str, str]
) -> None:
    await asyncio.to_thread(room.hotline.writer.stop)

    answer = await room.phones.post(path, form)

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
