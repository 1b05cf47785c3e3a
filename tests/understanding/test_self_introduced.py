"""Who writes says their name as people do who ring up or knock; who is accused or checked is somebody else."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def _writer(text: str) -> str:
    found = understand(text, today=TODAY).found
    return found["reporter_name"].value if "reporter_name" in found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my name's karen and i want to report", "Karen"),
        ("ini Hadijah dari Ambalawi", "Hadijah"),
        ("assalamualaikum ini murniati dari sekotong mau lapor", "Murniati"),
        ("Saya bidan Hernawati.", "Hernawati"),
        ("halo ini ibu Sumarni mau lapor", "Ibu Sumarni"),
        ("ini dgn Siti Aisyah pak", "Siti Aisyah"),
        ("kenalin sy wawan", "Wawan"),
        ("dengan ibu Sri di sini", "Ibu Sri"),
        ("nama panggilan saya Uci", "Uci"),
        ("nma q dewi", "Dewi"),
    ],
)
def test_who_knocks_says_who_they_are(text: str, name: str) -> None:
    assert _writer(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "ini Agus dari PT Maju nawarin kerja",
        "ini Agus yg bawa adik sy",
        "ini Dedi asal Bima ngajak kerja di malaysia",
        "halo ini Satgas TPPO ya pak",
        "ini Mataram kan",
        "sy guru Matematika di MTs",
        "dengan siapa ini",
        "ini Sari, adik sy yg hilang",
        "ini Budi mau berangkat besok",
    ],
)
def test_another_is_not_who_writes(text: str) -> None:
    assert not _writer(text)


@pytest.mark.parametrize("text", ["ibu sy Raehan 45 th", "mama saya Raehan 45 tahun"])
def test_a_parent_with_an_age_is_who_it_is_about(text: str) -> None:
    assert understand(text, today=TODAY).found["victim_name"].value == "Raehan"
    assert not _writer(text)
    assert _writer("ibu, sy Raehan mau tanya") == _writer("bapak saya Raehan mau tanya") == "Raehan"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("nomor hajinya sy punya 0878-1234-5678", "recruiter_phone"),
        ("no pak salim 0878-1234-5678", "recruiter_phone"),
        ("no hp bu 0878-1234-5678", "contact"),
        ("ada di hp anak saya, 0878-1234-5678", "contact"),
    ],
)
def test_a_titled_ones_number_is_not_the_writers(answer: str, key: str) -> None:
    found = understand(answer, today=TODAY, asked="contact").found

    assert found[key].value == "+6287812345678"
