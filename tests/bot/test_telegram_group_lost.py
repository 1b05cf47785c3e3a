"""The duty group on Telegram when its place changes or its messages get stuck: cards follow it, and none is lost."""

from datetime import timedelta

from flows.ticket import State
from tests.fakes.telegram_room import EMERGENCY, GROUP, OFFICER, Room, telegram_fixture
from tests.fakes.telegram_server import Fault

room = telegram_fixture()
forum = telegram_fixture(is_forum=True)


async def test_trap_21_a_deleted_topic_is_made_anew_with_its_card(forum: Room) -> None:
    officer = await forum.emergency()
    group = forum.world.chats[GROUP]
    group.topics.clear()
    group.messages.clear()
    await forum.desk.confirm(officer, forum.ticket().code)
    await forum.settle()
    ((thread, topic),) = group.topics.items()

    assert topic["name"] == forum.ticket().code
    assert "Diterima" in forum.world.seen(GROUP, thread=thread)[0]
    assert forum.rows("SELECT count(*) FROM outbox WHERE status = 'dead'") == [(0,)]


async def test_trap_21_a_bad_request_is_not_tried_for_ever(room: Room) -> None:
    del room.world.chats[GROUP]
    await room.say(EMERGENCY)

    dead = room.rows("SELECT last_error, attempts FROM outbox WHERE status = 'dead' AND purpose = 'card'")
    assert dead == [("chat_not_found", 1)]
    assert room.rows("SELECT count(*) FROM outbox WHERE lane = 'desk' AND dedupe_key LIKE 'alert:dead%'")[0][0]


async def test_trap_22_a_group_that_became_a_supergroup_is_followed(room: Room) -> None:
    await room.officer()
    room.world.migrate(GROUP, -1009999999999)
    await room.say(EMERGENCY)
    assert room.world.seen(-1009999999999)[0].startswith("DARURAT")
    room.world.presses(OFFICER, "Terima", chat_id=-1009999999999)
    await room.pump()

    assert room.ticket().state == State.CONFIRMED
    assert room.rows("SELECT count(*) FROM outbox WHERE status = 'dead'") == [(0,)]


async def test_trap_22_words_under_way_follow_the_group_as_well(room: Room) -> None:
    await room.emergency()
    room.world.says(OFFICER, f"/lihat {room.ticket().code}", to=GROUP)
    room.world.migrate(GROUP, -1009999999999)
    await room.pump()

    assert room.world.seen(-1009999999999)[-1].startswith("DARURAT")
    assert room.rows("SELECT count(*) FROM outbox WHERE status = 'dead'") == [(0,)]


async def test_trap_22_a_bot_without_the_right_to_topics_posts_in_one_row(forum: Room) -> None:
    forum.world.chats[GROUP].bot_may_manage_topics = False
    await forum.say(EMERGENCY)

    assert forum.world.seen(GROUP)[0].startswith("DARURAT")


async def test_trap_22_a_bot_put_out_of_its_group_alarms_the_desk(room: Room) -> None:
    room.world.chats[GROUP].bot_is_in = False
    await room.say(EMERGENCY)

    assert room.rows("SELECT count(*) FROM outbox WHERE lane = 'desk' AND dedupe_key LIKE 'alert:dead%'")[0][0]
    assert room.ticket().state == State.NEW


async def test_trap_19_a_flooded_group_does_not_keep_a_citizen_waiting(room: Room) -> None:
    """T19: 429 in the duty group; reporters are answered at once, and no card is lost."""
    room.server.faults = [
        Fault("sendMessage", GROUP, 429, "Too Many Requests: retry after 30", retry_after=30, times=2)
    ]
    before = room.clock()
    answers = await room.say(EMERGENCY)
    assert answers
    assert room.clock() - before < timedelta(seconds=2)
    assert room.world.seen(GROUP) == []
    room.channel._pace._paused_until = 0.0  # the half minute that was asked for is over
    await room.later(seconds=40)
    room.channel._pace._paused_until = 0.0
    await room.later(seconds=40)

    assert room.world.seen(GROUP)[0].startswith("DARURAT")


async def test_trap_20_a_card_that_may_have_arrived_comes_again_with_the_same_code(room: Room) -> None:
    """T20: the answer never came; a doubled card is harmless to officers, a lost one is not."""
    room.server.faults = [Fault("sendMessage", GROUP, done_first=True, code=200, body=b"")]
    await room.say(EMERGENCY)
    for _ in range(3):
        await room.later(minutes=1)

    cards = [one for one in room.world.seen(GROUP) if one.startswith("DARURAT")]
    assert 1 <= len(cards) <= 2
    assert all(room.ticket().code in one for one in cards)
