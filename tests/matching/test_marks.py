"""What leads from one ticket to another: the same name however it is written, and no name that half a village bears."""

import pytest

from flows.matching.marks import holder_marks, marks_in, name_mark, person_mark
from tests.flows.invented_list import invented_list

_SAHRUL = frozenset({("person", "SAHRULHADI")})


@pytest.mark.parametrize(
    "told",
    [
        "Pak Sahrul Hadi",
        "pak syahrul hadi dari praya",
        "sahrul hadi",
        "Lalu Sahrul Hadi",
        "H. Sahrul Hadi",
        "sponsor namanya sahrul hadi orang lotim",
        "orang desa sebelah, katanya Pak Sahrul Hadi",
        "M. Sahrul Hadi, 0819 1700 0888",
    ],
)
def test_one_persons_name_written_otherwise_is_one_mark(told: str) -> None:
    assert person_mark(told) == _SAHRUL


@pytest.mark.parametrize(
    "told",
    [
        "Pak Udin",
        "lalu udin",
        "Haji Ahmad",
        "M. Ali",
        "tetangga saya sendiri",
        "seorang perempuan paruh baya",
        "kenalan facebook",
        "tidak tahu",
        "bapak saya",
        "PT Rinjalo Abadi",
        "0819 1700 0888",
        "",
    ],
)
def test_one_name_alone_and_no_name_lead_nowhere(told: str) -> None:
    assert person_mark(told) == frozenset()


@pytest.mark.parametrize(
    "told", ["PT Zamrud Kalimaya Persada resmi gak?", "cek zamrud kalimaya persada", "P.T. ZAMRUD-KALIMAYA PERSADA"]
)
def test_one_company_asked_for_otherwise_is_one_mark(told: str) -> None:
    assert marks_in(told, invented_list()) == name_mark("PT Zamrud Kalimaya Persada", None)


def test_every_company_of_a_poster_is_a_mark() -> None:
    told = (
        "LOWONGAN\nPT Rinjalo Abadi (Taiwan)\nPT Zamrud Kalimaya (Hongkong)\nPT Doroniti Nusantara\nhub 0819 1700 0888"
    )
    wanted = [name_mark(name, None) for name in ("Rinjalo Abadi", "Zamrud Kalimaya", "Doroniti Nusantara")]

    assert frozenset().union(*wanted) <= marks_in(told, invented_list())


def test_everything_in_a_question_is_a_mark() -> None:
    told = "sponsor pak Sahrul Hadi, PT Zamrud Kalimaya, hp 0819 1700 0888, rek BRI 012301456789534"
    kinds = [kind for kind, _ in sorted(marks_in(told, invented_list()))]

    assert kinds == ["account", "name", "person", "phone"]


def test_holder_of_an_account_is_a_person_or_a_company() -> None:
    assert holder_marks("BRI 012301456789534 a.n. Sahrul Hadi", None) == _SAHRUL
    assert holder_marks("BRI 012301456789534 atas nama PT Zamrud Kalimaya", None) == name_mark("Zamrud Kalimaya", None)
    assert holder_marks("BRI 012301456789534", None) == frozenset()


@pytest.mark.parametrize("name", ["PT Karya", "PT Abadi", "PT", "", "CV Jaya", "PT Sejahtera"])
def test_everyday_company_names_lead_nowhere(name: str) -> None:
    assert name_mark(name, invented_list()) == frozenset()
