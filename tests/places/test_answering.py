"""What an answer to "where?" may hold beside the place: a house number, a slip put right."""

import pytest

from flows.places import resolve


@pytest.mark.parametrize("text", ["mekar sari bu, rt 04", "mekar sari rt 4 rw 02", "mekarsari rt04", "sukadana no 3"])
def test_a_village_of_several_with_a_house_number_is_asked_back(text: str) -> None:
    assert resolve(text).asked


@pytest.mark.parametrize(("text", "name"), [("tanjung rt 2", "Tanjung"), ("alas, rw 03", "Alas")])
def test_a_name_that_is_also_a_word_is_a_place_with_a_house_number(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize("text", ["alas 4", "beras 3 kilo", "beras 3 kilo no 4", "3 lembar", "rt 04", "lembar 12"])
def test_another_number_is_not_of_a_house(text: str) -> None:
    read = resolve(text)
    assert read.code is None
    assert not read.asked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("deta, eh dete maksud ku. lape", "Dete"),
        ("deta eh dete mksdnya, lape", "Dete"),
        ("kopeng eh kopang pak", "Kopang"),
        ("praya eh kopang maksudku", "Kopang"),
        ("lembar, sekotong maksud saya", "Sekotong"),
        ("lembar maksud saya sekotong", "Sekotong"),
        ("gunungsari eh gerung maksudnya, lombok barat", "Gerung"),
        ("di desa sengkol, pujut maksud saya", "Sengkol"),
        ("praya eh salah kopang", "Kopang"),
        ("gerung eh salah. lembar", "Lembar"),
    ],
)
def test_what_is_put_right_is_meant(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    "text",
    ["beras 3 liter eh kilo maksudku", "liter eh kilo maksud saya", "salah paham, kilo", "apa maksudnya lembar ini"],
)
def test_a_word_put_right_is_no_place(text: str) -> None:
    assert resolve(text).code is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KLU kak, habis gempa kami msh di rumah papan", "Kabupaten Lombok Utara"),
        ("ksb, suami saya kerja di tambang", "Kabupaten Sumbawa Barat"),
        ("mtr pak, kosnya sempit sekali", "Kota Mataram"),
    ],
)
def test_an_abbreviation_before_a_story_is_the_answer(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "klu saya, umur 20 waktu itu",
        "klu mau lapor gimana kak, saya takut",
        "klu boleh kak, saya minta tolong",
        "kilo pak, saya beli beras",
        "lembar bu, kontraknya dua halaman",
        "sila pak, duduk dulu",
    ],
)
def test_another_word_before_a_story_is_no_answer(text: str) -> None:
    assert resolve(text).code is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sila pak, yg rame pasarnya kalau dr dompu mau ke bima", "Bolo"),
        ("empang kak, kalo dari sumbawa mau ke dompu lewat situ", "Empang"),
        ("lembar kak, kalau dari mataram mau ke bali pasti lewat", "Lembar"),
        ("manggelewa, yang ada pasar kalau dari dompu ke sumbawa", "Manggalewa"),
        ("saya dari dompu mau ke bima", "Kabupaten Dompu"),
        ("di praya kak, kalau pulang dari mataram saya kabari, mau ke kopang", "Praya"),
    ],
)
def test_a_road_tells_where_a_place_is(text: str, name: str) -> None:
    assert resolve(text).name == name


@pytest.mark.parametrize("text", ["di awang-awang perasaan saya", "masuk alas-alas yang gelap"])
def test_a_word_said_twice_is_no_place(text: str) -> None:
    assert resolve(text).code is None
