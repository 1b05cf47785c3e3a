"""The facts a message volunteers: read when said, absent when not."""

from datetime import datetime

import pytest

from flows.labels import Language
from flows.understanding import understand
from flows.understanding.money import find_accounts, find_money
from flows.understanding.phones import find_phones, to_e164

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def facts(text: str, asked: str | None = None) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW, asked=asked).found.items()}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("081234567890", "+6281234567890"),
        ("0812-3456-7890", "+6281234567890"),
        ("+62 812 3456 7890", "+6281234567890"),
        ("62812.3456.7890", "+6281234567890"),
        ("(0370) 621234", "+62370621234"),
        ("012-345 6789", "+60123456789"),
        ("+60 11-1234 5678", "+601112345678"),
        ("+966 50 123 4567", "+966501234567"),
        ("00855 97 123 4567", "+855971234567"),
        ("+65 8123 4567", "+6581234567"),
    ],
)
def test_a_phone_becomes_e164(written: str, number: str) -> None:
    assert to_e164(written) == number
    assert [phone.number for phone in find_phones(f"hubungi {written} ya")] == [number]


@pytest.mark.parametrize("written", ["5201234567890001", "4821 9930 1177 0042", "12", "30.000.000", "26-11-2026"])
def test_other_digits_are_no_phone(written: str) -> None:
    assert list(find_phones(written)) == []


def test_two_numbers_are_two() -> None:
    assert [p.number for p in find_phones("081234567890 082345678901")] == ["+6281234567890", "+6282345678901"]


def test_the_writers_number_is_not_the_recruiters() -> None:
    found = facts("nomor tekongnya 0812 3456 7890, hubungi saya di 087865001122")

    assert found["recruiter_phone"] == "+6281234567890"
    assert found["contact"] == "+6287865001122"


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("rek BRI 0123 01 004567 50 9 an Sulaiman", "BRI 012301004567509"),
        ("transfer ke BCA 8730123456", "BCA 8730123456"),
        ("8730123456 bank mandiri", "Mandiri 8730123456"),
        ("kirim ke DANA 081234567890", "DANA 081234567890"),
        ("rek nya 0821 3344 5566 77 banknya lupa", "08213344556677"),
        ("kmrn tf ke 5510 2284 905", "55102284905"),
        ("disuruh transfer lagi ke no 1180034457", "1180034457"),
        ("duitnya minta dikirim ke 3302.1187.92", "3302118792"),
    ],
)
def test_an_account_keeps_its_bank(text: str, account: str) -> None:
    assert [a.value for a in find_accounts(text)] == [account]


@pytest.mark.parametrize(
    "text",
    ["tf ke 0812 3344 5566", "transfer ke +60 11 2233 4455", "kirim lokasi ke 1180034457", "bayarnya 1180034457"],
)
def test_not_every_number_that_something_is_sent_to_is_an_account(text: str) -> None:
    assert find_accounts(text) == []


@pytest.mark.parametrize("text", ["PT Cahaya Rantau Mandiri. nmr nya 081917334420", "PT Bina Mandiri 0819 1733 4420"])
def test_a_bank_in_the_name_of_a_firm_makes_no_account_of_its_phone(text: str) -> None:
    assert find_accounts(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30jt", "Rp30 juta"),
        ("Rp 2.500.000", "Rp2.500.000"),
        ("1,5 juta", "Rp1,5 juta"),
        ("6000 ringgit", "RM6.000"),
        ("900 dolar", "US$900"),
        ("500rb", "Rp500 ribu"),
    ],
)
def test_money_is_read_with_its_currency(text: str, value: str) -> None:
    assert [m.value for m in find_money(text)] == [value]


