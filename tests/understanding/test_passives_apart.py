"""A passive that is written in two words is read as the one word that it is."""

import pytest

from flows.labels import Urgency
from flows.reading import Reading
from flows.understanding import understand
from flows.understanding.words import read_words
from tests.understanding.score import TODAY


def _read(text: str) -> Reading:
    return understand(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("sy di kunci dr luar", "dikunci"),
        ("hp d sita bos", "disita"),
        ("Anak sy Di Pukul mandor", "dipukul"),
        ("kami di suruh nipu orang", "disuruh"),
        ("istri sy di paksa layani tamu", "dipaksa"),
    ],
)
def test_what_is_done_to_somebody_is_one_word(text: str, form: str) -> None:
    words = read_words(text)

    assert form in words.forms
    assert words.said(words.forms.index(form), words.forms.index(form) + 1).lower().split()[1] == form[2:]


@pytest.mark.parametrize(
    "text",
    ["sy di kamar", "dia di seberang", "di blok 3", "dia di, pukul 3 katanya", "sy di tahanan polda"],
)
def test_what_tells_where_stays_apart(text: str) -> None:
    assert "di" in read_words(text).forms


@pytest.mark.parametrize(
    "apart", ["sy di kunci dikamar", "bibi d kurung majikan di jeddah", "kami di setrum tiap malam"]
)
def test_it_says_what_it_says_when_joined(apart: str) -> None:
    joined = apart.replace(" di ", " di", 1).replace(" d ", " di", 1)

    assert _read(apart).urgency == _read(joined).urgency == Urgency.EMERGENCY


def test_no_place_begins_with_what_is_done() -> None:
    found = _read("sy d batam d paksa layani tamu tiap mlm mami pegang ktp").found

    assert found["victim_now"].value == "Batam"
