"""What a place is said to be: a direction, a denial, a namesake elsewhere, a place only near another."""

import pytest

from flows.places import resolve


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sy tinggal di kec sanggar, arah tambora tp blm sampe tambora", "Sanggar"),
        ("tambora pak, kec sanggar", "Sanggar"),
        ("praya, sebelum kopang", "Praya"),
        ("terara, blm nyampe sikur", "Terara"),
        ("kopang arah sikur", "Kopang"),
        ("di pemenang mau ke gili trawangan", "Pemenang"),
        ("blm sampe tambora", "Tambora"),
        ("mau dibawa ke desa sengkol, pujut", "Sengkol"),
    ],
)
def test_a_direction_gives_way_to_the_place_named(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("deket bandara lombok, batujai", "Batujai"),
        ("gerung deket lembar", "Gerung"),
        ("sy di deket lembar, asal praya", "Lembar"),
        ("saya di mataram deket pasar bertais", "Pasar Bertais"),
        ("dekat Pasar Kebon Roek, Ampenan", "Pasar Kebon Roek"),
    ],
)
def test_what_is_only_near_gives_way_to_where_it_is(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize("text", ["bukan lombok", "bukan yg di lombok", "bukan kediri lombok", "sy bukan orang dompu"])
def test_what_is_denied_is_no_place(text: str) -> None:
    """A larger place right behind what is denied is denied with it."""
    read = resolve(text)
    assert read.code is None
    assert not read.asked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bukan di praya, kopang", "Kopang"),
        ("bukan praya lombok tengah tapi gerung", "Gerung"),
        ("bukan cuma di praya", "Praya"),
        ("ndak di praya pak, di kopang", "Kopang"),
        ("hujan ndak di sembalun?", "Sembalun"),
    ],
)
def test_a_denial_ends_where_the_next_place_begins(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "kediri jawa timur mbak, bukan kediri lombok",
        "kediri yg di jawa timur",
        "kediri provinsi jawa timur",
        "sy di gunungsari surabaya",
        "orang gangga sulsel",
        "tanjung yg di kalimantan",
        "jalan sumbawa surabaya gubeng",
        "kuta bali",
        "sekarang di tanjung selor kaltara",
        "pabrik di bayan lepas",
    ],
)
def test_a_name_before_another_province_or_its_city_is_outside(text: str) -> None:
    assert resolve(text).outside


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("desa surabaya sakra timur", "Surabaya"),
        ("orang sumbawa bali", "Kabupaten Sumbawa"),
        ("pelabuhan lembar bali", "Lembar"),
        ("sy di selong, paspor di surabaya", "Selong"),
        ("dari mataram surabaya naik pesawat", "Kota Mataram"),
        ("from lombok airport through jakarta", "Lombok Airport"),
    ],
)
def test_a_regency_a_harbour_and_a_place_apart_stay_inside(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize("text", ["penyeberangan bangsal, naik boat ke gili", "bangsal, tempat naik boat"])
def test_a_harbour_that_is_also_a_word_is_one_beside_boats(text: str) -> None:
    assert resolve(text).name == "Bangsal"


def test_a_ward_is_no_harbour() -> None:
    assert resolve("bangsal rs melati penuh").code is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kore, ibukota kec sanggar", "Kore"),
        ("kore ibu kota sanggar", "Kore"),
        ("tente ibukotanya kecamatan woha", "Tente"),
        ("mataram ibukota ntb", "Kota Mataram"),
    ],
)
def test_the_capital_of_a_district_is_the_place(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize("text", ["ibukota baru", "di ibukota", "gelang emas ibu kotak merah"])
def test_a_capital_without_a_name_is_no_place(text: str) -> None:
    assert resolve(text).code is None
