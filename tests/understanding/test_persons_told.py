"""Whose name, age and number of people a line tells by itself, of people never met before."""

from datetime import datetime

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def told(text: str, key: str) -> str:
    found = understand(text, today=NOW).found.get(key)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saya Mahrun. no saya 0817 0366 5521", "Mahrun"),
        ("ini sy Lina ngetikin buat tetangga", "Lina"),
        ("namaku Yesi", "Yesi"),
        ("Hi I'm Paula from a hotel in Senggigi", "Paula"),
        ("saya ayahnya Pak Zohri", "Pak Zohri"),
        ("I'm her brother, Hadi", "Hadi"),
        ("saya Hikmawati, 41 tahun", "Hikmawati"),
        ("sy Gilang temen smp nya", "Gilang"),
        ("I am Marianne, her teacher", "Marianne"),
        ("perkenalkan saya jumadil", "Jumadil"),
        ("saya Zaenudin, boleh hubungi sy di 0819 0333 1122", "Zaenudin"),
        ("nama tiang tulis saja Sirajudin", "Sirajudin"),
        ("nama sy catat aja Mbak Lilik", "Mbak Lilik"),
        ("sy sendiri, Rahmi Oktaviani, 24", "Rahmi Oktaviani"),
        ("saya. Yunus dari Parado", "Yunus"),
        ("nama panggung sy Cintya, nama asliku Sumarni", "Sumarni"),
        ("saya bapaknya Suherman", ""),
        ("Saya Takut pak", ""),
        ("sy bingung pak", ""),
        ("I'm worried", ""),
        ("nama saya jangan disebut", ""),
        ("saya anaknya ibu Rohayati", ""),
        ("jangan sebut nama saya, Wahidah itu ipar saya", ""),
        ("Saya Bidan desa", ""),
        ("saya TKW di Jeddah", ""),
    ],
)
def test_the_writers_own_name(text: str, name: str) -> None:
    assert told(text, "reporter_name") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("yg bawa tekong perempuan, Marhaini, dari Praya Timur", "Marhaini"),
        ("mba Yuyun yg bawa", "Mba Yuyun"),
        ("si Rahman itu yg urus, ketemunya di fb", "Rahman"),
        ("yang ngajak adik saya Rina itu Pak Budi", "Pak Budi"),
        ("the agent is a woman called Vanessa", "Vanessa"),
        ("adik sy dibuatin KTP palsu sama sekdes, namanya pak Bahrun", "Pak Bahrun"),
        ("yg punya mess Koh Liong, yg ngajak Dian Puspita", "Dian Puspita"),
        ("yg atur semua Daeng Kasim", "Daeng Kasim"),
        ("yang ngajak I Wayan Sudarma", "Wayan Sudarma"),
        ("mak comblangnya ibu ibu dipanggil Bunda Yeni", "Bunda Yeni"),
        ("adik sy dichat orang di tiktok namanya Kak Mella", "Kak Mella"),
        ("ditawari cowok kenalan telegram namanya Rendi", "Rendi"),
        ("dijemput sama cewek yg dia kenal di michat namanya Sella", "Sella"),
        ("sy kenal dari fb, akunnya nama Mami Loker Dubai", "Mami Loker Dubai"),
        ("the one who brought her is Murni from Praya", "Murni"),
        ("the man who sent us is Pak Rusdi", "Pak Rusdi"),
        ("the woman is called Ibu Rahmawati", "Ibu Rahmawati"),
        ("some guy Pak Durasim is taking her", "Pak Durasim"),
        ("namanya Tante Loli dari tiktok", "Tante Loli"),
        ("adik umur 17 dichat orang di ig namanya Kak Mella, ditawarin jadi model", "Kak Mella"),
        ("dilamar ke grup tele Mama Loker", ""),
        ("kata bu Ramlah dia disekap", ""),
        ("akun fb adik sy dihack", ""),
        ("kerja sama bang gara2 utang", ""),
        ("yang bawa PT Sinar Jaya", ""),
        ("yg bawa orang Lombok Timur", ""),
        ("ada agen cari gadis2 di Mataram", ""),
    ],
)
def test_who_takes_others_along(text: str, name: str) -> None:
    assert told(text, "recruiter") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dela kak, dua puluh thn", "Dela"),
        ("Hendra Irawan. 27. kerja grab dulu", "Hendra Irawan"),
        ("Nama2nya: Suhardi, Mahnun, Jumenep dan Sapar", "Suhardi, Mahnun, Jumenep dan Sapar"),
        ("temen sy yg paling parah Arifuddin", "Arifuddin"),
        ("nama kakak saya Nurhayati", "Nurhayati"),
        ("saya ibunya Desi, dia dikurung", "Desi"),
        ("sy istrinya Pak Samsul, dia di kapal", "Pak Samsul"),
        ("Saleh M Idris, 27", "Saleh M. Idris"),
        ("anak laki2 saya M. Zainal Abidin", "M. Zainal Abidin"),
        ("nama ponakannya yg sy tau cuma Wira", "Wira"),
        ("yg cewek itu Kartini, yg cowok gak tau", "Kartini"),
        ("she is 17 and from Flores, her name is Oktavia", "Oktavia"),
        ("adik saya namanya kak Wulan", "Wulan"),
        ("anak yg dibawa umur 15, nama kadesnya Pak Mustafa", ""),
        ("anak perempuan umur 14, Zulfatun", "Zulfatun"),
        ("adik sy namanya Reva, itu nama di sana, aslinya Rabiatul", "Rabiatul"),
        ("no name for me please, I am afraid", ""),
        ("umur 40an namanya Mustakim, dia yg ngajak", ""),
        ("Muhammad Zaki pak namanya, 29 th", "Muhammad Zaki"),
        ("saya abk kapal tuna Hai Feng 29", ""),
        ("kerja di panti pijat, namanya Dewi Spa", ""),
        ("Putri Ayu namanya", "Putri Ayu"),
        ("Bulan namanya, umur 15", "Bulan"),
        ("Putri namanya Rina", "Rina"),
        ("semuanya perempuan. paling muda Sri Wahyuni baru 17 th tapi KTP nya dituakan jadi 21", "Sri Wahyuni"),
        ("paling kecil Rina masih 14 tahun", "Rina"),
        ("Rina baru 17 th kerja di sana", ""),
        ("kapal Bahari baru 15 tahun", ""),
    ],
)
def test_the_victims_name(text: str, name: str) -> None:
    assert told(text, "victim_name") == name


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("umur anak saya 24", "24"),
        ("umurnya dituain jd 20 padahal masih 16", "16"),
        ("she's only 15!!", "15"),
        ("9 tahun, kls 3 SD", "9"),
        ("9 tahun di sana", ""),
        ("paling muda Sri Wahyuni baru 17 th tapi KTP nya dituakan jadi 21", "17"),
        ("Sri Wahyuni masih 16 tahun tapi ktp nya 21", "16"),
        ("Rina baru 17 th kerja di sana", ""),
        ("PT Sinar Jaya baru 15 tahun berdiri", ""),
    ],
)
def test_an_age_against_papers_and_school(text: str, age: str) -> None:
    assert told(text, "victim_age") == age


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("sama 2 teman, total kami bertiga", "3"),
        ("sembunyi di hutan sama 2 kawan jadi kami bertiga", "3"),
        ("di kontrakan, sm 4 org lain", "5"),
        ("saya sama tiga teman mau dibawa", "4"),
        ("we are four indonesians here", "4"),
        ("dia sama lima org lombok lain jd 6 org semua", "6"),
        ("ada 3 orang yg jaga", ""),
        ("kami 3 bulan belum digaji", ""),
    ],
)
def test_everybody_is_counted_before_some(text: str, count: str) -> None:
    assert told(text, "victim_count") == count


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Selamat sore Bapak/Ibu. Saya guru di SMK", ""),
        ("kalembo ade pak, mau lapor", ""),
        ("inaq tiang udah jual sapi", ""),
        ("ibu saya dijual ke malaysia", "ibu"),
        ("mamaku di abu dhabi kak", "ibu"),
        ("saya khawatir sama keponakan saya", "keponakan"),
        ("my older sister Nurul left for Dubai", "kakak perempuan"),
        ("mbak aku kerja di kafe di batam", ""),
        ("mbak saya dijual ke batam", "kakak perempuan"),
        ("saya janda anak dua, umur 29", ""),
        ("ada 4 anak muda disuruh nyales", ""),
        ("yang saya laporkan itu anak kades", ""),
        ("saya mau laporkan suami saya sendiri, dia calo", ""),
        ("saya mau melaporkan anak saya yang dikurung di poipet", "anak"),
        ("bosnya anak pejabat sini", ""),
        ("setiap anak dipotong gajinya buat hutang", ""),
        ("anak saya dibawa polisi", "anak"),
        ("ini kata tetangga saya ya pak", ""),
        ("one of my students didn't come, her friends say she is leaving", "murid"),
    ],
)
def test_whose_relative_it_happens_to(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("sy yg mau brgkt, sama sepupu, berdua", "self"),
        ("tiang mau lalo jok malaysia, magang hotel", "self"),
        ("saya calon tkw dari Lombok Timur", "self"),
        ("suami kerja di sana, sy dikawinkan sama orang yg ga kenal", "self"),
        ("aku disuruh ngemis di pasar tiap hari, tante yg jaga", "self"),
        ("tolong min saya dikurung di mess", "self"),
        ("sy daftar jual ginjal lewat grup fb", "self"),
        ("saya mewakili 9 siswa LPK, saya sendiri juga korban", "self"),
        ("kami dipaksa kerja siang malam", "self"),
        ("saya belum pernah dipukul", ""),
        ("saya disuruh ibu tanya ke sini", ""),
        ("teman sekelas saya disekap", "teman"),
        ("adik saya juga dikurung di sana", "adik"),
        ("saya kaget. anak saya dipaksa kerja", "anak"),
        ("kakak saya dijual ke Dubai", "kakak"),
        ("kak saya dikurung", "self"),
        ("orang kampung saya dijual semua", ""),
        ("saya disuruh transfer tebusan, anak saya dikurung", "anak"),
        ("saya mau pergi ke kantor polisi", ""),
        ("saya keluarga korban", ""),
        ("saya lusa mau terbang ke jeju korea", "self"),
        ("aku bulan depan diterbangkan ke arab", "self"),
        ("tiang jemaq lalo jok malaysia", "self"),
        ("sy tgl 5 mau terbang ke taiwan", "self"),
        ("saya besok mau ke polsek", ""),
        ("anak saya besok dibawa ke malaysia", "anak"),
        ("tetangga saya lusa terbang ke dubai", "tetangga"),
        ("orang desa saya besok diberangkatkan ke arab", ""),
    ],
)
def test_who_tells_of_themselves(text: str, victim: str) -> None:
    assert told(text, "victim") == victim


