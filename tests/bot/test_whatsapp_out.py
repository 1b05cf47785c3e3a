"""What goes out by WhatsApp: once, whole, within the 24 hours, and the desk is told the truth where it fails."""

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.text_parts import length_of, split_text
from bot.whatsapp_render import LONGEST_TEXT, render
from bot.whatsapp_templates import KNOCKS, LONGEST_BODY, LONGEST_BUTTON, LONGEST_ITEM
from flows.reply import Option, Reply
from storage.shelf import run
from tests.fakes.whatsapp_room import CITIZEN, WhatsAppRoom, whatsapp_fixture
from webhook.desk.words import LOUD

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

ANSWER = "Bu, kami sudah menghubungi desa."


room = whatsapp_fixture()
plain = whatsapp_fixture(is_synced=False)


async def answer(room: WhatsAppRoom, code: str, text: str = ANSWER) -> None:
    """Let an officer answer at the desk."""
    await room.desk.reply(await room.officer(), code, text)
    await room.quiet()


async def reply_row(room: WhatsAppRoom) -> tuple[object, ...]:
    """The newest officer's reply: its state, and what is known of its delivery."""
    sql = "SELECT status, delivery, delivery_error FROM outbox WHERE purpose = 'officer_reply' ORDER BY id DESC LIMIT 1"
    return (await room.rows(sql))[0]


