"""A village put right in the very message that tells it counts as it should have been."""

import pytest

from flows.understanding.home_places_right import with_home_places_right
from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("dia di kosnya di praya. eh bukan praya, Puyung", "dia di kosnya di Puyung"),
        ("dia di kos di praya eh maksudnya puyung", "dia di kos di puyung"),
        ("di rumah pamannya di Selong, eh salah, di Masbagik", "di rumah pamannya di Masbagik"),
        ("rumahnya di labuhan haji, bukan, di labuhan lombok", "rumahnya di labuhan lombok"),
        ("di sakra eh sakra barat dia", "di sakra barat dia"),
    ],
)
def test_the_later_one_counts(text: str, right: str) -> None:
    assert with_home_places_right(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "sy dari praya bukan puyung",
        "bukan praya, puyung",
        "dibawa dari praya, salah satunya dari puyung",
        "dari praya ke lembar",
        "namanya Rina eh bukan Rina, Rini",
    ],
)
def test_nothing_else_is_touched(text: str) -> None:
    assert with_home_places_right(text) == text


@pytest.mark.parametrize(
    "line", ["dia skrg di kosnya di praya. eh bukan praya, Puyung", "di kosnya di praya eh di Puyung"]
)
def test_the_ticket_has_the_later_one(line: str) -> None:
    now = told("mau lapor adik sy disekap", line).conversation.value("victim_now")

    assert now.removeprefix("di ") == "kosnya di Puyung"
