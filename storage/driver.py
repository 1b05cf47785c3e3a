"""Runs statements straight through the database driver, inside SQLAlchemy's transaction.

SQLAlchemy's own execution costs more for a statement than either database does; on the way in that is most of the
work. Connections, transactions, pools and error classes stay SQLAlchemy's. Statements are spelled with `?`;
PostgreSQL's driver wants `%s`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NoReturn, Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound

Cells = tuple[object, ...]


class _Cursor(Protocol):
    description: object
    rowcount: int

    def execute(self, sql: str, values: Sequence[object]) -> object: ...
    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> object: ...
    def fetchall(self) -> list[Cells]: ...
    def close(self) -> object: ...


class Found:
    """What a statement gave."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: list[Cells], rowcount: int) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Cells]:
        """Go through the rows."""
        return iter(self._rows)

    def all(self) -> list[Cells]:
        """Give every row."""
        return self._rows

    def first(self) -> Cells | None:
        """Give the first row, if there is one."""
        return self._rows[0] if self._rows else None

    def one(self) -> Cells:
        """Give the only row.

        Raises:
            NoResultFound: There is none.
            MultipleResultsFound: There is more than one.
        """
        if not self._rows:
            raise NoResultFound
        if len(self._rows) > 1:
            raise MultipleResultsFound
        return self._rows[0]

    def scalar(self) -> object:
        """Give the first column of the first row; none without a row."""
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> object:
        """Give the first column of the only row."""
        return self.one()[0]

    def scalars(self) -> list[object]:
        """Give the first column of every row."""
        return [row[0] for row in self._rows]


@cache
def _percent(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def run(conn: Connection, sql: str, values: Sequence[object] = ()) -> Found:
    """Run one statement."""
    cursor, spelled = _begin(conn, sql)
    try:
        cursor.execute(spelled, values)
        return Found(cursor.fetchall() if cursor.description else [], cursor.rowcount)
    except conn.dialect.loaded_dbapi.Error as error:
        _raise(conn, sql, error)
    finally:
        cursor.close()


def run_many(conn: Connection, sql: str, rows: Sequence[Sequence[object]]) -> int:
    """Run one statement for every row, if there are any, and tell how many rows of the table it touched."""
    if not rows:
        return 0
    cursor, spelled = _begin(conn, sql)
    try:
        cursor.executemany(spelled, rows)
    except conn.dialect.loaded_dbapi.Error as error:
        _raise(conn, sql, error)
    else:
        return cursor.rowcount
    finally:
        cursor.close()


def _begin(conn: Connection, sql: str) -> tuple[_Cursor, str]:
    if not conn.in_transaction():
        conn.begin()
    cursor: Any = conn.connection.cursor()
    return cursor, sql if conn.dialect.name == "sqlite" else _percent(sql)


def _raise(conn: Connection, sql: str, error: Exception) -> NoReturn:
    """Raise the driver's error as SQLAlchemy would: in its class, without the values, a dead connection put away."""
    dbapi = conn.dialect.loaded_dbapi
    assert isinstance(error, dbapi.Error)
    is_dead = conn.dialect.is_disconnect(error, conn.connection.dbapi_connection, None)
    told = DBAPIError.instance(
        sql, None, error, dbapi.Error, hide_parameters=True, connection_invalidated=is_dead, dialect=conn.dialect
    )
    if is_dead:
        conn.invalidate(error)
    raise told from error
