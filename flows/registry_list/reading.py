"""Turn a grid of cells into agencies, and tell what was understood and what was not, by row and column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flows.matching.names import read_listed_name
from flows.matching.status import read_status
from flows.matching.values import Agency, Status
from flows.registry_list.cells import EMPTY, filled, has_form, known, phone_of, raw_at, text_at, told_against, until_of
from flows.registry_list.dates import find_as_of, read_date
from flows.registry_list.headings import Cell, Column, find_header, is_remark, read_header, tidy_heading
from flows.registry_list.troubles import Trouble

# cells of a name column that end a table
_FOOTER = re.compile(
    r"^\s*(?:(?:jumlah|total)\b\s*(?:p3mi|pt|perusahaan|data)?\s*[:=]?\s*[\d.]*\s*$|(?:catatan|keterangan|sumber|mengetahui|note)\s*:)",
    re.IGNORECASE,
)
_RUNNING = frozenset({"no", "nomor", "nomor urut", "no urut", "number", "id"})
_LONGEST_SHOWN = 40
_INVENTED = "rekaan"
# a report that lists every row is read by nobody
PROBLEMS_AT_MOST = 200


class NoNameColumn(ValueError):  # noqa: N818 - an error's name is a sentence
    """No row among the first thirty names a column of company names."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that was not understood; `row` counts from 1 as a spreadsheet does, `column` is its heading."""

    row: int
    column: str
    what: Trouble


@dataclass(frozen=True, slots=True)
class Understood:
    """What the reader made of a file, to be shown before the list is believed."""

    header_row: int
    columns: Mapping[str, str]
    rows: int
    unread: tuple[str, ...] = ()
    """Headings of columns that were not read; one that tells against a company would be missed."""
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
    invented: bool = False


@dataclass(slots=True)
class _Counts:
    """What adds up while the rows are read."""

    problems: list[Problem]
    statuses: dict[str, int]
    skipped: int = 0
    is_wide: bool = False
    """True where most rows hold more than a name: a row with nothing else is then no company."""


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
        column: text_at(grid[header], place) or text_at(grid[header + height - 1], place)
        for column, place in columns.items()
    }
    counts = _Counts([], {}, is_wide=_is_wide(grid[header + height :]))
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
        unread=_unread(grid[header : header + height], columns),
        duplicates=len(rows) - len(unique),
        skipped=counts.skipped,
        same_name=_same_names(unique),
        problems=tuple(counts.problems[:PROBLEMS_AT_MOST]),
        unreadable_statuses=counts.statuses,
    )
    return ListRead(unique, _as_of(grid, header, columns), understood, _is_invented(grid[:header], unique))


def _is_invented(titles: Sequence[Sequence[Cell]], rows: Sequence[Agency]) -> bool:
    """Know the sample that ships: its title says so, and so do its licence numbers, also in a copy saved anew."""
    told = any(_INVENTED in str(cell).lower() for row in titles for cell in row)
    numbers = [row.licence_no.lower() for row in rows if row.licence_no]
    return told or (bool(numbers) and all(_INVENTED in number for number in numbers))


def _read_row(
    row: Sequence[Cell], number: int, columns: Mapping[Column, int], headings: Mapping[Column, str], counts: _Counts
) -> Agency | None:
    cells = {column: text_at(row, place) for column, place in columns.items()}
    name = cells[Column.NAME]
    if not any(str(cell).strip() for cell in row):
        return None
    others = any(text for column, text in cells.items() if column is not Column.NAME)
    if name.lower() in EMPTY or not any(letter.isalnum() for letter in name):
        if others:
            counts.problems.append(Problem(number, headings[Column.NAME], Trouble.NO_NAME))
        counts.skipped += 1
        return None
    if name == headings[Column.NAME] or (_FOOTER.match(name) and not others):
        counts.skipped += 1
        return None
    if counts.is_wide and filled(row) == 1 and not has_form(name):
        counts.problems.append(Problem(number, headings[Column.NAME], Trouble.ONLY_A_NAME))
        counts.skipped += 1
        return None
    until, is_date_readable = until_of(row, columns)
    if not is_date_readable:
        counts.problems.append(Problem(number, headings[Column.VALID_UNTIL], Trouble.DATE))
    status = _read_status(cells, number, headings, counts)
    if status is Status.VALID and not is_date_readable:
        status = Status.UNKNOWN
    if status is Status.VALID and (told := told_against(row, columns)):
        words, against = told
        # with a column for the status the two disagree, and a person must look; without one this is the status
        status = Status.UNKNOWN if Column.STATUS in columns else against
        counts.problems.append(Problem(number, words[:_LONGEST_SHOWN], Trouble.TOLD_AGAINST))
    return Agency(
        name=" ".join(name.split()),
        as_listed=raw_at(row, columns[Column.NAME]),
        licence_no=known(cells.get(Column.LICENCE_NO, "")),
        status=status,
        valid_until=until,
        phone=phone_of(cells.get(Column.PHONE, "")),
        address=" ".join(known(cells.get(Column.ADDRESS, "")).split()),
    )


def _is_wide(rows: Sequence[Sequence[Cell]]) -> bool:
    counts = [count for row in rows if (count := filled(row))]
    while counts and counts[-1] == 1:
        counts.pop()  # what stands under a table is not the table
    return bool(counts) and sorted(counts)[len(counts) // 2] > 1


def _unread(heading: Sequence[Sequence[Cell]], columns: Mapping[Column, int]) -> tuple[str, ...]:
    """Name the columns that mean nothing to us, but the running number."""
    read = set(columns.values())
    names: list[str] = []
    for place in range(max(map(len, heading))):
        text = " ".join(dict.fromkeys(text_at(row, place) for row in heading if text_at(row, place)))
        if text and place not in read and tidy_heading(text) not in _RUNNING:
            names.append(text)
    return tuple(names)


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
        counts.problems.append(Problem(number, headings[Column.STATUS], Trouble.STATUS))
    return status


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
