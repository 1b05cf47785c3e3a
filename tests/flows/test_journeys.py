"""What is told later is fitted to what was told before."""

import pytest

from tests.flows.pretend_desk import PretendDesk
from tests.flows.transcript import said_in


def told(*lines: str) -> dict[str, str]:
    desk = PretendDesk()
    for line in lines:
        desk.hear(said_in({"text": line}))
    return {key: answer.value for key, answer in desk.conversation.answers.items()}


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        (("adik saya mau dibawa ke Riyadh", "tgl 30 dia ke Jakarta"), "transit", "Jakarta"),
        (("adik saya mau dibawa ke Riyadh", "tgl 30 dia ke Jakarta"), "destination", "Riyadh, Arab Saudi"),
        (("adik saya sekarang di kontrakan di Bekasi", "rabu terbang ke Kamboja"), "destination", "Kamboja"),
        (("adik saya mau ke Oman lewat Batam", "transit di Doha"), "transit", "Batam; Doha, Qatar"),
        (("adik saya dibawa ke Henan", "sekarang masih disana"), "victim_now", "Henan, Tiongkok"),
        (("adik saya di Jeddah", "dia masih di rumah pamannya di Kopang"), "victim_now", "rumah pamannya di Kopang"),
        (("adik saya di ruko Nagoya Batam", "dia masih di Batam"), "victim_now", "ruko Nagoya Batam"),
        (
            ("adik saya ditahan di Batam", "aman", "dia di wisma Seruni Nagoya"),
            "victim_now",
            "wisma Seruni Nagoya, Batam",
        ),
        (("kakak saya dibawa kerja ke Sorong", "mereka tidur di barak proyek"), "victim_now", "barak proyek, Sorong"),
        (
            (
                "dua anak sy dibawa orang",
                "katanya kerja di brunei",
                "tau2 nelpon dari kalimantan, di sambas nunggu truk",
            ),
            "victim_now",
            "Sambas, Kalimantan Barat",
        ),
        (
            ("tetangga sy Rina mau diberangkatin calo", "lakinya di malaysia", "katanya ke saudi"),
            "destination",
            "Arab Saudi",
        ),
        (("adik sy dulu pernah kerja di HK", "skrg ditawari ke Polandia"), "destination", "Polandia"),
        (("adik sy mau ke HK", "dulu pernah ke taiwan"), "destination", "Hongkong"),
        (("cucu saya dibawa ke Bali", "mau dinikahin sama orang cina"), "destination", "Bali"),
        (("dia diajak kerja di kafe di Dompu", "taunya dibawa ke Malaysia"), "destination", "Malaysia"),
        (("adik saya mau dibawa ke Malaysia", "mau kerja dulu di kafe di Dompu"), "destination", "Malaysia"),
        (("sy kerja di kafe di maumere", "awalnya dijanjiin jaga toko baju"), "job", "jaga toko baju"),
        (("adik saya pakai visa kerja katanya ke Oman", "visanya ternyata turis"), "visa", "turis"),
        (("adik saya di Oman belum pernah digaji", "berangkat 9 april lewat jakarta"), "departure", "2026-04-09"),
        (("adik saya mau ke Oman", "berangkat 9 april lewat jakarta"), "departure", "2027-04-09"),
        (("adik saya sudah di Oman 8 bulan", "berangkat 9 april lewat jakarta"), "departure", "2026-04-09"),
        (("adik saya di Oman belum digaji", "rencananya pindah ke Dubai 9 april"), "departure", "2027-04-09"),
    ],
)
def test_the_later_line_is_read_in_the_light_of_the_earlier(lines: tuple[str, ...], key: str, value: str) -> None:
    assert told(*lines).get(key) == value


@pytest.mark.parametrize(
    "line",
    [
        "dulu bilangnya kerja di batam jaga toko baju",
        "awalnya katanya kerja di batam",
        "awalnya janjinya cuma ke batam",
        "ditawarin kerja di batam jadi kasir",
    ],
)
def test_what_was_promised_lies_on_no_way(line: str) -> None:
    facts = told("adik saya di singapura gak digaji", line)
    assert "transit" not in facts
    assert facts["destination"] == "Singapura"


