"""A report in which it is asked whether those who recruit are licensed goes on as a check, with all that was told."""

from flows import questions as q
from flows.asking_of_a_name import STANDING
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.labels import Intent
from flows.learning import asks
from flows.phrases import option_phrases
from flows.report import PUT_OFF
from flows.tellers import HARMED
from flows.turning import Turning, signs_of
from flows.volunteering import volunteer

_OF_THE_REPORT = frozenset({q.SAFE.id, PUT_OFF})
_OF_A_JOURNEY = frozenset({"abroad", "departing_soon", "departing_later", "fee_paid"})
_CHECKING = frozenset(fold("cek ngecek check periksa"))
_ONLY, _WISHING = frozenset(fold("cuma hanya aja saja just only")), frozenset(fold("mau pengen ingin want"))
_HEARD_IN_A_CHECK = frozenset({"alarming", "threat", "unpaid"})  # "kok 110?", "belum bayar"
_OFFERERS = ("company", q.RECRUITER.id)


def turns_into_a_check(turn: Turning) -> bool:
    """Let "izinnya masih hidup ndak?" make a check of a report in which nothing is done to anybody."""
    if not _asks_of_the_licence(turn) and not _only_wants_a_check(turn):
        return False
    volunteer(turn)
    name = next((turn.conversation.value(key) for key in _OFFERERS if turn.conversation.knows(key)), "")
    if not name:
        return False
    known = {key: answer for key, answer in turn.conversation.answers.items() if key not in _OF_THE_REPORT}
    turn.begin("check", {**known, q.CHECK_NAME.id: Answer(name, Origin.ASKED, turn.text[:200])})
    return True


def _asks_of_the_licence(turn: Turning) -> bool:
    is_asked = turn.reading.intent is Intent.CHECK_RECRUITER and asks(turn.text)
    is_of_it = is_asked and not STANDING.isdisjoint(fold(turn.text[:200]))
    return is_of_it and not turn.conversation.value("ticket") and not _tells_of_harm(turn)


def _only_wants_a_check(turn: Turning) -> bool:
    """Read "saya cuma mau cek PT, belum bayar" and "cek perekrut" where nothing is done to anybody."""
    words = fold(turn.text[:200])
    is_chosen = option_phrases(q.MENU.id).meaning(words) == "check"
    says_so = not _CHECKING.isdisjoint(words) and not _ONLY.isdisjoint(words) and not _WISHING.isdisjoint(words)
    signs = {name for name, _ in signs_of(turn.conversation)}
    return (is_chosen or says_so) and signs.isdisjoint(HARMED - _HEARD_IN_A_CHECK)


def _tells_of_harm(turn: Turning) -> bool:
    signs = {name for name, _ in signs_of(turn.conversation)} | {sign.name for sign in turn.reading.signals}
    return not signs <= _OF_A_JOURNEY
