"""Officers' own phones and accounts: linked by a one-time code, and nobody else acts from there."""

from datetime import datetime

import pytest
from sqlalchemy import Connection, text

from bot import officer_links, officers
from bot.duty_words import link_code_in
from bot.officers import NewOfficer, NoSuchOfficer
from storage import duty_posts
from storage import officer_links as rows
from storage.cipher import Cipher
from storage.database import Database
from tests.conftest import FrozenClock


def enter(conn: Connection, cipher: Cipher, now: datetime) -> str:
    """Enter an officer and give a code to link with."""
    officers.add(conn, cipher, NewOfficer("siti", "Siti Aminah"), now=now)
    return officer_links.give_code(conn, cipher, "siti", now=now).code


def link(conn: Connection, cipher: Cipher, code: str, now: datetime, address: str = "5001") -> str:
    """Link an address and give whose it is now."""
    found = officer_links.link(conn, cipher, code, channel="telegram", address=address, now=now)
    return found.login if found else ""


def test_a_code_links_one_address_once(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        code = enter(conn, cipher, clock())
        assert link(conn, cipher, code.lower().replace("-", " "), clock()) == "siti"
        assert link(conn, cipher, code, clock(), "5002") == ""
        found = rows.officer_at(conn, cipher, "telegram", "5001")

        assert found is not None
        assert found.login == "siti"
        assert rows.officer_at(conn, cipher, "telegram", "5002") is None
        assert rows.officer_at(conn, cipher, "whatsapp", "5001") is None


def test_every_code_can_be_told_from_three_words(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    """One in ninety drawn at random holds no digit, and would then not be taken for a code on a duty phone."""
    with database.engine.begin() as conn:
        enter(conn, cipher, clock())
        codes = [officer_links.give_code(conn, cipher, "siti", now=clock()).code for _ in range(300)]

    assert all(link_code_in(code, is_known_phone=True) == code for code in codes)


def test_a_code_ends_after_half_an_hour(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        code = enter(conn, cipher, clock())
        clock.advance(minutes=31)

        assert link(conn, cipher, code, clock()) == ""


def test_a_newer_code_ends_the_older_one(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        old = enter(conn, cipher, clock())
        new = officer_links.give_code(conn, cipher, "siti", now=clock()).code

        assert link(conn, cipher, old, clock()) == ""
        assert link(conn, cipher, new, clock()) == "siti"


def test_whoever_guesses_codes_is_shut_out(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        code = enter(conn, cipher, clock())
        for _ in range(10):
            assert link(conn, cipher, "AAAA-AAAA-AAAA", clock()) == ""

        assert link(conn, cipher, code, clock()) == ""
        assert link(conn, cipher, code, clock(), "5002") == "siti"


def test_a_disabled_officer_acts_from_nowhere(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        code = enter(conn, cipher, clock())
        assert link(conn, cipher, code, clock()) == "siti"
        officers.disable(conn, cipher, "siti", now=clock())

        assert rows.officer_at(conn, cipher, "telegram", "5001") is None
        with pytest.raises(NoSuchOfficer):
            officer_links.give_code(conn, cipher, "siti", now=clock())


def test_links_are_listed_and_taken_away(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        link(conn, cipher, enter(conn, cipher, clock()), clock())
        (found,) = rows.links(conn, cipher)
        assert (found.channel, found.address) == ("telegram", "5001")
        assert rows.unlink(conn, found.officer_id, "telegram") == 1

        assert rows.links(conn, cipher, "telegram") == []


def test_no_address_of_an_officer_is_stored_in_clear(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    with database.engine.begin() as conn:
        link(conn, cipher, enter(conn, cipher, clock()), clock(), "998877665544")
        stored = [
            bytes(value) for row in conn.execute(text("SELECT lookup, address_enc FROM officer_link")) for value in row
        ]

    assert not any(b"998877665544" in value for value in stored)


def test_a_card_is_found_by_message_topic_and_ticket(database: Database, cipher: Cipher, clock: FrozenClock) -> None:
    place = duty_posts.place_of(cipher, "telegram", "-1001")
    with database.engine.begin() as conn:
        duty_posts.put(conn, 7, "telegram", place, message_id=None, thread_id="31", now=clock())
        duty_posts.put(conn, 7, "telegram", place, message_id="88", thread_id="31", now=clock())

        found = duty_posts.of_ticket(conn, 7, "telegram", place)
        assert found == duty_posts.at_message(conn, "telegram", place, "88")
        assert found == duty_posts.in_thread(conn, "telegram", place, "31")
        duty_posts.forget(conn, 7, "telegram", place)
        assert duty_posts.of_ticket(conn, 7, "telegram", place) is None


def test_a_place_that_moved_is_followed_and_never_in_a_circle(
    database: Database, cipher: Cipher, clock: FrozenClock
) -> None:
    with database.engine.begin() as conn:
        duty_posts.move(conn, cipher, "telegram", "-1", "-1001")
        duty_posts.move(conn, cipher, "telegram", "-1001", "-1002")
        assert duty_posts.address_now(conn, cipher, "telegram", "-1") == "-1002"
        duty_posts.move(conn, cipher, "telegram", "-1002", "-1")

        assert duty_posts.address_now(conn, cipher, "telegram", "-1") in {"-1001", "-1002", "-1"}
