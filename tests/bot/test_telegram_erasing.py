"""Erasing on Telegram: what a citizen has deleted goes from both sides of the chat, with an honest account."""

from datetime import timedelta

from tests.fakes.telegram_room import CITIZEN, EMERGENCY, Room, telegram_fixture

room = telegram_fixture()


async def test_traces_go_from_both_sides_with_an_honest_account(room: Room) -> None:
    await room.say("/start")
    await room.say("cara kerja aman")
    room.clock.later += timedelta(hours=50)
    await room.say("halo")
    chat, border = room.world.chats[CITIZEN], room.clock().timestamp() - 48 * 3600
    old = sum(one["date"] < border for one in chat.messages.values())
    await room.say("hapus jejak")
    await room.press("Ya, hapus")
    answers, left = room.world.seen(CITIZEN), chat.messages.values()

    assert old >= 4
    assert "sudah dihapus" in answers[-1]
    assert f"{old} pesan lama tidak bisa kami hapus" in answers[-1]
    fresh = [one for one in left if one["date"] >= border]
    assert [one["from"]["is_bot"] for one in fresh] == [True, True]  # what was done, and the account of it
    assert room.rows("SELECT count(*) FROM outbox WHERE status = 'dead'") == [(0,)]


async def test_a_report_that_was_sent_stays_when_its_chat_goes(room: Room) -> None:
    await room.say(EMERGENCY)
    await room.say("hapus jejak")
    await room.press("Ya, hapus")

    assert room.ticket().urgency == "emergency"
    assert not any("disekap" in str(one.get("text")) for one in room.world.chats[CITIZEN].messages.values())


async def test_the_last_words_about_it_go_as_well(room: Room) -> None:
    """They speak of a report, and somebody else may read the phone; what is said meanwhile neither waits nor goes."""
    await room.say(EMERGENCY)
    await room.say("hapus jejak")
    await room.press("Ya, hapus")
    done, told = room.world.seen(CITIZEN)
    assert "dipegang petugas" in done
    assert "hilang sendiri dua menit lagi" in told
    (answer,) = await room.say("halo")
    await room.later(minutes=3)

    assert room.world.seen(CITIZEN) == [answer]
    assert room.rows("SELECT count(*) FROM outbox WHERE status IN ('dead', 'ready')") == [(0,)]


async def test_last_words_in_a_chat_that_shut_us_out_alarm_nobody(room: Room) -> None:
    await room.say("/start")
    await room.say("hapus jejak")
    await room.press("Ya, hapus")
    room.world.chats[CITIZEN].is_blocked = True
    await room.later(minutes=3)

    assert room.rows("SELECT count(*) FROM outbox WHERE status = 'dead'") == [(0,)]


async def test_more_than_a_hundred_messages_go_in_batches(room: Room) -> None:
    from bot.channel import Outgoing
    from bot.telegram_erase import Eraser

    shown = []
    for number in range(250):
        message = room.world.says(CITIZEN, f"pesan {number}")
        shown.append([str(message["message_id"]), message["date"]])
    room.world.updates.clear()
    body: dict[str, object] = {"messages": [*shown, ["999999", shown[0][1]]], "language": "id"}
    outgoing = Outgoing(1, "telegram", "erase", body, str(CITIZEN), "to:1", 1, None, room.clock())
    await Eraser(room.channel._bot, room.hotline.desk_store).erase(outgoing)

    assert room.server.count("deleteMessages") == 3
    assert len(room.world.chats[CITIZEN].messages) == 1
