"""Whose name it is, who is there and who did it, in lines of people never met before."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def told(text: str, key: str) -> str:
    found = understand(text, today=NOW).found.get(key)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He's 24, was promised a factory job", ""),
        ("They're 19 and 20, from Bima", ""),
        ("It’s 3 girls, 17 years old", ""),
        ("Don't 25", ""),
        ("Ma'ruf 25 thn", "Ma'ruf"),
        ("It's my niece Nur'aini, 19", "Nur'aini"),
        ("Her name is Masnah binti Haji Muhammad Saleh. She is 33", "Masnah binti Haji Muhammad Saleh"),
        ("anak saya Sahnan bin Lalu Mahrup umur 20 dibawa", "Sahnan bin Lalu Mahrup"),
        ("Lalu Wirawan Hadi, from Praya, 29 yrs old", "Lalu Wirawan Hadi"),
        ("Muhammad Ridho asal Selong 23 thn", "Muhammad Ridho"),
        ("Siti Rahmah, dari Bima, umur 31", "Siti Rahmah"),
        ("Pak Ridwan dari Selong, anak saya umur 12 dibawa", ""),
        ("One of our waitresses, Nia, was offered a job in Laos", "Nia"),
        ("my cook Sahrul was recruited by an agency", "Sahrul"),
        ("our housekeeper Hasnah went to Oman in May", "Hasnah"),
        ("one of our drivers, Pak Man, recruited two girls", ""),
        ("my roommate Yusuf is still inside", "Yusuf"),
    ],
)
def test_the_victims_name(text: str, name: str) -> None:
    assert told(text, "victim_name") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ktpne wah tebait siq tekong, bajune endah laek", ""),
        ("hp tebait siq calo, pasporne endah tebait", ""),
        ("takut pak takut", ""),
        ("boong bu boong", ""),
        ("calone aran Pak Rusdi", "Pak Rusdi"),
        ("yg bawa mandor dari sana, Mas Karyo", "Mas Karyo"),
        ("A Mr Hasan from Sumbawa sent her", "Mr Hasan"),
        ("A Mrs Wong from Batam arranged her papers", "Mrs Wong"),
        ("Bu Tini dari Masbagik yg berangkatin dia", "Bu Tini"),
        ("Pak Edi dari Praya minta tolong", ""),
        ("kami bertiga disini, aku, Dina sama bang Jul", ""),
        ("yg bawa sy dulu tetangga, namanya Bu Mar", "Bu Mar"),
    ],
)
def test_who_recruits(text: str, name: str) -> None:
    assert told(text, "recruiter") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sy, Fadli, Rohman sama mas Edi dari lombok", ""),
        ("kami 3 orang, aku, Dina sm Mega", ""),
        ("sy, Lestari Handayani", "Lestari Handayani"),
        ("saya guru BK di SMP Sikur, Nurmalasari", "Nurmalasari"),
        ("saya kades di kec Jonggat, H. Lalu Muksin", "H. Lalu Muksin"),
        ("saya kepala dusun Montong kecamatan Kopang, Lalu Wirajaya", "Lalu Wirajaya"),
        ("saya bidan desa di puskesmas Plampang, Nurul Hidayah", "Nurul Hidayah"),
        ("saya guru SMA di Selong, Lombok Timur", ""),
        ("saya kades di Pujut, Amaq Sarah ngumpulin warga", ""),
        ("saya kadus di Selong, Pak Hasan yang bawa", ""),
    ],
)
def test_the_writers_own_name(text: str, name: str) -> None:
    assert told(text, "reporter_name") == name


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("aku Tini asli dompu, 19", "19"),
        ("sy Rohman dari pringgasela, 24", "24"),
        ("sy Marni asal jereweh 25", "25"),
        ("namaku Yuni asal sumbawa, 17", "17"),
        ("saya Zuriah sakra lotim 27", "27"),
        ("saya dari dompu, 24 orang", ""),
        ("sy mau lapor dari dompu, 24", ""),
    ],
)
def test_the_writers_own_age(text: str, age: str) -> None:
    assert told(text, "victim_age") == age


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("yg ngajak aku temen fb namanya Reno", ""),
        ("yg nawarin kami kesini sepupu, bang Jul", ""),
        ("yg ngajak saya, temen saya juga dibawa", "teman"),
        ("yg ngajak adik saya temennya si Rian", "adik"),
        ("Namanya Wulan Sari. keluarga dijanjikan 60 juta", ""),
        ("keluarga dijanjikan kerja di malaysia", "keluarga"),
        ("sy terapis, katanya spa keluarga taunya disuruh layanin tamu", ""),
        ("sy kerja di restoran keluarga, gaji tidak dibayar", ""),
        ("keluarga saya 4 orang ditahan", "keluarga"),
        ("anak itu sekarang di apartemen", "seorang anak"),
        ("anak saya itu dikurung", "anak"),
        ("alumni kami mau dibawa ke Guangzhou", "alumni"),
        ("yg nawarin alumni sekolah, kak Bayu", ""),
        ("saya suami dari Sri, dia disekap", "istri"),
        ("One of our waitresses, Nia, was offered a job in Laos", "karyawan"),
    ],
)
def test_what_the_victim_is_to_the_writer(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "victim", "count"),
    [
        ("sy suami sama anak 3 disini ga boleh keluar kebun", "self", "5"),
        ("saya istri dan 2 anak ditahan di camp", "self", "4"),
        ("aku, suami dan tiga anak ga bisa pulang", "self", "5"),
        ("sy sama istri sm 1 anak di ladang paspor diambil", "self", "3"),
        ("saya istri dan 2 anak di rumah, suami saya ditahan", "istri, 2 orang", "2"),
    ],
)
def test_a_writer_who_is_there_with_the_family(text: str, victim: str, count: str) -> None:
    assert (told(text, "victim"), told(text, "victim_count")) == (victim, count)
