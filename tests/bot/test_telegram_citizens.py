"""Citizens on Telegram, against a strict double of it: every kind of message, answered as the conversation answers."""

import asyncio
import hashlib
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from storage.cipher import Cipher
from storage.database import Database
from storage.inbox import BODY
from tests.fakes.telegram_room import CITIZEN, EMERGENCY, Room, telegram_fixture, telegram_room
from tests.fakes.telegram_server import Fault
from tests.fakes.telegram_world import Json

room = telegram_fixture()

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit


def picture(colour: str = "navy") -> bytes:
    """A real photo."""
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "JPEG")
    return file.getvalue()


def photo(room: Room, name: str, data: bytes) -> list[Json]:
    """Keep a photo at Telegram and give it as a message shows it: small and big."""
    small, big = room.world.file(f"{name}-small", data[:50]), room.world.file(name, data)
    return [
        {"file_id": small, "file_unique_id": "a", "width": 10, "height": 8, "file_size": 50},
        {"file_id": big, "file_unique_id": "b", "width": 40, "height": 30, "file_size": len(data)},
    ]


def voice(room: Room) -> Json:
    """A voice note that begins as a real one does."""
    data = b"OggS\x00\x02" + bytes(22) + b"\x01\x13OpusHead" + bytes(4000)
    return {"file_id": room.world.file("v1", data), "file_unique_id": "v", "duration": 7, "mime_type": "audio/ogg"}


async def test_a_greeting_is_answered_with_numbers_and_buttons(room: Room) -> None:
    (answer,) = await room.say("/start")
    message = list(room.world.chats[CITIZEN].messages.values())[-1]

    assert "110" in answer
    assert "1. Melapor" in answer
    assert room.world.titles(message)[0] == "Melapor"


async def test_a_pressed_button_answers_and_stops_turning(room: Room) -> None:
    await room.say("/start")
    (answer,) = await room.press("Melapor")

    assert "aman" in answer
    assert [query["answer"] for query in room.world.queries.values()] == [""]


async def test_trap_14_an_old_button_changes_nothing(room: Room) -> None:
    """T14: old inline buttons stay clickable for ever."""
    await room.say("/start")
    menu = list(room.world.chats[CITIZEN].messages.values())[-1]
    await room.press("Melapor")
    room.clock.later += timedelta(days=3)
    room.world.presses_data(CITIZEN, menu, "v1:menu:status")
    answers = room.world.seen(CITIZEN)
    await room.pump()
    (stale,) = room.world.seen(CITIZEN)[len(answers) :]

    assert "aman" in stale  # the question that is due, not the status
    assert all("answer" in query for query in room.world.queries.values())


@pytest.mark.parametrize("data", ["", "v1", "v1:", "v9:menu:report", "menu:report", "d1:take:K7M-4QX", "v1:menu:tidak"])
async def test_foreign_button_data_are_answered_as_stale(room: Room, data: str) -> None:
    await room.say("/start")
    menu = list(room.world.chats[CITIZEN].messages.values())[-1]
    room.world.presses_data(CITIZEN, menu, data)
    await room.pump()

    assert room.rows("SELECT count(*) FROM inbox WHERE status = 'parked'") == [(0,)]
    assert room.world.queries["q1"]["answer"] == ""


async def test_trap_2_a_redelivered_update_answers_no_later_question(room: Room) -> None:
    """T2: the copy that comes between two questions must not be taken for the answer to the second."""
    await room.say("/start")
    await room.press("Melapor")
    await room.press("Ya, aman")
    seen = room.world.seen(CITIZEN)
    for update in room.taken:
        await room.door.take(update)
    await room.settle()

    assert room.world.seen(CITIZEN) == seen


async def test_trap_15_an_album_of_five_is_kept_whole_and_answered_once(room: Room) -> None:
    await room.say(EMERGENCY)
    before = len(room.world.seen(CITIZEN))
    data = [picture(colour) for colour in ("navy", "red", "green", "white", "black")]
    for number, one in enumerate(data):
        more = {"caption": "ini rukonya"} if number == 0 else {}
        room.world.says(CITIZEN, photo=photo(room, f"p{number}", one), media_group_id="77", **more)
    await room.pump()
    digests = room.rows("SELECT sha256 FROM media WHERE fetch_state = 'stored' AND refusal = '' ORDER BY id")

    assert len(room.world.seen(CITIZEN)) == before + 1
    assert {row[0] for row in digests} == {hashlib.sha256(one).hexdigest() for one in data}
    assert {row[0] for row in room.rows("SELECT ticket_id FROM media")} == {room.ticket().id}


