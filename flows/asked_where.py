"""How often it is asked in which part of a place somebody is: twice for one place, whatever is told in between."""

from flows import questions as q
from flows.ask import NotYetAnswered
from flows.commands import Command
from flows.conversation import Answer, Origin
from flows.texts import say
from flows.turning import Turning

SPOT_ASKED = "spot_asked"
"""The key under which it is kept how often the spot was asked for, in which language and of which place."""
_MOST = 2  # times


def is_asked_enough(turn: Turning, missing: NotYetAnswered) -> bool:
    """Leave the spot open where it would be asked for a third time; say whether it was left."""
    question = missing.question
    if question is not q.VICTIM_SPOT or turn.command is Command.REPEAT or turn.is_reopened(question.id):
        return False
    if _times(turn, missing) < _MOST:
        return False
    turn.leave_open(question.id)
    language = turn.conversation.language
    yet, noted = say("noted_yet", language), say("noted", language)
    turn.prefaces = [noted if told == yet else told for told in turn.prefaces]
    return True


def note_asked(turn: Turning, missing: NotYetAnswered) -> None:
    """Count that a spot is asked for."""
    if missing.question is not q.VICTIM_SPOT:
        return
    told = f"{_times(turn, missing) + 1} {_of_what(turn, missing)}"
    turn.conversation = turn.conversation.with_answers({SPOT_ASKED: Answer(told, Origin.READ)})


def _times(turn: Turning, missing: NotYetAnswered) -> int:
    times, _, before = turn.conversation.value(SPOT_ASKED).partition(" ")
    return int(times or 0) if before == _of_what(turn, missing) else 0


def _of_what(turn: Turning, missing: NotYetAnswered) -> str:
    return f"{turn.conversation.language.value} {missing.values.get('place', '')}".strip()
