"""What is advised in danger: each advice once, for who is in it and where; later only that somebody reads it."""

from datetime import date

from flows.at_home import is_abroad
from flows.conversation import PLACE, Answer, Conversation, Origin
from flows.folding import fold
from flows.held import HELD, is_held
from flows.labels import Category
from flows.report import ADVISED, NO_110, NO_CALLS, SAID_AGAIN, is_victim
from flows.turning import Turning, signs_of
from flows.word_tables import contact_words

DESPAIR = "despair"
"""The advice for who does not want to live."""
_OF_THE_FIRST = {DESPAIR: DESPAIR, "abroad": "noted_abroad", "other_abroad": "noted_other_abroad"}
"""What the first words of an alarm say already."""
_NOTED, _AID = "noted", "aid"
_DESPAIRS = "suicide_risk"
_SHORT = {True: ("passed_on", "read_at_once"), False: ("read_now", "read_at_once")}
_CALLED_AGAIN = ("called_again", "called_again_more")
_ASHORE = frozenset({"departing_soon", "departing_later", "in_shelter", "locked_up"})
_LAST_KEPT = 4  # kinds of advice


def whose_place(told: Conversation, now: str = "", *, today: date) -> str:
    """Name who is in danger and where: "self", "other", each "_abroad" as well, "self_held", or "sea" for another."""
    who = "self" if is_victim(told) else "other"
    if is_abroad(told, now, today=today):
        return f"{who}_abroad"
    if is_held(told):
        return HELD
    at_sea = told.value("category") == Category.FISHING_VESSEL
    is_aboard = at_sea and _ASHORE.isdisjoint(name for name, _ in signs_of(told))
    return "sea" if is_aboard and who == "other" else who


def advise_first(turn: Turning, words: str) -> None:
    """Read out the first words of an alarm, and keep in mind what they advise."""
    turn.tell(f"danger.{words}")
    _keep(turn, _OF_THE_FIRST.get(words, _NOTED))


def advise_again(turn: Turning, now: str, *, is_new: bool) -> None:
    """Say of danger in a talk with an alarm that it is read, with advice only where none like it was given before."""
    told = turn.conversation
    advice = _advice(told, now, turn.facts.local_now.date())
    is_given = advice in told.value(ADVISED).split() and not told.value("silent")
    if is_given or told.knows(NO_110):
        turn.tell(_SHORT[is_new][_times(turn) % 2])
        return
    turn.tell(f"danger.{advice}")
    _keep(turn, advice)


def advise_first_aid(turn: Turning, where: str) -> bool:
    """Tell once in a talk what helps whoever does not wake: at "sea", on "land" or "abroad"; say whether it was."""
    if _AID in turn.conversation.value(ADVISED).split():
        return False
    turn.tell(f"aid.{where}")
    _keep(turn, _AID)
    return True


def comfort_in_despair(turn: Turning) -> bool:
    """Answer who writes, in an alarm or after it, that they do not want to live; say whether this message does."""
    text, told = turn.text.casefold(), turn.conversation
    said = [sign.words for sign in turn.reading.signals if sign.name == _DESPAIRS and sign.words.casefold() in text]
    is_the_writers = is_victim(told) or told.value(PLACE).startswith("self")
    if not said or not (is_the_writers or any(not contact_words().selves.isdisjoint(fold(one)) for one in said)):
        return False
    is_said = DESPAIR in told.value(ADVISED).split()
    turn.tell("danger.despair_again" if is_said else "danger.despair")
    _keep(turn, DESPAIR)
    return True


def advise_after_filing(turn: Turning) -> None:
    """Say that an officer is called again, once with what fits who is in danger and where."""
    if comfort_in_despair(turn):
        return
    told, place = turn.conversation, turn.conversation.value(PLACE)
    times = _times(turn)
    if times or told.knows(NO_110):
        turn.tell(_CALLED_AGAIN[max(times - 1, 0) % 2])
        return
    is_hidden = place in {"self", "self_abroad"} and "hiding" in {sign.name for sign in turn.reading.signals}
    turn.tell(f"again.{place}{'_quiet' * is_hidden}" if place else "danger.again")


def _advice(told: Conversation, now: str, today: date) -> str:
    """Name the words for danger: no call is advised to who hides, no 110 to who is abroad."""
    place = whose_place(told, now, today=today)
    if not is_victim(told):
        return "noted_other_abroad" if place == "other_abroad" else _NOTED
    is_quiet = "hiding" in {name for name, _ in signs_of(told)} or told.knows(NO_CALLS)
    return f"{_NOTED}{'_quiet' * is_quiet}{'_abroad' * place.endswith('abroad')}"


def _times(turn: Turning) -> int:
    """Give how often it was said before without advice; count one more."""
    times = int(turn.conversation.value(SAID_AGAIN) or 0)
    turn.answer({SAID_AGAIN: Answer(str(times + 1), Origin.READ)})
    return times


def _keep(turn: Turning, advice: str) -> None:
    given = dict.fromkeys([*turn.conversation.value(ADVISED).split(), advice])
    turn.answer({ADVISED: Answer(" ".join([*given][-_LAST_KEPT:]), Origin.READ)})
