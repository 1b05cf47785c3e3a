"""The desk says what became of each message and whether WhatsApp lets an officer write now."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery_words import reason_of, state_of, window_line
from bot.twilio_status import Remedy
from storage.cipher import Cipher
from storage.database import Database
from storage.desk_ticket import EventRow
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import DeskRoom, Told, desk_room
from webhook.desk.event_words import note_of, say_event

CODE = "K7M-4QX"


async def page_after(room: DeskRoom, sql: str, *values: object) -> str:
    """Answer a WhatsApp ticket, change what is known of that answer, and give the page."""
    room.file(Told(CODE, channel="whatsapp", may_contact=True, talk=(("citizen", "tolong"),)))
    siti = await room.signed_in("siti", "Siti")
    await siti.act(CODE, "reply", text="Kami di jalan.")
    room.write(lambda conn: run(conn, sql, values).rowcount)
    return (await siti.get(f"/tickets/{CODE}")).text


async def test_a_failure_says_why(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock, tmp_path: Path
) -> None:
    with desk_room(sqlite_database, cipher, clock) as room:
        page = await page_after(
            room,
            "UPDATE outbox SET status = 'sent', delivery = 'failed', delivery_error = '63024' WHERE lane = 'whatsapp'",
        )

    assert "tidak terkirim: nomor itu tidak ada di WhatsApp" in page


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("telegram: blocked", "Pesan lewat Telegram tidak terkirim: pelapor menutup jalur ini"),
        ("whatsapp: code_63024", "Pesan lewat WhatsApp tidak terkirim: nomor itu tidak ada di WhatsApp"),
        ("telegram: neu", "Pesan lewat Telegram tidak terkirim: penyedia tidak mengatakan sebabnya"),
        ("", "Pesan tidak terkirim: penyedia tidak mengatakan sebabnya"),
    ],
)
def test_the_history_says_in_words_what_did_not_arrive_and_why(clock: FrozenClock, note: str, said: str) -> None:
    event = EventRow(1, clock(), "hotline", "undelivered", None, None, note)

    assert say_event(event, {}, {}) == said
    assert note_of(event) == ""


async def test_the_queue_shows_what_did_not_arrive(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock
) -> None:
    """Nobody has to open a ticket to learn that its answer reached nobody."""
    with desk_room(sqlite_database, cipher, clock) as room:
        await page_after(room, "UPDATE outbox SET status = 'dead', last_error = 'blocked' WHERE lane = 'whatsapp'")
        room.write(lambda conn: run(conn, "UPDATE ticket_event SET kind = 'undelivered' WHERE kind = 'filed'").rowcount)
        budi = await room.signed_in("budi", "Budi")
        queue = (await budi.get("/")).text

    assert "Pesan tidak terkirim" in queue


async def test_delivered_and_read_are_told_apart(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with desk_room(sqlite_database, cipher, clock) as room:
        page = await page_after(
            room, "UPDATE outbox SET status = 'sent', delivery = 'delivered' WHERE lane = 'whatsapp'"
        )

    assert ">sampai<" in page


async def test_the_page_opens_where_the_reporter_shut_us_out(
    sqlite_database: Database, cipher: Cipher, clock: FrozenClock
) -> None:
    """A blocked identity has no address to show; the page must not fall over that."""
    with desk_room(sqlite_database, cipher, clock) as room:
        page = await page_after(room, "UPDATE identity SET blocked_at = 1")

    assert "Tidak bisa dihubungi" in page


async def test_the_window_is_told(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    until = int((clock() + timedelta(hours=3)).timestamp() * 1_000_000)
    with desk_room(sqlite_database, cipher, clock) as room:
        page = await page_after(room, "UPDATE identity SET window_until = ?", until)

    assert "bisa dibalas langsung sampai pukul 12.00 WITA" in page


@pytest.mark.parametrize("remedy", list(Remedy))
def test_every_remedy_has_its_words(remedy: Remedy) -> None:
    from bot.delivery_words import _REASONS

    assert _REASONS[remedy]


def test_words_of_states_and_reasons(clock: FrozenClock) -> None:
    assert state_of("sent", "delivered", is_read=False) == "delivered"
    assert state_of("sent", None, is_read=False) == "sent"
    assert state_of("sent", "failed", is_read=True) == "read"
    assert state_of("held", "failed", is_read=False) == "held"
    assert reason_of("sent", "delivered", None, None) == ""
    assert reason_of("held", None, None, "window_closed") == "menunggu pelapor membalas pesan ketukan"
    assert reason_of("dead", None, None, "code_63014") == "pelapor menutup jalur ini"
    assert reason_of("dead", None, None, "code_1") == "penyedia tidak mengatakan sebabnya"
    assert window_line("telegram", None, clock(), when="") == ""
    assert "sudah lewat 24 jam" in window_line("whatsapp", None, clock(), when="")
