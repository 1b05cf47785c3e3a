"""What citizens ask back of this service, and what only sounds like it."""

import pytest

from flows import questions as q
from flows.asked_back import asked_back
from flows.labels import Language
from flows.reading import Reading
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ini dirahasiain kan?", "secret"),
        ("nanti nama saya ketauan gak", "secret"),
        ("identitas saya aman kan", "secret"),
        ("klo sy lapor datanya kesebar gk?", "secret"),
        ("will anyone know my name?", "secret"),
        ("ini gratis kan? gk kena pulsa?", "free"),
        ("gratis kan?", "free"),
        ("lapor di sini bayar gak", "free"),
        ("betul ke ni polis?", "who"),
        ("bener ga sih ini polisi", "who"),
        ("ini robot ya?", "who"),
        ("emang klo lapor sy dipanggil ke kantor polisi?", "come"),
        ("harus ke polda gak", "come"),
        ("jangan ketauan ya", ""),
        ("PT itu gratis gak?", ""),
        ("tiketnya gratis kan", ""),
        ("dia polisi kan", ""),
        ("aman gak", ""),
        ("uang saya bisa balik gak?", ""),
        ("kan", ""),
        ("", ""),
    ],
)
def test_questions_about_this_service_are_known(text: str, topic: str) -> None:
    assert asked_back(text, Reading(text)) == topic


def test_answer_comes_before_the_question_that_waits() -> None:
    desk = PretendDesk()
    for text in ("adik saya dibawa ke malaysia sama pak Dullah", "aman"):
        desk.hear(Said(text=text))
    waits = desk.conversation.shown

    (reply,) = desk.hear(Said(text="ini dirahasiain kan?")).replies

    assert reply.text.startswith(say("asked_secret", Language.INDONESIAN))
    assert desk.conversation.shown == waits
    assert not desk.conversation.knows(q.VICTIM_NAME.id)


def test_who_asks_before_anything_is_answered_without_a_report() -> None:
    desk = PretendDesk()

    replies = desk.hear(Said(text="ini gratis kan?")).replies

    assert replies[0].text.startswith(say("asked_free", Language.INDONESIAN))
    assert not desk.tickets


def test_who_asks_whether_this_is_the_line_is_told_and_asked_what_they_need() -> None:
    desk = PretendDesk()
    first, *_ = desk.hear(Said(text="hi, is this the trafficking hotline?")).replies

    assert first.text.startswith(say("asked_here", Language.ENGLISH))
    assert first.prompt == "menu"
