"""Worry about somebody who went before, told in a check: it is heard, and is no answer to its question."""

import itertools

from flows import questions as q
from flows.answers_of_a_check import meant_in_a_check
from flows.check_endings import TOLD_BESIDE
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.phrases import Words
from flows.question import Question
from flows.recruiter_check import NOT_TO_BE_REPORTED
from flows.sentences import holds_a_question
from flows.turning import LONGEST_STORY, Turning
from flows.volunteering import volunteer
from flows.word_tables import spoken_of_words
from flows.worries import COMFORTED

_HEARD = "check_worry"
_ASKED = frozenset({q.CHECK_OFFICE, q.CHECK_ORDER, q.CHECK_ACCOUNT})
_SUFFERS = frozenset(fold(
    "nangis menangis nangisan aneh sedih murung sakit ketakutan stres stress depresi berubah kurus pendiam diem2 "
    "curhat ngeluh mengeluh tertekan trauma crying cries sad strange weird scared sick"
))  # fmt: skip
_SUFFERING = frozenset(
    {
        *(("minta", "pulang"), ("pengen", "pulang"), ("mau", "pulang"), ("ingin", "pulang"), ("tidak", "betah")),
        *(("tidak", "bales"), ("tidak", "balas"), ("jarang", "bales"), ("jarang", "balas"), ("susah", "dihubungi")),
        *(("tidak", "aktif"), ("ga", "aktif"), ("wants", "home"), ("tidak", "dibales"), ("kayak", "takut")),
    }
)
_AHEAD = frozenset(fold("duluan dluan lebih disana sana"))
_WENT = frozenset(fold("berangkat brangkat brgkt pergi kerja kerjanya ikut disana sana there"))
_BY_NOW = frozenset(fold("sudah udh udah sdh dah already duluan"))
_THEY = frozenset(fold("dia die she he"))
_LONGEST = 25  # words


def hears_worry(turn: Turning, question: Question) -> bool:
    """Hear "tp wulan skrg aneh, suka nangis" where a check asks for an office; say whether it was such a line."""
    if question not in _ASKED or turn.conversation.knows(NOT_TO_BE_REPORTED) or holds_a_question(turn.text):
        return False
    words = fold(turn.text[:200])
    if len(words) > _LONGEST or not _is_of_somebody(turn, words) or meant_in_a_check(turn.text, question.id):
        return False
    suffers = not _SUFFERS.isdisjoint(words) or not _SUFFERING.isdisjoint(itertools.pairwise(words))
    went = not any(map(frozenset(words).isdisjoint, (_AHEAD, _WENT, _BY_NOW)))
    if not suffers and not went:
        return False
    volunteer(turn)
    before = turn.conversation.value(COMFORTED).split()
    turn.tell("noted" if _HEARD in before else "check.worried")
    if _HEARD in before:
        turn.leave_open(question.id)
    kept = turn.conversation.value(TOLD_BESIDE)
    if turn.text not in kept:
        turn.answer({TOLD_BESIDE: Answer(f"{kept}\n{turn.text}".strip()[:LONGEST_STORY], Origin.READ)})
    turn.answer({COMFORTED: Answer(" ".join(dict.fromkeys([*before, _HEARD])), Origin.READ)})
    return True


def _is_of_somebody(turn: Turning, words: Words) -> bool:
    """Say whether somebody is spoken of who is neither the writer nor who recruits: by name, as kin, as a friend."""
    known, told = spoken_of_words(), turn.conversation
    named = frozenset(fold(told.value("victim_name")))
    somebody = known.acquaintances | known.victim | named
    is_told_of = bool(named) or told.knows("victim_relation")
    return not somebody.isdisjoint(words) or (is_told_of and not _THEY.isdisjoint(words))
