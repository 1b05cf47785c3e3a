"""Harm told by its tool, its punishment or its wound, and the same words in a kitchen, a clinic, a training centre."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def signs(text: str) -> set[str]:
    return {signal.name for signal in understand(text, today=TODAY).signals}


@pytest.mark.parametrize(
    "text",
    [
        "majikan siram air panas",
        "kl target ga sampe disetrum",
        "target ga pernah nyampe, kena setrum terus",
        "dipukul pakai kabel",
        "dirotan mandor",
        "bos pake stun gun",
        "kita dikasih alat kejut klo ga nurut",
        "kena tumpah minyak panas sama majikan",
        "she poured boiling water on me",
        "tgn ku kena setrika majikan",
        "ditempelin rokok sama bos",
        "disuruh jongkok di matahari",
        "suruh berdiri 12 jam",
        "disuruh berlutut di depan semua orang",
        "ga dikasih tidur 3 hari",
        "dilempar botol sm bos",
        "kuping ditarik sm madam",
        "dicubit majikan tiap hari",
        "kepalanya dicelupin ke bak",
        "digantung di tiang sama mandor, saya lihat",
    ],
)
def test_what_is_done_to_the_body_is_violence(text: str) -> None:
    assert "violence" in signs(text)
    assert understand(text, today=TODAY).urgency != "normal"


@pytest.mark.parametrize(
    "text",
    [
        "tgn sy melepuh",
        "tangan masuk mesin press, disuruh kerja lagi",
        "jari putus kena mesin ga dibawa rs",
        "demam 5 hari disuruh tetap kerja",
        "kepalanya bocor, dia ga diobatin",
        "kaki bengkak ga boleh berobat",
    ],
)
def test_who_is_hurt_or_ill_without_care_is_shown_so(text: str) -> None:
    assert "sick_injured" in signs(text)
    assert understand(text, today=TODAY).is_emergency


def test_a_bruise_alone_is_shown_and_raises_no_alarm() -> None:
    assert "sick_injured" in signs("badan sy lebam2")
    assert not understand("aman cuma tangan sy luka jd susah ngetik", today=TODAY).is_emergency


@pytest.mark.parametrize(
    "text",
    [
        "tangan saya kena minyak panas waktu goreng tempe, ada obatnya ga",
        "jari kejepit pintu mobil, puskesmas buka jam berapa",
        "ponakan dicubit neneknya gemes banget",
        "belum boleh makan minum sebelum medical ya?",
        "main lempar bola sama anak majikan",
        "kaki pegel abis lari keliling lapangan, persiapan tes fisik",
        "hukuman push up kalau telat di pelatihan wajar ga",
        "latihan fisik di lpk disuruh push up 20x biar siap ke jepang",
        "setiap kamis ada pelatihan di blk",
        "kapok ikut agen itu lagi",
        "di Teluk Awang ada yg jahat",
    ],
)
def test_the_same_words_elsewhere_call_nobody(text: str) -> None:
    assert not understand(text, today=TODAY).is_emergency
