"""Runs the flow from its top and shows the question at which it stops."""

from collections.abc import Callable, Mapping

from flows import questions as q
from flows import services
from flows.ask import Ask, NotYetAnswered
from flows.asked_where import is_asked_enough, note_asked
from flows.commands import Command
from flows.conversation import Answer, Origin, Shown
from flows.endings import end
from flows.question import Question
from flows.recruiter_check import recruiter_check
from flows.report import PUT_OFF, is_put_off, report
from flows.showing import greeting, question_reply
from flows.summing_up import summary, what_waits
from flows.telling_checks import tell_before
from flows.texts import say
from flows.turning import Turning

FLOWS: Mapping[str, Callable[[Ask], str]] = {
    "menu": services.menu,
    "report": report,
    "check": recruiter_check,
    "status": services.status,
    "human": services.human,
    "learn": services.learn,
}
_MOST_FLOWS = 8  # a message never starts more flows than this one after the other


def run(turn: Turning) -> None:
    """Run the flow, and the flows that its end starts, up to the next question."""
    for _ in range(_MOST_FLOWS):
        how = _run_once(turn)
        if isinstance(how, NotYetAnswered):
            if is_asked_enough(turn, how):
                continue
            _show(turn, how)
            note_asked(turn, how)
            return
        if not end(turn, how):
            return


def pending(turn: Turning) -> NotYetAnswered | None:
    """Give the question at which the running flow stands, None where it has all its answers."""
    how = _run_once(turn)
    return how if isinstance(how, NotYetAnswered) else None


def _run_once(turn: Turning) -> str | NotYetAnswered:
    try:
        return FLOWS[turn.conversation.flow](Ask(turn.conversation, turn.facts))
    except NotYetAnswered as missing:
        return missing


def _show(turn: Turning, missing: NotYetAnswered) -> None:
    question, language = missing.question, turn.conversation.language
    if turn.conversation.flow == "check":
        tell_before(turn, question)
    before = turn.conversation.shown
    misses = before.misses if before and before.prompt == question.id else 0
    is_only_greeted = turn.prefaces in ([], [say("salam", language)])
    if question is q.MENU and is_only_greeted and misses == 0:
        reply = greeting(language)
    else:
        reply = question_reply(question, missing.choices, language, variant=missing.variant, values=missing.values)
    if question is q.SUMMARY:
        reply = reply._replace(text=summary(turn, reply.text))
    if question is q.CONSENT and before and before.prompt == question.id and turn.command is not Command.REPEAT:
        reply = reply._replace(text=what_waits(turn))  # what it is for stands right above
    if question is q.EVIDENCE and turn.conversation.value("files"):
        reply = reply._replace(text=say("ask.evidence_more", language))
    turn.conversation = turn.conversation.showing(Shown(question.id, missing.choices, misses))
    _ask_no_more(turn, question)
    turn.reply(reply)


def _ask_no_more(turn: Turning, question: Question) -> None:
    """What comes at the end because it was put off comes once, whatever is said to it."""
    told = turn.conversation
    if is_put_off(told, question) and question.id in told.answers and told.knows(q.SUMMARY.id):
        left = " ".join(key for key in told.value(PUT_OFF).split() if key != question.id)
        turn.conversation = told.with_answers({PUT_OFF: Answer(left, Origin.READ)})
