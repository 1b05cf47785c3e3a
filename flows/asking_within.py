"""A report in which it is asked whether those who recruit are licensed: it goes on as a check, or answers in a line."""

from flows import questions as q
from flows.asking_of_a_name import STANDING
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.labels import Intent
from flows.learning import asks
from flows.listed_within import is_a_case, tell_what_the_list_says
from flows.noting import tell_noted
from flows.phrases import option_phrases
from flows.report import PUT_OFF
from flows.tellers import HARMED
from flows.turning import Turning, signs_of
from flows.volunteering import volunteer

_OF_THE_REPORT = frozenset({q.SAFE.id, PUT_OFF})
_CHECKING = frozenset(fold("cek ngecek check periksa"))
_ONLY, _WISHING = frozenset(fold("cuma hanya aja saja just only")), frozenset(fold("mau pengen ingin want"))
_HEARD_IN_A_CHECK = frozenset({"alarming", "threat", "unpaid"})  # "kok 110?", "belum bayar"
_OF_A_FIRM = frozenset(fold("pt pte cv lpk izinnya ijinnya perusahaan perusahaannya agennya sponsornya company agency"))
_OFFERERS_FOUND = frozenset({"company", "recruiter"})
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


def answers_of_the_list(turn: Turning) -> bool:
    """Let "itu PT resmi ga min?" be answered in a report of what was done, which goes on; say whether it was asked."""
    if not _asks_how_it_stands(turn) or not is_a_case(turn):
        return False
    told = volunteer(turn)
    name = next((turn.conversation.value(key) for key in _OFFERERS if turn.conversation.knows(key)), "")
    if not name or not tell_what_the_list_says(turn, name):
        return False
    turn.leave_out_worries({"fake"})
    turn.add_to_story(turn.text)
    tell_noted(turn, told)
    return True


def _asks_how_it_stands(turn: Turning) -> bool:
    """Read a question of a firm or of somebody's licence, whatever the message is taken for."""
    words = fold(turn.text[:200])
    is_of_one = bool(_OFFERERS_FOUND & turn.reading.found.keys()) or not _OF_A_FIRM.isdisjoint(words)
    return asks(turn.text) and not STANDING.isdisjoint(words) and is_of_one


def _asks_of_the_licence(turn: Turning) -> bool:
    is_asked = turn.reading.intent is Intent.CHECK_RECRUITER and asks(turn.text)
    is_of_it = is_asked and not STANDING.isdisjoint(fold(turn.text[:200]))
    return is_of_it and not is_a_case(turn)


def _only_wants_a_check(turn: Turning) -> bool:
    """Read "saya cuma mau cek PT, belum bayar" and "cek perekrut" where nothing is done to anybody."""
    words = fold(turn.text[:200])
    is_chosen = option_phrases(q.MENU.id).meaning(words) == "check"
    says_so = not _CHECKING.isdisjoint(words) and not _ONLY.isdisjoint(words) and not _WISHING.isdisjoint(words)
    signs = {name for name, _ in signs_of(turn.conversation)}
    return (is_chosen or says_so) and signs.isdisjoint(HARMED - _HEARD_IN_A_CHECK)
