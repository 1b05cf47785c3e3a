"""What is told after filing stands in the ticket's facts, beside what was told before, on both databases."""

from pathlib import Path

from sqlalchemy import Connection

from bot.desk_page import TicketPage, open_page
from storage import links, tickets
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.citizens import Citizens, citizens_of


async def _page(citizens: Citizens, *, first: bool = False) -> TicketPage:
    order = "id" if first else "id DESC"

    def look(conn: Connection) -> str:
        return str(run(conn, f"SELECT code FROM ticket ORDER BY {order} LIMIT 1").scalar_one())

    page = await open_page(citizens.hotline.desk_store, await citizens.hotline.desk_store.read(look))
    assert page is not None
    return page


def _facts(page: TicketPage) -> dict[str, tuple[str, str]]:
    return {fact.id: (fact.value, fact.was) for fact in page.facts}


async def test_a_number_told_after_a_check_was_filed_stands_in_the_facts(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("family", "PT Zamrud Kalimaya Persada resmi gak?", "minta petugas cek")
        before = _facts(await _page(citizens))
        await citizens.say("family", "yg ngajak namanya Pak Wirasada 0819 1700 0777, diminta bayar 12 juta")
        after = _facts(await _page(citizens))

    assert not {"recruiter", "recruiter_phone", "payment"} & before.keys()
    assert after["recruiter"] == ("Pak Wirasada", "")
    assert after["recruiter_phone"] == ("+6281917000777", "")
    assert after["payment"] == ("Rp12 juta", "")
    assert before.items() <= after.items()


async def test_what_was_known_stays_but_a_correction_holds_and_keeps_the_old(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("sister", "PT Zamrud Kalimaya Persada resmi gak?", "minta petugas cek")
        await citizens.say("sister", "adik saya umur 19 mau berangkat ke malaysia tgl 28 desember", "adik saya umur 20")
        told = _facts(await _page(citizens))
        await citizens.say("sister", "eh salah, umurnya 17 bukan 19", "diundur jadi tgl 30 desember berangkatnya")
        page = await _page(citizens)
        later = _facts(page)

    assert told["victim_age"] == ("19", "")
    assert later["victim_age"] == ("17", "19")
    assert later["departure"][0].endswith("12-30")
    assert later["departure"][1].endswith("12-28")
    assert page.ticket.departure_at is not None
    assert page.ticket.departure_at.day in {29, 30}  # midnight in WITA is the evening before in UTC


async def test_wishes_told_later_hold_and_hide_the_name(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("family", "PT Zamrud Kalimaya Persada resmi gak?", "minta petugas cek")
        await citizens.say("family", "nama saya Hartini, boleh dicatat. telepon saya di 0819 1700 0555 aja")
        named = await _page(citizens)
        await citizens.say("family", "jangan sebut nama saya ya, jangan hubungi saya lagi")
        hidden = await _page(citizens)

    assert named.reporter["name"] == "Hartini"
    assert named.reporter["phone"] == "+6281917000555"
    assert (named.ticket.is_anonymous, named.ticket.may_contact) == (False, True)
    assert "name" not in hidden.reporter
    assert (hidden.ticket.is_anonymous, hidden.ticket.may_contact) == (True, False)


async def test_form_and_place_are_filled_and_what_an_officer_set_stays(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("a", "PT Zamrud Kalimaya Persada resmi gak?", "minta petugas cek")
        first = (await _page(citizens)).ticket

        def set_by_hand(conn: Connection) -> None:
            tickets.change(conn, {first.id: {"category": "other", "urgency": "normal"}})

        await citizens.say("b", "PT Zamrud Kalimaya Persada resmi gak?", "minta petugas cek")
        await citizens.hotline.writer.run(set_by_hand)
        for who in ("a", "b"):
            await citizens.say(
                who,
                "adik saya jadi pembantu, sekarang di rumah majikan di Praya, gaji 5 bulan ga dibayar, paspor ditahan",
            )
        by_hand, filled = (await _page(citizens, first=True)).ticket, (await _page(citizens)).ticket

    assert filled.category == "domestic_work"
    assert filled.urgency == "high"
    assert filled.area_code is not None
    assert by_hand.category == "other"


async def test_a_recruiter_told_later_is_found_beside_others(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("a", "PT Doroniti Nusantara terdaftar? nomornya +62 819-1700-0888", "minta petugas cek")
        await citizens.say(
            "b", "PT Zamrud Kalimaya Persada resmi gak?", "minta petugas cek", "hp sponsornya 081917000888"
        )
        ticket = (await _page(citizens)).ticket
        shared = await citizens.hotline.desk_store.read(lambda conn: links.of_ticket(conn, ticket.id))

    assert [link.shared for link in shared] == [("phone",)]
