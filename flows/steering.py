"""What a command does inside a running flow: back, skip, why, stop, enough and the others."""

from contextlib import suppress

from flows import questions as q
from flows.ask import Ask, NotYetAnswered
from flows.calming import is_let_go, let_go
from flows.check_endings import told_in
from flows.commands import Command
from flows.conversation import Answer, Origin
from flows.danger import call_officer
from flows.labels import Language
from flows.picking import was_told_to_send
from flows.question import Question
from flows.report import SUMMED, report
from flows.sayings import Saying, saying_in
from flows.side import ask_beside, file_half_told
from flows.status import tell_running
from flows.stopping import stop
from flows.strangers import RESTFUL
from flows.texts import has
from flows.thanked_in_a_check import closes_with_thanks
from flows.turning import Turning

_LAST_STEPS = (q.SUMMARY.id, q.CONSENT.id)
_SKIPPED = Answer(origin=Origin.SKIPPED)
_ASKED = frozenset({Origin.ASKED, Origin.UNKNOWN, Origin.SKIPPED, Origin.CORRECTED})
# "enough" never skips these: whether one may be called is a matter of safety, the last two are consent
_ALWAYS_ASKED = frozenset({q.WHAT.id, q.CONTACT.id, q.CONTACT_PHONE.id, q.SUMMARY.id, q.CONSENT.id})


def steer(turn: Turning, command: Command, question: Question | None) -> bool:  # noqa: C901, PLR0912 - one flat table of commands
    """Do what the command says; say whether the flow should run on and show its question."""
    match command:
        case Command.UNKNOWN | Command.SKIP | Command.ALREADY_TOLD:
            return _leave_open(turn, command, question)
        case Command.WHY if question:
            turn.tell(f"why.{question.id}" if has(f"why.{question.id}") else "why.any")
        case Command.BACK:
            _step_back(turn)
        case Command.ENOUGH if question is q.SUMMARY:
            turn.answer({q.SUMMARY.id: Answer("right", Origin.ASKED)})
        case Command.ENOUGH:
            _skip_the_rest(turn)
            _send_what_was_shown(turn)
        case Command.INDONESIAN | Command.ENGLISH:
            language = Language.ENGLISH if command is Command.ENGLISH else Language.INDONESIAN
            turn.conversation = turn.conversation.speaking(language)
            turn.tell("language_changed")
        case Command.HUMAN:
            return _call(turn)
        case Command.STOP if is_let_go(turn):
            return let_go(turn)
        case Command.STOP:
            return stop(turn)
        case Command.RESTART | Command.MENU:
            return _offer_new_start(turn)
        case Command.STATUS:
            tell_running(turn)
        case Command.DELETE:
            ask_beside(turn, q.DELETE)
            return False
        case Command.WITHDRAW:
            ask_beside(turn, q.WITHDRAW if turn.facts.tickets else q.DELETE)
            return False
        case Command.THANKS if turn.conversation.flow in RESTFUL:
            turn.say_and_rest("rest.thanks" if saying_in(turn.text) is Saying.THANKS else "rest.here")
            return False
        case Command.THANKS if closes_with_thanks(turn):
            return False
        case Command.THANKS if turn.conversation.flow == "report" and turn.conversation.shown is None:
            turn.tell("all_right")  # who stopped and thanks is asked nothing
            turn.reply_prefaces()
            return False
        case Command.THANKS:
            turn.tell("all_right")
        case Command.REPEAT if question and has(f"explain.{question.id}"):
            turn.tell(f"explain.{question.id}")
        case _:  # repeat: the question simply comes again, and the summary whole
            turn.conversation = turn.conversation.without({SUMMED})
    return True


def _leave_open(turn: Turning, command: Command, question: Question | None) -> bool:
    if question is None:
        return True
    if question.must_choose:
        turn.tell("needs_choice" if question.binding else "miss.first_choice")
        return True
    if command is Command.ALREADY_TOLD:
        turn.tell("sorry_told")
    turn.leave_open(question.id, Origin.UNKNOWN if command is Command.UNKNOWN else Origin.SKIPPED)
    return True


def _step_back(turn: Turning) -> None:
    asked = [key for key, answer in turn.conversation.answers.items() if answer.origin in _ASKED and key in q.QUESTIONS]
    if asked:
        turn.reopen([asked[-1]])
    else:
        turn.tell("back.nothing")


def _send_what_was_shown(turn: Turning) -> None:
    """Take "kirim", typed to a question that came up behind the summary, for the yes that it is."""
    if turn.conversation.flow == "report" and turn.conversation.knows(SUMMED) and was_told_to_send(turn):
        turn.answer({key: Answer("yes" if key == q.CONSENT.id else "right", Origin.ASKED) for key in _LAST_STEPS})


def _skip_the_rest(turn: Turning) -> None:
    if turn.conversation.flow == "check":
        turn.answer({"check_enough": Answer("yes", Origin.READ)})
    if turn.conversation.flow != "report":
        return
    leaving = _Leaving(turn)
    with suppress(NotYetAnswered):
        report(leaving)
    turn.answer(leaving.left)


class _Leaving(Ask):
    """Leaves open what is not known, and stops the flow at what is always asked."""

    def __init__(self, turn: Turning) -> None:
        self._told = dict(turn.conversation.answers)
        super().__init__(turn.conversation.holding(self._told), turn.facts)
        self.left: dict[str, Answer] = {}

    def left_open(self, question: Question) -> Answer | None:
        """Take the question as skipped, unless it is always asked."""
        if question.id in _ALWAYS_ASKED:
            return None
        self._told[question.id] = self.left[question.id] = _SKIPPED
        return _SKIPPED


def _call(turn: Turning) -> bool:
    if turn.conversation.flow == "report":
        call_officer(turn, is_danger=False)
        turn.tell("human.meanwhile")
        return True
    turn.begin("human", told_in(turn.conversation) if turn.conversation.flow == "check" else None)
    return True


def _offer_new_start(turn: Turning) -> bool:
    if turn.conversation.flow == "report" and (turn.conversation.knows("what") or turn.conversation.value("ticket")):
        ask_beside(turn, q.RESUME)
        return False
    file_half_told(turn)
    turn.begin("menu")
    return True
