"""The ship that somebody is on is read by its name; what is only a distance, a nation or a person is none."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def _ship(text: str) -> str:
    found = understand(text, today=TODAY).found
    return found["vessel"].value if "vessel" in found else ""


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("naik kapal KM Bahari Jaya 12 kapal cumi", "KM Bahari Jaya 12"),
        ("kapal nya KM Laut Indah", "KM Laut Indah"),
        ("kapalnya namanya sumber rejeki", "Sumber Rejeki"),
        ("MV Ocean Pearl bendera panama", "MV Ocean Pearl"),
        ("kapal ikan namanya dewi laut 07 dari benoa", "Dewi Laut 07"),
        ("nama kapalnya km mina jaya 12", "KM Mina Jaya 12"),
        ("nama kapal: Sinar Bahari", "Sinar Bahari"),
        ("suami sy di kapal Lu Rong Yuan Yu 12", "Lu Rong Yuan Yu 12"),
        ("kapalnya lu rong yuan yu 12 di laut arafura", "Lu Rong Yuan Yu 12"),
        ("the ship is called Ocean Pearl", "Ocean Pearl"),
        ("km samudra baru 3", "KM Samudra Baru 3"),
        ("di kapal km bintang timur pak", "KM Bintang Timur"),
        ("nama kpl nya km jaya abadi", "KM Jaya Abadi"),
        ('kapal nya bernama "Bintang Samudra"', "Bintang Samudra"),
    ],
)
def test_a_ship_is_read_by_its_name(text: str, ship: str) -> None:
    assert _ship(text) == ship


@pytest.mark.parametrize(
    "text",
    [
        "kapal taiwan sudah 13 bulan",
        "5 km dari pasar",
        "km dimana",
        "di km dan dapur ada cctv",
        "kapal penumpang ke surabaya",
        "kapalnya sandar di durban",
        "naik kapal pelni ke batam",
        "KM ada dua di rumah itu",
        "nama kapalnya ga tau",
        "kapten kapal namanya Budi",
        "nahkoda kapalnya pak Slamet",
        "pemilik kapal namanya Haji Umar",
        "naik kapal sama Rudi",
        "di kapal namanya Sahrul umur 20",
        "teman sekapal namanya Budi",
    ],
)
def test_what_only_stands_beside_a_ship_is_none(text: str) -> None:
    assert _ship(text) == ""
