"""Side questions: they stand beside every flow, and when they are answered the flow goes on where it was."""

from flows import questions as q
from flows.conversation import CALLED, PLACE, Conversation, Shown
from flows.draft import draft_of
from flows.events import Filed, TracesDeleted, Withdrawn
from flows.question import Question
from flows.showing import question_reply
from flows.ticket import TicketKind
from flows.turning import Turning

SIDE_QUESTIONS = {question.id: question for question in (q.RESUME, q.DELETE, q.WITHDRAW)}

_TELLS_WITHOUT_A_STORY = ("pin", "card", "files", "heard")


def ask_beside(turn: Turning, question: Question) -> None:
    """Show a side question; the running flow keeps its answers."""
    turn.reply(question_reply(question, question.choices, turn.conversation.language))
    turn.conversation = turn.conversation.showing(Shown(question.id, question.choices))


def settle(turn: Turning, question_id: str, choice: str) -> bool:
    """Act on the answer to a side question; say whether the flow should go on."""
    turn.show_nothing()
    match question_id, choice:
        case q.DELETE.id, "yes":
            return _delete(turn)
        case q.WITHDRAW.id, "yes":
            return _withdraw(turn)
        case q.RESUME.id, "new":
            return _start_anew(turn)
        case q.RESUME.id, _:
            return True
    turn.tell(f"{question_id}.kept")
    return bool(turn.conversation.flow) or _rest(turn)


def is_half_told(conversation: Conversation) -> bool:
    """Say whether something was told, shown or pointed at that no ticket holds yet."""
    told = conversation.answers
    return (
        conversation.flow == "report"
        and not conversation.value("ticket")
        and (conversation.knows("what") or any(key in told for key in _TELLS_WITHOUT_A_STORY))
    )


def file_half_told(turn: Turning) -> None:
    """Let what was told become a ticket marked incomplete."""
    if is_half_told(turn.conversation):
        draft = draft_of(turn.conversation, turn.facts)
        turn.events.append(Filed(TicketKind.REPORT, turn.facts.code, "", draft, is_incomplete=True))


def _delete(turn: Turning) -> bool:
    turn.events.append(TracesDeleted())
    filed = bool(turn.facts.tickets) or bool(turn.conversation.value("ticket"))
    turn.say_and_rest("delete.done_filed" if filed else "delete.done", channel_hint="")
    turn.conversation = turn.conversation.without([CALLED, PLACE])
    return False


def _withdraw(turn: Turning) -> bool:
    ticket = turn.facts.open_ticket
    if ticket is None:
        turn.say_and_rest("withdraw.nothing")
        return False
    turn.events.append(Withdrawn(ticket.code))
    turn.say_and_rest("withdraw.done", code=ticket.code)
    return False


def _start_anew(turn: Turning) -> bool:
    file_half_told(turn)
    turn.begin("menu")
    return True


def _rest(turn: Turning) -> bool:
    turn.say_and_rest("rest.here")
    return False