@pytest.mark.parametrize("steps", range(6))
async def test_trap_16_a_voice_note_answers_at_any_step(room: Room, steps: int) -> None:
    way = ["/start", "1", "1", "tetangga saya mau dikirim kerja ke malaysia", "keluarga", "di rumah, praya"]
    for words in way[:steps]:
        await room.say(words)
    answers = await room.say(voice=voice(room))

    assert answers
    assert room.rows("SELECT kind, fetch_state, refusal FROM media") == [("voice", "stored", "")]
    assert room.rows("SELECT count(*) FROM inbox WHERE status = 'parked'") == [(0,)]


KINDS: dict[str, Json] = {
    "sticker": {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 9, "height": 9}},
    "poll": {"poll": {"id": "1", "question": "Mau kerja di Kamboja?", "options": []}},
    "dice": {"dice": {"emoji": "x", "value": 3}},
    "location": {"location": {"latitude": -8.58, "longitude": 116.1}},
    "nowhere": {"location": {"latitude": "a", "longitude": None}},
    "venue": {
        "venue": {"location": {"latitude": -8.5, "longitude": 116.2}, "title": "Toko", "address": "Jl. Pejanggik"}
    },
    "card": {"contact": {"phone_number": "6281900000009", "first_name": "Pak Mamad", "user_id": 77}},
    "own card": {"contact": {"phone_number": "6281900000008", "first_name": "Wati", "user_id": CITIZEN}},
    "forwarded": {
        "text": "Dibutuhkan segera 20 orang ke Malaysia tanpa biaya",
        "forward_origin": {"type": "hidden_user", "sender_user_name": "Loker", "date": 1},
    },
    "video note": {"video_note": {"file_id": "n", "file_unique_id": "n", "length": 240, "duration": 3}},
    "document": {"document": {"file_id": "d", "file_unique_id": "d", "mime_type": "application/pdf"}},
    "pinned": {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": CITIZEN, "type": "private"}}},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("steps", [0, 2, 4])
async def test_trap_17_any_kind_at_any_step_is_kept_and_answered_gently(room: Room, kind: str, steps: int) -> None:
    for words in ["/start", "1", "1", "tetangga saya mau dikirim kerja ke malaysia"][:steps]:
        await room.say(words)
    answers = await room.say(**KINDS[kind])

    assert bool(answers) == (kind != "pinned")
    assert room.rows("SELECT count(*) FROM inbox WHERE status = 'parked'") == [(0,)]


async def test_a_live_location_is_answered_once_and_followed_in_silence(room: Room) -> None:
    await room.say(EMERGENCY)
    await room.say(location={"latitude": -8.58, "longitude": 116.1, "live_period": 900})
    seen, number = room.world.seen(CITIZEN), max(room.world.chats[CITIZEN].messages) - 1
    for lat in (-8.59, -8.6):
        room.world.edits(CITIZEN, number, location={"latitude": lat, "longitude": 116.1, "live_period": 900})
    await room.pump()

    assert room.world.seen(CITIZEN) == seen
    assert room.rows("SELECT count(*) FROM message WHERE kind = 'location' AND ticket_id IS NOT NULL") == [(3,)]


async def test_an_edited_message_is_kept_as_another_version(room: Room, cipher: Cipher) -> None:
    await room.say(EMERGENCY)
    number = next(iter(room.world.chats[CITIZEN].messages))
    room.world.edits(CITIZEN, number, text="tolong, adik saya disekap di ruko di praya")
    await room.pump()
    kept = [cipher.open_json(BODY, int(str(i)), bytes(b)) for i, b in room.rows("SELECT id, body_enc FROM inbox")]  # type: ignore[arg-type]

    assert [one["kind"] for one in kept] == ["text", "edit"]
    assert "mataram" in str(kept[0]["text"])
    assert "praya" in str(kept[1]["text"])


async def test_start_in_the_middle_of_a_report_loses_nothing(room: Room) -> None:
    for words in ("/start", "1", "1", "tetangga saya mau dikirim kerja ke malaysia"):
        await room.say(words)
    (answer,) = await room.say("/start")
    offered = room.world.titles(list(room.world.chats[CITIZEN].messages.values())[-1])
    again = await room.press(offered[0])

    assert "?" in answer
    assert len(offered) == 2
    assert "mau apa" not in again[0].casefold()


async def test_a_deep_link_says_where_its_poster_hung(room: Room, cipher: Cipher) -> None:
    await room.say("/start desa_5203012005")
    ((number, body),) = room.rows("SELECT id, body_enc FROM inbox")

    assert cipher.open_json(BODY, int(str(number)), bytes(body))["start"] == "desa_5203012005"  # type: ignore[arg-type]


async def test_a_blocked_bot_writes_no_more_until_it_is_let_in(room: Room) -> None:
    """T22: marked, and unmarked by whoever opens the door again."""
    await room.say("/start")
    room.world.blocks(CITIZEN)
    await room.pump()
    assert room.rows("SELECT blocked_at IS NULL FROM identity") == [(0,)]
    room.world.blocks(CITIZEN, is_blocked=False)
    await room.pump()

    assert room.rows("SELECT blocked_at IS NULL FROM identity") == [(1,)]


async def test_trap_22_a_forbidden_send_marks_the_citizen_as_unreachable(room: Room) -> None:
    await room.say("/start")
    room.world.chats[CITIZEN].is_blocked = True
    await room.say("1")

    assert room.rows("SELECT blocked_at IS NULL FROM identity") == [(0,)]
    assert room.rows("SELECT count(*) FROM outbox WHERE status = 'dead' AND last_error = 'blocked'") == [(1,)]
    assert room.rows("SELECT count(*) FROM outbox WHERE lane = 'desk' AND dedupe_key LIKE 'alert:dead%'") == [(1,)]


async def test_two_messages_to_one_chat_keep_their_pace(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher, citizen_gap_s=0.6) as room:
        room.world.says(CITIZEN, "halo")
        room.world.says(CITIZEN, "1")
        await room.pump()
        room.clock.later += timedelta(seconds=0.1)
        unsent = "SELECT count(*) FROM outbox WHERE lane = 'telegram' AND status <> 'sent'"
        async with asyncio.timeout(120):
            while room.rows(unsent) != [(0,)]:  # noqa: ASYNC110 - what is waited for lies in the database
                await asyncio.sleep(0.02)
        sent = [row[0] for row in room.rows("SELECT sent_at FROM outbox WHERE lane = 'telegram' ORDER BY id")]

        assert int(str(sent[1])) - int(str(sent[0])) >= 500_000


async def test_a_photo_that_is_too_big_is_refused_kindly_and_recorded(room: Room) -> None:
    (answer,) = await room.say(
        document={"file_id": "big", "file_unique_id": "b", "file_size": 90_000_000, "mime_type": "video/mp4"}
    )

    assert "terlalu besar" in answer
    assert room.rows("SELECT refusal FROM media") == [("too_big",)]
    assert room.server.count("getFile") == 0


async def test_a_file_that_telegram_hands_out_later_is_fetched_later(room: Room) -> None:
    room.server.faults = [Fault("getFile", code=502, description="Bad Gateway"), Fault("file", code=500)]
    data = picture()
    await room.say(caption="ini fotonya", photo=photo(room, "p", data))
    for _ in range(2):
        room.clock.later += timedelta(hours=1)
        await room.hotline.clockwork.fire_due()
        await room.settle()

    assert room.rows("SELECT sha256 FROM media") == [(hashlib.sha256(data).hexdigest(),)]


async def test_words_in_stars_are_bold_and_nothing_can_break_the_message(room: Room) -> None:
    await room.say("/start")
    await room.say("<b>nama</b> & *bintang_ [x](y) `")
    await room.say("zzzz qqqq")
    shown = [one for one in room.world.chats[CITIZEN].messages.values() if one["from"]["is_bot"]]

    assert not any("*petugas*" in one["text"] for one in shown)
    assert room.rows  # nothing was refused: the double checks every entity
