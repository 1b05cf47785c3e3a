"""What is told first where it was asked who recruits, and what it says of nobody else."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 21, 20, 0)  # noqa: DTZ001 - the citizen's wall clock


def _found(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW, asked="recruiter").found.items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("gunawan. di sumbawa besar. paspor saya dia ambil di bandara lombok langsung pas pulang", "Gunawan"),
        ("bang toni dompu 0812 3456 7890. pt nya samudra jaya abadi tegal. sy bayar 9jt ama dia", "Bang Toni"),
        ("sukri. orangnya tinggi, rumahnya di praya deket pasar, dia sering bawa orang ke malaysia", "Sukri"),
        ("hj mastura orang bima, rumahnya deket masjid raya, dia yg urus semua suratnya", "Hj Mastura"),
        ("tidak kenal. dia datang ke rumah kami minggu lalu dan bawa anak saya pergi malam2", None),
        ("facebook. dia kenalan sama orang yg ngaku punya kafe di batam gaji besar sekali", None),
        ("belum tau namanya. yg jelas dia sering ke rumah tetangga dan janji gaji besar", None),
    ],
)
def test_the_name_that_stands_first_is_who_recruits(text: str, name: str | None) -> None:
    assert _found(text).get("recruiter") == name


@pytest.mark.parametrize(
    "text",
    [
        "mantan pacar. dia ngajak lewat facebook terus dijemput pake mobil",
        "tetangga sendiri. dia sudah bawa banyak orang",
    ],
)
def test_what_a_recruiter_is_to_the_writer_makes_no_victim_of_them(text: str) -> None:
    assert {"victim", "victim_relation"}.isdisjoint(_found(text))


def test_somebody_else_in_the_answer_stays_the_victim() -> None:
    assert _found("pak darman. dia bawa adik saya ke batam bulan lalu")["victim_relation"] == "adik"


@pytest.mark.parametrize("text", ["sukri, rumahnya di praya deket pasar", "gunawan. di sumbawa besar. dia agennya"])
def test_where_a_recruiter_lives_is_no_place_of_the_victims(text: str) -> None:
    assert "victim_now" not in _found(text)


def test_who_made_contact_is_no_victim_however_long_the_answer() -> None:
    text = "tetangga di kopang bu erna namanya, saya ibu mertuanya nurhayati yg mau berangkat bulan depan"
    found = understand(text, today=NOW, asked="check_who").found

    assert found["recruiter"].value == "Bu Erna"
    assert "victim_relation" not in found
