"""Somebody, a name or a wish for silence is taken back, and nothing beside it is lost."""

import pytest

from flows.draft import draft_of
from flows.said import Said
from tests.flows.pretend_desk import talk, told

_BACK_HOME = (
    "sy samsul baru pulang dr malaysia kebun sawit sibu gaji 6 bln ga dibayar, tekong pak amaq ris",
    "aman",
    "ponakan sy yadi 20 masih disana ga bs pulang, paspor sy di bos",
)
_LOCKED_UP = ("sy di riyadh dikunci majikan, disiram air panas", "di al malaz", "jgn bilang suami sy", "chat aja")
_GIRL = (
    "aku umur 16 kerja d karaoke bajo suruh temani tamu",
    "di labuan bajo",
    "jgn telp ya chat aja",
    "yg ajak kak desi kenal d fb 081246660001",
    "namaku intan dari sape naik kapal ferry 2 oktober",
)
_NIECE = ("ponakan saya rina 20 th dibawa ke batam, paspornya ditahan", "aman")


@pytest.mark.parametrize(
    "line",
    [
        "pak ponakan sy ga usah dicatat dulu ya takut dipulangin paksa",
        "ponakan jgn dimasukin laporan ya",
        "keponakan saya gausah ditulis kak",
        "soal ponakan sy jangan dicatat dulu",
    ],
)
def test_whom_the_writer_takes_back_is_struck_and_the_rest_stays(line: str) -> None:
    desk, heard = talk(*_BACK_HOME, line)

    story = desk.conversation.value("what")
    assert "yadi" not in story
    assert "paspor sy di bos" in story
    assert "kebun sawit sibu" in story
    assert "ponakan tidak saya catat" in heard or "keponakan tidak saya catat" in heard
    assert "ponakan" in draft_of(desk.conversation, desk.facts(Said())).facts["withheld"].value


@pytest.mark.parametrize("line", ["ponakan sy jangan dicatat dulu", "ponakan saya ga usah dilaporin deh"])
def test_the_victim_of_the_report_is_not_struck(line: str) -> None:
    desk = told(*_NIECE, line)

    assert "rina" in desk.conversation.value("what")
    assert desk.conversation.value("victim_name") == "Rina"


@pytest.mark.parametrize(
    "line",
    [
        "paspor ponakan sy ga dicatat di imigrasi",
        "gaji sy ga pernah dicatat bos",
        "ponakan sy ga tau apa2",
        "kenapa ponakan sy ga dicatat?",
        "simpan nomor ponakan sy ya",
    ],
)
def test_other_lines_strike_nobody(line: str) -> None:
    desk = told(*_BACK_HOME, line)

    assert "yadi" in desk.conversation.value("what")
    assert not desk.conversation.knows("withheld")


def test_a_nephews_age_is_not_the_writers() -> None:
    assert not told(*_BACK_HOME).conversation.knows("victim_age")


@pytest.mark.parametrize("line", ["kak jgn simpen nama aku td yg intan", "nama aku jangan disimpan ya kak"])
def test_a_name_taken_back_takes_nothing_beside_it(line: str) -> None:
    desk = told(*_GIRL, line)

    draft = draft_of(desk.conversation, desk.facts(Said()))
    assert "intan" not in draft.facts["what"].value.lower()
    assert "dari sape naik kapal ferry 2 oktober" in draft.facts["what"].value
    assert "name" not in draft.reporter
    assert draft.is_anonymous


def test_a_name_that_was_not_taken_back_stays_in_the_story() -> None:
    desk = told(*_GIRL)

    assert "intan" in draft_of(desk.conversation, desk.facts(Said())).facts["what"].value


@pytest.mark.parametrize(
    ("line", "silence"),
    [
        ("suami blh tau deh. ibu jgn", "ibu jgn"),
        ("suami boleh dikasih tau, ibu jangan", "ibu jangan"),
        ("eh suami sy gpp tau", ""),
        ("suamiku boleh tau kok", ""),
        ("ibu jgn dikasih tau jg", "jgn bilang suami sy; ibu jgn dikasih tau jg"),
        ("suami sy ga boleh tau pokoknya", "jgn bilang suami sy; suami sy ga boleh tau pokoknya"),
        ("suami sy tau nya sy kerja", "jgn bilang suami sy"),
        ("kakak boleh tau", "jgn bilang suami sy"),
    ],
)
def test_who_may_know_after_all_is_taken_from_those_who_must_not(line: str, silence: str) -> None:
    assert told(*_LOCKED_UP, line).conversation.value("silence") == silence
