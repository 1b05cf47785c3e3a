"""What goes out by WhatsApp: once, whole, within the 24 hours, and the desk is told the truth where it fails."""

import asyncio
import itertools
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.channel import NeedsTemplate, Refused, SendError, TryLater, Uncertain
from bot.text_parts import length_of, split_text
from bot.twilio_http import make_client
from bot.twilio_rest import Access, TwilioRest
from bot.whatsapp_render import LONGEST_TEXT, render
from bot.whatsapp_templates import ALL, KNOCKS, LONGEST_BODY, LONGEST_BUTTON, LONGEST_ITEM
from flows.reply import Option, Reply
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import OUR_NUMBER, SID, TOKEN
from tests.fakes.whatsapp_room import CITIZEN, WhatsAppRoom, whatsapp_room
from webhook.desk.words import LOUD

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

ANSWER = "Bu, kami sudah menghubungi desa."


@pytest.fixture
async def room(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path
) -> AsyncIterator[WhatsAppRoom]:
    async with whatsapp_room(sqlite_database, cipher, clock, data_dir) as running:
        await running.sync()
        yield running


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


async def test_t11_a_long_answer_comes_in_parts_that_all_fit(room: WhatsAppRoom) -> None:
    code = await room.report()
    before = len(room.twilio.sent)

    await answer(room, code, "Kalimat pendek yang diulang. " * 130)

    parts = [one.body for one in room.twilio.sent[before:]]
    assert len(parts) == 3
    assert all(len(part) <= 1600 for part in parts)
    assert parts[0].startswith("(1/3) ")
    assert all(part.endswith("diulang.") for part in parts)


LONG = "Kalimat pendek yang diulang. " * 130


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

    said = [words[:5] for words in room.twilio.words_to(CITIZEN) if words.startswith("(")]
    assert said == ["(1/3)", "(2/3)", "(3/3)", "(2/3)", "(3/3)"]
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

    said = [words[:5] for words in room.twilio.words_to(CITIZEN) if words.startswith("(")]
    assert said == ["(1/3)", "(2/3)", "(3/3)", "(2/3)", "(3/3)"]


async def test_t11_two_parts_that_fail_alarm_the_desk_once(room: WhatsAppRoom) -> None:
    sids = await parts_of_a_long_answer(room)

    for sid in sids:
        await room.phones.report(sid, "failed", error="63032")

    assert (await reply_row(room))[1:] == ("failed", "63032")
    assert await room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'undelivered'") == [(1,)]


