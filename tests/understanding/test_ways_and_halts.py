"""Which places are the way and which the goal: halts, pick-ups, two accounts of one journey, and days beside them."""

import pytest

from flows.understanding import understand
from tests.flows.pretend_desk import told
from tests.understanding.score import TODAY


def _read(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=TODAY).found.items()}


@pytest.mark.parametrize(
    ("text", "transit"),
    [
        ("agennya Kak Ida, dia yang ambil saya kat Tanjung Pinang", "Tanjung Pinang"),
        ("dijemput di surabaya sama calo trus dibawa ke dubai", "Surabaya"),
        ("sampai jakarta dialihkan tiketnya, turun2 di kamboja", "Jakarta"),
        ("dari lombok ke benoa bali dulu katanya trus dibawa ke jakarta", "Benoa; Bali"),
        ("ke batam tapi terus ke malaysia", "Batam"),
        ("naik kapal ke padangbai trus surabaya ke batam, kerja di cafe", "Surabaya"),
    ],
)
def test_what_lies_on_the_way(text: str, transit: str) -> None:
    assert _read(text)["transit"] == transit


@pytest.mark.parametrize(
    "text",
    [
        "Bot tu selalu singgah di Semporna, dari situ dia telefon",
        "Tujuannya sawit di Riau katanya, tapi ada yg bilang mau disebrangkan ke Malaysia",
        "saya dijemput majikan di Dubai",
        "sekarang saya di Tanjung Pinang",
    ],
)
def test_what_lies_on_no_way(text: str) -> None:
    assert "transit" not in _read(text)


def test_where_somebody_was_fetched_is_not_where_they_are() -> None:
    now = told(
        "saya sekarang di Johor Bahru, passport dipegang majikan", "agen Kak Ida yang ambil saya kat Tanjung Pinang"
    )

    assert "Johor" in now.conversation.value("victim_now")
    assert now.conversation.value("transit") == "Tanjung Pinang"


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        (("anak saya dibawa ke malaysia", "dia bilang masih di nunukan, nunggu mobil"), "transit", "Nunukan"),
        (("anak saya dibawa ke malaysia", "dia bilang masih di nunukan, nunggu saya telpon"), "transit", ""),
        (("8 orang mau kerja bangunan di kalimantan", "tapi dia ngomong soal kuching"), "transit", ""),
        (("adik saya mau dibawa ke batam dulu", "trus ke malaysia"), "transit", "Batam"),
        (("murid saya sudah di Surabaya", "nyatanya dipekerjakan di karaoke"), "destination", "Surabaya"),
        (("murid saya masih di Surabaya", "ternyata ibunya belum tau"), "destination", ""),
    ],
)
def test_the_way_in_the_light_of_what_was_told(lines: tuple[str, ...], key: str, value: str) -> None:
    assert told(*lines).conversation.value(key) == value


def test_a_promise_behind_the_day_is_not_where_somebody_is() -> None:
    lines = ("suami sy disekap", "brgkt tgl 2 oktober katanya kerja di restoran di thailand", "katanya udah di myanmar")

    assert told(*lines).conversation.value("victim_now") == "Myanmar"
    assert "thailand" in _read("katanya skrg kerja di restoran di thailand")["victim_now"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I came on tourist visa in September, from Lombok to Jakarta to Dubai", "in September"),
        ("tadi siang dikabari mundur lagi jadi 12 desember, disuruh tambah 10 juta", "2026-12-12"),
        ("keberangkatan molor sampai tgl 30", "2026-11-30"),
        ("berangkatnya gajadi besok, lusa katanya", "2026-11-26"),
        ("anak saya berlayar lagi besok ke taiwan jadi abk", "2026-11-25"),
    ],
)
def test_a_day_of_leaving(text: str, day: str) -> None:
    assert _read(text)["departure"] == day


@pytest.mark.parametrize(
    "text",
    [
        "sekarang kapal sandar di durban, 3 hari lagi berlayar lagi",
        "saya mau mundur tgl 12",
        "berangkatnya ga jadi besok",
        "he came to our village in September",
    ],
)
def test_no_day_of_leaving(text: str) -> None:
    assert "departure" not in _read(text)


def test_people_from_elsewhere_are_not_counted() -> None:
    assert "victim_count" not in _read("in an apartment with five girls from other countries")
    assert _read("here with 5 other girls")["victim_count"] == "6"


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("from Lombok to Jakarta to Dubai", "Lombok"),
        ("kapalnya dari muara baru jakarta", "Muara Baru Jakarta"),
        ("kapalnya dari fiber", ""),
        ("saya dari lombok ke jakarta mau cari kerja", ""),
    ],
)
def test_where_a_journey_begins(text: str, port: str) -> None:
    assert _read(text).get("port", "") == port


@pytest.mark.parametrize(
    ("text", "here"), [("dia dikurung drumah tekong", "rumah tekong"), ("dia dikurung dirumah tekong", "rumah tekong")]
)
def test_a_house_with_its_word_joined_keeps_its_first_letter(text: str, here: str) -> None:
    assert _read(text)["victim_now"] == here


def test_the_house_of_somebody_with_a_title_is_not_the_victims() -> None:
    assert "victim_now" not in _read("jgn malam ini ya pak Wir lagi ada drumah mertua")
    assert _read("tolong pak dia ada di rumah tekong")["victim_now"] == "rumah tekong"


