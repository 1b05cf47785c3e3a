"""The hotline as one piece on a real database: what comes in is answered, kept, forwarded, and told truthfully."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.hotline import Hotline, Parts, running
from bot.inbound import Inbound
from bot.rehearsal import MovableClock, Rehearsal, rehearse
from bot.rules import Rules
from flows import turn as flows_turn
from flows.labels import Language
from flows.said import Attachment, Kind, Location, Said
from storage import audit
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.ids import new_id
from storage.shelf import run

DANGER = "adik saya dikurung di ruko di batam, pintunya digembok, hp mau diambil"
STORY = "tetangga saya mau kirim anaknya kerja ke malaysia, katanya bulan depan"


@asynccontextmanager
async def hotline_on(database: Database, cipher: Cipher, folder: Path) -> AsyncIterator[Hotline]:
    """Run a hotline on the given database without its own clock's timers."""
    parts = Parts(database, cipher, EvidenceFolder(folder / "evidence", cipher), Rules(), clock=MovableClock(NOW))
    async with running(parts) as hotline:
        await hotline.clockwork.stop()
        yield hotline


NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def message(text: str, number: int = 1, *, address: str = "phone-a", said: Said | None = None) -> Inbound:
    """Make an inbound message of an invented citizen."""
    return Inbound("web", f"m{number}", address, said or Said(text=text), NOW)


