"""When Telegram does not take a message: every reason has words, one chat's pause is its own, nothing comes twice."""

import re
from pathlib import Path

import pytest

import bot
from bot.delivery_words import _UNKNOWN, reason_of
from storage.cipher import Cipher
from tests.fakes.telegram_room import CITIZEN, EMERGENCY, GROUP, OFFICER, Room, telegram_fixture
from tests.fakes.telegram_server import Fault
from tests.fakes.telegram_world import Json

room = telegram_fixture()
forum = telegram_fixture(is_forum=True)

_REASON = re.compile(r"(?:Refused|TryLater|Uncertain)\(\s*\"(\w+)\"")
_MAPPED = re.compile(r"\": \"(\w+)\"")
OTHER = 5002


def reasons() -> set[str]:
    """Give every reason that Telegram's rooms can name."""
    rooms = [path.read_text("utf-8") for path in Path(str(bot.__file__)).parent.glob("telegram_*.py")]
    named = {reason for room in rooms for reason in _REASON.findall(room)}
    (mapped,) = [line for room in rooms for line in room.splitlines() if "known = {" in line]
    return named | set(_MAPPED.findall(mapped))


def test_trap_9_every_reason_is_said_in_words() -> None:
    found = reasons()

    assert {"blocked", "bad_token", "chat_not_found", "no_topic"} <= found
    assert not [one for one in found if reason_of("dead", None, None, one) == _UNKNOWN]


async def wants_answers(room: Room) -> None:
    """File an emergency whose reporter allows answers in the chat."""
    await room.say(EMERGENCY)
    with room.database.engine.begin() as conn:
        conn.exec_driver_sql("UPDATE ticket SET may_contact = true")


async def test_trap_9_an_answer_that_failed_stands_with_its_ticket(room: Room) -> None:
    """T9: the officer believes it sent; the reporter has blocked us, and the desk says so."""
    officer = await room.officer()
    await wants_answers(room)
    room.world.chats[CITIZEN].is_blocked = True
    await room.desk.reply(officer, room.ticket().code, "Kami berangkat.")
    await room.settle()

    ((status, error),) = room.rows("SELECT status, last_error FROM outbox WHERE purpose = 'officer_reply'")
    assert reason_of(str(status), None, None, str(error)) == "pelapor menutup jalur ini"
    assert room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]
    assert room.rows("SELECT count(*) FROM outbox WHERE lane = 'desk' AND dedupe_key LIKE 'alert:dead%'") == [(1,)]


async def test_trap_22_an_answer_waits_for_a_reporter_who_shut_us_out_and_goes_when_they_come_back(room: Room) -> None:
    await room.officer()
    await wants_answers(room)
    room.world.blocks(CITIZEN)
    await room.answer_card("/balas Kami berangkat.")
    assert "terkirim kalau ia membukanya lagi" in room.world.seen(GROUP)[-1]
    assert "Kami berangkat." not in room.world.seen(CITIZEN)
    room.world.blocks(CITIZEN, is_blocked=False)
    await room.pump()

    assert room.world.seen(CITIZEN)[-1] == "Kami berangkat."


async def test_trap_19_retry_after_holds_one_chat_and_nobody_else(room: Room) -> None:
    room.world.person(OTHER, "Siti")
    room.server.faults = [Fault("sendMessage", CITIZEN, 429, "Too Many Requests", retry_after=20)]
    assert await room.say("/start") == []
    room.world.says(OTHER, "/start")
    await room.pump()
    assert "110" in room.world.seen(OTHER)[0]
    await room.later(seconds=10)
    assert room.world.seen(CITIZEN) == []
    await room.later(seconds=15)

    assert len(room.world.seen(CITIZEN)) == 1


async def test_an_answer_too_long_for_the_desk_is_never_cut_in_silence(room: Room) -> None:
    await room.officer()
    await wants_answers(room)
    await room.answer_card("/balas " + "kata " * 810)
    assert "bagi menjadi dua" in room.world.seen(GROUP)[-1]
    await room.answer_card("kata " * 810)
    query = await room.officer_presses("Kirim ke pelapor")

    assert "bagi menjadi dua" in query["answer"]
    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(0,)]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("sendMessage", CITIZEN, 429, "Too Many Requests", retry_after=2),
        Fault("sendMessage", CITIZEN, 502, "Bad Gateway"),
        Fault("sendMessage", CITIZEN, body=b'{"ok":tr'),
    ],
)
async def test_trap_20_a_long_answer_that_broke_half_way_goes_on_where_it_stopped(room: Room, fault: Fault) -> None:
    officer = await room.officer()
    await wants_answers(room)
    before = len(room.world.seen(CITIZEN))
    words = ["\U0001f622" * 12 + f" {number}." for number in range(240)]  # such signs count double at Telegram
    first = Fault("sendMessage", CITIZEN)  # lets the first part through
    room.server.faults = [first, fault]
    await room.desk.reply(officer, room.ticket().code, " ".join(words))
    await room.settle()
    room.hotline.delivery._lanes["telegram"]._pace._paused_until = 0.0
    await room.later(minutes=2)
    parts = room.world.seen(CITIZEN)[before:]

    assert len(parts) == 2
    assert [one.split(" ")[0] for one in parts] == [f"({place}/{len(parts)})" for place in range(1, len(parts) + 1)]


