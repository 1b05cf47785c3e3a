"""What a teller takes back in the same breath does not count: ages, sums and days."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def fact(text: str, key: str, asked: str | None = None) -> str | None:
    found = understand(text, today=NOW, asked=asked).found.get(key)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("adik saya Wardi umur 23 eh 24", "24"),
        ("Kak Nuril, 31 thn, ralat, 32 tahun", "32"),
        ("keponakan saya 15 tahun, maaf pak maksud saya 16 tahun", "16"),
        ("usianya 20 bukan, 21 kak", "21"),
        ("my sister is 18 years old, sorry i mean 17 years", "17"),
        ("umurnya 19 bukan 18", "19"),
        ("adik saya umur 14, eh abangnya 22", "14"),
        ("anak saya 16 thn, maaf saya 41 thn", "16"),
        ("umur saya 27 tahun, maaf pak, sudah 3 tahun di kebun", "27"),
        ("istri saya 30 tahun eh 2 anak saya juga dibawa", "30"),
    ],
)
def test_the_last_age_counts(text: str, age: str) -> None:
    assert fact(text, "victim_age") == age


def test_an_age_put_right_answers_the_question() -> None:
    assert fact("24 eh salah 23", "victim_age", asked="victim_age") == "23"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("disuruh bayar 12 juta, eh keliru, 15 juta", "payment", "Rp15 juta"),
        ("gajinya dijanjiin empat juta sebulan, ralat lima juta", "salary", "Rp5 juta"),
        ("sudah setor 2 juta bukan 3 juta", "payment", "Rp2 juta"),
        ("kami terbang kamis eh jumat", "departure", "2026-11-27"),
        ("berangkatnya tgl 29, salah ketik, 30", "departure", "2026-11-30"),
        ("berangkat besok, maaf, lusa", "departure", "2026-11-24"),
        ("senin diberangkatkan, bukan, selasa", "departure", "2026-11-24"),
    ],
)
def test_the_last_sum_and_the_last_day_count(text: str, key: str, value: str) -> None:
    assert fact(text, key) == value


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("adik saya Mawar... eh bukan, Melati", "victim_name", "Melati"),
        ("adik saya Mawar eh salah Melati", "victim_name", "Melati"),
        ("nama korban Rina Wati eh maksudnya Rini Wati umur 20", "victim_name", "Rini Wati"),
        ("yg bawa pak Somad eh salah pak Samsudin", "recruiter", "pak Samsudin"),
        ("yang bawa namanya Bu Ina, ralat, Bu Ani", "recruiter", "Bu Ani"),
        ("nama saya Joko eh salah Jaka", "reporter_name", "Jaka"),
        ("adik saya Mawar eh salah umurnya 17", "victim_name", "Mawar"),
        ("adik saya Rina, eh maaf Pak dia di Batam", "victim_name", "Rina"),
        ("adik saya Mawar. Eh maaf kak, Melati itu kakaknya", "victim_name", "Mawar"),
        ("adik saya Rina bukan Rini", "victim_name", "Rina"),
        ("anak saya Dewi eh salah di Mataram", "victim_name", "Dewi"),
        ("adik saya Sari salah naik pesawat", "victim_name", "Sari"),
    ],
)
def test_a_name_put_right_in_the_same_line(text: str, key: str, name: str) -> None:
    assert fact(text, key) == name
