"""A name beside a question about this service does not swallow its answer."""

import pytest

from flows.worries import worries_in
from tests.flows.pretend_desk import tell, told

_BEGUN = ("lapor", "aman. adik saya rohani umur 27 masih di masbagik")


@pytest.mark.parametrize(
    "text",
    [
        "kalau lapor ini nanti nama saya ketahuan ndak sama bu sri",
        "bang udin ndak tau kan",
        "pak haji ga bakal tau kan",
        "klo sy lapor bu sri bakal tau ndak",
        "namaku bocor gak ke bu sri",
    ],
)
def test_who_learns_of_the_report_is_asked(text: str) -> None:
    assert "secret" in worries_in(text)


@pytest.mark.parametrize(
    "text",
    ["pak saya ndak tau namanya", "bu sri sdh tau nomor saya", "saya ga tau kan dia dmn", "bang udin tau tempatnya"],
)
def test_what_somebody_knows_is_no_such_question(text: str) -> None:
    assert "secret" not in worries_in(text)


def test_both_questions_beside_a_name_are_answered() -> None:
    said = tell(told(*_BEGUN), "sy sdh sndri lg. ini polisi beneran kan? bang udin ndak tau kan")

    assert "Saya mesin penjawab" in said
    assert "Perekrut tidak diberi tahu" in said


def test_the_fear_for_ones_name_is_answered_beside_the_recruiter() -> None:
    said = tell(told(*_BEGUN), "kalau lapor ini nanti nama saya ketahuan ndak sama bu sri")

    assert "Perekrut tidak diberi tahu" in said