@pytest.mark.parametrize(
    ("text", "recruiter"),
    [
        ("yg ngajak temennya Ilham, kenal di fb", "Ilham"),
        ("diajak sama temennya si Rian", "Rian"),
        ("dijual sama om saya Hamdan", "Hamdan"),
        ("yg bawa adik saya Rini ke sana Pak Joko", "Pak Joko"),
    ],
)
def test_who_is_told_of_by_what_they_are_to_somebody_is_named(text: str, recruiter: str) -> None:
    assert told(text, "recruiter") == recruiter


def test_a_number_beside_who_recruits_is_theirs_whatever_was_asked() -> None:
    found = understand("yg ngajak temennya Ilham 0812 3456 7890", today=NOW, asked="contact").found

    assert found["recruiter_phone"].value == "+6281234567890"
    assert "contact" not in found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("there are 6 of us in this house", "6"),
        ("all eight of us want to go home", "8"),
        ("four of us were taken from the port", "4"),
        ("kami bersebelas di mess", "11"),
        ("kita berenam belum digaji", "6"),
        ("one of us is ill", ""),
        ("most of us are from Dompu", ""),
    ],
)
def test_so_many_of_us_are_counted(text: str, count: str) -> None:
    assert told(text, "victim_count") == count


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("nama saya Nurul, 38 tahun. anak saya umur 14 diajak ke Batam", "14"),
        ("saya Hamid 45 thn, keponakan saya Yuni 17 thn dibawa calo", "17"),
        ("perkenalkan saya Rauf, 52 tahun, adik saya hilang kontak", ""),
        ("umur saya 29 tahun, istri saya ditahan majikan", ""),
        ("cucu saya 15 tahun dibawa, nama saya Inaq Sum, 60 tahun", "15"),
        ("nama tiang Kasim, 36 tahun", "36"),
        ("saya ini anak laki laki umur 15", "15"),
    ],
)
def test_the_writers_own_age_is_not_their_relatives(text: str, age: str) -> None:
    assert told(text, "victim_age") == age


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Salwa temen sekosku, 16 thn", "Salwa", "teman"),
        ("Fadil, sepupu sy sendiri, cowok, umur 15", "Fadil", "sepupu"),
        ("yang satunya Marlina keponakan saya", "Marlina", "keponakan"),
        ("Lalu Saprudin paman saya disekap di kapal", "Lalu Saprudin", "paman"),
        ("Hi, Mira my cousin was taken to Poipet", "Mira", "sepupu"),
        ("wulandari temen sekelasku, 14 thn", "Wulandari", "teman"),
        ("Bu Rina, anak saya hilang", "", "anak"),
        ("Pak Adi adik saya belum pulang", "", "adik"),
        ("Tolong Adik saya disekap", "", "adik"),
        ("He's my son, 19", "", "anak laki-laki"),
        ("Bu Hani tetangga saya anaknya dibawa", "", "tetangga"),
        ("ini sy Leni ngetikin buat papuq Sahrah tetangga sy", "", "tetangga"),
    ],
)
def test_a_name_beside_what_its_bearer_is_to_the_writer(text: str, name: str, relation: str) -> None:
    assert told(text, "victim_name") == name
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "recruiter", "relation"),
    [
        ("Jayadi tetangga saya yang ngajak", "Jayadi", ""),
        ("jayadi tetangga saya yg nawarin adik saya kerja", "Jayadi", "adik"),
        ("Pak Mahdi tetangga kami, beliau sendiri yg jemput anak saya", "Pak Mahdi", "anak"),
        ("Joko temen saya nawarin kerja di dubai", "Joko", ""),
        ("adik saya dibawa sama Udin tetangga saya", "Udin", "adik"),
        ("dibawa Udin tetangga saya", "Udin", ""),
    ],
)
def test_a_name_beside_kin_who_takes_others_is_the_recruiters(text: str, recruiter: str, relation: str) -> None:
    assert told(text, "recruiter") == recruiter
    assert told(text, "victim_name") == ""
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Fadil, ponakan sy sendiri, laki2, umur 15", "laki-laki"),
        ("teman saya Dina, 16 th, cewek", "perempuan"),
        ("adik saya dibawa, perempuan itu yang bawa", ""),
    ],
)
def test_a_sex_told_apart_from_the_relation(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    ("text", "recruiter", "victim"),
    [
        ("yg ngumpulin ibu2 di kampung Haji Saparudin", "Haji Saparudin", ""),
        ("yang masukin anak-anak ke kafe itu mami Vera", "Mami Vera", ""),
        ("yg nyalurin keponakan saya itu Pak Deni", "Pak Deni", ""),
        ("yg masukin dia kerja mbak Oni, 0895 1234 5678", "Mbak Oni", ""),
        ("yg masukin sy CV Bahari Kencana Biru di brebes, mas Tohir", "Mas Tohir", ""),
        ("mahmud itu yg ngantar", "Mahmud", ""),
        ("Zulkifli itu yg punya kos, dia juga yg antar kami", "Zulkifli", ""),
        ("pak Rusdi yg punya kapal. beliau sendiri yg ngurus paspor", "Pak Rusdi", ""),
        ("tantenya itu Mardiah", "Mardiah", ""),
        ("cewek namanya Siska kenal di fb", "Siska", ""),
        ("a woman called Madam Lily is offering my niece a job", "Madam Lily", ""),
        ("Rina yang dibawa, dia yg ngajak temennya", "", ""),
        ("oknum ini yg ngurus", "", ""),
        ("masalah ini yg urus siapa", "", ""),
        ("adiknya itu Rina dibawa ke batam", "", ""),
    ],
)
def test_the_name_around_what_a_recruiter_does(text: str, recruiter: str, victim: str) -> None:
    assert told(text, "recruiter") == recruiter
    assert told(text, "victim_name") == victim


