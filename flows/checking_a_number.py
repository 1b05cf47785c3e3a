"""A number that is to be checked, in the middle of a check: "no nya 0818 ... coba cek", "cuma no hp nya aja dicek"."""

import itertools

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.matching import check
from flows.phrases import Words
from flows.question import Question
from flows.recruiter_check import TOLD
from flows.sentences import sentences_of
from flows.turning import Turning
from flows.verdicts import has_no_name
from flows.volunteering import volunteer

_NUMBERS = frozenset({"recruiter_phone", "account", "contact"})
_CHECKED = frozenset(
    fold("cek ngecek dicek cekin cekkan dicekin dicekkan periksa diperiksa periksain lacak check lookup")
)
_NUMBERED = frozenset(fold("nomor nomer nomr nmr rek rekening norek number account"))
_OF_ITS_OWNER = frozenset(fold("hp hpnya wa wanya rek reknya telp telpon nya dia"))  # "no hp nya", not "no, check"
_NOT_WISHED = frozenset(
    fold("sudah sdh udah belum blm tidak jangan pernah kemarin tadi dia mereka petugas polisi bank")
)
_SELVES = frozenset((word,) for word in fold("saya aku gue kami"))
_NEAR = 2  # words
_OTHERS = frozenset(fold("petugas petugasnya polisi officer"))
_A_WISH = 12  # words
_NOT_HERE = frozenset({q.CHECK_NAME, q.CHECK_EXACT, q.CHECK_WHICH})  # a number that answers these is looked up by them


def asks_for_a_number(text: str) -> bool:
    """Tell "tolong dicek no hp nya" from "sudah sy cek nomornya" and "petugas yg cek nomornya"."""
    words = fold(text[:300])
    if _CHECKED.isdisjoint(words) or not (any(map(str.isdigit, text)) or _is_of_a_number(words)):
        return False
    return any(map(_wishes, (said.words for said in sentences_of(text))))


def checks_a_number(turn: Turning, question: Question) -> bool:
    """Look a number up, or say that the list holds none; say whether the message tells nothing else."""
    if TOLD not in turn.conversation.answers or question in _NOT_HERE or not asks_for_a_number(turn.text):
        return False
    found = turn.reading.found
    if _NUMBERS.isdisjoint(found) and ("company" in found or not _is_of_a_number(fold(turn.text[:300]))):
        return False
    if _is_listed(turn):
        given = Answer(turn.text[:200], Origin.ASKED, turn.text[:200])
        turn.conversation = turn.conversation.without({q.CHECK_EXACT.id}).with_answers({q.CHECK_EXACT.id: given})
        return True
    turn.tell("check.number")
    volunteer(turn)
    return question is q.CHECK_NEXT or (found.keys() <= _NUMBERS and len(turn.text.split()) <= _A_WISH)


def _is_of_a_number(words: Words) -> bool:
    is_short = any(one == "no" and other in _OF_ITS_OWNER for one, other in itertools.pairwise(words))
    return is_short or any(word in _NUMBERED or word.removesuffix("nya") in _NUMBERED for word in words)


def _wishes(words: Words) -> bool:
    return _OTHERS.isdisjoint(words) and any(
        word in _CHECKED
        and _NOT_WISHED.isdisjoint(words[max(0, at - _NEAR) : at])
        and words[at - 1 : at] not in _SELVES
        for at, word in enumerate(words)
    )


def _is_listed(turn: Turning) -> bool:
    registry = turn.facts.registry
    if registry is None or not any(map(str.isdigit, turn.text)):
        return False
    checked = check(turn.text, registry, on=turn.facts.local_now.date())
    return has_no_name(checked) is False and bool(checked.phones or checked.accounts) and bool(checked.candidates)
