"""What a line says unasked that nobody knows is not asked for: where the victim is, whose number."""

import pytest

from tests.flows.pretend_desk import tell, told

_WHERE = ("Dia sekarang di mana?", "Where are they now?")


@pytest.mark.parametrize(
    "line",
    [
        "mereka dijemput mobil putih, sekarang dimana persisnya sy ga tau",
        "gatau dia skrg dimana pak, nangis terus dia kemarin",
        "i don't know where she is now, please hurry",
        "gak tau anak saya dimana skrg. tolong dicari",
    ],
)
def test_who_does_not_know_where_is_not_asked_again(line: str) -> None:
    desk = told("tolong adik sy Sumarni dijual agen")

    answered = tell(desk, line, "dia nangis terus pak", "dipukul juga")

    assert not any(where in answered for where in _WHERE)


@pytest.mark.parametrize(
    "line",
    [
        "kantornya dimana sy ga tau, katanya di kota",
        "dia ga tau apa2, kasian pak",
        "calonya orang mana sy ga tau, namanya Umar",
    ],
)
def test_what_is_not_known_of_others_leaves_the_question(line: str) -> None:
    assert _WHERE[0] in tell(told("tolong adik sy Sumarni dijual agen"), line)
