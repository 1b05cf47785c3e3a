"""The card on duty phones and groups: enough to take a ticket, nothing that points at who told it."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, text

from bot.duty_cards import HIDDEN, CardLook, DutyCard, card_of, masked
from bot.hotline import Parts, running
from bot.inbound import Inbound
from bot.rules import Rules
from flows.said import Said
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.story import REPORTER, REPORTERS
from tests.conftest import FrozenClock

WITA = ZoneInfo("Asia/Makassar")
FULL, MINIMAL = CardLook("full", "52", WITA), CardLook("minimal", "52", WITA)
STORY = "tolong, nama saya Baiq Sahnim, adik saya disekap di ruko di kamboja, paspor ditahan, hp 0819 0000 0001"


@pytest.fixture
async def ticket_id(database: Database, cipher: Cipher, data_dir: Path, clock: FrozenClock) -> int:
    """An emergency that a citizen told in one message."""
    folder = EvidenceFolder(data_dir / "evidence", cipher)
    async with running(Parts(database, cipher, folder, Rules(), clock=clock)) as hotline:
        await hotline.take_in(Inbound("web", "w:1", "somebody", Said(text=STORY), clock()))
        return await hotline.writer.run(_only_ticket)


def _only_ticket(conn: Connection) -> int:
    return int(conn.execute(text("SELECT id FROM ticket")).scalar_one())


def make(database: Database, cipher: Cipher, ticket_id: int, look: CardLook, clock: FrozenClock) -> DutyCard:
    """Make the card as it is now."""
    with database.engine.begin() as conn:
        card = card_of(conn, cipher, ticket_id, look, clock())
    assert card is not None
    return card


def test_a_card_says_what_is_urgent_and_what_was_told(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    card = make(database, cipher, ticket_id, FULL, clock)

    assert card.text.startswith(f"DARURAT · {card.code} · Laporan")
    assert "disekap di ruko" in card.text
    assert "Belum diterima" in card.text


def test_a_card_names_no_reporter_and_no_number(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    card = make(database, cipher, ticket_id, FULL, clock)

    assert "Sahnim" not in card.text
    assert "0819" not in card.text


def test_a_minimal_card_carries_no_content(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    card = make(database, cipher, ticket_id, MINIMAL, clock)

    assert card.code in card.text
    assert not {"ruko", "kamboja", "paspor"} & set(card.text.casefold().split())


def test_a_report_that_names_an_official_shows_nothing_on_phones_and_groups(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    with database.engine.begin() as conn:
        conn.execute(text("UPDATE ticket SET names_official = true"))
    card = make(database, cipher, ticket_id, FULL, clock)

    assert (card.text, card.code, card.is_hidden) == (HIDDEN, "", True)


def test_hours_to_departure_stand_on_the_card(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    at = clock() + timedelta(hours=5, minutes=10)
    with database.engine.begin() as conn:
        conn.execute(text("UPDATE ticket SET departure_at = :at"), {"at": int(at.timestamp() * 1_000_000)})

    assert "Berangkat: 5 jam lagi" in make(database, cipher, ticket_id, FULL, clock).text


def test_who_leaves_today_at_an_unknown_hour_is_not_gone_on_the_card(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    midnight = clock().astimezone(WITA).replace(hour=0, minute=0, second=0, microsecond=0)
    with database.engine.begin() as conn:
        conn.execute(text("UPDATE ticket SET departure_at = :at"), {"at": int(midnight.timestamp() * 1_000_000)})

    assert "Berangkat: hari ini, jamnya belum jelas" in make(database, cipher, ticket_id, FULL, clock).text


def test_the_name_a_reporter_gave_is_masked_wherever_it_stands(
    database: Database, cipher: Cipher, ticket_id: int, clock: FrozenClock
) -> None:
    with database.engine.begin() as conn:
        conn.execute(text("DELETE FROM reporter"))
        body = cipher.seal_json(REPORTER, ticket_id, {"name": "Adik Kamboja"})
        REPORTERS.insert(conn, [{"ticket_id": ticket_id, "body_enc": body}])

    assert "kamboja" not in make(database, cipher, ticket_id, FULL, clock).text.casefold()


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("nama saya Siti Aminah dari Praya", "nama saya ••• dari Praya"),
        ("NAMA SY: siti, umur 19", "NAMA SY: •••, umur 19"),
        ("telepon +62 819-0000-0001 ya", "telepon ••• ya"),
        ("NIK 5202010101900001", "NIK •••"),
        ("bayar 30 juta, berangkat 26 November 2026", "bayar 30 juta, berangkat 26 November 2026"),
    ],
)
def test_own_names_and_long_numbers_are_masked(told: str, shown: str) -> None:
    assert masked(told, {}) == shown
