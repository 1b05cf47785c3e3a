"""What is said when a message was not understood: once in other words, then a way out, and never the same twice."""

from flows import questions as q
from flows.choices import Fit
from flows.hearing import tells_something
from flows.question import Question
from flows.said import Kind
from flows.sentences import holds_a_question_for_us
from flows.texts import has
from flows.turning import Turning


def miss(turn: Turning, question: Question) -> bool:
    """Say that the message did not answer the question; the third time in a row the question is left open."""
    misses = turn.count_miss()
    if turn.choice.fit is Fit.OUT_OF_RANGE and turn.conversation.shown and misses == 1:
        turn.tell("miss.out_of_range", most=len(turn.conversation.shown.options))
    elif turn.said.kind is Kind.OTHER and not turn.text:
        turn.tell("refused.unsupported")
    elif question is q.RECEIPT:
        turn.tell("miss.receipt")
    elif not tells_something(turn.said) and misses == 1:
        turn.tell("miss.silent")
    elif question is q.CHECK_NEXT and holds_a_question_for_us(turn.text):
        turn.tell("nudge.check_next")
    elif misses == 1 or (question.must_choose and misses % 2):
        turn.tell("miss.first_choice" if question.choices else "miss.first")
    elif question.must_choose:
        turn.tell(f"nudge.{question.id}" if has(f"nudge.{question.id}") else "miss.second_choice")
    elif misses == 2:
        turn.tell("miss.second")
    else:
        turn.tell("miss.third")
        turn.leave_open(question.id)
    return True
