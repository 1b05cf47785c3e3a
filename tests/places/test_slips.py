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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bonjruk kec jonggat, tanah warisan kakek disana", "Bonjeruk"),
        ("banjeruk jonggat, rumah saya dibakar orang semalam", "Bonjeruk"),
        ("mntang kec batukliang, sudah lama kami tunggu kabar anak", "Mantang"),
        ("sengkl pujut, sawah kami digusur dan kami disuruh pergi", "Sengkol"),
        ("banjir kec jonggat, semua rumah terendam sejak kemarin malam", "Jonggat"),
        ("tanggor kec praya barat, ada orang datang bawa uang", "Praya Barat"),
        ("pembunuhan kec kopang, polisi datang", "Kopang"),
        ("bos selling lotim girls to tourists every night", "Kabupaten Lombok Timur"),
    ],
)
def test_beside_its_district_a_name_may_lack_a_vowel_in_a_story(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kekalek jaya, gang sebelah musholla", "Kekalik Jaya"),
        ("rumah kami kekalek jaya gang sebelah musholla", "Kekalik Jaya"),
        ("montang are, adik saya hilang dari sana kemarin", "Montong Are"),
        ("bagek polak, adik saya hilang kemarin malam pak", "Bagik Polak"),
    ],
)
def test_a_name_of_two_words_may_have_another_vowel_in_one(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "kirim sari roti dua puluh ribu setiap hari kepada mereka",
        "tanah baru kami dijual bos, rumah juga hilang semua",
        "kapal putih itu datang malam, semua orang naik satu satu",
        "suka damia sama orang lain, dia tinggalkan saya",
    ],
)
def test_two_words_of_names_are_none_together(text: str) -> None:
    assert resolve(text).code is None
