"""Days of a departure, told in digits or in words."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def departure(text: str, asked: str | None = None) -> str | None:
    found = understand(text, today=NOW, asked=asked).found.get("departure")
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("rombongan Salmah terbang tanggal dua puluh tujuh november", "2026-11-27"),
        ("tgl sebelas desember kami diberangkatkan", "2026-12-11"),
        ("jadwalnya tanggal tiga bulan depan", "2026-12-03"),
        ("bulan depan tanggal empat belas dia terbang", "2026-12-14"),
        ("katanya berangkat tanggal enam bulan dua belas", "2026-12-06"),
        ("empat hari lagi dia dikirim ke Miri", "2026-11-26"),
        ("tiga minggu lagi anak itu diberangkatkan", "2026-12-13"),
        ("lima jam lagi kapalnya berangkat", "2026-11-22 12:00"),
        ("she leaves in two weeks from now", "2026-12-06"),
        ("tanggal 30 berangkat satu bis", "2026-11-30"),
    ],
)
def test_a_day_may_be_told_in_words(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    "text",
    ["no one may leave the house", "dua bulan belum digaji, mau berangkat lagi", "berangkat dua orang satu mobil"],
)
def test_a_number_in_words_alone_is_no_day(text: str) -> None:
    assert departure(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mereka jalan lusa pagi", "2026-11-24"),
        ("mobilnya jalan hari kamis", "2026-11-26"),
        ("kata calonya kami jalan tgl 29", "2026-11-29"),
        ("anak-anak itu sudah jalan tgl 3 kemarin", "2026-11-03"),
        ("jalan-jalan besok sama keluarga", None),
        ("besok jalan-jalan", None),
        ("besok ketemu di pinggir jalan raya", None),
        ("tokonya buka besok, jalan Pejanggik 40", None),
    ],
)
def test_who_sets_out_on_a_day_departs(text: str, day: str | None) -> None:
    assert departure(text) == day
