"""A number of people, and an age, that is told anew a line later."""

import pytest

from flows.understanding import understand
from tests.flows.pretend_desk import told
from tests.understanding.score import TODAY

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


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("sama 5 org lain 2 cewek satunya kyknya msh 16", "6"),
        ("saya sama 4 teman lain, 3 laki 1 perempuan", "5"),
        ("saya dan 6 orang lain disini, 2 cewek", "7"),
        ("korban lain 4 orang perempuan", "5"),
        ("perempuan lainnya 3 orang", "4"),
        ("ada 4 perempuan lain dari kampung", "5"),
        ("di sini ada 7 orang, 3 cewek", "7"),
        ("korban 4 orang perempuan", "4"),
    ],
)
def test_some_of_the_others_are_counted_once(line: str, number: str) -> None:
    assert understand(line, today=TODAY).found["victim_count"].value == number