@pytest.mark.parametrize(
    ("text", "relation", "age"),
    [
        ("di warung itu ada anak perempuan namanya Sinta, baru 13 tahun", "seorang anak perempuan", "13"),
        ("belakang rumah sy ada anak laki2 dipukuli tiap malam", "seorang anak laki-laki", ""),
        ("saya lihat anak perempuan nangis di mess", "seorang anak perempuan", ""),
        ("anak kecil disuruh jualan tengah malam", "seorang anak", ""),
        ("ada anak tetangga dibawa ke batam", "anak tetangga", ""),
        ("sy ada anak umur 16 mau dibawa ke batam", "anak", "16"),
        ("ada anak saya di sana, baru 15 tahun", "anak", "15"),
        ("adik saya kerja di sana baru 12 tahun", "adik", ""),
    ],
)
def test_a_child_that_is_nobodys_kin(text: str, relation: str, age: str) -> None:
    assert told(text, "victim_relation") == relation
    assert told(text, "victim_age") == age


def test_a_whole_family_is_no_name() -> None:
    found = understand("abang sy sekeluarga 4 orang kerja di kebun", today=NOW).found

    assert "victim_name" not in found
    assert (found["victim_relation"].value, found["victim_count"].value) == ("kakak", "4")


def test_a_relative_with_an_age_is_not_who_recruits() -> None:
    found = understand("kakak namanya Burhan umur 41, istrinya ikut", today=NOW, asked="recruiter").found

    assert found["victim_name"].value == "Burhan"
    assert "recruiter" not in found


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("namanya Melati Malam Spa", "Melati Malam Spa"),
        ("spanya Teratai Ungu", "Spa Teratai Ungu"),
        ("karaokenya namanya Permata Biru", "Karaoke Permata Biru"),
        ("nama kafenya Mutiara", "Kafe Mutiara"),
        ("kerja di kafe namanya mega jingga", "Kafe Mega Jingga"),
        ("temenku kerja di karaoke Bintang Timur", "Karaoke Bintang Timur"),
        ("kerja di hotel Griya Indah", "Hotel Griya Indah"),
        ("she works at a spa called Golden Lotus in Bali", "Spa Golden Lotus"),
        ("sy di hotel Griya Indah, kamar 3", ""),
        ("di mess blkg kafe Ombak Jingga", ""),
        ("ketemu di kafe Ombak Jingga", ""),
        ("kerja di kafe Senggigi", ""),
        ("warung Bu Tini dekat pasar", ""),
        ("karaokenya namanya gatau", ""),
        ("yg punya spa namanya Rini", ""),
    ],
)
def test_a_place_of_business_is_a_firm_and_nobodys_name(text: str, company: str) -> None:
    assert told(text, "company") == company
    assert told(text, "victim_name") == told(text, "reporter_name") == ""


def test_where_somebody_is_told_to_be_is_no_firm() -> None:
    assert told("di senggigi, kafe nya namanya bulan jingga", "company") == ""
    assert "company" not in understand("di gerupuk, spa nya namanya bulan jingga", today=NOW, asked="victim_now").found
    assert told("kerja di senggigi, kafe nya namanya bulan jingga", "company") == "Kafe Bulan Jingga"


