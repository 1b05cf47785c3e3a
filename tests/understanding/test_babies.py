"""The age of a baby is told in months, weeks or days; the same words of work, of dates and of the unborn are no age."""

import pytest

from flows.labels import Language
from flows.understanding import understand
from flows.wording import age_told
from tests.flows.pretend_desk import told
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("ada bayi umur 2 bulan mau dijual ke orang jakarta", "2 bulan"),
        ("bayi umurnya baru 3 minggu dibawa orang", "3 minggu"),
        ("bayinya usia 10 hari mau diambil", "10 hari"),
        ("bayi perempuan 4 bln ditawarin di grup adopsi", "4 bulan"),
        ("a baby aged 2 months is being sold here", "2 bulan"),
        ("2 bulan umurnya bayinya bu", "2 bulan"),
    ],
)
def test_a_baby_is_months_or_weeks_old(text: str, age: str) -> None:
    found = understand(text, today=TODAY).found
    assert found["victim_age"].value == age
    assert f"{age} tahun" not in found["victim"].value


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("adik saya umur 17 bulan depan, mau dibawa ke batam", "17"),
        ("adik saya umurnya 17 hari ini", "17"),
        ("anak saya umur 15 bulan juni nanti", "15"),
        ("adik saya usia kandungan 5 bulan disuruh kerja", None),
        ("kandungannya umur 5 bulan mau dibeli orang", None),
        ("bayi 2 bulan hilang", None),
        ("kerja baru 2 bulan gaji ga dibayar", None),
        ("adik saya umur 19, 3 bulan ga dibayar", "19"),
    ],
)
def test_months_of_something_else_are_no_age(text: str, age: str | None) -> None:
    found = understand(text, today=TODAY).found
    assert ("victim_age" in found and found["victim_age"].value) == (age or False)


def test_a_baby_stands_in_months_in_the_report_and_is_a_child() -> None:
    desk = told("ada bayi umur 2 bulan mau dijual ke orang jakarta, ibunya dikasih uang 12 juta")
    assert desk.conversation.value("victim") == "2 bulan"
    assert "child_victim" in {signal.name for signal in desk.tickets[desk.mine[0]].draft.signals}
    assert age_told("2 bulan", Language.ENGLISH) == "2 months old"
    assert age_told("19", Language.INDONESIAN) == "19 tahun"
