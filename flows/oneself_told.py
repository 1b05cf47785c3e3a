"""Who says that they are the victim themselves: "korban nya aku", "bukan dia kak, aku sendiri"."""

import itertools

from flows.contact_others import is_somebody
from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import contact_words

_LONGEST = 12  # words; in a longer line these words may stand for anything
_VICTIM = frozenset(fold("korban korbannya victim"))
_BETWEEN = frozenset(fold("nya itu ini ya kak pak bu yang adalah is the sebenarnya sebenernya"))
_ALONE = frozenset(fold("sendiri myself"))
_NOT = frozenset(fold("bukan bkn not"))
_SOMEBODY = frozenset(fold("dia temen teman temenku temanku adik adikku kakak kakakku orang mereka him her friend"))
_AND = frozenset(fold("sama sm ama dan dengan dgn bareng and"))
_NEAR = 4  # words
_MY = frozenset({"my"})


def is_oneself(text: str) -> bool:
    """Say whether a message puts the writer in the place of whoever was taken for the victim."""
    words = fold(text[:120])
    selves = contact_words().selves
    if len(words) > _LONGEST or "?" in text or selves.isdisjoint(words):
        return False
    return _names_the_victim(words) or _denies_another(words)


def _names_the_victim(words: Words) -> bool:
    """Read "korban nya aku" and "saya korbannya", not "saya teman korban" and "saya bukan korban"."""
    selves = contact_words().selves - _MY  # "victim is my sister"
    said = tuple(word for word in words if word not in _BETWEEN)
    for one, other in itertools.pairwise(said):
        is_told = (one in _VICTIM and other in selves) or (one in selves and other in _VICTIM)
        behind = said[said.index(other) + 1 :][:1]
        if behind and behind[0] in _AND:
            return False  # "korbannya sy sm ilham": of two
        if is_told and _NOT.isdisjoint(said[: said.index(one) + 1][-2:]):
            return True
    return False


def _denies_another(words: Words) -> bool:
    """Read "bukan dia kak aku sendiri"; "bukan dia, aku sendiri yang lapor" tells who reports."""
    selves = contact_words().selves
    for at, word in enumerate(words):
        if word not in _NOT or _SOMEBODY.isdisjoint(words[at + 1 : at + 2]):
            continue
        after = words[at + 2 : at + 2 + _NEAR]
        is_alone = any(one in selves and other in _ALONE for one, other in itertools.pairwise(after))
        is_alone = is_alone and not any(map(is_somebody, after))  # "bukan orang lain, adik saya sendiri"
        ends = words[-1] in _ALONE or words[-2:-1] == ("sendiri",) or len(words) > at + 2 + _NEAR
        if is_alone and ends and "lapor" not in words and "yang" not in after:
            return True
    return False