def test_a_goal_that_was_asked_for_may_be_one_on_the_way_too() -> None:
    lines = (
        "adik saya 17 th mau dibawa orang kerja",
        "aman",
        "ga tau",
        "ga tau",
        "ga tau",
        "Batam",
        "katanya trus ke malaysia",
    )

    assert told(*lines).conversation.flow == "report"


@pytest.mark.parametrize(
    ("text", "goal", "way"),
    [
        ("tiketnya ke ho chi minh lanjut jalan darat ke bavet kamboja", "Bavet, Kamboja", "Ho Chi Minh, Vietnam"),
        ("tiketnya ke bangkok terus naik bus ke poipet kamboja", "Poipet, Kamboja", "Bangkok, Thailand"),
        ("ke kuala lumpur lanjut naik kapal laut ke thailand", "Thailand", "Kuala Lumpur, Malaysia"),
        ("brgkt ke bangkok trs disambung mobil ke myawaddy", "Myawaddy, Myanmar", "Bangkok, Thailand"),
    ],
)
def test_a_ride_goes_on_from_the_first_place(text: str, goal: str, way: str) -> None:
    found = understand(text, today=TODAY).found
    assert (found["destination"].value, found["transit"].value) == (goal, way)


@pytest.mark.parametrize(
    "text",
    ["dia ke malaysia terus minta uang buat pindah ke singapura", "dulu ke taiwan lalu 2 tahun kemudian ke hongkong"],
)
def test_what_is_no_ride_makes_no_way_of_the_first_place(text: str) -> None:
    assert "transit" not in understand(text, today=TODAY).found


@pytest.mark.parametrize(
    ("text", "transit"),
    [
        ("janjinya ke turki, di istanbul cuma 4 hari trs diterbangin ke tripoli", "Istanbul, Turki"),
        ("sempat 3 hari di surabaya baru dibawa ke kalimantan adik sy", "Surabaya"),
        ("di batam sebentar 2 hari, habis itu nyebrang ke johor", "Batam"),
        ("kakak sy ke dubai, transit 3 hari di jakarta sama batam", "Jakarta; Batam"),
        ("she is in myawaddy, they passed bangkok then mae sot", "Bangkok, Thailand; Mae Sot, Thailand"),
    ],
)
def test_a_short_stay_lies_on_the_way(text: str, transit: str) -> None:
    assert _read(text)["transit"] == transit


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("sekarang adik sy di batam, baru 2 hari", "Batam"),
        ("sudah 2 hari di batam, katanya terus ke johor", "Batam"),
        ("adik sy di dubai 3 minggu disekap", "Dubai, Uni Emirat Arab"),
        ("dia di jakarta cuma 2 hari lagi terus terbang ke oman", "Jakarta"),
    ],
)
def test_who_is_still_there_has_not_passed(text: str, here: str) -> None:
    assert _read(text)["victim_now"] == here
    assert "transit" not in _read(text)


@pytest.mark.parametrize(
    ("line", "transit"),
    [
        ("lewat bangkok trus mae sot", "Bangkok, Thailand; Mae Sot, Thailand"),
        ("transit 3 hari di jakarta sama batam", "Jakarta; Batam"),
        ("di jakarta cuma seminggu trs terbang ke myanmar", "Jakarta"),
    ],
)
def test_the_way_told_later_is_not_where_somebody_is(line: str, transit: str) -> None:
    conversation = told("adik sy disekap di myawaddy", line).conversation

    assert (conversation.value("transit"), conversation.value("victim_now")) == (transit, "Myawaddy, Myanmar")


def test_a_stop_before_the_goal_is_no_stop_more() -> None:
    desk = told("istri sy dibawa orang ke pontianak", "katanya mau lewat entikong trus jaga orang tua di kuching")

    assert desk.conversation.value("destination") == "Kuching, Malaysia"


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("keponakan sy kerja di kafe di maluk disuruh nemenin tamu", "Maluk"),
        ("dijanjikan jaga warung di Sumbawa ternyata disuruh nemenin tamu karaoke", "Sumbawa"),
        ("anak sy diajak ke dompu kerja di kafe", "Dompu"),
        ("sepupu kaku ya lalo ko kalimantan boat sawit", "Kalimantan"),
        ("anak sy kerja di toko di praya", None),
        ("saya kerja di puskesmas plampang, ada anak dijual", None),
        ("ko Jeffry yang nawarin kerja", None),
    ],
)
def test_a_town_of_the_land_may_be_the_goal(text: str, goal: str | None) -> None:
    assert _read(text).get("destination") == goal


@pytest.mark.parametrize(
    ("lines", "goal"),
    [
        (("sy di dobo maluku", "kafe karaoke. saya dipaksa layani tamu"), "Dobo"),
        (("tiang di batam", "katanya kerja jaga toko, sampe sini disuruh pijat plus2"), "Batam"),
        (("adik sy di sorong papua", "trnyt di kafe disuruh temenin tamu tidur"), "Sorong"),
        (("adik sy di mataram di rumah", "disuruh ibunya nemenin tamu pas lebaran"), ""),
        (("adik sy di batam", "ibunya nangis terus disuruh sabar"), ""),
    ],
)
def test_where_somebody_is_made_to_serve_is_where_they_were_brought(lines: tuple[str, ...], goal: str) -> None:
    assert told(*lines).conversation.value("destination") == goal


def test_where_somebody_is_ends_before_what_it_turned_out_to_be() -> None:
    assert _read("temen sy Ani kerja di toko di bali taunya disuruh layanin tamu")["victim_now"] == "toko di bali"
