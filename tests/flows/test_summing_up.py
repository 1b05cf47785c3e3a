"""The summary is shown whole once; after a change it says what reads otherwise, and no more."""

from datetime import timedelta

from flows.said import Said
from tests.flows.pretend_desk import talk

SUMMED = (
    "adik saya Rina dibawa pak Dullah ke malaysia, paspornya ditahan",
    "aman",
    "cukup",
    "boleh chat",
    "tanpa nama",
)


def test_the_first_summary_is_whole() -> None:
    _, heard = talk(*SUMMED)

    assert "Ini yang saya catat:\nKejadian: " in heard
    assert "Perekrut: Pak Dullah" in heard


def test_what_is_put_right_is_shown_alone() -> None:
    _, heard = talk(*SUMMED, "bukan malaysia tapi brunei")

    assert "Sekarang tertulis:\nTujuan: Brunei Darussalam\n\nApakah sudah benar?" in heard
    assert "Pak Dullah" not in heard


def test_where_nothing_reads_otherwise_nothing_is_read_out() -> None:
    _, heard = talk(*SUMMED, "kasian dia kak tiap malam nangis terus")

    assert "Ringkasannya tetap seperti di atas." in heard
    assert "Kejadian" not in heard


def test_a_line_taken_out_says_so() -> None:
    _, heard = talk(*SUMMED, "perekrutnya bukan pak Dullah")

    assert "Perekrut: (tidak ditulis)" in heard


def test_who_asks_to_hear_it_again_is_shown_all_of_it() -> None:
    _, heard = talk(*SUMMED, "bukan malaysia tapi brunei", "ulangi")

    assert heard.startswith("Ini yang saya catat:")


def test_who_comes_back_is_shown_all_of_it() -> None:
    desk, _ = talk(*SUMMED)
    desk.wait(timedelta(hours=2))
    turn = desk.hear(Said(text="bukan malaysia tapi brunei"))

    assert any("Ini yang saya catat:" in reply.text for reply in turn.replies)


def test_an_age_alone_reads_as_an_age_and_may_be_anybodys() -> None:
    _, summary = talk("pak tolong", "umur ku 17", "jangan hubungi", "cukup")
    _, asked = talk("pak tolong", "umur ku 17")

    assert "Korban: 17 tahun" in summary
    assert "Dia sekarang di mana" not in asked
