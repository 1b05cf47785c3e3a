"""A family asks before it pays: the chat answers, an officer makes sure, and the answer comes back to the same chat."""

from pathlib import Path

from bot import officers
from bot.desk import Desk
from bot.desk_page import open_page
from bot.officers import NewOfficer, Role
from bot.rehearsal import rehearse
from bot.rules import Rules
from flows.matching import Verdict
from flows.said import Attachment, ContactCard, Kind, Said
from storage import officers as officer_rows
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.citizens import NOW, citizens_of

NAME = "PT Samabelu Kria Utama"


async def test_officers_verdict_comes_back_to_the_family(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        hotline = citizens.hotline
        await citizens.say(
            "family", "PT Samabelu Kria Utama resmi gak?", "sponsor desa yang bilang", "minta petugas cek"
        )
        new = NewOfficer("siti", "Siti Aminah", Role.DUTY)
        await hotline.writer.run(lambda conn: officers.add(conn, cipher, new, now=NOW))
        siti = await hotline.desk_store.read(lambda conn: officer_rows.by_login(conn, cipher, "siti"))
        code = await hotline.desk_store.read(lambda conn: str(run(conn, "SELECT code FROM ticket").scalar_one()))
        assert siti is not None

        page = await open_page(hotline.desk_store, code)
        desk = Desk(hotline.desk_store, hotline.bell, Rules())
        await desk.verdict(
            siti, code, Verdict.NOT_FOUND, name="PT Samabelu Kria Utama", text="Suratnya kirim ke sini ya."
        )
        heard = await citizens.heard("family")
        stands = await citizens.say("family", "status")

    assert page is not None
    facts = {fact.id: fact.value for fact in page.facts}
    assert page.ticket.kind == "verification"
    assert facts["check_verdict"] == "SIMILAR_NAME"
    assert "Kria" in facts["what"]
    assert "petugas tidak menemukannya" in heard[-1]
    assert heard[-1].endswith("Suratnya kirim ke sini ya.")
    assert "dikerjakan" in stands[0]


async def test_whole_hotline_in_rehearsal_checks_cards_posters_and_names() -> None:
    """What `tppo talk --jsonl` speaks with: the invented list answers, a picture goes to an officer."""
    words = "Dibuka lowongan Taiwan, PT Doroniti Nusantara"
    poster = Said(Kind.PHOTO, words, attachments=(Attachment(Kind.PHOTO, 7, "image/jpeg"),), forwarded=True)
    async with rehearse(now=NOW) as family:
        answers = await family.say(poster)
        tickets = await family.tickets()

    assert "PT Doroniti Nusantara: namanya ada di daftar" in answers[0].text
    assert "petugas yang akan melihatnya" in answers[0].text
    assert [ticket.kind for ticket in tickets] in ([], ["verification"])

    async with rehearse(now=NOW) as family:
        answers = await family.say(Said(Kind.CONTACT, contact=ContactCard("Pak Udin Sponsor", ("081917000444",))))

    assert "Orang perorangan" in answers[0].text or "Tidak ada di daftar" in answers[0].text
    assert all("aman" not in answer.text.split() for answer in answers)


async def test_check_that_turns_into_a_report_is_filed_with_everything() -> None:
    async with rehearse(now=NOW) as family:
        for text in (
            "PT Kayangswara Perkasa resmi gak? nomornya 0819 1700 0888",
            "sponsor",
            "ke malaysia",
            "rekening pribadi",
            "jadikan laporan",
            "ya aman",
            "adik saya sudah bayar 5 juta, berangkat bulan depan",
            "cukup",
            "di chat ini saja",
            "cukup",
            "sudah benar",
            "ya, kirim",
        ):
            await family.say(Said(text=text))
        (ticket,) = await family.tickets()

    assert ticket.kind == "report"
    assert not ticket.is_incomplete
    assert ticket.facts["recruiter_phone"] == "+6281917000888"
    assert ticket.facts["destination"] == "Malaysia"
    assert ticket.facts["check_verdict"] == "REVOKED"
    assert ticket.facts["check_account"] == "Atas nama orang"
