"""A yes to a last step with more beside it: "ya benar cepet", "yaudah kirim aja dah cape gw"."""

import itertools
import re
from collections.abc import Sequence

from flows.contact_wishes import NO_CONTACT_WISH, contact_wish
from flows.folding import fold
from flows.name_wishes import name_wish
from flows.phrases import Words, option_phrases, without_fillers, without_particles
from flows.word_tables import agreeing_words, worry_words

_STOP = re.compile(r"[.,;!\n]+")
_BUT = re.compile(r"[\s,]+(?:tapi|tetapi|tp|tpi|but)\s+", re.IGNORECASE)
_LONGEST = 20  # words; a longer text tells a story of its own
_A_FEW = 4  # words
_WAITING = frozenset(fold("belum yet"))
_NOT_YET = _WAITING | frozenset(
    fold("dulu semua semuanya selesai lengkap cukup kelar beres benar betul pas tepat sesuai not")
)
_AGREED = ("right", "yes")
_NEARBY = frozenset({"polsek", "polres", "desa", "kades", "kadus", "babinsa"})
_TAKEN_BACK = frozenset(
    itertools.product(fold("tidak belum"), ("jadi", "mau", "usah", "setuju", "yakin", "siap", "dulu"))
)


def agreed_choice(text: str, question_id: str, shown: Sequence[str]) -> str:
    """Give the choice by which a longer answer agrees to a last step, "" where it does not.

    The first clause says so and at most urges beside it, or bids to send; nothing behind it hesitates, refuses or puts
    right. Only what is asked for the writer's own sake may be added: "kirim tapi nama saya jangan".
    """
    head, *added = _BUT.split(text, maxsplit=1)
    if added and _protects_the_writer(added[0]):
        text = head
    pieces = [piece for piece in _STOP.split(text) if fold(piece)] or [""]
    first, *rest = map(fold, pieces)
    behind, known = frozenset(word for words in rest for word in words), agreeing_words()
    # "kirim cepat, saya takut" wants it sent; after a bare "ya" fear may be a doubt
    doubts = known.hesitating if known.sending.isdisjoint(first) else known.hesitating - known.fearing
    is_bidden = _is_bidden(pieces)
    if is_bidden:
        doubts -= known.joining  # "yaudah kirim. aku takut tp gmn ngomong ke bosnya"
    if len(fold(text)) > _LONGEST or not doubts.isdisjoint(behind) or any(map(_takes_back, rest)):
        return ""
    agreed = next((choice for choice in _AGREED if choice in shown), "")
    agrees = is_bidden or _agrees(first, question_id, agreed, is_more=bool(rest) or bool(added))
    return agreed if agreed and agrees else ""


def is_not_yet(text: str) -> bool:
    """Read "blm", "not yet" and "belum semua" at a last step: nothing is refused, nor named that is wrong."""
    words = frozenset(without_particles(fold(text)[:_A_FEW]))
    return bool(words) and len(fold(text)) <= _A_FEW and words <= _NOT_YET and not words.isdisjoint(_WAITING)


def wants_it_sent(text: str) -> bool:
    """Read "udah kirim aja lah capek" and "that's all, send it" in the middle of a report."""
    words = fold(text)
    if len(words) > _LONGEST // 2 or not agreeing_words().sent.isdisjoint(words):
        return False
    return _is_bidden([piece for piece in _STOP.split(text) if fold(piece)])


def _is_bidden(pieces: Sequence[str]) -> bool:
    """Say whether a piece bids to send, and those before it at most sigh: "duh bingung. kirim saja"."""
    known = agreeing_words()
    sighs = known.leading | known.urging | known.fearing | known.weary
    for piece in pieces:
        words = fold(piece)
        if "?" not in piece and _bids_to_send(words):  # not "kirim ke siapa?"
            return True
        if not sighs.issuperset(without_fillers(words)):
            return False
    return False


def _takes_back(words: Words) -> bool:
    """Read "tidak jadi" and "tidak usah" behind a yes."""
    return not _TAKEN_BACK.isdisjoint(itertools.pairwise(words))


def _protects_the_writer(said: str) -> bool:
    """Read "nama saya jangan ya", "jgn kasih tau bapaknya" and "jgn telp ya, chat aja", which only guard them."""
    words, known = fold(said), worry_words()
    guarded = known["knowing"] | _NEARBY  # "jgn ke polsek sini ya"
    begs = not known["never"].isdisjoint(words) and not guarded.isdisjoint(words)
    return begs or name_wish(said, is_asked=True) == "hide" or contact_wish(said) != NO_CONTACT_WISH


def _bids_to_send(words: Words) -> bool:
    """Read "yaudah kirim aja dah cape" and "sudah kirim saja dan petugas telepon saya", not "sudah kirim fotonya"."""
    known = agreeing_words()
    at = next((at for at, word in enumerate(words) if word in known.sending), None)
    if at is None or any(word.isdecimal() for word in words):
        return False
    before, after = without_fillers(words[:at]), without_fillers(words[at + 1 :])
    return (
        known.leading.issuperset(before)
        and known.sent.isdisjoint(after[:1])
        and known.hesitating.isdisjoint(word for word in after if word not in known.fearing)
    )


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
