"""How a ticket stands, told truthfully: received by whom it may be said, since when, and what waits unread."""

from collections.abc import Sequence

from flows import questions as q
from flows.dates import clock, day
from flows.events import Joined, RepliesRead, WrongReceipt
from flows.labels import Language
from flows.receipts import receipts_in
from flows.texts import say
from flows.ticket import State, TicketView
from flows.turning import Turning

_MOST_TOLD = 3  # tickets; an older one is told by its receipt


def tell_status(turn: Turning) -> bool:
    """Tell how this chat's tickets stand, or the one whose receipt was given; False: nothing runs after it."""
    given = receipts_in(turn.conversation.value(q.RECEIPT.id))
    tickets = turn.facts.tickets[:_MOST_TOLD]
    if q.RECEIPT.id in turn.conversation.answers:
        found = next((turn.facts.by_receipt[receipt] for receipt in given if receipt in turn.facts.by_receipt), None)
        if found is None:
            return _unknown_receipt(turn)
        turn.events.append(Joined(found.code))
        tickets = (found,)
    turn.say_and_rest("plain", text="\n\n".join(_stands(turn, ticket) for ticket in tickets))
    return False


def tell_running(turn: Turning) -> None:
    """Tell how the report stands that is being told right now: sent early, sent as it is, or not sent yet."""
    ticket = turn.facts.ticket(turn.conversation.value("ticket"))
    if ticket:
        turn.prefaces.append(_stands(turn, ticket))
        return
    # an earlier report of this chat may be what is asked about
    if turn.facts.tickets:
        turn.prefaces.append(_stands(turn, turn.facts.tickets[0]))
    elif turn.conversation.flow == "status":
        turn.tell("miss.receipt")
    else:
        turn.tell("status.running" if turn.conversation.flow == "report" else "status.hint")


def tell_standing(turn: Turning) -> None:
    """Tell how the open ticket of this chat stands, if there is one."""
    ticket = turn.facts.open_ticket
    if ticket:
        turn.prefaces.append(_stands(turn, ticket))


def tell_earlier(turn: Turning) -> bool:
    """Tell how a report stands that this chat sent on an earlier day; say whether there is one."""
    today = turn.facts.local_now.date()
    current = turn.conversation.value("ticket")
    for ticket in turn.facts.tickets:
        if ticket.code != current and ticket.filed_at.astimezone(turn.facts.zone).date() < today:
            turn.prefaces.append(_stands(turn, ticket))
            return True
    return False


def _stands(turn: Turning, ticket: TicketView) -> str:
    language = turn.conversation.language
    since = ticket.confirmed_at or ticket.filed_at
    local = since.astimezone(turn.facts.zone)
    when = f"{day(local, language)}, {clock(local, language)}"
    key = ticket.state.value
    if ticket.state is State.NEW:
        key = "breached" if ticket.is_breached else "new"
    text = say(f"status.{key}", language, code=ticket.code, when=when, referred_to=ticket.referred_to)
    if not ticket.unread:
        return text
    turn.events.append(RepliesRead(ticket.code))
    return f"{text}\n{officers_words(ticket.unread, language)}"


def officers_words(replies: Sequence[str], language: Language) -> str:
    """Give what officers wrote, a line each."""
    return "\n".join([say("status.unread", language), *(f"- {reply}" for reply in replies)])


def _unknown_receipt(turn: Turning) -> bool:
    turn.conversation = turn.conversation.without({q.RECEIPT.id})
    if turn.facts.receipts_closed:
        turn.say_and_rest("status.too_many_tries")
        return False
    turn.events.append(WrongReceipt())
    turn.tell("status.unknown_receipt")
    return True
