"""The golden dialogues through Telegram: the same words as everywhere, and the same ticket at the end."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage import timers
from storage.cipher import Cipher
from tests.fakes.telegram_room import CITIZEN, Room, telegram_fixture
from tests.fakes.telegram_world import Json
from tests.flows.conftest import EVENING
from tests.flows.transcript import Dialogue, read_all
from tests.golden_tickets import expected_tickets, tickets_in

room = telegram_fixture(has_group=False)

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit

_CODE = re.compile(r"\b[A-Z0-9]{3}-[A-Z0-9]{3}\b")
_RECEIPT = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")
_STARS = re.compile(r"(?<![\w*])\*([^\s*](?:[^*\n]{0,60}[^\s*])?)\*(?![\w*])")
_ERASED = re.compile(r"pesan .*layar|messages? on this screen|old messages")  # only Telegram can say that


def is_for_telegram(dialogue: Dialogue) -> bool:
    """Say whether a dialogue can be spoken here from its first word to its last."""
    # what needs an officer, another channel, or more than one Telegram message is told elsewhere
    turns = dialogue.turns
    return not (
        dialogue.needs_others
        or any("refusal" in turn or len(turn.get("text", "")) * turn.get("repeat", 1) > 4000 for turn in turns)
    )


DIALOGUES = [dialogue for dialogue in read_all() if is_for_telegram(dialogue)]


def test_most_dialogues_and_every_check_are_spoken_here() -> None:
    assert len(DIALOGUES) >= 60
    assert {one.name for one in read_all() if one.checks} <= {one.name for one in DIALOGUES}


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[dialogue.name for dialogue in DIALOGUES])
async def test_a_dialogue_ends_the_same_on_telegram(room: Room, dialogue: Dialogue, cipher: Cipher) -> None:
    room.clock.later = EVENING - datetime.now(UTC)
    room.world.now = room.clock()
    await room.hotline.clockwork.stop()
    for turn in dialogue.turns:
        heard = await take(room, turn)
        if heard is not None:
            said = [masked(one) for one in heard if not _ERASED.search(one)]
            assert said == [expected(one) for one in turn["replies"]]
    with room.database.reader() as conn:
        found = tickets_in(conn, cipher)

    assert found == expected_tickets(dialogue.tickets)


async def take(room: Room, turn: dict[str, Any]) -> list[str] | None:
    """Do what a turn says; none where only time passes."""
    room.clock.later += timedelta(seconds=20)
    if "pause" in turn:
        await pause(room, str(turn["pause"]))
        return None
    before = set(room.world.chats[CITIZEN].messages)
    if "press" in turn:
        newest = list(room.world.chats[CITIZEN].messages.values())[-1]
        room.world.presses_data(CITIZEN, newest, f"v1:{turn['press']}")
    elif turn.get("edit"):
        said = [one for one in room.world.chats[CITIZEN].messages.values() if not one["from"]["is_bot"]]
        room.world.edits(CITIZEN, said[-1]["message_id"], text=turn["text"])
    else:
        room.world.says(CITIZEN, **content(room, turn))
    for update in room.world.updates:
        await room.door.take(update)
    room.world.updates.clear()
    await room.hotline.clockwork.fire_due()
    await room.settle()
    chat = room.world.chats[CITIZEN].messages
    return [chat[one]["text"] for one in sorted(chat.keys() - before) if chat[one]["from"]["is_bot"]]


async def pause(room: Room, length: str) -> None:
    """Let time pass; timers fire at their own moments."""
    until = room.clock() + timedelta(minutes=float(length))
    while (due := await room.hotline.writer.run(timers.next_due)) is not None and due <= until:
        room.clock.later += max(due - room.clock(), timedelta(milliseconds=1))
        if not await room.hotline.clockwork.fire_due():
            break
    room.clock.later += max(until - room.clock(), timedelta())
    await room.settle()


def content(room: Room, turn: dict[str, Any]) -> Json:
    """Give the fields of a Telegram message that says what a turn says."""
    forwarded = {"forward_origin": {"type": "hidden_user", "sender_user_name": "x", "date": 1}}
    more: Json = forwarded if turn.get("forwarded") else {}
    if "voice" in turn:
        data = b"OggS\x00\x02" + bytes(22) + b"\x01\x13OpusHead" + bytes(4000)
        note = {"file_id": room.world.file("v", data), "file_unique_id": "v", "duration": turn["voice"]}
        return {"voice": note, "caption": turn.get("text", ""), **more}
    if "photo" in turn:
        size = {"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}
        return {"photo": [size], "caption": turn["photo"], **more}
    if "pin" in turn:
        point = {"latitude": turn["pin"][0], "longitude": turn["pin"][1]}
        label = turn.get("label", "")
        return {"venue": {"location": point, "title": label, "address": ""}} if label else {"location": point}
    if "card" in turn:
        return {"contact": {"first_name": turn["card"][0], "phone_number": (turn["card"][1:] or [""])[0]}}
    if turn.get("sticker"):
        return {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 9, "height": 9}}
    if turn.get("start"):
        return {"text": "/start"}
    if turn.get("other"):
        return {"dice": {"emoji": "x", "value": 1}}
    return {"text": str(turn["text"]) * int(turn.get("repeat", 1)), **more}


def masked(text: str) -> str:
    """Hide what is random."""
    return _CODE.sub("AAA-000", _RECEIPT.sub("0000 0000 0000 0000", text)).strip()


def expected(reply: str) -> str:
    """Give a reply as it reads here: its stars are bold."""
    return masked(_STARS.sub(r"\1", reply))