@pytest.mark.parametrize("asked", ["victim", "victim_name", "reporter_name", "anonymous", "contact", "payment", None])
@pytest.mark.parametrize(
    "text",
    [
        "rek BRI 558102334419 an Hasanuddin",
        "tf ke bca 7719920331 a.n. Hasanuddin",
        "mandiri 1610003344556 atas nama Baiq Hasanah",
        "rekeningnya atas nama Baiq Hasanah",
        "yg masukin sy CV Bahari Kencana Biru di brebes, mas Tohir",
    ],
)
def test_an_account_holder_is_neither_the_victim_nor_the_writer(text: str, asked: str | None) -> None:
    found = understand(text, today=NOW, asked=asked).found

    assert "reporter_name" not in found
    assert "victim_name" not in found


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("saya ditawari kerja sama orang namanya Bu Leni", "recruiter", "Bu Leni"),
        ("aku dijanjiin gaji besar sm org grup wa namanya Koh Aming", "recruiter", "Koh Aming"),
        ("saya dibujuk oleh perempuan di fb namanya Mbak Tari", "recruiter", "Mbak Tari"),
        ("panggil aja Kenanga ya kak", "reporter_name", "Kenanga"),
        ("yg berangkatin Haji Mukti, PT abal2 namanya PT Nusa Zamrud", "company", "PT Nusa Zamrud"),
        ("selamat sore saya Rangga dari media online Kabar Selatan", "writer", "wartawan"),
    ],
)
def test_who_is_named_after_what_was_done(text: str, key: str, value: str) -> None:
    assert told(text, key) == value
    if key == "recruiter":
        assert told(text, "reporter_name") == ""


def test_leave_of_a_husband_is_no_husband() -> None:
    assert told("kades yg keluarin surat izin suami palsu buat tkw", "victim_relation") == ""


@pytest.mark.parametrize(
    "text",
    [
        "kating saya dibawa ke Poipet",
        "adik tingkat sy disekap di Poipet",
        "kakak tingkat dibawa tekong",
        "adek kelas sy waktu smk dibawa calo",
        "kakak kelas saya dikurung",
    ],
)
def test_a_fellow_student_is_no_sibling(text: str) -> None:
    assert told(text, "victim_relation") == "teman"


@pytest.mark.parametrize(
    "text", ["adik kelas 2 smp dibawa ke Bali", "adik saya kelas 3 sd hilang", "adik sy dibawa calo"]
)
def test_a_sibling_at_school_stays_one(text: str) -> None:
    assert told(text, "victim_relation") == "adik"


@pytest.mark.parametrize(
    "text",
    [
        "yang ngajak dari grup wa namanya Loker Sumba Jaya",
        "dapat dari grup fb namanya Info Kerja Sakura",
        "dia diajak lewat grup namanya Kerja Cepat Bahagia",
    ],
)
def test_a_group_gives_no_victim_its_name(text: str) -> None:
    assert not told(text, "victim_name")


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("nama sy Sudirman dr sape bima 26 thn", "Sudirman", "26"),
        ("nama saya Deni Kurniawan 25 dari dompu", "Deni Kurniawan", "25"),
        ("Raehanun nama sy", "Raehanun", ""),
        ("sy sendiri, umur 28 janda", "", "28"),
    ],
)
def test_the_writers_name_and_age_in_one_line(text: str, name: str, age: str) -> None:
    assert told(text, "reporter_name") == name
    assert told(text, "victim_age") == age


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Namanya M. Rizki Ramdani, laki, 15 thn", "M. Rizki Ramdani"),
        ("Sahnan namanya, Sahnan bin Mahrup umur 41", "Sahnan bin Mahrup"),
        ("nama anak saya Fitri binti Saleh 17 thn", "Fitri binti Saleh"),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert told(text, "victim_name") == name


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("pak sy istri abk kapal ikan di laut arafura", "suami"),
        ("istri saya di riyadh", "istri"),
        ("saya istri kedua dipukul terus", "istri"),
        ("Saya Supardi, suami dari Ibu Mariam", "istri"),
        ("sy bapaknya Iwan", "anak"),
        ("sy ibunya Rina umur 17", "anak"),
    ],
)
def test_what_the_writer_is_tells_who_is_meant(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Anak saya Imam Fauzi 21 tahun laki laki", "laki-laki"),
        ("Namanya Hikmah, cewek, 19 tahun", "perempuan"),
        ("cowok", "laki-laki"),
        ("2 anak warga dibawa calo, laki2 dua2nya", "laki-laki"),
        ("cewek itu galak", ""),
        ("kami 7 orang, semuanya laki2", "laki-laki"),
        ("cucu tiang yang perempuan, umur 13", "perempuan"),
        ("sy umur 22, perempuan", "perempuan"),
        ("he is 24, male", "laki-laki"),
        ("Keponakan sy Rina Amelia (17 th, perempuan) mau dibawa", "perempuan"),
        ("temen sekampung aku cewek 16 th dibawa", "perempuan"),
        ("salah satu siswi saya, Wulandari, 15 tahun", "perempuan"),
        ("abang saya 27 tahun di kamboja", "laki-laki"),
        ("a girl here is locked in a bar, she is 16", "perempuan"),
        ("adik sy umur 20 diajak cowok kenalannya", ""),
        ("yg bawa laki gendut, keponakan sy umur 15", ""),
        ("dia 18 tahun, kerja di rumah perempuan kaya", ""),
    ],
)
def test_the_sex_is_told_beside_a_name_an_age_or_a_number(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("yg bawa pak durasim hp nya ga aktif", "recruiter", "Pak Durasim"),
        ("yg handle bu yuniarsih", "recruiter", "Bu Yuniarsih"),
        ("yg bawa dr lotim kak zul", "recruiter", "Kak Zul"),
        ("calonya h. marzuki", "recruiter", "H. Marzuki"),
        ("saya suparlan", "reporter_name", "Suparlan"),
        ("sy rohmi tp jgn ditulis ya", "reporter_name", "Rohmi"),
        ("yg satu marhamah yg satu lg ga tau", "victim_name", "Marhamah"),
        ("yg bawa om karim orang sape", "recruiter", "Om Karim"),
        ("calonya bu aminah", "recruiter", "Bu Aminah"),
        ("namanya indra 23 thn dr praya", "victim_name", "Indra"),
        ("ISTRI SAYA SALMA 30 TAHUN DI OMAN", "victim_name", "SALMA"),
        ("agen yang bawa dia nama Nasir", "recruiter", "Nasir"),
        ("yang bawa bibi jauh kami, Hartati", "recruiter", "Hartati"),
        ("shes 19", "victim_name", ""),
        ("sy harus bayar 5 juta", "reporter_name", ""),
        ("saya bingung", "reporter_name", ""),
        ("sy tolak tp dia maksa", "reporter_name", ""),
        ("yg bawa ke batam pake kapal", "recruiter", ""),
        ("agen di jakarta, pt samudra sejahtera", "recruiter", ""),
        ("he always tells me to stop", "recruiter", ""),
    ],
)
def test_names_in_small_letters_are_read_where_nothing_is_written_large(text: str, key: str, name: str) -> None:
    assert told(text, key) == name


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("ponakan sy yg cewek diajak kerja", "perempuan"),
        ("adek saya yang cowok blm pulang2", "laki-laki"),
        ("cowok lah", "laki-laki"),
        ("cewek kak", "perempuan"),
        ("iya perempuan", "perempuan"),
        ("anak saya yang sulung dibawa", None),
        ("cewek aja yg nelpon", None),
        ("cowok itu jahat", None),
    ],
)
def test_a_sex_is_told_in_a_fragment(text: str, sex: str | None) -> None:
    found = understand(text, today=NOW).found

    assert (found["victim_sex"].value if "victim_sex" in found else None) == sex


