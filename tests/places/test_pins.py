"""A pin is near a district or nowhere; it never raises."""

from hypothesis import given
from hypothesis import strategies as st

from flows.places import locate
from flows.places.areas import units


def test_a_pin_in_a_town_is_near_its_district() -> None:
    near = locate(-8.651, 116.533)
    assert near is not None
    assert near.place.code == "52.03.07"
    assert near.km < 5


def test_a_pin_far_away_is_nowhere() -> None:
    assert locate(1.13, 104.05) is None
    assert locate(float("nan"), 116.0) is None
    assert locate(-8.6, 116.1, province="53") is None


@given(st.floats(), st.floats())
def test_any_pin_is_answered(latitude: float, longitude: float) -> None:
    near = locate(latitude, longitude)
    assert near is None or near.place.code in units("52")
