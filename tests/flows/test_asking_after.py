"""An old mother's first line begins a report; who wants to read, or waits for an answer to one, is led there."""

import pytest

from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    "text",
    [
        "mada mau tanya ana mada di saudi",
        "ibu mau tanya soal anak ibu yg di taiwan",
        "mada mau nanya suami mada di malaysia",
        "numpang tanya pak istri saya kerja di qatar",
        "saya mau tanya tentang adik saya yg skrg di hongkong",
        "sdah lama tdk telpn",
        "udh lama ga nelpon",
        "dah 3 bln tdk telpon",
        "ga pernah nelpon lagi",
        "sudah berbulan bulan tidak pulang",
    ],
)
def test_who_asks_after_one_of_theirs_is_heard(text: str) -> None:
    assert told(text).conversation.flow == "report"


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("mau tanya cara kerja ke saudi", "learn"),
        ("anak saya mau kerja ke saudi gimana caranya", "learn"),
        ("mau tanya biaya ke malaysia buat anak saya", "learn"),
        ("mau tanya soal kerja di taiwan buat adik saya", "learn"),
        ("mau tanya kerja di saudi aman ga", "learn"),
        ("mau tanya status laporan saya", "status"),
        ("petugas lama tidak telepon", "status"),
        ("lama tidak ada kabar laporan saya", "status"),
        ("sudah lama saya tidak menelepon kalian", "menu"),
        ("hp saya lama tidak bisa telpon", "menu"),
    ],
)
def test_who_wants_to_read_or_to_know_how_far_it_is_goes_there(text: str, flow: str) -> None:
    assert told(text).conversation.flow == flow


def test_two_lines_of_an_old_mother_make_one_story() -> None:
    desk = told("mada mau tanya ana mada di saudi", "sdah lama tdk telpn")

    assert desk.conversation.value("victim_relation") == "anak"
    assert "sdah lama tdk telpn" in desk.conversation.value("what")
