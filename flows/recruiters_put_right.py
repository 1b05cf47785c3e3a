"""Who recruits, told anew where the one told before is spared: "jangan catat ustad Mansur, yg ngajak Hj Rohani"."""

from collections.abc import Mapping

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.reading import Found
from flows.spoken_of import names_told
from flows.understanding.lexicon import word_set

_LONGEST = 240  # characters
_NOTED = frozenset(
    fold("nama catat dicatat catet tulis ditulis masukin dimasukin masukkan dimasukkan sebut disebut laporkan")
)
_NOT = frozenset(fold("jangan jgn jngan gausah gak ga tidak tdk bukan bkn batal hapus coret ralat"))
_ONLY = frozenset(fold("cuma cuman cm hanya sekedar sekadar"))
_REACH = 3  # words


def recruiter_put_right(told: Conversation, read: Mapping[str, Found], text: str) -> list[tuple[str, str, str]]:
    """Give the key, the name told before and the one told instead, nothing where both may recruit.

    "pak Edi cuma sopir. yg bawa bu Tini" is read; "jangan sebut nama pak Edi ya" and "yg bawa bu Tini juga" are not.
    """
    before, found = told.value(q.RECRUITER.id), read.get(q.RECRUITER.id)
    if not before or found is None or len(text) > _LONGEST or found.value.casefold() in before.casefold():
        return []
    spared = names_told(before) - names_told(found.value)
    words = fold(text)
    is_doing = not (word_set("recruiting_verbs") | word_set("recruiters")).isdisjoint(
        word.removesuffix("nya") for word in words
    )
    at = next((at for at, word in enumerate(words) if word in spared), None)
    if at is None or not is_doing:
        return []
    near = words[max(0, at - _REACH) : at], words[at + 1 : at + 1 + _REACH]
    is_struck = any(not _NOT.isdisjoint(part) and not _NOTED.isdisjoint(part) for part in near)
    is_other = not _ONLY.isdisjoint(near[1]) or _is_denied(words, at)
    return [(q.RECRUITER.id, before, found.value)] if is_struck or is_other else []


def _is_denied(words: tuple[str, ...], at: int) -> bool:
    """Read "bukan pak Edi" and "bukan Edi"."""
    start = at - (at > 0 and words[at - 1] in word_set("titles"))
    return start > 0 and words[start - 1] in _NOT - {"jangan", "jgn", "jngan"}
