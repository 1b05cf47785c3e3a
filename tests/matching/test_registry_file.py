"""Office lists as they really come: titles, merged cells, semicolons, old encodings, four kinds of date."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from flows.matching import Agency, Registry, Status, Verdict, check
from flows.registry_list.dates import find_as_of, read_date
from storage.registry_file import (
    RegistryFile,
    UnreadableList,
    diff,
    read_registry_bytes,
    read_registry_file,
    sample_path,
)

ON = date(2026, 11, 20)
_OFFICE_CSV = """DAFTAR P3MI AKTIF;;;;
Per 30 September 2026;;;;
;;;;
No;Nama Perusahaan;Nomor SIP3MI;Status;Masa Berlaku
1;PT SINAR RINJALO;KEP.101/2024;Berlaku;31-12-2027
2;"KARYA MANDALU; PT";KEP.102/2024;DIBEKUKAN;31 Desember 2027
3;BANU NUSALO, PT - 0123;KEP.103/2024;Berlaku;2027-12-31
3;BANU NUSALO, PT - 0123;KEP.103/2024;Berlaku;2027-12-31
No;Nama Perusahaan;Nomor SIP3MI;Status;Masa Berlaku
4;TUVALO ELOKA;KEP.104/2024;entah;31/12/2027
5;GERANALO UTAMA;KEP.105/2024;Berlaku;besok
6;;KEP.106/2024;Berlaku;31/12/2027
7;ÉLOKA CAFÉLO;KEP.107/2024;Berlaku;46387
;;;;
Jumlah: 7;;;;
"""


def _names(read: RegistryFile) -> list[str]:
    return [agency.name for agency in read.agencies]


@pytest.mark.parametrize(
    "content",
    [
        _OFFICE_CSV.encode(),
        b"\xef\xbb\xbf" + _OFFICE_CSV.encode(),
        _OFFICE_CSV.encode("cp1252"),
        _OFFICE_CSV.encode("utf-16"),
        _OFFICE_CSV.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "bom", "cp1252", "utf-16", "crlf"],
)
def test_an_office_csv_is_understood_and_every_doubt_named(content: bytes) -> None:
    read = read_registry_bytes(content)
    rows = {agency.licence_no[4:7]: agency for agency in read.agencies}

    assert sorted(rows) == ["101", "102", "103", "104", "105", "107"]
    assert read.as_of == date(2026, 9, 30)
    assert [rows[number].status for number in sorted(rows)] == [
        Status.VALID,
        Status.SUSPENDED,
        Status.VALID,
        Status.UNKNOWN,
        Status.UNKNOWN,
        Status.VALID,
    ]
    assert {rows[number].valid_until for number in ("101", "102", "103", "104")} == {date(2027, 12, 31)}
    assert rows["107"].valid_until == date(2026, 12, 31)
    assert rows["107"].name == "ÉLOKA CAFÉLO"
    assert (read.understood.header_row, read.understood.duplicates) == (4, 1)
    assert [(problem.row, problem.column) for problem in read.understood.problems] == [
        (10, "Status"),
        (11, "Masa Berlaku"),
        (12, "Nama Perusahaan"),
    ]
    assert read.understood.unreadable_statuses == {"entah": 1}


def test_a_name_with_form_behind_and_code_is_found_by_its_plain_name() -> None:
    read = read_registry_bytes(_OFFICE_CSV.encode())
    registry = Registry.of(read.agencies, read.edition(source="test", as_of=ON))

    assert check("pt banu nusalo", registry, on=ON).verdict is Verdict.LISTED_AS_OF
    assert check("pt karya mandalu", registry, on=ON).verdict is Verdict.SUSPENDED
    assert check("pt tuvalo eloka", registry, on=ON).verdict is Verdict.REGISTRY_UNFIT


def test_a_spreadsheet_with_title_merged_cells_and_two_header_rows_is_read() -> None:
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.append(["Surat pengantar"])
    sheet = book.create_sheet("Data")
    sheet.append(["DAFTAR PERUSAHAAN PENEMPATAN"])
    sheet.merge_cells("A1:E1")
    sheet.append(["Data per tanggal 1 Oktober 2026"])
    sheet.append(["Kota", "Nama P3MI", "Izin", None, "Telp"])
    sheet.append([None, None, "Nomor", "Masa Berlaku", None])
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("C3:D3")
    sheet.append(["Mataram", "PT Sinar Rinjalo", "101/2024", date(2027, 12, 31), 370555101])
    sheet.append([None, "PT Karya Mandalu", "102/2024", "31 Des 2027", "0370-555102 / 0370-555103"])
    sheet.merge_cells("A5:A6")
    packed = io.BytesIO()
    book.save(packed)

    read = read_registry_bytes(packed.getvalue())

    assert _names(read) == ["PT Sinar Rinjalo", "PT Karya Mandalu"]
    assert {agency.valid_until for agency in read.agencies} == {date(2027, 12, 31)}
    assert read.agencies[1].phone == "+62370555102"
    assert read.as_of == date(2026, 10, 1)


def test_a_bare_column_of_names_lists_the_valid_and_keeps_the_spelling() -> None:
    read = read_registry_bytes(b'name\nPT Sinar Rinjalo\n"MOJALO, INC. "\nKARYA, PT MANDALU\n\nTOTALO ELOKA\n')

    assert [agency.spelled for agency in read.agencies] == [
        "PT Sinar Rinjalo",
        "MOJALO, INC. ",
        "KARYA, PT MANDALU",
        "TOTALO ELOKA",
    ]
    assert {agency.status for agency in read.agencies} == {Status.VALID}


def test_a_philippine_list_is_read_by_its_own_headings() -> None:
    text = (
        "name,classification,license_status,license_status_date,license_expiration_date,data_as_of\n"
        "MOJALO INT`L. CORPORATION,Agency,Valid License,2025-11-11,2031-10-03,2026-07-14T05:00:00.250Z\n"
        "PLEXALO INC,Agency,Delisted,2003-03-28,,2026-07-14T05:00:00.250Z\n"
    )
    read = read_registry_bytes(text.encode())

    assert [agency.status for agency in read.agencies] == [Status.VALID, Status.REVOKED]
    assert read.agencies[0].valid_until == date(2031, 10, 3)
    assert read.as_of == date(2026, 7, 14)


def test_a_blank_status_is_not_valid_but_a_blank_remark_is() -> None:
    strict = read_registry_bytes(b"name,status\nPT Sinar Rinjalo,\n")
    remark = read_registry_bytes(b"Nama PT,Keterangan\nPT Sinar Rinjalo,\nPT Karya Mandalu,Dicabut\n")

    assert strict.agencies[0].status is Status.UNKNOWN
    assert [agency.status for agency in remark.agencies] == [Status.VALID, Status.REVOKED]


@pytest.mark.parametrize(
    "content",
    [b"", b"hanya teks\n", b"\xd0\xcf\x11\xe0old", b"PK\x03\x04broken", b"\x00\x01\x02", b"a,b\n1,2\n"],
    ids=["empty", "text", "xls", "broken-xlsx", "binary", "no-name-column"],
)
def test_what_is_no_list_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableList) as refused:
        read_registry_bytes(content)

    assert refused.value.why


def test_a_spreadsheet_that_unpacks_without_end_is_refused_before_it_does() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/{number}.xml", b"0" * 70_000_000)

    with pytest.raises(UnreadableList, match="unpacks"):
        read_registry_bytes(packed.getvalue())


@pytest.mark.parametrize(
    "text",
    ["31-12-2027", "31/12/2027", "31.12.2027", "31/12/27", "31 Desember 2027", "31 Des 2027", "31-DES-2027",
     "2027-12-31", "2027-12-31 00:00:00", "December 31, 2027", "s/d 31 Desember 2027", "12/31/2027", "46752",
     "Jumat, 31 Desember 2027"],
)  # fmt: skip
def test_dates_of_offices_are_read(text: str) -> None:
    assert read_date(text) == date(2027, 12, 31)


@pytest.mark.parametrize("text", ["", "besok", "31-02-2027", "2027", "seumur hidup", "99/99/2027", "00-00-0000"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_title_names_the_day_of_the_list() -> None:
    assert find_as_of("DAFTAR P3MI PER 30 SEPTEMBER 2026") == date(2026, 9, 30)
    assert find_as_of("Keadaan tanggal : 1-10-2026") == date(2026, 10, 1)
    assert find_as_of("Daftar P3MI") is None


def test_two_lists_are_compared_by_name_and_status() -> None:
    old = [Agency("PT Sinar Rinjalo"), Agency("PT Karya Mandalu"), Agency("PT Banu Nusalo")]
    new = [Agency("SINAR RINJALO, PT", status=Status.REVOKED), Agency("PT Banu Nusalo"), Agency("PT Tuvalo Eloka")]

    found = diff(old, new, on=ON)

    assert (found.gone, found.new) == (("PT Karya Mandalu",), ("PT Tuvalo Eloka",))
    assert [(change.name, change.before, change.after) for change in found.status_changed] == [
        ("SINAR RINJALO, PT", Status.VALID, Status.REVOKED)
    ]
    assert not found.is_suspicious
    assert diff(old, new[:2], on=ON).is_suspicious


def test_the_sample_is_invented_says_so_and_reads_without_a_doubt() -> None:
    read = read_registry_file(sample_path())

    assert read.invented
    assert 30 <= len(read.agencies) <= 60
    assert read.understood.problems == ()
    assert read.as_of == date(2026, 11, 1)
    assert {Status.VALID, Status.SUSPENDED, Status.REVOKED} <= {agency.status for agency in read.agencies}


def test_a_file_without_a_date_speaks_for_the_day_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\nPT Sinar Rinjalo\n", encoding="utf-8")

    read = read_registry_file(path)

    assert read.as_of is not None
    assert len(read.checksum) == 64
