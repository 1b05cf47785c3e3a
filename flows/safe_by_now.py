"""Who was alarmed for, and says that it was before and is over: "bukan skrg kak. itu semalem. skrg aman kok"."""

import re

from flows.folding import fold
from flows.phrases import Words

_NOW = frozenset(fold("sekarang skrg skrang skr skg now saat"))
_SAFE = frozenset(fold("aman safe"))
_NOT = frozenset(fold("tidak tdk ga gak gk nggak ngga ndak ndk nda belum blm bukan bkn not no kurang"))
_BEFORE = frozenset(fold("semalam semalem tadi kemarin kmrn kemaren dulu lalu kemarinnya yesterday last"))
_PIECE = re.compile(r"[.,;!\n]|\b(?:tapi|tp|tpi|but)\b", re.IGNORECASE)
_NEAR = 3  # words
_LONGEST = 25  # words


def says_it_was_before(text: str) -> bool:
    """Tell it from "skrg ga aman" and "tadi aman, skrg dia di depan pintu": it names a time before, or is not now."""
    words = fold(text[:300])
    if _SAFE.isdisjoint(words) or len(words) > _LONGEST or "?" in text:
        return False
    not_now = any(word in _NOW and not _NOT.isdisjoint(words[max(0, at - 1) : at]) for at, word in enumerate(words))
    is_safe = any(map(_is_safe_now, map(fold, _PIECE.split(text[:300]))))
    return is_safe and (not_now or not _BEFORE.isdisjoint(words))


def _is_safe_now(words: Words) -> bool:
    """Read "skrg aman kok", "sekarang sy sudah aman" and "aman sekarang" at the end of a piece."""
    safe = [at for at, word in enumerate(words) if word in _SAFE]
    if any(not _NOT.isdisjoint(words[max(0, at - 2) : at]) for at in safe):
        return False
    before = any(not _NOW.isdisjoint(words[max(0, at - _NEAR) : at]) for at in safe)
    return before or any(words[at + 1 :] and words[at + 1] in _NOW and len(words) <= at + _NEAR for at in safe)
