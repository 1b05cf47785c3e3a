"""An officer's words to somebody who is writing right now, and has not been asked yet whether we may write."""

from flows.commands import Command
from flows.conversation import Conversation
from flows.events import RepliesRead
from flows.sayings import wants_deletion
from flows.status import officers_words
from flows.turning import Turning

# who wants to see the status reads them there; who wants everything gone must not be shown more
_OTHERWISE = frozenset({Command.STATUS, Command.DELETE, Command.WITHDRAW, Command.STOP})


def pass_on(turn: Turning, before: Conversation) -> None:
    """Give what an officer wrote meanwhile together with the answer to the citizen's own message.

    Only in the middle of a report that a ticket was already made of, and a short while after the officer wrote: later
    somebody else may hold the phone, and the words wait until the status is asked.
    """
    ticket = turn.facts.ticket(before.value("ticket")) if before.flow == "report" else None
    if ticket is None or not ticket.held or turn.command in _OTHERWISE or wants_deletion(turn.text):
        return
    turn.prefaces.append(officers_words(ticket.held, turn.conversation.language))
    turn.events.append(RepliesRead(ticket.code))
