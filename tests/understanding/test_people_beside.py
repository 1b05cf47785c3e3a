"""Who types, is greeted, is fed or is cruel is neither the victim nor the recruiter; who weeps there may be named."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def _read(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=TODAY).found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "saya inaq Sarah dari desa ganti, ini yg ngetik cucu saya",
        "cucu saya yg bantu ketik ini",
        "yang nulis ini ponakan saya ya pak",
        "Selamat malam Bapak/Ibu, saya wali kelas di sebuah SMK",
        "sy lagi nyuapin anak, nanti sy tulis lagi",
        "masih gendong anak pak",
        "disini hujan besar pak lampu mati dari tadi",
    ],
)
def test_who_is_only_beside_is_no_victim(text: str) -> None:
    assert _read(text).keys().isdisjoint({"victim_relation", "victim_name"})


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("cucu saya dipaksa nulis surat", "cucu"),
        ("ibu/bapak tolong, anak saya hilang", "anak"),
        ("yg nulis ini ponakan saya, yg hilang anak saya Tini 19 th", "anak"),
        ("anak saya disuruh nyuapin bayi majikan", "anak"),
        ("One of my old staff, Dani, 28, male, sent me a scary message", "karyawan"),
        ("my former employee Rudi is locked in a compound", "karyawan"),
    ],
)
def test_who_is_told_of_stays_the_victim(text: str, relation: str) -> None:
    assert _read(text)["victim_relation"] == relation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kmrn ada satu nangis minta pinjam hp lewat tembok, namanya Marwati", "Marwati"),
        ("ada satu cewek nangis teriak minta tolong namanya Ayu", "Ayu"),
    ],
)
def test_who_weeps_there_is_the_one_named(text: str, name: str) -> None:
    read = _read(text)

    assert read["victim_name"] == name
    assert "recruiter" not in read


@pytest.mark.parametrize(
    "text",
    [
        "madam lina beat me",
        "madam lina hits me every day",
        "majikan bu Lina mukulin sy",
        "dia dipanggil Melati, nama aslinya Siti",
        "disana dipanggil Melati, nama asli Siti Rohani",
    ],
)
def test_neither_an_employer_who_beats_nor_a_name_given_there_recruits(text: str) -> None:
    assert "recruiter" not in _read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("yg ngajak madam Lina", "Madam Lina"),
        ("agennya madam lina", "Madam Lina"),
        ("dia nangis, yg bawa namanya Rudi", "Rudi"),
        ("calonya namanya Rudi, orangnya nangis2 pas ditagih", "Rudi"),
        ("agent noor manpower bu jannah", "Bu Jannah"),
        ("agennya noor manpower, bu jannah", "Bu Jannah"),
        ("agen pak noor", "Pak Noor"),
    ],
)
def test_who_recruits_is_still_read(text: str, name: str) -> None:
    assert _read(text)["recruiter"] == name


@pytest.mark.parametrize("text", ["agent noor manpower bu jannah", "agen noor manpower", "ejen jaya resources"])
def test_a_firm_behind_agent_is_a_firm(text: str) -> None:
    assert _read(text)["company"] in {"Noor Manpower", "Jaya Resources"}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("mbak sy Yuliana, 26 thn, mau berangkat ke hongkong tgl 28 nov", "self"),
        ("saya Rina 26 thn, adik saya mau berangkat ke malaysia", "adik, 26 tahun"),
    ],
)
def test_who_gives_their_name_and_age_and_leaves_is_meant(text: str, victim: str) -> None:
    read = _read(text)

    assert (read["victim"] == "self") is (victim == "self")


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("He left us for a kitchen job in Thailand", "kitchen job"),
        ("a warehouse job in Dubai", "warehouse job"),
        ("dijanji kerja kedai kek", "kedai kek"),
        ("dijanji kerja kedai makan", "restoran (kedai)"),
    ],
)
def test_a_shop_or_a_job_is_told_by_its_kind(text: str, job: str) -> None:
    assert _read(text)["job"] == job


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("namanya Bagas eh salah itu nama ig nya, nama aslinya Muhammad Zulkifli", "Muhammad Zulkifli"),
        ("namanya Salsa, eh itu nama panggilan di sana, aslinya Nurul Aini", "Nurul Aini"),
        ("namanya Salsa, orangnya baik", "Salsa"),
    ],
)
def test_the_real_name_counts_where_the_victim_was_asked_for(text: str, name: str) -> None:
    assert understand(text, today=TODAY, asked="victim").found["victim_name"].value == name
