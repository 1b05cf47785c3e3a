"""Inbox, contacts and conversations: a copy is a duplicate, an address one sender, a conversation in one hand."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage import contacts, conversations, inbox
from storage.cipher import Cipher
from storage.contacts import Sender
from storage.database import Database, open_database
from storage.ids import new_id

_NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def _inbox_row(provider_id: str, channel: str = "whatsapp") -> dict[str, object]:
    return {
        "id": new_id(),
        "channel": channel,
        "provider_id": provider_id,
        "contact_id": 1,
        "body_enc": b"sealed",
        "received_at": _NOW,
    }


def _sender(conn: Connection, cipher: Cipher, address: str, channel: str = "whatsapp") -> Sender:
    lookup = contacts.lookup_of(cipher, channel, address)
    return contacts.find_or_make(conn, cipher, [(channel, lookup, address)], _NOW)[lookup]


def test_a_second_copy_is_a_duplicate(database: Database) -> None:
    first, again = [_inbox_row("1"), _inbox_row("2")], [_inbox_row("2"), _inbox_row("3")]
    with database.engine.begin() as conn:
        assert inbox.take_in(conn, first) == {first[0]["id"], first[1]["id"]}
    with database.engine.begin() as conn:
        assert inbox.take_in(conn, again) == {again[1]["id"]}


def test_two_copies_in_one_group_count_once(database: Database) -> None:
    with database.engine.begin() as conn:
        copies = [_inbox_row("1"), _inbox_row("1")]
        assert inbox.take_in(conn, copies) == {copies[0]["id"]}
        assert conn.execute(text("SELECT count(*) FROM inbox")).scalar_one() == 1


def test_ids_of_different_channels_do_not_meet(database: Database) -> None:
    with database.engine.begin() as conn:
        assert len(inbox.take_in(conn, [_inbox_row("1"), _inbox_row("1", "telegram")])) == 2


def test_nothing_taken_in_is_nothing_new(database: Database) -> None:
    with database.engine.begin() as conn:
        assert inbox.take_in(conn, []) == set()


def test_a_message_on_which_the_conversation_failed_is_parked(database: Database) -> None:
    row = _inbox_row("1")
    with database.engine.begin() as conn:
        inbox.take_in(conn, [row, _inbox_row("2")])
        inbox.park(conn, [(row["id"], "ZeroDivisionError")])  # type: ignore[list-item] # an id is an int

    with database.reader() as conn:
        found = conn.execute(text("SELECT provider_id, status, error FROM inbox ORDER BY provider_id")).all()
    assert [tuple(one) for one in found] == [("1", "parked", "ZeroDivisionError"), ("2", "done", None)]


def test_an_address_is_one_sender_for_ever(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        first, other = _sender(conn, cipher, "+62811000001"), _sender(conn, cipher, "+62811000002")
    with database.engine.begin() as conn:
        assert _sender(conn, cipher, "+62811000001") == first
        assert first.contact_id != other.contact_id


def test_a_group_of_known_and_new_senders_finds_each(database: Database, cipher: Cipher) -> None:
    names = [f"+6281100{number:04}" for number in range(30)]
    wanted = [("whatsapp", contacts.lookup_of(cipher, "whatsapp", name), name) for name in names]
    with database.engine.begin() as conn:
        known = contacts.find_or_make(conn, cipher, wanted[:10], _NOW)
        # the same sender twice in one group, as when somebody types quickly
        everybody = contacts.find_or_make(conn, cipher, [*wanted, *wanted[5:15]], _NOW)
        found = contacts.addresses(conn, cipher, [sender.identity_id for sender in everybody.values()])

    assert {lookup: everybody[lookup] for lookup in known} == known
    assert sorted(found.values()) == names
    assert len({sender.contact_id for sender in everybody.values()}) == 30


def test_the_same_number_on_two_channels_is_two_contacts(database: Database, cipher: Cipher) -> None:
    """Contacts are never merged by guess: a phone may be shared."""
    with database.engine.begin() as conn:
        whatsapp, sms = _sender(conn, cipher, "+62811000001"), _sender(conn, cipher, "+62811000001", "sms")

    assert whatsapp.contact_id != sms.contact_id


def test_no_address_lies_in_clear(sqlite_database: Database, cipher: Cipher) -> None:
    with sqlite_database.engine.begin() as conn:
        _sender(conn, cipher, "+62811000001")
    sqlite_database.close()

    assert sqlite_database.path is not None
    assert b"whatsapp" in sqlite_database.path.read_bytes()
    assert b"62811000001" not in sqlite_database.path.read_bytes()


def test_an_address_that_refuses_us_is_left_out_until_it_writes_again(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        sender = _sender(conn, cipher, "+62811000001")
        contacts.block(conn, sender.identity_id, _NOW)
        assert contacts.addresses(conn, cipher, [sender.identity_id]) == {}
        assert _sender(conn, cipher, "+62811000001").is_blocked

        contacts.unblock(conn, [sender.identity_id])
        assert contacts.addresses(conn, cipher, [sender.identity_id]) == {sender.identity_id: "+62811000001"}


def test_a_language_is_kept(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        sender = _sender(conn, cipher, "+62811000001")
        contacts.set_language(conn, sender.contact_id, "en")

        assert _sender(conn, cipher, "+62811000001").language == "en"
        assert contacts.created_at(conn, sender.contact_id) == _NOW


def test_a_conversation_comes_back_as_it_was_left(database: Database, cipher: Cipher) -> None:
    rows = [conversations.sealed(cipher, contact, f"state {contact}".encode(), 1, _NOW) for contact in (1, 2)]
    with database.engine.begin() as conn:
        conversations.save(conn, rows)
        conversations.save(conn, [conversations.sealed(cipher, 2, b"later", 2, _NOW)])

        assert conversations.load(conn, cipher, [2, 1, 2, 3]) == {1: (b"state 1", 1), 2: (b"later", 2)}
        conversations.forget(conn, 1)
        assert conversations.load(conn, cipher, [1]) == {}


@pytest.mark.parametrize("is_known", [True, False])
def test_two_replicas_never_lose_a_turn(
    postgres_database: Database, postgres_url: str, data_dir: Path, cipher: Cipher, *, is_known: bool
) -> None:
    """Both add to the same brand-new sender's conversation at once; every turn counts and one contact comes of it."""
    other = open_database(data_dir, url=postgres_url)
    if is_known:
        with other.engine.begin() as conn:
            _sender(conn, cipher, "+62811000009")
    failures: list[BaseException] = []
    together = threading.Barrier(2)

    def take_turns(database: Database) -> None:
        try:
            together.wait(10)
            for _ in range(25):
                with database.engine.begin() as conn:
                    contact = _sender(conn, cipher, "+62811000009").contact_id
                    _, version = conversations.load(conn, cipher, [contact]).get(contact, (b"", 0))
                    conversations.save(conn, [conversations.sealed(cipher, contact, b"x", version + 1, _NOW)])
        except BaseException as error:  # noqa: BLE001 - reported below
            failures.append(error)

    replicas = [threading.Thread(target=take_turns, args=(one,)) for one in (postgres_database, other)]
    for replica in replicas:
        replica.start()
    for replica in replicas:
        replica.join()
    other.close()

    assert failures == []
    with postgres_database.reader() as conn:
        assert conn.execute(text("SELECT version FROM conversation")).scalars().all() == [50]
        assert conn.execute(text("SELECT count(*) FROM contact")).scalar_one() == 1
