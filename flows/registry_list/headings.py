"""Tell which column of an office's list holds what, by Indonesian and English headings."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

Cell = str | date


class Column(StrEnum):
    """What a column may hold."""

    NAME = "name"
    STATUS = "status"
    LICENCE_NO = "licence_no"
    VALID_UNTIL = "valid_until"
    PHONE = "phone"
    ADDRESS = "address"
    AS_OF = "as_of"


# office lists stand under letterheads and titles; thirty rows are more than any of them needs
HEADER_WITHIN_ROWS = 30

_HEADINGS: Mapping[Column, str] = {
    Column.NAME: """
        name|nama|nama pt|nama p3mi|nama perusahaan|nama perusahaan p3mi|nama perusahaan penempatan|
        perusahaan|nama pptkis|nama pjtki|nama lembaga|pt|p3mi|company|company name|agency|
        agency name|name of agency|nama badan usaha|nama agency|nama agensi|nama perseroan|
        nama perusahaan (pt)|nama perusahaan penempatan pekerja migran indonesia
    """,
    Column.STATUS: """
        status|status izin|status ijin|status sip3mi|status perusahaan|status p3mi|license status|
        licence status|keterangan status|kondisi izin|ket status|status lisensi|keterangan|ket
    """,
    Column.LICENCE_NO: """
        licence no|licence_no|license no|licence number|license number|no sip3mi|nomor sip3mi|sip3mi|
        no izin|nomor izin|no ijin|no surat izin|nomor surat izin|no sk|nomor sk|no siup|siup|
        no siupptki|nib|no sip3mi / nib|izin nomor|no lisensi|nomor ijin|no sk sip3mi
    """,
    Column.VALID_UNTIL: """
        valid until|valid_until|valid to|expiry|expiry date|expiration date|license expiration date|
        licence expiration date|masa berlaku|berlaku sampai|berlaku sd|berlaku s d|berlaku hingga|
        tanggal berakhir|tgl berakhir|masa berlaku sampai|masa berlaku sip3mi|masa berlaku izin|
        berakhir|tgl habis|habis masa berlaku|izin masa berlaku|izin berlaku sampai|
        tanggal kedaluwarsa|tanggal kadaluarsa|validity
    """,
    Column.PHONE: """
        phone|telephone|tel|telp|telepon|no telp|no telepon|nomor telepon|no hp|hp|kontak|
        contact|contact no|no kontak|telp fax|telepon fax|whatsapp
    """,
    Column.ADDRESS: """
        address|alamat|alamat kantor|alamat kantor pusat|alamat perusahaan|alamat lengkap|
        office address
    """,
    Column.AS_OF: "as of|as_of|data as of|data_as_of|per tanggal|tanggal data",
}
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def tidy_heading(cell: Cell) -> str:
    """Write a heading in small letters with single spaces and nothing else."""
    return _NOT_WORDS.sub(" ", str(cell).lower()).replace("nomer", "nomor").strip()


_BY_HEADING: Mapping[str, Column] = {
    tidy_heading(heading): column
    for column, text in _HEADINGS.items()
    for heading in text.split("|")
    if heading.strip()
}
# "ket" and "keterangan" hold a status only where no better column does
_WEAK = frozenset({"keterangan", "ket"})


def column_of(cell: Cell) -> Column | None:
    """Say what a heading promises, None for headings that are not ours."""
    return _BY_HEADING.get(tidy_heading(cell))


def find_header(grid: Sequence[Sequence[Cell]]) -> int | None:
    """Find the row that names the columns: of the first thirty the one with most known headings and a name."""
    best: tuple[int, int] | None = None
    for place, row in enumerate(grid[:HEADER_WITHIN_ROWS]):
        known = {column for cell in row if (column := column_of(cell)) is not None}
        if Column.NAME in known and (best is None or len(known) > best[1]):
            best = place, len(known)
    return best[0] if best else None


def is_remark(heading: str) -> bool:
    """Say whether a status column is only the remarks column, where an empty cell means nothing to remark."""
    return tidy_heading(heading) in _WEAK


def read_header(grid: Sequence[Sequence[Cell]], place: int) -> tuple[dict[Column, int], int]:
    """Map columns to positions, and return how many rows the heading takes (two where it is split in two)."""
    rows = [grid[place]]
    if place + 1 < len(grid) and _continues(grid[place], grid[place + 1]):
        rows.append(grid[place + 1])
    found: dict[Column, int] = {}
    weak: dict[Column, int] = {}
    for position in range(max(map(len, rows))):
        cells = [row[position] for row in rows if position < len(row) and str(row[position]).strip()]
        # a sub-heading is finer than the group above it, and the two together finer still
        texts = [" ".join(dict.fromkeys(tidy_heading(cell) for cell in cells)), *(tidy_heading(c) for c in cells[::-1])]
        for text in texts:
            column = _BY_HEADING.get(text)
            if column is not None:
                (weak if text in _WEAK else found).setdefault(column, position)
                break
    return {**weak, **found}, len(rows)


def _continues(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Say whether the row below holds sub-headings: known headings, and no company in the name's place."""
    names = [position for position, cell in enumerate(row) if column_of(cell) is Column.NAME]
    under = str(below[names[0]]).strip() if names and names[0] < len(below) else ""
    is_free = not under or column_of(under) is Column.NAME
    words = [cell for cell in below if str(cell).strip()]
    return (
        is_free and any(column_of(cell) is not None for cell in words) and not any(isinstance(c, date) for c in words)
    )
