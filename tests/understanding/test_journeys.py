"""Places, days, work and sums as people tell them: the way, the goal, what was promised and what it became."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 - a Saturday morning on the citizen's wall clock


def facts(text: str, asked: str | None = None) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW, asked=asked).found.items()}


@pytest.mark.parametrize(
    ("text", "goal", "way"),
    [
        ("ke kamboja lewat penang", "Kamboja", "Penang, Malaysia"),
        ("lewat Lembar, Surabaya, terus Nunukan", None, "Surabaya; Nunukan"),
        (
            "dari Mataram ke Surabaya trus kapal ke Pontianak, lanjut ke Kuching",
            "Kuching, Malaysia",
            "Surabaya; Pontianak",
        ),
        ("katanya singapura dulu baru dubai", "Dubai, Uni Emirat Arab", "Singapura"),
        ("masuknya lewat jakarta malaysia dubai baru oman", "Oman", "Jakarta; Malaysia; Dubai, Uni Emirat Arab"),
        ("lewat batam johor", None, "Batam; Johor, Malaysia"),
        ("lewat Miri Sarawak", None, "Miri, Malaysia"),
        ("she is leaving for Surabaya tomorrow", "Surabaya", None),
        ("dibawa ke kebun sawit di Sampit kalteng", "Sampit", None),
        ("saya dari Miri Sarawak", "Miri, Malaysia", None),
        ("I am from the Netherlands, my maid was beaten", None, None),
        ("i'm from Manila, she is going to Dubai", "Dubai, Uni Emirat Arab", None),
        ("tujuannya sampit", "Sampit", None),
        ("lewat lpk cipta muda eropa", None, None),
        ("awalnya mau ke Taiwan tapi dialihin ke Kamboja", "Kamboja", None),
        ("bapak ibunya dua2nya di malaysia", None, None),
        ("yang berangkatkan PT Mina Laut di pemalang", None, None),
    ],
)
def test_a_journey_has_a_goal_and_a_way(text: str, goal: str | None, way: str | None) -> None:
    found = facts(text)

    assert (found.get("destination"), found.get("transit")) == (goal, way)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sekarang dia udah di Bekasi bang, di kontrakan rame2", "Bekasi"),
        ("di rumah lah pak skrg, di Kopang, lagi nyuci baju", "rumah, Kopang"),
        ("mereka masih di kampung, besok dijemput", "kampung"),
        ("dia ada di rumah Pak Haji Mamat di Praya", "rumah Pak Haji Mamat di Praya"),
        ("skrg aku di kos yg dia sewain di cakranegara, kos Melati kamar 9", "kos Melati kamar 9, cakranegara"),
        ("pak tolong cepat saya di bandara juanda terminal 2", "bandara juanda terminal 2"),
        ("suami saya sudah di Polandia 3 bulan", "Polandia"),
        ("sekarang singgah di Port Louis", "Port Louis, Mauritius"),
        ("suami saya masih di rumah sakit", None),
        ("operasinya di phnom penh", None),
        ("besok naik kapal di lembar", None),
        ("ditawarin kerja terapis di Bali, di seminyak", None),
        ("agency is Ocean Star Manpower in Tegal", None),
    ],
)
def test_where_somebody_is_has_no_form_of_address_and_no_plan_in_it(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("awalnya ditawarin jd kasir, pas nyampe disuruh nemenin tamu di karaoke", "kasir"),
        ("katanya restoran tapi jadi pabrik", "restoran"),
        ("disuruh jadi admin judi, awalnya dijanjikan jaga toko baju", "jaga toko baju"),
        ("anak laki saya diajak jadi tukang ketik di kantor", "tukang ketik"),
        ("dia bilang kerja jaga konter hp", "jaga konter"),
        ("mau dibawa ke singapur kerja ngasuh bayi", "pengasuh bayi"),
        ("I am writing for my cook, she is too upset to type", None),
        ("saya ustadz pengasuh pondok di Kayangan", None),
        ("jadi saya takut pak", None),
        ("berangkat pakai visa magang", None),
    ],
)
def test_the_work_that_was_offered_is_the_work(text: str, job: str | None) -> None:
    assert facts(text).get("job") == job


@pytest.mark.parametrize(
    ("text", "visa"),
    [
        ("dulu bilangnya visa kerja taunya visa turis", "turis"),
        ("visanya kunjungan 15 hari, bukan visa magang", "kunjungan"),
        ("visanya visa ziarah bukan visa kerja", "umrah/ziarah"),
        ("iya betul sudah benar", None),
    ],
)
def test_the_visa_is_the_one_that_it_became(text: str, visa: str | None) -> None:
    assert facts(text, "visa").get("visa") == visa


@pytest.mark.parametrize(
    ("text", "asked", "day"),
    [
        ("besok subuh", "documents", "2026-11-22"),
        ("eh maksud saya lusa, senin tgl 23 itu", "payment", "2026-11-23"),
        ("bukan senin, selasa tgl 24 kak", "documents", "2026-11-24"),
        ("kapalnya besok pagi", None, "2026-11-22"),
        ("jadwalnya diundur jadi tgl 2 desember", None, "2026-12-02"),
        ("operasinya tgl 3 des", "victim_spot", None),
        ("besok subuh", "contact", None),
        ("ulang tahunnya tgl 5 desember", "victim_now", None),
    ],
)
def test_a_day_alone_is_the_departure_and_a_day_of_something_else_is_not(
    text: str, asked: str | None, day: str | None
) -> None:
    assert facts(text, asked).get("departure") == day


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("dulu dijanji 1500 riyal", "salary", "1.500 riyal"),
        ("dijanjiin 150 juta, baru dikasih 5jt", "payment", "Rp150 juta; Rp5 juta (diterima)"),
        ("mandor minta RM 3500 per org", "payment", "RM3.500"),
        ("company in Kuwait Al Noor Manpower", "company", "Al Noor Manpower"),
        ("syarikat dia Agensi Pekerjaan Cahaya Perak", "company", "Agensi Pekerjaan Cahaya Perak"),
        ("katanya punya travel Rihlah Barakah Tour", "company", "Rihlah Barakah Tour"),
        ("naik travel Titian Mas ke Mataram", "company", None),
        ("saya kakaknya Wulan", "destination", None),
        ("yang ngurus Pak Ketut Sudana", "destination", None),
    ],
)
def test_sums_and_agencies_are_what_they_are_called(text: str, key: str, value: str | None) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "lewat Kayangan pakai ferry, terus Banyuwangi",
            {"port": "Pelabuhan Kayangan", "transit": "Banyuwangi", "destination": None},
        ),
        ("lewat Surabaya naik bus terus Pontianak baru ke Kuching", {"destination": "Kuching, Malaysia"}),
        ("kami masuk ikut Batam malam-malam", {"transit": "Batam", "destination": None}),
        ("dia masuk Johor ikut Batam", {"transit": "Batam", "destination": "Johor, Malaysia"}),
        ("mau ikut Malaysia juga", {"transit": None, "destination": "Malaysia"}),
        ("Surabaya first and then Taipei", {"transit": "Surabaya", "destination": "Taipei, Taiwan"}),
        ("she goes to Batam first then Dubai", {"transit": "Batam", "destination": "Dubai, Uni Emirat Arab"}),
        ("via Surabaya and then Taipei in Taiwan", {"transit": "Surabaya", "destination": "Taipei, Taiwan"}),
        ("lewat Batam terus Johor", {"transit": "Batam", "destination": "Johor, Malaysia"}),
        ("lewat Batam sama Johor", {"destination": None}),
        ("anak saya di Kuching di Malaysia", {"victim_now": "Kuching, Malaysia"}),
    ],
)
def test_stops_follow_each_other_to_the_last(text: str, expected: dict[str, str | None]) -> None:
    found = facts(text)

    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tempatnya di Sikur, gang depan SDN 2, rumah pagar hijau", "gang depan SDN 2, Sikur"),
        ("letaknya di Kempo, rumah kayu belakang masjid", "rumah kayu belakang masjid, Kempo"),
        ("dia dikurung di Taliwang, ruko sebelah Bank NTB", "ruko sebelah Bank NTB, Taliwang"),
        ("ditawari jaga warung, tempatnya di Batam", None),
        ("lowongan toko, tempatnya di Ampenan, ruko depan bank", None),
    ],
)
def test_a_spot_keeps_its_town(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    "text",
    [
        "paspornya jadi di Jakarta karena di sini ditolak",
        "ktp saya dibikin bu Warni di surabaya",
        "ngurus visa nya di jkt",
        "paspor diurus di mess agen di Jakarta",
        "my passport was made in Surabaya",
    ],
)
def test_where_papers_are_made_nobody_is(text: str) -> None:
    found = facts(text)

    assert "victim_now" not in found
    assert "destination" not in found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("paspor dibuat di surabaya sekarang dia di johor", "Johor, Malaysia"),
        ("kakak saya dibuatkan paspor lalu disekap di batam", "Batam"),
        ("paspor ditahan, dia di batam", "Batam"),
    ],
)
def test_papers_do_not_hide_where_somebody_is(text: str, place: str) -> None:
    assert facts(text)["victim_now"] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tempat di batu pahat johor", "batu pahat johor"),
        ("sepupu sy tempat kerjanya di Kluang", "Kluang, Malaysia"),
        ("tempat kerja saya di simpang renggam johor", "simpang renggam johor"),
        ("posisi di tempat kerja di kluang", "Kluang, Malaysia"),
        ("terakhir kirim lokasi di morowali, kosnya dijaga", "Morowali"),
        ("posisi terakhir di weda, mess dijaga, orang sape", "Weda"),
    ],
)
def test_a_place_of_work_and_a_location_sent_are_where_somebody_is(text: str, place: str) -> None:
    assert facts(text)["victim_now"] == place


@pytest.mark.parametrize(
    "text",
    [
        "asal dusun kempo dompu",
        "orang praya",
        "dari kopang asalnya",
        "dijanjiin tempat kerja di kluang",
        "tidak ada tempat di kapal",
        "adik saya asal desa mantang",
    ],
)
def test_a_home_or_a_place_offered_is_not_where_somebody_is(text: str) -> None:
    assert "victim_now" not in facts(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KAKAK SAYA DI RUKO BATAM CENTER DIKURUNG TIDAK DIKASIH MAKAN", "RUKO BATAM CENTER"),
        ("DIA DI MAE SOT THAILAND DIPUKUL MINTA UANG 90 JUTA", "Mae Sot, Thailand"),
        ("SAYA DI KAPAL BITUNG TOLONG JEMPUT", "KAPAL BITUNG"),
        ("KAMI DI PENAMPUNGAN CONDET JAKARTA TIMUR 12 ORANG", "PENAMPUNGAN CONDET JAKARTA TIMUR"),
    ],
)
def test_a_shouted_place_ends_where_its_name_does(text: str, place: str) -> None:
    assert facts(text)["victim_now"] == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("berangkatnya tgl 3 desember dari Surabaya", {"port": "Surabaya", "victim_now": None}),
        ("terbang dari Makassar transit Singapura", {"port": "Makassar", "transit": "Singapura"}),
        ("dr bandara semarang jam 5 pagi", {"port": "Bandara Semarang", "victim_now": None, "destination": None}),
        ("berangkat lewat pelabuhan badas", {"port": "Pelabuhan Badas", "transit": None}),
        ("besok diantar ke pelabuhan tanjung wangi", {"port": "Pelabuhan Tanjung Wangi"}),
        ("naik speedboat dari Calabai", {"port": "Calabai"}),
        ("naik pesawat dari bima ke jakarta dulu", {"port": "Bima"}),
        ("naik kapal dari labuhan haji", {"port": "Labuhan Haji"}),
        (
            "brangkatnya 11 juni 2026 dari lombok ke jakarta trus dubai",
            {"port": "Lombok", "transit": "Jakarta", "departure": "2026-06-11"},
        ),
        ("brangkat dr bima lewat jakarta", {"port": "Bima", "transit": "Jakarta"}),
        ("terbang dari ngurah rai", {"port": "Bandara Ngurah Rai"}),
        ("brangkat dr lombok ke praya", {"port": None}),
        ("berangkat dari lombok sama temannya", {"port": None}),
        ("pulang dari lombok ke jakarta", {"port": None}),
        ("anak saya tinggal di labuhan haji", {"port": None, "victim_name": None, "recruiter": None}),
        ("naik kapal dari kampung", {"port": None}),
        ("naik bus dari Dompu", {"port": None}),
        ("berangkat sama temannya dari Jakarta", {"port": None}),
        ("baru pulang naik pesawat dari Jakarta", {"port": None}),
        ("saya kerja di pelabuhan badas", {"port": None}),
        ("masuknya lewat Nunukan", {"port": None, "transit": "Nunukan"}),
        ("naik kapal dari Nunukan", {"port": "Nunukan"}),
        ("dia kesana gelap, dari tanjung balai naik bot", {"port": None, "transit": "Tanjung Balai"}),
        ("lalu Dumai naik feri", {"transit": "Dumai"}),
        ("lalu ke Batam", {"destination": "Batam", "transit": None}),
    ],
)
def test_where_they_set_out_is_the_harbour_and_a_crossing_lies_on_the_way(
    text: str, expected: dict[str, str | None]
) -> None:
    found = facts(text)

    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("nanti tinggal di Tbilisi selama 10 bulan", None),
        ("katanya mau ditampung di Ciracas", None),
        ("nanti kami tinggal di sana, di Hanoi", None),
        ("skrg kami di Dumai selama dua minggu", "Dumai"),
        ("adik saya ditampung di asrama daerah Cakung sejak bulan lalu", "asrama daerah Cakung"),
        ("dia mau pulang tapi ditahan di gudang dekat Sampit", "gudang dekat Sampit"),
        ("kerjanya kebun karet di Kedah", None),
        ("gajinya 9 juta di Taipei", None),
        ("programnya di Tbilisi", None),
        ("kakak saya kerjanya di Doha", "Doha, Qatar"),
        ("skrg kerjanya di Doha", "Doha, Qatar"),
    ],
)
def test_where_somebody_is_to_stay_or_to_work_is_not_where_they_are(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mereka tinggal di barak karyawan, pintunya dijaga", "barak karyawan"),
        ("kami di Tarakan, tidur di bedeng proyek", "bedeng proyek, Tarakan"),
        ("dia dikunci di kantor agen sama yang lain", "kantor agen"),
        ("nanti tinggal di mess perusahaan", None),
        ("katanya disediakan mess", None),
        ("ketemu di kantor agen", None),
        ("skrg dia di kantor", None),
        ("sekarang dia di kontrakan di malang", "kontrakan di malang"),
        ("dia masih di kos di sana", "kos"),
        ("kami tidur di mess di pinggir hutan", None),
        ("skrg di rumah sponsor namanya Bu Atun di Jonggat", "rumah sponsor namanya Bu Atun di Jonggat"),
    ],
)
def test_where_people_sleep_who_work_there_is_a_place(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("kami di wajo sulawesi", "victim_now", "Wajo, Sulawesi"),
        ("diajak ke tanjung karang lampung", "destination", "Tanjung Karang, Lampung"),
        ("dibawa ke sungai petani malaysia", "destination", "Sungai Petani, Malaysia"),
        ("saya kerja di ketapang kalbar", "victim_now", "Ketapang, Kalimantan Barat"),
        ("kerja di restoran padang malaysia", "destination", "Malaysia"),
        ("mau ke negara malaysia", "destination", "Malaysia"),
        ("berangkat ke sana malaysia", "destination", "Malaysia"),
        ("mau ke rumah paman malaysia", "destination", "Malaysia"),
        ("saya di kk park, disuruh nipu", "victim_now", "KK Park Myawaddy, Myanmar"),
    ],
)
def test_a_town_that_nothing_knows_stands_before_what_it_lies_in(text: str, key: str, value: str) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("dijanjikan ke Serbia, eh Kroasia katanya", None, {"destination": "Kroasia"}),
        ("eh pak anak saya mau ke Yordania", None, {"destination": "Yordania"}),
        ("ke semarang terus gatau kemana", None, {"transit": "Semarang", "destination": None}),
        ("ke taiwan terus kerja pabrik", None, {"transit": None, "destination": "Taiwan"}),
        ("turun dulu di Singapura", None, {"transit": "Singapura", "destination": None}),
        ("bapak katanya mau kerja di Oman", "victim_now", {"destination": "Oman", "victim_now": None}),
        ("di Oman", "victim_now", {"victim_now": "Oman"}),
    ],
)
def test_a_slip_put_right_and_a_way_left_open(text: str, asked: str | None, expected: dict[str, str | None]) -> None:
    found = facts(text, asked)

    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("adik saya dibawa ke karaoke di taliwang", "Taliwang"),
        ("mau kerja di kebun di dompu", "Dompu"),
        ("diajak kerja jaga vila di gili meno", "Gili Meno"),
        ("saya kerja di dompu, mau tanya", None),
        ("dijanji kerja sama agen di Mataram", None),
        ("ditawarin kerja waktu ketemu di Senggigi", None),
        ("warga lombok timur mau dibawa kerja ke Tarakan", "Tarakan"),
        ("dari Dompu mau kerja ke Brunei", "Brunei Darussalam"),
    ],
)
def test_a_town_of_the_province_is_a_goal_where_somebody_is_taken_to_work(text: str, goal: str | None) -> None:
    assert facts(text).get("destination") == goal


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sekarang di rumah, Dompu", "rumah, Dompu"),
        ("masih di rumah nenek, sumbawa besar", "rumah nenek, sumbawa besar"),
        ("udah dirumah calo", "rumah calo"),
        ("sekarang di rumah tekong", "rumah tekong"),
        ("skrg aku di penampungan LPK", "penampungan LPK"),
        ("calonya tadi ke rumah", None),
        ("mau ke rumah calo", None),
        ("they are in Bima tonight", "Bima"),
        ("the agent is in Bima tonight", None),
        ("masih kelas 2 smp di dompu", None),
        ("adik saya kuliah di praya", None),
    ],
)
def test_a_home_beside_its_town_and_a_recruiters_house_are_places_and_a_school_is_none(
    text: str, place: str | None
) -> None:
    assert facts(text).get("victim_now") == place


def test_a_day_before_where_they_set_out_is_the_departure_and_not_where_somebody_is() -> None:
    read = facts("jadinya tanggal 12 desember dari surabaya", asked="victim_now")

    assert read.get("departure") == "2026-12-12"
    assert "victim_now" not in read
    assert facts("dari surabaya", asked="victim_now").get("victim_now") == "Surabaya"


def test_a_country_is_written_as_officers_write_it() -> None:
    found = understand("kakak sy kerja resto di kamboja trnyata suruh nipu online", today=NOW).found

    assert found["victim_now"].value == "Kamboja"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("permisi, di perempatan sayang2 mataram ada anak2 disuruh ngemis", "perempatan sayang2 mataram"),
        ("kakak saya dipaksa kerja di tambang batu di lunyuk", "tambang batu di lunyuk"),
        ("adik saya jadi pembantu di Gerung, gajinya ga dibayar", "Gerung"),
        ("adik saya mau jadi pembantu di Gerung", None),
        ("saya kabur dari penampungan di batam tadi malam", "Batam"),
        ("teman saya di malaysia bilang gajinya besar", "Malaysia"),
    ],
)
def test_where_they_work_beg_or_fled_from(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


def test_the_house_of_an_employer_is_no_home_that_was_reached() -> None:
    signs = {sign.name for sign in understand("sekarang di rumah majikan, paspor ditahan", today=NOW).signals}

    assert "passport_held" in signs


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("pas sampe bangkok dibawa mobil nyebrang sungai", "transit", "Bangkok, Thailand"),
        ("begitu tiba di mae sot disuruh jalan kaki lewat perbatasan", "transit", "Mae Sot, Thailand"),
        ("sampe batam nyebrang pake boat", "transit", "Batam"),
        ("ejen yang bawa dia masuk nama Kak Ros, ikut Tanjung Pinang naik bot", "transit", "Tanjung Pinang"),
        ("dia ikut Batam naik feri", "transit", "Batam"),
        ("jok batam juluk terus naek boat peteng2", "transit", "Batam"),
        ("she came by visit visa only, from Jakarta then Oman then here", "transit", "Oman"),
        ("dari surabaya terus singapura terus kesini", "transit", "Singapura"),
        ("sampai malaysia naik boat", "transit", None),
        ("sampai malaysia lewat sungai", "transit", None),
        ("sampai di johor dibawa ke kebun sawit", "transit", None),
        ("ikut tante ke batam", "transit", None),
    ],
)
def test_what_is_only_passed_on_the_way(text: str, key: str, value: str | None) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("NAIK FERI DI SAPE TGL 2 BULAN INI", "SAPE"),
        ("naek kapal di poto tano jam 3", "Pelabuhan Poto Tano"),
        ("pesawatnya tgl 28 ini, naik dari mataram", "Mataram"),
        ("she came by visit visa only, from Jakarta then Oman then here", "Jakarta"),
        ("naik kapal dekat pelabuhan lembar", "Pelabuhan Lembar"),
        ("kak sy kabur dr kapal cumi, skrg ngumpet di masjid dkt benoa bali", None),
        ("sembunyi deket pelabuhan benoa", None),
        ("kerja di kapal di dobo", None),
        ("lagi naik kapal di laut arafura", None),
        ("naik ojek di pasar", None),
        ("gaji naik dari 5 juta", None),
        ("naik bus dari mataram", None),
    ],
)
def test_where_a_ship_or_a_plane_is_boarded(text: str, port: str | None) -> None:
    assert facts(text).get("port") == port


def test_who_boards_somewhere_is_not_there_and_who_hides_is() -> None:
    assert "victim_now" not in facts("naik feri di sape tgl 2 bulan ini")
    assert facts("saya lihat ada orang bawa anak2 naik kapal di lembar")["victim_now"] == "lembar"
    assert facts("sy kabur dr kapal, skrg ngumpet di masjid dkt benoa bali")["victim_now"] == "masjid dkt benoa bali"


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("ortu caca d mlysia dua2nya, tgl ama nenek doang", None),
        ("orang tua dia kerja di saudi", None),
        ("ortu saya di malaysia", "Malaysia"),
        ("ibu saya di malaysia", "Malaysia"),
    ],
)
def test_where_somebodys_parents_are_is_no_goal(text: str, goal: str | None) -> None:
    assert facts(text).get("destination") == goal


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("ke malaysia eh bukan, singapura", "destination", "Singapura"),
        ("mau ke jepang bukan, ke korea", "destination", "Korea Selatan"),
        ("ke malaysia eh salah maksudnya singapura", "destination", "Singapura"),
        ("skrg di batam, ralat, di surabaya", "victim_now", "Surabaya"),
        ("dari surabaya eh salah dari jakarta ke dubai", "transit", "Jakarta"),
        ("lewat batam eh lewat dumai ke malaysia", "transit", "Dumai"),
        ("ke taiwan bukan ke korea", "destination", "Taiwan"),
        ("janjinya ke malaysia bukan ke myanmar", "destination", "Malaysia"),
        ("dari lombok ke batam maaf kak terus ke johor", "transit", "Batam"),
        ("ke jakarta maaf terus ke dubai", "transit", "Jakarta"),
        ("saya di batam, maaf bu, adik di malaysia", "victim_now", "Batam"),
    ],
)
def test_a_place_put_right_in_the_same_line(text: str, key: str, place: str) -> None:
    assert facts(text).get(key) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bu sy mau lapor tp sy tetanggaan cuma tembok, di kekalik mataram", "kekalik mataram"),
        ("saya serumah sama dia, di gerung", "gerung"),
        ("kami bertetangga, di desa kopang rembiga", "desa kopang rembiga"),
        ("tetanggaan sama saya", None),
        ("dia dulu sekamar sama saya di ponpes", None),
    ],
)
def test_who_lives_next_door_tells_where_both_are(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place
