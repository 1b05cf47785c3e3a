"""Ages that no word for an age stands beside, and numbers of people that are none."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 - a Saturday morning on the citizen's wall clock


def facts(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW).found.items()}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sapri umur 24 cowok, dibawa ke Batam", "24"),
        ("usia 19 perempuan. dia hilang", "19"),
        ("nama saya gunawan laki 33", "33"),
        ("cewek 21", "21"),
        ("keponakan sy cowok 18 kak", "18"),
        ("dia 14", "14"),
        ("sepupu sy dia masih 15", "15"),
        ("shes 17 and stuck in batam", "17"),
        ("he is 20 but they wrote 25", "20"),
    ],
)
def test_a_number_beside_a_sex_or_a_pronoun_is_an_age_and_counts_nobody(text: str, years: str) -> None:
    found = facts(text)

    assert found["victim_age"] == years
    assert "victim_count" not in found


@pytest.mark.parametrize(
    "text",
    [
        "dia 11 hari tidak pulang",
        "gaji dia 50",
        "perempuan 12, laki 14",
        "total perempuan 20",
        "laki 3",
        "she is 15 minutes late",
    ],
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert "victim_age" not in facts(text)


def test_people_are_still_counted_beside_their_sex() -> None:
    assert facts("perempuan 4 orang dibawa ke Batam")["victim_count"] == "4"


@pytest.mark.parametrize(
    "text",
    [
        "umur 15 tapi di paspor 21",
        "di ktp umurnya 21, aslinya umur 15",
        "usianya 21 di paspor padahal 15",
        "she is 15 but they made her a passport saying 21",
    ],
)
def test_of_two_ages_the_true_one_counts(text: str) -> None:
    assert facts(text)["victim_age"] == "15"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("namanya Siti Maesarah, 23", "23"),
        ("namanya lalu gufran, masih 18", "18"),
        ("yang kecil namanya Intan baru 14", "14"),
        ("nama sy Suryani 31 janda dr Praya", "31"),
        ("nama dia Kartini 27", "27"),
        ("her name is Nuraini, 26", "26"),
        ("baru 16 tahun dia kak", "16"),
        ("masih 15 thn dia, belum lulus", "15"),
        ("msh 16 tahun kak", "16"),
        ("sapri namanya, 24 cowok", "24"),
        ("baiq hartati namanya 19", "19"),
        ("muhsan hadi, 33 dr lunyuk", "33"),
    ],
)
def test_a_number_behind_a_name_that_is_given_is_an_age(text: str, years: str) -> None:
    assert facts(text)["victim_age"] == years


@pytest.mark.parametrize(
    "text",
    [
        "kafenya namanya Ruby 21",
        "kapal namanya Harapan Jaya 28",
        "nama grupnya loker taiwan 24",
        "namanya Rudi, 20 juta",
        "sapri namanya, 24 orang dibawa",
        "sapri namanya, 24 cowok dibawa semua",
        "kapal namanya, 24",
        "kamar atas, 24 dari bima",
        "jl sriwijaya, 24",
        "namanya Rudi jam 14",
        "namanya Bayu, 12 orang lagi belum tau",
        "namanya dewi 21 nov berangkat",
        "baru 20 tahun dia kerja di sana",
        "masih 13 tahun lagi cicilannya",
    ],
)
def test_other_numbers_behind_a_name_are_no_age(text: str) -> None:
    assert "victim_age" not in facts(text)


@pytest.mark.parametrize(
    "text", ["agennya namanya Rudi umur 40", "yg ngajak namanya Bella, 33", "sponsornya bernama Halimah, 45 tahun"]
)
def test_nobody_asks_how_old_the_recruiter_is(text: str) -> None:
    found = facts(text)

    assert "recruiter" in found
    assert "victim_age" not in found


def test_how_many_children_somebody_has_names_no_child() -> None:
    found = facts("sy umur 36 pak, janda anak 2")

    assert found["victim_age"] == "36"
    assert "victim_relation" not in found


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("18 kak, teman sebangkuku dulu di sekolah", "18"),
        ("20 pak, semua dari dusun yang sama dibawa pergi", None),
        ("15 kak, per kepala tiga juta bayarnya", None),
    ],
)
def test_where_an_age_is_asked_for_it_may_stand_before_more(text: str, years: str | None) -> None:
    found = understand(text, today=NOW, asked="victim").found

    assert (found["victim_age"].value if "victim_age" in found else None) == years


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("anak-anak di sini ada 6 sama aku", "6"),
        ("korbannya 7, dari Bima semua", "7"),
        ("saya dikunci di gudang sm 2 org lagi", "3"),
        ("gw sama 3 temen gw ketipu", "4"),
        ("two of my ex staff were taken to Laos", "2"),
        ("4 anak jaga toko di sana tidak digaji", "4"),
        ("mereka jemput 4 anak ke bandara", "4"),
    ],
)
def test_people_are_counted_before_and_behind_the_number(text: str, number: str) -> None:
    assert facts(text).get("victim_count") == number


@pytest.mark.parametrize(
    "text",
    [
        "tadi malam datang lagi 3 orang",
        "yg jaga 4 orang di depan pintu",
        "2 orang laki2 jemput adik saya",
        "5 orang preman depan rumah",
        "adik saya satu kamar ber 7",
    ],
)
def test_those_who_come_and_guard_and_room_mates_are_no_victims(text: str) -> None:
    assert "victim_count" not in facts(text)


def test_an_age_that_is_named_once_more_to_be_refused_gives_way() -> None:
    assert facts("adik sy namanya Wulan, 21... eh bukan 21, 20 baru kmrn ultah")["victim_age"] == "20"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("umurnya 23 eh 24 bulan lalu ulang tahun", "24"),
        ("umur 23 salah 24 minggu kemarin ultah", "24"),
        ("umurnya 17 eh 18 hari ini genap", "18"),
        ("umur 23 eh 24 bulan di sana", "23"),
        ("umur 23, eh sudah 24 bulan lalu berangkat", "23"),
        ("umurnya 23 maaf 24 hari tidak makan", "23"),
        ("umurnya 23 eh 24 orang semuanya", "23"),
    ],
)
def test_a_birthday_behind_an_age_put_right_counts_no_months(text: str, years: str) -> None:
    assert facts(text)["victim_age"] == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Umur ibu 45 tpi di paspor ditulis 38", "45"),
        ("umur bapak 50 tp ktp 40", "50"),
        ("usia bibi sy 33", "33"),
        ("umur kapal 15", None),
        ("umur ibunya 40", None),
    ],
)
def test_the_age_of_an_elder_is_read(text: str, years: str | None) -> None:
    assert facts(text).get("victim_age") == years


def test_an_elder_who_is_named_beside_an_age_keeps_the_name() -> None:
    assert facts("umur ibu Ani 45 tahun")["victim_name"] == "Ani"


@pytest.mark.parametrize(
    "text",
    [
        "mau nuntut uang sy 2 tahun gaji ga dibayar",
        "gaji istri saya 15 tahun tidak dikirim majikan",
        "sy 3 tahun disini ga boleh pulang",
        "istri saya 4 tahun kerja di riyadh ga digaji",
        "anak saya 2 tahun hilang kontak",
        "ibu saya 5 tahun tidak kirim uang",
        "kejadiannya sama teman saya 14 tahun yang lalu",
    ],
)
def test_how_long_something_lasts_is_no_age_and_makes_no_child(text: str) -> None:
    reading = understand(text, today=NOW)

    assert "victim_age" not in reading.found
    assert "child_victim" not in {signal.name for signal in reading.signals}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("19 taun umurnya. hp dipegang bos", "19"),
        ("17 thn umur anak itu", "17"),
        ("dia 20 umurnya", "20"),
        ("dua puluh taun umurnya", "20"),
        ("anak sy 5 tahun dibawa orang", "5"),
        ("anak saya umur 9 tahun kerja di kebun", "9"),
        ("saya ibu dari anak 15 tahun yang dibawa calo", "15"),
    ],
)
def test_an_age_may_stand_before_its_word_and_is_still_a_childs(text: str, years: str) -> None:
    assert facts(text)["victim_age"] == years


def test_a_number_goes_with_the_word_for_an_age_that_follows_it_only_where_no_other_does() -> None:
    found = facts("3 anak umur 8, 9 sama 11")

    assert (found["victim_count"], found["victim_age"]) == ("3", "8")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("temen gw Andika 26 mau jual ginjal", "26"),
        ("adek sy rian saputra 22 dibawa ke batam", "22"),
        ("sepupu aku Lina 17 yg diajak orang", "17"),
    ],
)
def test_a_number_after_a_friends_name_is_an_age_where_it_is_told_what_they_do(text: str, years: str) -> None:
    assert facts(text)["victim_age"] == years


@pytest.mark.parametrize(
    "text",
    ["anak saya Dewi 12 hari hilang", "teman saya naik kapal Bahari 27 dibawa ke Dobo", "adik sy Rini 15 juta dibawa"],
)
def test_a_number_after_a_friends_name_may_count_something_else(text: str) -> None:
    assert "victim_age" not in facts(text)


def signs(text: str) -> set[str]:
    return {signal.name for signal in understand(text, today=NOW).signals}


@pytest.mark.parametrize(
    "text",
    [
        "yg bawa pak Sukri, sponsornya dua org",
        "perekrutnya dua orang",
        "ada 2 orang calo datang ke rumah",
        "yg jemput 3 orang",
        "yg jaga 4 orang",
        "dua puluh taun umurnya",
    ],
)
def test_a_number_of_those_who_recruit_or_guard_shows_no_second_victim(text: str) -> None:
    assert "multiple_victims" not in signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "ada 3 perempuan dikurung",
        "kami 6 orang lombok disini dijaga 2 orang",
        "dua org ditampung sponsornya",
        "banyak orang lombok disini ga digaji",
    ],
)
def test_a_number_of_those_to_whom_it_is_done_shows_several_victims(text: str) -> None:
    assert "multiple_victims" in signs(text)


@pytest.mark.parametrize(
    ("text", "name", "years", "sex"),
    [
        ("Arif Budiman 27 laki2 asal labuhan haji", "Arif Budiman", "27", "laki-laki"),
        ("arif budiman 27 laki2 dari sape", "Arif Budiman", "27", "laki-laki"),
        ("lalu hamdan 24 laki asal praya", "Lalu Hamdan", "24", "laki-laki"),
        ("Rina 19 perempuan", "Rina", "19", "perempuan"),
        ("Sumiati binti Ahmad 30 perempuan", "Sumiati binti Ahmad", "30", "perempuan"),
        ("Dewi Lestari 19 cewek kak", "Dewi Lestari", "19", "perempuan"),
        ("sri wahyuni 33 thn perempuan", "Sri Wahyuni", "33", "perempuan"),
        ("Sri Wahyuni namanya 33 tahun", "Sri Wahyuni", "33", None),
        ("sri wahyuni namanya 33 thn", "Sri Wahyuni", "33", None),
        ("Maesarah nama nya 29 th", "Maesarah", "29", None),
    ],
)
def test_a_bare_introduction_tells_name_and_age(text: str, name: str, years: str, sex: str | None) -> None:
    found = facts(text)

    assert (found.get("victim_name"), found.get("victim_age"), found.get("victim_sex")) == (name, years, sex)
    assert "victim_count" not in found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Lombok 12 perempuan", "12"),
        ("praya 27 perempuan", "27"),
        ("Rombongan 27 perempuan dari bima", "27"),
        ("Semua 27 laki laki", "27"),
        ("Kapal Hai Feng 29 laki laki", "29"),
        ("ada 27 laki2 asal labuhan haji", "27"),
        ("Pak Rahman bawa 27 laki2", "27"),
        ("Tolong 12 perempuan", "12"),
    ],
)
def test_people_are_counted_behind_a_place_or_a_word(text: str, number: str) -> None:
    found = facts(text)

    assert found.get("victim_count") == number
    assert "victim_age" not in found


def test_no_name_comes_of_the_word_that_something_lasts() -> None:
    assert not facts("kontrak namanya 33 tahun")


def test_who_is_named_with_an_age_in_a_sentence_of_their_own_did_nothing_of_it() -> None:
    found = facts("kakak saya di malaysia tidak digaji\nBaiq Sumarni 27 thn")

    assert found["victim_name"] == "Baiq Sumarni"
    assert "recruiter" not in found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("org ntb disini ada 6 termasuk saya", "6"),
        ("temen2 di mess ini 5 termasuk aku", "5"),
        ("cewek2 bima di kamar ini 3 sama aku", "3"),
        ("perempuan di rumah itu semuanya 7 sama saya", "7"),
        ("anak2 lombok di kapal ini ada 4 termasuk sy", "4"),
        ("saat ini ada 12 calon pekerja di penampungan", "12"),
        ("di ruko itu 8 calon tkw belum diberangkatkan", "8"),
    ],
)
def test_people_are_counted_with_the_writer_and_before_they_leave(text: str, number: str) -> None:
    assert facts(text).get("victim_count") == number


@pytest.mark.parametrize(
    "text",
    [
        "orang itu minta 3 sama aku",
        "cewek itu utang 3 juta sama saya",
        "orang itu nelpon 3 kali termasuk tadi",
        "ada orang di kamar ini jam 3 sama aku",
        "teman di sini 2 bulan sama saya",
        "ada 3 calon majikan yang lihat saya",
        "butuh 12 calon pekerja pabrik",
    ],
)
def test_what_is_said_with_the_writer_counts_no_people(text: str) -> None:
    assert "victim_count" not in facts(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("dia msi 15 kls 3 smp, d buatin ktp palsu umur 19", "15"),
        ("aku masih 16 kelas 1 sma", "16"),
        ("gua 17 ktp blm jadi tp dibilang bisa diurus jadi 21", "17"),
        ("dia 16 belum punya ktp", "16"),
        ("sy 17 blm cukup umur kak", "17"),
        ("umurne baru 16 tapi ktp ne tepiaq 20 taun", "16"),
        ("ktpnya dipalsukan jadi umur 21 padahal umur 16", "16"),
        ("paspornya palsu, umurnya 17", "17"),
        ("sekdes bikinin ktp palsu buat anak 16 tahun", "16"),
        ("di ktp umur 22", "22"),
    ],
)
def test_how_young_somebody_is_whatever_a_false_paper_says(text: str, years: str) -> None:
    assert facts(text)["victim_age"] == years


@pytest.mark.parametrize(
    "text",
    ["dibuatin ktp palsu umur 19", "aku 17 blm dibayar", "saya 12 belum makan", "saya 15 ktp dibawa agen"],
)
def test_a_false_papers_age_and_other_numbers_of_oneself_are_no_age(text: str) -> None:
    assert "victim_age" not in facts(text)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("tmn sy 14 th di medsos di tawar2in sama kakak kelasnya", "14"),
        ("adik 15 thn di bali kerja di kafe", "15"),
        ("adik sy sudah 15 th di malaysia", None),
        ("bibi saya 14 th di arab", None),
        ("paman 30 th di sabah", None),
    ],
)
def test_a_child_is_told_of_sooner_than_many_years_away(text: str, age: str | None) -> None:
    found = understand(text, today=NOW).found.get("victim_age")

    assert (found.value if found else None) == age
