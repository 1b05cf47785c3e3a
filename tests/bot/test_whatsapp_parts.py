"""Long answers by WhatsApp: every part arrives once, is known by its own sid, and is erased with the others."""

import pytest

from tests.bot.test_whatsapp_out import answer, reply_row, waits_for_retry
from tests.fakes.whatsapp_room import CITIZEN, WhatsAppRoom, whatsapp_fixture

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

LONG = "Kalimat pendek yang diulang. " * 130

room = whatsapp_fixture()


def heads(room: WhatsAppRoom) -> list[str]:
    """Give how every part that the citizen got begins."""
    return [words[:5] for words in room.twilio.words_to(CITIZEN) if words.startswith("(")]


async def parts_of_a_long_answer(room: WhatsAppRoom) -> list[str]:
    """Answer at length; gives the sids of the three parts."""
    before = len(room.twilio.sent)
    await answer(room, await room.report(), LONG)
    sids = [one.sid for one in room.twilio.sent if one.body.startswith("(")]
    assert len(sids) == 3
    assert len(room.twilio.sent) > before
    return sids


async def test_t11_a_long_answer_is_delivered_when_its_last_part_is(room: WhatsAppRoom) -> None:
    first, second, third = await parts_of_a_long_answer(room)

    await room.phones.report(first, "read")
    await room.phones.report(third, "delivered")
    assert (await reply_row(room))[1] is None
    await room.phones.report(second, "delivered")

    assert (await reply_row(room))[1] == "delivered"


async def test_t11_only_the_part_that_failed_is_said_again(room: WhatsAppRoom) -> None:
    first, second, third = await parts_of_a_long_answer(room)

    await room.phones.report(first, "delivered")
    await room.phones.report(second, "failed", error="63018")
    await room.phones.report(third, "failed", error="63018")
    room.clock.advance(minutes=20)
    await room.quiet()

    assert heads(room) == ["(1/3)", "(2/3)", "(3/3)", "(2/3)", "(3/3)"]
    for one in room.twilio.sent[-2:]:
        await room.phones.report(one.sid, "delivered")
    assert await reply_row(room) == ("sent", "delivered", None)


async def test_t11_parts_that_came_too_late_wait_and_the_others_are_not_said_twice(room: WhatsAppRoom) -> None:
    first, second, third = await parts_of_a_long_answer(room)

    await room.phones.report(first, "delivered")
    for late in (second, third):
        await room.phones.report(late, "undelivered", error="63016")
    await room.quiet()
    assert (await reply_row(room))[0] == "held"
    await room.phones.say("BACA")
    await room.quiet()

    assert heads(room) == ["(1/3)", "(2/3)", "(3/3)", "(2/3)", "(3/3)"]


async def test_t11_two_parts_that_fail_alarm_the_desk_once(room: WhatsAppRoom) -> None:
    sids = await parts_of_a_long_answer(room)

    for sid in sids:
        await room.phones.report(sid, "failed", error="63032")

    assert (await reply_row(room))[1:] == ("failed", "63032")
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]


@pytest.mark.parametrize("fault", ["429", "500"])
async def test_t11_t20_a_long_answer_that_stuck_half_way_goes_on_where_it_stopped(
    room: WhatsAppRoom, fault: str
) -> None:
    code = await room.report()
    room.twilio.faults.extend(["", fault])

    await room.desk.reply(await room.officer(), code, LONG)
    await room.until(waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    assert heads(room) == ["(1/3)", "(2/3)", "(3/3)"]
    assert await room.rows("SELECT count(DISTINCT provider_message_id) FROM outbox_part") == [(3,)]


async def test_t11_deleting_ones_traces_empties_every_part(room: WhatsAppRoom) -> None:
    await parts_of_a_long_answer(room)

    for word in ("hapus", "Ya, hapus"):
        await room.phones.say(word)
        await room.quiet()

    assert not any("diulang" in one.body for one in room.twilio.sent)
    assert await room.rows("SELECT count(*) FROM outbox_part") == [(0,)]


async def test_t11_a_long_answer_comes_in_parts_that_all_fit(room: WhatsAppRoom) -> None:
    code = await room.report()
    before = len(room.twilio.sent)

    await answer(room, code, LONG)

    parts = [one.body for one in room.twilio.sent[before:]]
    assert len(parts) == 3
    assert all(len(part) <= 1600 for part in parts)
    assert parts[0].startswith("(1/3) ")
    assert all(part.endswith("diulang.") for part in parts)
