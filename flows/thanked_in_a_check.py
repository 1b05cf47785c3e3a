"""A check that its writer closes: with thanks in any tongue of the islands, or as one who only wanted to be sure."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.phrases import without_fillers
from flows.recruiter_check import TOLD, judge
from flows.sayings import Saying, saying_in
from flows.sentences import holds_a_question
from flows.tellers import HARMED
from flows.telling_checks import list_reason
from flows.turning import Turning
from flows.volunteering import volunteer
from flows.word_tables import thanking_words

_LONGEST, _MOST_BESIDE = 12, 3  # words; beside thanks little else is said: "oke pak saya tunggu dulu, suwun"
_OF_ASKING = HARMED - {"alarming", "unpaid", "threat"}


def closes_with_thanks(turn: Turning) -> bool:
    """Let "suwun yaa" end a check that was told its verdict, with that verdict once more; say whether it did."""
    if turn.conversation.flow != "check" or TOLD not in turn.conversation.answers:
        return False
    words = without_fillers(fold(turn.text[:200]))
    beside = [word for word in words if word not in thanking_words()]
    is_all = len(words) <= _LONGEST and len(beside) <= _MOST_BESIDE and not turn.reading.found
    if not is_all or saying_in(turn.text) is not Saying.THANKS or holds_a_question(turn.text):
        return False
    if _is_weighed(turn):
        turn.say_and_rest("rest.thanks")
        return True
    reason = list_reason(turn, judge(turn.conversation, turn.facts))
    turn.say_and_rest("check.thanked", reason=reason)
    return True


def hastens_who_only_asks(turn: Turning, saying: Saying | None) -> bool:
    """Give the findings to whoever says that they only want to be sure; say whether the check should ask no more."""
    told, shown = turn.conversation, turn.conversation.shown
    if saying is not Saying.NO_CASE or TOLD not in told.answers or shown is None or holds_a_question(turn.text):
        return False
    is_asked_which = shown.prompt in {q.CHECK_WHICH.id, q.CHECK_NEXT.id}
    if is_asked_which or not _OF_ASKING.isdisjoint(sign.name for sign in turn.reading.signals):
        return False
    volunteer(turn)
    turn.answer({"check_enough": Answer("yes", Origin.READ)})
    return True


def _is_weighed(turn: Turning) -> bool:
    """Say whether the findings, or the names that are like it, were just shown."""
    shown = turn.conversation.shown
    return shown is not None and shown.prompt in {q.CHECK_WHICH.id, q.CHECK_NEXT.id}
