"""Sums told one after the other: what puts one right, what stands beside it, and what the family got."""

import pytest

from flows.labels import Language
from flows.sums import sum_put_right
from flows.understanding import understand
from flows.wording import in_words
from tests.flows.conftest import EVENING
from tests.flows.pretend_desk import talk


@pytest.mark.parametrize(
    ("told", "line", "right"),
    [
        ("Rp9,5 juta", "duitnya jg 8,5 bukan 9,5. yg sejuta buat ongkos sy sendiri", "Rp8,5 juta"),
        ("Rp1 juta", "bukan 1jt min. yg bener 8,5 juta dibayar ke pak zul", "Rp8,5 juta"),
        ("Rp1 juta", "kok uangnya 1jt lagi, 8,5 min. dia kakak bukan adek", "Rp8,5 juta"),
        ("Rp5 juta", "kata ibu bukan 5 tapi 7 juta ya", "Rp7 juta"),
        ("Rp40 juta", "ralat pak, 45 juta bukan 40", "Rp45 juta"),
        ("Rp12.500.000", "bukan 12.500.000 pak tapi 13.500.000", "Rp13.500.000"),
        ("Rp15 juta", "masa 15 juta, yg bener 10", "Rp10 juta"),
        ("Rp80 juta; sudah dibayar Rp15 juta", "bukan 80, 85 juta", "Rp85 juta; sudah dibayar Rp15 juta"),
    ],
)
def test_a_sum_is_put_right_though_its_unit_goes_without_saying(told: str, line: str, right: str) -> None:
    assert sum_put_right(told, line) == right


@pytest.mark.parametrize(
    "line",
    [
        "bukan 5 orang tapi 7",
        "bukan tgl 5 tapi tgl 7",
        "bukan umur 5, 7 tahun",
        "bukan cuma 5 juta pak",
        "bukan kamar 5, kamar 7",
        "bukan 5, 7",
        "6 juta itu gajih yg dijanji",
    ],
)
def test_other_figures_put_no_sum_right(line: str) -> None:
    assert not sum_put_right("Rp5 juta", line)


@pytest.mark.parametrize(
    ("line", "payment"),
    [
        ("keluarganya dikasi 6 juta duit fee", "Rp6 juta (diterima keluarga)"),
        ("dia kasih saya uang 2 juta katanya uang dapur", "Rp2 juta (diterima)"),
        ("bapaknya jangan tau soalnya dia yg terima uang fee 5jt dari agennya", "Rp5 juta (diterima keluarga)"),
        ("yg 5jt itu bukan dibayar itu malah dikasih ke bapaknya", "Rp5 juta (diterima keluarga)"),
        ("blm bayar malah dikasih uang saku 3 juta", "Rp3 juta (diterima)"),
        ("uang saku 8 juta udah diterima suaminya", "Rp8 juta (diterima keluarga)"),
    ],
)
def test_money_that_the_family_got_is_not_paid_by_it(line: str, payment: str) -> None:
    assert understand(line, today=EVENING).found["payment"].value == payment


@pytest.mark.parametrize(
    ("line", "payment"),
    [
        ("udah kasih 28 juta ke orangnya", "Rp28 juta"),
        ("sudah sy kasih 3 juta sm dia", "Rp3 juta"),
        ("ada pegawai imigrasi terima uang 5jt per paspor", "Rp5 juta"),
        ("mau dikasih 200 juta katanya", "Rp200 juta"),
        ("mau nikah sama orang cina, katanya dikasih 100 juta", "Rp100 juta"),
        ("sudah bayar 9 juta ke agennya", "Rp9 juta"),
        ("jual sapi dapat 13 juta, semua diserahkan ke sponsor", "Rp13 juta"),
    ],
)
def test_what_others_got_is_paid(line: str, payment: str) -> None:
    assert understand(line, today=EVENING).found["payment"].value == payment


@pytest.mark.parametrize(
    "line", ["katanya kerja jaga toko gajih 6 juta", "6 juta itu gajih yg dijanji", "gajihnya 6 juta sebulan"]
)
def test_a_wage_is_a_wage_however_it_is_spelt(line: str) -> None:
    found = understand(line, today=EVENING).found
    assert found["salary"].value == "Rp6 juta"
    assert "payment" not in found


@pytest.mark.parametrize("line", ["gajinya bulan pertama dikasih 2 juta", "upahnya kami terima 1 juta sebulan"])
def test_a_wage_that_was_received_is_no_payment(line: str) -> None:
    assert "payment" not in understand(line, today=EVENING).found


