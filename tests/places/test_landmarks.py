"""A landmark that is a village's own has the village's code; what many villages use has the district's."""

import pytest

from flows.places import Level, resolve
from tests.places.score import official


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kerja di gili t", "Pemenang/Gili Indah"),
        ("pulang dr gili meno kemarin", "Pemenang/Gili Indah"),
        ("tiga gili pemenang", "Pemenang/Gili Indah"),
        ("gili gede, sekotong", "Sekotong/Gili Gede Indah"),
        ("di maringkik pak", "Keruak/Pulau Maringkik"),
        ("psr renteng", "Praya/Renteng"),
        ("jualan di pasar tente bima", "Woha/Tente"),
        ("dari ekas bu", "Jerowaru/Ekas Buana"),
        ("sy di gerupuk ngajar surfing", "Pujut/Sengkol"),
        ("benang kelambu", "Batukliang Utara/Aik Berik"),
        ("di air terjun tiu kelep", "Bayan/Senaru"),
        ("di awang, lobster disita orang", "Pujut/Mertak"),
        ("desa mertak awang", "Pujut/Mertak"),
    ],
)
def test_an_island_a_market_or_a_hamlet_names_its_village(text: str, meant: str) -> None:
    read = resolve(text)
    assert read.code == official(meant)
    assert read.place is not None
    assert read.place.district == official(meant)[:8]


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("pelabuhan bangsal", "Pemenang"),
        ("bandara bil", "Pujut"),
        ("pantai lakey", "Hu'u"),
        ("unram", "Selaparang"),
        ("terminal mandalika", "Sandubaya"),
        ("pulau moyo", "Labuhan Badas"),
        ("gili nanggu", "Sekotong"),
        ("teluk awang", "Pujut"),
        ("pantai kaliantan", "Jerowaru"),
        ("taman narmada", "Narmada"),
    ],
)
def test_a_harbour_a_beach_and_an_island_of_two_villages_keep_the_district(text: str, district: str) -> None:
    assert resolve(text).code == official(district)


@pytest.mark.parametrize("text", ["sudah lama awang tidak bayar saya", "si awang sponsornya", "namanya awang"])
def test_the_name_of_a_hamlet_that_is_also_a_word_is_read_beside_a_place_word_only(text: str) -> None:
    assert resolve(text).code is None


def test_a_landmark_carries_what_lies_around_it() -> None:
    place = resolve("pasar tente").place
    assert place is not None
    assert place.level is Level.LANDMARK
    assert place.full_name == "Pasar Tente, Tente, Woha, Kabupaten Bima"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("di p. bungin alas", "Alas/Pulau Bungin"),
        ("kami nelayan di p kaung, perahu disita", "Buer/Pulau Kaung"),
        ("pulo maringkik. sinyal hilang", "Keruak/Pulau Maringkik"),
        ("plau moyo", "Labuhan Badas"),
        ("tlk santong, ada kapal muat sapi", "Plampang/Teluk Santong"),
        ("tluk saleh", "Tarano"),
        ("telok nara", "Pemenang/Malaka"),
    ],
)
def test_an_island_and_a_bay_may_be_shortened(text: str, meant: str) -> None:
    assert resolve(text).code == official(meant)


@pytest.mark.parametrize("text", ["p", "kak p saya mau lapor", "p gede", "pulo gadung", "tlk", "terminal pulo gadung"])
def test_a_short_word_for_an_island_is_no_place_by_itself(text: str) -> None:
    assert resolve(text).code is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("jualan gelang di kampung adat sade", "Pujut/Rembitan"),
        ("dusun tradisional sade, tenun", "Pujut/Rembitan"),
        ("kerja di desa adat bayan", "Bayan/Bayan"),
        ("kampung nelayan lembar, banyak perahu", "Lembar"),
        ("orang kampung nelayan tanjung luar direkrut, sudah di mess pekalongan", "Keruak/Tanjung Luar"),
    ],
)
def test_what_kind_of_village_it_is_may_stand_before_its_name(text: str, meant: str) -> None:
    assert resolve(text).code == official(meant)


@pytest.mark.parametrize("text", ["ikut acara adat sade kemarin", "pakai baju adat alas tadi", "wisata kilo sama dia"])
def test_a_custom_is_no_village(text: str) -> None:
    assert resolve(text).code is None
