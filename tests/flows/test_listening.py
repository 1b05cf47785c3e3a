"""Commands, sayings, wishes and topics: told from stories, whatever words stand around them."""

import pytest

from flows import questions as q
from flows.commands import Command, command_in
from flows.contact_wishes import contact_wish
from flows.conversation import Answer, Conversation, Origin
from flows.facts import Facts
from flows.labels import Language
from flows.name_wishes import name_wish
from flows.question import Question
from flows.reading import Found, Reading, Signal
from flows.registers import as_to_a_child
from flows.said import Said
from flows.sayings import Saying, saying_in
from flows.tellers import is_victims_own
from flows.topics import about, answers_elsewhere
from flows.turn import take_turn
from flows.wording import in_words, value_in_words
from tests.flows.pretend_desk import PretendDesk

_LOCKED = (Signal("locked_up", "disekap"),)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("gak tau", Command.UNKNOWN),
        ("ndak tau pak", Command.UNKNOWN),
        ("lewati aja", Command.SKIP),
        ("kenapa harus cerita", Command.WHY),
        ("kenapa ditanya?", Command.WHY),
        ("kan sudah saya bilang tadi", Command.ALREADY_TOLD),
        ("sudah, kirim saja", Command.ENOUGH),
        ("hapus semua", Command.DELETE),
        ("english please", Command.ENGLISH),
        ("status please", Command.STATUS),
    ],
)
def test_command_is_told_from_a_story(text: str, command: Command) -> None:
    assert command_in(text) is command


@pytest.mark.parametrize(
    "text", ["kenapa adik saya dibawa", "petugas imigrasi minta uang", "berhenti kerja karena dipukul"]
)
def test_story_is_no_command(text: str) -> None:
    assert command_in(text) is None


@pytest.mark.parametrize(
    "text", ["siapa yang lapor saya?", "kasih tau nama pelapornya", "apa saya dilaporkan?", "who reported me"]
)
def test_fishing_is_noticed(text: str) -> None:
    assert saying_in(text) is Saying.WHO_REPORTED


@pytest.mark.parametrize("text", ["saya mau lapor", "lapor ke siapa ya", "sudah lapor polisi tapi diam saja"])
def test_reporting_is_not_fishing(text: str) -> None:
    assert saying_in(text) is not Saying.WHO_REPORTED


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("jangan hubungi saya", True),
        ("maaf pak jangan telpon dulu, hp saya dibaca orang", True),
        ("do not call me please", True),
        ("jangan hubungi perekrutnya", False),
        ("dia jangan sampai tahu", False),
        ("boleh telpon", False),
        ("ga usah dihubungi ya", True),
        ("saya tidak mau ditelpon", True),
        ("dia tidak boleh telepon keluarganya", False),
        ("they do not call me any more", False),
    ],
)
def test_wish_for_no_contact_is_heard_in_any_message(text: str, *, wants: bool) -> None:
    assert (contact_wish(text).way == "no") is wants


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("tolong saya disekap", True),
        ("saya dan teman disekap di ruko", True),
        ("saya lihat ada yang disekap", False),
        ("ada orang disekap di dekat rumah saya", False),
    ],
)
def test_own_harm_is_told_from_what_was_seen(text: str, *, own: bool) -> None:
    assert is_victims_own(text, Reading(text, signals=_LOCKED)) is own


def test_named_relative_is_the_victim_not_the_writer() -> None:
    found = {"victim_relation": Found("adik", "adik saya")}

    assert not is_victims_own("saya takut adik saya disekap", Reading(signals=_LOCKED, found=found))


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        (q.VICTIM_NOW, "di rumah, ds sengkol", True),
        (q.VICTIM_NOW, "batam", True),
        (q.VICTIM_NOW, "keluarga, adik saya umur 19", False),
        (q.RECRUITER, "di rumah, ds sengkol", False),
        (q.RECRUITER, "mamad", True),
        (q.RECRUITER_PHONE, "tetangga namanya mamad", False),
        (q.DOCUMENTS, "minggu depan", False),
        (q.PAYMENT, "dipegang majikan", False),
        (q.WHAT, "minggu depan", True),
    ],
)
def test_answer_stays_with_its_question(question: Question, text: str, *, fits: bool) -> None:
    assert about(text, Reading(text)).fits(question, Conversation()) is fits


