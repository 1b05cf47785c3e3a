"""What happens when a flow has all its answers: tickets filed, an officer called, a status told, a lesson shown."""

from flows import questions as q
from flows.advised import whose_place
from flows.check_endings import end_check
from flows.conversation import CALLED, PLACE, Answer, Origin
from flows.draft import draft_of
from flows.events import Filed, OfficerCalled, TracesDeleted, Updated
from flows.labels import Urgency
from flows.receipts import spaced
from flows.reply import Reply
from flows.side import file_half_told
from flows.status import tell_status
from flows.texts import say
from flows.ticket import TicketKind
from flows.turning import Turning


def end(turn: Turning, how: str) -> bool:
    """Act on the end of the running flow; say whether another flow should run now."""
    match turn.conversation.flow, how:
        case "menu", _:
            turn.begin(how)
            return True
        case "report", "sent":
            _send(turn)
        case "report", "quiet":
            _leave_quietly(turn)
        case "report", _:
            _discard(turn)
        case "check", _:
            return end_check(turn, how)
        case "status", _:
            return tell_status(turn)
        case "human", _:
            _call(turn)
        case "learn", "back":
            turn.begin("menu")
            return True
        case "learn", _:
            turn.tell(f"lesson.{how}")
            turn.conversation = turn.conversation.without({q.LEARN.id})
            return True
    return False


def _send(turn: Turning) -> None:
    conversation, facts = turn.conversation, turn.facts
    draft = draft_of(conversation, facts)
    code = conversation.value("ticket")
    has_receipt = CALLED in conversation.answers
    if code:
        turn.events.append(Updated(code, draft, is_finished=True, receipt="" if has_receipt else facts.receipt))
    else:
        code = facts.code
        turn.events.append(Filed(TicketKind.REPORT, code, facts.receipt, draft))
    urgent = draft.urgency is Urgency.EMERGENCY
    minutes = facts.promise.emergency_minutes if urgent else facts.promise.other_minutes
    kept = "called_" if has_receipt else ""
    turn.say_and_rest(
        f"filed.{kept}may_contact" if draft.may_contact else f"filed.{kept}no_contact",
        code=code,
        receipt=spaced(facts.receipt),
        minutes=minutes,
    )
    place = Answer(whose_place(conversation, today=facts.local_now.date()), Origin.READ)
    turn.conversation = turn.conversation.with_answers({PLACE: place})


def _leave_quietly(turn: Turning) -> None:
    file_half_told(turn)
    if turn.events and isinstance(turn.events[-1], Filed):
        turn.answer({"ticket": Answer(turn.facts.code, Origin.READ)})
    turn.prefaces.clear()
    turn.reply(Reply(say("quiet", turn.conversation.language)))
    turn.conversation = turn.conversation.without({q.SAFE.id})
    turn.show_nothing()


def _discard(turn: Turning) -> None:
    if turn.conversation.value("ticket"):
        turn.say_and_rest("discarded.filed_before", code=turn.conversation.value("ticket"))
        return
    turn.events.append(TracesDeleted())
    turn.say_and_rest("discarded.gone")


def _call(turn: Turning) -> None:
    facts = turn.facts
    open_ticket = facts.open_ticket
    if open_ticket:
        turn.events.append(OfficerCalled(open_ticket.code))
        turn.say_and_rest("human.called", code=open_ticket.code)
        return
    draft = draft_of(turn.conversation, facts, may_contact=True)
    turn.events += [Filed(TicketKind.CALL, facts.code, facts.receipt, draft), OfficerCalled(facts.code)]
    turn.say_and_rest("human.filed", code=facts.code, receipt=spaced(facts.receipt))
    if not draft.facts:  # what a check was told stands on the ticket already: a report would write over it
        turn.answer({CALLED: Answer(facts.code, Origin.READ)})
