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
