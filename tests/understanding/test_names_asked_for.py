"""The name and the age in a bare answer to "who is it", and what stands there that is neither."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def told(text: str, key: str, asked: str | None = None) -> str:
    found = understand(text, today=NOW, asked=asked).found.get(key)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("yulisna 20 thn dr utan sumbawa", "Yulisna", "20"),
        ("lestari wulandari umur 22", "Lestari Wulandari", "22"),
        ("sahabuddin 40 th. PT nya samudra jaya tegal", "Sahabuddin", "40"),
        ("namanya sitah, umurnya ga tau 30an", "Sitah", "30"),
        ("nur hidayati 19 th kak", "Nur Hidayati", "19"),
        ("dewi anjani 19 thn", "Dewi Anjani", "19"),
        ("mahrup, kira2 30an", "Mahrup", "30"),
        ("lalu sudarman umur 31 thn asal jonggat", "Lalu Sudarman", "31"),
        ("baiq rina 23", "Baiq Rina", "23"),
        ("Zaenab 27 thn orang praya", "Zaenab", "27"),
        ("ga tau, sekitar 30", "", "30"),
        ("rahasia, umur 20", "", "20"),
        ("ga tau", "", ""),
        ("kurang tau pak", "", ""),
        ("chat aja", "", ""),
        ("telpon aja", "", ""),
        ("gak inget", "", ""),
    ],
)
def test_an_answer_to_who_it_is(text: str, name: str, age: str) -> None:
    assert (told(text, "victim_name", "victim_name"), told(text, "victim_age", "victim_name")) == (name, age)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("mas suami sy Sahnan 40 th udah 5 bln ga ada kabar", "40"),
        ("ibunya namanya Fitrah 18 tahun ga ada suami", "18"),
        ("aku Rizaldi 25 th, cowok semua kami", "25"),
        ("saya Zuhriah sakra lotim 27", "27"),
        ("anak sy Rini 12 thn ga sekolah lagi", "12"),
        ("umurnya juga 30", "30"),
        ("umurnya kurang tau, mungkin 25", "25"),
        ("nama kakak saya Arif, 29 thn, orang sape", "29"),
        ("umurnya ga tau 3 bulan ga ada kabar", ""),
        ("adik sy Rini 14 tahun lalu pergi", ""),
        ("kontrak 15 tahun", ""),
        ("ngontrak 15 thn dr bos", ""),
        ("bapak saya penjara 15 thn", ""),
        ("suami sy Sahnan 3 tahun ga pulang", ""),
        ("kapal Sinar kontrak 20 tahun", ""),
    ],
)
def test_an_age_beside_a_name(text: str, age: str) -> None:
    assert told(text, "victim_age") == age


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("mbak yunita. dia minta dp 5 juta", ""),
        ("tante lilis wa 081917744203", ""),
        ("Sponsornya Saudara Junaidin", ""),
        ("agennya bu ecin tetangga sy sendiri 0819 1770 0345", ""),
        ("sponsornya pak Hadi paman saya", ""),
        ("bang jali yg minta uang", ""),
        ("Tante Mirna nawarin kerja", ""),
        ("yang ngajak om heru", ""),
        ("mama rosa yg punya kafe", ""),
        ("kak dewi minta 3 juta", ""),
        ("mbak saya dibawa ke malaysia", "kakak perempuan"),
        ("tante saya dijual", "bibi"),
        ("saudara saya Junaidi dibawa", "saudara"),
        ("nama kakak saya Arif, 29 thn", "kakak"),
        ("nama istri Marlina, 31 tahun", "istri"),
        ("agennya bu Ecin. tetangga sy mau dibawa", "tetangga"),
        ("pakai nama kakak saya", ""),
    ],
)
def test_a_title_before_a_name_is_no_relative(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("yg jodohin tante Lilis", "recruiter", "Tante Lilis"),
        ("cowoknya Ranggas, dia yg bawa", "recruiter", "Ranggas"),
        ("pacarnya Hendrik, dia yang ngajak", "recruiter", "Hendrik"),
        ("udah sebulan di rumah agen, ga dikasi sepeserpun", "recruiter", ""),
        ("namanya inisial aja ya", "victim_name", ""),
        ("yg jual cowoknya sendiri namanya Arifan, umurnya 22", "recruiter", "Arifan"),
        ("tetangga saya namanya Ibu Saodah", "victim_sex", "perempuan"),
        ("paman saya namanya Amaq Sahril, 41", "victim_sex", "laki-laki"),
        ("dia cewek polos bgt", "victim_sex", "perempuan"),
        ("berangkat sabtu lalu tgl 14 dengan bis malam", "departure", "2026-11-14"),
        ("berangkat sabtu tgl 28", "departure", "2026-11-28"),
        ("dia dijemput dan dibawa ke penampungan di depok tgl 16 november", "departure", "2026-11-16"),
        ("dia sekarang di penampungan di depok tgl 16 november", "victim_now", "penampungan di depok"),
        ("jiran saya ada pembantu rumah perempuan orang Lombok", "victim_now", ""),
    ],
)
def test_what_stands_beside_a_name(text: str, key: str, value: str) -> None:
    assert told(text, key) == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cila wkwk 16 thn", "Cila"),
        ("lia anggraini umur 22", "Lia Anggraini"),
        ("istri saya lia anggraini umur 22", "Lia Anggraini"),
    ],
)
def test_a_laugh_and_an_airports_letters_hide_no_name(text: str, name: str) -> None:
    assert understand(text, today=NOW, asked="victim_name").found["victim_name"].value == name


def test_who_names_themselves_between_laughs_is_the_victim() -> None:
    found = understand("aku cila wkwk umurku 16 \U0001f61c kelas 11", today=NOW, asked="victim_name").found

    assert (found["reporter_name"].value, found["victim"].value, found["victim_age"].value) == ("Cila", "self", "16")


def test_a_firm_shows_itself_by_the_words_behind_its_first() -> None:
    assert understand("pt nya alhijrah karya mandiri", today=NOW).found["company"].value == "PT Alhijrah Karya Mandiri"


def test_a_name_at_the_head_of_a_later_line_is_read_there() -> None:
    text = "anak saya magang jepang lewat LPK Hikari Samawa\nNurwahidah namanya, umur 31"

    assert understand(text, today=NOW).found["victim_age"].value == "31"


@pytest.mark.parametrize(
    ("text", "recruiter"),
    [
        ("lho ini apa pak. kan sy td minta petugas cek", ""),
        ("lho ini apa pak kan sy td minta petugas cek", ""),
        ("gimana ini Pak. Kan saya sudah bayar", ""),
        ("siap bang. besok saya kirim", ""),
        ("iya bu. nanti sy tanya dulu", ""),
        ("yg ngajak pak. hasan", "Pak Hasan"),
        ("perekrutnya h. saepul", "H. Saepul"),
        ("yg ngajak ust. zainuddin", "Ust Zainuddin"),
        ("saya dibawa bu. ratna ke malaysia", "Bu Ratna"),
        ("Pak Kan yang bawa saya", "Pak Kan"),
    ],
)
def test_a_title_that_ends_a_sentence_takes_no_name_from_the_next(text: str, recruiter: str) -> None:
    assert told(text, "recruiter") == recruiter


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("panggil aja sy mbak Wiwin", "Mbak Wiwin"),
        ("panggil saya Rusman aja", "Rusman"),
        ("silakan hubungi sy, Ibu Marlia, via telpon", "Ibu Marlia"),
        ("tolong chat saya, Pak Ridwan, lewat nomor ini", "Pak Ridwan"),
        ("hubungi sy, jangan telpon bapak", ""),
        ("mandor panggil saya bodoh", ""),
    ],
)
def test_the_writer_tells_how_to_be_called_and_whom_to_reach(text: str, name: str) -> None:
    assert told(text, "reporter_name") == name
