"""Turn a grid of cells into agencies, and tell what was understood and what was not, by row and column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flows.matching.names import read_listed_name
from flows.matching.numbers import phone_e164
from flows.matching.status import read_status
from flows.matching.values import Agency, Status
from flows.registry_list.dates import find_as_of, read_date
from flows.registry_list.headings import Cell, Column, find_header, is_remark, read_header

# cells of a name column that end a table
_FOOTER = re.compile(
    r"^\s*(?:(?:jumlah|total)\b\s*(?:p3mi|pt|perusahaan|data)?\s*[:=]?\s*[\d.]*\s*$|(?:catatan|keterangan|sumber|mengetahui|note)\s*:)",
    re.IGNORECASE,
)
_EMPTY = frozenset({"", "-", "--", "n/a", "na", "null", "none", "nan", "tidak ada", "nihil"})
# a report that lists every row is read by nobody
PROBLEMS_AT_MOST = 200


class NoNameColumn(ValueError):  # noqa: N818 - an error's name is a sentence
    """No row among the first thirty names a column of company names."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that was not understood; `row` counts from 1 as a spreadsheet does, `column` is its heading."""

    row: int
    column: str
    what: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What the reader made of a file, to be shown before the list is believed."""

    header_row: int
    columns: Mapping[str, str]
    rows: int
    duplicates: int = 0
    skipped: int = 0
    same_name: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    unreadable_statuses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListRead:
    """The rows of a list, the date it names itself if it does, and the report."""

    agencies: tuple[Agency, ...]
    as_of: date | None
    understood: Understood


@dataclass(slots=True)
class _Counts:
    """What adds up while the rows are read."""

    problems: list[Problem]
    statuses: dict[str, int]
    skipped: int = 0


def read_grid(grid: Sequence[Sequence[Cell]]) -> ListRead:
    """Read every row under the header.

    Raises:
        NoNameColumn: Nothing in the file says which column holds the names.
    """
    header = find_header(grid)
    if header is None:
        raise NoNameColumn
    columns, height = read_header(grid, header)
    headings = {
        column: _text(grid[header], place) or _text(grid[header + height - 1], place)
        for column, place in columns.items()
    }
    counts = _Counts([], {})
    alone = sum(1 for cell in grid[header] if str(cell).strip()) == 1
    rows: list[Agency] = []
    for place in range(header + height, len(grid)):
        row = [",".join(map(str, grid[place]))] if alone and columns[Column.NAME] == 0 else grid[place]
        agency = _read_row(row, place + 1, columns, headings, counts)
        if agency is not None:
            rows.append(agency)
    unique = tuple(dict.fromkeys(rows))
    understood = Understood(
        header_row=header + 1,
        columns={column.value: headings[column] for column in columns},
        rows=len(unique),
        duplicates=len(rows) - len(unique),
        skipped=counts.skipped,
        same_name=_same_names(unique),
        problems=tuple(counts.problems[:PROBLEMS_AT_MOST]),
        unreadable_statuses=counts.statuses,
    )
    return ListRead(unique, _as_of(grid, header, columns), understood)


def _read_row(
    row: Sequence[Cell], number: int, columns: Mapping[Column, int], headings: Mapping[Column, str], counts: _Counts
) -> Agency | None:
    cells = {column: _text(row, place) for column, place in columns.items()}
    name = cells[Column.NAME]
    if not any(str(cell).strip() for cell in row):
        return None
    others = any(text for column, text in cells.items() if column is not Column.NAME)
    if name.lower() in _EMPTY or not any(letter.isalnum() for letter in name):
        if others:
            counts.problems.append(Problem(number, headings[Column.NAME], "no company name"))
        counts.skipped += 1
        return None
    if name == headings[Column.NAME] or (_FOOTER.match(name) and not others):
        counts.skipped += 1
        return None
    until, is_date_readable = _read_until(row, columns)
    if not is_date_readable:
        counts.problems.append(
            Problem(number, headings[Column.VALID_UNTIL], "date not understood, row is not taken as valid")
        )
    status = _read_status(cells, number, headings, counts)
    if status is Status.VALID and not is_date_readable:
        status = Status.UNKNOWN
    return Agency(
        name=" ".join(name.split()),
        as_listed=_raw(row, columns[Column.NAME]),
        licence_no=_known(cells.get(Column.LICENCE_NO, "")),
        status=status,
        valid_until=until,
        phone=_read_phone(cells.get(Column.PHONE, "")),
        address=" ".join(_known(cells.get(Column.ADDRESS, "")).split()),
    )


def _read_status(cells: Mapping[Column, str], number: int, headings: Mapping[Column, str], counts: _Counts) -> Status:
    """A list without a status column lists only the valid; a cell that is not understood is never valid."""
    if Column.STATUS not in cells:
        return Status.VALID
    text = cells[Column.STATUS]
    if not text and is_remark(headings[Column.STATUS]):
        return Status.VALID
    status = read_status(text)
    if status is Status.UNKNOWN:
        counts.statuses[text[:60]] = counts.statuses.get(text[:60], 0) + 1
        counts.problems.append(
            Problem(number, headings[Column.STATUS], "status not understood, row is not taken as valid")
        )
    return status


def _read_until(row: Sequence[Cell], columns: Mapping[Column, int]) -> tuple[date | None, bool]:
    """Return the last good day, and whether the cell was understood (an empty one is)."""
    place = columns.get(Column.VALID_UNTIL)
    if place is None or place >= len(row):
        return None, True
    cell = row[place]
    if isinstance(cell, date):
        return cell, True
    if cell.strip().lower() in _EMPTY:
        return None, True
    # "01-01-2025 s/d 31-12-2027": the later end counts
    last = re.split(
        r"\s(?:s\s?[/.]?\s?d\.?|sampai(?: dengan)?|hingga|to|until|-)\s", cell.strip(), flags=re.IGNORECASE
    )[-1]
    until = read_date(last) or read_date(cell)
    return until, until is not None


def _read_phone(text: str) -> str:
    """Keep the first phone of a cell that holds several."""
    for part in re.split(r"[;,|\n]| / ", text):
        if phone := phone_e164(part):
            return phone
    return _known(text)


def _same_names(rows: Sequence[Agency]) -> tuple[str, ...]:
    """Name companies that stand in the list more than once with different particulars."""
    seen: dict[str, int] = {}
    for row in rows:
        key = read_listed_name(row.name).exact[0]
        seen[key] = seen.get(key, 0) + 1
    return tuple(row.name for row in rows if seen[read_listed_name(row.name).exact[0]] > 1)[:PROBLEMS_AT_MOST]


def _as_of(grid: Sequence[Sequence[Cell]], header: int, columns: Mapping[Column, int]) -> date | None:
    """Find the day the list speaks for: in a title above the header, or in a column of its own."""
    for row in grid[:header]:
        if found := find_as_of(" ".join(str(cell) for cell in row)):
            return found
    place = columns.get(Column.AS_OF)
    if place is None:
        return None
    dates = (
        cell if isinstance(cell, date) else read_date(cell)
        for row in grid[header + 1 :]
        if place < len(row)
        for cell in [row[place]]
    )
    return max((found for found in dates if found), default=None)


def _known(text: str) -> str:
    return "" if text.lower() in _EMPTY else text


def _text(row: Sequence[Cell], place: int) -> str:
    return _raw(row, place).strip()


def _raw(row: Sequence[Cell], place: int) -> str:
    return str(row[place]) if place < len(row) else ""
