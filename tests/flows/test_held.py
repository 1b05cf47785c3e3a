"""Who is held is told nothing that may hurt them, hears of no embassy at home, and is heard when they are moved."""

import pytest

from flows.held import tells_of_a_move
from flows.sentences import sentences_of
from flows.worries import worries_in
from tests.flows.pretend_desk import tell, told

_HELD = (
    "tolong bang",
    "sy di batam",
    "sy sendiri umur 22, rumah ijo nongsa",
    "gk bs kluar gerbang dikunci. ada yg jaga. mau dibawa ke johor malaysia jam 1",
)


@pytest.mark.parametrize(
    "text",
    [
        "mobil nya sdh dtg",
        "mobilnya udah di depan",
        "mrk suruh siap2. kita mau dijemput avanza item",
        "kita disuruh naik mobil skrg hp dikumpul",
        "kpl nya udh merapat bang",
        "sopirnya sudah nyampe",
        "kami dipaksa masuk truk",
        "kami mau dinaikkan skrg",
        "jemputannya dateng",
        "they told us to move now, the car is here",
    ],
)
def test_a_move_is_told(text: str) -> None:
    assert tells_of_a_move(text)


@pytest.mark.parametrize(
    "text",
    [
        "mobilnya blm dtg",
        "kalo mobilnya dtg sy hrs gmn",
        "mobil avanza item jam 12",
        "sy naik mobil travel ke batam minggu lalu",
        "kapal apa ya sy gk tau",
        "disuruh bayar 6 juta",
        "kami disuruh tanda tangan",
        "plat nya BP 0000 XX",
        "kemarin kami dibawa ke rumah ini",
        "mobilnya datang kapan",
    ],
)
def test_what_only_looks_like_a_move_is_none(text: str) -> None:
    assert not tells_of_a_move(text)


@pytest.mark.parametrize("text", ["sy hrs gmn", "trus sy harus ngapain skrg pak", "polisi datang ndak mlm ni"])
def test_who_is_held_is_not_told_to_resist_nor_of_an_embassy(text: str) -> None:
    said = tell(told(*_HELD), text)

    assert "Jangan melawan" in said
    assert "Jangan ikut" not in said
    assert "KBRI" not in said


def test_who_is_held_and_moved_calls_an_officer_again() -> None:
    desk = told(*_HELD)

    assert "Petugas saya panggil lagi sekarang" in tell(desk, "mobil nya sdh dtg")


@pytest.mark.parametrize(
    "text",
    [
        "kbri kan di luar negri, sy msh di batam",
        "disini mana ada kbri pak",
        "sy masih di indonesia, kbri tidak ada",
    ],
)
def test_who_is_in_indonesia_is_told_that_no_embassy_is_meant(text: str) -> None:
    assert worries_in(text) == ("not_abroad",)


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("sy pura2 sakit boleh ndak biar ndak naik", "pretend"),
        ("klo aku akting pingsan gmn", "pretend"),
        ("majikan saya pura2 sakit boleh ga", ""),
        ("saya sakit boleh minta obat ga", ""),
    ],
)
def test_whether_to_play_sick_is_answered(text: str, worry: str) -> None:
    assert sentences_of(text)
    assert ("pretend" in worries_in(text)) == bool(worry)
