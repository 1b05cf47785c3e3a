"""What is told of a paper that nobody is said to hold, each told in words that the rules do not name together."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def _documents(text: str) -> str | None:
    found = understand(text, today=TODAY).found.get("documents")
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("umurnya di ktp dirubah jadi 21. sy takut", "umurnya di ktp dirubah jadi 21"),
        ("baru 16 tp ijazahnya dibikinin 20", "ijazahnya dibikinin 20"),
        ("dia dibuatin buku pelaut palsu sama orang itu", "buku pelaut palsu"),
        ("kami dibawa lewat hutan gapake paspor", "gapake paspor"),
        ("paspor blm jadi pak", "paspor blm jadi"),
        ("akte sama kk asli udah diserahin ke pak Togar", "akte sama kk asli udah diserahin ke pak Togar"),
        ("sponsornya minta ijazah asli", "minta ijazah asli"),
        ("pasport sy hilang di sungai", "pasport sy hilang di sungai"),
        ("ktp kami semua sama dia", "ktp kami semua sama dia"),
        ("ttd suami dipalsukan", "ttd suami dipalsukan"),
        ("she gave them her passport", "gave them her passport"),
    ],
)
def test_papers_are_told_in_own_words(text: str, told: str) -> None:
    assert told in (_documents(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "bisa berangkat tanpa paspor?",
        "paspor hilang ngurusnya dimana?",
        "om itu minta 3 juta buat paspor",
        "kk sy ga punya hp",
        "syarat bikin paspor apa aja",
        "sy pernah liat ktp nya tp gak punya fotonya",
    ],
)
def test_questions_prices_and_sisters_are_no_papers(text: str) -> None:
    assert _documents(text) is None


def test_who_has_them_oneself_loses_nothing() -> None:
    reading = understand("paspor masih ada di sy", today=TODAY)
    assert reading.found["documents"].value == "paspor dipegang sendiri"
    assert "passport_held" not in {sign.name for sign in reading.signals if sign.is_met}
