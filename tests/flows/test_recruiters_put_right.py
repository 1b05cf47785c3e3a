"""Who recruits, told anew where the one told before is spared."""

import pytest

from tests.flows.pretend_desk import told


def recruiter(line: str) -> str:
    return told("ibu saya berangkat umroh tidak pulang", "yg ngajak ustad Mansur", line).conversation.value("recruiter")


@pytest.mark.parametrize(
    "line",
    [
        "eh maaf jangan catat ustad mansur, dia cuma pembimbing. yg ngajak Hj Rohani yg punya travel",
        "ustad mansur cuma pembimbing pak, sponsornya Hj Rohani",
        "bukan ustad mansur yg ngajak, yg ngajak Hj Rohani",
        "Ustad Mansur jgn ditulis, yang bawa itu Hj Rohani",
        "coret nama ustad mansur dia ga tau apa2. yg ngajak Hj Rohani",
    ],
)
def test_another_stands_for_who_is_spared(line: str) -> None:
    assert recruiter(line) == "Hj Rohani"


@pytest.mark.parametrize(
    "line",
    [
        "yg ngajak Hj Rohani juga",
        "jangan sebut nama ustad mansur ya takut",
        "jangan telpon ustad mansur",
        "ustad mansur itu yg ngajak, Hj Rohani istrinya",
        "ustad mansur punya teman Hj Rohani",
    ],
)
def test_nobody_is_spared_by_what_only_looks_like_it(line: str) -> None:
    assert recruiter(line) == "Ustad Mansur"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("yg ngerekrut wulan itu kak mela jg sama orangnya", "Kak Mela"),
        ("yang merekrut Rina adalah Bu Tini", "Bu Tini"),
        ("yg bawa si Jeki namanya Mang Udin", "Mang Udin"),
        ("yg berangkatin ilham tu dedi kurniawan", "Dedi Kurniawan"),
        ("orang yg nawarin Wulan kerja namanya Kak Mela", "Kak Mela"),
        ("yg ngajak wulan kak mela", "Kak Mela"),
        ("yg ngajak Pak Amir itu orangnya galak", "Pak Amir"),
        ("yg rekrut Fandi itu orang Batam", "Fandi"),
        ("yg ngajak Bu Tini itu tetangga saya", "Bu Tini"),
        ("yg ngajak Umi Kalsum bu", "Umi Kalsum"),
        ("yg bawa bu Ros, orang mujur", "Bu Ros"),
    ],
)
def test_whom_it_is_done_to_does_not_recruit(line: str, name: str) -> None:
    assert told("ada yg dibawa ke malaysia", "aman", line).conversation.value("recruiter") == name
