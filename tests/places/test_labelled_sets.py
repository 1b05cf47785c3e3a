"""How much of what people write is read rightly, on the half that no rule was written from."""

import pytest

from flows.places import resolve
from tests.places.score import SETS, cases, figures, share


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("mentions", 0.95),
        ("fresh", 0.95),
        ("third", 0.95),
        ("fourth", 0.93),
        ("fifth", 0.95),
        ("sixth", 0.9),
        ("seventh", 0.9),
        ("eighth", 0.9),
        ("ninth", 0.9),
    ],
)
def test_places_of_the_judge_half_are_found(name: str, floor: float) -> None:
    right, of = share(name, "judge")
    assert of >= 30
    assert right / of >= floor


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("elsewhere", 0.95),
        ("elsewhere_fresh", 0.96),
        ("elsewhere_third", 0.93),
        ("elsewhere_fourth", 0.95),
        ("elsewhere_fifth", 0.95),
        ("elsewhere_eighth", 0.95),
        ("elsewhere_ninth", 0.95),
        ("elsewhere_tenth", 0.95),
        ("elsewhere_eleventh", 0.95),
    ],
)
def test_what_is_no_place_is_left_alone(name: str, floor: float) -> None:
    right, of = share(name, "judge")
    assert of >= 30
    assert right / of >= floor


def test_the_sets_are_as_large_as_was_promised() -> None:
    assert len(list(cases("mentions"))) >= 200
    assert len(list(cases("elsewhere"))) >= 100
    assert len(list(cases("fresh"))) >= 100


def test_no_text_is_labelled_twice() -> None:
    texts = [case.text for name in SETS for case in cases(name)]
    assert len(texts) == len(set(texts))


def test_figures_are_plain_values() -> None:
    for line in figures():
        assert all(isinstance(value, str | int | float) for value in line.values())


def test_case_and_blanks_do_not_change_the_answer() -> None:
    for case in cases("mentions"):
        assert resolve(f"  {case.text.upper()} ").code == resolve(case.text).code
