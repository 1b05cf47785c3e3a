"""What stands on the report after several lines: whose age, whose spouse, whose number, and which name holds."""

import pytest

from flows.conversation import load
from tests.flows.pretend_desk import PretendDesk
from tests.flows.transcript import said_in


def told(*lines: str) -> dict[str, str]:
    desk = PretendDesk()
    for line in lines:
        desk.hear(said_in({"text": line}))
    return {key: answer.value for key, answer in load(desk.state).answers.items()}


_MOTHER = ("kak mau lapor", "mamakku di oman jadi pembantu", "dia dikunci di kamar mandi")


@pytest.mark.parametrize("line", ["aku umur 14 kak kelas 2 smp", "umurku 15 kak"])
def test_a_childs_own_age_leaves_the_mother_the_victim(line: str) -> None:
    after = told(*_MOTHER, line)

    assert after["victim_relation"] == "ibu"
    assert "victim_age" not in after


@pytest.mark.parametrize("line", ["sebenernya itu saya kak", "jujur itu saya", "maaf sebenarnya yg tadi saya sendiri"])
def test_who_owns_up_is_the_victim(line: str) -> None:
    assert told("mau cerita soal temen ditipu kerja ke malaysia", line)["victim"] == "self"


@pytest.mark.parametrize("line", ["sebenernya saya takut kak", "jujur saya malu", "itu saya yg bayar"])
def test_who_tells_of_a_feeling_owns_up_to_nothing(line: str) -> None:
    assert told("mau cerita soal temen ditipu kerja ke malaysia", line).get("victim") != "self"


@pytest.mark.parametrize(
    ("first", "line", "sex"),
    [
        ("tetangga saya mau dibawa ke kuwait", "anaknya masih kecil, suaminya yg maksa", "perempuan"),
        ("tetangga saya mau dibawa ke kuwait", "suaminya ga ijinin", "perempuan"),
        ("sepupu saya dibawa ke brunei", "istrinya hamil 8 bulan", "laki-laki"),
        ("tetangga saya mau dibawa ke kuwait", "yang ngurus Pak Darma, istrinya juga ikut", ""),
        ("suami saya dibawa ke sabah", "saya istrinya", "laki-laki"),
    ],
)
def test_a_spouse_tells_the_sex_of_the_victim(first: str, line: str, sex: str) -> None:
    assert told(first, line).get("victim_sex", "") == sex


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("eh sori bukan jonih, jonih itu adeknya. yg pergi Jumadil", "Jumadil"),
        ("yang hilang itu Jumadil", "Jumadil"),
        ("yg berangkat Jumadil", "Jumadil"),
        ("yg pergi sama Jumadil", "Jonih"),
        ("yang pergi ke Malaysia", "Jonih"),
        ("yg kabur Pak Jumadil", "Jonih"),
    ],
)
def test_the_name_of_who_went_takes_the_place_of_another(line: str, name: str) -> None:
    assert told("mau lapor sepupu saya Jonih 27 th", line)["victim_name"] == name


def test_the_age_of_their_child_is_not_the_victims() -> None:
    after = told("keluarga paman saya 5 orang, kerja sawit di kutai", "anaknya yg 12 taun disuruh mupuk juga")

    assert "victim_age" not in after
    assert "paman" in after["victim_relation"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("no tlp 088133409268", "recruiter_phone"),
        ("nomornya ga saya save tapi ini 082266810493", "recruiter_phone"),
        ("nomor telp saya 088133409268", "contact_phone"),
        ("wa saja ini nomor saya 088133409268", "contact_phone"),
    ],
)
def test_whose_number_it_is(line: str, key: str) -> None:
    after = told("sahabat aku Melita mau dibawa ke dubai", "yg urus namanya Kak Farel kenal di telegram", line)

    assert [one for one in ("recruiter_phone", "victim_phone", "contact_phone") if after.get(one)] == [key]


def test_a_neighbour_who_recruits_has_one_number() -> None:
    after = told("adik saya mau dibawa ke arab", "agennya bu ecin tetangga sy sendiri 0819 1770 0345")

    assert after["recruiter_phone"] == "+6281917700345"
    assert "victim_phone" not in after
