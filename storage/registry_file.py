"""Open the file of a list of placement companies (CSV or XLSX, as offices send them) and read its rows."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.matching.values import Agency, Edition
from flows.registry_list import Difference, ListRead, Understood, diff, read_grid
from flows.registry_list.headings import Cell, column_of, find_header
from flows.registry_list.troubles import Fault
from storage.errors import StorageError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "Difference",
    "RegistryFile",
    "UnreadableList",
    "diff",
    "read_registry_bytes",
    "read_registry_file",
    "sample_path",
]

# the whole Philippine registry is 3,790 rows and under one megabyte
BYTES_AT_MOST = 20_000_000
UNPACKED_BYTES_AT_MOST = 200_000_000
ROWS_AT_MOST = 200_000
_COLUMNS_AT_MOST = 100
_DELIMITERS = (",", ";", "\t", "|")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_SAMPLE = Path(__file__).parent / "sample" / "registry_sample.csv"


class UnreadableList(StorageError):  # noqa: N818 - the name is the sentence
    """The file cannot be read as a list; `why` says it in English, `fault` lets others say it."""

    def __init__(self, fault: Fault) -> None:
        """Keep the reason."""
        super().__init__(fault.value)
        self.fault = fault

    @property
    def why(self) -> str:
        """Say the reason."""
        return self.fault.value


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """A file read: its rows, its own date if it names one, its checksum (SHA-256 of the bytes), and the report."""

    agencies: tuple[Agency, ...]
    as_of: date | None
    checksum: str
    understood: Understood
    invented: bool = False

    def edition(self, *, source: str, as_of: date, max_age_days: int | None = None) -> Edition:
        """Describe the file as one edition of the list."""
        return Edition(source, as_of, len(self.agencies), self.checksum, self.invented, max_age_days)


def sample_path() -> Path:
    """Return where the invented list lies that the project ships."""
    return _SAMPLE


def read_registry_file(path: Path) -> RegistryFile:
    """Read a list from disk; a file without a date of its own takes the day it was last written (UTC).

    Raises:
        UnreadableList: Too large, not a table, or no column of names.
    """
    stat = path.stat()
    if stat.st_size > BYTES_AT_MOST:
        raise UnreadableList(Fault.TOO_LARGE)
    read = read_registry_bytes(path.read_bytes())
    written = datetime.fromtimestamp(stat.st_mtime, UTC).date()
    return RegistryFile(read.agencies, read.as_of or written, read.checksum, read.understood, read.invented)


def read_registry_bytes(content: bytes) -> RegistryFile:
    """Read a list as it was uploaded.

    Raises:
        UnreadableList: Too large, not a table, or no column of names.
    """
    if len(content) > BYTES_AT_MOST:
        raise UnreadableList(Fault.TOO_LARGE)
    if content.startswith(_OLD_EXCEL):
        raise UnreadableList(Fault.OLD_EXCEL)
    read = _read_best(_sheets(content) if content.startswith(b"PK") else _tables(content))
    return RegistryFile(read.agencies, read.as_of, hashlib.sha256(content).hexdigest(), read.understood, read.invented)


def _read_best(grids: Sequence[list[list[Cell]]]) -> ListRead:
    """Read the grid whose header knows most columns: the right sheet, the right delimiter."""
    best: tuple[int, list[list[Cell]]] | None = None
    for grid in grids:
        header = find_header(grid)
        if header is not None:
            known = len({column for cell in grid[header] if (column := column_of(cell))})
            if best is None or known > best[0]:
                best = known, grid
    if best is None:
        raise UnreadableList(Fault.NO_HEADING)
    if len(best[1]) > ROWS_AT_MOST:
        raise UnreadableList(Fault.TOO_MANY_ROWS)
    return read_grid(best[1])


def _tables(content: bytes) -> list[list[list[Cell]]]:
    text = _decode(content)
    head = "\n".join(text.splitlines()[:40])
    grids: list[list[list[Cell]]] = []
    for delimiter in _DELIMITERS:
        if delimiter == "," or delimiter in head:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            try:
                grids.append([list[Cell](row[:_COLUMNS_AT_MOST]) for row in reader])
            except csv.Error as error:
                raise UnreadableList(Fault.NOT_CSV) from error
    return grids


def _decode(content: bytes) -> str:
    """Read UTF-8 with or without mark, UTF-16 with mark, and what older Windows programs write."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise UnreadableList(Fault.NO_TABLE)
    return text


def _sheets(content: bytes) -> list[list[list[Cell]]]:
    try:
        unpacked = _unpacked_size(content)
        from openpyxl import load_workbook  # noqa: PLC0415 - large, and most starts read no spreadsheet

        book = load_workbook(io.BytesIO(content), data_only=True) if unpacked <= UNPACKED_BYTES_AT_MOST else None
    except Exception as error:  # openpyxl raises whatever the broken part raises
        raise UnreadableList(Fault.DAMAGED) from error
    if book is None:
        raise UnreadableList(Fault.UNPACKS)
    return [_cells(sheet) for sheet in book.worksheets if sheet.max_row <= ROWS_AT_MOST]


def _unpacked_size(content: bytes) -> int:
    """Add up what the archive says it holds: a small one can unpack into memory without end."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def _cells(sheet: "Worksheet") -> list[list[Cell]]:
    width = min(sheet.max_column or 0, _COLUMNS_AT_MOST)
    rows = [[_cell(value) for value in row] for row in sheet.iter_rows(max_col=width, values_only=True)]
    for merged in sheet.merged_cells.ranges:
        # merged downwards: one province or one company beside several rows; merged sideways is a title
        if merged.min_col == merged.max_col and merged.min_col <= width:
            for place in range(merged.min_row, min(merged.max_row, len(rows))):
                rows[place][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]
    return rows


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
