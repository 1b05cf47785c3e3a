"""Questions of one's own about working abroad."""

import pytest

from flows import questions as q
from flows.labels import Language
from flows.learning import asks, topic_of
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("biayanya brp ya", "costs"),
        ("kerja di jepang itu prosesnya gmn", "safe_way"),
        ("ciri2nya apa, tandanya gimana", "signs"),
        ("what documents do i need", "safe_way"),
        ("makasih", ""),
    ],
)
def test_a_question_names_what_there_is_to_read(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_who_asks_how_to_work_abroad_reads_it_at_once_and_reports_nothing() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="kerja di jepang itu prosesnya gmn ya"))
    heard = "\n".join(reply.text for reply in desk.hear(Said(text="biayanya brp")).replies)

    assert say("lesson.costs", Language.INDONESIAN).splitlines()[0] in heard
    assert desk.conversation.flow == "learn"
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.LEARN.id


@pytest.mark.parametrize("text", ["adik saya mau ke malaysia", "somebody offered me a job in malaysia"])
def test_who_tells_asks_nothing(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize("text", ["berangkat lewat temen boleh gak", "umur minimal brp", "is it ok?"])
def test_a_question_is_told_by_its_words_or_its_end(text: str) -> None:
    assert asks(text)


def test_a_question_that_nothing_here_answers_is_said_to_be_the_officers() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="kerja di jepang itu prosesnya gmn ya"))
    heard = desk.hear(Said(text="umur 17 boleh gak")).replies[0].text

    assert say("miss.lesson", Language.INDONESIAN) in heard


@pytest.mark.parametrize("text", ["makasih ya kak", "baik terima kasih infonya", "thanks a lot"])
def test_thanks_end_what_was_read(text: str) -> None:
    desk = PretendDesk()
    desk.hear(Said(text="kerja di jepang itu prosesnya gmn ya"))
    heard = desk.hear(Said(text=text)).replies

    assert [reply.text for reply in heard] == [say("rest.thanks", desk.conversation.language)]
    assert not desk.conversation.flow


@pytest.mark.parametrize("text", ["kak mau tanya", "permisi numpang nanya", "boleh tanya2 dulu gak"])
def test_who_announces_a_question_is_told_to_ask(text: str) -> None:
    assert say("ask_away", Language.INDONESIAN) in PretendDesk().hear(Said(text=text)).replies[0].text


def test_who_fishes_for_a_reporter_in_the_middle_of_a_story_calls_nobody() -> None:
    desk = PretendDesk()
    for text in ("sy cuma bantu org kerja", "kasih tau siapa yg lapor"):
        turn = desk.hear(Said(text=text))

    assert not turn.events
    assert say("not_told", Language.INDONESIAN) in turn.replies[0].text


def test_a_lost_receipt_is_no_dead_end() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="status"))

    assert say("miss.receipt", Language.INDONESIAN) in desk.hear(Said(text="nomer buktinya ilang kak")).replies[0].text


def test_a_remark_about_oneself_begins_no_report() -> None:
    desk = PretendDesk()
    for text in ("kalau mau kerja ke hongkong resmi lewat mana ya?", "saya belum punya PT atau calo, baru niat aja"):
        desk.hear(Said(text=text))

    assert desk.conversation.flow == "learn"