def test_choice_of_another_question_goes_there() -> None:
    told = answers_elsewhere("boleh di chat", Conversation())

    assert told == {"contact": Answer("chat", Origin.ASKED, "boleh di chat")}


def test_phrase_of_several_questions_goes_nowhere() -> None:
    assert answers_elsewhere("tidak ada", Conversation()) == {}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("+6281917000111", "0819-1700-0111"),
        ("+60123456789", "+60123456789"),
        ("2026-11-26", "Kamis 26 November"),
        ("2026-11-26 05:00", "Kamis 26 November, 05.00"),
        ("minggu depan", "minggu depan"),
    ],
)
def test_values_are_written_as_people_write_them(value: str, words: str) -> None:
    assert value_in_words(value, Language.INDONESIAN) == words


def test_english_citizen_reads_their_own_words_again() -> None:
    assert in_words("victim", Answer("adik perempuan", words="My sister"), Language.ENGLISH) == "My sister"


def test_child_is_addressed_as_a_child() -> None:
    assert as_to_a_child("Anda di mana? Nomor Anda aman.") == "Kamu di mana? Nomor kamu aman."


def test_answer_put_right_keeps_what_it_replaced(facts: Facts) -> None:
    told = {"destination": Answer("Malaysia", Origin.VOLUNTEERED), "safe": Answer("yes"), "what": Answer("cerita")}
    turn = take_turn(Conversation("report", answers=told), Said(text="eh salah, bukan malaysia tapi kamboja"), facts)

    assert turn.conversation.answers["destination"].value == "Kamboja"
    assert turn.conversation.answers["destination"].was == "Malaysia"


def test_harm_told_of_a_girl_next_door_is_not_the_writers() -> None:
    text = "I run a small shop on Gili Air. there's a girl at the bar, she's being made to sleep with customers"
    reading = Reading(text, signals=(Signal("sexual_violence", "made to sleep with customers"),))

    assert not is_victims_own(text, reading)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("im crew on a longline boat\nno salary since june", True),
        ("hello\nI am an indonesian deckhand\nno salary since june", True),
        ("I am a teacher in the village\nno salary since june", False),
    ],
)
def test_who_says_what_they_are_in_english_tells_of_themselves(text: str, *, own: bool) -> None:
    reading = Reading(text, signals=(Signal("unpaid", "no salary"),))

    assert is_victims_own(text, reading) is own


def test_harm_told_in_english_of_oneself_is_the_writers() -> None:
    text = "I work in a bar on Gili Air, I am made to sleep with customers"
    reading = Reading(text, signals=(Signal("sexual_violence", "made to sleep with customers"),))

    assert is_victims_own(text, reading)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "saya pegawai desa, mau lapor kades saya sendiri",
            "umur anak2 yg mau jadi tkw diubah, saya yg disuruh nulis",
        ),
        ("Saya dulu kerja jadi calo, sekarang insaf", "perempuan2 dikirim ke Oman, paspornya ditahan agen"),
        ("I'm on holiday in Senggigi, there's a teenager in this bar who isn't allowed to leave",),
    ],
)
def test_who_saw_or_took_part_is_not_the_victim(lines: tuple[str, ...]) -> None:
    desk = PretendDesk()
    for line in lines:
        desk.hear(Said(text=line))

    assert desk.conversation.value("victim") != "self"


@pytest.mark.parametrize(
    ("line", "name"),
    [("nama asliku boleh dipakai kok", "name"), ("namaku boleh dipake aja", "name"), ("nama asliku jangan ya", "hide")],
)
def test_leave_to_use_the_real_name_is_heard(line: str, name: str) -> None:
    assert name_wish(line) == name


def test_one_of_them_puts_nothing_right() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="3 orang ditampung di rumah pak Dirham, pak Dirham yang bawa"))
    desk.hear(Said(text="salah satunya masih SMP namanya Lestari"))

    assert desk.conversation.value("recruiter") == "Pak Dirham"
