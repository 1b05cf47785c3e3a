"""The same words as danger, and as no danger: denied, feared, past, told, joked, compared."""

from datetime import datetime

import pytest

from flows.labels import Intent, Urgency
from flows.reading import Reading
from flows.understanding import understand

NOW = datetime(2026, 11, 24, 20, 0)  # noqa: DTZ001 - the citizen's wall clock


def read(text: str) -> Reading:
    return understand(text, today=NOW)


@pytest.mark.parametrize(
    "text",
    [
        "adik saya disekap di Bavet",
        "ADIK SAYA DISEKAP DI BAVET!!!",
        "adk sy dsekap d bavet",
        "adik saya d1s3kap di bavet",
        "a\u200bdik saya dise\u200bkap di bavet",
        "adik saya ďisekap di bavet",
        "tdkboleh keluar dari mess pak, ada yg jaga bawa parang",
        "gakbisa kluar kamar, pintu digembok dr luar",
        "inaq tiang tepantok isiq majikan",
        "they locked us in, we cannot leave the building",
        "majikan kurung saya, tak boleh keluar",
        "dulu kerja di hotel, sekarang saya disekap di Poipet",
        "kalau tidak dapat target kami disetrum",
        "takut dibunuh, tolong saya pak",
        "besok subuh istri saya diterbangkan tekong ke Irak pakai visa turis",
        "anak saya 14 tahun dijual ke kafe",
        "saya mau mati saja pak",
        "minta tebusan 80 juta kalau mau suami saya dilepas",
        "katanya cuma seminggu tp udah lama kami ga boleh keluar, pintu dikunci",
    ],
)
def test_danger_is_an_emergency_however_it_is_written(text: str) -> None:
    reading = read(text)

    assert reading.urgency is Urgency.EMERGENCY
    assert reading.intent is Intent.REPORT
    assert reading.signals


@pytest.mark.parametrize(
    "text",
    [
        "belum disekap, cuma takut",
        "saya tidak dipukul, tidak ada yang disekap",
        "kami tidak pernah dikurung majikan",
        "takut nanti disana disekap",
        "tahun lalu kakak saya disekap di Kamboja, sekarang sudah pulang",
        "tahun 2018 saya pernah dipukul majikan di Arab",
        "di berita ada 30 orang disekap di Kamboja, kasihan",
        "nonton film anak diculik lalu dijual",
        "main game dibunuh terus",
        "disekap rindu sama mantan",
        "kerjaan begini serasa dipenjara",
        "mimpi dikejar orang mau dibunuh",
        "kucing saya dikurung tetangga",
        "haha disiksa deadline wkwk",
        "apa hukuman bagi orang yang menyekap pekerja?",
        "bunuh waktu sambil main",
        "lampu mati, wifi mati",
        "mau liburan ke Malaysia besok sama keluarga",
        "hp mau mati",
        "saya pernah disekap, kejadiannya udah lama",
    ],
)
def test_scary_words_without_danger_call_nobody(text: str) -> None:
    assert read(text).urgency is not Urgency.EMERGENCY


def test_a_danger_after_the_news_is_the_writers_own() -> None:
    reading = read("lihat berita soal kamboja saya kaget. adik saya juga disekap disana, tolong")

    assert reading.urgency is Urgency.EMERGENCY


def test_exploitation_without_danger_this_minute_is_high() -> None:
    for text in (
        "paspor saya ditahan majikan di Johor",
        "gaji 5 bulan belum dibayar",
        "suami di Oman tidak ada kabar 3 bulan",
    ):
        assert read(text).urgency is Urgency.HIGH


def test_a_question_is_normal() -> None:
    for text in ("PT Sinar Rinjani Abadi resmi gak?", "apa itu TPPO", "laporan saya sampai mana", "halo"):
        assert read(text).urgency is Urgency.NORMAL


def test_a_denied_country_is_not_the_destination() -> None:
    assert read("bukan Malaysia tapi Kamboja").found["destination"].value == "Kamboja"