def test_a_bare_sex_is_the_victims_unless_it_may_be_who_should_call() -> None:
    assert "victim_sex" in understand("cewek", today=NOW, asked="contact").found
    assert "victim_sex" not in understand("cewek", today=NOW, asked="contact_wording").found


@pytest.mark.parametrize(
    ("text", "count"),
    [("ada dua budak Lombok kena kurung", "2"), ("3 budak baru sampai", "3"), ("dijadikan budak", "")],
)
def test_children_are_counted_in_malay_too(text: str, count: str) -> None:
    assert told(text, "victim_count") == count


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("temen cowo sy dibawa ke batam", "teman"),
        ("ponakan laki sy blm pulang", "keponakan"),
        ("laki saya dibawa ke batam", "suami"),
        ("cewekku dibawa calo", "pacar"),
    ],
)
def test_the_sex_of_kin_is_no_husband_and_no_sweetheart(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "age", "count"),
    [
        ("aku 19 cewek", "19", ""),
        ("dia 22 cowok dr bima", "22", ""),
        ("saya cowok 23 dari dompu", "23", ""),
        ("kami 12 cewek", "", "12"),
        ("sy liat 20 cewek dibawa", "", "20"),
    ],
)
def test_a_number_beside_a_sex_is_an_age_or_a_count(text: str, age: str, count: str) -> None:
    assert told(text, "victim_age") == age
    assert told(text, "victim_count") == count


def test_the_class_somebody_is_in_is_no_age() -> None:
    assert "victim_age" not in understand("kelas 2 sma", today=NOW, asked="victim").found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saya sukirman suaminya, boleh ditulis nama saya", "Sukirman"),
        ("saya kadus di sini, Maharudin, silakan dicatat", "Maharudin"),
        ("saya suaminya Sukirman", ""),
        ("saya guru di sini, takut", ""),
    ],
)
def test_the_writers_own_name_beside_what_they_are(text: str, name: str) -> None:
    assert told(text, "reporter_name") == name


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("aduh anak saya pak.. anak saya laki2 namanya Jumahir umur 20", "laki-laki"),
        ("ada anak umur 14 namanya rehan laki2, ikut kapal", "laki-laki"),
        ("dia perempuan pak", "perempuan"),
        ("korbannya cowok", "laki-laki"),
        ("yg bawa laki2 gendut", ""),
    ],
)
def test_the_sex_told_apart(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("ada 4 anak jualan tisu di lampu merah", "anak-anak"),
        ("2 anak saya dibawa", "anak"),
        ("yg satu namanya Mahyuni anaknya masih netek", ""),
        ("saya Sukirman suaminya", ""),
    ],
)
def test_whose_child_or_husband(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


def test_who_tells_their_own_age_beside_harm_is_the_one() -> None:
    assert told("namaku Melur, umur 21, disuruh layani tamu", "victim") == "self"
    assert told("nama saya Melur 21 tahun", "victim") != "self"


@pytest.mark.parametrize(
    ("text", "victim", "recruiter"),
    [
        ("Amaq Rohan.. eh nama aslinya Sahabudin umur 45", "Sahabudin", ""),
        ("dsana dpanggil melati, nama aslinya Siti Khadijah", "", ""),
        ("yg bawa dipanggil Bang Jek, nama asli Jaelani", "", "Bang Jek"),
        ("bosnya dipanggil Koh Acong, nama aslinya Hendra", "", "Koh Acong"),
        ("cek dong nama aslinya Siti Khadijah", "", "Siti Khadijah"),
    ],
)
def test_a_real_name_is_of_the_one_called_otherwise(text: str, victim: str, recruiter: str) -> None:
    assert (told(text, "victim_name"), told(text, "recruiter")) == (victim, recruiter)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("there is a helper in the flat above, her name is Rahmania", "victim_name", "Rahmania"),
        ("his name is Pak Gufran, he recruited her", "recruiter", "Pak Gufran"),
        ("she is from a village called Sepakek, in Lombok", "recruiter", ""),
        ("she is from a village called Sepakek, in Lombok", "victim_now", ""),
        ("Her name is Wulan, she's 17", "victim_sex", "perempuan"),
        ("a woman called Ibu Rukmini sent her", "victim_sex", ""),
        ("there are four Indonesian girls in the flat", "victim_count", "4"),
        ("she is kept on Gili Meno", "victim_now", "Gili Meno"),
        ("she is on Facebook now", "victim_now", ""),
    ],
)
def test_persons_and_places_in_english(text: str, key: str, value: str) -> None:
    assert told(text, key) == value


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("dijanji jaga anak aja, ternyata semua rumah", "job", "pengasuh anak (jaga anak)"),
        ("dijanji jaga anak aja, ternyata semua rumah", "victim_relation", ""),
        ("kerjanya bersihin rumah orang", "job", "asisten rumah tangga (bersihin rumah)"),
    ],
)
def test_whom_one_looks_after_is_no_relative(text: str, key: str, value: str) -> None:
    assert told(text, key) == value


@pytest.mark.parametrize(
    ("text", "sex"), [("sy tkw skrg di oman", "perempuan"), ("teman saya jadi tkw", "perempuan"), ("calo tkw", "")]
)
def test_a_tkw_is_a_woman(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("namanya Siti Hajar umur 20", "victim_name", "Siti Hajar"),
        ("bos saya H. Gufran, kantornya di Selong", "reporter_name", ""),
        ("bos saya H. Gufran, kantornya di Selong", "recruiter", "H. Gufran"),
        ("kakak tiang lalo ko Taiwan", "victim_name", ""),
        ("adik saya nangis pak tiap malam", "victim_name", ""),
        ("sy asli bayan lombok utara. nama Nyakrawati 38 th", "reporter_name", "Nyakrawati"),
        ("nama saya boleh dicatat. ponakan saya dipukuli, ibunya kakak saya", "victim_relation", "keponakan"),
        ("sy dr narmada umr 29", "victim_age", "29"),
    ],
)
def test_names_that_look_like_something_else(text: str, key: str, value: str) -> None:
    assert told(text, key) == value


