"""An officer answers somebody who is writing, before anybody asked whether they may be written to."""

from datetime import UTC, datetime

import pytest

from bot.knowing import Known
from flows.ticket import State, TicketKind, TicketView
from tests.fakes.telegram_room import CITIZEN, Room, telegram_fixture

room = telegram_fixture()

ANSWER = "Polisi Sekotong sudah jalan. Tetap di dalam kamar."


async def answered(room: Room) -> None:
    """Let an alarm be called and an officer answer it at once."""
    await room.emergency()
    await room.answer_card(f"/balas {ANSWER}")


async def test_an_answer_in_a_live_alarm_comes_with_the_next_reply_and_only_once(room: Room) -> None:
    await answered(room)
    before = [words for words in room.world.seen(CITIZEN) if ANSWER in words]
    first = await room.say("sy di lantai 2 rumah cat biru")
    second = await room.say("pintunya digembok")

    assert before == []
    assert sum(ANSWER in words for words in first) == 1
    assert not any(ANSWER in words for words in second)


async def test_whoever_comes_back_after_silence_is_shown_nothing_unasked(room: Room) -> None:
    await answered(room)
    await room.later(hours=2)

    assert not any(ANSWER in words for words in await room.say("halo"))
    assert any(ANSWER in words for words in await room.say("status"))


@pytest.mark.parametrize("wish", ["hapus jejak", "tarik laporan"])
async def test_who_wants_it_gone_is_not_shown_more(room: Room, wish: str) -> None:
    await answered(room)

    assert not any(ANSWER in words for words in await room.say(wish))


def test_words_passed_on_are_not_said_again_to_the_next_message_of_the_group() -> None:
    view = TicketView(1, "AAA-001", TicketKind.REPORT, State.NEW, datetime.now(UTC), unread=("a", "b"), held=("b",))
    known = Known({}, tickets={7: [view]})
    known.note_read(7, "AAA-001")

    assert [(left.unread, left.held) for left in known.tickets[7]] == [((), ())]
