"""A number of people, and an age, that is told anew a line later."""

import pytest

from tests.flows.pretend_desk import told

_BEFORE = "ada 5 orang dari desa kami dibawa ke kalimantan"


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("eh 6 org, satu lagi nyusul rupanya", "6"),
        ("ternyata 7 orang pak", "7"),
        ("ternyata 7 orang yg dibawa", "7"),
        ("maaf salah, 4 orang", "4"),
        ("ralat 8 org semuanya", "8"),
        ("eh 2 orang lagi nyusul", "5"),
        ("eh yang bawa 2 orang", "5"),
        ("ada 3 orang yang nangis", "5"),
        ("eh 3 orang yang perempuan", "5"),
    ],
)
def test_how_many_are_counted_anew(line: str, count: str) -> None:
    assert told(_BEFORE, line).conversation.value("victim_count") == count


@pytest.mark.parametrize(
    ("lines", "age"),
    [
        (("laki2 umur 21, eh baru ultah jd 22",), "22"),
        (("umur 21", "eh baru ultah jd 22"), "22"),
        (("umurnya 21 tahun, kemarin ulang tahun jadi 22",), "22"),
        (("umur 21, gajinya naik jadi 22 juta",), "21"),
        (("umur 21, pas ulang tahun dia kirim 22 juta",), "21"),
        (("umur 17, ulang tahun ke 18 bulan depan",), "17"),
        (("umur 21, adiknya ulang tahun ke 12",), "21"),
    ],
)
def test_who_had_a_birthday_is_older(lines: tuple[str, ...], age: str) -> None:
    assert told("anak saya Udin dibawa ke batam", *lines).conversation.value("victim_age") == age
