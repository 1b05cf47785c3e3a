"""What is said of a message that was kept and not understood: that it is noted, or that its question waits."""

from flows.conversation import Answer, Origin
from flows.sentences import holds_a_question_for_us
from flows.short_cries import is_only_scared
from flows.turning import Turning
from flows.worries import COMFORTED

_ASKED = "asked"
_BESIDE_A_QUESTION = frozenset({"victim_relation", "victim_sex", "victim"})  # "adik saya bisa pulang ga"


def acknowledge(turn: Turning) -> None:
    """Say that the message was noted, where nothing else was said to it.

    A question that nobody foresaw is for an officer, and it says so: only "noted" would sound like no answer at all.
    """
    if turn.prefaces:
        return
    if is_only_scared(turn.text):
        turn.tell("scared")
    elif not asks_what_nobody_answers(turn):
        turn.tell("noted")
    elif turn.conversation.flow != "report":
        turn.tell("miss.lesson")  # a check goes to no officer by itself
    else:
        before = turn.conversation.value(COMFORTED).split()
        turn.tell("asked_again" if _ASKED in before else "asked")
        turn.answer({COMFORTED: Answer(" ".join(dict.fromkeys([*before, _ASKED])), Origin.READ)})


def asks_what_nobody_answers(turn: Turning) -> bool:
    """Say whether the message only asks, and neither a worry nor anything that is known answers it."""
    tells = turn.worries or turn.wishes.contact.way or turn.wishes.name or turn.reading.is_emergency
    if tells or turn.reading.found.keys() - _BESIDE_A_QUESTION:
        return False
    return holds_a_question_for_us(turn.text)
