"""What is written down as a place is the place, and what was said around it stays with the story."""

import pytest

from flows.written_down import place_alone
from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mana saya tau jalannya!! di ruko 3 lantai 2 katanya. kalian kerja apa sih", "di ruko 3 lantai 2 katanya"),
        ("shah alam selangor. tak tau nama jalan", "shah alam selangor"),
        ("kan sudah saya bilang tadi. di mes sebelah pasar", "di mes sebelah pasar"),
        ("di kos. gatau alamatnya", "di kos"),
        ("jl melati no 5. deket masjid", "jl melati no 5. deket masjid"),
        ("kamar 12? hotel seruni", "kamar 12? hotel seruni"),
        ("gatau", "gatau"),
        ("ini tempatnya masih batam ya bukan johor", "masih batam"),
        ("lokasinya di gudang deket pasar", "di gudang deket pasar"),
        ("di rumah, bukan", "di rumah, bukan"),
    ],
)
def test_the_place_stands_alone(text: str, place: str) -> None:
    assert place_alone(text) == place


def test_what_was_said_around_it_stays_with_the_story() -> None:
    desk = told("adik saya disekap di myawaddy", "mana saya tau jalannya!! di ruko 3 lantai 2. kalian kerja apa sih")

    assert desk.conversation.value("victim_now") == "ruko 3 lantai 2, Myawaddy, Myanmar"
    assert "kalian kerja apa sih" in desk.conversation.value("what")


def test_a_quarter_that_looks_like_a_greeting_is_a_place() -> None:
    desk = told("tolong sy disiram air panas majikan di riyadh", "malaz kayaknya")

    assert desk.conversation.value("victim_now") == "malaz kayaknya, Riyadh, Arab Saudi"