def test_a_name_that_hurts_elsewhere_alarms_nobody() -> None:
    assert understand("namanya Siti Hajar umur 20", today=NOW).urgency == "normal"
    assert understand("dia dihajar bosnya", today=NOW).urgency == "emergency"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("sy Siti Rohani dr janapria 21 thn", "21"),
        ("sy tarmi, 36", "36"),
        ("umur dalam 24 tahun", "24"),
        ("sy minta 20", ""),
    ],
)
def test_the_age_behind_ones_own_name(text: str, age: str) -> None:
    assert told(text, "victim_age") == age


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("silakan mencantumkan nama saya, Lalu Wirajaya", "Lalu Wirajaya"),
        ("silakan nama saya ditulis, Baiq Suparni", "Baiq Suparni"),
        ("pake namaku gpp: Laras. telp aja ya", "Laras"),
        ("nama saya ndak apa2 disebut, sumiati", "Sumiati"),
        ("sy sudirman nama sy boleh ditulis", "Sudirman"),
        ("yang ngurus Mas Tegar", ""),
        ("the woman is called Ibu Komang Sri", ""),
    ],
)
def test_the_name_beside_leave_to_write_it(text: str, name: str) -> None:
    found = understand(text, today=NOW, asked="anonymous").found

    assert (found["reporter_name"].value if "reporter_name" in found else "") == name


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("anak gadis tetangga saya 15 thn dibikin jadi 23", "perempuan"),
        ("isinya cewek2 mau dikirim ke arab", "perempuan"),
        ("ada ditampung perempuan banyak di rumah itu", "perempuan"),
        ("cowok2 dibawa ke kebun sawit", "laki-laki"),
        ("laki cucu tiang itu", "laki-laki"),
        ("perempuan anak saya itu", "perempuan"),
        ("tetangga saya janda anak 2 dibawa ke arab", "perempuan"),
        ("aku cewe kelas 2 smp", "perempuan"),
        ("dia janda", "perempuan"),
        ("her name is Sri Wahyuni, 19 years old, from Dompu", "perempuan"),
    ],
)
def test_a_sex_is_told_of_kin_of_a_group_and_of_oneself(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    "text",
    [
        "dibawa cewek2 ke malaysia",
        "agennya janda dibawa polisi",
        "dia laki2 yg bawa adik saya",
        "laki2 itu bawa adik sy ke ruko",
    ],
)
def test_the_sex_of_who_takes_others_is_not_the_victims(text: str) -> None:
    assert not told(text, "victim_sex")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("I'm reporting on behalf of my girlfriend's cousin", "sepupu"),
        ("my friend's daughter was taken", "anak perempuan"),
        ("anak gadis tetangga saya dibawa calo", "anak perempuan tetangga"),
        ("tetangga saya dibawa calo", "tetangga"),
        ("my cousin was taken", "sepupu"),
    ],
)
def test_of_two_kin_the_one_owned_by_the_other_is_meant(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "relation", "name"),
    [
        ("sy ibu dari fahmi, anak sy di kamboja skrg", "anak", "Fahmi"),
        ("saya bapak dari Rina", "anak", "Rina"),
        ("sy bapak nya Rina", "anak", "Rina"),
        ("saya papuq nya", "cucu", ""),
        ("nggih tiang papuqn Sulhan", "cucu", "Sulhan"),
        ("saya pamannya, jangan bilang siapa2", "keponakan", ""),
        ("aku kakaknya", "adik", ""),
        ("aku ibunya, Nurbaiti. telpon aja", "anak", ""),
        ("saya tetangganya takut", "", ""),
        ("saya ibu dari sakra", "", ""),
        ("kakek saya dibawa calo", "kakek", ""),
        ("sy anak nya bu Maemunah, ibu sy pembantu di dubai", "ibu", "Bu Maemunah"),
    ],
)
def test_what_the_writer_is_tells_what_the_victim_is(text: str, relation: str, name: str) -> None:
    assert (told(text, "victim_relation"), told(text, "victim_name")) == (relation, name)


def test_a_name_is_given_in_sasak_and_a_word_of_kin_is_none() -> None:
    assert told("tiang anakne, aran tiang Hendri. tulung nggih", "reporter_name") == "Hendri"


@pytest.mark.parametrize(
    ("text", "asked", "key", "name"),
    [
        ("paspor ditahan si robi", None, "recruiter", "Robi"),
        ("yg koordinir di grup fb namanya Septi, nomor 089612207745", "victim_now", "recruiter", "Septi"),
        ("kata si sumi yg jaga dapur diterbangin tgl 28", "victim_spot", "victim_name", None),
        ("paspor ditahan si robi", None, "victim_name", None),
    ],
)
def test_who_does_it_or_only_says_so_is_not_the_victim(
    text: str, asked: str | None, key: str, name: str | None
) -> None:
    found = understand(text, today=NOW, asked=asked).found

    assert (found[key].value if key in found else None) == name


@pytest.mark.parametrize(("asked", "place"), [("recruiter_phone", None), ("victim_spot", "Batam")])
def test_where_the_recruiter_is_beside_their_number_is_not_where_the_victim_is(asked: str, place: str | None) -> None:
    found = understand("dia skrg di batam nomornya 0812 7760 3382", today=NOW, asked=asked).found

    assert (found["victim_now"].value if "victim_now" in found else None) == place


@pytest.mark.parametrize("text", ["with my name dewi but only for the officer", "use my name dewi", "my name is Dewi"])
def test_the_writers_own_name_in_english(text: str) -> None:
    assert told(text, "reporter_name") == "Dewi"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("adik ipar saya Supardi 28 th jadi abk kapal cumi", "28"),
        ("kakak saya Rina 31 tahun kerja di Dubai", "31"),
        ("temenku Ilham 21 mau jual ginjal di kamboja", "21"),
        ("suami saya 5 tahun jadi abk", ""),
        ("sudah 18 tahun kerja di sana", ""),
    ],
)
def test_an_age_right_behind_a_name(text: str, age: str) -> None:
    assert told(text, "victim_age") == age


