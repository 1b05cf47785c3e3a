"""One letter left out, doubled or swapped in a long name costs nothing, wherever it is said."""

import pytest

from flows.places import Level, resolve
from flows.places.areas import units
from flows.places.folding import fold, slips
from flows.places.indexing import gazetteer


@pytest.mark.parametrize(
    "form", ["{}", "{}, yg deket laut itu dah", "sy {} pak, tolong cepat bantu adik saya", "rumah saya di {} pak"]
)
def test_a_slip_in_a_long_name_of_a_district_is_read_as_the_name(form: str) -> None:
    districts = [place for place in units("52").values() if place.level is Level.DISTRICT]
    long = [(p, slip) for p in districts if len(fold(p.name)) > 7 and " " not in p.name for slip in slips(fold(p.name))]
    sure = [(p, slip) for p, slip in long if resolve(form.format(p.name.lower())).code == p.code]
    missed = [slip for p, slip in sure if resolve(form.format(slip)).code != p.code]
    assert len(sure) > 300
    assert len(missed) <= len(sure) * 0.02, missed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jrowaru, yg paling selatan itu dah", "Jerowaru"),
        ("labuhn haji pak, tolong cepat bantu adik saya", "Labuhan Haji"),
        ("sy kerja di bar gili trwangan, disuruh temani tamu", "Gili Trawangan"),
        ("desa mujahidin brang ene", "Mujahiddin"),
    ],
)
def test_a_slip_is_read_in_the_middle_of_a_story(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "lampu pantai keliatan jauh, udah 4 jam",
        "pelanggan sudah marah, tolong pak",
        "makan bengkuang di rumah, enak",
        "pejuang mujahidin semua pergi",
        "disuruh lantun ayat tiap malam",
        "ruko batu ampar lantai 2",
    ],
)
def test_a_word_that_is_only_near_a_name_is_none(text: str) -> None:
    read = resolve(text)
    assert read.code is None
    assert not read.asked


def test_no_slip_is_a_name_itself() -> None:
    names = gazetteer("52")
    assert names.slipped.keys().isdisjoint(names.exact)
