"""A mailbox shows its own reader what was delivered, once and in order."""

from sqlalchemy import Connection

from storage import mailbox
from storage.cipher import Cipher
from storage.database import Database
from tests.storage.outbox_rows import NOW, promise


def _fill(conn: Connection, cipher: Cipher) -> list[int]:
    promise(conn, cipher, "c:2", lane="web", identity_id=2, words="untuk orang lain")
    promise(conn, cipher, "c:1", lane="web", identity_id=1, words="belum waktunya", due_s=60)
    return [promise(conn, cipher, "c:1", lane="web", identity_id=1, words=f"pesan {n}") for n in range(3)]


def test_a_reader_gets_its_own_letters_in_order(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        ids = _fill(conn, cipher)
        letters = mailbox.since(conn, cipher, 1)

    assert [letter.id for letter in letters] == ids
    assert [letter.body["text"] for letter in letters] == ["pesan 0", "pesan 1", "pesan 2"]
    assert letters[0].created_at == NOW


def test_a_reader_comes_back_for_what_is_newer(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        ids = _fill(conn, cipher)

        assert [letter.id for letter in mailbox.since(conn, cipher, 1, ids[0])] == ids[1:]
        assert [letter.id for letter in mailbox.since(conn, cipher, 1, limit=2)] == ids[:2]


def test_letters_are_read_once_and_only_by_their_reader(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        ids = _fill(conn, cipher)
        mailbox.mark_read(conn, 2, ids, NOW)
        assert len(mailbox.since(conn, cipher, 1, unread=True)) == 3

        mailbox.mark_read(conn, 1, ids[:2], NOW)
        assert [letter.id for letter in mailbox.since(conn, cipher, 1, unread=True)] == ids[2:]
        assert [letter.is_read for letter in mailbox.since(conn, cipher, 1)] == [True, True, False]