async def test_trap_20_an_alert_that_may_have_arrived_is_marked_when_it_comes_again(room: Room) -> None:
    room.server.faults = [Fault("sendMessage", GROUP, done_first=True, body=b'{"ok":true', times=2)]
    await room.say(EMERGENCY)
    for _ in range(4):
        await room.later(minutes=2)
    shown = room.world.seen(GROUP)

    assert all(room.ticket().code in one for one in shown)
    assert len(shown) <= 4
    assert room.rows("SELECT count(*) FROM outbox WHERE lane = 'telegram' AND status = 'dead'") == [(0,)]


async def test_trap_21_an_answer_in_a_deleted_topic_is_given_where_everybody_reads(forum: Room) -> None:
    await forum.emergency()
    group = forum.world.chats[GROUP]
    (thread,) = group.topics
    forum.world.says(OFFICER, "/lihat", to=GROUP, thread=thread)
    group.topics.clear()
    await forum.pump()

    assert forum.world.seen(GROUP)[-1].startswith("DARURAT")
    assert forum.rows("SELECT count(*) FROM outbox WHERE status = 'dead'") == [(0,)]


# --- groups that are not ours, and people who cannot be known ---


def bodies(room: Room) -> str:
    """Give all that is kept of what came in."""
    rows = room.rows("SELECT id, body_enc FROM inbox")
    return str([room.cipher.open_json("inbox.body_enc", int(str(i)), bytes(b)) for i, b in rows])  # type: ignore[arg-type]


def added(chat: Json, status: str) -> Json:
    """Give the update that comes when somebody changes what the bot is in a chat."""
    person = {"id": 9009, "is_bot": False, "first_name": "Budi"}
    bot_user = {"id": 7000000001, "is_bot": True, "first_name": "Layanan"}
    return {
        "my_chat_member": {
            "chat": chat,
            "from": person,
            "date": 1,
            "old_chat_member": {"status": "left", "user": bot_user},
            "new_chat_member": {"status": status, "user": bot_user},
        }
    }


async def test_a_channel_is_declined_with_one_line(room: Room) -> None:
    channel = room.world.group(-43, "Loker Malaysia")
    channel.type = "channel"
    for _ in range(2):
        room.world.push(added({"id": -43, "type": "channel", "title": "Loker"}, "administrator"))
    post = {"message_id": 1, "date": 1, "chat": channel.as_json(), "text": "rahasia saluran"}
    room.world.push({"channel_post": post})
    await room.pump()

    assert len(room.world.seen(-43)) == 1
    assert "chat pribadi" in room.world.seen(-43)[0]
    assert "rahasia" not in bodies(room)


async def test_a_foreign_group_that_lets_nobody_write_alarms_no_desk(room: Room) -> None:
    room.world.push(added({"id": -44, "type": "supergroup", "title": "Tertutup"}, "member"))
    await room.pump()

    assert room.rows("SELECT count(*) FROM outbox WHERE status = 'dead' OR lane = 'desk'") == [(0,)]


async def test_trap_22_being_put_out_of_the_duty_group_is_told_at_once(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.world.push(added({"id": -42, "type": "group", "title": "Arisan"}, "kicked"))
    room.world.push(added({"id": GROUP, "type": "supergroup", "title": "Piket"}, "kicked"))
    await room.pump()

    told = [one.getMessage() for one in caplog.records if "duty group" in one.getMessage()]
    assert told == ["the bot was put out of the duty group: put it in again, as an administrator"]


async def test_who_writes_as_the_group_itself_is_told_why_nothing_happens(room: Room) -> None:
    await room.emergency()
    nobody = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    group = {"id": GROUP, "type": "supergroup", "title": "Piket"}
    room.world.says(
        OFFICER, "/terima", to=GROUP, answers=room.card["message_id"], **{"from": nobody, "sender_chat": group}
    )
    await room.pump()

    assert "Tetap anonim" in room.world.seen(GROUP)[-1]
    assert room.ticket().state == "new"


async def test_a_link_code_that_a_group_has_read_links_nobody(room: Room, cipher: Cipher) -> None:
    from bot import officer_links, officers
    from bot.officers import NewOfficer

    now = room.clock()
    with room.database.engine.begin() as conn:
        officers.add(conn, cipher, NewOfficer("siti", "Siti"), now=now)
        code = officer_links.give_code(conn, cipher, "siti", now=now).code
    room.world.says(OFFICER, f"/tautkan {code}", to=GROUP)
    room.world.person(9009, "Penyusup")
    room.world.says(9009, f"/tautkan {code}")
    await room.pump()

    assert "tidak berlaku lagi" in room.world.seen(GROUP)[-1]
    assert "tidak berlaku" in room.world.seen(9009)[-1]
    assert room.rows("SELECT count(*) FROM officer_link") == [(0,)]
    assert code not in bodies(room)
