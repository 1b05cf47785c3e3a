"""A citizen reports by WhatsApp, the duty phone gets the card, an officer answers from it, and the desk has it all."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.database import Database
from tests.conftest import FrozenClock
from tests.fakes.whatsapp_room import CITIZEN, DUTY_PHONE, WhatsAppRoom, whatsapp_room


@pytest.fixture
async def room(database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path) -> AsyncIterator[WhatsAppRoom]:
    async with whatsapp_room(database, cipher, clock, data_dir) as running:
        yield running


async def test_from_the_first_word_to_the_answer_on_one_phone_each(room: WhatsAppRoom) -> None:
    await room.sync()
    await room.on_duty()

    code = await room.report()

    assert any("110" in words for words in room.twilio.words_to(CITIZEN))
    assert "Nomor bukti" in room.twilio.words_to(CITIZEN)[-1]
    card = next(one for one in room.twilio.sent if one.to.endswith(DUTY_PHONE) and "digembok" in one.body)
    assert code in card.body
    assert CITIZEN not in card.body

    await room.phones.say("TERIMA", sender=DUTY_PHONE, OriginalRepliedMessageSid=card.sid)
    await room.phones.say("Bu, kami sudah di jalan.", sender=DUTY_PHONE, OriginalRepliedMessageSid=card.sid)
    await room.phones.say(f"CATAT {code} sudah telepon polsek", sender=DUTY_PHONE)
    await room.until(lambda: any("kami sudah di jalan" in words for words in room.twilio.words_to(CITIZEN)))
    await room.quiet()

    assert not any("polsek" in words for words in room.twilio.words_to(CITIZEN))
    history = [
        kind for (kind,) in await room.rows("SELECT kind FROM ticket_event WHERE actor LIKE 'officer:%' ORDER BY id")
    ]
    assert history == ["moved", "reply", "moved", "note"]
    assert await room.rows("SELECT state FROM ticket") == [("in_progress",)]
    # nobody on duty became a citizen
    people = await room.rows("SELECT count(DISTINCT contact_id) FROM conversation")
    assert people == [(1,)]

    await room.phones.say(f"tutup {code} selamat sudah pulang", sender=DUTY_PHONE)
    await room.quiet()
    assert await room.rows("SELECT state, outcome FROM ticket") == [("closed", "victim_safe")]
    assert re.search(rf"{code} ditutup", room.twilio.words_to(DUTY_PHONE)[-1])
