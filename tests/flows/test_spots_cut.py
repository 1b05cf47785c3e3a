"""A long answer to where somebody is keeps the place alone; the rest is of the story."""

import pytest

from tests.flows.pretend_desk import tell, told


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (
            "sekarang di rumah majikan di benghazi dikunci. dia kirim suara nangis pake hp orang",
            "rumah majikan di benghazi",
        ),
        ("dia kerja pembantu di benghazi dari tahun lalu kak", "Benghazi, Libya"),
        ("kamar 305 hotel sahara", "kamar 305 hotel sahara"),
        ("gang sempit belakang masjid yang ada toko roti besar warna ijo", "belakang masjid"),
    ],
)
def test_only_the_place_is_kept(line: str, place: str) -> None:
    desk = told("tolong adik sy Sumarni dijual ke libya", line)

    here = desk.conversation.value("victim_now")

    assert place.casefold() in here.casefold()
    assert "nangis" not in here
    assert "tahun" not in here
    assert line.rsplit(maxsplit=1)[-1] in desk.conversation.value("what") + here


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        ("rumahnya di donggo", "Persisnya di mana tempat itu?"),
        ("labuan bajo di karaoke", "Persisnya di mana tempat itu?"),
        ("port louis mauritius", "Di bagian mana port louis mauritius?"),
        ("desa pringgarata", "Di bagian mana desa pringgarata?"),
        ("donggo", "Di bagian mana donggo?"),
    ],
)
def test_a_building_is_asked_for_exactly(place: str, asked: str) -> None:
    assert asked in tell(told(), f"adik sy disekap di {place}")