async def test_t11_a_long_answer_that_is_slowed_down_half_way_is_not_begun_again(room: WhatsAppRoom) -> None:
    code = await room.report()
    room.twilio.faults.extend(["", "429"])

    await room.desk.reply(await room.officer(), code, LONG)
    await room.until(_waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    said = [words[:5] for words in room.twilio.words_to(CITIZEN) if words.startswith("(")]
    assert said == ["(1/3)", "(2/3)", "(3/3)"]
    assert await room.rows("SELECT count(DISTINCT provider_message_id) FROM outbox_part") == [(3,)]


async def test_t11_deleting_ones_traces_empties_every_part(room: WhatsAppRoom) -> None:
    await parts_of_a_long_answer(room)

    for word in ("hapus", "Ya, hapus"):
        await room.phones.say(word)
        await room.quiet()

    assert not any("diulang" in one.body for one in room.twilio.sent)
    assert await room.rows("SELECT count(*) FROM outbox_part") == [(0,)]


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


async def test_without_templates_the_same_words_go_out_plain(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path
) -> None:
    async with whatsapp_room(sqlite_database, cipher, clock, data_dir) as room:
        await room.phones.say("halo")
        await room.quiet()

    (menu,) = room.twilio.sent
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
    await room.until(_waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    assert room.twilio.words_to(CITIZEN).count(ANSWER) == 1
    assert (await reply_row(room))[0] == "sent"


async def test_t20_two_equal_answers_are_two_and_a_lost_one_is_said_again(room: WhatsAppRoom) -> None:
    code = await room.report()
    await answer(room, code)
    room.twilio.faults.append("500")  # this one Twilio did not take

    await room.desk.reply(await room.officer(), code, ANSWER)
    await room.until(_waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    assert room.twilio.words_to(CITIZEN).count(ANSWER) == 2


async def test_t20_a_long_answer_that_broke_half_way_goes_on_where_it_stopped(room: WhatsAppRoom) -> None:
    code = await room.report()
    text = "Kalimat pendek yang diulang. " * 130
    room.twilio.faults.extend(["", "500"])

    await room.desk.reply(await room.officer(), code, text)
    await room.until(_waits_for_retry(room))
    room.clock.advance(minutes=1)
    await room.quiet()

    parts = [words[:5] for words in room.twilio.words_to(CITIZEN) if words.startswith("(")]
    assert parts == ["(1/3)", "(2/3)", "(3/3)"]


async def test_t19_retry_after_is_obeyed_by_that_chat_alone(room: WhatsAppRoom) -> None:
    other = "+6281200000002"
    room.twilio.faults.append("429")
    await room.phones.say("halo")
    await room.until(_waits_for_retry(room))

    await room.phones.say("halo", sender=other)
    await room.until(lambda: bool(room.twilio.words_to(other)), within_s=2)

    assert room.twilio.words_to(CITIZEN) == []
    room.clock.advance(seconds=8)
    await room.until(lambda: len(room.twilio.words_to(CITIZEN)) == 1)


def _waits_for_retry(room: WhatsAppRoom) -> Callable[[], Awaitable[bool]]:
    async def waits() -> bool:
        return bool(await room.rows("SELECT 1 FROM outbox WHERE status = 'ready' AND attempts > 0"))

    return waits


@pytest.fixture
async def rest() -> AsyncIterator[tuple[FakeTwilio, TwilioRest]]:
    async with fake_twilio() as twilio, make_client(timeout=httpx.Timeout(0.5)) as client:
        twilio.windows[f"whatsapp:{CITIZEN}"] = twilio.clock() + timedelta(hours=1)
        yield twilio, TwilioRest(access(twilio.base), client)


@pytest.mark.parametrize(
    ("fault", "error", "reason"),
    [
        ("429", TryLater, "rate_limited"),
        ("503", TryLater, "unavailable"),
        ("500", Uncertain, "server"),
        ("hang after", Uncertain, "line"),
        ("garbage", Uncertain, "garbage"),
    ],
)
async def test_t24_every_fault_ends_soon_and_as_one_of_our_errors(
    rest: tuple[FakeTwilio, TwilioRest], fault: str, error: type[SendError], reason: str
) -> None:
    twilio, api = rest
    twilio.faults.append(fault)

    async with asyncio.timeout(3):
        with pytest.raises(error) as told:
            await api.send(CITIZEN, body="halo")

    assert told.value.reason == reason


async def test_t24_a_black_hole_and_a_closed_port_end_by_themselves() -> None:
    async with asyncio.timeout(5), make_client(timeout=httpx.Timeout(0.3)) as client:
        with socket.create_server(("127.0.0.1", 0)) as hole:  # takes the line and never answers
            port = hole.getsockname()[1]
            with pytest.raises(Uncertain):
                await TwilioRest(access(f"http://127.0.0.1:{port}"), client).send(CITIZEN, body="x")
        with pytest.raises(TryLater):
            await TwilioRest(access(f"http://127.0.0.1:{port}"), client).send(CITIZEN, body="x")


def access(base: str) -> Access:
    """Our account at that address."""
    return Access(SID, TOKEN, OUR_NUMBER, base)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (63016, NeedsTemplate),
        (63018, TryLater),
        (63024, Refused),
        (21610, Refused),
        (21211, Refused),
        (63007, TryLater),
        (99999, Refused),
    ],
)
async def test_the_error_table_is_translated_once(
    rest: tuple[FakeTwilio, TwilioRest], code: int, error: type[SendError]
) -> None:
    twilio, api = rest
    twilio.refuses[f"whatsapp:{CITIZEN}"] = code

    with pytest.raises(error) as told:
        await api.send(CITIZEN, body="halo")

    assert told.value.reason == f"code_{code}"
    assert CITIZEN not in repr(told.value)
    if code in {63024, 21610}:
        assert isinstance(told.value, Refused)
        assert told.value.is_blocked


async def test_wrong_credentials_stop_the_whole_lane_and_not_a_message(rest: tuple[FakeTwilio, TwilioRest]) -> None:
    twilio, api = rest
    twilio.token = "0" * 32

    with pytest.raises(TryLater) as told:
        await api.send(CITIZEN, body="halo")

    assert told.value.whole_lane


async def test_every_template_is_one_that_twilio_takes(rest: tuple[FakeTwilio, TwilioRest]) -> None:
    """JSON goes out as JSON, which twilio's own async client does not manage."""
    twilio, api = rest

    for template in ALL:
        sid = await api.make_content(template.definition)
        assert twilio.contents[sid] == template.definition
    assert await api.approval_of(sid) == "unsubmitted"
    assert await api.submit(sid, "tugas_id_1") == "received"
    assert await api.approval_of(sid) == "received"
    assert len({template.digest for template in ALL}) == len(ALL)
