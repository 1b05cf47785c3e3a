"""A child beside the writer stays on the ticket, whoever's age is put right."""

import pytest

from flows.draft import draft_of
from flows.events import Draft
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, told

_SHELTER = "sy skrg di penampungan di batam mau diberangkatin ke malaysia hari senin tp sy takut"
_TWELVE = (_SHELTER, "disini ada 12 org cewek semua kak ada yg umur 17")
_GIRL = ("aku umur 16 kerja d karaoke bajo suruh temani tamu", "di labuan bajo")
_SISTER = ("adik saya rina 20 th dibawa ke batam", "aman")


def _draft(desk: PretendDesk) -> Draft:
    return draft_of(desk.conversation, desk.facts(Said()))


def _is_child_shown(draft: Draft) -> bool:
    return any(signal.name == "child_victim" for signal in draft.signals)


@pytest.mark.parametrize(
    ("line", "child"),
    [
        ("bukan sy yg 17, sy 24. yg 17 itu wulan dr bima", "17 tahun, Wulan"),
        ("yg 17 itu wulan, sy 24 thn", "17 tahun, Wulan"),
        ("bukan saya yg 17 tahun kak, itu teman sekamar namanya wulan. saya 24", "17 tahun"),
        ("umur sy 24 kak bukan 17", "17 tahun"),
        ("sy 24 bukan 17", "17 tahun"),
        ("kok 17, aku udah 24 kak. yg 17 itu temenku", "17 tahun"),
    ],
)
def test_the_writers_age_is_theirs_and_the_child_stays(line: str, child: str) -> None:
    desk = told(*_TWELVE, line)

    assert desk.conversation.value("victim") == "self"
    assert desk.conversation.value("victim_age") == "24"
    assert _draft(desk).facts["other_child"].value == child
    assert _is_child_shown(_draft(desk))


def test_the_child_stays_after_a_second_correction() -> None:
    desk = told(*_TWELVE, "bukan sy yg 17, sy 24. yg 17 itu wulan dr bima", "umur sy 24 kak bukan 17")

    assert desk.conversation.value("victim_age") == "24"
    assert _draft(desk).facts["other_child"].value == "17 tahun, Wulan"


@pytest.mark.parametrize(
    ("line", "child"),
    [
        ("temen aku sari 15 th jg disini", "15 tahun, Sari"),
        ("ada anak 14 thn jg disini kak", "14 tahun"),
        ("salah satunya masih smp 14 tahun", "14 tahun"),
        ("yg paling muda 13 kak disini", "13 tahun"),
        ("ada yg masih 12 kasian kak", "12 tahun"),
    ],
)
def test_a_child_there_beside_the_writer_is_told(line: str, child: str) -> None:
    desk = told(*_GIRL, line)

    assert desk.conversation.value("victim_age") == "16"
    assert not desk.conversation.knows("recruiter")
    assert _draft(desk).facts["other_child"].value == child


@pytest.mark.parametrize(
    "line",
    [
        "anak saya umur 5 tahun di rumah sama neneknya",
        "ada anak saya 6 tahun di rumah",
        "sudah ada 15 tahun dia kerja disana",
        "ada 12 orang disini kak",
        "temennya yg ngajak umur 17 tahun",
        "bangunannya ada 15 lantai pak",
        "kerja jam 8 sampai jam 17",
        "dulu 10 tahun lalu ada yg pernah",
    ],
)
def test_no_child_where_none_is_there(line: str) -> None:
    draft = _draft(told(*_SISTER, line))

    assert "other_child" not in draft.facts
    assert not _is_child_shown(draft)


def test_a_victims_own_age_put_right_leaves_no_child() -> None:
    desk = told("adik saya rina 17 th dibawa ke batam", "aman", "rina 20 bukan 17")

    assert desk.conversation.value("victim_age") == "20"
    assert not _is_child_shown(_draft(desk))


def test_the_writers_own_age_put_right_leaves_no_child() -> None:
    assert not _is_child_shown(_draft(told(*_GIRL, "eh aku 19 bukan 16")))
