"""The list in its editions: what was imported comes back, one edition holds, and dated acts outlive imports."""

from datetime import UTC, date, datetime

import pytest

from bot import registry_import
from bot.registry_import import DraftIsGone, ListShrank
from flows.matching import Agency, Edition, Event, EventKind, Status, Verdict, check
from storage import registry
from storage.audit import verify
from storage.cipher import Cipher
from storage.database import Database
from storage.registry_file import read_registry_bytes, read_registry_file, sample_path

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
_AGENCIES = (
    Agency(
        "PT Rinjalo Abadi", "PT. RINJALO ABADI", "REKAAN/1", Status.VALID, date(2027, 12, 31), "0370-555100", "Praya"
    ),
    Agency("PT Tarawela Sejahtera", status=Status.SUSPENDED, events=(Event(date(2026, 1, 2), EventKind.LIFTED, "x"),)),
)


def _import(database: Database, cipher: Cipher, names: list[str], *, force: bool = False) -> None:
    csv = "Nama Perusahaan\n" + "\n".join(names)
    with database.engine.begin() as conn:
        read = read_registry_bytes(csv.encode())
        preview = registry_import.prepare(conn, read, source="uji", on=TODAY, by="command", now=NOW)
        registry_import.agree(conn, cipher, preview.edition_id, by="command", now=NOW, force=force)


def test_rows_come_back_as_they_were_imported() -> None:
    assert registry.unpack(registry.pack(_AGENCIES)) == _AGENCIES


def test_sample_is_imported_on_the_first_start_and_only_then(database: Database, cipher: Cipher) -> None:
    for _ in range(2):
        with database.engine.begin() as conn:
            registry_import.ensure_a_list(conn, cipher, on=TODAY, now=NOW)

    with database.reader() as conn:
        (only,) = registry.editions(conn)
        kept = registry_import.load(conn, 90)
        assert verify(conn, cipher) is None
    assert only.invented
    assert kept is not None
    assert kept.agencies == read_registry_file(sample_path()).agencies


def test_newest_edition_holds_and_earlier_ones_are_kept(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        registry_import.ensure_a_list(conn, cipher, on=TODAY, now=NOW)
    _import(database, cipher, [f"PT Nama Contoh {n}" for n in "ABCDE"])

    with database.reader() as conn:
        assert [(one.state, one.invented) for one in registry.editions(conn)] == [("current", False), ("past", True)]
        kept = registry_import.load(conn, 90)
    assert kept is not None
    assert check("PT Nama Contoh A", kept, on=TODAY).verdict is Verdict.LISTED_AS_OF


def test_list_that_shrank_is_refused_unless_forced(database: Database, cipher: Cipher) -> None:
    names = [f"PT Contoh {word}" for word in ("Aram", "Bisma", "Cakra", "Durma", "Elang", "Fajar", "Gilang", "Hulu")]
    _import(database, cipher, names)

    with pytest.raises(ListShrank):
        _import(database, cipher, names[:6])
    _import(database, cipher, names[:6], force=True)

    with database.reader() as conn:
        assert registry.editions(conn)[0].rows == 6


def test_invented_list_gives_way_to_a_shorter_real_one(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        registry_import.ensure_a_list(conn, cipher, on=TODAY, now=NOW)

    _import(database, cipher, ["PT Satu Saja"])


def test_second_import_takes_the_draft_of_the_first(database: Database, cipher: Cipher) -> None:
    read = read_registry_bytes(b"Nama\nPT Satu Saja")
    with database.engine.begin() as conn:
        first = registry_import.prepare(conn, read, source="a", on=TODAY, by="command", now=NOW)
        registry_import.prepare(conn, read, source="b", on=TODAY, by="officer:1", now=NOW)
        with pytest.raises(DraftIsGone):
            registry_import.agree(conn, cipher, first.edition_id, by="command", now=NOW)


def test_recorded_act_outlives_a_later_list_that_calls_the_row_valid(database: Database, cipher: Cipher) -> None:
    act = Event(date(2026, 11, 10), EventKind.REVOKED, "surat contoh")
    with database.engine.begin() as conn:
        registry.record_event(conn, "Rinjalo Abadi, PT", act, by="command", now=NOW)
    _import(database, cipher, ["PT Rinjalo Abadi", "PT Rinjalo Abadi Jaya"])

    with database.reader() as conn:
        kept = registry_import.load(conn, 90)
    assert kept is not None
    assert check("PT Rinjalo Abadi", kept, on=TODAY).verdict is Verdict.REVOKED
    assert check("PT Rinjalo Abadi Jaya", kept, on=TODAY).verdict is Verdict.LISTED_AS_OF


def test_stamp_changes_with_every_edition_and_every_act(database: Database, cipher: Cipher) -> None:
    stamps = []
    for step in (
        lambda conn: registry_import.ensure_a_list(conn, cipher, on=TODAY, now=NOW),
        lambda conn: registry.record_event(conn, "PT A", Event(TODAY, EventKind.SUSPENDED, "s"), by="command", now=NOW),
    ):
        with database.engine.begin() as conn:
            stamps.append(registry.stamp(conn))
            step(conn)
            stamps.append(registry.stamp(conn))

    assert len(set(stamps)) == 3


def test_real_list_grows_too_old_and_an_invented_one_says_what_it_is(database: Database, cipher: Cipher) -> None:
    _import(database, cipher, ["PT Satu Saja"])
    later = date(2027, 6, 1)

    with database.reader() as conn:
        kept = registry_import.load(conn, 90)
    assert kept is not None
    assert check("PT Satu Saja", kept, on=later).verdict is Verdict.REGISTRY_UNFIT


def test_edition_describes_itself() -> None:
    row = registry.EditionRow(1, "current", "uji", TODAY, 3, "ab", "command", NOW, invented=False)

    assert row.as_edition(30) == Edition("uji", TODAY, 3, "ab", max_age_days=30)