@pytest.mark.parametrize(
    ("text", "departure"),
    [
        ("berangkat besok subuh jam 5", "2026-11-23 05:00"),
        ("terbang rabu depan tgl 26", "2026-11-26"),
        ("malam ini jam 10 naik kapal", "2026-11-22 22:00"),
        ("lusa diberangkatkan", "2026-11-24"),
        ("dikirim hari kamis", "2026-11-26"),
        ("berangkat 3 desember", "2026-12-03"),
        ("berangkat tgl 3 bulan depan", "2026-12-03"),
        ("pesawatnya 26/11 pukul 23.10", "2026-11-26 23:10"),
        ("berangkat 2 hari lagi", "2026-11-24"),
        ("terbang 3 jam lagi", "2026-11-22 10:00"),
        ("flight tomorrow", "2026-11-23"),
        ("berangkat tgl 31 februari", None),
        ("dia terbang tgl 3 kemarin", "2026-11-03"),
        ("tgl 28 kmrn berangkatnya", "2026-10-28"),
        ("berangkat tgl 5 bulan lalu", "2026-10-05"),
        ("pergi tanggal 20 juli yg lalu", "2026-07-20"),
        ("berangkat 20 november tahun kemaren", "2025-11-20"),
        ("pergi 29 februari tahun lalu", None),
        ("berangkat 3/12 kemarin", "2025-12-03"),
        ("udah terbang ke malaysia tgl 10", "2026-11-10"),
        ("sudah pergi sejak tgl 30", "2026-10-30"),
        ("kalau sudah berangkat tgl 3", "2026-12-03"),
        ("sudah beli tiket, berangkat tgl 3", "2026-12-03"),
        ("tiket sudah dikirim utk tgl 28", "2026-11-28"),
        ("sudah berangkat tgl 3 bulan depan", "2026-12-03"),
        ("berangkat tgl 25 lalu tgl 26 lanjut", "2026-11-25"),
        ("tgl 3 kemarin saya bayar ke pak Udin 5 juta, katanya cepat berangkat", None),
        ("sudah 3 bulan di sana", None),
    ],
)
def test_a_departure_is_computed_against_the_citizens_clock(text: str, departure: str | None) -> None:
    assert facts(text).get("departure") == departure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dibawa ke Malaysia lewat Batam", {"destination": "Malaysia", "transit": "Batam"}),
        ("adik sy d poipet", {"destination": "Poipet, Kamboja", "victim_now": "Poipet, Kamboja"}),
        ("dia di ruko dekat pasar kopang trnyata disuruh nipu", {"victim_now": "ruko dekat pasar kopang"}),
        ("adik sy di kos belakang terminal dipaksa layani tamu", {"victim_now": "kos belakang terminal"}),
        ("mau ke kmboja", {"destination": "Kamboja"}),
        ("sampai di pelabuhan lembar", {"port": "Pelabuhan Lembar"}),
        ("adik perempuan saya umur 19 tahun", {"victim": "adik perempuan, 19 tahun", "victim_age": "19"}),
        ("suami saya kerja di Oman", {"victim_relation": "suami", "victim_sex": "laki-laki"}),
        ("sponsornya namanya bu erna dari janapria", {"recruiter": "Bu Erna"}),
        ("diajak tekong Haji Mus", {"recruiter": "Haji Mus"}),
        ("lewat PT Sinar Rinjani Abadi", {"company": "PT Sinar Rinjani Abadi"}),
        ("cek pt karya gemilang samudra terdaftar gak", {"company": "PT Karya Gemilang Samudra"}),
        ("paspor dipegang agen", {"documents": "paspor dipegang agen"}),
        ("buku pelaut sama ijazah ditahan kapten", {"documents": "buku pelaut dan ijazah dipegang kapten"}),
        ("paspornya dipegang pak Sahlan", {"documents": "paspor dipegang Pak Sahlan"}),
        ("paspor masih dipegang sendiri kok", {"documents": "paspor dipegang sendiri"}),
        ("ktp sm paspor sy pegang cm udh difoto", {"documents": "KTP dan paspor dipegang sendiri"}),
        ("paspornya tidak ditahan", {"documents": None}),
        ("paspornya tidak dikembalikan majikan", {"documents": "paspor dipegang majikan"}),
        ("pakai visa turis", {"visa": "turis"}),
        ("gaji 15 juta per bulan", {"salary": "Rp15 juta"}),
        ("sudah bayar 30 juta", {"payment": "Rp30 juta"}),
        ("jangan sebut nama saya", {"anonymous": "yes"}),
        ("anak saya umurnya sembilan belas tahun", {"victim_age": "19"}),
        ("she is my sister, she is only 17", {"victim_age": "17"}),
        ("gajinya katanya enam juta sebulan", {"salary": "Rp6 juta"}),
        ("disuruh ganti rugi tiga belas juta", {"payment": "Rp13 juta"}),
        ("keluarganya dikasih 100 juta", {"payment": "Rp100 juta (diterima keluarga)"}),
        ("2000 riyal gajinya", {"salary": "2.000 riyal"}),
        (
            "nomornya nol delapan satu sembilan, nol nol dua lima, nol enam empat satu",
            {"recruiter_phone": "+6281900250641"},
        ),
        ("dua anak saya dibawa ke Papua", {"victim_count": "2", "victim_relation": "anak"}),
        ("anak tetangga saya dibawa", {"victim_relation": "anak tetangga"}),
        ("cewek gue hilang kontak", {"victim_relation": "pacar"}),
        (
            "dibawa ke Surabaya dulu baru terbang ke Riyadh",
            {"transit": "Surabaya", "destination": "Riyadh, Arab Saudi"},
        ),
        ("dulu pernah ke Malaysia, sekarang diajak ke Kamboja", {"destination": "Kamboja"}),
        ("besok subuh dia jemput istri saya", {"departure": "2026-11-23"}),
        ("tukang masaknya tanya, mau ke Dubai jadi cleaner", {"job": "kebersihan (cleaner)"}),
    ],
)
def test_a_fact_is_read_as_an_officer_writes_it(text: str, expected: dict[str, str]) -> None:
    found = facts(text)

    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize("text", ["halo", "tolong", "saya takut", "laporan saya sampai mana", "kerja 3 tahun"])
