"""A street that is called like an airport, a block called D, a firm of sailors and a park called KK."""

import pytest

from flows.understanding import understand
from tests.flows.conftest import EVENING


def _found(text: str, asked: str | None = None) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=EVENING, asked=asked).found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "nama tempatnya bintang malam jalan soekarno hatta labuan bajo",
        "sy di ruko jl soekarno hatta no 5",
        "kosnya di jln soekarno hatta malang",
    ],
)
def test_a_street_is_no_airport(text: str) -> None:
    assert "port" not in _found(text)


@pytest.mark.parametrize(
    "text", ["berangkat lewat soekarno hatta", "terbang dari bandara soekarno hatta", "jalan dari soekarno hatta subuh"]
)
def test_the_airport_is_one(text: str) -> None:
    assert _found(text)["port"] == "Bandara Soekarno-Hatta"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ini rumahnya kak, perumahan legenda malaka blok D", "perumahan legenda malaka blok D"),
        ("sy di perumahan star blok d", "perumahan star blok d"),
        ("sy di ruko d batam", "ruko d batam"),
    ],
)
def test_a_block_keeps_its_letter(text: str, place: str) -> None:
    assert _found(text, "victim_spot")["victim_now"] == place


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("pt samudra berkah pelaut", "PT Samudra Berkah Pelaut"),
        ("agency prima bakti resources", "Prima Bakti Resources"),
        ("lewat agency prima bakti resources di taiwan", "Prima Bakti Resources"),
        ("agensi harapan jaya manpower", "Harapan Jaya Manpower"),
        ("pt maju jaya bilang jadi pelaut", "PT Maju Jaya"),
    ],
)
def test_a_firms_name_is_whole(text: str, firm: str) -> None:
    assert _found(text, "recruiter")["company"] == firm


@pytest.mark.parametrize("text", ["agency yang kirim human resources", "agency nya ga ada resources"])
def test_no_firm_where_none_is_named(text: str) -> None:
    assert "company" not in _found(text)


@pytest.mark.parametrize("text", ["kk park 2 myawaddy ditahan disana", "disekap di kk park, ditahan bos"])
def test_a_park_is_no_paper(text: str) -> None:
    assert "documents" not in _found(text)


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("kk sama ktp dipegang bos", "KK dan KTP dipegang bos"),
        ("di kk park paspor ditahan bos", "paspor dipegang bos"),
    ],
)
def test_papers_beside_it_are(text: str, papers: str) -> None:
    assert _found(text)["documents"] == papers