@pytest.mark.parametrize(
    "text",
    [
        "darurat darurat tolong sambungkan petugas skrg juga!!!",
        "darurat pak tolong hubungi saya",
        "emergency, hubungkan saya sama petugas cepat",
        "sambungkan ke petugas SEKARANG ini darurat nyawa orang!!!",
    ],
)
def test_an_alarm_beside_a_wish_for_an_officer_is_a_call_for_help(text: str) -> None:
    assert read(text).urgency is Urgency.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "tolong sambungkan petugas",
        "bukan darurat, cuma mau ngobrol sama petugas",
        "kalau darurat hubungi siapa",
        "chat darurat kuota dong sekarang wkwk",
    ],
)
def test_a_wish_for_an_officer_alone_is_none(text: str) -> None:
    assert read(text).urgency is not Urgency.EMERGENCY


def test_an_alarm_that_no_sign_explains_claims_no_threat() -> None:
    assert [signal.name for signal in read("darurat pak tolong").signals] == ["alarming"]
    assert all(signal.name != "threat" for signal in read("adik saya dibawa ke batam kemarin, saya takut").signals)


@pytest.mark.parametrize(
    "text",
    [
        "ustadz kemarin ceramah: riba itu membunuh pelan-pelan. hutang saya sudah lunas sih",
        "tim kami dibantai 7-0 sama tim kelurahan sebelah kemarin sore",
        "translate dong: my boss is killing it this month, we are all dying of laughter",
        "di sini hujan badai kak, sinyal sekarat. besok lagi ya tanya syarat ke jepangnya",
    ],
)
def test_a_manner_of_speaking_that_the_weights_hear_as_small_talk_is_normal(text: str) -> None:
    assert read(text).urgency is Urgency.NORMAL


def test_a_doubted_sign_of_ones_own_people_still_reaches_an_officer() -> None:
    text = (
        "Mau cek PT Alam Rinjani Sentosa resmi apa ndak. Soalnya istri saya dikurung di penampungannya, ga boleh keluar"
    )

    assert read(text).urgency is not Urgency.NORMAL


@pytest.mark.parametrize(
    "text",
    [
        "laporan saya digantung terus udah 3 minggu, kyk hubungan aja digantung",
        "ada kawan tawarin visa tembak langsung jadi 3 hari, itu aman apa ngga ya",
        "hp sekarat, nanti saya lanjut ya kak tanya syarat korea",
        "kuis hari anti TPPO: sebutkan cara (ancaman, penculikan, penipuan). jawaban sy bener ga kak?",
        "PT Samudra Kelana Nusa itu beneran? di kolom komentar ada yg bilang penipu, pembunuh, jual orang",
        "laporan anak sy yg dulu dipukulin agen itu udah P21 blm? anaknya sih udah di rumah, sehat",
        "anak tetangga dilarikan pacarnya, tapi itu merariq bu, udah besejati sama kadus, umurnya 23",
        "laporan penculikan yg saya kirim semalam batalin ya, malu saya",
        "Adi sudah pulang, yg dulu kaku lapor dikurung majikan. sudah di rumah, utuh. terima kasih banyak",
        "yg viral teriak minta tolong di udayana itu konten prank anak2 youtuber kak",
    ],
)
def test_what_is_over_quoted_or_a_figure_of_speech_shows_no_live_danger(text: str) -> None:
    reading = read(text)

    assert reading.urgency is not Urgency.EMERGENCY
    assert {signal.name for signal in reading.signals}.isdisjoint(
        {"violence", "sold", "missing", "locked_up", "threat"}
    )


@pytest.mark.parametrize(
    "text",
    [
        "adik saya yg dulu dipukul majikan sekarang disekap lagi di kamar",
        "sinyal sekarat, tolong kami disekap di lantai 3",
        "laporan saya digantung terus, sekarang adik saya dipukuli majikan tiap malam",
        "kakak dijanjikan visa tembak, sekarang ditahan agen di batam ga boleh keluar",
        "anak saya 14 tahun dipaksa merariq sama orang cina, nangis terus",
        "PT itu di kolom komentar katanya penipu, adik saya sudah disekap disana",
    ],
)
def test_what_stands_beside_such_words_is_heard(text: str) -> None:
    assert read(text).is_emergency
