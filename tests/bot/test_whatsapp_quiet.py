"""T24: a whole night on WhatsApp with every fault leaves no token, number, word or address in any log."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.database import Database
from tests.conftest import FrozenClock
from tests.fakes.twilio_signing import OUR_NUMBER, TOKEN, message_form, signed_post
from tests.fakes.whatsapp_room import CITIZEN, DUTY_PHONE, whatsapp_room
from webhook.quiet_logs import EventFormatter, set_up_logging


class Collector(logging.Handler):
    """Keeps every record as it would be written, and as it is."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(EventFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += [self.format(record), repr(record.__dict__)]


@pytest.fixture
def collected() -> Iterator[list[str]]:
    """Everything that is logged from the root down, at DEBUG, set up as the service sets it up."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    set_up_logging(logging.DEBUG)
    collector = Collector()
    root.addHandler(collector)
    yield collector.lines
    root.handlers[:] = before
    root.setLevel(level)


@pytest.mark.slow
async def test_t24_nothing_secret_stands_in_any_log(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock, data_dir: Path, collected: list[str]
) -> None:
    async with whatsapp_room(sqlite_database, cipher, clock, data_dir) as room:
        await room.sync()
        await room.on_duty()
        code = await room.report()
        await room.phones.send_file(b"OggS", "audio/ogg")
        await room.phones.send_file(b"", "image/jpeg", manner="inside")
        room.twilio.faults.extend(["500", "429", "garbage", "503"])
        await room.phones.say(f"BALAS {code} rahasia sekali", sender=DUTY_PHONE)
        target, headers, body = signed_post("/webhook/twilio", message_form("rahasia sekali"), token="0" * 32)
        await room.phones.client.post(f"{room.phones.hotline}{target}", headers=headers, content=body)
        while room.twilio.faults:
            room.clock.advance(minutes=1)
            await room.hotline.delivery.drain()
        await room.quiet_in_time()
        await room.phones.report(room.twilio.sent[-1].sid, "failed", error="63024")

    told = "\n".join(collected)
    assert "request refused" in told
    for secret in (
        TOKEN,
        CITIZEN[1:],
        DUTY_PHONE[1:],
        OUR_NUMBER[1:],
        "rahasia",
        "digembok",
        "batam",
        "Basic ",
        "/Media/ME",
    ):
        assert secret.casefold() not in told.casefold(), secret
