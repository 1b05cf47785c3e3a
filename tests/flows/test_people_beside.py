"""Names that stand beside: in whose name an account is, two names of two victims, a mother called by her child."""

import pytest

from flows.draft import draft_of
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, told

_TWO = ("Anak tiang dua orang mau dibawa besok pagi dari lembar", "aman")
_CHECKED = ("adik saya Lia ditipu sponsor, dibawa ke batam", "aman", "di ruko nagoya", "ga tau", "boleh chat")


def _facts(desk: PretendDesk) -> dict[str, str]:
    return {key: answer.value for key, answer in draft_of(desk.conversation, desk.facts(Said())).facts.items()}


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("rekeningnya bri 447101002233508 an melani putri", "Melani Putri"),
        ("tf ke BCA 2310098871 a.n. Siti Maesarah ya pak", "Siti Maesarah"),
        ("rek mandiri 1610004478812 atas nama lalu suhardi", "Lalu Suhardi"),
        ("rek bni 0561010277 an PT Sinar Jaya", "PT Sinar Jaya"),
        ("sy bayar 6,5 jt ke udin lewat bri an sahrudin", "Sahrudin (BRI)"),
        ("uangnya masuk rekening bca atas nama sri wahyuni", "Sri Wahyuni (BCA)"),
        ("tf mandiri a.n. lalu suhardi", "Lalu Suhardi (MANDIRI)"),
    ],
)
def test_the_holder_of_an_account_stands_beside_it(line: str, holder: str) -> None:
    assert _facts(told(*_CHECKED, line))["account_holder"] == holder


@pytest.mark.parametrize(
    "line",
    [
        "rekeningnya bri 447101002233508",
        "bayar lewat bri kemarin",
        "paspor atas nama kakak saya",
        "rek bri 447101002233508 an dia sendiri",
    ],
)
def test_nobody_is_made_its_holder(line: str) -> None:
    assert "account_holder" not in _facts(told(*_CHECKED, line))


@pytest.mark.parametrize(
    "line", ["Ahmad sama Jaelani, sudah dijemput tadi sore", "namanya ahmad dan jaelani", "ahmad sm jaelani"]
)
def test_two_names_are_those_of_the_two(line: str) -> None:
    conversation = told(*_TWO, line).conversation

    assert conversation.value("victim_name") == "Ahmad dan Jaelani"
    assert "Ahmad dan Jaelani" in conversation.value("victim")


@pytest.mark.parametrize(
    "line", ["dijemput sama Jaelani tadi sore", "tiang sama istri nangis", "besok sama lusa katanya"]
)
def test_a_name_behind_with_is_none_of_them(line: str) -> None:
    assert "dan" not in told(*_TWO, line).conversation.value("victim_name")


@pytest.mark.parametrize(
    "line",
    [
        "lho ayu itu yg taun lalu bu bkn yg ini. yg sekarang ahmad 15 thn kelas 9 sama jaelani 14 thn kelas 8",
        "namanya ahmad 15 thn dan jaelani umur 14",
    ],
)
def test_two_names_with_their_ages_are_too(line: str) -> None:
    conversation = told(*_TWO, line).conversation

    assert conversation.value("victim_name") == "Ahmad dan Jaelani"
    assert conversation.value("victim_age") == "15"


def test_a_mother_is_called_by_the_name_of_her_child() -> None:
    conversation = told("saya inaq Sarah dari desa ganti", "aman", "anak saya Sarah 3 tahun gak pulang").conversation

    assert conversation.value("victim_name") == "Sarah"


@pytest.mark.parametrize(
    ("lines", "victim"),
    [
        (("nama sy Nurhidayah umur 24 dari sakra", "sy diajak kerja sama bu Masnah ke penang"), "self"),
        (("nama sy Nurhidayah umur 24 dari sakra", "saya disuruh bersih2 3 rumah"), "self"),
        (("nama sy Nurhidayah umur 24 dari sakra", "saya dikasih tau orang"), "24 tahun"),
        (("nama sy Nurhidayah umur 24 dari sakra", "adik saya diajak kerja sama bu Masnah"), "adik"),
    ],
)
def test_who_tells_name_age_and_harm_is_the_victim(lines: tuple[str, ...], victim: str) -> None:
    assert told("mau lapor", *lines).conversation.value("victim").startswith(victim)


def test_a_ride_is_nobody_who_recruits() -> None:
    asked = ("ada 11 orang dikunci di rumah kontrakan mataram", "aman", "jalan lingkar", "ga tau", "boleh chat")

    assert "pagar" not in told(*asked, "pagarnya digembok, makan dikirim pake ojek").conversation.value("recruiter")


_AT_A_CAFE = ("sy di dobo maluku, di kafe dekat pelabuhan", "sy cewek umur 17")


@pytest.mark.parametrize(
    ("line", "job"),
    [
        ("dulu diajak tante Ros jaga toko baju di makassar, kok malah kesini", "jaga toko baju"),
        ("awalnya ditawarin kerja jaga konter hp", "konter"),
        ("disini ada yg jaga toko sebelah baik", "kafe"),
    ],
)
def test_the_work_that_was_promised_counts(line: str, job: str) -> None:
    assert job in told(*_AT_A_CAFE, line).conversation.value("job")


def test_a_name_with_mama_is_of_whom_the_talk_is() -> None:
    lines = (
        "mau laporkan calo yg dulu kirim saya",
        "namanya Mama Jul, hp 085253790116, PT yg dia sebut PT Sinar Mandiri",
    )
    conversation = told("saya mantan TKW", *lines).conversation

    assert conversation.value("recruiter") == "Mama Jul"
    assert conversation.value("recruiter_phone") == "+6285253790116"
