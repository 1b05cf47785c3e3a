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
