"""Who asks how to check by themselves is told how, at any question of a check, and what a SIP3MI is."""

import pytest

from flows.worries import worries_in
from tests.flows.pretend_desk import tell, told

BEGUN = ("mau tanya pt bunga samudra itu resmi apa ndak",)


@pytest.mark.parametrize(
    "line",
    [
        "trus cara ngecek sendiri gimana pak",
        "makanya sy tanya cara ceknya gimana? di hp bisa ndak",
        "gmn cara cek pt resmi",
        "bisa ngecek sendiri lewat hp ga kak",
        "klo mau ngecek di mana ya pak",
        "cara mastiin pt nya bener gimana kak",
        "how can i check it myself?",
    ],
)
@pytest.mark.parametrize("before", [(), ("tetangga",), ("tetangga", "hongkong", "tunai", "ada")])
def test_it_is_said_how(line: str, before: tuple[str, ...]) -> None:
    heard = tell(told(*BEGUN, *before), line)
    assert "Siskop2mi" in heard
    assert "petugas yang bisa menjawab" not in heard


@pytest.mark.parametrize(
    "line",
    [
        "cek status laporan saya gimana",
        "hasil cek medis gimana",
        "mau cek pt bunga samudra",
        "dia cek hp saya tiap malam gimana",
        "kalau petugas yg cek gimana caranya",
        "cara lapor gimana",
    ],
)
def test_other_checks_are_not_meant(line: str) -> None:
    assert "check_self" not in worries_in(line)


@pytest.mark.parametrize(
    "line", ["sip3mi tu apa pak sy orang kampung ndak ngerti", "sip3mi tuh apaan", "apa itu sip3mi", "p3mi itu apa ya"]
)
def test_a_sip3mi_is_explained_at_once(line: str) -> None:
    assert "surat izin dari pemerintah" in tell(told(*BEGUN), line)


@pytest.mark.parametrize("line", ["nomor sip3mi nya 123", "ada sip3mi nya kok", "katanya sip3mi nya masih diurus"])
def test_who_tells_of_a_sip3mi_is_not_taught(line: str) -> None:
    assert "sip3mi" not in worries_in(line)


def test_the_answer_beside_the_question_counts() -> None:
    desk = told(*BEGUN, "orang pt nya", "hongkong", "rekening pt", "ada")
    tell(desk, "belum pak. makanya sy tanya cara ceknya gimana? di hp bisa ndak")
    assert desk.conversation.value("check_order") == "no"
