"""One table's ready-made SQL for writing many rows quickly, the same on both databases."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import cast

from pydantic_core import PydanticUndefined
from sqlalchemy import Boolean, Connection, LargeBinary, Table
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from storage.columns import UtcTime, from_micros, to_micros
from storage.driver import run, run_many

__all__ = ["Row", "Shelf", "marks", "run", "run_many"]

Row = dict[str, object]
"""One row by column name; columns left out take the model's default."""

# one group of messages writes the same few moments into every table
_micros = lru_cache(maxsize=64)(to_micros)


@cache
def marks(count: int) -> str:
    """Give `?,?,?` for an IN list."""
    return ",".join("?" * count)


def _way_back(kind: TypeEngine[object]) -> Callable[[object], object] | None:
    if isinstance(kind, UtcTime):
        return lambda value: from_micros(cast("int", value))
    if isinstance(kind, Boolean):
        return bool
    if isinstance(kind, LargeBinary):
        return lambda value: bytes(cast("bytes", value))
    return None


class Shelf:
    """Writes rows of one table.

    Args:
        model: The table.
        on_conflict: What follows `ON CONFLICT`, for example "(contact_id) DO UPDATE SET ...".
    """

    def __init__(self, model: type[SQLModel], on_conflict: str = "") -> None:
        table: Table = SQLModel.metadata.tables[str(model.__tablename__)]
        self.name = table.name
        self.columns = tuple(column.name for column in table.columns)
        defaults = {name: field.default for name, field in model.model_fields.items()}
        self._blank: Row = {
            name: None if defaults[name] is PydanticUndefined else defaults[name] for name in self.columns
        }
        self._moments = frozenset(column.name for column in table.columns if isinstance(column.type, UtcTime))
        self._back = tuple((column.name, back) for column in table.columns if (back := _way_back(column.type)))
        self._into = f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES "  # noqa: S608 - our own names
        self._conflict = f" ON CONFLICT {on_conflict}" if on_conflict else ""
        self._insert = f"{self._into}({marks(len(self.columns))}){self._conflict}"
        self._multi = cache(self._many_values)

    def values(self, row: Row) -> tuple[object, ...]:
        """Give the row's values in column order, moments as microseconds.

        Raises:
            KeyError: The row names a column that the table does not have.
        """
        filled = self._blank | row
        if len(filled) != len(self._blank):
            raise KeyError(*(row.keys() - self._blank.keys()))
        for name in self._moments:
            at = filled[name]
            if at is not None:
                filled[name] = _micros(at)
        return tuple(filled.values())

    def read(self, values: Sequence[object]) -> Row:
        """Turn one row, selected in column order, back into values: aware moments, real booleans, plain bytes."""
        row = dict(zip(self.columns, values, strict=True))
        for name, back in self._back:
            if row[name] is not None:
                row[name] = back(row[name])
        return row

    def insert(self, conn: Connection, rows: Iterable[Row]) -> None:
        """Insert every row with one statement."""
        run_many(conn, self._insert, list(map(self.values, rows)))

    def insert_returning(self, conn: Connection, rows: Sequence[Row], returning: str) -> list[tuple[object, ...]]:
        """Insert every row with one statement and give `returning` of those that were really written."""
        if not rows:
            return []
        flat = [value for row in rows for value in self.values(row)]
        found = run(conn, f"{self._multi(len(rows))} RETURNING {returning}", flat)
        return [tuple(row) for row in found]

    def update(self, conn: Connection, row_id: int, change: Row, *, also: str = "") -> None:
        """Change the named columns of the row whose `id` is given; `also` is one more assignment in our own words.

        Raises:
            KeyError: The change names a column that the table does not have.
        """
        if not self._blank.keys() >= change.keys():
            raise KeyError(*(change.keys() - self._blank.keys()))
        places = ", ".join([*(f"{name} = ?" for name in change), *([also] if also else [])])
        values = [self._plain(name, value) for name, value in change.items()]
        run(conn, f"UPDATE {self.name} SET {places} WHERE id = ?", [*values, row_id])  # noqa: S608 - our own names

    def _plain(self, name: str, value: object) -> object:
        if value is None or name not in self._moments:
            return value
        return to_micros(value)  # type: ignore[arg-type] # a UtcTime column holds a datetime

    def _many_values(self, count: int) -> str:
        one = f"({marks(len(self.columns))})"
        return f"{self._into}{','.join([one] * count)}{self._conflict}"
