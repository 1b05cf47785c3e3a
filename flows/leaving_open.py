"""What happens to a question when something else was told: it waits, is put off to the end, or is left open."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.question import Question
from flows.report import PUT_OFF, is_in_danger, is_put_off, is_worth_the_end
from flows.texts import say
from flows.turning import Turning

_STILL_TELLING = 1  # times that a question is shown again beside what is told
_WORTH_A_SECOND_TIME = frozenset(
    {q.VICTIM, q.VICTIM_NOW, q.VICTIM_SPOT, q.RECRUITER, q.CONTACT, q.CONTACT_PHONE, q.ANONYMOUS, q.CHECK_NAME}
)


def leave_open_if_again(turn: Turning, question: Question, *, has_news: bool = False) -> None:
    """Let a question wait where something else was told; who tells on is asked once more at the end.

    In danger the question how to be reached steps back at once, so that what happens is heard first.
    """
    if question.binding or question.leads_on or question.id in turn.conversation.answers:
        return  # left open, the choice of what to do would end all
    if _steps_back(turn, question):
        _put_off(turn, question)
    elif not _may_wait(turn, question):
        _leave_open(turn, question, tells_on=has_news or question is q.CONTACT)
    elif not has_news and not turn.reading.is_emergency:
        noted, language = say("noted", turn.conversation.language), turn.conversation.language
        turn.prefaces = [say("noted_yet", language) if told == noted else told for told in turn.prefaces]


def _steps_back(turn: Turning, question: Question) -> bool:
    told = turn.conversation
    return question is q.CONTACT and is_in_danger(told) and not is_put_off(told, question)


def _may_wait(turn: Turning, question: Question) -> bool:
    """Say whether the question may be shown once more; what was put off before waits no longer."""
    is_new = question in _WORTH_A_SECOND_TIME and not is_put_off(turn.conversation, question)
    return is_new and turn.count_miss() <= _STILL_TELLING


def _leave_open(turn: Turning, question: Question, *, tells_on: bool) -> None:
    turn.leave_open(question.id)
    if tells_on and is_worth_the_end(turn.conversation, question):
        _put_off(turn, question)


def _put_off(turn: Turning, question: Question) -> None:
    if not is_put_off(turn.conversation, question):
        passed = f"{turn.conversation.value(PUT_OFF)} {question.id}".strip()
        turn.answer({PUT_OFF: Answer(passed, Origin.READ)})
