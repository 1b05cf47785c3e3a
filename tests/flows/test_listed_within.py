"""A question of a licence in a report of what was done is answered in a line, and the report goes on to its ticket."""

from datetime import timedelta

import pytest

from flows.events import Checked
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, tell


@pytest.mark.parametrize(
    "lines",
    [
        ("saya korban min", "sudah setor 17 juta buat ke taiwan", "yg ngajak pak Darma PT Cakra Benua. resmi ga?"),
        ("mau lapor", "kami ketipu, uang 9 juta raib, PT nya PT Cakra Benua", "PT nya terdaftar gak sih pak"),
        ("mau lapor", "sy tf 12 jt ke bu Neni PT Cakra Benua, sampe skrg ga jadi brgkt", "berizin ndak PT itu pak?"),
    ],
)  # fmt: skip
def test_a_report_of_what_was_done_answers_of_the_list_and_goes_on(lines: tuple[str, ...]) -> None:
    desk = PretendDesk()
    for line in lines[:-1]:
        desk.hear(Said(text=line))
    turn = desk.hear(Said(text=lines[-1]))

    assert any(isinstance(event, Checked) for event in turn.events)
    assert "PT Cakra Benua: " in turn.replies[0].text
    assert desk.conversation.flow == "report"
    tell(desk, "korbannya ada 5 orang")
    desk.wait(timedelta(hours=1))
    ticket = next(iter(desk.tickets.values()))
    assert ticket.draft.facts["company"].value == "PT Cakra Benua"
    assert ticket.draft.facts["check_verdict"].value == "NOT_FOUND"


@pytest.mark.parametrize(
    ("story", "question"),
    [
        ("kakak saya ditawari kerja ke taiwan lewat PT Cakra Benua", "izinnya masih hidup ga pak?"),
        ("adik sy mau ke korea lewat PT Cakra Benua, diminta 30 juta", "PT itu berizin ga min?"),
        ("adik sy mau ke korea lewat PT Cakra Benua, disuruh bayar 30 juta, belum bayar", "resmi ga sih PT nya?"),
    ],
)
def test_a_report_in_which_nothing_was_done_still_goes_on_as_a_check(story: str, question: str) -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", story, question)

    assert desk.conversation.flow == "check"


def test_who_takes_a_report_of_harm_back_after_that_begins_no_check() -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "sy tf 12 jt ke bu Neni PT Cakra Benua, ga jadi brgkt", "berizin ndak PT itu pak?")
    tell(desk, "ga jadi lapor deh")

    assert desk.conversation.flow != "check"
