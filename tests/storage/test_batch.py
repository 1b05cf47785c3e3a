"""A batch writes everything a group changed, seals what must be sealed, and comes back as it went in."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, text

from storage import story, tickets, timers
from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database
from storage.ids import new_id
from storage.shelf import Row
from storage.tickets import TicketRow

_NOW = datetime(2026, 11, 2, 1, 0, 0, 123456, tzinfo=UTC)
_STORY = "adik saya ditahan"


def ticket_row(code: str = "K7-M4", **columns: object) -> Row:
    """A filed report."""
    return {
        "id": new_id(),
        "code": code,
        "kind": "report",
        "state": "new",
        "urgency": "high",
        "category": "forced_scam",
        "channel": "whatsapp",
        "filed_at": _NOW,
        "updated_at": _NOW,
        **columns,
    }


def _column(conn: Connection, query: str) -> list[object]:
    return list(conn.execute(text(query)).scalars())


def test_a_ticket_comes_back_as_it_was_filed(database: Database, cipher: Cipher) -> None:
    row = ticket_row(receipt_lookup=b"r" * 32, is_anonymous=False, departure_at=_NOW + timedelta(hours=40))
    batch = Batch(cipher, _NOW, tickets=[row])
    batch.join_ticket(int(str(row["id"])), 5, 6)
    with database.engine.begin() as conn:
        flush(conn, batch)
        found = tickets.by_code(conn, "K7-M4")

        assert found is not None
        assert found.departure_at == _NOW + timedelta(hours=40)
        assert (found.is_anonymous, found.is_incomplete, found.version) == (False, False, 1)
        assert tickets.by_receipt(conn, [b"r" * 32, b"s" * 32]) == {b"r" * 32: found}
        assert tickets.of_contacts(conn, [5, 7]) == {5: [found]}
        assert tickets.by_ids(conn, [found.id]) == {found.id: found}
        assert tickets.by_code(conn, "none") is None


def test_a_ticket_row_has_the_columns_of_the_table() -> None:
    assert tuple(field.name for field in fields(TicketRow)) == tickets.TICKETS.columns


def test_changes_of_a_ticket_add_up_and_count_its_version(database: Database, cipher: Cipher) -> None:
    row = ticket_row()
    ticket_id = int(str(row["id"]))
    batch = Batch(cipher, _NOW, tickets=[row])
    batch.change_ticket(ticket_id, urgency="emergency")
    batch.change_ticket(ticket_id, closed_at=_NOW, names_official=True)
    with database.engine.begin() as conn:
        flush(conn, batch)
        found = tickets.by_ids(conn, [ticket_id])[ticket_id]

    assert (found.urgency, found.closed_at, found.names_official, found.version) == ("emergency", _NOW, True, 2)


def test_what_was_told_before_the_ticket_joins_it(database: Database, cipher: Cipher) -> None:
    media = {"id": 9, "contact_id": 1, "at": _NOW, "kind": "photo", "mime": "image/jpeg", "size_bytes": 3}
    batch = Batch(cipher, _NOW, media=[{**media, "sha256": "00", "origin": "whatsapp"}])
    earlier, other = batch.add_message(1, "citizen", "text", {"text": _STORY}), new_id()
    batch.add_message(2, "citizen", "text", {"text": "orang lain"})
    taken = batch.add_message(1, "citizen", "text", {"text": "lama"}, ticket_id=other)
    with database.engine.begin() as conn:
        flush(conn, batch)
        filing = Batch(cipher, _NOW)
        now = filing.add_message(1, "citizen", "text", {"text": "tolong"})
        filing.attach_story(1, 77)
        flush(conn, filing)

        assert _column(conn, "SELECT id FROM message WHERE ticket_id = 77 ORDER BY id") == [earlier, now]
        assert _column(conn, f"SELECT ticket_id FROM message WHERE id = {taken}") == [other]
        assert _column(conn, "SELECT ticket_id FROM media") == [77]


def test_a_file_is_linked_to_its_message(database: Database, cipher: Cipher) -> None:
    media = {"id": 9, "contact_id": 1, "at": _NOW, "kind": "photo", "mime": "image/jpeg", "size_bytes": 3}
    batch = Batch(cipher, _NOW, media=[{**media, "sha256": "00", "origin": "whatsapp"}], media_links=[(5, None, 9)])
    with database.engine.begin() as conn:
        flush(conn, batch)

        assert _column(conn, "SELECT message_id FROM media") == [5]


def test_facts_and_reporter_are_replaced_by_newer_ones(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        for words in ("dulu", "kini"):
            batch = Batch(cipher, _NOW)
            batch.put_report(4, {"facts": {"what": {"value": words}}})
            batch.put_reporter(4, {"name": words})
            batch.add_event(4, "citizen", "updated", note=words)
            flush(conn, batch)
        facts = _column(conn, "SELECT facts_enc FROM report")
        reporter = _column(conn, "SELECT body_enc FROM reporter")
        notes = conn.execute(text("SELECT id, note_enc FROM ticket_event ORDER BY id")).all()

    assert [cipher.open_json(story.FACTS, 4, bytes(one)) for one in facts] == [{"facts": {"what": {"value": "kini"}}}]
    assert [cipher.open_json(story.REPORTER, 4, bytes(one)) for one in reporter] == [{"name": "kini"}]
    assert [cipher.open(tickets.NOTE, row.id, bytes(row.note_enc)) for row in notes] == [b"dulu", b"kini"]


def test_the_last_word_about_a_timer_holds(database: Database, cipher: Cipher) -> None:
    soon, later = _NOW + timedelta(minutes=1), _NOW + timedelta(minutes=30)
    with database.engine.begin() as conn:
        batch = Batch(cipher, _NOW)
        batch.set_timer("silence", 1, soon, "silence:1")
        batch.set_timer("silence", 2, soon, "silence:2")
        batch.set_timer("silence", 1, later, "silence:1")
        batch.cancel_timer("silence:2")
        flush(conn, batch)
        assert timers.next_due(conn) == later

        again = Batch(cipher, _NOW)
        again.cancel_timer("silence:1")
        flush(conn, again)
        assert timers.next_due(conn) is None


def test_nothing_that_was_said_lies_in_clear(sqlite_database: Database, cipher: Cipher) -> None:
    batch = Batch(cipher, _NOW)
    batch.add_message(1, "citizen", "text", {"text": _STORY})
    batch.put_report(4, {"facts": {"what": _STORY}})
    batch.put_reporter(4, {"name": _STORY})
    batch.add_event(4, "officer:1", "note", note=_STORY)
    batch.save_conversation(1, _STORY.encode(), 1)
    batch.add_outbox(
        lane="web", purpose="reply", ordering_key="1", dedupe_key="r:1:0", body={"text": _STORY}, identity_id=1
    )
    with sqlite_database.engine.begin() as conn:
        flush(conn, batch)
    sqlite_database.close()

    assert sqlite_database.path is not None
    assert b"officer:1" in sqlite_database.path.read_bytes()
    assert _STORY.encode() not in sqlite_database.path.read_bytes()


def test_a_misspelled_column_is_refused(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn, pytest.raises(KeyError, match="urgent"):
        flush(conn, Batch(cipher, _NOW, tickets=[ticket_row(urgent=True)]))
    with database.engine.begin() as conn, pytest.raises(KeyError, match="urgent"):
        flush(conn, Batch(cipher, _NOW, ticket_updates={1: {"urgent": True}}))


def test_an_empty_batch_writes_nothing(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        flush(conn, Batch(cipher, _NOW))

        assert _column(conn, "SELECT count(*) FROM audit_head") == [0]
