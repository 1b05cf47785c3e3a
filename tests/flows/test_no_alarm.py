"""What weighs like an emergency and is none, beside what looks like it and is one."""

import pytest

from flows.labels import Language
from flows.texts import say
from flows.worries import worries_in
from tests.flows.pretend_desk import talk, told

_ASKED_FOR_CONTACT = (
    "mau lapor, tetangga sy pak muhlis nawarin anak sy kerja ke taiwan, diminta dp 7 juta, ijazahnya diminta",
    *("aman", "cukup"),
)
_CHECKED = ("cek 085733902218 namanya rendi, mau kerja ke thailand", "lewati", "cukup", "minta petugas cek")


@pytest.mark.parametrize(
    "text",
    [
        "wa aja malem jgn nelpon siang ada bapaknya sama ipar sy. jgn kasi tau nama sy ya pak",
        "chat aja mlm, siang ada suami di rumah. jgn sebut nama",
        "wa boleh, jgn telp pagi ada mertua. nama jgn ditulis",
        "cht aja kak jangan telepon, dirumah rame ada bapak",
    ],
)
def test_how_to_be_reached_alarms_nobody(text: str) -> None:
    desk = told(*_ASKED_FOR_CONTACT, text)

    assert not any(standing.alarms for standing in desk.tickets.values())


@pytest.mark.parametrize("text", ["wa aja jgn nelpon, dia suka mukul klo tau", "jangan telpon saya disekap di kamar"])
def test_danger_beside_a_wish_alarms(text: str) -> None:
    desk = told(*_ASKED_FOR_CONTACT, text)

    assert any(standing.alarms for standing in desk.tickets.values())


@pytest.mark.parametrize(
    "text",
    [
        "oya si rendi barusan chat disuruh kirim foto paspor aslinya nanti dibawa dia dibandara. kasi ga",
        "agennya minta paspor saya dibawa dia dulu. boleh ga",
        "katanya paspor nanti dipegang dia biar aman. gapapa ya?",
        "dia minta ijazah asli sy, kasih gak ya",
    ],
)
def test_papers_that_are_asked_for_are_not_held(text: str) -> None:
    desk, last = talk(*_CHECKED, text)

    assert say("worry_give", Language.INDONESIAN) in last
    for standing in desk.tickets.values():
        assert not standing.alarms
        assert "documents" not in standing.draft.facts


@pytest.mark.parametrize(
    "text",
    ["paspor saya sudah dibawa agen, boleh ga itu", "sy kirim fotonya ke sini boleh ga", "dia pegang paspor saya"],
)
def test_papers_that_are_held_or_sent_here_ask_nothing_of_giving(text: str) -> None:
    assert "give" not in worries_in(text)


def test_danger_in_indonesia_names_no_embassy() -> None:
    _, last = talk(
        "keponakan saya rizal mau dibawa ke taiwan jadi abk, sekarang di kos muara baru jakarta",
        "rizal disekap di kos, hp diambil, dipukuli",
    )

    assert "KBRI" not in last
