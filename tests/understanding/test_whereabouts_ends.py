"""A place ends where its message tells on, and what is written down somewhere is no place."""

from datetime import date

import pytest

from flows.understanding import understand

_NOW = date(2026, 11, 21)


def _here(text: str) -> str:
    found = understand(text, today=_NOW).found
    return found["victim_now"].value if "victim_now" in found else ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kami skrg lg sandar di port louis mauritius cuma smp senin", "port louis mauritius"),
        ("sekarang di kos ampenan hanya berdua", "kos ampenan"),
        ("ak di praya rumah bapak", "praya rumah bapak"),
        ("katanya di nagoya batam lantai 3 lupa nama tempatnya", "nagoya batam lantai 3"),
        ("adik sy nelpon dari kalimantan, di sambas nunggu truk", "Sambas, Kalimantan Barat"),
        ("adik sy skrg di malaysia, di johor", "Johor, Malaysia"),
        ("skrg di hotel melati batam 081234567890", "hotel melati batam"),
        ("adik sy dikurung di rumahnya di donggo", "rumahnya di donggo"),
        ("adik sy disekap di labuhan badas", "Labuhan Badas"),
        ("adik sy disekap di batu layar", "Batu Layar"),
        ("adik sy masih ada di mess Kuta", "mess Kuta"),
        ("nomornya 0812, dia masih di gudang Bitung", "gudang Bitung"),
        ("dia disekap di blok 3 ruko batam", "blok 3 ruko batam"),
        ("sekarang di ruko blok 12 Batam", "ruko blok 12 Batam"),
    ],
)
def test_a_place_ends_before_what_is_told_on(text: str, place: str) -> None:
    assert _here(text).casefold() == place.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "nomornya ada di catatan tiket 085338120946",
        "no rekeningnya masih tersimpan di hp lama Batam",
        "nomor dia masih ada di buku Praya",
        "chatnya masih ada di hp Lombok",
        "kontaknya sudah disimpan di hp Taliwang",
    ],
)
def test_what_is_written_there_is_no_place(text: str) -> None:
    assert _here(text) == ""
