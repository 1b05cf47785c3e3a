"""Duty phones on WhatsApp: cards go out, orders come in, nobody else can act, and nothing leaks onto a phone."""

import pytest
from sqlalchemy import Connection

from bot.officer_links import give_code
from storage.shelf import run
from tests.fakes.twilio_signing import OUR_NUMBER
from tests.fakes.whatsapp_room import CITIZEN, DUTY_PHONE, STORY, WhatsAppRoom, whatsapp_fixture, whatsapp_settings
from webhook.announcing import not_connected

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

OTHER_PHONE = "+6281100000088"


room = whatsapp_fixture(duty_whatsapp=f"{DUTY_PHONE}, {OTHER_PHONE}")
minimal = whatsapp_fixture(duty_card="minimal")


async def said(room: WhatsAppRoom, text: str, *, sender: str = DUTY_PHONE, **more: str) -> str:
    """Write from a duty phone and give what it is answered."""
    await room.phones.say(text, sender=sender, **more)
    await room.quiet()
    return room.twilio.words_to(sender)[-1]


async def test_each_phone_gets_its_card_and_a_dead_one_holds_up_no_other(room: WhatsAppRoom) -> None:
    await room.on_duty()
    room.twilio.refuses[f"whatsapp:{OTHER_PHONE}"] = 63024

    code = await room.report()

    assert any(code in words for words in room.twilio.words_to(DUTY_PHONE))
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") != [(0,)]


async def test_outside_its_24_hours_a_phone_gets_a_template_that_can_be_quoted(room: WhatsAppRoom) -> None:
    await room.officer("siti", phone=DUTY_PHONE)

    code = await room.report()

    template = next(one for one in room.twilio.sent if one.to.endswith(DUTY_PHONE))
    assert template.content
    assert code in template.body
    assert "mendesak" in template.body
    assert "digembok" not in template.body
    assert "digembok" in await said(room, "LIHAT", OriginalRepliedMessageSid=template.sid)


