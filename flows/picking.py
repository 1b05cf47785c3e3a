"""What a choice does when it is picked, beside being the answer."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.danger import call_officer
from flows.labels import Urgency
from flows.question import Question
from flows.turning import Turning


def pick(turn: Turning, question: Question, choice: str) -> bool:
    """Take the choice as the answer; say that the flow goes on."""
    if question is q.FIX:
        line = q.QUESTIONS[choice]
        turn.reopen((line.id, *line.fits))
        turn.conversation = turn.conversation.without({q.FIX.id, q.SUMMARY.id})
        return True
    if question is q.EVIDENCE and not turn.conversation.value("files"):
        turn.answer({question.id: Answer(origin=Origin.SKIPPED)})
        return True
    turn.answer({question.id: Answer(choice, Origin.ASKED)})
    if question is q.SAFE and choice == "danger":
        turn.answer({"urgency": Answer(Urgency.EMERGENCY.value, Origin.READ)})
        turn.tell("danger.self")
        call_officer(turn, is_danger=True)
    if question is q.SAFE and choice == "yes":
        turn.tell("hint")
    if question is q.PIN_WHOSE:
        _place_the_pin(turn, choice)
    return True


def _place_the_pin(turn: Turning, whose: str) -> None:
    victim = turn.conversation.value(q.VICTIM.id)
    if whose == "victim" or (whose == "self" and victim == "self"):
        turn.answer({q.VICTIM_NOW.id: Answer(turn.conversation.value("pin"), Origin.ASKED, "pin")})
