"""What is written at rest after a report was filed: a cry, the firm it was, a number, how to be reached after all."""

from flows.adding import add_quietly
from flows.asking_of_a_name import STANDING
from flows.disturbed import is_warning
from flows.folding import fold
from flows.labels import Intent
from flows.learning import asks
from flows.others_numbers import OTHERS
from flows.short_cries import asks_whether_here, is_at_the_door, is_only_scared
from flows.ticket import TicketView
from flows.turning import Turning
from flows.wishes import PHONES
from flows.word_tables import contact_words

_WHO_RECRUITS = frozenset({"company", "recruiter", "recruiter_phone"})
_NUMBERS = frozenset({*PHONES, OTHERS})
_TO_CHECK = frozenset(fold("cek dicek ngecek check periksa tanya nanya pastiin"))


def hears_a_cry(turn: Turning, ticket: TicketView) -> bool:
    """Answer "u there?", "she knock door" and "scared"; what happens goes to the ticket. Say whether it was one."""
    is_scared = is_only_scared(turn.text)
    if asks_whether_here(turn.text):
        turn.say_and_rest("rest.here")
    elif is_scared or is_at_the_door(turn.text):
        add_quietly(turn, ticket)
        turn.say_and_rest("scared" if is_scared else "stop.hide_told")
    elif is_warning(turn.text):
        turn.say_and_rest("stop.hide_told")
    else:
        return False
    return True


def tells_more_of_it(turn: Turning, intent: Intent) -> bool:
    """Read "klo mau telp kakak sy hasan 0878 ... aja jgn hp ini" and others that only sound like a wish."""
    gives_a_number = intent is Intent.HUMAN and not _NUMBERS.isdisjoint(turn.reading.found)
    return gives_a_number or _puts_contact_right(turn) or _names_who_it_was(turn)


def _puts_contact_right(turn: Turning) -> bool:
    """Tell "bukan, chat boleh, telp jgn" from who wants to speak to an officer."""
    return bool(turn.wishes.contact.way) and not contact_words().refusals.isdisjoint(fold(turn.text[:200]))


def _names_who_it_was(turn: Turning) -> bool:
    """Tell "agent noor manpower, sumbawa bu jannah", of who has reported, from who wants another firm checked."""
    words = fold(turn.text[:200])
    asks_of_it = asks(turn.text) or not (STANDING | _TO_CHECK).isdisjoint(words)
    is_named = not _WHO_RECRUITS.isdisjoint(turn.reading.found)
    return turn.reading.intent is Intent.CHECK_RECRUITER and is_named and not asks_of_it
