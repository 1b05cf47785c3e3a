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
_LONGEST_HEADING = 60

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
# every office words its headings anew: a column that tells against a company must not be passed over for its wording
_LIKE: Sequence[tuple[Column, re.Pattern[str], re.Pattern[str]]] = tuple(
    (column, re.compile(rf"\b(?:{words})\b"), re.compile(rf"\b(?:{but})\b"))
    for column, words, but in (
        (
            Column.VALID_UNTIL,
            r"berlaku|berakhir|akhir|habis|jatuh tempo|k[ae]dal\w+|expir\w*|valid until|valid to|valid thru",
            r"mulai|awal|terbit|dikeluarkan|sejak|status|from|issued?|nomor|no",
        ),
        (
            Column.STATUS,
            r"status|kondisi|sanksi|keadaan",
            r"tanggal|tgl|date|kantor|modal|milik|kepemilikan|gedung|cabang|pajak|pegawai",
        ),
        (
            Column.LICENCE_NO,
            r"(?:no|nomor|number)\b.*\b(?:sip3mi|izin|ijin|sk|siup|siupptki|licen[cs]e|lisensi|nib)|sip3mi",
            r"tanggal|tgl|date|berlaku|masa|status",
        ),
        (
            Column.NAME,
            r"nama\b.*\b(?:perusahaan|p3mi|pptkis|pjtki|pt|perseroan|agency|agensi|lembaga|badan usaha)|company name",
            r"direktur|direksi|pimpinan|penanggung|pemilik|kontak|pic|cabang|alamat|kota|daftar|data",
        ),
        (Column.PHONE, r"telp|telpon|telepon|tlp|hp|phone|telephone|handphone", r"direktur|pic|email"),
        (Column.ADDRESS, r"alamat|address", r"email|website|web|situs|cabang|direktur"),
    )
)
_PART = re.compile(r"(?:mulai|awal|sampai|s d|sd|akhir|berakhir|hingga|from|until|to)(?: dengan| tanggal)?$")
_BEGINS = re.compile(r"\b(?:mulai|awal|terbit|dari|sejak|from|issued?|start)\b")


def column_of(cell: Cell) -> Column | None:
    """Say what a heading promises word for word, None for headings that are not ours."""
    return _BY_HEADING.get(tidy_heading(cell))


def column_like(cell: Cell) -> Column | None:
    """Say what a heading promises by the words in it; one of a sentence's length promises nothing."""
    text = tidy_heading(cell)
    if len(text) > _LONGEST_HEADING:
        return None
    return next((column for column, words, but in _LIKE if words.search(text) and not but.search(text)), None)


def find_header(grid: Sequence[Sequence[Cell]]) -> int | None:
    """Find the row that names the columns: of the first thirty the one with most known headings and a name."""
    for reads in (column_of, column_like):
        best: tuple[int, int] | None = None
        for place, row in enumerate(grid[:HEADER_WITHIN_ROWS]):
            known = {column for cell in row if (column := column_of(cell) or reads(cell)) is not None}
            if Column.NAME in known and (best is None or len(known) > best[1]):
                best = place, len(known)
        if best is not None:
            return best[0]
    return None


def is_remark(heading: str) -> bool:
    """Say whether a status column is only the remarks column, where an empty cell means nothing to remark."""
    return tidy_heading(heading) in _WEAK


def read_header(grid: Sequence[Sequence[Cell]], place: int) -> tuple[dict[Column, int], int]:
    """Map columns to positions, and return how many rows the heading takes (two where it is split in two)."""
    rows = [grid[place]]
    if place + 1 < len(grid) and _continues(grid[place], grid[place + 1]):
        rows.append(grid[place + 1])
    found: dict[Column, int] = {}
    like: dict[Column, int] = {}
    weak: dict[Column, int] = {}
    for position in range(max(map(len, rows))):
        cells = [cell for cell in (_over(row, position, rows) for row in rows) if str(cell).strip()]
        # a sub-heading is finer than the group above it, and the two together finer still
        texts = [" ".join(dict.fromkeys(tidy_heading(cell) for cell in cells)), *(tidy_heading(c) for c in cells[::-1])]
        if _BEGINS.search(texts[0]):
            continue  # the day a licence begins is not the day it ends
        for text in texts:
            column = _BY_HEADING.get(text)
            if column is not None:
                (weak if text in _WEAK else found).setdefault(column, position)
                break
        else:
            guessed = next((column for text in texts if (column := column_like(text)) is not None), None)
            if guessed is not None:
                like.setdefault(guessed, position)
    return {**weak, **like, **found}, len(rows)


def _over(row: Sequence[Cell], position: int, rows: Sequence[Sequence[Cell]]) -> Cell:
    """Give a heading; one merged sideways stands over the columns to its right that have a sub-heading."""
    cell = row[position] if position < len(row) else ""
    if str(cell).strip() or len(rows) == 1 or row is not rows[0]:
        return cell
    has_own = position < len(rows[1]) and bool(str(rows[1][position]).strip())
    left = [str(other) for other in row[:position] if str(other).strip()]
    return left[-1] if has_own and left else ""


def _continues(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Say whether the row below holds sub-headings: known headings, and no company in the name's place."""
    names = [position for position, cell in enumerate(row) if column_of(cell) is Column.NAME]
    under = str(below[names[0]]).strip() if names and names[0] < len(below) else ""
    is_free = not under or column_of(under) is Column.NAME
    words = [cell for cell in below if str(cell).strip()]
    tells = any(column_of(cell) is not None or _PART.match(tidy_heading(cell)) for cell in words)
    return is_free and tells and not any(isinstance(cell, date) for cell in words)
