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
    ],
)
def test_an_account_keeps_its_bank(text: str, account: str) -> None:
    assert [a.value for a in find_accounts(text)] == [account]


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
        ("mau ke kmboja", {"destination": "Kamboja"}),
        ("sampai di pelabuhan lembar", {"port": "Pelabuhan Lembar"}),
        ("adik perempuan saya umur 19 tahun", {"victim": "adik perempuan, 19 tahun", "victim_age": "19"}),
        ("suami saya kerja di Oman", {"victim_relation": "suami", "victim_sex": "laki-laki"}),
        ("sponsornya namanya bu erna dari janapria", {"recruiter": "Bu Erna"}),
        ("diajak tekong Haji Mus", {"recruiter": "Haji Mus"}),
        ("lewat PT Sinar Rinjani Abadi", {"company": "PT Sinar Rinjani Abadi"}),
        ("cek pt karya gemilang samudra terdaftar gak", {"company": "PT Karya Gemilang Samudra"}),
        ("paspor dipegang agen", {"documents": "paspor dipegang agen"}),
        ("pakai visa turis", {"visa": "turis"}),
        ("gaji 15 juta per bulan", {"salary": "Rp15 juta"}),
        ("sudah bayar 30 juta", {"payment": "Rp30 juta"}),
        ("jangan sebut nama saya", {"anonymous": "yes"}),
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


def test_who_is_addressed_as_min_or_tante_is_no_trade_and_no_victim() -> None:
    assert "job" not in facts("min mau tanya, temen aku ditawari kerja di Kamboja")
    assert "victim_relation" not in facts("om, tante petugas, saya 16 thn")


def test_two_numbers_in_one_message_keep_their_owners() -> None:
    found = facts("nomor tante lastri 085237000333 nomor saya 081907000444 hubungi saya aja")

    assert (found["recruiter_phone"], found["contact"]) == ("+6285237000333", "+6281907000444")


def test_a_journey_that_turned_out_otherwise_goes_where_it_went() -> None:
    assert facts("dijanjikan ke Jepang, ternyata dibawa ke Kamboja")["destination"] == "Kamboja"
    assert facts("pulang dari Kamboja bulan lalu")["destination"] == "Kamboja"