def test_what_was_not_said_is_not_found(text: str) -> None:
    assert not {"victim_age", "recruiter", "recruiter_phone", "destination", "departure", "payment"} & set(facts(text))


def test_a_bare_answer_is_read_in_the_light_of_the_question() -> None:
    assert facts("besok", asked="departure")["departure"] == "2026-11-23"
    assert facts("Lalu Wirajaya", asked="recruiter")["recruiter"] == "Lalu Wirajaya"
    assert facts("087865001122", asked="contact_phone")["contact"] == "+6287865001122"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("please help my brother is locked in a room", Language.ENGLISH),
        ("tolong adik saya dikurung", Language.INDONESIAN),
        ("saya takut sangat, majikan tak bagi keluar", Language.INDONESIAN),
        ("ok", Language.ENGLISH),
    ],
)
def test_the_language_is_the_writers_or_the_one_spoken_so_far(text: str, language: Language) -> None:
    assert understand(text, today=NOW, language=Language.ENGLISH).language is language


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("tolong, namanya Siti mau dibawa ke Malaysia", "victim_name", "Siti"),
        ("adik saya rini umur 19 dibawa mas yoga ke batam", "victim_name", "Rini"),
        ("adik saya rini umur 19 dibawa mas yoga ke batam", "recruiter", "Mas Yoga"),
        ("yang bawa pak Burhan orang lotim", "recruiter", "Pak Burhan"),
        ("diajak seseorang bernama Yusril", "recruiter", "Yusril"),
        ("anak saya ditipu sama H. Mustafa", "recruiter", "H. Mustafa"),
        ("koordinatornya Bu Maharani", "recruiter", "Bu Maharani"),
        ("tetangga namanya Bu Kartini nawarin kerja di Singapura", "recruiter", "Bu Kartini"),
        ("dibawa tante saya sendiri namanya tante Mirna", "recruiter", "Tante Mirna"),
        ("adik saya di Oman kerja sama majikan jahat\nnamanya Jumiati", "victim_name", "Jumiati"),
        ("saya Abdul dari Dompu mau lapor", "reporter_name", "Abdul"),
        ("kapal ikan PT Samudra Biru Laut", "company", "PT Samudra Biru Laut"),
        ("my friend Baiq Sumiatun works in Kuching", "victim_name", "Baiq Sumiatun"),
        (
            "murid saya Putri Anjani dibawa oleh seseorang bernama Mbak Dewi yang dikenal lewat FB",
            "victim_name",
            "Putri Anjani",
        ),
        (
            "murid saya Putri Anjani dibawa oleh seseorang bernama Mbak Dewi yang dikenal lewat FB",
            "recruiter",
            "Mbak Dewi",
        ),
        ("Korban: Hasnah, 23 tahun", "victim_name", "Hasnah"),
        ("cucu saya yang besar Nurhayati dijual", "victim_name", "Nurhayati"),
        ("yang bawa Pak Rahman eh bukan pak, yang ngajak itu Bu Lestari", "recruiter", "Bu Lestari"),
        ("agent Mr Wong took my passport", "recruiter", "Mr Wong"),
        ("kami 8 orang sama anaknya si Ahmad", "recruiter", None),
        ("agennya mba Lia", "port", None),
    ],
)
def test_a_name_belongs_to_whom_the_words_around_it_say(text: str, key: str, value: str) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sy dikurung\nruko batam", "ruko batam"),
        ("skrg sembunyi d rumah teman dekat chow kit", "rumah teman dekat chow kit"),
        ("masih ditampung di rumah tante Lastri di Gerung", "rumah tante Lastri di Gerung"),
        ("dijanjikan kerja di restoran di Malaysia", None),
        ("ditawari kerja di Taiwan", None),
        ("dikurung di rumah tetangga saya", None),
        ("calonya tinggal di Praya dekat pasar", None),
        ("dulu saya di Malaysia sekarang saya di Kamboja", "Kamboja"),
        ("sy dikunci di rumah di praya", "rumah di praya"),
        ("katanya kapalnya di laut dekat afrika", "kapalnya di laut dekat afrika"),
        ("sudah dua minggu di jakarta katanya di penampungan condet", "penampungan condet, jakarta"),
        ("bilang ada kerja di riyadh jadi pembantu", None),
    ],
)
def test_where_somebody_is_now_is_not_where_they_were_to_go(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    "text",
    ["saya ga mau nama saya disebut", "jangan sampai identitas saya bocor", "jgn kasih tau dia kalau saya yg lapor"],
)
def test_a_wish_to_stay_unnamed_is_heard_in_any_words(text: str) -> None:
    assert facts(text).get("anonymous") == "yes"