@pytest.mark.parametrize("line", ["ke batam dulu", "dia bilangnya berangkat dari lombok ke batam", "lewat batam"])
def test_a_town_on_the_way_is_kept_as_one(line: str) -> None:
    assert told("adik saya di singapura gak digaji", line)["transit"] == "Batam"


@pytest.mark.parametrize("line", ["sekarang masih di rumah", "sekarang masih di penampungan", "dikunci di kantor agen"])
def test_a_home_or_a_building_without_a_name_is_asked_for_first(line: str) -> None:
    assert "victim_now" not in told(f"adik saya mau dibawa ke Oman, {line}")


_ASKED_WHERE = (
    "lapor",
    "aman",
    "adik saya mau dibawa kerja ke malaysia, dijanji gaji 10 juta",
    "adik saya Wulan 19 th",
)


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("dia di asrama di Cakung, hp nya masih dipegang tapi tiap malam diperiksa", "asrama di Cakung"),
        ("masih di kos di Gomong, bebas kok, kadang pulang ke rumah", "kos di Gomong"),
        ("jalan Langko nomor 7 Mataram", "jalan Langko nomor 7 Mataram"),
        ("ok thats good", None),
        ("dia putus kuliah karena bapaknya kerja di Johor", None),
        ("di kos Gomong karena dekat kampus", "di kos Gomong karena dekat kampus"),
        ("alhamdulillah sehat", None),
        ("ok di kos Gomong", "ok di kos Gomong"),
    ],
)
def test_an_answer_to_where_is_the_place_in_it(answer: str, place: str | None) -> None:
    assert told(*_ASKED_WHERE, answer).get("victim_now") == place


def test_where_the_writer_still_is_does_not_move_the_victim() -> None:
    lines = ("adik saya ditahan di ruko Nagoya Batam", "aman", "saya masih di rumah nenek di Kopang")

    assert "Nagoya" in told(*lines)["victim_now"]


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        (("adik saya kerja jaga toko di Manado", "dijanjiin 9 jt"), "salary", "Rp9 juta"),
        (("adik saya mau jual ginjal ke Kamboja", "dijanjiin 90 jt"), "payment", "Rp90 juta"),
    ],
)
def test_a_sum_is_read_in_the_light_of_the_work(lines: tuple[str, ...], key: str, value: str) -> None:
    assert told(*lines).get(key) == value


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        (("kakak saya mau ke Oman", "22 thn", "eh 23 deng, baru ulang tahun"), "23"),
        (("kakak saya mau ke Oman", "umurnya 22", "eh salah 23"), "23"),
        (("kakak saya mau ke Oman", "umurnya 22", "yg ngajak pak Budi", "eh 23 maksudnya"), "22"),
        (("kakak saya mau ke Oman", "umurnya 22", "eh 15 juta bayarnya"), "22"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh 19 maaf saya gugup"), "19"),
        (("adik saya Yuliana, 27 tahun", "eh maaf sudah 28, bulan ini ulang tahun"), "28"),
        (("adik saya Yuliana, 27 tahun", "eh ternyata udah 28 kak"), "28"),
        (("adik saya Yuliana, 27 tahun", "eh sudah 28 hari hilang"), "27"),
        (("saya mau dikirim ke Oman besok", "umur 18", "salah 19 pak grogi saya"), "19"),
        (("saya mau dikirim ke Oman besok", "umur 18", "19 deng lupa udah ultah"), "19"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh bukan, 19. saya gugup"), "19"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh 19 orang semuanya"), "18"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh 20 menit lagi saya dijemput"), "18"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh jam 19 saya dijemput"), "18"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh kamar 19 saya"), "18"),
        (("saya mau dikirim ke Oman besok", "umur 18", "eh bukan 19 saya"), "18"),
    ],
)
def test_an_age_is_put_right_in_the_very_next_line(lines: tuple[str, ...], years: str) -> None:
    assert told(*lines).get("victim_age") == years


