"""Asked where exactly: a house and its number in small letters is a place, a wound is none."""

import pytest

from tests.flows.pretend_desk import told

BEFORE = ("hello pls help", "madam beat me", "im in dubai. in toilet")


@pytest.mark.parametrize(
    "line",
    [
        "al barsha 2 villa 18",
        "villa 18 al barsha 2",
        "deira 3 flat 12b",
        "building 7 jumeirah 1",
        "toilet in house villa 18 al barsha 2 dubai",
        "tower c marina 4",
        "mirdif 12 villa no 5",
        "blok 4 lantai 3",
        "hor al anz building 9 floor 2",
    ],
)
def test_a_house_number_is_where_somebody_is(line: str) -> None:
    answers = told(*BEFORE, line).conversation.answers

    assert line in answers["victim_now"].value


@pytest.mark.parametrize(
    "line",
    ["head blood", "kepala berdarah", "my head bleeding", "tangan luka", "pening", "kaki bengkak pak", "so much pain"],
)
def test_a_wound_is_no_place_and_stays_with_the_story(line: str) -> None:
    answers = told(*BEFORE, line).conversation.answers

    assert line not in answers["victim_now"].value
    assert line in answers["what"].value


@pytest.mark.parametrize("line", ["rumah sakit rashid", "near rashid hospital", "di rumah sakit", "kamar 9"])
def test_a_hospital_or_a_room_stays_a_place(line: str) -> None:
    answers = told(*BEFORE, line).conversation.answers

    assert line.removeprefix("di ") in answers["victim_now"].value


@pytest.mark.parametrize("line", ["battery 9", "3 days no food", "data tinggal 40 mb"])
def test_other_figures_are_no_place(line: str) -> None:
    answers = told(*BEFORE, line).conversation.answers

    assert line not in answers["victim_now"].value
