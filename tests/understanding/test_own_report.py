"""Who asks after a report that was made wants to hear of it, whatever is told beside."""

import pytest

from flows.labels import Intent
from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "laporan ibu sy di amman nomor 0362 gmn? gajinya masih blm jg, majikan mau oper dia bulan depan",
        "pak laporan saya yg kmrn blm ada kabar, adik masih ditahan paspornya sama agen",
        "maaf mau tanya laporan suami sy kok blm diproses, dia msh di kapal ga digaji 5 bulan",
        "laporan 1127 tolong ditutup saja, anak sy yg dulu ditahan tekong sudah di rumah",
        "tolong batalkan laporan kakak saya, dia ga disekap cuma ga ada sinyal",
        "aduan saya minggu lalu sudah diteruskan ke kbri? dia masih ga boleh keluar rumah majikan",
    ],
)
def test_who_asks_after_a_report_asks_how_it_stands(text: str) -> None:
    assert understand(text, today=TODAY).intent is Intent.STATUS


@pytest.mark.parametrize(
    "text",
    [
        "laporan dari karang taruna: calo sudah setor 12 nama buat kebun sawit, paspor wisata semua",
        "laporan pak, ada tekong kumpulin warga di dusun kami mau dibawa ke malaysia besok",
        "mau lapor adik saya disekap di poipet, tolong",
        "tiket sudah di tangan, besok siang kakak saya dibawa ke india mau diambil ginjalnya",
        "saya sudah lapor polsek disuruh tunggu, anak saya di kamboja diborgol",
    ],
)
def test_who_reports_reports(text: str) -> None:
    assert understand(text, today=TODAY).intent is Intent.REPORT


def test_danger_beside_calls_all_the_same() -> None:
    told = understand(
        "laporan sy kmrn gmn? td dia kirim foto mukanya lebam, katanya mau dibunuh malam ini", today=TODAY
    )

    assert told.is_emergency
    assert told.intent is Intent.STATUS
