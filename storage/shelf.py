"""One table's ready-made SQL for writing many rows quickly, the same on both databases."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import Final, cast

from pydantic_core import PydanticUndefined
from sqlalchemy import Boolean, Connection, LargeBinary, Table
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from storage.columns import UtcTime, from_micros, to_micros
from storage.driver import run, run_many

__all__ = ["Row", "Shelf", "marks", "run", "run_many"]

Row = dict[str, object]
"""One row by column name; columns left out take the model's default."""

_STRIDE: Final = 8
"""Rows that one statement writes where there are that many: half a dozen spare the way through the driver."""


@lru_cache(maxsize=64)
def _micros(at: object) -> int | None:
    # kept, for one group of messages writes the same few moments into every table
    return None if at is None else to_micros(cast("datetime", at))


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
        defaults = {name: model.model_fields[name].default for name in self.columns}
        self._defaults = {name: value for name, value in defaults.items() if value not in {None, PydanticUndefined}}
        self._moments = frozenset(column.name for column in table.columns if isinstance(column.type, UtcTime))
        self._back = tuple((column.name, back) for column in table.columns if (back := _way_back(column.type)))
        self._conflict = f" ON CONFLICT {on_conflict}" if on_conflict else ""
        # PostgreSQL refuses to update a row twice in one statement
        self._stride = 1 if "DO UPDATE" in on_conflict else _STRIDE
        self._way_in = cache(self._spelled)

    def read(self, values: Sequence[object]) -> Row:
        """Turn one row, selected in column order, back into values: aware moments, real booleans, plain bytes."""
        row = dict(zip(self.columns, values, strict=True))
        for name, back in self._back:
            if row[name] is not None:
                row[name] = back(row[name])
        return row

    def insert(self, conn: Connection, rows: Iterable[Row]) -> int:
        """Insert every row in the order given and tell how many were really written.

        Rows that name the same columns share a statement. Give no column without a value where that is the usual
        case: each costs the driver more than a number.

        Raises:
            KeyError: A row names a column that the table does not have.
        """
        written = 0
        for names, alike in groupby(rows, tuple):
            written += self._insert(conn, names, list(alike))
        return written

    def insert_new(self, conn: Connection, rows: Sequence[Row]) -> set[int]:
        """Insert every row that meets no conflict and give the ids of those."""
        ids = {cast("int", row["id"]) for row in rows}
        if self.insert(conn, rows) == len(rows):
            return ids
        found = run(conn, f"SELECT id FROM {self.name} WHERE id IN ({marks(len(ids))})", list(ids))  # noqa: S608 - our own names
        return {cast("int", row_id) for (row_id,) in found}

    def update(self, conn: Connection, row_id: int, change: Row, *, also: str = "") -> None:
        """Change the named columns of the row whose `id` is given; `also` is one more assignment in our own words.

        Raises:
            KeyError: The change names a column that the table does not have.
        """
        self._refuse_unknown(change)
        places = ", ".join([*(f"{name} = ?" for name in change), *([also] if also else [])])
        values = [self._plain(name, value) for name, value in change.items()]
        run(conn, f"UPDATE {self.name} SET {places} WHERE id = ?", [*values, row_id])  # noqa: S608 - our own names

    def _plain(self, name: str, value: object) -> object:
        if value is None or name not in self._moments:
            return value
        return to_micros(value)  # type: ignore[arg-type] # a UtcTime column holds a datetime

    def _insert(self, conn: Connection, names: tuple[str, ...], rows: Sequence[Row]) -> int:
        one, several, moments = self._way_in(names)
        width, whole = len(names), len(rows) - len(rows) % self._stride
        cells = list(chain.from_iterable(map(dict.values, rows)))
        for place in moments:
            cells[place::width] = map(_micros, cells[place::width])
        written = run_many(conn, several, _cut(cells[: whole * width], self._stride * width))
        return written + run_many(conn, one, _cut(cells[whole * width :], width))

    def _spelled(self, names: tuple[str, ...]) -> tuple[str, str, tuple[int, ...]]:
        """Give the statements for one row and for a stride of them, and the places of moments among their values."""
        self._refuse_unknown(names)
        left = {name: default for name, default in self._defaults.items() if name not in names}
        into = f"INSERT INTO {self.name} ({', '.join([*names, *left])}) VALUES "  # noqa: S608 - our own names
        row = f"({', '.join(['?'] * len(names) + [_literal(default) for default in left.values()])})"
        moments = tuple(place for place, name in enumerate(names) if name in self._moments)
        return f"{into}{row}{self._conflict}", f"{into}{', '.join([row] * self._stride)}{self._conflict}", moments

    def _refuse_unknown(self, names: Iterable[str]) -> None:
        unknown = [name for name in names if name not in self.columns]
        if unknown:
            raise KeyError(*unknown)


def _cut(cells: Sequence[object], size: int) -> list[Sequence[object]]:
    return [cells[start : start + size] for start in range(0, len(cells), size)]


def _literal(default: object) -> str:
    return f"'{default}'" if isinstance(default, str) else str(default).upper()
