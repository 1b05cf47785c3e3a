"""Tickets and checks of the same recruiter find each other for the officer, and nobody who asked is found by it."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection

from bot.desk_page import TicketPage, open_page
from storage import links, tickets
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.citizens import Citizens, citizens_of
from webhook.desk.ticket_view import asked_name

_LISTED = "PT Rinjalo Abadi resmi gak? hp 0819 1700 0888"
_UNLISTED = "PT Zamrud Kalimaya Persada resmi gak?"


async def _shared(citizens: Citizens) -> list[list[tuple[str, ...]]]:
    """Give, ticket by ticket, what each of its links has in common with it."""

    def look(conn: Connection) -> list[list[tuple[str, ...]]]:
        found = []
        for (code,) in run(conn, "SELECT code FROM ticket ORDER BY id").all():
            ticket = tickets.by_code(conn, str(code))
            assert ticket is not None
            found.append([link.shared for link in links.of_ticket(conn, ticket.id)])
        return found

    return await citizens.hotline.desk_store.read(look)


async def _newest(citizens: Citizens) -> TicketPage:
    def look(conn: Connection) -> str:
        return str(run(conn, "SELECT code FROM ticket ORDER BY id DESC LIMIT 1").scalar_one())

    page = await open_page(citizens.hotline.desk_store, await citizens.hotline.desk_store.read(look))
    assert page is not None
    return page


async def test_tickets_with_the_same_name_phone_or_account_find_each_other(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("a", _LISTED, "minta petugas cek")
        await citizens.say("b", "pt. rinjalo abadi terdaftar?", "minta petugas cek")
        await citizens.say("c", "PT Doroniti Nusantara terdaftar? nomornya +62 819-1700-0888", "minta petugas cek")

        assert await _shared(citizens) == [[("phone",), ("name",)], [("name",)], [("phone",)]]


async def test_tickets_with_the_same_person_find_each_other_and_one_name_alone_does_not(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        for address, who in (("a", "Pak Sahrul Hadi"), ("b", "pak syahrul hadi"), ("c", "Pak Udin"), ("d", "pak udin")):
            await citizens.say(
                address,
                f"lapor, {who} sponsor di desa mau kirim adik saya ke malaysia pakai visa kunjungan",
                "ya aman",
                "petugas",
            )

        assert await _shared(citizens) == [[("person",)], [("person",)], [], []]


async def test_officer_sees_how_often_the_same_was_checked(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("first", _UNLISTED, "cukup", "sudah cukup")
        citizens.clock.move(timedelta(days=2))
        for _ in range(4):
            await citizens.say("eager", "zamrud kalimaya persada terdaftar?", "cukup", "sudah cukup")
        await citizens.say("family", _UNLISTED, "minta petugas cek")
        page = await _newest(citizens)

    (told,) = page.checks
    assert (told.before.kind, told.before.count) == ("name", 3)  # who asks again and again counts once a day
    assert "Zamrud Kalimaya" in told.what
    assert [day.isoformat() for day in told.before.newest_days] == ["2026-11-23", "2026-11-21"]
    assert told.before.verdicts == (("NOT_FOUND", 3),)


async def test_a_name_told_without_pt_is_known_at_the_desk(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("first", _UNLISTED, "minta petugas cek")
        await citizens.say("second", "zamrud kalimaya persada penipu bukan", "minta petugas cek")
        page = await _newest(citizens)

        assert await _shared(citizens) == [[("name",)], [("name",)]]
    assert asked_name(page) == "Zamrud Kalimaya Persada"
    assert [(one.what, one.before.count) for one in page.checks] == [("Zamrud Kalimaya Persada", 2)]


async def test_phone_alone_is_counted_too(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("first", "cek nomor 0819 1700 0888", "lewati", "cukup", "sudah cukup")
        await citizens.say("family", _LISTED, "minta petugas cek")
        page = await _newest(citizens)

    assert {one.before.kind: (one.what, one.before.count) for one in page.checks} == {
        "name": ("PT Rinjalo Abadi", 1),
        "phone": ("+6281917000888", 2),
    }


async def test_posters_without_a_name_are_no_probing(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        for _ in range(7):
            await citizens.say("lost", "cek perekrut", "lewati", "cukup", "sudah cukup")

        assert await citizens.count("SELECT count(*) FROM audit WHERE action = 'check.probed'") == 0


async def test_old_checks_are_forgotten(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("first", _UNLISTED)
        before = await citizens.count("SELECT count(*) FROM check_mark")
        citizens.clock.move(timedelta(days=31))
        await citizens.hotline.registry.refresh()

        assert before == 1
        assert await citizens.count("SELECT count(*) FROM check_mark") == 0
