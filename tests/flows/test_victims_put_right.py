"""The victim's name told anew wins over a wrong one, at any step and after filing; another person's name does not."""

import pytest

from tests.flows.pretend_desk import PretendDesk, told

_MISREAD = ("anak sy lueq bln 2 dibawa ke malaysia, skrg di kebun sawit pahang", "aman", "ga tau")
_PUPILS = ("ada 2 murid saya mau dibawa kerja ke batam hari senin, si ayu namanya", "aman", "masih di rumah")
_NAMED = ("anak saya Rohana 24 th dibawa ke malaysia, skrg di kebun sawit pahang", "aman", "ga tau")


def _filed(desk: PretendDesk, key: str) -> str:
    return desk.tickets[desk.mine[0]].draft.facts[key].value


@pytest.mark.parametrize(
    "line",
    [
        "anak tiang herman 24 th. kakine luka",
        "kok lueq. lueq tu artine dulu. nm anak tiang HERMAN",
        "ndk cocok lueq td sdh diganti herman blm",
        "bukan lueq tapi herman",
        "nama anak saya herman bukan lueq",
        "lueq itu salah, yg bener herman",
        "korbannya herman",
        "anak saya namanya herman umur 24 thn",
        "salah pak, namanya herman",
        "nama korban Herman",
        "ganti namanya jadi herman",
        "sy cuma mau betulin nama korbannya, herman",
    ],
)
def test_a_name_told_anew_is_the_victims(line: str) -> None:
    conversation = told(*_MISREAD, line).conversation

    assert conversation.value("victim_name") == "Herman"
    assert "Herman" in conversation.value("victim")
    assert "Lueq" not in conversation.value("victim")


@pytest.mark.parametrize(
    "line",
    [
        "nama bosnya herman",
        "nama saya herman",
        "anak saya herman jg dibawa",
        "kok anak saya blm pulang",
        "anak saya dewi 5 th nangis terus nyari kakaknya",
        "anak saya dewi nangis terus",
        "nama agennya herman",
        "kata herman dia sehat",
        "lueq salah apa kok ditahan",
        "ganti nomor saya ya, herman yg pegang hp",
        "namanya herman yg bawa",
        "siapa nama korbannya?",
        "tetangga namanya herman",
        "teman saya namanya herman yg tau ceritanya",
    ],
)
def test_another_name_is_not(line: str) -> None:
    assert told(*_MISREAD, line).conversation.value("victim_name") == "Lueq"


@pytest.mark.parametrize("line", ["anak saya Herman jg ikut", "anak saya Herman 19 th", "bukan Rohana yg bawa, Herman"])
def test_a_name_that_was_sure_stays_beside_another(line: str) -> None:
    assert told(*_NAMED, line).conversation.value("victim_name") == "Rohana"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "lho ayu itu yg taun lalu bu bkn yg ini. yg sekarang lia safitri 15 thn kelas 9 sama wulan 14 thn kelas 8",
            "Lia Safitri dan Wulan",
        ),
        ("bukan ayu bu, yg ini lia safitri", "Lia Safitri"),
        ("ayu itu yg dulu. sekarang lia sama wulan", "Lia dan Wulan"),
        ("ayu sama lia dua duanya murid saya", "Ayu"),
        ("ayu itu anaknya pintar", "Ayu"),
    ],
)
def test_who_was_denied_gives_way_to_those_who_are_meant(line: str, name: str) -> None:
    assert told(*_PUPILS, line).conversation.value("victim_name") == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("lueq td sdh diganti herman blm", "Herman"),
        ("nama anak saya herman bukan lueq", "Herman"),
        ("korbannya herman ya pak", "Herman"),
        ("samsul sudah diganti herman", "Lueq"),
        ("nama mandornya herman", "Lueq"),
    ],
)
def test_it_wins_after_the_report_was_filed_too(line: str, name: str) -> None:
    desk = told(*_MISREAD, "ga tau", "kirim", "kirim", line)

    assert _filed(desk, "victim_name") == name


@pytest.mark.parametrize("line", ["anak saya laek bln 2 brgkt ke malaysia", "murid saya si ayu smp dibawa ke batam"])
def test_words_for_the_past_and_for_schools_are_no_names(line: str) -> None:
    assert told(line).conversation.value("victim_name") in {"", "Ayu"}


_PUPIL = ("murid saya si ayu 15 thn mau dibawa ke batam besok", "aman", "di rumahnya")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("bukan ayu bu tp lia", "Lia"),
        ("salah nama itu, yg bener lia safitri", "Lia Safitri"),
        ("maksud saya lia bukan ayu", "Lia"),
        ("lia namanya bukan ayu", "Lia"),
        ("ayu itu yg lama, yg baru lia", "Lia"),
        ("not ayu, her name is lia", "Lia"),
        ("ibunya ayu namanya lia", "Ayu"),
        ("adiknya ayu namanya lia jg mau dibawa", "Ayu"),
        ("bukan ayu yg nelpon tapi lia", "Ayu"),
        ("salah satu temannya lia", "Ayu"),
        ("ayu lama ga pulang, lia nangis", "Ayu"),
    ],
)
def test_a_short_name_is_put_right_and_recruits_nobody(line: str, name: str) -> None:
    conversation = told(*_PUPIL, line).conversation

    assert conversation.value("victim_name") == name
    assert conversation.value("recruiter") in {"", "Lia"} - ({"Lia"} if name.startswith("Lia") else set())
