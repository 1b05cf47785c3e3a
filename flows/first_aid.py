"""Who does not wake or breathe: what those beside them can do until help comes, and an officer who hears of it."""

from flows.advised import advise_first_aid, whose_place
from flows.at_home import is_abroad
from flows.at_sea import says_aboard
from flows.conversation import Answer, Origin
from flows.danger import call_officer
from flows.events import OfficerCalled
from flows.labels import Urgency
from flows.out_cold import tells_of_one_out_cold
from flows.report import is_victim
from flows.turning import Turning


def give_first_aid(turn: Turning) -> None:
    """Tell once what helps whoever does not wake; let an officer hear of it, where no alarm of this message did."""
    is_running, ticket = turn.conversation.flow == "report", turn.facts.open_ticket
    if not (is_running or ticket) or not tells_of_one_out_cold(turn.text):
        return
    if advise_first_aid(turn, _where(turn)) and not any(isinstance(event, OfficerCalled) for event in turn.events):
        _let_it_be_heard(turn)


def _let_it_be_heard(turn: Turning) -> None:
    ticket = turn.facts.open_ticket
    if turn.conversation.flow == "report":
        turn.answer({"urgency": Answer(Urgency.EMERGENCY.value, Origin.READ)})
        call_officer(turn, is_danger=True)
    elif ticket:
        turn.events.append(OfficerCalled(ticket.code, is_danger=True))


def _where(turn: Turning) -> str:
    told, today = turn.conversation, turn.facts.local_now.date()
    if whose_place(told, today=today) == "sea" or (is_victim(told) and says_aboard(told.value("heard"))):
        return "sea"
    return "abroad" if is_abroad(told, today=today) else "land"
