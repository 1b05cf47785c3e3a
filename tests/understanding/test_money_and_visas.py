"""Sums in another country's money, and the visa that somebody really travels on."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def facts(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW).found.items()}


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("the guards ask 3500 US dollars for my cousin", "payment", "US$3.500"),
        ("they say I owe 1,200 u.s. dollars", "payment", "US$1.200"),
        ("1800 usd", "payment", "US$1.800"),
        ("bayar 5000000 dulu", "payment", "Rp5.000.000"),
        ("diminta 3jtan", "payment", "Rp3 juta"),
        ("udah bayar setengah juta", "payment", "Rp500 ribu"),
        ("he paid 700 dollars already", "payment", "US$700"),
        ("disuruh bayar 2000 dolar singapura", "payment", "S$2.000"),
        ("gajinya 25000 NT dollars", "salary", "NT$25.000"),
        ("520 usd sebulan", "salary", "US$520"),
        ("minta RM4200", "payment", "RM4.200"),
        ("she borrowed HKD 18000 from them", "payment", "HK$18.000"),
        ("gajinya NTD 27.500", "salary", "NT$27.500"),
        ("SAR 1300 sebulan", "salary", "1.300 riyal"),
        ("bayar S$ 1800 ke agen", "payment", "S$1.800"),
        ("gaji 620 dolar brunei", "salary", "B$620"),
        ("tiap bulan potong gaji hkd 2500", "payment", "HK$2.500"),
    ],
)
def test_a_sum_is_in_the_money_that_was_named(text: str, key: str, value: str) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    ("text", "salary"),
    [
        ("dl dibilang 2200 ringgit bersih ternyata cm 500", "RM2.200"),
        ("dulu dibilang 1600 riyal, nyatanya cuma 700 riyal", "1.600 riyal"),
        ("katanya 6 juta sebulan eh cuma 1,5 juta", "Rp6 juta"),
        ("kerja pabrik katanya 8 juta bersih", "Rp8 juta"),
        ("they said 1300 sgd but only 300 sgd", "S$1.300"),
        ("gaji bersih 5 juta", "Rp5 juta"),
        ("potongan agensi 12 ribu NT tiap bulan, dulu janji gaji 27 ribu NT bersih", "NT$27 ribu"),
        ("1100 rm sebulan buat kos, janji upah 2400 rm", "RM2.400"),
        ("udah lunas 46 juta katanya gaji 16 juta", "Rp16 juta"),
    ],
)
def test_what_is_told_as_a_wage_is_one(text: str, salary: str) -> None:
    assert facts(text).get("salary") == salary


@pytest.mark.parametrize(
    ("text", "payment"),
    [
        ("potongan agensi 12 ribu NT tiap bulan selama 9 bulan", "NT$12 ribu"),
        ("dipotong agensi 320 rm sebulan", "RM320"),
        ("dia motong 2 juta tiap bulan", "Rp2 juta"),
        ("deduction 300 sgd per month", "S$300"),
        ("gajinya gede katanya, udah lunas 46 juta", "Rp46 juta"),
        ("bayar agen 7 juta bersih", "Rp7 juta"),
        ("dibilang bayar 20 juta ternyata cuma 15", "Rp20 juta"),
        ("katanya utang 20 juta ternyata cuma 5 juta", "Rp20 juta"),
        ("dibilang 25 juta semua beres", "Rp25 juta"),
        ("ginjal dijual katanya 130 juta bersih", "Rp130 juta"),
    ],
)
def test_what_is_taken_off_or_paid_is_no_wage(text: str, payment: str) -> None:
    found = facts(text)

    assert found.get("payment") == payment
    assert "salary" not in found


@pytest.mark.parametrize(
    "text", ["dipotong terus jadi 3 ribu nt", "gaji dipotong terus bersih 1 juta", "gaji bersih cuma 1 juta"]
)
def test_what_is_left_of_a_wage_was_neither_paid_nor_promised(text: str) -> None:
    assert facts(text).keys().isdisjoint({"salary", "payment"})


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("katanya digaji 7 juta setengah", "salary", "Rp7,5 juta"),
        ("setor 5 juta 750 ke tekong", "payment", "Rp5,75 juta"),
        ("utangnya 18 juta 400 ribu", "payment", "Rp18,4 juta"),
        ("dimintai 2jt 50rb", "payment", "Rp2,05 juta"),
        ("sudah bayar sejuta setengah", "payment", "Rp1,5 juta"),
        ("bayar enam juta dua ratus lima puluh ribu", "payment", "Rp6,25 juta"),
        ("bayar 4 juta eh salah 5 juta 300", "payment", "Rp5,3 juta"),
        ("dimintain 3 juta 4 ratus per orang", "payment", "Rp3,4 juta"),
        ("sudah setor 8 juta 5 ratus ribu", "payment", "Rp8,5 juta"),
    ],
)
def test_what_is_added_to_millions_belongs_to_the_sum(text: str, key: str, value: str) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    "text", ["bayar 6 juta 150 orang", "bayar 6 juta, 500 ribu lagi nanti", "bayar 6 juta 2 bulan", "tf 6 juta 7 anak"]
)
def test_what_stands_after_a_sum_may_count_something_else(text: str) -> None:
    assert facts(text)["payment"] == "Rp6 juta"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gajinya 130 rial oman", "130 rial Oman"),
        ("gaji 110 OMR sebulan", "110 rial Oman"),
        ("digaji 1400 rial", "1.400 rial"),
        ("upahnya 1600 riyal saudi", "1.600 riyal"),
        ("gajinya 900 dirham eh bukan, 95 rial oman", "95 rial Oman"),
    ],
)
def test_rials_are_told_from_riyals(text: str, value: str) -> None:
    found = facts(text)

    assert found["salary"] == value
    assert "destination" not in found


def test_the_money_of_a_country_is_no_journey_to_it() -> None:
    assert "destination" not in facts("disuruh bayar 2000 dolar singapura")


@pytest.mark.parametrize(
    ("text", "visa"),
    [
        ("visanya pelawat aja", "kunjungan"),
        ("masuk guna pas pelawat je", "kunjungan"),
        ("masuk pakai pas lawatan sosial", "kunjungan"),
        ("the visa he got is only tourist", "turis"),
        ("my visa is a visit visa", "kunjungan"),
        ("dibikinin visa liburan katanya", "turis"),
        ("visa itu bukan kerja tapi pelancong", "turis"),
        ("janjinya visa kerja, visanya cuma pelawat", "kunjungan"),
        ("visanya belum jadi, kerja di toko", None),
        ("she got a work visa from the agent", "kerja"),
        ("dikasih visa liburan kerja katanya", "working holiday/liburan kerja"),
        ("berangkat pakai visa sosbud", "kunjungan"),
        ("pakai visa ziarah kerja di toko roti", "umrah/ziarah"),
        ("bayar calling visa dulu katanya", "calling visa"),
        ("pas kerja di sana dia sakit", None),
        ("visa dia kerja apa saya tidak tahu", None),
    ],
)
def test_the_kind_of_a_visa_may_stand_further_on(text: str, visa: str | None) -> None:
    assert facts(text).get("visa") == visa


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("dijanjiin 9 jt jadi kasir toko", "salary", "Rp9 juta"),
        ("awalnya jadi cs, diiming-imingi 12 juta", "salary", "Rp12 juta"),
        ("dijanjikan kerja di kapal 11 juta", "salary", "Rp11 juta"),
        ("1300 riyal janjinya", "salary", "1.300 riyal"),
        ("gajinya cuma 400rb dari janji 4jt", "salary", "Rp4 juta"),
        ("gajinya cuma 400rb", "salary", "Rp400 ribu"),
        ("uang saku 2 juta sebulan", "salary", "Rp2 juta"),
        ("dijanjiin 120 juta buat ginjalnya", "payment", "Rp120 juta"),
        ("dijanjikan jadi ibu pengganti 180 juta", "payment", "Rp180 juta"),
        ("bayar 10 juta dulu, janjinya cepat berangkat", "payment", "Rp10 juta"),
        ("dp 4 juta, totalnya 16 juta", "payment", "Rp16 juta"),
        ("tebusannya 40 juta sekarang naik jd 60 juta", "payment", "Rp60 juta"),
        ("cuma dikasih 250 ribu", "payment", None),
        ("gajinya 5 juta, terima cuma 400 ribu", "payment", None),
    ],
)
def test_what_is_promised_for_work_is_a_wage(text: str, key: str, value: str | None) -> None:
    assert facts(text).get(key) == value


@pytest.mark.parametrize(
    ("text", "payment", "salary"),
    [
        ("gaji sy dipotong agency terus tinggal 3000 nt, kontraknya ga gitu", None, None),
        ("gajinya sisa 1,5 juta sebulan", None, None),
        ("gaji saya dipotong 6jt", None, None),
        ("gaji dipotong 11 juta katanya buat urus dokumen", "Rp11 juta", None),
        ("gajinya dipotong, utang tinggal 3 juta", "Rp3 juta", None),
        ("gaji dipotong utang terus, janji 1800 ringgit cm dpt 300", None, "RM1.800"),
        ("janji cs game online di bangkok 900 dolar", None, "US$900"),
        ("dulu kerja marketing di bangkok thailand 900 dolar", None, "US$900"),
        ("kontrak 900 usd tapi cuma dikasih 200", None, "US$900"),
        ("gaji 5 bulan belum dikasih, harusnya 1200 riyal", None, "1.200 riyal"),
        ("dikasih panjar 1,5jt, gajinya ntar 6jt sebulan", "Rp1,5 juta (diterima)", "Rp6 juta"),
        ("kerja di toko bayar 500 ringgit ke agen", "RM500", None),
        ("jadi pembantu lalu dijual 12 ribu dolar", "US$12 ribu", None),
        ("kl mau keluar 1 org bayar 5000 usdt", "US$5.000", None),
    ],
)
def test_what_is_left_of_a_wage_is_not_asked_and_what_was_promised_is_a_wage(
    text: str, payment: str | None, salary: str | None
) -> None:
    found = facts(text)

    assert (found.get("payment"), found.get("salary")) == (payment, salary)


@pytest.mark.parametrize(
    ("text", "payment"),
    [
        ("kalau ga mau didenda 500rb semalam", None),
        ("denda 20 juta kalau pulang", "Rp20 juta"),
        ("didenda 2 juta, tebusannya 60 juta", "Rp60 juta"),
        ("tebusannya 60 juta, didenda 2 juta juga", "Rp60 juta"),
        (
            "kami malah dikasih 5jt waktu itu, sekarang diminta balik 40 juta kalau mau pulang",
            "Rp40 juta; Rp5 juta (diterima keluarga)",
        ),
        ("kami malah dikasih 5jt waktu itu", "Rp5 juta (diterima keluarga)"),
    ],
)
def test_a_sum_that_is_asked_counts_before_a_fine_and_before_what_was_given(text: str, payment: str | None) -> None:
    assert facts(text).get("payment") == payment


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("katanya 6 bulan tapi di kontrak tertulis 2 tahun, uang saku cuma 600 ringgit", "salary", "RM600"),
        ("uang sakunya 700 ringgit doang", "salary", "RM700"),
        ("uang saku magang 80 ribu yen", "salary", "80 ribu yen"),
        ("bilangnya dapet kerja di laos jadi marketing 14 juta plus bonus", "salary", "Rp14 juta"),
        ("jadi kasir karaoke 7 juta", "salary", "Rp7 juta"),
        ("kerja jaga toko 3jt bonus", "salary", "Rp3 juta"),
        ("8 months no salary, the promise is 90 KD for nanny work", "salary", "90 dinar"),
        ("1500 dhs janjinya", "salary", "1.500 dirham"),
        ("disuruh bawa uang saku 600 ringgit", "payment", "RM600"),
        ("buat uang saku 2 juta", "payment", "Rp2 juta"),
        ("dikasih uang saku 500 ribu", "payment", "Rp500 ribu (diterima)"),
        ("kerja ke taiwan biaya 35 juta", "payment", "Rp35 juta"),
        ("jadi pembantu 35 juta biayanya", "payment", "Rp35 juta"),
        ("kerja pabrik 20 juta lunas", "payment", "Rp20 juta"),
        ("mau kerja di korea, 85 juta udah masuk", "payment", "Rp85 juta"),
        ("she pays 90 KD to the agent", "payment", "90 dinar"),
    ],
)
def test_a_wage_that_nobody_calls_so(text: str, key: str, value: str) -> None:
    found = facts(text)

    assert found[key] == value
    assert len(found.keys() & {"salary", "payment"}) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "awalnya dapat duit 3 juta dari calo, terus kalo mau pulang harus tebus 25 juta",
            "Rp25 juta; Rp3 juta (diterima)",
        ),
        (
            "ortu dapet uang 5 juta dari sponsor, sekarang diminta ganti 20 juta",
            "Rp20 juta; Rp5 juta (diterima keluarga)",
        ),
        ("uangx 6 jt itu dikasi haji. yg 40 jt dia minta", "Rp40 juta; Rp6 juta (diterima)"),
        ("mamak dikasi 2 juta, hutangnya jadi 30 juta", "Rp30 juta; Rp2 juta (diterima keluarga)"),
        ("belum dapat uang 5 juta dari dia", "Rp5 juta"),
        ("uang 7 juta dikasih ke pak Darma", "Rp7 juta"),
        ("5 juta itu saya kasih ke haji", "Rp5 juta"),
    ],
)
def test_what_was_received_stands_beside_what_is_asked(text: str, value: str) -> None:
    assert facts(text)["payment"] == value


@pytest.mark.parametrize("text", ["ongkos sy dikasi 300rb doang hahaha 4x jalan", "ongkos saya cuma dikasih 200 ribu"])
def test_the_fare_of_who_drove_is_no_money_of_the_victim(text: str) -> None:
    assert "payment" not in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "sampe sana dikasi 40rb, makan potong gaji",
        "sampai di sana cuma dikasih 30 ribu sehari",
        "ternyata dikasih 25 ribu",
        "nyampe sana dikasi rp 500 ribu sebulan",
        "Pas di sini cm dikasih 1 juta",
    ],
)
def test_what_came_of_the_work_was_neither_asked_nor_paid(text: str) -> None:
    assert "payment" not in facts(text)


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("sampai sana dikasih uang 5 juta sama agen", "Rp5 juta (diterima)"),
        ("disana harus bayar 5 juta", "Rp5 juta"),
        ("ternyata dikasih 500 ribu buat ongkos", "Rp500 ribu (diterima)"),
        ("ibunya dikasih 3 juta", "Rp3 juta (diterima keluarga)"),
        ("ternyata bayar 40 juta", "Rp40 juta"),
        ("udah setor 40 jt.. tepatnya 42 jt", "Rp42 juta"),
        ("dp 3 juta eh persisnya 3,5 juta", "Rp3,5 juta"),
        ("bayar 40 jt lebih tepatnya 41 jt", "Rp41 juta"),
        ("gaji 5 juta, tepatnya bulan lalu bayar 2 juta", "Rp2 juta"),
    ],
)
def test_what_was_paid_is_read_as_it_is_told_last(text: str, paid: str) -> None:
    assert facts(text)["payment"] == paid
