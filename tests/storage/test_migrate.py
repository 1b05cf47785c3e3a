"""The tables in the database are the tables in the program, however they came there."""

from sqlalchemy import event, inspect, text

from storage.database import Database
from storage.migrate import create, differences, edition, migrate, newest, upgrade


def _empty(database: Database) -> None:
    with database.engine.begin() as conn:
        for name in inspect(conn).get_table_names():
            conn.execute(text(f"DROP TABLE {name}"))


def test_a_new_database_has_the_tables_of_the_program(database: Database) -> None:
    _empty(database)
    assert upgrade(database.engine) is True

    with database.engine.begin() as conn:
        assert differences(conn) == []
        assert edition(conn) == newest()


def test_migrations_lead_to_the_tables_of_the_program(database: Database) -> None:
    _empty(database)
    with database.engine.begin() as conn:
        migrate(conn)

    with database.engine.begin() as conn:
        assert differences(conn) == []
        assert edition(conn) == newest()
    assert upgrade(database.engine) is False


def test_migrations_and_creation_make_the_same_indexes(database: Database) -> None:
    """`differences` does not compare the conditions of partial indexes, so their SQL is compared here.

    Both are made here: a PostgreSQL database is kept from test to test, so how it came to be is not known.
    """
    _empty(database)
    with database.engine.begin() as conn:
        create(conn)
    created = _indexes(database)
    _empty(database)
    with database.engine.begin() as conn:
        migrate(conn)

    assert _indexes(database) == created


def test_an_up_to_date_database_costs_nothing_at_start(database: Database) -> None:
    upgrade(database.engine)

    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))

    assert not upgrade(database.engine)
    assert len(asked) <= 3, asked
    assert all(words.startswith(("BEGIN", "SELECT", "PRAGMA")) for words in asked), asked


def _indexes(database: Database) -> list[str]:
    with database.reader() as conn:
        query = (
            "SELECT name || coalesce(sql, '') FROM sqlite_master WHERE type = 'index'"
            if database.is_sqlite
            else "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        )
        return sorted(" ".join(str(row[0]).split()) for row in conn.execute(text(query)))
