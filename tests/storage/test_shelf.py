"""Writing many rows: in order, by strides and singly, what meets a conflict told from what is new."""

from datetime import UTC, datetime

from sqlalchemy import text

from storage.database import Database
from storage.inbox import take_in
from storage.shelf import Row, Shelf
from storage.tables import Inbox

_NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
_MORE_THAN_TWO_STRIDES = range(1, 20)


def _row(number: int, provider_id: str = "") -> Row:
    return {
        "id": number,
        "channel": "web",
        "provider_id": provider_id or str(number),
        "contact_id": 7,
        "body_enc": b"sealed",
        "received_at": _NOW,
    }


def test_rows_of_every_shape_are_written_and_what_they_leave_out_is_the_default(database: Database) -> None:
    rows = [_row(number) | ({"error": "TypeError"} if number == 5 else {}) for number in _MORE_THAN_TWO_STRIDES]
    with database.engine.begin() as conn:
        assert Shelf(Inbox).insert(conn, rows) == len(rows)
        found = conn.execute(text("SELECT id, status, error FROM inbox ORDER BY id")).all()
    assert [tuple(one) for one in found] == [
        (number, "done", "TypeError" if number == 5 else None) for number in _MORE_THAN_TWO_STRIDES
    ]


def test_what_meets_a_conflict_is_told_from_what_is_new(database: Database) -> None:
    with database.engine.begin() as conn:
        take_in(conn, [_row(100, "3"), _row(101, "17")])
        new = take_in(conn, [_row(number) for number in _MORE_THAN_TWO_STRIDES])
    assert new == set(_MORE_THAN_TWO_STRIDES) - {3, 17}
