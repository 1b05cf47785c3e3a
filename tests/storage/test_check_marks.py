"""How often something was checked is known for thirty days, and nothing of it leads to whoever asked."""

from datetime import date, timedelta

from storage import check_marks, links
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from storage.tables import CheckMark

_TODAY = date(2026, 11, 21)
_NAME = ("name", "CONTOHARAM")
_PHONE = ("phone", "+6281917000888")


def test_checks_of_what_a_ticket_carries_are_counted(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        links.put(conn, cipher, 7, [_NAME, _PHONE])
        links.put(conn, cipher, 8, [_PHONE])
        for days, verdict in ((0, "NOT_FOUND"), (0, "NOT_FOUND"), (2, "SIMILAR_NAME"), (9, "NOT_FOUND")):
            check_marks.count(conn, cipher, [_NAME], _TODAY - timedelta(days=days), verdict)
        check_marks.count(conn, cipher, [_PHONE, ("phone", "+6281917000999")], _TODAY, "NOT_A_P3MI")
        found = check_marks.of_ticket(conn, 7, _TODAY)
        other = check_marks.of_ticket(conn, 8, _TODAY)

    assert [(one.kind, one.count, one.verdicts) for one in found] == [
        ("name", 4, (("NOT_FOUND", 3), ("SIMILAR_NAME", 1))),
        ("phone", 1, (("NOT_A_P3MI", 1),)),
    ]
    assert found[0].newest_days == (_TODAY, _TODAY - timedelta(days=2), _TODAY - timedelta(days=9))
    assert [one.count for one in other] == [1]


def test_after_thirty_days_they_are_neither_shown_nor_kept(database: Database, cipher: Cipher) -> None:
    with database.engine.begin() as conn:
        links.put(conn, cipher, 7, [_NAME])
        check_marks.count(conn, cipher, [_NAME], _TODAY, "NOT_FOUND")
        later = _TODAY + check_marks.KEPT
        shown = check_marks.of_ticket(conn, 7, later)
        check_marks.forget_old(conn, later - timedelta(days=1))
        before = run(conn, "SELECT count(*) FROM check_mark").scalar_one()
        check_marks.forget_old(conn, later)
        after = run(conn, "SELECT count(*) FROM check_mark").scalar_one()

    assert shown == []
    assert (before, after) == (1, 0)


def test_a_row_holds_a_hash_a_day_a_verdict_and_a_number(database: Database, cipher: Cipher) -> None:
    assert set(CheckMark.model_fields) == {"lookup", "day", "verdict", "count"}
    with database.engine.begin() as conn:
        check_marks.count(conn, cipher, [_NAME], _TODAY, "NOT_FOUND")
        ((lookup, *_),) = run(conn, "SELECT lookup, day FROM check_mark").all()

    assert b"CONTOH" not in bytes(lookup)
    assert len(bytes(lookup)) == 32
