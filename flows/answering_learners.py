"""What is said to who reads about working abroad: their own questions are answered, their remarks begin no report."""

from flows import questions as q
from flows.comforting import answer_worry
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.labels import Intent, Urgency
from flows.learning import asks, topic_of
from flows.said import Kind
from flows.sentences import holds_a_question
from flows.turning import Turning
from flows.worries import is_afraid

_OF_THE_RULES = frozenset({"abroad", "illegal_route", "fee_paid"})  # "visa umrah itu gak boleh buat kerja kan?"
_RECRUITERS = frozenset({"recruiter", "recruiter_phone", "company"})
_ONESELF = frozenset({"victim_age", "victim_sex", "victim"})
_OF_NOTHING_YET = frozenset(fold("belum niat rencana rencananya cuma hanya"))
_FEARS = frozenset(fold("takut bingung tolong bantu nangis sedih stres scared afraid help"))
_REMARKS = frozenset({Intent.OTHER, Intent.EDUCATION, Intent.REPORT, Intent.CHECK_RECRUITER})


def answer_a_learner(turn: Turning) -> bool:
    """Answer a question about working abroad; say whether it was one."""
    is_asked = asks(turn.text) or holds_a_question(turn.text)
    if not is_asked or is_afraid(turn.worry, turn.text) or not _is_of_nobody(turn):
        return False
    topic = topic_of(turn.text)
    if topic:
        turn.leave_out_worries({"price"})  # what there is to read of costs says more
    if answer_worry(turn):
        return True
    if topic:
        turn.answer({q.LEARN.id: Answer(topic, Origin.ASKED)})
    else:
        turn.tell("miss.lesson")
    return True


def hear_a_learner(turn: Turning) -> bool:
    """Let a remark stand, "saya belum punya PT, baru niat"; say whether it was one."""
    if not _tells_nothing(turn):
        return False
    turn.tell("all_right")
    return True


def _is_of_nobody(turn: Turning) -> bool:
    """Say whether a question is about working abroad, and not about a recruiter, a report, an officer or somebody."""
    is_of_all = {sign.name for sign in turn.reading.signals} <= _OF_THE_RULES
    others = turn.reading.intent in {Intent.STATUS, Intent.HUMAN}
    return is_of_all and not others and _RECRUITERS.isdisjoint(turn.reading.found)


def _tells_nothing(turn: Turning) -> bool:
    """Say whether a remark names nobody, no harm and no wish, so that no report begins with it."""
    reading, said = turn.reading, turn.said
    is_a_remark = said.kind is Kind.TEXT and reading.intent in _REMARKS and bool(turn.text) and not asks(turn.text)
    told = reading.found.keys() - _ONESELF  # "umur sy 22 lulusan sma"
    if not is_a_remark or told or reading.signals or reading.urgency is Urgency.EMERGENCY:
        return False
    words = frozenset(fold(turn.text[:200]))
    is_calm = reading.urgency is Urgency.NORMAL or not _OF_NOTHING_YET.isdisjoint(words)
    return is_calm and _FEARS.isdisjoint(words)
