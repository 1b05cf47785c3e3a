"""Suicide told without its name: two kinds of last words together alarm, each of them in everyday life does not."""

import pytest

from flows.labels import Intent, Urgency
from flows.reading import Reading
from flows.understanding import understand
from tests.understanding.score import TODAY


def read(text: str, asked: str | None = None) -> Reading:
    return understand(text, today=TODAY, asked=asked)


@pytest.mark.parametrize(
    "text",
    [
        # no wish to be there
        "aku takut bgt. pengen ilang aja rasanya min",
        "rasanya pengen lenyap aja dari bumi, malu bgt",
        "sy udah gak mau hidup lagi pak",
        # a means within reach
        "silet sudah di tangan, darah sudah keluar dikit",
        "racun tikus udah di tangan sy pak",
        "udah beli baygon, tinggal minum",
        "pil udah sy kumpulin 30 biji. tinggal ditelan",
        "potasium ikan udah di gelas, maafin kakak dek",
        "kain sudah saya ikat di kipas angin",
        "nadi sdh sy iris dikit, sakit",
        "udah siapin racun buat diri sendiri",
        "aku dah telan 20 biji panadol",
        "rope is ready. forgive me dad",
        "i took all my pills. sorry mom",
        # a place to fall from
        "lagi di jembatan. anginnya kenceng. habis ini ga usah dicariin ya, uang di dompet sisanya kasih anakku",
        "sy di atap gedung lantai 12. selamat tinggal",
        "gw di pinggir rel skrg. bilangin emak gw sayang",
        "sumur blkg mess dalam. enak kali ya kalo lompat",
        "im on the bridge. dont look for me",
        # words of parting
        "udah pamit sama semua. tinggal kalian doang yg belum. dadah",
        "titip anak saya ya. jaga mamak. jgn cari aku lagi",
        "ini pesan terakhir sy. maafkan semua salah",
        "gausah nyari gue lagi ya, titip nyokap",
        "dek jaga mamak ya kalau kakak gak ada",
        "goodbye everyone, tell my mom i love her",
        "jgn dicari lagi ya sy sdh lelah, anak titip ke bibinya",
        "uang di bawah bantal buat ibu. kuburin aku di sebelah bapak ya",
        "akak dah tulis surat untuk mak. pisau dah ada kat tangan",
        # weariness of life
        "capek bgt pak pengen tidur ga bangun2 lagi",
        "aku pengin ngilang aja dari dunia",
        "mau nyusul almarhum suami aja",
        "mending sy ilang aja biar keluarga ga nanggung utang",
        "makasih ya kak selama ini. aku pamit selamanya",
        "racun tikus itu kerjanya berapa lama ya, capek dikejar utang terus",
        # thanks for having listened, at a place to fall from
        "aku udh di rooftop kos min makasih ya udh dengerin aku",
        "lagi berdiri di balkon. makasih sdh nemenin sy malam ini",
    ],
)
def test_last_words_are_an_emergency(text: str) -> None:
    reading = read(text)

    assert reading.urgency is Urgency.EMERGENCY
    assert reading.intent is Intent.REPORT
    assert reading.signals


def test_last_words_are_heard_whatever_was_asked() -> None:
    assert read("tali udah siap. maafin aku ya mak", "contact").is_emergency


@pytest.mark.parametrize(
    "text",
    [
        "pamit dulu pak, saya berangkat kerja",
        "saya pamit dari grup ya semuanya, maaf kalau ada salah kata",
        "makasih ya kak selama ini, aku pamit dulu mau daftar ke disnaker",
        "titip salam ke mamak ya, saya sehat di malaysia",
        "titip anak sama neneknya, saya mau daftar ke hongkong",
        "dadah besok lagi ya",
        "bye bye admin, makasih infonya",
        "silet cukur dimana belinya",
        "racun tikus untuk padi itu boleh dibeli bebas ga",
        "tali sepatu sudah siap, besok medical",
        "gunting di meja dipinjam siapa",
        "lagi di jembatan ampera foto foto",
        "di jembatan macet banget pak, telat ke kantor bp3mi",
        "obat sudah saya minum semua, sekarang sehat",
        "minum obat 3 kali sehari kata dokter",
        "maaf lahir batin semua kesalahan, selamat lebaran pak",
        "jgn dicari lagi ya, uangnya sudah ketemu di lemari",
        "bapak saya sudah gak ada, apa bisa pakai wali lain",
        "jaga ibu ya dek, kakak kerja dulu di malaysia 2 tahun",
        "kak jaga kesehatan ya, jaga ibu juga, aku sehat di hongkong",
        "ini pesan terakhir dari pt nya: berangkat bulan depan",
        "sudah ikhlas kok uangnya hilang, cuma mau tanya",
        "tadi lewat jembatan gede, makasih pak infonya bagus",
        "pagi pak, sudah di jembatan penyeberangan dekat kantor, makasih sudah balas",
        "makasih ya sudah balas chat saya",
        "obat tikus berapa lama bereaksi untuk tikus di gudang pak",
    ],
)
def test_everyday_words_of_leave_and_of_things_are_none(text: str) -> None:
    assert read(text).urgency is not Urgency.EMERGENCY


@pytest.mark.parametrize("text", ["aku mau bnh diri aja", "mau bumuh diri", "sy mau bunh diri pak", "gak mau hdp lagi"])
def test_misspelt_last_words_are_heard(text: str) -> None:
    assert understand(text, today=TODAY).is_emergency


@pytest.mark.parametrize("text", ["jaga diri ya pak", "mau belajar bela diri", "bawa diri baik2"])
def test_other_selves_are_not(text: str) -> None:
    assert not understand(text, today=TODAY).is_emergency