def test_two_different_sums_are_no_correction() -> None:
    desk, heard = talk(
        "anak saya dibawa ke batam, kerja jaga toko gajih 6 juta", "aman",
        "dia kasih saya uang 2 juta katanya uang dapur, saya salah ya pak?",
    )  # fmt: skip

    assert "bukan" not in heard
    assert desk.conversation.value("salary") == "Rp6 juta"
    assert desk.conversation.value("payment") == "Rp2 juta (diterima)"

    desk, heard = talk(
        "adik saya bayar 9 juta ke pak Dullah", "aman", "saya salah ya pak, dia minta 3 juta buat paspor"
    )
    assert "bukan" not in heard
    assert desk.conversation.value("payment") == "Rp9 juta"


@pytest.mark.parametrize(
    ("lines", "payment"),
    [
        (("sdh bayar 2jt tgl 2 nov, 1,5jt tgl 10 nov", "uang yg sudah masuk 3,5 jt"), "Rp3,5 juta"),
        (("sudah bayar dp 3 juta", "totalnya jadi 12 juta"), "Rp12 juta"),
        (("sudah bayar 27,5 juta", "sekarang minta 5 juta lagi"), "Rp27,5 juta; diminta lagi Rp5 juta"),
        (("sudah bayar 8 juta", "disuruh tf lagi 2 juta buat visa"), "Rp8 juta; diminta lagi Rp2 juta"),
        (("mereka minta tebusan 80 juta", "sy SUDAH transfer 15jt"), "Rp80 juta; sudah dibayar Rp15 juta"),
        (("mereka minta denda 50 juta", "bapaknya sudah terima 10 juta"), "Rp50 juta; Rp10 juta (diterima keluarga)"),
        (("agennya kasih uang 5jt", "yg 5jt itu dikasih ke bapaknya"), "Rp5 juta (diterima keluarga)"),
        (("sudah bayar 8 juta", "sudah bayar 8 juta ke pak Dullah"), "Rp8 juta"),
        (("sudah bayar 8 juta", "katanya biaya paspor 700 ribu"), "Rp8 juta"),
        (("agen minta 7 juta", "kami bayar masing2 5,5 juta"), "Rp7 juta; Rp5,5 juta"),
        (("dp 3 juta", "trs bulan kmrn sy tf lagi ke rekeningnya 4 juta"), "Rp3 juta; Rp4 juta"),
        (("utang di warung 2 juta", "ibu jg nyetor 9jt ke calo"), "Rp2 juta; Rp9 juta"),
        (("sudah setor 6 juta", "kakak yg bayarin tiket 1,5 juta"), "Rp6 juta; Rp1,5 juta"),
        (("dp 3 juta", "trs tf 4 juta", "totalnya jadi 7 juta"), "Rp7 juta"),
        (("sudah bayar 8 juta", "iya kami bayar 8jt itu"), "Rp8 juta"),
        (("sudah bayar 8 juta", "blm bayar 2 juta sisanya"), "Rp8 juta"),
        (("sudah bayar 8 juta", "klo mau pulang harus bayar 30 juta"), "Rp8 juta; diminta Rp30 juta bila pulang"),
        (("sudah bayar 8 juta", "doni blg klo batal hrs ganti 10jt"), "Rp8 juta; diminta Rp10 juta bila batal"),
        (
            ("sudah bayar 8 juta", "kalau ga jadi berangkat denda 15 juta katanya"),
            "Rp8 juta; diminta Rp15 juta bila batal",
        ),
        (("dp 3 juta", "yg mau keluar disuruh tebus 20jt"), "Rp3 juta; diminta Rp20 juta bila pulang"),
        (("dp 3 juta", "kalo jadi berangkat gajinya 6 juta"), "Rp3 juta"),
        (("dp 3 juta", "kalo pulang bawa uang 20 juta"), "Rp3 juta"),
        (("dp 3 juta", "klo batal hrs bayar 3 juta itu lg"), "Rp3 juta"),
        (
            ("dulu dpt uang 6 jta dr haji waktu mau brangkt. skrg klu mau plang disuruh bayr 40 jta", "makasih"),
            "Rp40 juta; Rp6 juta (diterima)",
        ),
        (("hutang 6 juta", "uangx 6 jt itu dikasi haji. yg 40 jt dia minta"), "Rp40 juta; Rp6 juta (diterima)"),
        (("sudah bayar 8 juta", "mereka bayar cuma 500 ribu"), "Rp8 juta"),
        (("sudah bayar 8 juta", "salah, kami bayar 9 juta"), "Rp9 juta"),
        (("sudah bayar 8 juta", "kami bayar 9 juta bukan 8"), "Rp9 juta"),
        (("sudah bayar 8 juta", "kerja bayar bulanan 5 juta gajinya"), "Rp8 juta"),
    ],
)
def test_sums_told_one_after_the_other(lines: tuple[str, ...], payment: str) -> None:
    desk, _ = talk("adik saya mau dibawa ke Malaysia sama pak Dullah", "aman", *lines)

    assert desk.conversation.value("payment") == payment