def test_a_name_that_looks_like_a_word_stands_before_namanya() -> None:
    assert told("anak saya ditipu!!! Ranti namanya, 18 thn baru lulus sma", "victim_name") == "Ranti"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Adik kakak, yang besar namanya Fikri umur 10, yang kecil perempuan 7 tahun", ""),
        ("mereka kakak beradik, namanya Rini dan Rudi", ""),
        ("dua orang kakak adik dibawa ke batam", ""),
        ("ada abang adik disekap di ruko", ""),
        ("adik kakak saya dibawa ke malaysia", "adik kakak"),
        ("adiknya kakak saya dibawa", "adik kakak"),
        ("tolong kak adik saya dibawa", "adik"),
        ("kakak beradik saya dibawa", "kakak"),
        ("adik kakak ipar saya dibawa", "kakak ipar"),
        ("namanya Komang Sriani, eh Komang itu adiknya. Nengah Sriani, umur 21", ""),
        ("Rina itu adik saya", "adik"),
        ("yang dibawa itu adiknya", "adik"),
    ],
)
def test_what_two_are_to_each_other_is_not_what_they_are_to_the_writer(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("yang besar namanya Fikri umur 10, yang kecil perempuan 7 tahun", ""),
        ("yang kecil namanya Rina umur 7, yang besar laki laki 10 tahun", ""),
        ("yang perempuan namanya Sinta umur 16", "perempuan"),
        ("namanya Sinta umur 16, perempuan", "perempuan"),
    ],
)
def test_the_sex_of_the_other_child_is_not_of_the_one_who_is_named(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    ("asked", "text", "name"),
    [
        ("victim_name", "uwah sengaq ie lalo", None),
        ("victim_name", "wah due minggu", None),
        ("victim_name", "nggih", None),
        ("victim_name", "piran taok", None),
        ("victim_name", "Wahyuni", "Wahyuni"),
        ("anonymous", "mata tiang uwah rabun. nama tiang tulis saja", None),
        ("anonymous", "nama tiang tulis saja Amaq Sahnan", "Amaq Sahnan"),
        ("reporter_name", "matur tampi asih", None),
    ],
)
def test_plain_words_of_sasak_name_nobody(asked: str, text: str, name: str | None) -> None:
    found = understand(text, today=NOW, asked=asked).found
    key = "victim_name" if asked == "victim_name" else "reporter_name"

    assert (found[key].value if key in found else None) == name


@pytest.mark.parametrize(
    ("text", "name", "sex"),
    [
        ("ada janda hamil 8 bulan di dusun saya namanya Maesarah", "Maesarah", "perempuan"),
        ("ada janda hamil di dusun saya, namanya Maesarah", "Maesarah", "perempuan"),
        ("bibik di rumah majikan namanya Sarni dipukul", "Sarni", "perempuan"),
        ("bibik namanya Sumiati, majikannya namanya Mr Lim", "Sumiati", "perempuan"),
        ("seorang bibik nama Sumiati dikurung", "Sumiati", "perempuan"),
        ("ada ibu hamil di desa saya namanya Sri", "Sri", "perempuan"),
        ("ada dedare dese tiang aran Rini tebait", "Rini", "perempuan"),
        ("janda itu dibawa sama orang namanya Hendri", "", ""),
        ("ada janda di desa saya namanya Bu Tini nawarin kerja", "", ""),
        ("tkw di desa saya namanya Sri jadi calo", "", ""),
        ("ada pemuda di kampung saya namanya Rudi", "", ""),
        ("ada janda namanya Tini kenal di fb", "", ""),
        ("ada kafe di dusun saya namanya Mawar", "", ""),
        ("dusun saya namanya Montong", "", ""),
    ],
)
def test_whoever_is_told_of_by_what_they_are_is_named_after_the_place(text: str, name: str, sex: str) -> None:
    assert (told(text, "victim_name"), told(text, "victim_sex")) == (name, sex)


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("anak ibu laki2 namanya Fadlan", "laki-laki"),
        ("keponakan bapak cewek namanya Rini", "perempuan"),
        ("anak bapak cowok, namanya Fadlan", "laki-laki"),
        ("sepupu saya mahasiswi disekap", "perempuan"),
        ("temen saya janda disekap", "perempuan"),
        ("adik saya lagi hamil disekap", "perempuan"),
        ("anak bujang saya dibawa", "laki-laki"),
        ("bibi saya disekap", "perempuan"),
        ("om sy liat anak2 di lampu merah", ""),
        ("mbak aku kerja di karaoke", ""),
        ("papuq tiang disekap", ""),
        ("kakek saya dikirim ke sana", "laki-laki"),
        ("anak ibu namanya Fadlan", ""),
        ("anak ibu cewek apa cowok?", ""),
        ("anak bibi saya disekap", ""),
        ("sponsornya janda, adik saya dibawa", ""),
        ("saya hamil 3 bulan disekap", ""),
        ("jiran saya ada bibik orang Lombok, nama dia Marlina", "perempuan"),
        ("tetangga sy ada janda umur 30 mau dikirim ke arab", "perempuan"),
        ("leq dasan tiang arak dedare teajak lalo jok malaysia", "perempuan"),
        ("di desa saya ada gadis mau dibawa ke malaysia", "perempuan"),
        ("bu Saknah 44 th berangkat umroh bulan lalu", "perempuan"),
        ("adik saya Udin dijanjiin kerja, di sana ada gadis juga", ""),
        ("ada janda nawarin adik saya kerja", ""),
        ("di kampung kami ada pemuda dibawa ke kamboja", ""),
        ("bu, Rina 44 th dibawa", ""),
        ("pak Rina 20 th dibawa", ""),
        ("there is an Indonesian guy in my room, Bayu, 23", "laki-laki"),
        ("there's a woman in our dorm, Siti, 29", "perempuan"),
        ("a guy offered me a job, Andre, 30", ""),
    ],
)
def test_what_somebody_is_tells_a_woman_or_a_man(text: str, sex: str) -> None:
    assert told(text, "victim_sex") == sex


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("namanya Hendri, laki2", "laki-laki"),
        ("namanya rini perempuan", "perempuan"),
        ("nama Hendri cowok", "laki-laki"),
        ("namanya Hendri, laki2 yg bawa", None),
        ("namanya Sri, cewek yg jemput", None),
        ("calonya namanya Hendri, laki2", None),
    ],
)
def test_the_sex_beside_a_name_that_is_given(text: str, sex: str | None) -> None:
    found = understand(text, today=NOW, asked="recruiter_phone").found

    assert (found["victim_sex"].value if "victim_sex" in found else None) == sex


