"""The victim's age told anew a line later: "eh 19 maaf saya gugup" after "umur 18"; "eh 19 orang" counts people."""

import re

from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.spoken_of import SPOKEN_OF

_AGE = "victim_age"
_FIGURE, _CLAUSE_END = re.compile(r"(?<![\d.,])\d{1,2}(?![\d.,]*\d)"), re.compile(r"[,.;!?\n]")
_EARLY, _LONGEST = 60, 200  # characters
_AGAIN = frozenset(fold("eh ehh ralat salah maksudnya deng ding koreksi"))
_BESIDE = _AGAIN | frozenset(
    fold(
        "maaf sori sorry pak bu kak min tahun thn th umur umurnya usianya dia yang yg benar bener itu aduh duh bukan"
        " bkn ketik ngetik tulis nulis harusnya seharusnya"
        " sudah udah udh sdh dah baru ternyata rupanya ultah ulang genap jadi jd kemarin kmrn kemaren"
    )
)
_AGED, _YEARS = frozenset(fold("umur umurnya usia usianya")), frozenset(fold("tahun thn th"))
_GOES_ON = frozenset(fold("maaf sori sorry deng ding salah ralat pak bu kak min lupa kayaknya kayanya sepertinya"))
_NOT = frozenset(fold("bukan bkn"))
_SORRY = frozenset(fold("maaf sori sorry maap mohon aduh"))
_REALLY = frozenset(fold(
    "asli aslinya asline sebenarnya sebenernya sebenar sebenarny sbnrnya benernya benarnya bener benar betulnya"
    " betul real really actually actual true truly"
))  # fmt: skip
_BESIDE_THE_TRUE = _BESIDE | _REALLY | frozenset(fold(
    "padahal tapi tp cuma masih kira kira2 sekitar nya sih di ktp akta akte kk the is she he her his hers shes age only"
    " just but its it korban anaknya"
))  # fmt: skip


def age_said_again(told: Conversation, text: str) -> tuple[str, str] | None:
    """Give the age told before and the one that is told anew, None where the line tells of something else.

    "eh 21 deng, baru ultah", "eh 19 maaf saya gugup" and, right behind it, "maaf 22" and "aslinya 16" do it; "eh 20
    menit lagi", "eh bukan 19" and "di aktanya 21" do not.
    """
    before, last = told.answers.get(_AGE), told.answers.get(SPOKEN_OF)
    figure = _FIGURE.search(text[:_EARLY]) if before is not None else None
    if before is None or figure is None:
        return None
    lead = text[: figure.start()]
    words, after = fold(lead), fold(_CLAUSE_END.split(text[figure.end() : _LONGEST])[0])
    is_last = last is not None and before.words != "" and before.words in last.words
    if not is_last and _AGED.isdisjoint((*words, *after)):
        return None
    is_again = _puts_right(words, after) or (is_last and (_is_sorry_for_it(words, after) or _tells_the_true_one(words)))
    is_denied = words[-1:] != () and words[-1] in _NOT and lead.rstrip()[-1:].isalpha()
    is_age = len(figure[0]) == len(before.value) and figure[0] != before.value and _ends_an_age(after)
    return (before.value, figure[0]) if is_again and is_age and not is_denied else None


def _puts_right(words: Words, after: Words) -> bool:
    return not _AGAIN.isdisjoint((*words, *after)) and _BESIDE.issuperset(words)


def _is_sorry_for_it(words: Words, after: Words) -> bool:
    """Read "maaf 22", "sori kak 22 th" and "22 maaf", right after an age was told."""
    return not _SORRY.isdisjoint((*words, *after)) and (_BESIDE | _SORRY).issuperset(words)


def _tells_the_true_one(words: Words) -> bool:
    """Read "aslinya 16", "padahal sebenarnya masih 16" and "her real age is 16" behind what a paper says."""
    return not _REALLY.isdisjoint(words) and _BESIDE_THE_TRUE.issuperset(words)


def _ends_an_age(after: Words) -> bool:
    """Tell "19 tahun maaf saya gugup" from "19 orang", "20 menit lagi" and "19 itu nomor kamarnya"."""
    rest = after[1:] if after[:1] != () and after[0] in _YEARS else after
    return (rest[:1] != () and rest[0] in _GOES_ON) or _BESIDE.issuperset(rest)
