"""What happens this minute, told without words of danger: a child snatched, a life at stake, a journey under way."""

import pytest

from flows.labels import Intent
from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (
            "woi ada yg nyulik ponakan gue di epicentrum barusan laki2 pake hoodie abu, bocahnya 6 taun nangis",
            "missing",
        ),
        ("baru aja ponakan diambil orang gak dikenal di taman", "missing"),
        ("anak tetangga baru aja ditarik masuk mobil putih di depan sd", "missing"),
        ("some guy just grabbed my niece at the mall", "missing"),
        ("mana petugasnya!!! ini nyawa orang!!!! TELPON SAYA SEKARANG 087700001299", "threat"),
        ("petugas mana?? cepetan ini urusan nyawa", "threat"),
        ("kalian lama bgt bales, orang bisa mati ini!!", "threat"),
        ("nyawa sy terancam pak. gabisa cerita panjang. catat aja no ini klo sy ilang", "threat"),
        ("petugas mana petugas!! angkat telponnya sy mau dibunuh ini", "threat"),
        ("halo pak kita ada di imigrasi changi mau nyebrang johor, saya disuruh bilang liburan", "in_transit"),
        ("lagi ngantri cek in di lombok airport, dibilangin kl ditanya jawab liburan", "in_transit"),
        ("we are at the gate, they told us to say tourist", "in_transit"),
        ("yg lapor tadi pagi NTB0412 gimana?? orangnya udah boarding loh", "in_transit"),
        ("laporan NTB0999 kok blm ada yg bergerak? mereka lagi nyebrang skrg", "in_transit"),
        ("teman sy di mess karaoke, jam 10 nanti dia mau dipindahin ke kalimantan", "departing_soon"),
        ("jam 3 nanti kami diangkut ke perbatasan", "departing_soon"),
        ("mlm ini mau dinaikkan kapal", "departing_soon"),
        ("ntar malam kami dinaikin ke boat", "departing_soon"),
        ("sambungin ke polisi skrg, sy dibuntuti mobil dr tadi, dia ngancam mau bunuh sy", "threat"),
        ("laporan sy NTB0222 gimana, travelnya sdh di depan jemput istri sy", "in_transit"),
        ("sopirnya udah dateng jemput adik saya bu, laporan yg kmrn blm ada kabar", "in_transit"),
        ("kami dikepung massa di kantor desa, krn sy yg lapor calo itu", "threat"),
        ("sy kelas 5, kami disuruh nyuci piring sampai malam ga boleh keluar, rumah orang", "locked_up"),
        ("bu tlg bayi baru 3 hari besok pagi mau diserahkan ke orang jakarta, dibayar 10jt", "sold"),
        ("sore nanti bayinya dijemput pasangan dr bali, uang 12 juta udah diterima bapaknya yg jual", "sold"),
        ("kamarku cuma bisa dibuka dr luar", "locked_up"),
        ("the gate, pintunya cm bs dibuka dari luar mbak", "locked_up"),
        ("aku gak boleh lama2 ngetik bos bentar lg dateng", "hiding"),
        ("cepet pak saya ga bisa lama ngomong, bentar lagi majikan pulang", "hiding"),
        (
            "resmi ga pt ini? nanti jam 3 pagi mobilnya jemput 9 org dr kampung sy, ga ada yg pegang visa",
            "departing_soon",
        ),
    ],
)
def test_what_happens_this_minute_is_an_emergency(text: str, sign: str) -> None:
    reading = understand(text, today=TODAY)

    assert reading.is_emergency
    assert sign in {signal.name for signal in reading.signals}


@pytest.mark.parametrize(
    "text",
    [
        "anak saya tadi dibawa neneknya ke pasar",
        "resmi ga pt ini? jam 3 pagi nanti jemput 9 org dr kampung sy, semua pegang visa kerja",
        "tadi anak saya main culik culikan sama temannya",
        "takut ketahuan hp saya bunyi",
        "sy ketahuan selingkuh di hp",
        "saya di kbri mau perpanjang paspor, antri di depan, sopir majikan nunggu di parkiran",
        "berita anak diculik tadi pagi di selong itu benar?",
        "hati2 tadi ada info penculik anak di grup",
        "petugas mana ya? saya mau tanya syarat",
        "telepon saya sekarang ya pak, mau tanya biaya",
        "demi nyawa saya sumpah ga bohong",
        "kalau nyawa saya terancam di sana hubungi siapa pak",
        "taruhan nyawa banget ujian besok wkwk",
        "kalau di imigrasi ditanya saya jawab liburan boleh ga?",
        "lagi antri di imigrasi bikin paspor, disuruh bawa kk",
        "besok saya liburan ke singapura sama keluarga",
        "sudah boarding pak, berangkat resmi lewat bp3mi, makasih",
        "lapor pak rombongan kami sudah naik kapal, aman, terima kasih",
        "laporan saya gimana, yang naik pesawat bulan lalu itu",
        "jam 10 nanti saya ke kantor disnaker",
        "jam 8 nanti anak saya dipindah ke rsud",
        "kesel sm calo tp sy ga mau bunuh orang cm mau uang dp balik",
        "travelnya sudah datang jemput ibu ke rsud, laporan saya gimana ya pak",
        "kami dikeroyok nyamuk di mess wkwk",
        "dikejar deadline, bisa dibunuh bos nih petugas wkwk",
    ],
)
def test_the_same_words_of_an_ordinary_day_call_nobody(text: str) -> None:
    assert not understand(text, today=TODAY).is_emergency


@pytest.mark.parametrize(
    "text",
    [
        "laporan sy no 0417 gimana?? barusan dia nelpon, dipukul lagi sama mandornya sampe berdarah",
        "kok blm ada kabar laporan saya, istri udah di ruang tunggu bandara mau terbang ke irak",
    ],
)
def test_who_asks_how_far_it_is_beside_danger_is_heard_as_both(text: str) -> None:
    reading = understand(text, today=TODAY)

    assert reading.is_emergency
    assert reading.intent is Intent.STATUS


@pytest.mark.parametrize("text", ["orang2 nya lagi dobrak pintu pak", "mereka lagi dobrak pintu nya bu ya"])
def test_politeness_hides_no_danger(text: str) -> None:
    assert understand(text, today=TODAY).is_emergency
