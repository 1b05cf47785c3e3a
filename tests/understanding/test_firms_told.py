"""Firms and agencies that are named: where the name begins, where it ends, and that nobody is called by it."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def told(text: str, key: str) -> str | None:
    found = understand(text, today=NOW).found.get(key)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("PT nya Gema Rantau Sejati tp kantornya ruko", "PT Gema Rantau Sejati"),
        ("ptnya ada, Wira Gumi Lestari, tapi tutup", "PT Wira Gumi Lestari"),
        ("PTnya namanya gema rantau sejati", "PT Gema Rantau Sejati"),
        ("nama lpk nya Sakura Timur", "LPK Sakura Timur"),
        (
            "cek PT. PUTRA NUSANTARA KARYA SEJAHTERA MANDIRI INTERNASIONAL (CABANG LOMBOK TIMUR) resmi ga",
            "PT PUTRA NUSANTARA KARYA SEJAHTERA MANDIRI INTERNASIONAL",
        ),
        ("pt gema rantau karya utama Sejati Budi yang bawa", "PT Gema Rantau Karya Utama Sejati"),
        ("yayasannya Yayasan Melati Kasih", "Yayasan Melati Kasih"),
        ("ikut lpk adi sakti permata yg punya bu Nur", "LPK Adi Sakti Permata"),
        ("dr yayasan tunas muda eropa", "Yayasan Tunas Muda Eropa"),
        ("nama travelnya Al Hikmah Wisata Raya, di dompu", "Al Hikmah Wisata Raya"),
        ("nama agensinya gema rantau", "Gema Rantau"),
        ("yg ngirim pt gunung biru sejahtera, sponsornya pak Tahir", "PT Gunung Biru Sejahtera"),
        ("pt nya mitra ibunda sejati", "PT Mitra Ibunda Sejati"),
        ("mau tanya pt berkah riyadh utama", "PT Berkah Riyadh Utama"),
        ("kantornya syarikah al amin", "Al Amin"),
        ("the agency is Silver Orchid Pte Ltd", "Silver Orchid Pte Ltd"),
    ],
)
def test_a_firm_is_named_in_many_ways(text: str, company: str) -> None:
    assert told(text, "company") == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("PT Gema Rantau Sejati pas dicek ga ada", "PT Gema Rantau Sejati"),
        ("pt gema rantau tapi alamatnya palsu", "PT Gema Rantau"),
        ("PT Gema Rantau cabang Bima narik 9 juta", "PT Gema Rantau"),
        ("kontraknya PT Gema Rantau. nomornya mati", "PT Gema Rantau"),
        ("PT Al hikmah itu resmi?", "PT Al Hikmah"),
        ("lpk harapan bangsa jepang katanya", "LPK Harapan Bangsa"),
    ],
)
def test_a_firms_name_ends_where_the_sentence_goes_on(text: str, company: str) -> None:
    assert told(text, "company") == company


@pytest.mark.parametrize(
    "text",
    [
        "PT nya ga jelas pak",
        "pt nya di mataram kayaknya",
        "PT nya Resmi katanya",
        "nama travelnya lupa",
        "berangkat sendiri tanpa PT karena ada kenalan",
        "lewat LPK. Orangtuanya takut",
    ],
)
def test_no_word_beside_a_mark_becomes_a_firm(text: str) -> None:
    assert told(text, "company") is None


def test_nobody_is_called_by_a_part_of_a_firms_name() -> None:
    text = "agency is Silver Orchid Pte Ltd, agent in praya is pak Sahlan"

    assert told(text, "recruiter") == "Pak Sahlan"
    assert told("lewat PT Citra Bunda Sejati", "recruiter") is None


def test_a_town_in_a_firms_name_is_where_nobody_goes() -> None:
    assert told("yg kirim adik sy pt Karya Jeddah Mandiri", "destination") is None
    assert told("pt saudi jaya yang kirim ke madinah", "destination") == "Madinah, Arab Saudi"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("orangnya Kak Shela dari Sakura Bridge Indonesia", "Sakura Bridge Indonesia"),
        ("orangnya kak shela dr sakura bridge indonesia", "Sakura Bridge Indonesia"),
        ("yg ngajak Bu Rina dari Global Mandiri Utama", "Global Mandiri Utama"),
        ("namanya Pak Dedi dari Mitra Karya Abadi", "Mitra Karya Abadi"),
        ("agennya Mas Bayu dari Nusa Job Center", "Nusa Job Center"),
        ("miss lin from Blue Ocean Career", "Blue Ocean Career"),
        ("HR nya namanya Vincent, perusahaannya Golden Peak Solution", "Golden Peak Solution"),
        ("hr nya vincent, perusahaannya golden peak solution", "Golden Peak Solution"),
    ],
)
def test_a_person_may_be_from_a_firm(text: str, company: str) -> None:
    assert told(text, "company") == company


@pytest.mark.parametrize(
    "text",
    [
        "Bang Ucim dari medan",
        "Tante Mei Hwa dari pontianak",
        "Abah Gofur dari cianjur",
        "yg ngajak Bu Rina dari Lombok Timur",
        "yg ajak bu Nur dari bumi agung",
        "Pak Joko dari Dinas Tenaga Kerja",
        "kak Lia dari grup Info Loker Bali",
        "Ustadz Hamid dari Pondok Nurul Huda",
        "dia dari Desa Sukamaju Utara",
        "temen saya Rina dari SMK Negeri Dua",
        "mbak Yuni dari Hong Kong",
        "kak saya dapat info dari sinar jaya abadi",
    ],
)
def test_who_is_from_a_town_or_an_office_names_no_firm(text: str) -> None:
    assert told(text, "company") is None


@pytest.mark.parametrize(
    ("text", "recruiter"),
    [
        ("HR nya namanya Vincent, perusahaannya Golden Peak Solution", "Vincent"),
        ("hr nya vincent", "Vincent"),
        ("HRD nya bilang namanya Miss Claudia", "Miss Claudia"),
        ("hrdnya bu mega", "Bu Mega"),
        ("HR nya ngaku miss karen", "Miss Karen"),
        ("hr nya Golden Peak Solution", None),
        ("sudah 2 hr Budi hilang", None),
        ("paspor ditahan HRD, Budi takut", None),
        ("paspor ditahan HRD", None),
        ("hr nya", None),
    ],
)
def test_who_hires_for_a_firm_is_a_person(text: str, recruiter: str | None) -> None:
    assert told(text, "recruiter") == recruiter
