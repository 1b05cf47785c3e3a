"""A message in Sasak is read in Sasak; the same words in Indonesian mean what they mean there."""

import pytest

from flows.labels import Urgency
from flows.reading import Reading
from flows.understanding import understand
from flows.understanding.words import read_words
from tests.understanding.score import TODAY


def _read(text: str) -> Reading:
    return understand(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("tiang wah ndeq bau sugul", ["saya", "sudah", "tidak", "bisa", "keluar"]),
        ("inaq te beng mangan siq bos ne", ["ibu", "dikasih", "makan", "oleh", "bos", "nya"]),
        ("tiang tejage siq dengan telu", ["saya", "dijaga", "oleh", "orang", "tiga"]),
        ("bareh kelem lalo jok malaysia", ["nanti", "malam", "pergi", "ke", "malaysia"]),
    ],
)
def test_its_own_words_are_read_in_it(text: str, forms: list[str]) -> None:
    assert read_words(text).forms == forms


@pytest.mark.parametrize(
    ("text", "form"), [("wah bau amis di sini", "bau"), ("sy pergi dengan adik", "dengan"), ("wah bagus pak", "wah")]
)
def test_elsewhere_they_stay_what_they_are(text: str, form: str) -> None:
    assert form in read_words(text).forms


@pytest.mark.parametrize(
    "text",
    [
        "ku wah ndek kuat, mele mate doang",
        "ndek te beng sugul siq bose, ndek te beng mangan",
        "adiq tiang te pantok siq mandore lek kebon malaysia",
        "bareh kelem te berangkatang jok malaysia, paspor te tahan, tiang ndek mele",
    ],
)
def test_danger_in_sasak_is_danger(text: str) -> None:
    assert _read(text).urgency == Urgency.EMERGENCY


@pytest.mark.parametrize("text", ["adik ku umur 15 te bawa tekong", "keponakan ku umur 15 dibawa tekong"])
def test_mine_may_stand_apart(text: str) -> None:
    found = _read(text).found

    assert (found["victim_relation"].value, found["victim_age"].value) in {("adik", "15"), ("keponakan", "15")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ipar saya sekarang di hongkong ngeluh kerjanya berat", "Hongkong"),
        ("istri sy di taiwan jaga nenek", "Taiwan"),
        ("dia di penampungan bekasi nunggu visa", "penampungan bekasi"),
        ("dia sekarang di tawau ladang sawit", "tawau ladang sawit"),
        ("dia disekap di ruko batam blok 3", "ruko batam blok 3"),
    ],
)
def test_a_town_ends_before_what_is_done_there(text: str, place: str) -> None:
    assert _read(text).found["victim_now"].value == place


@pytest.mark.parametrize("text", ["tiang papuk dari kopang, ini cucu yg ketikin", "saya inaq dari Praya"])
def test_who_is_called_a_grandparent_or_a_mother_gives_no_name(text: str) -> None:
    assert "reporter_name" not in _read(text).found
