"""Several lines put right in one message, what is to stay as it is, and the same after a report was filed."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, tell

_ID = Language.INDONESIAN
_TOLD = "adik saya Rahmat umur 17 dibawa H. Mansur ke kebun sawit di Sarawak, korban 8 orang, sudah bayar 5 juta"
_TO_THE_END = ("cukup", "chat saja", "kapan saja", "lewati", "tanpa nama")


def _summed() -> PretendDesk:
    desk = PretendDesk()
    tell(desk, _TOLD, "aman", *_TO_THE_END)
    return desk


def _filed(line: str) -> dict[str, str]:
    desk = _summed()
    tell(desk, "ya benar", "kirim", line)
    facts = desk.tickets[desk.mine[0]].draft.facts
    return {key: answer.value for key, answer in facts.items()}


_BEFORE = {"victim_age": "17", "victim_count": "8", "recruiter": "H. Mansur", "payment": "Rp5 juta"}


@pytest.mark.parametrize(
    ("line", "right"),
    [
        (
            "Koreksi: 1. bukan istri saya. Siti itu istri perekrut 2. Rahmat umur 19, yg 16-17 th itu 2 orang lain",
            {"victim_age": "19", "victim_relation": "adik"},
        ),
        ("ralat 1) umurnya 18 2) bayarnya 7 juta", {"victim_age": "18", "payment": "Rp7 juta"}),
        ("umurnya bukan 17 tapi 19, tujuannya Sabah", {"victim_age": "19", "destination": "Sabah, Malaysia"}),
        ("ralat umur 19 dan bayarnya 6 juta", {"victim_age": "19", "payment": "Rp6 juta"}),
        ("salah kak. korban 9 orang\numurnya 16", {"victim_count": "9", "victim_age": "16"}),
        ("bukan 8, jadi 9", {"victim_count": "9"}),
        ("bukan 17 tapi 18", {"victim_age": "18"}),
        ("maaf umurnya keliru harusnya 18 trs bayarnya bukan 5 tp 8 juta", {"victim_age": "18", "payment": "Rp8 juta"}),
        (
            "perekrutnya bukan H. Mansur tapi pak Kadir, korbannya bukan 8 tapi 6",
            {"recruiter": "Pak Kadir", "victim_count": "6"},
        ),
        ("yg benar umur 16, perekrutnya pak Kadir", {"victim_age": "16", "recruiter": "Pak Kadir"}),
    ],
)
def test_each_line_that_is_put_right_changes_itself_alone(line: str, right: dict[str, str]) -> None:
    desk = _summed()
    tell(desk, line)

    for key, value in {**_BEFORE, **right}.items():
        assert desk.conversation.value(key) == value


@pytest.mark.parametrize(
    "line",
    [
        "Korban tetap 8 orang jgn dirubah. Perekrut tetap H. Mansur",
        "korbannya tetap 8 orang",
        "jgn diganti perekrut H. Mansur",
        "Korban: tetep 8 org ya jgn dganti2, yg ngajak ttp H Mansur",
        "bukan 7, jadi 8",
    ],
)
def test_what_is_to_stay_stays_and_is_said(line: str) -> None:
    desk = _summed()
    heard = tell(desk, line)

    assert say("noted", _ID) not in heard
    assert "Baik, tetap." in heard
    assert {key: desk.conversation.value(key) for key in _BEFORE} == _BEFORE


def test_what_is_to_stay_is_set_back_where_it_was_changed() -> None:
    desk = _summed()
    tell(desk, "perekrutnya bukan H. Mansur tapi H. Salim", "perekrut tetap H. Mansur")

    assert desk.conversation.value("recruiter") == "H. Mansur"


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("ralat: korban 9 org, perekrut H. Salim bukan H. Mansur", {"victim_count": "9", "recruiter": "H. Salim"}),
        ("umurnya bukan 17 tapi 19, bayarnya 6 juta bukan 5", {"victim_age": "19", "payment": "Rp6 juta"}),
        ("korbannya bukan 8 jadi 9", {"victim_count": "9"}),
        ("ralat umurnya ternyata 14 kata tukang masaknya", {"victim_age": "14", "job": "perkebunan sawit"}),
        ("koreksi 1. perekrut pak Salim 2. umurnya 18", {"recruiter": "Pak Salim", "victim_age": "18"}),
    ],
)
def test_lines_are_put_right_after_filing(line: str, right: dict[str, str]) -> None:
    facts = _filed(line)

    assert {key: facts[key] for key in {**_BEFORE, **right}} == {**_BEFORE, **right}
    assert "adik" in facts["victim"]
    assert "Rahmat" in facts["victim"]


@pytest.mark.parametrize(
    "line",
    [
        "dia tetap di sana sampai sekarang",
        "saya tetap mau lapor",
        "bukan cuma 8 orang yg kena dan uang mereka habis",
        "1 orang sakit, 2 orang lagi belum digaji",
        "bukan polisi yg bawa dan uang belum kembali",
    ],
)
def test_neighbours_change_no_line(line: str) -> None:
    desk = _summed()
    heard = tell(desk, line)

    assert "Baik, tetap." not in heard
    for key in ("victim_age", "recruiter", "payment"):
        assert desk.conversation.value(key) == _BEFORE[key]


@pytest.mark.parametrize("line", ["minta 10 juta lg", "katanya harus nambah lg 10 juta", "disuruh tf lagi 10 juta"])
def test_more_that_is_asked_is_noted_with_a_warning_before_and_after_filing(line: str) -> None:
    desk = _summed()
    assert say("pay_no_more", _ID) in tell(desk, line)
    assert desk.conversation.value("payment") == "Rp5 juta; diminta lagi Rp10 juta"

    filed = _summed()
    heard = tell(filed, "ya benar", "kirim", line)
    assert say("pay_no_more", _ID) in heard
    payment = filed.tickets[filed.mine[0]].draft.facts["payment"].value
    assert payment == "Rp5 juta; diminta lagi Rp10 juta"


@pytest.mark.parametrize("line", ["bayar lagi 1 juta gapapa?", "tf aja gpp kan"])
def test_who_asks_whether_to_pay_after_filing_is_warned(line: str) -> None:
    desk = _summed()

    assert say("worry_pay", _ID) in tell(desk, "ya benar", "kirim", line)


@pytest.mark.parametrize(
    "line", ["minta tolong lagi ya pak", "gaji saya naik lagi 1 juta", "kami bayar 2 juta kemarin"]
)
def test_other_sums_are_no_demand(line: str) -> None:
    assert say("pay_no_more", _ID) not in tell(_summed(), line)


def test_how_to_send_is_said_in_full_once() -> None:
    desk = _summed()
    tell(desk, "ini polisi bukan")

    again = tell(desk, "boleh sy telp dia ga")
    assert say("summary.waits_short", _ID) in again
    assert say("summary.waits", _ID) not in again
