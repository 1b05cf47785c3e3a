"""A part of an address is put right or added to, and the rest of it stands."""

import pytest

from flows import questions as q
from tests.flows.pretend_desk import told

_STORY = "adik saya dikurung bosnya di kos gang 3 dekat pasar Cakra"


def _place(*lines: str) -> str:
    told_now = told(_STORY, *lines).conversation
    return f"{told_now.value(q.VICTIM_NOW.id)} {told_now.value(q.VICTIM_SPOT.id)}"


@pytest.mark.parametrize(
    "line", ["salah alamat bukan gang 3 tp gang 5", "eh gang 5 bukan gang 3", "ralat, gang 5 maksudnya"]
)
def test_the_lane_alone_is_put_right(line: str) -> None:
    place = _place(line)

    assert "gang 5" in place
    assert "gang 3" not in place
    assert "Cakra" in place


@pytest.mark.parametrize("line", ["alamat tambah desa Karang Bate", "tambahan alamat: lingkungan Karang Bate"])
def test_what_is_added_leaves_the_rest(line: str) -> None:
    place = _place(line)

    assert "Karang Bate" in place
    assert "gang 3" in place


@pytest.mark.parametrize("line", ["perekrutnya bukan orang desa Lape", "kantornya di gang 7", "sy asal desa Sengkol"])
def test_the_places_of_others_change_nothing(line: str) -> None:
    assert "gang 3" in _place(line)
