"""Long messages are known part by part, on both databases: found by any of their ids, told and erased as one."""

from datetime import timedelta

from sqlalchemy import Connection

from storage import contacts, deliveries, fates, message_parts, outbox, traces
from storage.cipher import Cipher
from storage.database import Database
from storage.deliveries import Early
from storage.message_parts import Part
from storage.shelf import run
from tests.storage.outbox_rows import NOW, promise

SIDS = [(0, "SMa"), (1, "SMb"), (2, "SMc")]


def long_message(conn: Connection, cipher: Cipher, identity_id: int | None = None) -> int:
    """A message that went out in three parts."""
    row_id = promise(conn, cipher, identity_id=identity_id)
    outbox.claim(conn, cipher, "whatsapp", owner="test", now=NOW, limit=1)
    outbox.mark_sent(conn, [(row_id, "SMc")], NOW)
    message_parts.keep(conn, [(row_id, SIDS)])
    return row_id


def test_a_message_is_found_by_any_of_its_parts(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        row_id = long_message(conn, cipher)

        for _, sid in SIDS:
            found = deliveries.by_sid(conn, cipher, "whatsapp", sid)
            assert found is not None
            assert found.id == row_id
        assert deliveries.by_sid(conn, cipher, "sms", "SMa") is None
        assert deliveries.by_sid(conn, cipher, "whatsapp", "SMx") is None
        assert deliveries.known_sids(conn, ["SMa", "SMc", "SMx"]) == {"SMa", "SMc"}


def test_a_part_that_is_sent_again_forgets_its_earlier_fate(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        row_id = long_message(conn, cipher)
        part = message_parts.at(conn, "SMb")
        assert part is not None
        message_parts.mark(conn, part, "failed")
        message_parts.keep(conn, [(row_id, [(1, "SMd")])])

        assert message_parts.at(conn, "SMb") is None
        assert message_parts.at(conn, "SMd") == Part(row_id, 1, None)
        assert [one.place for one in message_parts.of_row(conn, row_id)] == [0, 1, 2]


def test_an_early_report_on_a_part_ripens_with_it(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        deliveries.keep_early(conn, Early("SMa", "delivered", ""), NOW)
        assert not deliveries.has_ripe(conn)
        long_message(conn, cipher)

        assert deliveries.has_ripe(conn)
        assert [one.sid for one in deliveries.take_ripe(conn)] == ["SMa"]
        assert not deliveries.has_ripe(conn)


def test_traces_name_every_part_and_leave_none(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        lookup = contacts.lookup_of(cipher, "whatsapp", "+6281200000001")
        sender = contacts.find_or_make(conn, cipher, [("whatsapp", lookup, "+6281200000001")], NOW)[lookup]
        row_id = long_message(conn, cipher, sender.identity_id)

        found = traces.provider_messages(conn, sender.contact_id, "whatsapp", row_id)
        traces.erase(conn, sender.contact_id, row_id + 1)

        assert sorted(sid for sid, _ in found) == ["SMa", "SMb", "SMc"]
        assert run(conn, "SELECT count(*) FROM outbox_part").one()[0] == 0


def test_what_became_of_a_message_is_told_for_citizens_alone(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        card = promise(conn, cipher, "duty")
        row_id = promise(conn, cipher, identity_id=7)
        run(conn, "UPDATE outbox SET contact_id = 8, ticket_id = 9 WHERE id = ?", (row_id,))
        run(conn, "UPDATE outbox SET status = 'dead', last_error = 'code_63024' WHERE id = ?", (row_id,))

        fate = fates.of(conn, row_id)

        assert fates.of(conn, card) is None
        assert fates.of(conn, 1) is None
        assert fate is not None
        assert (fate.status, fate.reason, fate.contact_id, fate.created_at) == ("dead", "63024", 8, NOW)
        assert fates.newest_failure(conn, 7) == "63024"
        assert fates.newest_failure(conn, 6) == ""


def test_a_row_that_is_set_back_or_held_again_is_so_once_more(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        row_id = long_message(conn, cipher)
        deliveries.set_back(conn, row_id, NOW + timedelta(minutes=1), "whatsapp")
        deliveries.mark(conn, row_id, "failed", "63018", NOW)
        deliveries.set_back(conn, row_id, NOW + timedelta(minutes=2), "whatsapp")

        told = run(conn, "SELECT status, delivery, delivery_error FROM outbox WHERE id = ?", (row_id,)).one()
        assert tuple(told) == ("ready", None, None)
        deliveries.hold_back(conn, row_id, "window_closed")
        assert run(conn, "SELECT status FROM outbox WHERE id = ?", (row_id,)).one()[0] == "held"