@pytest.mark.parametrize(
    "text",
    ["aku 15 thn dr woha", "umurku 16", "saya ditawari kerja di kafe", "sy dgn istri dan 2 anak di kebun sawit"],
)
def test_who_tells_of_themselves_is_the_victim(text: str) -> None:
    assert facts(text)["victim"] == "self"


@pytest.mark.parametrize("text", ["anak saya umur 15", "ada tante di ig nawarin kerja ke teman saya umur 15"])
def test_who_tells_of_another_is_not_the_victim(text: str) -> None:
    assert facts(text)["victim"] != "self"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("boleh, saya Fatmah dari seteluk", "Fatmah"),
        ("terserah, nenek Maryam nama saya", "Maryam"),
        ("nama saya Lalu Wirajaya, tidak apa apa dicantumkan", "Lalu Wirajaya"),
        ("boleh pake nama, Irwan", "Irwan"),
    ],
)
def test_who_gives_their_name_may_be_named(text: str, name: str) -> None:
    found = facts(text, asked="anonymous")

    assert (found["anonymous"], found["reporter_name"]) == ("no", name)


@pytest.mark.parametrize(
    "text",
    [
        "tanpa nama ya pak, Pak Haji itu orang kuat",
        "rahasiakan, saya Joko",
        "jangan sebut nama saya, saya takut sama Pak Kades",
        "please don't use my name, I'm Sarah",
        "nama samaran aja, Mawar",
    ],
)
def test_no_refusal_gives_a_name_away(text: str) -> None:
    assert facts(text, asked="anonymous").get("anonymous") != "no"


def test_a_number_is_whose_it_was_asked_for() -> None:
    assert facts("ada di hp anak saya, 0859 0002 0601", asked="recruiter_phone")["recruiter_phone"] == "+6285900020601"
    assert facts("wa anak saya saja 081800230638", asked="contact")["contact"] == "+6281800230638"
    assert "victim_relation" not in facts("dia sepupu saya", asked="anonymous")


def test_who_is_addressed_as_min_or_tante_is_no_trade_and_no_victim() -> None:
    assert "job" not in facts("min mau tanya, temen aku ditawari kerja di Kamboja")
    assert "victim_relation" not in facts("om, tante petugas, saya 16 thn")


def test_two_numbers_in_one_message_keep_their_owners() -> None:
    found = facts("nomor tante lastri 085237000333 nomor saya 081907000444 hubungi saya aja")

    assert (found["recruiter_phone"], found["contact"]) == ("+6285237000333", "+6281907000444")


def test_a_journey_that_turned_out_otherwise_goes_where_it_went() -> None:
    assert facts("dijanjikan ke Jepang, ternyata dibawa ke Kamboja")["destination"] == "Kamboja"
    assert facts("pulang dari Kamboja bulan lalu")["destination"] == "Kamboja"


def test_a_day_that_is_over_is_no_departure_to_come() -> None:
    over, to_come = (understand(text, today=NOW) for text in ("dia dibawa tgl 5 kemarin", "dia dibawa tgl 5"))

    assert "departing_later" not in [signal.name for signal in over.signals]
    assert "departing_later" in [signal.name for signal in to_come.signals]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("gajinya dibilang seribu delapan ratus ringgit", "salary", "RM1.800"),
        ("gaji dua ribu lima ratus ringgit", "salary", "RM2.500"),
        ("dulu minta 5 juta skrg naik jadi 7 juta", "payment", "Rp7 juta"),
    ],
)
def test_sums_in_words_and_sums_that_rise(text: str, key: str, value: str) -> None:
    assert understand(text, today=NOW).found[key].value == value
