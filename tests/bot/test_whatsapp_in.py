"""What comes in by WhatsApp: once each, whoever writes and whatever they send."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.twilio_rest import Access, TwilioRest
from bot.whatsapp_rounds import Rounds
from storage import inbox
from tests.fakes.twilio_account import File
from tests.fakes.twilio_signing import OUR_NUMBER, SID, TOKEN, message_form, signed_post
from tests.fakes.whatsapp_room import CITIZEN, STORY, WhatsAppRoom, whatsapp_fixture

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

NOBODY_NAMED = "ID.45665120011"


room = whatsapp_fixture(is_synced=False)


def picture() -> bytes:
    """A small photo."""
    out = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG")
    return out.getvalue()


async def test_t1_the_same_message_five_times_at_once_is_one(room: WhatsAppRoom) -> None:
    form = message_form("halo")
    room.twilio.windows[form["From"]] = room.clock().replace(year=2027)

    answers = await asyncio.gather(*(room.phones.post("/webhook/twilio", form) for _ in range(5)))
    await room.quiet()

    assert {answer.status_code for answer in answers} == {200}
    assert await room.rows("SELECT count(*) FROM inbox") == [(1,)]
    assert len(room.twilio.sent) == 1


async def test_t2_a_copy_that_comes_late_answers_no_later_question(room: WhatsAppRoom) -> None:
    await room.phones.say("halo")
    await room.quiet()
    first = message_form("1", number=5 << 64)
    await room.phones.post("/webhook/twilio", first)
    await room.quiet()
    asked = len(room.twilio.sent)

    for _ in range(3):
        assert (await room.phones.post("/webhook/twilio", first)).status_code == 200
    await room.quiet()

    assert len(room.twilio.sent) == asked
    await room.phones.say("1")
    await room.quiet()
    assert "Ceritakan" in room.twilio.sent[-1].body


async def test_t5_a_field_that_nobody_reads_lies_sealed_in_the_inbox(room: WhatsAppRoom) -> None:
    await room.phones.say("halo", ReferralSourceUrl="https://invented.id/iklan")

    ((inbox_id, sealed),) = await room.rows("SELECT id, body_enc FROM inbox")
    assert isinstance(sealed, bytes)
    assert isinstance(inbox_id, int)
    body = room.cipher.open_json(inbox.BODY, inbox_id, sealed)
    assert body["unread"] == {"ReferralSourceUrl": "https://invented.id/iklan"}
    assert b"invented" not in sealed


async def test_t6_a_captured_request_sent_again_does_nothing(room: WhatsAppRoom) -> None:
    await room.phones.say("halo")
    await room.quiet()
    room.clock.advance(hours=1)
    captured = signed_post("/webhook/twilio", message_form("halo", number=1 << 64))

    answer = await room.phones.client.post(
        f"{room.phones.hotline}{captured[0]}", headers=captured[1], content=captured[2]
    )
    await room.quiet()

    assert answer.status_code == 200
    assert len(room.twilio.sent) == 1


async def test_t7_who_shows_no_number_is_answered_where_they_are(room: WhatsAppRoom) -> None:
    await room.phones.say(STORY, sender=NOBODY_NAMED)
    await room.quiet()

    assert room.twilio.words_to(NOBODY_NAMED)
    assert await room.rows("SELECT count(*) FROM ticket") == [(1,)]


async def test_t7_both_identifiers_make_one_contact_and_another_id_another(room: WhatsAppRoom) -> None:
    await room.phones.say("halo", ExternalUserId=f"whatsapp:{NOBODY_NAMED}")
    await room.phones.say("halo lagi", sender=NOBODY_NAMED)
    await room.phones.say("halo", sender="ID.99999999")
    await room.quiet()

    assert await room.rows("SELECT count(DISTINCT contact_id), count(*) FROM conversation") == [(2, 2)]
    assert await room.rows("SELECT count(*) FROM identity") == [(3,)]


async def test_t7_two_contacts_that_exist_are_never_merged(room: WhatsAppRoom) -> None:
    await room.phones.say("halo")
    await room.phones.say("halo", sender=NOBODY_NAMED)
    await room.phones.say("halo", ExternalUserId=NOBODY_NAMED)
    await room.quiet()

    assert await room.rows("SELECT count(DISTINCT contact_id) FROM identity") == [(2,)]


async def test_t13_a_number_under_an_older_question_means_that_question(room: WhatsAppRoom) -> None:
    await room.phones.say("halo")
    await room.quiet()
    menu = room.twilio.sent[-1]
    await room.phones.say("1")
    await room.quiet()
    before = await room.rows("SELECT count(*) FROM conversation")

    await room.phones.say("3", OriginalRepliedMessageSid=menu.sid)
    await room.quiet()

    assert before == [(1,)]
    # "3" of the menu is the status; as an answer to the newest question it would have been something else
    choice = await room.rows("SELECT count(*) FROM message WHERE speaker = 'citizen' AND kind = 'choice'")
    assert choice == [(1,)]


async def test_t13_a_number_under_an_answered_question_offers_to_change_that_answer(room: WhatsAppRoom) -> None:
    for word in ("1", "1", "tetangga saya dijanjikan kerja di malaysia, visanya cuma liburan", *["lewati"] * 12):
        await room.phones.say(word)
        await room.quiet()
        if "menghubungi Anda" in room.twilio.sent[-1].body:
            break
    asked = room.twilio.sent[-1]
    await room.phones.say("1")
    await room.quiet()
    before = len(room.twilio.sent)

    await room.phones.say("3", OriginalRepliedMessageSid=asked.sid)
    await room.quiet()

    (offer,) = room.twilio.sent[before:]
    assert offer.body.startswith("Jawaban yang tadi: Boleh, di chat ini.")
    assert "3. Jangan hubungi saya" in offer.body


async def test_t15_an_album_of_five_is_five_files_and_one_answer(room: WhatsAppRoom) -> None:
    await room.phones.say(STORY)
    await room.quiet()
    before = len(room.twilio.sent)

    await asyncio.gather(*(room.phones.send_file(picture(), "image/jpeg") for _ in range(5)))
    await room.until(lambda: len(room.twilio.deleted) == 5)
    await room.quiet()

    assert await room.rows("SELECT count(*) FROM media WHERE fetch_state = 'stored' AND refusal = ''") == [(5,)]
    assert len(room.twilio.sent) == before + 1


@pytest.mark.parametrize("first_at", [0.0, 4.0, 9.9])
async def test_t15_pictures_a_moment_apart_are_one_album_whenever_the_moment_is(
    room: WhatsAppRoom, first_at: float
) -> None:
    await room.phones.say(STORY)
    await room.quiet()
    room.clock.now = room.clock.now.replace(second=0, microsecond=0) + timedelta(minutes=1, seconds=first_at)
    before = len(room.twilio.sent)

    for _ in range(4):  # one after the other over a slow line
        await room.phones.send_file(picture(), "image/jpeg")
        room.clock.advance(seconds=9)
    await room.quiet()
    assert len(room.twilio.sent) == before + 1

    room.clock.advance(seconds=12)
    await room.phones.send_file(picture(), "image/jpeg")
    await room.quiet()
    assert len(room.twilio.sent) == before + 2


async def test_t16_a_voice_note_is_kept_and_deleted_at_twilio(room: WhatsAppRoom) -> None:
    voice = b"OggS" + bytes(500)

    me = await room.phones.send_file(voice, "audio/ogg; codecs=opus")
    await room.until(lambda: room.twilio.deleted == [me])

    (kind, size, origin) = (await room.rows("SELECT kind, size_bytes, origin FROM media"))[0]
    assert (kind, size, origin) == ("voice", len(voice), "whatsapp")


async def test_t17_every_kind_at_every_step_is_taken(room: WhatsAppRoom) -> None:
    """Nothing is parked: location, voice, card, sticker, reaction-like empties, old buttons, in and out of a report."""
    kinds: list[dict[str, str]] = [
        {"Latitude": "-8.58", "Longitude": "116.1", "MessageType": "location"},
        {"MessageType": "reaction"},
        {"MessageType": "sticker", "NumMedia": "1", "MediaUrl0": "x", "MediaContentType0": "image/webp"},
        {"ButtonPayload": "nothing:here", "ButtonText": "Ya"},
        {"ListId": "menu:report", "ListTitle": "Lapor"},
        {"Body": "\u202e\x00 a\u0301"},
        {"NumMedia": "1", "MediaUrl0": "https://x/ME1", "MediaContentType0": "audio/ogg; codecs=opus"},
        {"NumMedia": "1", "MediaUrl0": "https://x/ME2", "MediaContentType0": "text/vcard", "MessageType": "contacts"},
        {"NumMedia": "1", "MediaUrl0": "https://x/ME3", "MediaContentType0": "application/zip"},
        {"NumMedia": "7", "MessageType": "something_of_2027"},
    ]
    for step in ("halo", "1", STORY, "ya", "cukup"):
        await room.phones.say(step)
        for one in kinds:
            await room.phones.say(one.get("Body", ""), **{key: value for key, value in one.items() if key != "Body"})
    await room.quiet()

    assert await room.rows("SELECT count(*) FROM inbox WHERE status <> 'done'") == [(0,)]


async def test_a_contact_card_is_heard_once_it_was_read(room: WhatsAppRoom) -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Pak Invented\nTEL;waid=6281200000009:+62 812-0000-0009\nEND:VCARD\n"
    await room.phones.say(STORY)
    await room.quiet()
    before = len(room.twilio.sent)

    await room.phones.send_file(card, "text/vcard", MessageType="contacts")
    await room.until(lambda: len(room.twilio.sent) > before)

    heard = await room.rows("SELECT provider_id FROM inbox WHERE provider_id LIKE '%:card'")
    assert len(heard) == 1
    await room.until(lambda: _is_one_stored(room))  # written down once it was heard


async def _is_one_stored(room: WhatsAppRoom) -> bool:
    return await room.rows("SELECT count(*) FROM media WHERE fetch_state = 'stored'") == [(1,)]


async def test_t25_two_messages_of_one_person_at_the_same_moment_make_one_ticket(room: WhatsAppRoom) -> None:
    first, second = message_form(STORY, number=11), message_form("namanya wati, 19 tahun", number=12)
    room.twilio.windows[first["From"]] = room.clock().replace(year=2027)

    await asyncio.gather(room.phones.post("/webhook/twilio", first), room.phones.post("/webhook/twilio", second))
    await room.quiet()

    assert await room.rows("SELECT count(*) FROM ticket") == [(1,)]
    assert await room.rows("SELECT version FROM conversation") == [(2,)]


async def test_what_the_webhook_missed_is_taken_in_by_the_next_round(room: WhatsAppRoom) -> None:
    rounds = rounds_of(room)
    await room.phones.say("halo")
    await room.phones.say(STORY, lost=True)
    room.clock.advance(minutes=3)

    assert await rounds.reconcile() == 1
    assert await rounds.reconcile() == 0
    await room.quiet()

    assert await room.rows("SELECT count(*) FROM ticket") == [(1,)]
    until = (await room.rows("SELECT window_until - ? FROM identity", 0))[0][0]
    assert until == int((room.clock().timestamp() + 24 * 3600 - 180) * 1_000_000), (
        "the window counts from when they wrote"
    )


async def test_a_missed_file_is_found_by_the_round(room: WhatsAppRoom) -> None:
    url = f"{room.twilio.base}/x/ME{'7' * 32}"
    room.twilio.files["ME" + "7" * 32] = File(picture(), "image/jpeg")
    await room.phones.say("", lost=True, NumMedia="1", MediaUrl0=url, MediaContentType0="image/jpeg")
    room.clock.advance(minutes=3)

    await rounds_of(room).reconcile()
    await room.until(lambda: bool(room.twilio.deleted))

    assert await room.rows("SELECT kind, fetch_state FROM media") == [("photo", "stored")]


async def test_t23_one_missed_message_that_cannot_be_read_keeps_no_other_from_us(room: WhatsAppRoom) -> None:
    await room.phones.say("", lost=True, NumMedia="1", MediaUrl0="x/ME" + "9" * 32, MediaContentType0="image/jpeg")
    await room.phones.say(STORY, lost=True, sender="+6281200000002")
    room.clock.advance(minutes=3)
    rounds = rounds_of(room)

    assert await rounds.reconcile() == 1
    assert await room.rows("SELECT count(*) FROM ticket") == [(1,)]
    room.twilio.files["ME" + "9" * 32] = File(picture(), "image/jpeg")
    assert await rounds.reconcile() == 1, "it is tried again"


async def test_a_round_that_twilio_does_not_answer_does_no_harm(room: WhatsAppRoom) -> None:
    await room.phones.say(STORY, lost=True)
    room.clock.advance(minutes=3)
    room.twilio.faults.extend(["429", "500", "503"])
    rounds = rounds_of(room)

    for _ in range(3):
        with pytest.raises(Exception, match=r"rate_limited|server|unavailable"):
            await rounds.reconcile()

    assert await rounds.reconcile() == 1


async def test_stop_means_that_nothing_comes_unasked(room: WhatsAppRoom) -> None:
    code = await room.report()
    assert await room.rows("SELECT may_contact FROM ticket") == [(1,)]

    await room.phones.say("STOP")
    await room.quiet()

    assert await room.rows("SELECT may_contact FROM ticket WHERE code = ?", code) == [(0,)]
    await room.desk.reply(await room.officer(), code, "Bu, kami di jalan.")
    await room.quiet()
    assert not any("di jalan" in words for words in room.twilio.words_to(CITIZEN))


async def test_delete_my_traces_empties_twilios_log_too(room: WhatsAppRoom) -> None:
    await room.phones.say("nama saya Invented, mau tanya")
    await room.phones.say("hapus")
    await room.quiet()

    await room.phones.say("Ya, hapus")
    await room.quiet()

    assert not any("Invented" in one.body for one in room.twilio.messages.values())
    assert await room.rows("SELECT count(*) FROM outbox WHERE purpose = 'erase' AND status = 'sent'") == [(1,)]


def rounds_of(room: WhatsAppRoom) -> Rounds:
    """The rounds, walked by hand."""
    rest = TwilioRest(Access(SID, TOKEN, OUR_NUMBER, room.twilio.base), room.side._client)
    return Rounds(rest, room.side.door(room.hotline), room.hotline.desk_store)


async def test_t18_an_endless_file_stops_at_the_cap_and_its_sender_is_told(room: WhatsAppRoom) -> None:
    await room.phones.send_file(b"", "video/mp4", manner="endless")
    await room.until(_refused_in(room))
    await room.quiet()

    assert await room.rows("SELECT refusal FROM media") == [("too_big",)]


def _refused_in(room: WhatsAppRoom) -> Callable[[], Awaitable[bool]]:
    async def is_refused() -> bool:
        return bool(await room.rows("SELECT 1 FROM media WHERE fetch_state = 'stored'"))

    return is_refused