def leaks(folder: Path, canaries: list[bytes]) -> list[tuple[str, bytes]]:
    """Search every file outside the keys for words that must not lie open."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "keys"]
    return [(path.name, canary) for path in files for canary in canaries if canary in path.read_bytes()]


async def count(hotline: Hotline, sql: str) -> int:
    """Count with a query of ours."""

    def look(conn: Connection) -> int:
        return int(str(run(conn, sql).scalar_one()))

    return await hotline.desk_store.read(look)


async def test_the_same_message_twenty_times_at_once_acts_once(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with hotline_on(database, cipher, data_dir) as hotline:
        taken = await asyncio.gather(*(hotline.take_in(message(DANGER)) for _ in range(20)))

        assert [one.is_duplicate for one in taken].count(False) == 1
        assert await count(hotline, "SELECT count(*) FROM inbox") == 1
        assert await count(hotline, "SELECT count(*) FROM ticket") == 1
        assert await count(hotline, "SELECT count(*) FROM outbox WHERE purpose = 'reply'") == 1
        assert await count(hotline, "SELECT count(*) FROM message WHERE speaker = 'citizen'") == 1


async def test_danger_files_a_ticket_and_alerts_in_the_same_commit(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    async with hotline_on(database, cipher, data_dir) as hotline:
        await hotline.take_in(message(DANGER))

        assert await count(hotline, "SELECT count(*) FROM ticket WHERE urgency = 'emergency' AND is_incomplete") == 1
        assert await count(hotline, "SELECT count(*) FROM outbox WHERE purpose = 'alert' AND lane = 'desk'") == 1
        assert await count(hotline, "SELECT count(*) FROM outbox WHERE purpose = 'card' AND lane = 'desk'") == 1
        assert await count(hotline, "SELECT count(*) FROM timer WHERE kind = 'ladder'") == 1


async def test_a_flow_that_fails_parks_the_message_and_files_it_for_an_officer(
    database: Database, cipher: Cipher, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setitem(flows_turn.FLOWS if hasattr(flows_turn, "FLOWS") else _flows(), "report", broken)
    async with hotline_on(database, cipher, data_dir) as hotline:
        taken = await hotline.take_in(message(STORY))
        others = await hotline.take_in(message("halo", 2, address="phone-b"))
        letters = await hotline.mailbox("web", "phone-a")

        assert taken.is_parked
        assert not others.is_parked
        assert "tersimpan" in letters[-1].text
        assert await count(hotline, "SELECT count(*) FROM inbox WHERE status = 'parked'") == 1
        assert await count(hotline, "SELECT count(*) FROM ticket WHERE kind = 'call' AND urgency = 'high'") == 1
        assert await count(hotline, "SELECT count(*) FROM message WHERE ticket_id IS NULL AND speaker = 'citizen'") == 1


async def test_what_was_told_before_filing_belongs_to_the_ticket(
    database: Database, cipher: Cipher, data_dir: Path
) -> None:
    photo = Attachment(Kind.PHOTO, new_id(), "image/jpeg", 100, "0" * 64)
    async with hotline_on(database, cipher, data_dir) as hotline:
        await hotline.take_in(message("", 1, said=Said(Kind.PHOTO, STORY, attachments=(photo,))))
        await hotline.take_in(message(DANGER, 2))

        assert await count(hotline, "SELECT count(*) FROM message WHERE ticket_id IS NULL") == 0
        assert await count(hotline, "SELECT count(*) FROM media WHERE ticket_id IS NOT NULL") == 1


async def test_the_audit_chain_holds(database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with hotline_on(database, cipher, data_dir) as hotline:
        for number in range(5):
            await hotline.take_in(message(DANGER, number, address=f"phone-{number}"))

        assert await hotline.desk_store.read(lambda conn: audit.verify(conn, cipher)) is None


async def test_no_word_name_or_address_lies_open_in_the_database(
    sqlite_database: Database, cipher: Cipher, data_dir: Path
) -> None:
    canaries = [b"Zubaidillah", b"0812555019", b"Terara", b"phone-of-zubaidillah"]
    text = "saya Zubaidillah dari Terara, hp 081255501999, anak saya dikurung di batam, tolong"
    async with hotline_on(sqlite_database, cipher, data_dir) as hotline:
        await hotline.take_in(message(text, address="phone-of-zubaidillah"))
        await hotline.take_in(message("Terara, hubungi 081255501999", 2, address="phone-of-zubaidillah"))

    assert leaks(data_dir, canaries) == []


async def test_the_page_language_begins_the_conversation(database: Database, cipher: Cipher, data_dir: Path) -> None:
    pressed = Inbound("web", "m1", "phone-a", Said(Kind.CHOICE, token="menu:report"), NOW, Language.ENGLISH)
    async with hotline_on(database, cipher, data_dir) as hotline:
        await hotline.take_in(pressed)
        letters = await hotline.mailbox("web", "phone-a")

        assert letters[-1].text == "Is it safe to write here now?"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "😭😭😭",
        "a\x00b \ud800 c",
        "\u202eterbalik\u202c \u200b\u200d",
        "<script>alert(1)</script><b>tolong</b>",
        '=HYPERLINK("http://invented.test";"klik")',
        "x" * 65_536,
        "Z̴̡̛͕͎a̷l̸g̶o̵" * 200,
    ],
    ids=["empty", "blank", "emoji", "nul", "rtl", "html", "formula", "64k", "zalgo"],
)
async def test_odd_words_get_a_kind_answer_and_are_kept_once(text: str) -> None:
    async with rehearse(now=NOW) as rehearsal:
        replies = await rehearsal.say(Said(text=text))

        assert replies
        assert all(reply.text.strip() for reply in replies)


@pytest.mark.parametrize(
    "place", [Location(91, 0), Location(0, 181), Location(float("nan"), 0), Location(float("inf"), 0)]
)
async def test_a_place_off_the_earth_is_answered_kindly(place: Location) -> None:
    async with rehearse(now=NOW) as rehearsal:
        replies = await rehearsal.say(Said(Kind.LOCATION, location=place))

        assert "tidak bisa dibaca" in replies[0].text


async def test_silence_files_what_was_told_and_writes_to_nobody() -> None:
    async with rehearse(now=NOW) as rehearsal:
        await rehearsal.say(Said(text=STORY))
        heard = await rehearsal.wait(timedelta(minutes=31))
        tickets = await rehearsal.tickets()

        assert heard == []
        assert [ticket.is_incomplete for ticket in tickets] == [True]
        assert "malaysia" in json.dumps(tickets[0].facts).casefold()


async def test_silence_counts_from_the_last_word() -> None:
    async with rehearse(now=NOW) as rehearsal:
        await rehearsal.say(Said(text=STORY))
        await rehearsal.wait(timedelta(minutes=20))
        await rehearsal.say(Said(text="masih di rumah"))
        await rehearsal.wait(timedelta(minutes=20))
        before = await rehearsal.tickets()
        await rehearsal.wait(timedelta(minutes=11))

        assert before == []
        assert [ticket.is_incomplete for ticket in await rehearsal.tickets()] == [True]


async def test_an_unconfirmed_ticket_climbs_and_its_status_says_so() -> None:
    async with rehearse(now=NOW) as rehearsal:
        await rehearsal.say(Said(text=DANGER))
        before = await _status(rehearsal)
        await rehearsal.wait(timedelta(minutes=6))
        after = await _status(rehearsal)

        assert "belum diterima petugas" in before
        assert "sudah lewat waktunya" in after


async def _status(rehearsal: Rehearsal) -> str:
    replies = await rehearsal.say(Said(text="status"))
    return replies[0].text


def _flows() -> dict[str, object]:
    from flows import running as flows_running

    flows: dict[str, object] = flows_running.FLOWS  # type: ignore[assignment]
    return flows
