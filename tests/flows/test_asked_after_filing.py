"""What is asked is answered before filing and after it: to see the notes, who reads, whether to go there oneself."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, tell

_ID = Language.INDONESIAN
_TOLD = "adik saya Wahyu dibawa pak Seman ke kebun sawit di Sarawak, sudah bayar 4 juta, paspornya ditahan"
_TO_THE_END = ("cukup", "chat saja", "kapan saja", "lewati", "tanpa nama", "ya benar", "kirim")


def _asked(line: str, *, is_filed: bool) -> str:
    desk = PretendDesk()
    tell(desk, _TOLD, "aman", *(_TO_THE_END if is_filed else ()))
    return tell(desk, line)


@pytest.mark.parametrize(
    "line",
    [
        "lihat laporan",
        "coba liatin apa yg km tulis",
        "bacain lagi laporan saya",
        "yg km catet apa aja",
        "show my report",
    ],
)
def test_who_wants_to_see_the_report_is_shown_it_or_told_where_it_is(line: str) -> None:
    assert "Pak Seman" in _asked(line, is_filed=False)
    heard = _asked(line, is_filed=True)
    assert any(say("worry_show", language) in heard for language in Language)


@pytest.mark.parametrize("is_filed", [True, False])
@pytest.mark.parametrize(
    "line", ["ini polisi bukan", "km polisi bukan sih", "ini beneran polisi bukan pak", "polisi apa bukan ini"]
)
def test_whether_this_is_the_police_is_answered(line: str, *, is_filed: bool) -> None:
    assert say("asked_who", _ID) in _asked(line, is_filed=is_filed)


@pytest.mark.parametrize("is_filed", [True, False])
@pytest.mark.parametrize(
    "line",
    ["petugas nanti bilang sy yg lapor ndak", "nanti polisi blg ga kl sy yg laporin", "kalian sebut nama saya ga"],
)
def test_whether_officers_say_who_reported_is_answered(line: str, *, is_filed: bool) -> None:
    assert say("worry_secret", _ID) in _asked(line, is_filed=is_filed)


@pytest.mark.parametrize("is_filed", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "boleh tiang ambil paspornya ke rumah pak seman",
        "mau ke rumah bu Ratnah sekarang boleh ndak",
        "sy samperin aja ya ke rumahnya",
        "gpp kan kl sy kerumah calonya ambil ijazah",
        "blh sy ke sana minta paspor adik sy",
    ],
)
def test_who_would_go_there_is_warned(line: str, *, is_filed: bool) -> None:
    assert say("worry_go_there", _ID) in _asked(line, is_filed=is_filed)


@pytest.mark.parametrize(
    "line", ["dinasnya dimana ya", "bisa tanya ke disnaker langsung?", "disnaker lombok timur alamatnya"]
)
def test_the_labour_office_is_told_of_in_a_check(line: str) -> None:
    desk = PretendDesk()
    tell(desk, "PT Cakra Benua Sentosa itu terdaftar apa ngga ya")

    assert say("worry_dinas", _ID) in tell(desk, line)


@pytest.mark.parametrize(
    "line",
    [
        "adik saya boleh pulang ke rumah ndak",
        "kalau dia ke rumah saya gimana",
        "petugas bisa ke rumah saya besok ga",
        "dia dibawa ke rumah pak haji",
        "status laporan saya gimana",
        "bukan polisi yang bawa, tapi calo",
    ],
)
def test_neighbours_are_told_something_else(line: str) -> None:
    heard = _asked(line, is_filed=True)

    assert say("worry_go_there", _ID) not in heard
    assert say("worry_show", _ID) not in heard
    assert say("asked_who", _ID) not in heard
