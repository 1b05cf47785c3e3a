"""What is taken back or was never ours: a lost thing, a joke, a wrong number; and what must stay a case."""

from datetime import timedelta

import pytest

from flows.events import OfficerCalled, Withdrawn
from flows.folding import fold
from flows.jokes import says_it_was_a_lie
from flows.labels import Language
from flows.reading import Reading
from flows.said import Said
from flows.sayings import Saying, saying_in
from flows.texts import say
from flows.things_lost import is_a_loss
from tests.flows.pretend_desk import PretendDesk, tell

_ID = Language.INDONESIAN


@pytest.mark.parametrize(
    "line",
    [
        "motor vario sy hilang di depan masjid tadi subuh",
        "kecurian hp di angkot bang",
        "sapi bapak saya dimaling orang semalem",
        "dompet sama stnk ketinggalan di bemo, ilang",
        "hp adik saya dijambret di pantai",
        "ig ku dibajak orang min",
        "kambing tetangga ilang 2 ekor",
        "my motorbike was stolen last night",
    ],
)
def test_a_thing_that_is_lost_is_a_matter_for_the_police_post(line: str) -> None:
    desk = PretendDesk()
    turn = desk.hear(Said(text=line))
    desk.wait(timedelta(hours=1))

    assert [reply.text for reply in turn.replies] == [say("lost_thing", desk.conversation.language)]
    assert not desk.tickets
    assert not any(isinstance(event, OfficerCalled) for event in turn.events)


@pytest.mark.parametrize(
    "line",
    [
        "anak saya hilang dari kemarin, motornya juga dibawa",
        "paspor saya hilang di jeddah, majikan ga mau urus",
        "hp nya hilang kontak dari minggu lalu",
        "motornya ketemu tapi orangnya hilang",
        "istri saya ilang bawa motor",
        "hp saya disita bos",
    ],
)
def test_somebody_who_is_missing_and_papers_abroad_are_no_lost_things(line: str) -> None:
    assert not is_a_loss(line, Reading())


def test_who_goes_on_about_the_thing_is_told_less_and_reports_nothing() -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "hp sy dicopet di terminal")
    assert tell(desk, "merk nya oppo warna biru") == say("lost_thing_again", _ID)
    assert tell(desk, "oalah ini khusus pekerja migran ya, maaf salah nomer") == say("wrong_number", _ID)
    desk.wait(timedelta(hours=1))

    assert not desk.tickets


def test_a_case_told_after_a_lost_thing_is_heard() -> None:
    desk = PretendDesk()
    tell(desk, "dompet saya ilang di pasar", "adik saya juga dibawa calo ke malaysia, disekap di sana")

    assert desk.conversation.flow == "report"
    assert desk.tickets


def test_a_lost_thing_beside_a_case_belongs_to_it() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya dibawa pak Karim ke batam, ga ada kabar", "hp nya ilang katanya")

    assert desk.conversation.flow == "report"


def test_a_cry_for_help_that_was_of_a_lost_thing_keeps_its_ticket_marked_as_taken_back() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="tolong pak"))
    turn = desk.hear(Said(text="motor saya dimaling barusan"))

    assert [reply.text for reply in turn.replies] == [say("danger.lost_thing", _ID)]
    assert any(isinstance(event, Withdrawn) for event in turn.events)
    assert desk.tickets


@pytest.mark.parametrize(
    "line",
    ["boongan kak wkwk", "sy cuma ngeprank pak", "itu bohong pak maaf", "prank hehe", "tadi cuma bercanda"],
)
def test_a_joke_that_is_taken_back_ends_the_report(line: str) -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "temen sy si Yudi diculik alien wkwkwk")

    assert tell(desk, line) == say("joke", _ID)
    assert tell(desk, "jgn bilang2 ibu sy ya") == say("joke_over", _ID)
    desk.wait(timedelta(hours=1))
    assert not desk.tickets


@pytest.mark.parametrize(
    "line", ["agennya bohong", "bohong ya pak?", "boong ya pak", "sy ga bohong", "ini bukan prank", "dia ngibul terus"]
)
def test_a_lie_of_another_takes_nothing_back(line: str) -> None:
    assert not says_it_was_a_lie(fold(line), line)
    assert saying_in(line) is not Saying.JOKING


@pytest.mark.parametrize("line", ["ini serius bukan bercanda", "dia cuma bercanda katanya", "jgn bercanda pak"])
def test_a_joke_that_is_denied_or_anothers_is_none(line: str) -> None:
    assert saying_in(line) is not Saying.JOKING


def test_harm_goes_to_an_officer_although_its_teller_calls_it_a_joke() -> None:
    desk = PretendDesk()
    tell(desk, "kakak saya kerja di kafe, gajinya ga dibayar, ktp ditahan", "bohong kok pak")
    desk.wait(timedelta(hours=1))

    assert desk.tickets


def test_an_alarm_that_was_a_prank_keeps_its_ticket_marked_as_taken_back() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="tolong pak adik saya hilang"))
    turn = desk.hear(Said(text="prank pak wkwk"))

    assert [reply.text for reply in turn.replies] == [say("danger.retracted", _ID)]
    assert any(isinstance(event, Withdrawn) for event in turn.events)


@pytest.mark.parametrize("line", ["maaf salah nomer", "salah wa kak", "eh sori salah chat", "waduh salah sambung maaf"])
def test_a_wrong_number_is_let_go_kindly(line: str) -> None:
    desk = PretendDesk()

    assert tell(desk, line) == say("wrong_number", _ID)
    assert not desk.tickets


@pytest.mark.parametrize("line", ["nomornya salah, yg bener 081234567890", "salah nomor rekening", "salah kamar hotel"])
def test_a_number_put_right_is_no_wrong_number(line: str) -> None:
    assert saying_in(line) is not Saying.WRONG_NUMBER
