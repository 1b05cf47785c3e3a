"""Which police command and which immigration office a place belongs to, on a given day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from flows.places.areas import table_text


@dataclass(frozen=True, slots=True)
class Route:
    """Where a ticket of one regency goes; several commands where the split by district was never published."""

    regency: str
    since: date
    police: tuple[str, ...]
    immigration: str
    note: str


def route(code: str, day: date) -> Route | None:
    """The route of a regency, district or village as it holds on that day; None where no table knows it."""
    rows = [row for row in _routes(code[:2]) if row.regency == code[:5] and row.since <= day]
    return max(rows, key=lambda row: row.since, default=None)


@cache
def _routes(province: str) -> tuple[Route, ...]:
    return tuple(_rows(table_text(f"routes_{province}.tsv") or "")) if province.isdigit() else ()


def _rows(table: str) -> Iterator[Route]:
    for line in table.splitlines():
        if line and not line.startswith("#"):
            regency, since, police, immigration, note = line.split("\t")
            day = date.fromisoformat(since) if since else date.min
            yield Route(regency, day, tuple(police.split("; ")), immigration, note)