def test_a_wish_beside_a_question_is_taken() -> None:
    assert told("adik saya dikirim ke Oman", "aman", "chat aja ya. ini gratis kan?").get("contact") == "chat"


def test_the_number_of_the_victim_is_taken_where_the_recruiter_was_asked_for() -> None:
    lines = ("adik saya namanya Kartini mau dibawa ke Oman", "aman", "di rumah di Praya")

    found = told(*lines, "kartini nomornya 087811112222, agennya bu Sari 081233334444")

    assert found.get("victim_phone") == "+6287811112222"
    assert found.get("recruiter_phone") == "+6281233334444"


def test_a_place_of_work_told_beside_another_question_is_the_work() -> None:
    read = told("lapor", "aman", "keponakan saya mau dibawa ke Polandia", "pabrik roti")

    assert read.get("job") == "pabrik"
    assert "victim_now" not in read


@pytest.mark.parametrize(
    ("lines", "goal"),
    [
        (("adik saya dibawa ke timur tengah", "dijanjikan ke dubai tp sekarang di erbil irak"), "Erbil, Irak"),
        (("adik dibawa ke timteng", "katanya mau ke oman"), "Oman"),
        (("adik dibawa ke eropa", "katanya polandia"), "Polandia"),
        (("adik dibawa ke timteng", "lewat malaysia dulu"), "Timur Tengah"),
        (("adik dibawa ke oman", "katanya timur tengah"), "Oman"),
    ],
)
def test_a_country_says_more_than_its_part_of_the_world(lines: tuple[str, ...], goal: str) -> None:
    assert told(*lines)["destination"] == goal


@pytest.mark.parametrize(
    "line", ["di janjikan jaga toko hp gaji 4 juta bersih", "di tawarin jadi spg", "di suruh nemenin tamu"]
)
def test_what_was_done_or_offered_in_two_words_is_no_place(line: str) -> None:
    assert not told("adek sy dibawa ke timika", line).get("victim_now")


def test_a_bare_place_still_answers() -> None:
    assert told("adek sy dibawa ke timika", "di simpang tiga dekat pasar")["victim_now"]


@pytest.mark.parametrize(
    ("lines", "here"),
    [
        (("adek sy dibawa ke timika", "trnyata di bar pak disuruh pake baju minim"), "Timika"),
        (("adek sy dibawa ke dubai", "kemarin nelpon dari sana nangis2"), "Dubai, Uni Emirat Arab"),
        (("adek sy dibawa ke bitung", "dia wa saya diam2 dari kamar mandi sana"), "Bitung"),
        (("adek sy ke malaysia kerja kebun", "sampe sana dikasi 40rb sehari"), "Malaysia"),
    ],
)
def test_what_came_of_the_journey_tells_where_they_are(lines: tuple[str, ...], here: str) -> None:
    assert told(*lines)["victim_now"] == here


@pytest.mark.parametrize(
    "lines",
    [
        ("adek sy dijanjikan kerja di jepang", "ternyata disuruh jaga rumah"),
        ("adik saya dibawa ke dubai", "ternyata disuruh bayar 20 juta"),
        ("adik saya mau dibawa ke dubai besok", "ternyata disuruh layani tamu"),
        ("adik dibawa ke dubai", "ternyata visanya visa turis"),
        ("adik saya dibawa ke dubai", "katanya disana dibayar 5 juta"),
        ("adik dulu dibawa ke dubai", "ternyata disuruh layani tamu, sekarang sudah pulang"),
        ("saya dibawa ke dubai", "ternyata disuruh layani tamu"),
    ],
)
def test_what_is_feared_asked_or_over_tells_of_no_place(lines: tuple[str, ...]) -> None:
    assert not told(*lines).get("victim_now")
