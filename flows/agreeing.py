"""A yes to a last step with more behind it: "ya benar cepet", "kirim. suami saya bisa ditolong pak?"."""

import re
from collections.abc import Sequence

from flows.folding import fold
from flows.phrases import Words, option_phrases, without_fillers
from flows.word_tables import agreeing_words

_STOP = re.compile(r"[.,;!\n]+")
_LONGEST = 20  # words; a longer text tells a story of its own
_AGREED = ("right", "yes")


def agreed_choice(text: str, question_id: str, shown: Sequence[str]) -> str:
    """Give the choice by which a longer answer agrees to a last step, "" where it does not.

    The first clause says so and at most urges beside it; nothing behind it hesitates, refuses or puts right.
    """
    first, *rest = [words for piece in _STOP.split(text) if (words := fold(piece))] or [()]
    behind, known = frozenset(word for words in rest for word in words), agreeing_words()
    # "kirim cepat, saya takut" wants it sent; after a bare "ya" fear may be a doubt
    doubts = known.hesitating if known.sending.isdisjoint(first) else known.hesitating - known.fearing
    if len(fold(text)) > _LONGEST or not doubts.isdisjoint(behind):
        return ""
    agreed = next((choice for choice in _AGREED if choice in shown), "")
    return agreed if agreed and _agrees(first, question_id, agreed, is_more=bool(rest)) else ""


def _agrees(words: Words, question_id: str, agreed: str, *, is_more: bool) -> bool:
    """Say whether the words begin with the choice and only urge after it."""
    said, known = option_phrases(question_id), agreeing_words()
    # "kirim cepat pak saya takut"
    urges = known.urging if known.sending.isdisjoint(words) else known.urging | known.fearing
    for end in range(len(words), 0, -1):
        head, urging = words[:end], without_fillers(words[end:])
        if _means(said.meaning(head), head, question_id) == agreed:
            return (bool(urging) or is_more) and urges.issuperset(urging)
    return False


def _means(meaning: str, head: Words, question_id: str) -> str:
    """Give what a head means of which every word means the same: "ya sudah benar", "oke kirim"."""
    if meaning:
        return meaning
    said = option_phrases(question_id).whole
    meant = {said.get((word,), "") for word in without_fillers(head)}
    return meant.pop() if len(meant) == 1 else ""
