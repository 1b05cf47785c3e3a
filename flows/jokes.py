"""Whether a line says that what was told is no truth: "boong pak boong", "cuma prank", "i made it up"."""

import re

from flows.folding import fold
from flows.phrases import Words, without_fillers

_LIES = frozenset(fold(
    "bohong boong boongan bohongan bohongin bohongi ngibul ngibulin ngarang ngarang2 karangan hoax hoaks prank "
    "ngeprank ngepreng guyon guyonan canda candaan bercanda becanda lied lie lying prank joke joking kidding"
))  # fmt: skip
_BESIDE = frozenset(fold(
    "saya aku kami cuma cuman hanya tadi semua semuanya itu ini yang cerita ceritanya laporan laporannya sebenarnya "
    "sebenernya aslinya deng doang lagi main main2 kok sudah pesan pesannya bapak polisi i was just a it im m all that "
    "about my story only"
))  # fmt: skip
_LAUGHS = re.compile(r"(?:w*k+w+k*\w*|ha(?:ha)+h?|he(?:he)+h?|hi(?:hi)+|wk+|xi(?:xi)+|lol|lmao)")
_ASKING = frozenset(("ya", "kah", "kan", "tidak", "apa"))
_DENYING = frozenset(fold("tidak bukan jangan belum not no never serius seriusan beneran kenapa jgn"))
_ANOTHERS = frozenset(fold("dia die mereka katanya dikira kirain kayak seperti dibilang bilangnya he she they like"))
_NEAR = 2  # words
_LONGEST = 10  # words


def says_it_was_a_lie(words: Words, text: str) -> bool:
    """Tell "boong pak boong" and "sy cm ngeprank" from "PT nya bohong", "bohong ya pak" and "sy ga bohong"."""
    at = next((at for at, word in enumerate(words) if word in _LIES), None)
    if at is None or len(words) > _LONGEST or "?" in text:
        return False
    rest = without_fillers(tuple(word for word in words if not _LAUGHS.fullmatch(word)))
    return words[at + 1 : at + 2] not in {(word,) for word in _ASKING} and _BESIDE.issuperset(
        word for word in rest if word not in _LIES
    )


def is_denied(before: Words) -> bool:
    """Read "ini serius bukan bercanda" and "dia cuma bercanda katanya" by what stands before: nobody's own joke."""
    return not (_DENYING | _ANOTHERS).isdisjoint(before[-_NEAR - 1 :])
