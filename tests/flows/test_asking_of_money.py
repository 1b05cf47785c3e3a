"""A question about money back that tells no case is answered, and begins no report."""

import pytest

from tests.flows.pretend_desk import talk, tell, told


@pytest.mark.parametrize(
    "line",
    [
        "klo sdh kasi 4 juta itu bisa minta balik ndak pak",
        "kalau udah bayar dp bisa ditarik lagi gak",
        "klo uang muka 5jt udh masuk msh bs diminta kembali kah?",
        "kalau sudah tf 10 juta apa bisa dikembalikan",
        "kalo gak jadi berangkat dp nya balik ga",
        "misalnya batal uangnya bisa balik ga kak?",
        "if i already paid 4 million can i get it back?",
    ],
)
def test_it_is_answered_and_rests(line: str) -> None:
    desk, heard = talk(line)
    assert "bank" in heard
    assert not desk.conversation.flow
    assert not desk.conversation.answers
    tell(desk, "bukan lapor pak aduh. sudah ya makasi")
    assert not desk.conversation.flow
    assert not desk.tickets


@pytest.mark.parametrize(
    "line",
    [
        "uang saya 30 juta bisa balik ga",
        "klo sdh kasih 4 juta ke sponsor trus anak sy hilang gmn",
        "dia minta balik uangnya 4 juta kalau batal",
        "kalau batal disuruh ganti 20 juta, paspor ditahan, bisa diminta balik gak",
        "adik saya sudah kasih 4 juta ke pak Mukti, kalau batal bisa balik ga",
    ],
)
def test_money_that_is_gone_begins_a_report(line: str) -> None:
    assert told(line).conversation.flow == "report"
