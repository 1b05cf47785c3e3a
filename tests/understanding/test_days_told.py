"""Days of a departure, told in digits or in words."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def departure(text: str, asked: str | None = None) -> str | None:
    found = understand(text, today=NOW, asked=asked).found.get("departure")
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("rombongan Salmah terbang tanggal dua puluh tujuh november", "2026-11-27"),
        ("tgl sebelas desember kami diberangkatkan", "2026-12-11"),
        ("jadwalnya tanggal tiga bulan depan", "2026-12-03"),
        ("bulan depan tanggal empat belas dia terbang", "2026-12-14"),
        ("katanya berangkat tanggal enam bulan dua belas", "2026-12-06"),
        ("empat hari lagi dia dikirim ke Miri", "2026-11-26"),
        ("tiga minggu lagi anak itu diberangkatkan", "2026-12-13"),
        ("lima jam lagi kapalnya berangkat", "2026-11-22 12:00"),
        ("she leaves in two weeks from now", "2026-12-06"),
        ("tanggal 30 berangkat satu bis", "2026-11-30"),
        ("berangkatnya seminggu lagi", "2026-11-29"),
        ("sepekan lagi dia terbang", "2026-11-29"),
    ],
)
def test_a_day_may_be_told_in_words(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "no one may leave the house",
        "udah seminggu ga ada kabar",
        "gaji seminggu lagi dibayar",
        "dua bulan belum digaji, mau berangkat lagi",
        "berangkat dua orang satu mobil",
    ],
)
def test_a_number_in_words_alone_is_no_day(text: str) -> None:
    assert departure(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mereka jalan lusa pagi", "2026-11-24"),
        ("mobilnya jalan hari kamis", "2026-11-26"),
        ("kata calonya kami jalan tgl 29", "2026-11-29"),
        ("anak-anak itu sudah jalan tgl 3 kemarin", "2026-11-03"),
        ("jalan-jalan besok sama keluarga", None),
        ("besok jalan-jalan", None),
        ("besok ketemu di pinggir jalan raya", None),
        ("tokonya buka besok, jalan Pejanggik 40", None),
    ],
)
def test_who_sets_out_on_a_day_departs(text: str, day: str | None) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kapalnya berangkat 4 september dari Lembar", "2026-09-04"),
        ("dia berangkat 17 juni lewat Batam", "2026-06-17"),
        ("berangkat 8/7 naik bis", "2026-07-08"),
        ("diberangkatkan tgl 9 bulan 6", "2026-06-09"),
        ("mau berangkat 17 juni lewat Batam", "2027-06-17"),
        ("rencananya terbang 8 juli", "2027-07-08"),
        ("katanya bakal diberangkatkan 2 agustus", "2027-08-02"),
        ("she is going to fly 3 august", "2027-08-03"),
        ("berangkat 4 september 2027", "2027-09-04"),
        ("berangkat 10 maret", "2027-03-10"),
        ("berangkat 8 desember", "2026-12-08"),
    ],
)
def test_of_two_days_without_a_year_the_nearer_counts_unless_it_is_planned(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("rombongannya berangkat senin subuh ini", "2026-11-23"),
        ("kamis malam ini katanya terbang", "2026-11-26"),
        ("dia terbang tgl 4 bulan ini", "2026-11-04"),
        ("tgl 28 bulan ini dijemput", "2026-11-28"),
        ("cek darah kamis ini, tiketnya rabu pagi ke Vietnam", "2026-11-25"),
        ("sabtu depan disuruh ke jakarta dulu baru ke amman", "2026-11-28"),
        ("truknya jam 4 sore ini", "2026-11-22 16:00"),
    ],
)
def test_a_day_belongs_to_what_stands_beside_it(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kakak saya dibawa kemarin malam", "2026-11-21"),
        ("brgkt kmrn sore naik travel", "2026-11-21"),
        ("naik truk tadi pagi", "2026-11-22"),
        ("hari kamis kemarin dijemput orangnya", "2026-11-19"),
        ("dibawanya sudah, berangkat senin lalu", "2026-11-16"),
        ("3 hari yg lalu berangkat lewat padang bai", "2026-11-19"),
        ("dia dibawa kemarin lusa", "2026-11-20"),
        ("she was taken last monday", "2026-11-16"),
        ("kemarin sore batal berangkat", None),
        ("seharusnya berangkat kemarin tapi diundur", None),
        ("kemarin dia kirim pesan suara sambil nangis", None),
        ("tadi pagi dibawa ke puskesmas", None),
        ("hilang dari tadi pagi, takutnya dibawa orang", None),
        ("minggu lalu dibawanya", "minggu lalu"),
        ("tadi malam dia nelpon", None),
    ],
)
def test_a_day_that_is_over_is_told_by_how_long_ago_it_was(text: str, day: str | None) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kemarin malam", "2026-11-21"),
        ("sudah dari rabu kemarin pak", "2026-11-18"),
        ("dua hari yang lalu", "2026-11-20"),
        ("kemarin dia telepon sebentar", None),
    ],
)
def test_since_when_somebody_is_gone_may_be_answered_with_a_day_alone(text: str, day: str | None) -> None:
    assert departure(text, asked="departure") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("berangkat 2 minggu lalu naik kapal, skrg hp disita", "2026-11-08"),
        ("dua minggu yang lalu mereka diterbangkan ke Dubai", "2026-11-08"),
        ("dibawa seminggu lalu", "2026-11-15"),
        ("pergi sudah 12 hari", "2026-11-10"),
        ("sudah 3 minggu dia dibawa calo", "2026-11-01"),
    ],
)
def test_days_and_weeks_since_somebody_left_are_counted_back(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("she left in October from Lombok airport", "in October"),
        ("brangkat april 2025 dr cengkareng", "april 2025"),
        ("berangkat th 2023 lewat surabaya", "th 2023"),
        ("dibawa sama Lalu Gede Suryadi thn 2024", "thn 2024"),
        ("berangkatnya awal tahun", "awal tahun"),
        ("3 bulan lalu dia dibawa ke malaysia", "3 bulan lalu"),
        ("anak sy berangkat setahun yg lalu", "setahun yg lalu"),
        ("dibawa abis lebaran", "abis lebaran"),
        ("dia dibawa orang pakai mobil putih habis panen tembakau", "habis panen tembakau"),
        ("berangkatnya pas bulan puasa kemarin", "pas bulan puasa kemarin"),
        ("dia dibawa calo, tahun lalu", "tahun lalu"),
        ("sudah 5 bulan berangkat", "sudah 5 bulan"),
        ("berangkat mei kemarin", "mei kemarin"),
        ("masuknya bulan maret lewat jakarta malaysia dubai baru oman", "bulan maret"),
        ("adik saya masuk malaysia bln april 2025", "bln april 2025"),
    ],
)
def test_when_somebody_left_is_told_without_a_day(text: str, when: str) -> None:
    assert departure(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "kami dibawa ke sini, gaji 3 bulan lalu belum dibayar",
        "sy tkw pulang dari yordania bulan lalu",
        "sudah 7 bulan kerja di taiwan",
        "gajinya nol rupiah dari bulan enam",
        "di taiwan sudah 2 minggu ga makan",
        "dia dibawa ke hotel tiap minggu lalu dipukul",
        "dia dibawa ke hotel lalu dipukul",
        "belum berangkat, tahun lalu juga batal",
        "saya lahir tahun 2004",
        "dia dibawa waktu hp nya mati",
        "ponakan sy baru 15 thn dibawa ke kafe",
        "seharusnya berangkat bulan lalu tapi diundur",
        "bulan lalu dibawa ke puskesmas",
        "saya masuk kerja bulan maret di malaysia",
        "masuk sekolah bulan juli",
        "gajinya masuk bulan maret lewat bank di jakarta",
    ],
)
def test_other_times_are_no_departure(text: str) -> None:
    assert departure(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("he left on 2 October 2026", "2026-10-02"),
        ("she left Lombok on 2 oct 2026", "2026-10-02"),
        ("my sister left for Dubai on 3 June", "2026-06-03"),
        ("they flew to Jakarta 12 May 2026", "2026-05-12"),
        ("he departed on 5 march 2026", "2026-03-05"),
        ("he left his phone on 2 october 2026", None),
        ("she left school on 2 october 2019", None),
        ("she left me a message on 2 october 2026", None),
        ("the agent left on 2 october 2026", None),
        ("he has not left on 2 october 2026", None),
    ],
)
def test_who_left_on_a_day_is_told_in_english_too(text: str, day: str | None) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("dia berangkat senin tgl 9", "2026-11-09"),
        ("berangkatnya rabu 11", "2026-11-11"),
        ("berangkat jumat 27", "2026-11-27"),
        ("berangkat besok senin 23", "2026-11-23"),
        ("brgkt minggu tgl 29 subuh", "2026-11-29"),
        ("salah itu, berangkat senin 23 bukan selasa", "2026-11-23"),
        ("berangkat senin 2 orang", "2026-11-23"),
        ("berangkat senin jam 4", "2026-11-23 04:00"),
        ("berangkat bukan senin, selasa tgl 24", "2026-11-24"),
    ],
)
def test_a_weekday_with_its_number_is_the_nearest_such_day(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "katanya berangkat Juni. tidak jadi. terus Agustus. tidak jadi juga. sekarang dijanjikan lagi Februari",
            "Februari",
        ),
        ("berangkat juni. gak jadi. terus agustus", "agustus"),
        ("berangkat maret diundur april", "april"),
        ("katanya brangkat bulan mei trs batal, skrg bilangnya juli", "juli"),
        ("berangkat maret, gajinya april ga dibayar", "maret"),
        ("berangkat juni jadi pembantu sampai agustus", "juni"),
        ("berangkat bulan juni ditunda, gaji juli tidak dibayar", "bulan juni"),
        ("berangkat juni, tidak jadi tki", "juni"),
        ("dia brangkt habis lebaran thn lalu bln 4", "habis lebaran thn lalu bln 4"),
        ("pergi thn lalu bulan april", "thn lalu bulan april"),
        ("brgktnya minggu dpn naek kpl pelni dr lembar", "minggu depan"),
    ],
)
def test_a_month_that_was_put_off_and_a_time_told_in_two_parts(text: str, when: str) -> None:
    assert departure(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "bsk sy kirim fotonya ini hujan deras listrik mati",
        "nanti malam sy kirim buktinya",
        "fotonya besok sy kirim ya",
        "ssnya lusa saya kirimin",
        "besok sy kirimin poto kwitansinya",
    ],
)
def test_the_day_on_which_a_picture_comes_is_no_departure(text: str) -> None:
    assert departure(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "besok di kirim ke jakarta",
        "besok adik sy dikirim ke jakarta",
        "dia berangkat besok nanti sy kirim foto tiketnya",
        "besok dia dikirim ke dubai bawa surat",
        "katanya besok mau dikirim ke malaysia, fotonya ada",
    ],
)
def test_the_day_on_which_somebody_is_sent_is_a_departure(text: str) -> None:
    assert departure(text) == "2026-11-23"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("dia berangkat agustus tgl 12", "2026-08-12"),
        ("brgkt bulan 8 tgl 12", "2026-08-12"),
        ("sudah berangkat agustus kemarin tgl dua belas", "2026-08-12"),
        ("berangkat bln maret tanggal 2 2025", "2025-03-02"),
        ("mau berangkat bulan 12 tgl 3", "2026-12-03"),
        ("berangkat bulan depan tgl 5", "2026-12-05"),
        ("berangkat bulan agustus", "bulan agustus"),
        ("berangkat 5 bulan lagi", None),
    ],
)
def test_a_month_before_the_day_is_its_month(text: str, day: str | None) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("jam 1 mlm berangkat ke johor", "2026-11-23 01:00"),
        ("jam 3 pagi kami brangkat ke tawau", "2026-11-23 03:00"),
        ("pukul 23.30 kami naik speedboat", "2026-11-22 23:30"),
        ("jam 12 mlm kami mau nyebrang", "2026-11-23 00:00"),
        ("malam ini jam 1 kami diberangkatkan", "2026-11-23 01:00"),
        ("malam ini jam 10 naik kapal", "2026-11-22 22:00"),
        ("mlm ini mau dinaikkan kapal", "2026-11-22"),
        ("nanti malam kami dinaikin ke boat", "2026-11-22"),
        ("tiap hari jam 5 pagi berangkat kerja", None),
        ("jam 9 malam saya telpon dia", None),
        ("malam ini motornya dinaikkan kapal", None),
        ("kalau jam 1 malam berangkat dia biasanya telpon", None),
        ("kapalnya naik dok jam 8 pagi", None),
    ],
)
def test_an_hour_of_leaving_is_the_one_that_comes(text: str, day: str | None) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mau naik kapal jam 11 nanti siang", "2026-11-22 11:00"),
        ("diterbangkan jam 2 nanti siang", "2026-11-22 14:00"),
        ("mereka berangkat jam 12 siang", "2026-11-22 12:00"),
        ("dinaikkan ke boat jam 9 nanti malam", "2026-11-22 21:00"),
        ("tiap hari naik kapal jam 11 siang", None),
        ("naik kapal jam 11 an nanti kalau jadi", None),
    ],
)
def test_an_hour_comes_in_the_part_of_the_day_behind_it(text: str, day: str | None) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("berangkat jumat tgl 13", "2026-11-13"),
        ("tgl 12 kamis itu dia terbang", "2026-11-12"),
        ("diterbangkan tgl 20, jumat malam jam 11", "2026-11-20 23:00"),
        ("rencananya berangkat tgl 11, jumat", "2026-12-11"),
        ("berangkat rabu tgl 25", "2026-11-25"),
        ("berangkat kamis tgl 13", "2026-12-13"),
    ],
)
def test_a_weekday_says_of_which_month_a_number_is(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("berangkat bukan selasa, malam ini", "2026-11-22"),
        ("dia dibawa bukan rabu tonight", "2026-11-22"),
        ("berangkat bukan senin malam ini pak", "2026-11-22"),
        ("berangkat senin malam ini", "2026-11-23"),
    ],
)
def test_tonight_may_stand_for_a_weekday_that_is_denied(text: str, day: str) -> None:
    assert departure(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yoga sama aldi udah berangkat senin minggu lalu", "2026-11-09"),
        ("dibawa jumat malem minggu kemarin", "2026-11-13"),
        ("dia pergi minggu yg lalu hari rabu", "2026-11-11"),
        ("she left last week tuesday", "2026-11-10"),
        ("berangkat hari kamis minggu depan", "2026-11-26"),
        ("minggu depan hari senin mereka terbang", "2026-11-23"),
        ("pergi sejak hari jumat, dibawa agen", "2026-11-20"),
        ("udah berangkat kamis", "2026-11-19"),
        ("berangkat hari minggu lalu", "2026-11-15"),
        ("sudah mau berangkat senin", "2026-11-23"),
        ("sabtu minggu berangkat", "2026-11-28"),
        ("tiketnya udah ada, senin berangkat", "2026-11-23"),
        ("minggu lalu bayar, kamis berangkat", "2026-11-26"),
    ],
)
def test_a_weekday_stands_in_the_week_told_with_it(text: str, day: str) -> None:
    assert departure(text) == day
