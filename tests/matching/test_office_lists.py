"""Lists as offices really send them: whatever their wording, nothing that tells against a company is passed over."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from flows.matching import Registry, Status, Verdict, check
from flows.registry_list import Trouble
from storage.registry_file import RegistryFile, read_registry_bytes, sample_path

ON = date(2026, 11, 20)
_LETTER = """KEMENTERIAN CONTOH;;;;;;
DAFTAR PERUSAHAAN PENEMPATAN PEKERJA MIGRAN INDONESIA (P3MI);;;;;;
Per 30 September 2026;;;;;;
;;;;;;
No;Nama P3MI;No. SIP3MI;Tgl. Berlaku s/d;Ket.;Alamat Kantor Pusat;No. Telp
1;PT. CONTOH ARAM JAYA;KEP.101/REKAAN/2020;31-12-2027;Aktif;Jl. Contoh No.1;021-5551234 / 0812 3456 7890
2;CONTOH BISMA MANDIRI, PT;KEP 102 REKAAN 2021;31 Desember 2027;Berlaku;Jl. Contoh No.2;(0370) 555100
3;PT CONTOH CAKRA UTAMA (d/h PT TUVALO LAMA);KEP-103/REKAAN/2021;2027-12-31;Skorsing;;
4;PT CONTOH DURMA ABADI 0042;104;31/12/27;Dicabut;;
4;PT CONTOH DURMA ABADI 0042;104;31/12/27;Dicabut;;
5;PT CONTOH ELANG PERKASA;105/REK;12 Mei 2025;Aktif;;
6;PT CONTOH FAJAR TIMUR;106/REK;46387;dalam proses perpanjangan;;
;JUMLAH;;;;;
;Mataram, 1 Oktober 2026;;;;;
;Direktur Jenderal;;;;;
"""


def _verdict(read: RegistryFile, name: str) -> Verdict:
    return check(name, Registry.of(read.agencies, read.edition(source="uji", as_of=ON)), on=ON).verdict


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + _LETTER.encode(),
        _LETTER.replace("CONTOH ARAM", "CONTOH ARAM").replace("Jl. Contoh", "Jl. “Café” –").encode("cp1252"),
        _LETTER.encode("utf-16"),
        ("sep=;\r\n" + _LETTER.replace("\n", "\r\n")).encode(),
        _LETTER.replace(";", "\t").encode(),
    ],
    ids=["utf-8-mark", "windows-1252", "utf-16", "sep-line", "tabs"],
)
def test_a_letter_with_a_list_is_read_in_every_encoding(content: bytes) -> None:
    read = read_registry_bytes(content)

    assert len(read.agencies) == 6
    assert read.as_of == date(2026, 9, 30)
    assert read.understood.duplicates == 1
    assert read.understood.unread == ()
    assert {
        name: _verdict(read, name)
        for name in (
            "pt contoh aram jaya",
            "PT Contoh Bisma Mandiri Mataram",
            "contoh cakra utama",
            "PT Contoh Durma Abadi",
            "PT Contoh Elang Perkasa",
            "PT Contoh Fajar Timur",
            "PT Direktur Jenderal",
            "KEP.101-REKAAN-2020",
            "nomor kep 102/rekaan/2021",
        )
    } == {
        "pt contoh aram jaya": Verdict.LISTED_AS_OF,
        "PT Contoh Bisma Mandiri Mataram": Verdict.LISTED_AS_OF,
        "contoh cakra utama": Verdict.SUSPENDED,
        "PT Contoh Durma Abadi": Verdict.REVOKED,
        "PT Contoh Elang Perkasa": Verdict.EXPIRED,
        "PT Contoh Fajar Timur": Verdict.REGISTRY_UNFIT,
        "PT Direktur Jenderal": Verdict.NOT_FOUND,
        "KEP.101-REKAAN-2020": Verdict.LISTED_AS_OF,
        "nomor kep 102/rekaan/2021": Verdict.LISTED_AS_OF,
    }


@pytest.mark.parametrize(
    "heading",
    [
        "Tgl. Berlaku s/d",
        "Masa berlaku SIP3MI s/d",
        "Berlaku Sampai Dengan",
        "TANGGAL HABIS BERLAKU",
        "Tgl Akhir Izin",
        "Tanggal Kadaluwarsa SIP3MI",
        "Jatuh Tempo",
        "Izin berlaku s.d. tanggal",
        "Expiration",
        "Valid thru",
    ],
)
def test_a_column_of_last_days_is_known_by_any_wording(heading: str) -> None:
    read = read_registry_bytes(f"No,Nama Perusahaan,{heading}\n1,PT Contoh Elang,12 Mei 2025\n".encode())

    assert read.agencies[0].valid_until == date(2025, 5, 12)


@pytest.mark.parametrize(
    "heading", ["Tanggal Terbit", "Berlaku Mulai", "Tgl Mulai Berlaku", "Date Issued", "Tanggal SK"]
)
def test_the_day_on_which_a_licence_begins_is_not_its_last(heading: str) -> None:
    read = read_registry_bytes(f"No,Nama Perusahaan,{heading}\n1,PT Contoh Elang,12 Mei 2025\n".encode())

    assert read.agencies[0].valid_until is None
    assert read.understood.unread == (heading,)


def test_of_a_beginning_and_an_end_under_one_heading_the_end_counts() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["NO", "NAMA PERUSAHAAN", "MASA BERLAKU", None, "KET"],
        [None, None, "MULAI", "SAMPAI", None],
        [1, "PT Contoh Elang", "01-01-2024", "31-12-2027", "Aktif"],
    ):
        sheet.append(row)
    sheet.merge_cells("C1:D1")
    packed = io.BytesIO()
    book.save(packed)

    assert read_registry_bytes(packed.getvalue()).agencies[0].valid_until == date(2027, 12, 31)


@pytest.mark.parametrize("heading", ["Status Izin P3MI", "Kondisi Perusahaan", "Sanksi", "Keadaan", "Ket. Status"])
def test_a_column_of_sanctions_is_known_by_any_wording(heading: str) -> None:
    read = read_registry_bytes(f"Nama Perusahaan,{heading}\nPT Contoh Elang,Dicabut\n".encode())

    assert read.agencies[0].status is Status.REVOKED


def test_a_sanction_in_a_column_that_nobody_foresaw_is_not_passed_over() -> None:
    alone = read_registry_bytes(b"Nama Perusahaan,Info\nPT Contoh Aram,\nPT Contoh Elang,izin dicabut 3/2026\n")
    beside = read_registry_bytes(b"Nama PT,Status,Catatan\nPT Contoh Elang,Aktif,SIP3MI dibekukan Maret 2026\n")

    assert [agency.status for agency in alone.agencies] == [Status.VALID, Status.REVOKED]
    assert [agency.status for agency in beside.agencies] == [Status.UNKNOWN]
    assert [problem.what for problem in beside.understood.problems] == [Trouble.TOLD_AGAINST]


def test_a_copy_of_the_invented_list_still_says_that_it_is_invented() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [line.split(",") for line in sample_path().read_text("utf-8").splitlines()]
    for row in rows:
        sheet.append(row)
    packed, bare = io.BytesIO(), io.BytesIO()
    book.save(packed)
    sheet.delete_rows(1, 3)
    book.save(bare)

    assert read_registry_bytes(packed.getvalue()).invented
    assert read_registry_bytes(bare.getvalue()).invented
    assert not read_registry_bytes(_LETTER.encode()).invented


def test_a_row_with_nothing_but_a_name_is_a_company_only_where_it_says_so() -> None:
    read = read_registry_bytes(
        b"Nama Perusahaan,Kota,Status\nPT Contoh Aram,Mataram,Aktif\nPT Contoh Bisma,Praya,Aktif\n"
        b"Mengetahui,,\nKepala Dinas,,\nPT Contoh Cakra,,\n"
    )

    assert [agency.name for agency in read.agencies] == ["PT Contoh Aram", "PT Contoh Bisma", "PT Contoh Cakra"]
    assert {problem.what for problem in read.understood.problems} == {Trouble.ONLY_A_NAME, Trouble.STATUS}


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("PT CONTOH CAKRA UTAMA (d/h PT TUVALO LAMA)", "PT Contoh Cakra Utama"),
        ("PT CONTOH CAKRA UTAMA (dahulu bernama PT TUVALO)", "PT Contoh Cakra Utama"),
        ("PT CONTOH CAKRA UTAMA (EX PT TUVALO)", "PT Contoh Cakra Utama"),
        ("PT CONTOH CAKRA UTAMA 0042", "contoh cakra utama"),
        ("PT CONTOH CAKRA UTAMA - 10042", "contoh cakra utama"),
        ("CONTOH CAKRA UTAMA, PT.", "P.T. Contoh Cakra Utama"),
        ("PT. CONTOH CAKRA\nUTAMA", "PT Contoh Cakra Utama"),
    ],
)
def test_what_an_office_writes_behind_a_name_is_not_part_of_it(listed: str, asked: str) -> None:
    read = read_registry_bytes(f'Nama Perusahaan,Status\n"{listed}",Aktif\n'.encode())

    assert _verdict(read, asked) is Verdict.LISTED_AS_OF
    assert _verdict(read, "PT Tuvalo Lama Jaya") is not Verdict.LISTED_AS_OF
    assert "\n" not in read.agencies[0].name
