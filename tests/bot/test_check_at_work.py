"""Checks in the whole hotline: answered from the list that holds, counted without the asker, watched names told."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from bot import registry_import
from flows.matching import Event, EventKind
from storage import audit, checks, registry
from storage.cipher import Cipher
from storage.database import Database
from storage.registry_file import read_registry_bytes
from tests.citizens import NOW, citizens_of

TODAY = date(2026, 11, 21)
DIALOGUE = ("PT Rinjalo Abadi resmi gak? hp 0819 1700 0888", "sponsor", "ke taiwan", "rekening pribadi", "sudah cukup")


def _replace_list(conn: Connection, cipher: Cipher, names: str) -> None:
    read = read_registry_bytes(f"Nama,Status\n{names}".encode())
    preview = registry_import.prepare(conn, read, source="uji", on=TODAY, by="command", now=NOW)
    registry_import.agree(conn, cipher, preview.edition_id, by="command", now=NOW, force=True)


async def test_check_works_on_the_first_day_and_says_that_the_list_is_invented(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        (verdict, question) = await citizens.say("a", "PT Rinjalo Abadi resmi gak?")

    assert "rekaan" in verdict
    assert "Siapa yang menghubungi" in question


async def test_new_edition_answers_without_a_restart(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        with database.engine.begin() as conn:
            _replace_list(conn, cipher, "PT Contoh Baru,Berlaku\nPT Contoh Lain,Dicabut")
        await citizens.hotline.registry.refresh()

        (verdict, _) = await citizens.say("a", "apakah PT Contoh Baru terdaftar?")

    assert "namanya ada di daftar" in verdict
    assert "rekaan" not in verdict


async def test_asker_cannot_tell_whether_anybody_reported_that_name(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    """Byte for byte the same before and after three reports and a verification about the same name and phone."""
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("before", *DIALOGUE)
        for number in range(3):
            story = "lapor, PT Rinjalo Abadi menipu adik saya ke malaysia, hp 0819 1700 0888, paspor ditahan agen"
            await citizens.say(f"reporter{number}", story, "ya aman", "petugas")
        await citizens.say("family", "PT Rinjalo Abadi resmi gak?", "minta petugas cek")
        await citizens.say("after", *DIALOGUE)

        assert await citizens.heard("after") == await citizens.heard("before")
        assert await citizens.count("SELECT count(*) FROM ticket") >= 4


async def test_checks_are_counted_by_day_and_verdict_alone(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("a", "PT Rinjalo Abadi resmi gak?")
        await citizens.say("b", "PT Rinjalo Abadi resmi gak?")
        await citizens.say("c", "PT Kayangswara Perkasa resmi gak?")
        counted = await citizens.hotline.desk_store.read(lambda conn: checks.counts(conn, TODAY))

    assert counted == {("2026-11-21", "LISTED_AS_OF"): 2, ("2026-11-21", "REVOKED"): 1}


async def test_one_sender_asking_for_one_name_again_and_again_is_a_signal_without_content(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        for _ in range(7):
            await citizens.say("probing", "apakah PT Rinjalo Abadi terdaftar?", "cukup", "sudah cukup")
        await citizens.say("other", "apakah PT Rinjalo Abadi terdaftar?")

        assert await citizens.count("SELECT count(*) FROM audit WHERE action = 'check.probed'") == 1
        assert await citizens.count("SELECT count(*) FROM outbox WHERE dedupe_key LIKE 'probe:%'") == 1
        assert await citizens.count("SELECT count(*) FROM audit WHERE detail LIKE '%Rinjalo%'") == 0
    with database.reader() as conn:
        assert audit.verify(conn, cipher) is None


async def test_too_many_checks_are_answered_later_and_danger_at_once(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        for number in range(checks.MOST_AN_HOUR):
            await citizens.say(
                "busy",
                f"apakah PT Contoh {chr(97 + number // 6)}{chr(109 + number % 6)}ara terdaftar?",
                "cukup",
                "sudah cukup",
            )
        closed = await citizens.say("busy", "apakah PT Rinjalo Abadi terdaftar?")
        danger = await citizens.say("busy", "tolong saya disekap di mess, dipukuli, tidak boleh keluar")
        citizens.clock.move(timedelta(hours=2))
        (later, _) = await citizens.say("patient", "apakah PT Rinjalo Abadi terdaftar?")

    assert "Coba lagi satu jam lagi" in closed[0]
    assert "110" in danger[0]
    assert "namanya ada di daftar" in later


async def test_how_often_somebody_asked_is_forgotten_the_next_day(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("family", "apakah PT Rinjalo Abadi terdaftar?")
        before = await citizens.count("SELECT count(*) FROM throttle")
        citizens.clock.move(timedelta(hours=25))
        await citizens.hotline.registry.refresh()

        assert before == 2  # how many checks, and how often of this name
        assert await citizens.count("SELECT count(*) FROM throttle") == 0


async def test_watcher_is_told_harmlessly_once_and_reads_the_news_when_ready(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        await citizens.say("family", "PT Rinjalo Abadi resmi gak?", "cukup", "pantau nama ini", "ya")
        act = Event(TODAY, EventKind.SUSPENDED, "surat contoh 7/2026")
        with database.engine.begin() as conn:
            registry.record_event(conn, "PT Rinjalo Abadi", act, by="command", now=NOW)
        for _ in range(3):
            await citizens.hotline.registry.refresh()

        notices = [text for text in await citizens.heard("family") if text.startswith("Halo, ada kabar")]
        news = await citizens.say("family", "kabar")
        ended = await citizens.say("family", "berhenti pantau")
        nothing = await citizens.say("family", "kabar")

    assert len(notices) == 1
    assert "Rinjalo" not in notices[0]
    assert "dibekukan" in news[0]
    assert "surat contoh" in news[0]
    assert "hentikan" in ended[0]
    assert "Rinjalo" not in "".join(nothing)


async def test_nobody_is_told_after_they_stopped_or_deleted(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        for address, last in (("stopped", "berhenti pantau"), ("deleted", "hapus")):
            await citizens.say(
                address, "PT Rinjalo Abadi resmi gak?", "cukup", "pantau nama ini", "ya", last, "ya hapus"
            )
        with database.engine.begin() as conn:
            _replace_list(conn, cipher, "PT Rinjalo Abadi,Dicabut")
        await citizens.hotline.registry.refresh()

        assert await citizens.count("SELECT count(*) FROM outbox WHERE dedupe_key LIKE 'watch:%'") == 0
        assert await citizens.count("SELECT count(*) FROM watch WHERE ended_at IS NULL") == 0


async def test_list_that_grew_too_old_is_no_news_of_a_company(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with citizens_of(database, cipher, data_dir) as citizens:
        with database.engine.begin() as conn:
            _replace_list(conn, cipher, "PT Contoh Baru,Berlaku")
        await citizens.hotline.registry.refresh()
        await citizens.say("family", "PT Contoh Baru resmi gak?", "cukup", "pantau nama ini", "ya")
        citizens.clock.move(timedelta(days=200))
        await citizens.hotline.registry.refresh()

        assert await citizens.count("SELECT count(*) FROM outbox WHERE dedupe_key LIKE 'watch:%'") == 0


async def test_name_asked_for_lies_open_nowhere(sqlite_database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with citizens_of(sqlite_database, cipher, data_dir) as citizens:
        await citizens.say("family", "apakah PT Zamrud Kalimaya Persada terdaftar?", "cukup", "pantau nama ini", "ya")
        await citizens.say("family", "apakah PT Zamrud Kalimaya Persada terdaftar?", "minta petugas cek")

    assert _files_with(data_dir, b"Zamrud") == []


def _files_with(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]
