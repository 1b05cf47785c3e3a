"""A report by WhatsApp reaches duty phone and duty group alike; what one does the other sees, and so does the desk."""

from pathlib import Path

import httpx
import pytest

from storage.database import open_database
from storage.shelf import run
from tests.fakes.telegram_server import telegram
from tests.fakes.telegram_world import TOKEN
from tests.fakes.twilio_phones import Phones
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import BASE_URL, OUR_NUMBER, SID
from tests.fakes.twilio_signing import TOKEN as TWILIO_TOKEN
from tests.fakes.whatsapp_room import CITIZEN, DUTY_PHONE, PICKS, STORY
from tests.journeys.test_telegram import GROUP, OFFICER, People, hotline, tppo, until

pytestmark = [pytest.mark.slow]


async def tell(twilio: FakeTwilio, phones: Phones) -> None:
    """Tell a story and answer through to the receipt, in words."""
    await phones.say(STORY)
    for place in range(1, 16):
        await until(lambda place=place: len(twilio.words_to(CITIZEN)) >= place)
        last = twilio.words_to(CITIZEN)[-1]
        if "Nomor bukti" in last:
            return
        titles = [line.partition(". ")[2] for line in last.splitlines()]
        await phones.say(next((title for title in titles if title in PICKS), "cukup"))
    raise AssertionError("the report never ended")


async def test_phone_group_and_desk_are_one_duty(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    async with telegram() as server, fake_twilio() as twilio, httpx.AsyncClient(timeout=20) as client:
        world = server.world
        world.person(OFFICER, "Siti")
        world.group(GROUP)
        ours = {
            "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.base, "DUTY_TELEGRAM_CHAT": str(GROUP),
            "TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TWILIO_TOKEN, "TWILIO_WHATSAPP_FROM": OUR_NUMBER,
            "TWILIO_API_BASE": twilio.base, "PUBLIC_BASE_URL": BASE_URL, "DUTY_WHATSAPP": DUTY_PHONE,
        }  # fmt: skip
        async with hotline(folder, **ours) as address:
            phones, people = Phones(twilio, address, client), People(world)

            def phone_reads(words: str) -> bool:
                return any(words in one for one in twilio.words_to(DUTY_PHONE))

            for login, name in (("siti", "Siti Aminah"), ("rani", "Rani")):
                tppo(folder, "officer", "add", login, "--name", name)
            told = tppo(folder, "officer", "link", "siti")
            await people.says(OFFICER, f"/tautkan {told.split('/tautkan ')[1].split()[0]}")
            await phones.say(tppo(folder, "officer", "link", "rani").split()[1], sender=DUTY_PHONE)
            await until(lambda: phone_reads("milik Rani"))

            await tell(twilio, phones)
            await until(lambda: phone_reads("digembok") and world.seen(GROUP))
            code = next(line for line in twilio.words_to(CITIZEN)[-1].splitlines() if line.startswith("Kode: "))[6:]
            card = next(one for one in world.chats[GROUP].messages.values() if code in one.get("text", ""))

            await people.presses(OFFICER, "Terima", GROUP)
            await until(lambda: phone_reads(f"{code} sudah ada yang menangani.\nDiterima: Siti Aminah"))
            await people.says(OFFICER, "/balas Bu, kami berangkat.", to=GROUP, answers=card["message_id"])
            await until(lambda: twilio.words_to(CITIZEN)[-1] == "Bu, kami berangkat.")

            await phones.say(f"BALAS {code} Sudah di depan ruko.", sender=DUTY_PHONE)
            await until(lambda: twilio.words_to(CITIZEN)[-1] == "Sudah di depan ruko.")
            await phones.say(f"TUTUP {code} selamat", sender=DUTY_PHONE)
            await until(lambda: "Selesai" in card["text"])

    database = open_database(folder, owns=False)
    with database.reader() as conn:
        ticket = run(conn, "SELECT state, outcome FROM ticket").one()
        acts = run(
            conn,
            "SELECT o.login, e.kind FROM ticket_event e JOIN officer o ON e.actor = 'officer:' || o.id "
            "WHERE e.kind <> 'moved' ORDER BY e.id",
        ).all()
    database.close()
    assert tuple(ticket) == ("closed", "victim_safe")
    assert [tuple(act) for act in acts] == [("siti", "reply"), ("rani", "reply")]
    assert not any(CITIZEN[3:] in words for words in (*twilio.words_to(DUTY_PHONE), *world.seen(GROUP)))