async def test_t8_after_24_hours_a_neutral_template_knocks_and_the_words_wait(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.clock.advance(hours=25)
    before = len(room.twilio.sent)

    await answer(room, code)

    (knock,) = room.twilio.sent[before:]
    assert knock.content
    assert ANSWER not in knock.body
    assert (await reply_row(room))[0] == "held"

    await room.phones.say("BACA")
    await room.quiet()

    assert room.twilio.words_to(CITIZEN)[-1] == ANSWER
    assert len(room.twilio.sent) == before + 2, "the word that opens is answered by what waited, and by nothing else"


async def test_t8_the_callback_says_63016_and_the_words_wait_instead_of_being_lost(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.twilio.windows.clear()  # Twilio's clock knows better than ours

    await answer(room, code)
    await room.phones.settle()
    await room.quiet()

    assert (await reply_row(room))[0] == "held"
    assert room.twilio.sent[-1].content
    await room.phones.say("baca.")
    await room.quiet()
    assert room.twilio.words_to(CITIZEN)[-1] == ANSWER


async def test_t8_however_much_waits_there_is_one_knock_a_day(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.clock.advance(hours=25)
    before = len(room.twilio.sent)

    for number in range(3):
        await answer(room, code, f"Jawaban {number}")

    assert len(room.twilio.sent) == before + 1
    await room.phones.say("BACA")
    await room.quiet()
    assert room.twilio.words_to(CITIZEN)[-3:] == ["Jawaban 0", "Jawaban 1", "Jawaban 2"]


async def test_t8_without_an_approved_template_the_desk_is_told_and_nothing_is_lost(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.clock.advance(hours=25)
    await room.sync(approved=False)

    await answer(room, code)

    assert (await reply_row(room))[0] == "held"
    events = [kind for (kind,) in await room.rows("SELECT kind FROM ticket_event")]
    assert "undelivered" in events


def test_knocks_are_harmless_on_a_lock_screen() -> None:
    for template in KNOCKS:
        words = str(template.definition).casefold()
        assert not [loud for loud in LOUD if loud in words]


async def test_t9_rest_says_queued_and_the_callback_says_failed(room: WhatsAppRoom) -> None:
    code = await room.report()
    await answer(room, code)
    sid = room.twilio.sent[-1].sid

    await room.phones.report(sid, "undelivered", error="63024")

    assert await reply_row(room) == ("sent", "failed", "63024")
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]
    assert await room.rows("SELECT count(*) FROM identity WHERE blocked_at IS NOT NULL") == [(1,)]
    await room.phones.say("halo")
    assert await room.rows("SELECT count(*) FROM identity WHERE blocked_at IS NOT NULL") == [(0,)]


async def test_t21_what_twilio_refuses_is_not_tried_for_ever(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.twilio.refuses[f"whatsapp:{CITIZEN}"] = 63032
    tries = _tries(room)

    await answer(room, code)

    assert _tries(room) == tries + 1
    assert (await reply_row(room))[0] == "dead"
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]


async def test_t21_even_what_may_come_later_is_tried_eight_times_and_then_told(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.twilio.refuses[f"whatsapp:{CITIZEN}"] = 63018
    tries = _tries(room)

    await room.desk.reply(await room.officer(), code, ANSWER)
    for _ in range(40):
        await asyncio.sleep(0.05)
        room.clock.advance(minutes=20)
        await room.hotline.delivery.drain()
    await room.quiet()

    assert _tries(room) == tries + 8
    assert (await reply_row(room))[0] == "dead"
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]


def _tries(room: WhatsAppRoom) -> int:
    return sum(method == "POST" and path.endswith("/Messages.json") for method, path in room.twilio.requests)


async def test_t22_who_shuts_us_out_gets_nothing_more_until_they_write(room: WhatsAppRoom) -> None:
    code = await room.report()
    await answer(room, code)
    await room.phones.report(room.twilio.sent[-1].sid, "failed", error="63014")
    before = len(room.twilio.sent)

    await answer(room, code, "Ibu masih di sana?")

    assert len(room.twilio.sent) == before
    assert (await reply_row(room))[0] == "held"
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]
    await room.phones.say("BACA")
    await room.quiet()
    assert room.twilio.words_to(CITIZEN)[-1] == "Ibu masih di sana?"


async def test_t10_reports_in_every_order_and_twice_end_at_the_best(room: WhatsAppRoom) -> None:
    code = await room.report()
    orders = list(itertools.permutations(["sent", "delivered", "read", "failed"]))[::5]
    for number, order in enumerate(orders):
        await answer(room, code, f"Jawaban {number}")
        sid = room.twilio.sent[-1].sid
        for state in (*order, order[0]):
            await room.phones.report(sid, state, error="63049" if state == "failed" else "")
        assert (await reply_row(room))[1] == "read", order


async def test_t10_a_report_that_comes_before_the_sid_is_kept_until_it_is_known(room: WhatsAppRoom) -> None:
    from tests.bot.test_whatsapp_in import rounds_of

    code = await room.report()
    await room.phones.report("SM" + f"{len(room.twilio.messages) + 1:031x}" + "f", "read")
    early = (await room.rows("SELECT provider_message_id FROM delivery_report"))[0][0]

    await answer(room, code)
    await room.hotline.writer.run(_give_sid(str(early)))
    await rounds_of(room).settle()

    assert (await reply_row(room))[1] == "read"
    assert await room.rows("SELECT count(*) FROM delivery_report") == [(0,)]


def _give_sid(sid: str) -> Callable[[Connection], int]:
    sql = "UPDATE outbox SET provider_message_id = ? WHERE purpose = 'officer_reply'"
    return lambda conn: run(conn, sql, (sid,)).rowcount


@given(st.text(max_size=300), st.integers(40, 120))
@settings(max_examples=200, deadline=None)
def test_t11_no_part_is_too_long_and_no_word_is_lost(text: str, limit: int) -> None:
    parts = split_text(text, limit)

    assert all(length_of(part) <= limit for part in parts)
    bare = "".join(part if len(parts) == 1 else part.partition(") ")[2] for part in parts)
    assert "".join(bare.split()) == "".join(text.split())


titles = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
options = st.lists(titles, min_size=1, max_size=14)


@given(options, st.text(max_size=1200))
@settings(max_examples=200, deadline=None)
def test_t12_choices_fit_their_template_and_never_look_alike(shown: list[str], text: str) -> None:
    reply = Reply(text, tuple(Option(f"o{n}", title) for n, title in enumerate(shown)), "menu")

    rendered = render(reply)

    assert all(length_of(part) <= LONGEST_TEXT for part in rendered.parts)
    tappable = rendered.tappable
    if tappable is None:
        return
    values = list(tappable.variables.values())
    start = 1 if tappable.template.name.startswith("pilih") else 2
    seen = values[start::2]
    longest = LONGEST_BUTTON if start == 1 else LONGEST_ITEM
    assert length_of(values[0]) <= LONGEST_BODY
    assert len({title.casefold() for title in seen}) == len(shown)
    assert all(0 < length_of(title) <= longest for title in seen)


async def test_choices_are_numbered_words_even_where_they_can_be_tapped(room: WhatsAppRoom) -> None:
    await room.phones.say("halo")
    await room.quiet()

    (menu,) = room.twilio.sent
    assert menu.content
    assert "\n1. " in menu.body
    assert json.loads(json.dumps(menu.variables))["1"] == menu.body


async def test_without_templates_the_same_words_go_out_plain(plain: WhatsAppRoom) -> None:
    await plain.phones.say("halo")
    await plain.quiet()

    (menu,) = plain.twilio.sent
    assert not menu.content
    assert "\n1. " in menu.body


@pytest.mark.parametrize("code", ["63013", "63021", "63030"])
async def test_a_form_that_is_not_accepted_comes_again_as_plain_words_once(room: WhatsAppRoom, code: str) -> None:
    await room.phones.say("halo")
    await room.quiet()

    await room.phones.report(room.twilio.sent[-1].sid, "failed", error=code)
    await room.quiet()

    assert [bool(one.content) for one in room.twilio.sent] == [True, False]
    await room.phones.report(room.twilio.sent[-1].sid, "failed", error=code)
    await room.quiet()
    assert len(room.twilio.sent) == 2


async def test_a_refused_template_becomes_plain_words_in_the_same_breath(room: WhatsAppRoom) -> None:
    room.twilio.contents.clear()

    await room.phones.say("halo")
    await room.quiet()

    assert [one.content for one in room.twilio.sent] == [""]


async def test_63018_backs_off_and_comes_again(room: WhatsAppRoom) -> None:
    code = await room.report()
    await answer(room, code)

    await room.phones.report(room.twilio.sent[-1].sid, "failed", error="63018")
    assert (await reply_row(room))[0] == "ready"
    room.clock.advance(minutes=20)
    await room.quiet()

    assert room.twilio.words_to(CITIZEN)[-2:] == [ANSWER, ANSWER]


async def test_t20_a_time_out_after_twilio_took_it_is_not_said_twice(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.twilio.faults.append("500 after")

    await room.desk.reply(await room.officer(), code, ANSWER)
    await room.until(waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    assert room.twilio.words_to(CITIZEN).count(ANSWER) == 1
    assert (await reply_row(room))[0] == "sent"


async def test_t20_two_equal_answers_are_two_and_a_lost_one_is_said_again(room: WhatsAppRoom) -> None:
    code = await room.report()
    await answer(room, code)
    room.twilio.faults.append("500")  # this one Twilio did not take

    await room.desk.reply(await room.officer(), code, ANSWER)
    await room.until(waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    assert room.twilio.words_to(CITIZEN).count(ANSWER) == 2


async def test_t19_retry_after_is_obeyed_by_that_chat_alone(room: WhatsAppRoom) -> None:
    other = "+6281200000002"
    room.twilio.faults.append("429")
    await room.phones.say("halo")
    await room.until(waits_for_retry(room))

    await room.phones.say("halo", sender=other)
    await room.until(lambda: bool(room.twilio.words_to(other)))

    assert room.twilio.words_to(CITIZEN) == []
    room.clock.advance(seconds=8)
    await room.until(lambda: len(room.twilio.words_to(CITIZEN)) == 1)


def waits_for_retry(room: WhatsAppRoom) -> Callable[[], Awaitable[bool]]:
    """Holds while something waits to be tried again."""

    async def waits() -> bool:
        return bool(await room.rows("SELECT 1 FROM outbox WHERE status = 'ready' AND attempts > 0"))

    return waits
