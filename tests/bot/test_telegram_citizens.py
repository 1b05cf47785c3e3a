"""Citizens on Telegram, against a strict double of it: every kind of message, answered as the conversation answers."""

from storage.cipher import Cipher
from storage.database import Database
from tests.fakes.telegram_room import CITIZEN, telegram_room


async def test_a_greeting_is_answered_with_numbers_and_buttons(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room:
        (answer,) = await room.say("/start")
        message = list(room.world.chats[CITIZEN].messages.values())[-1]

    assert "110" in answer
    assert "1. Melapor" in answer
    assert room.world.titles(message)[0] == "Melapor"


async def test_a_pressed_button_answers_and_stops_turning(sqlite_database: Database, cipher: Cipher) -> None:
    async with telegram_room(sqlite_database, cipher) as room:
        await room.say("/start")
        (answer,) = await room.press("Melapor")

    assert "aman" in answer
    assert [query["answer"] for query in room.world.queries.values()] == [""]
