"""`tppo whatsapp sync` and `tppo doctor` before a strict Twilio: made once what is missing, named what is wrong."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.hotline import utc_now
from bot.officers import NewOfficer, Role, add
from bot.whatsapp_templates import ALL, KNOCKS
from storage.cipher import Cipher
from storage.database import open_database
from storage.keys import load_keys
from storage.migrate import upgrade
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import OUR_NUMBER, SID, SMS_NUMBER, TOKEN
from webhook.commands.doctor import doctor
from webhook.commands.whatsapp import whatsapp

pytestmark = pytest.mark.slow  # a whole hotline over real HTTP each time: more than a unit


@contextmanager
def twilio_beside() -> Iterator[FakeTwilio]:
    """Run a Twilio in a thread of its own: the commands have loops of their own."""
    ready, stop = threading.Event(), threading.Event()
    found: list[FakeTwilio] = []

    async def run() -> None:
        async with fake_twilio() as twilio:
            found.append(twilio)
            ready.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(10)
    try:
        yield found[0]
    finally:
        stop.set()
        thread.join(10)


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> Iterator[FakeTwilio]:
    """A deployment that is set up for WhatsApp, and its Twilio."""
    import os

    for name in [name for name in os.environ if name.startswith("TPPO_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(data_dir)
    _make_deployment(data_dir)
    with twilio_beside() as running:
        ours = {"DATA_DIR": str(data_dir), "TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TOKEN}
        ours |= {"TWILIO_WHATSAPP_FROM": OUR_NUMBER, "TWILIO_API_BASE": running.base}
        ours |= {"PUBLIC_BASE_URL": "https://lapor.invented.id", "DUTY_WHATSAPP": OUR_NUMBER}
        for name, value in ours.items():
            monkeypatch.setenv(f"TPPO_{name}", value)
        yield running


def _make_deployment(data_dir: Path) -> None:
    cipher = Cipher(load_keys(data_dir))
    database = open_database(data_dir)
    upgrade(database.engine)
    with database.engine.begin() as conn:
        add(conn, cipher, NewOfficer("siti", "Siti", Role.SUPERVISOR), now=utc_now())
    database.close()


def sync() -> Result:
    """Run it as an operator does."""
    return CliRunner().invoke(whatsapp, ["sync"])


def test_sync_makes_each_template_once_and_hands_in_the_knocks(twilio: FakeTwilio) -> None:
    first, second = sync(), sync()

    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert len(twilio.contents) == len(ALL)
    assert len(twilio.approvals) == len(KNOCKS)
    assert "made now" in first.output
    assert "made now" not in second.output
    assert f"{len(KNOCKS)} wait for WhatsApp" in second.output


def test_sync_that_broke_half_way_goes_on_and_makes_none_twice(twilio: FakeTwilio) -> None:
    twilio.faults.extend(["", "", "500"])

    first, second = sync(), sync()

    assert first.exit_code == 1
    assert "Run it again" in first.output
    assert second.exit_code == 0
    assert len(twilio.contents) == len(ALL)


def test_a_rejected_template_is_a_fault(twilio: FakeTwilio) -> None:
    sync()
    twilio.approvals = dict.fromkeys(twilio.approvals, "rejected")

    assert sync().exit_code == 1


def test_wrong_credentials_are_named_and_not_shown(twilio: FakeTwilio) -> None:
    twilio.token = "0" * 32

    told = sync()
    looked = CliRunner().invoke(doctor, [])

    assert told.exit_code == 1
    assert "does not accept" in told.output
    assert "does not accept" in looked.output
    assert TOKEN not in told.output + looked.output


def test_the_doctor_sees_what_is_missing_and_then_that_all_is_well(twilio: FakeTwilio) -> None:
    before = CliRunner().invoke(doctor, [])
    sync()
    twilio.approve_all()
    sync()
    after = CliRunner().invoke(doctor, [])

    assert before.exit_code == 1
    assert "tppo whatsapp sync" in before.output
    assert after.exit_code == 0, after.output
    assert "templates are ready" in after.output
    assert "cannot write to itself" in after.output
    assert "#rc=5&rp=all" in after.output
    assert "it is active" in after.output
    assert "None are sent" in after.output


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "calls us, and tries again"),
        ({"callback_url": "https://lapor.invented.id/webhook/twilio"}, "does not try again"),
        ({"callback_url": "https://lapor.invented.id/webhook/twilio#rc=5&rp=ct"}, "does not try again"),
        ({"callback_url": "https://lapor.invented.id/webhook/twilio/#rc=5&rp=all"}, "is not POST https://lapor"),
        ({"callback_url": ""}, "is not POST https://lapor"),
        ({"callback_method": "GET"}, "is not POST https://lapor"),
        ({"fallback_url": ""}, "no fallback URL"),
        ({"fallback_url": "https://lapor.invented.id/110"}, "lies on this machine"),
    ],
)
def test_the_doctor_looks_at_the_sender_at_twilio(twilio: FakeTwilio, change: dict[str, str], told: str) -> None:
    twilio.sender |= change

    looked = CliRunner().invoke(doctor, [])

    assert told in looked.output


def test_a_number_that_is_no_sender_is_named(twilio: FakeTwilio) -> None:
    twilio.sender = {}

    assert "no WhatsApp sender with the number" in CliRunner().invoke(doctor, []).output


def test_the_doctor_asks_whether_the_sender_of_sms_can_send(
    twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TPPO_SMS_FROM", SMS_NUMBER)
    well = CliRunner().invoke(doctor, []).output
    twilio.can_text = False
    mute = CliRunner().invoke(doctor, []).output
    monkeypatch.setenv("TPPO_SMS_FROM", "+628119999999")
    strange = CliRunner().invoke(doctor, []).output
    monkeypatch.setenv("TPPO_SMS_FROM", "KabarAnda")
    named = CliRunner().invoke(doctor, []).output

    assert "lets the number send" in well
    assert "https://lapor.invented.id/webhook/twilio" in well
    assert "sends no SMS" in mute
    assert "no number of this Twilio account" in strange
    assert "STOP does not reach us" in named