async def test_t8_a_card_that_whatsapp_refuses_as_late_becomes_a_template(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()
    card = next(one for one in room.twilio.sent if one.to.endswith(DUTY_PHONE) and code in one.body)
    before = len(room.twilio.sent)

    await room.phones.report(card.sid, "undelivered", error="63016")
    await room.quiet()

    (template,) = room.twilio.sent[before:]
    assert template.content
    assert template.to.endswith(DUTY_PHONE)
    assert "mendesak" in template.body


async def test_a_phone_that_is_not_linked_can_do_nothing(room: WhatsAppRoom) -> None:
    code = await room.report()

    for order in (f"TERIMA {code}", f"BALAS {code} ha", f"TUTUP {code} selamat", "DAFTAR", f"LIHAT {code}"):
        room.clock.advance(hours=1)
        told = await said(room, order)
        assert "belum ditautkan" in told
        assert "digembok" not in told

    assert await room.rows("SELECT state FROM ticket") == [("new",)]
    assert await room.rows("SELECT count(DISTINCT contact_id) FROM conversation") == [(1,)]


async def test_a_code_from_the_desk_links_a_phone_once(room: WhatsAppRoom) -> None:
    await room.officer("siti")
    given = await room.hotline.writer.run(lambda conn: give_code(conn, room.cipher, "siti", now=room.clock()))

    assert "milik Siti" in await said(room, given.code)
    assert "terbuka" in await said(room, "DAFTAR")
    assert "tidak berlaku" in await said(room, given.code, sender=OTHER_PHONE)


async def test_an_officers_own_phone_links_with_the_word_and_then_acts(room: WhatsAppRoom) -> None:
    own, code = "+6281300000077", await room.report()
    await room.officer("siti")
    given = await room.hotline.writer.run(lambda conn: give_code(conn, room.cipher, "siti", now=room.clock()))

    await said(room, f"TAUT {given.code}", sender=own)

    assert "diterima" in await said(room, f"TERIMA {code}", sender=own)
    assert await room.rows("SELECT state FROM ticket") == [("confirmed",)]


async def test_citizens_cannot_order_anything(room: WhatsAppRoom) -> None:
    code = await room.report()

    await room.phones.say(f"TERIMA {code}", sender="+6281200000066")
    await room.phones.say(f"TUTUP {code} selamat")
    await room.quiet()

    assert await room.rows("SELECT state FROM ticket WHERE code = ?", code) == [("new",)]


async def test_the_same_order_twice_is_done_once(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()

    await room.phones.say(f"BALAS {code} Kami di jalan.", sender=DUTY_PHONE, times=3)
    await room.quiet()

    assert room.twilio.words_to(CITIZEN).count("Kami di jalan.") == 1
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'reply'") == [(1,)]
    assert sum("sedang dikirim" in words for words in room.twilio.words_to(DUTY_PHONE)) == 1


async def test_anything_else_is_explained_in_one_message_and_goes_nowhere(room: WhatsAppRoom) -> None:
    await room.on_duty()
    await room.report()
    before = len(room.twilio.words_to(CITIZEN))

    told = await said(room, "tolong cek dong yang tadi")

    assert "TERIMA" in told
    assert "tidak dikirim ke siapa pun" in told
    assert len(room.twilio.words_to(CITIZEN)) == before
    assert await room.rows("SELECT count(DISTINCT contact_id) FROM conversation") == [(1,)]


async def test_files_of_officers_go_nowhere(room: WhatsAppRoom) -> None:
    await room.on_duty()
    card = await card_of(room, await room.report())

    await room.phones.send_file(b"OggS", "audio/ogg", sender=DUTY_PHONE, OriginalRepliedMessageSid=card)
    await room.quiet()

    assert "tidak diteruskan" in room.twilio.words_to(DUTY_PHONE)[-1]
    assert await room.rows("SELECT count(*) FROM media") == [(0,)]


async def card_of(room: WhatsAppRoom, code: str) -> str:
    """The sid of the newest card or alert about a ticket."""
    return next(one.sid for one in reversed(room.twilio.sent) if one.to.endswith(DUTY_PHONE) and code in one.body)


async def test_an_answer_under_an_alert_goes_to_that_tickets_citizen(room: WhatsAppRoom) -> None:
    await room.on_duty()
    first = await room.report()
    second = await room.report(sender="+6281200000002")

    await said(room, "untuk yang pertama", OriginalRepliedMessageSid=await card_of(room, first))
    await said(room, "untuk yang kedua", OriginalRepliedMessageSid=await card_of(room, second))

    assert room.twilio.words_to(CITIZEN)[-1] == "untuk yang pertama"
    assert room.twilio.words_to("+6281200000002")[-1] == "untuk yang kedua"


async def test_the_ladder_calls_the_phones(room: WhatsAppRoom) -> None:
    await room.on_duty()
    await room.officer("rani")
    code = await room.report()

    room.clock.advance(minutes=6)
    await room.hotline.clockwork.fire_due()
    await room.quiet()

    assert any("belum diterima" in words and code in words for words in room.twilio.words_to(DUTY_PHONE))


async def test_a_report_about_an_official_never_stands_on_a_phone(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()
    await room.hotline.writer.run(_name_official)
    before = len(room.twilio.words_to(DUTY_PHONE))

    assert code not in await said(room, "DAFTAR")
    for order in (f"LIHAT {code}", f"TERIMA {code}", f"BALAS {code} x", f"CATAT {code} x", f"TUTUP {code} selamat"):
        told = await said(room, order)
        assert "meja piket" in told
        assert "digembok" not in told
    room.clock.advance(minutes=6)
    await room.hotline.clockwork.fire_due()
    await room.quiet()

    after = room.twilio.words_to(DUTY_PHONE)[before:]
    assert not any(code in words for words in after if "belum diterima" in words)
    assert await room.rows("SELECT state FROM ticket") == [("new",)]


def _name_official(conn: Connection) -> None:
    run(conn, "UPDATE ticket SET names_official = ?", (True,))


async def test_a_minimal_card_carries_no_content(minimal: WhatsAppRoom) -> None:
    await minimal.on_duty()
    code = await minimal.report()
    told = minimal.twilio.words_to(DUTY_PHONE)

    assert any(code in words for words in told)
    assert not any(word in words.casefold() for words in told for word in ("batam", "digembok", "adik", "dikurung"))


def test_our_own_number_gets_no_cards_and_that_is_said() -> None:
    settings = whatsapp_settings("https://api.twilio.com", duty_whatsapp=OUR_NUMBER)

    assert settings.rules().places == ("desk",)
    assert any("cannot write to itself" in line for line in not_connected(settings))


async def test_what_is_done_on_the_phone_stands_at_the_desk(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()

    await said(room, f"TERIMA {code}")

    owner = await room.rows("SELECT o.login FROM ticket t JOIN officer o ON o.id = t.owner_id")
    assert owner == [("siti",)]
    assert await room.rows("SELECT count(*) FROM audit WHERE action = 'ticket.moved'") == [(1,)]


async def test_a_second_accept_takes_over_and_says_whose_it_is(room: WhatsAppRoom) -> None:
    await room.on_duty()
    await room.officer("rani", phone=OTHER_PHONE)
    code = await room.report()

    await said(room, f"TERIMA {code}")

    assert "Rani" in await said(room, f"TERIMA {code}", sender=OTHER_PHONE)


async def test_a_closing_without_an_ending_asks_for_one(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()
    await said(room, f"TERIMA {code}")

    assert "satu kata" in await said(room, f"TUTUP {code}")
    assert "ditutup" in await said(room, f"TUTUP {code} dicegah batal berangkat")
    assert STORY not in room.twilio.words_to(CITIZEN)[-1]


async def test_an_officer_is_told_the_truth_about_an_answer(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()
    assert "sedang dikirim" in await said(room, f"BALAS {code} satu")

    room.clock.advance(hours=25)
    await said(room, "DAFTAR")
    assert "24 jam" in await said(room, f"BALAS {code} dua")

    await room.phones.say("berhenti")
    assert "belum membolehkan" in await said(room, f"BALAS {code} tiga")
    assert "tiga" not in room.twilio.words_to(CITIZEN)


async def test_a_phone_that_answers_by_itself_is_not_talked_to_all_night(room: WhatsAppRoom) -> None:
    await room.on_duty()
    before = len(room.twilio.words_to(DUTY_PHONE))

    for _ in range(10):
        await said(room, "Terima kasih sudah menghubungi kami. Kami balas pada jam kerja.")

    assert len(room.twilio.words_to(DUTY_PHONE)) == before + 3
    assert "terbuka" in await said(room, "DAFTAR")
    room.clock.advance(hours=1)
    assert "tidak dikirim" in await said(room, "apa ya")


async def test_an_officer_who_hides_the_number_is_still_known(room: WhatsAppRoom) -> None:
    await room.on_duty()
    code = await room.report()

    told = await said(room, f"TERIMA {code}", sender="ID.771234", WaId=DUTY_PHONE[1:])

    assert "diterima" in told
    assert await room.rows("SELECT count(DISTINCT contact_id) FROM conversation") == [(1,)]
