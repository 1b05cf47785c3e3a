"""The golden dialogues once more, by WhatsApp over real HTTP: the same words come back and the same tickets stand."""

import re
from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from storage import contacts
from tests.conftest import FrozenClock
from tests.fakes.whatsapp_room import WhatsAppRoom, whatsapp_fixture
from tests.flows.conftest import EVENING
from tests.flows.transcript import Dialogue, read_all
from tests.golden_tickets import expected_tickets, tickets_in

_CODE = re.compile(r"\b[A-Z0-9]{3}-[A-Z0-9]{3}\b")
_RECEIPT = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")
_PART = re.compile(r"^\(\d/\d\) ")
# what WhatsApp has no means for: edits, deep links, 64 KiB of words; and refusals, which come after the answer there
_ELSEWHERE = frozenset({"officer", "elsewhere", "edit", "start", "refusal", "pause", "repeat"})


def speakable(dialogue: Dialogue) -> bool:
    """Say whether everything in a dialogue can be done by WhatsApp."""
    return not any(_ELSEWHERE & turn.keys() for turn in dialogue.turns)


_SPEAKABLE = [dialogue for dialogue in read_all() if speakable(dialogue)]


room = whatsapp_fixture(duty_whatsapp="")


@pytest.fixture
def clock(clock: FrozenClock) -> FrozenClock:
    clock.now = EVENING
    return clock


async def test_three_dialogues_by_whatsapp(room: WhatsAppRoom) -> None:
    for number, dialogue in enumerate(_SPEAKABLE[:3]):
        await speak(room, dialogue, f"+62812000010{number:02}")


@pytest.mark.slow
async def test_every_dialogue_by_whatsapp(room: WhatsAppRoom) -> None:
    assert len(_SPEAKABLE) >= 30
    assert {one.name for one in read_all() if one.checks} <= {one.name for one in _SPEAKABLE}
    for number, dialogue in enumerate(_SPEAKABLE):
        await speak(room, dialogue, f"+62812000020{number:02}")


async def speak(room: WhatsAppRoom, dialogue: Dialogue, sender: str) -> None:
    """Speak a dialogue and compare what comes back, and the tickets at its end."""
    room.clock.now = EVENING
    for place, turn in enumerate(dialogue.turns):
        before = len(room.twilio.words_to(sender))
        room.clock.advance(seconds=20)
        await say(room, turn, sender)
        await room.quiet()
        back = room.twilio.words_to(sender)[before:]
        assert plain(back) == plain(turn["replies"]), f"{dialogue.name}, turn {place + 1}"
    contact = await contact_of(room, sender)
    kept = await room.read(lambda conn: tickets_in(conn, room.cipher, contact_id=contact))
    assert kept == expected_tickets(dialogue.tickets), dialogue.name


async def contact_of(room: WhatsAppRoom, sender: str) -> int:
    """The contact behind a number."""
    found = await room.read(lambda conn: contacts.find(conn, room.cipher, "whatsapp", sender))
    assert found is not None
    return found.contact_id


def plain(replies: list[str]) -> list[str]:
    """Leave out what differs by nature: codes, receipts, where a long text was cut."""
    joined = "\n".join(_PART.sub("", reply) for reply in replies)
    hidden = _RECEIPT.sub("0000 0000 0000 0000", _CODE.sub("XXX-XXX", joined))
    return hidden.split()


async def say(room: WhatsAppRoom, turn: Mapping[str, Any], sender: str) -> None:
    """Do what a turn does, by WhatsApp's means."""
    text = str(turn.get("text", "")) * int(turn.get("repeat", 1))
    more = {"Forwarded": "true"} if turn.get("forwarded") else {}
    if "press" in turn:
        await room.phones.say("", sender=sender, ButtonPayload=str(turn["press"]), ButtonText="x")
    elif "voice" in turn:
        await room.phones.send_file(b"OggS" + bytes(64), "audio/ogg; codecs=opus", sender=sender, body=text)
    elif "photo" in turn:
        # a second picture within twenty seconds would belong to the first one's album
        room.clock.now += timedelta(seconds=1)
        await room.phones.send_file(_picture(), "image/jpeg", sender=sender, body=str(turn["photo"]), **more)
    elif "pin" in turn:
        lat, lon = turn["pin"]
        label = str(turn.get("label", ""))
        await room.phones.say("", sender=sender, Latitude=str(lat), Longitude=str(lon), Label=label)
    elif "card" in turn:
        await _send_card(room, turn["card"], sender)
    elif turn.get("sticker"):
        await room.phones.say("", sender=sender, MessageType="sticker")
    elif turn.get("other"):
        await room.phones.say("", sender=sender, MessageType="unsupported")
    else:
        await room.phones.say(text, sender=sender, **more)


async def _send_card(room: WhatsAppRoom, card: list[str], sender: str) -> None:
    name, *phones = card
    raw = "\r\n".join(["BEGIN:VCARD", f"FN:{name}", *(f"TEL:{phone}" for phone in phones), "END:VCARD"])
    before = len(room.twilio.words_to(sender))
    await room.phones.send_file(raw.encode(), "text/vcard", sender=sender)
    await room.until(lambda: len(room.twilio.words_to(sender)) > before)


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, "JPEG")
    return out.getvalue()
