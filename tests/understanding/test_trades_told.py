"""The work that somebody was offered or does, also where no list knows it."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 22, 7, 0)  # noqa: DTZ001 - a Sunday morning on the citizen's wall clock


def job(text: str) -> str | None:
    found = understand(text, today=NOW).found.get("job")
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("ponakan ditawari jd barista di Doha", "barista"),
        ("kerjanya jadi penyanyi di Labuan katanya", "penyanyi"),
        ("dia dapat tawaran as a translator in Vietnam", "translator"),
        ("bibinya kerja amah kat Klang", "amah"),
        ("ditawarin jadi marketing saham gajinya 900 usd", "marketing saham"),
    ],
)
def test_a_trade_that_has_a_name_is_read_where_somebody_takes_it_up(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("katanya jaga stan boba di batam", "jaga stan boba"),
        ("dijanjiin jaga stand es teh, ternyata di kafe disuruh temani tamu", "jaga stand es teh"),
        ("dulu katanya jaga gerai boba eh ternyata karaoke", "jaga gerai boba"),
        ("Disuruh jaga konter hp", "jaga konter hp"),
        ("diajak jagain booth kopi di bali", "jagain booth kopi"),
        ("mau jaga warnet katanya", "jaga warnet"),
        ("magang panti jompo di jepang", "magang panti jompo"),
        ("Magang di panti jompo osaka", "magang di panti jompo"),
        ("janjinya magang peternakan di hokkaido", "magang peternakan"),
        ("magang garmen di jepang", "magang garmen"),
        ("dibilang jaga toko padahal jadi pembantu", "jaga toko"),
        ("kerja ke new zealand peternakan sapi perah", "peternakan sapi perah"),
        ("kerja di jepang pertanian stroberi", "pertanian stroberi"),
        ("ditawari jadi selebgram", "selebgram"),
        ("lowongan jadi tatoer di bali", "tatoer"),
    ],
)
def test_what_stands_where_work_is_told_is_the_trade(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    "text",
    [
        "disuruh jadi istri orang",
        "disuruh jadi tumbal",
        "dijanjiin jadi kaya",
        "katanya jadi berangkat",
        "ditawari jadi TKW",
        "jaga rumah aja",
        "saya jaga ibu di rumah sakit",
        "jaga diri baik2",
        "jaga rahasia ya",
        "saya lagi jaga warung nanti saya kabari",
        "tolong jaga identitas saya",
        "kerja di malaysia",
    ],
)
def test_what_only_sounds_like_work_names_no_trade(text: str) -> None:
    assert job(text) is None


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("diajak sepupu jd pelipat kardus gaji 9jt", "pelipat kardus"),
        ("katanya kerja sebagai penyortir sampel di Taiwan", "penyortir sampel"),
        ("kerja jadi juru kamera di Bangkok", "juru kamera"),
    ],
)
def test_an_unheard_of_trade_is_read_where_only_a_trade_can_stand(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("dijanjikan kerja di gudang beras di Polandia", "gudang beras"),
        ("anak saya kerja bengkel di Sibu", "bengkel"),
        ("kerja di pabrik sarung tangan tiga bulan", "pabrik sarung tangan"),
        ("kami kerja ladang nanas tak dapat gaji", "ladang nanas"),
        ("sy kerja di pabrik nelpon mama nangis", "pabrik"),
        ("kerja di kebun sawit di Sabah", "perkebunan sawit"),
    ],
)
def test_where_somebody_works_is_told_with_what_is_made_there(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("dua bocah disuruh ngamen di terminal", "ngamen"),
        ("adik disuruh jualan koran di perempatan", "jualan koran"),
        ("dibawa ke Kalteng katanya nyawit", "nyawit"),
    ],
)
def test_what_is_done_in_the_street_is_work(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    "text",
    [
        "jadi takut saya pak",
        "jd kami gimana dong",
        "dia jadi sandera di sana",
        "katanya jadi murung di sana",
        "jadi nunggak gaji 3 bulan",
        "ketemu model di Kuta",
        "tiketnya jadi utang. mandor larang pulang",
        "saya kerja sama mandor galak",
        "bapak disuruh jual tanah",
        "kami sembunyi di gudang",
        "cuma buat jaga2 aja",
    ],
)
def test_what_is_no_trade_is_not_read_as_one(text: str) -> None:
    assert job(text) is None


def test_a_place_that_is_fled_is_not_what_was_promised() -> None:
    """A word of speaking far before a place does not make it an offer."""
    told = understand("dia nelpon bilang upah tidak dibayar, tidak bisa keluar dari ladang", today=NOW).found["job"]

    assert told.words == "ladang"


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("they promised her a hotel job in Cebu", "hotel"),
        ("dia kerja di kandang bebek dekat Malang", "kandang bebek"),
        ("ditawari jadi awak kapal di Samoa", "awak kapal"),
        ("disuruh kerja call center di Cebu", "customer service (call center)"),
        ("dia kerja jaga akong di Tainan", "perawat lansia (jaga akong)"),
        ("jadi housekeeper di Muscat", "housekeeper"),
        ("ditawari jadi kru kapal pesiar", "kapal pesiar"),
        ("kerjanya angkat karung beras", "angkat karung beras"),
    ],
)
def test_more_ways_to_tell_of_work(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("katanya mau jadi penjaga toko", "penjaga toko"),
        ("jadi penjaga villa di bali", "penjaga villa"),
        ("jadi karyawan toko roti", "karyawan toko"),
        ("jadi penjaga, gajinya kecil", "penjaga"),
        ("kerja di kapal eh bukan kapal di kilang minyak katanya", "kilang minyak"),
        ("kerja di kebun eh salah di pabrik", "pabrik"),
        ("jadi kasir eh bukan kasir tapi pelayan", "pelayan"),
        ("dijanjikan jadi kasir eh malah disuruh nemenin tamu", "kasir"),
        ("kerja di kebun eh gajinya 3 juta di pabrik", "perkebunan"),
    ],
)
def test_a_trade_keeps_where_it_is_done_and_may_be_put_right(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("bibi saya jadi pembantu di Riyadh", "asisten rumah tangga (pembantu)"),
        ("Katanya kerja jadi PEMBANTU", "asisten rumah tangga (pembantu)"),
        ("dijanjiin kerja cleaning service hotel di Doha", "kebersihan (cleaning service)"),
        ("kerja jaga nenek di Taichung", "perawat lansia (jaga nenek)"),
        ("kerja di kebun sawit di Sabah", "perkebunan sawit"),
        ("ditawari jadi admin judi", "admin/operator online (admin judi)"),
        ("dijanjikan jadi kasir", "kasir"),
    ],
)
def test_the_citizens_own_word_stands_beside_the_trade_where_it_differs(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("kerja las kapal", "las kapal"),
        ("katanya kerja potong kapal di batam", "potong kapal"),
        ("dijanjikan kerja perbengkelan", "perbengkelan"),
        (
            "Dibujuk kerja perhotelan di Rusia, upah 8,5 juta. Saya curiga akan dipekerjakan paksa di pabrik senjata",
            "perhotelan",
        ),
        ("dibujuk kerja di hotel, saya curiga akan dijadikan PSK", "hotel"),
        ("kerja di kapal", "kapal"),
        ("kerja jaga kebun", "perkebunan"),
        ("kuliah jurusan perhotelan", None),
        ("saya dibujuk ke batam", None),
    ],
)
def test_what_somebody_was_talked_into_is_the_trade(text: str, trade: str | None) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("petik anggur gajinya 45 jt sebulan", "petik anggur"),
        ("katanya panen apel gaji 30jt", "panen apel"),
        ("petik apel, gajinya 30 jt", "petik apel"),
        ("ditawarin nyadap karet gaji 3 juta", "nyadap karet"),
        ("kupas bawang upahnya sampai 900 ribu", "kupas bawang"),
        ("dijanji panen melon 250rb sehari", "panen melon"),
    ],
)
def test_what_is_done_for_a_wage_is_the_trade(text: str, trade: str) -> None:
    assert job(text) == trade


@pytest.mark.parametrize(
    "text",
    [
        "jual sapi dibayar 5 juta",
        "potong gaji 3 bulan",
        "jual motor gaji 3 bulan ga turun",
        "saya mau potong sapi besok, gaji belum turun",
        "janji jaga rahasia ya",
        "cuci tangan dulu",
        "jual sapi gaji 2 jt ga cukup",
        "paman saya ditawari jual ginjal 200 juta",
    ],
)
def test_what_is_done_at_home_is_no_trade(text: str) -> None:
    assert job(text) is None