def test_who_reads_english_sees_both_sums_in_the_words_they_were_told_with() -> None:
    desk, _ = talk(
        "my brother was taken to Malaysia by an agent", "safe", "he paid 700 dollars", "then we wired 300 usd"
    )
    payment = desk.conversation.answers["payment"]

    assert payment.value == "US$700; US$300"
    assert in_words("payment", payment, Language.ENGLISH) == "700 dollars, 300 usd"


@pytest.mark.parametrize(
    ("lines", "salary"),
    [
        (("11 ribu NT tiap bulan", "dulu janji gaji 27 ribu NT bersih"), "NT$27 ribu"),
        (("900 ringgit sebulan", "kata agennya upahnya 2100 ringgit"), "RM2.100"),
        (("udah lunas 46 juta", "katanya gaji 16 juta"), "Rp16 juta"),
        (("janji 2000 ringgit sebulan", "gaji 400 ringgit"), "RM2.000"),
        (("900 ringgit sebulan", "gajinya cuma 300 ringgit"), "RM900"),
        (("gaji 5 juta", "gaji 6 juta kata temannya"), "Rp5 juta"),
    ],
)
def test_a_sum_called_a_wage_stands_for_one_that_only_looked_like_it(lines: tuple[str, ...], salary: str) -> None:
    desk, _ = talk("adik sy ditahan agen di luar negeri, gajinya katanya gede", "aman", *lines)

    assert desk.conversation.value("salary") == salary


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("duitnya 5 juta ding yg udah masuk, 2 juta lagi masih utang", "Rp5 juta; masih utang Rp2 juta"),
        ("5 juta yg udah masuk, 2 juta masih utang", "Rp5 juta; masih utang Rp2 juta"),
        ("baru bayar 5jt pak, kurang 2jt", "Rp5 juta; masih utang Rp2 juta"),
        ("uangnya baru 5 jt kak, 2 jt lagi nyicil", "Rp5 juta; masih utang Rp2 juta"),
        ("baru 5 juta yang masuk, sisanya utang", "Rp5 juta; sisanya utang"),
        ("7 juta itu yg 2 juta msh hutang, baru 5 juta dibayar", "Rp5 juta; masih utang Rp2 juta"),
        ("eh 5 juta deng", "Rp5 juta"),
        ("5 jt ding bukan 7", "Rp5 juta"),
        ("dp 5 juta ding", "Rp5 juta"),
        ("cuma 5 juta ding yg masuk", "Rp5 juta"),
    ],
)
def test_what_was_paid_of_a_sum_holds_with_what_is_owed(line: str, right: str) -> None:
    assert sum_put_right("Rp7 juta", line) == right


@pytest.mark.parametrize(
    "line",
    [
        "diminta 2 juta lagi",
        "kemarin minta 5 juta, tadi 2 juta lagi",
        "utang saya 3 juta di warung",
        "gajinya 5 juta ding",
        "suruh bayar 2 juta lagi klo mau pulang",
        "7 juta ding",
        "gaji baru masuk 2 juta, sisanya belum",
        "potong gaji 2 juta belum dibayar 3 bulan",
    ],
)
def test_other_sums_are_no_part_of_what_was_paid(line: str) -> None:
    assert sum_put_right("Rp7 juta", line) == ""


def test_a_part_that_was_paid_replaces_the_whole_on_the_ticket() -> None:
    desk, heard = talk(
        "adik saya rina 20 th dibawa ke batam, paspornya ditahan",
        "aman",
        "sudah bayar 7 juta ke bu yanti",
        "duitnya 5 juta ding yg udah masuk, 2 juta lagi masih utang",
    )

    assert desk.conversation.value("payment") == "Rp5 juta; masih utang Rp2 juta"
    assert "Rp5 juta; masih utang Rp2 juta, bukan Rp7 juta" in heard
