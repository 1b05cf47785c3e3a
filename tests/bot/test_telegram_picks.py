"""T13 on Telegram: people type instead of tapping, and type the number of an older question by quoting it."""

from datetime import UTC, datetime

import pytest

from bot.telegram_events import FromCitizen
from bot.telegram_parse import parse
from flows.said import Kind, Said
from tests.fakes.telegram_room import CITIZEN, Room, telegram_fixture
from tests.fakes.telegram_world import Json, World, bot_user

room = telegram_fixture(has_group=False)

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
MENU = [("Melapor", "report"), ("Cek perekrut", "check"), ("Status laporan", "status"), ("Bicara petugas", "human")]
NEIGHBOUR = "tetangga saya mau dikirim kerja ke malaysia"


def quoting(typed: str, *, author: Json | None = None, prompt: str = "menu") -> Said:
    """Give what a short message says that quotes the menu."""
    world = World()
    world.person(CITIZEN, "Wati")
    keys = {"inline_keyboard": [[{"text": title, "callback_data": f"v1:{prompt}:{one}"}] for title, one in MENU]}
    menu = {"message_id": 1, "date": 0, "chat": {"id": CITIZEN, "type": "private"}, "text": "Mau apa?"}
    world.says(CITIZEN, typed, reply_to_message={**menu, "from": author or bot_user(), "reply_markup": keys})
    event = parse(world.updates[0], AT)
    assert isinstance(event, FromCitizen)
    return event.inbound.said


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("3", "status"), ("3.", "status"), ("nomor tiga", "status"), ("3\ufe0f\u20e3", "status"), ("\uff13", "status"),
        ("status laporan", "status"), ("yang pertama", "report"), ("dua", "check"),
    ],
)  # fmt: skip
def test_trap_13_a_number_that_quotes_a_question_is_a_choice_of_that_question(typed: str, picked: str) -> None:
    assert quoting(typed) == Said(Kind.CHOICE, token=f"menu:{picked}", is_quoting=True)


@pytest.mark.parametrize(
    "typed", ["12", "5", "1 orang hilang", "tidak mau lapor", "saya takut", "\U0001f622", "3" * 70]
)
def test_trap_13_what_is_no_choice_there_stays_what_it_was(typed: str) -> None:
    assert quoting(typed).kind is Kind.TEXT
    assert quoting(typed).text == typed


def test_trap_13_only_our_own_questions_are_read() -> None:
    person = {"id": CITIZEN, "is_bot": False, "first_name": "Wati"}

    assert quoting("3", author=person).kind is Kind.TEXT
    assert quoting("3", prompt="tidak_ada").kind is Kind.TEXT


def newest(room: Room) -> Json:
    """Give the newest message of the citizen's chat."""
    return list(room.world.chats[CITIZEN].messages.values())[-1]


async def test_trap_13_a_number_under_an_older_menu_is_no_name_to_check(room: Room) -> None:
    await room.say("/start")
    menu = newest(room)
    await room.press("Cek perekrut")
    (answer,) = await room.say("3", reply_to_message=menu)

    assert answer.startswith("Pilihan itu sudah lewat")
    assert "Siapa yang mau dicek?" in answer


async def test_trap_13_a_number_under_a_question_that_is_over_answers_no_other(room: Room) -> None:
    for words in ("/start", "1"):
        await room.say(words)
    safe = newest(room)
    for words in ("1", NEIGHBOUR):
        await room.say(words)
    question = room.world.seen(CITIZEN)[-1]
    (answer,) = await room.say("1", reply_to_message=safe)

    assert answer.startswith("Pilihan itu sudah lewat")
    assert answer.endswith(question)


@pytest.mark.parametrize("way", ["press", "quote", "type"])
@pytest.mark.parametrize(
    "steps", [(), ("1",), ("1", NEIGHBOUR), ("1", NEIGHBOUR, "di praya"), ("menu",), ("berhenti",)]
)
async def test_trap_14_the_danger_button_is_never_too_old(room: Room, way: str, steps: tuple[str, ...]) -> None:
    """An old button changes nothing, but whoever presses this one, or types its words, is in danger now."""
    for words in ("/start", "1"):
        await room.say(words)
    safe = newest(room)
    for words in steps:
        await room.say(words)
    match way:
        case "press":
            room.world.presses_data(CITIZEN, safe, "v1:safe:danger")
            await room.pump()
        case "quote":
            await room.say("3", reply_to_message=safe)
        case _:
            await room.say("Saya dalam bahaya")

    assert "110" in room.world.seen(CITIZEN)[-1]
    assert room.rows("SELECT urgency FROM ticket") == [("emergency",)]