@pytest.mark.parametrize(
    ("text", "relation", "name", "sex"),
    [
        ("adi kaku laki namanya Syamsul di sabah", "adik", "Syamsul", "laki-laki"),
        ("ada adi kaku Syamsul kerja di sabah", "adik", "Syamsul", ""),
        ("Adi kaku di Jordan, ka dipukul ling nyonya", "adik", "", ""),
        ("adi kaku siwe tebait ko malaysia", "adik", "", "perempuan"),
        ("pak Adi kaku takut", "", "", ""),
        ("nama kaku Adi kaku dari Alas", "", "", ""),
        ("Adi, kaku mole", "", "", ""),
        ("Adi saya mau tanya", "", "", ""),
    ],
)
def test_a_younger_sibling_in_samawa(text: str, relation: str, name: str, sex: str) -> None:
    assert (told(text, "victim_relation"), told(text, "victim_name"), told(text, "victim_sex")) == (relation, name, sex)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("kakk aq mw lapor tp takutt", None),
        ("mbak/mas adminnya ada?", None),
        ("lembo ade ganggu malam2 min", None),
        ("she told my girlfriend she is 15", None),
        ("dia cerita ke istri saya umurnya 15", None),
        ("anaknya ngaku ke pacar saya dia dipaksa", "anak"),
        ("istri saya cerita ke saya dia dipukul", "istri"),
        ("si Deni ini 28 taon, bininya di kampung lg hamil", None),
        ("Rina 23 th, suaminya nungguin", None),
        ("bininya dijual", "istri"),
        ("adiknya 15 tahun, suaminya dipukul", "adik"),
        ("tinggal ama nenek doang", None),
        ("pacarnya Rangga anak karang baru", None),
        ("Rina anak saya dibawa", "anak"),
        ("Rina anak tetangga saya", "anak tetangga"),
        ("karyawan toko saya si Deni resign", "karyawan"),
        ("anak buah saya si Joni umur 22 dikirim ke myanmar", "anak buah"),
        ("pembantuku namanya Sri mau dibawa agen", "pembantu"),
        ("saya karyawan toko di mataram, saya disekap", None),
        ("yg ngajak karyawan saya sendiri", None),
        ("sopir majikan saya mukul saya", None),
        ("dia anak buah", None),
        ("mau cari karyawan", None),
        ("rumah karyawan saya di narmada", None),
    ],
)
def test_who_is_greeted_told_or_only_somebodys_is_no_relation(text: str, relation: str | None) -> None:
    assert told(text, "victim_relation") == (relation or "")


@pytest.mark.parametrize(
    ("text", "name", "years", "sex"),
    [
        ("si Deni ini 28 taon, bininya di kampung lg hamil", "Deni", "28", "laki-laki"),
        ("Rina itu 19 thn, orangnya polos", "Rina", "19", None),
        ("Suhaimi umur 31, istrinya nungguin di rumah", "Suhaimi", "31", "laki-laki"),
        ("Rina 23 th, suaminya nungguin", "Rina", "23", "perempuan"),
        ("karyawan saya Rudi 24 th disekap", "Rudi", "24", None),
        ("utang ini 20 tahun belum lunas", None, None, None),
        ("Rina itu 19 thn kerja di sana", None, None, None),
    ],
)
def test_name_age_and_sex_of_somebody_pointed_at(
    text: str, name: str | None, years: str | None, sex: str | None
) -> None:
    read = tuple(told(text, key) or None for key in ("victim_name", "victim_age", "victim_sex"))

    assert read == (name, years, sex)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Her name's Wulan, she grew up somewhere near Dompu I think", "victim_name", "Wulan"),
        ("his name's Andi and he is 16", "victim_name", "Andi"),
        ("The guy who got her here and runs the place is Pak Dodo. no idea", "recruiter", "Pak Dodo"),
        ("the man who brought them was called Pak Rudi", "recruiter", "Pak Rudi"),
        ("The woman who helped her is Ibu Ani", "recruiter", ""),
        ("the man who lives next door is nice", "recruiter", ""),
        ("Yang presentasi ke sekolah Pak Hendra Gunawan", "recruiter", "Pak Hendra Gunawan"),
        ("Nama agennya Southern Cross Karir, ownernya Vania Tanoto", "recruiter", "Vania Tanoto"),
        ("Nama agennya Southern Cross Karir, ownernya Vania Tanoto", "company", "Southern Cross Karir"),
        ("agen Global Talenta Overseas yg berangkatin", "company", "Global Talenta Overseas"),
        ("agensinya namanya Bintang Global Kerja", "company", "Bintang Global Kerja"),
        ("agennya Sri Lestari, dari praya", "company", ""),
        ("agennya Sri Lestari, dari praya", "recruiter", "Sri Lestari"),
        ("Nama sponsornya Hasan", "recruiter", "Hasan"),
        ("ada agen di Praya yang sukses", "company", ""),
        ("met malem om tante operator hehe", "victim_relation", ""),
    ],
)
def test_people_and_agencies_named_in_passing(text: str, key: str, value: str) -> None:
    assert told(text, key) == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saq ngajak aran ne Pak Ruslan", "Pak Ruslan"),
        ("tekongnya Pak Cik Man", "Pak Cik Man"),
        ("tekongnya orang lombok juga, Pak Cik Man orang panggil", "Pak Cik Man"),
        ("yang bawa pakcik Man", "Pakcik Man"),
        ("yg bawa makcik Ros", "Makcik Ros"),
        ("a man called Azlan took her", "Azlan"),
        ("Bu May yang ngajak", "Bu May"),
    ],
)
def test_who_recruits_keeps_the_whole_name(text: str, name: str) -> None:
    assert told(text, "recruiter") == name


def test_a_sasak_possessive_is_no_part_of_a_name() -> None:
    assert told("aran ne Mirna, umur 18", "victim_name") == "Mirna"
    assert not told("a man took her", "recruiter")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Calo lapangannya Saudara Imran, HP 0812-3744-9056", "Saudara Imran"),
        ("Direkrut oleh saudara Imran", "Saudara Imran"),
        ("yg ngajak Saudari Wati", "Saudari Wati"),
        ("calonya sdr Imran", "Sdr Imran"),
    ],
)
def test_saudara_is_a_title_before_a_name(text: str, name: str) -> None:
    assert understand(text, today=TODAY).found["recruiter"].value == name


@pytest.mark.parametrize("text", ["perekrutnya saudara saya", "yg ngajak saudara sepupu saya", "ada saudara yg ngajak"])
def test_saudara_is_kin_where_no_name_follows(text: str) -> None:
    assert "recruiter" not in understand(text, today=TODAY).found


def test_the_name_of_a_saudara_of_mine_is_the_victims() -> None:
    assert understand("saudara saya Imran dibawa ke malaysia", today=TODAY).found["victim_name"].value == "Imran"
