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


def age_said_again(told: Conversation, text: str) -> tuple[str, str] | None:
    """Give the age told before and the one that is told anew, None where the line tells of something else.

    "eh 21 deng, baru ultah" and "eh 19 maaf saya gugup" do it; "eh 20 menit lagi" and "eh bukan 19" do not.
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
    is_again = not _AGAIN.isdisjoint((*words, *after)) and _BESIDE.issuperset(words)
    is_denied = words[-1:] != () and words[-1] in _NOT and lead.rstrip()[-1:].isalpha()
    is_age = len(figure[0]) == len(before.value) and figure[0] != before.value and _ends_an_age(after)
    return (before.value, figure[0]) if is_again and is_age and not is_denied else None


def _ends_an_age(after: Words) -> bool:
    """Tell "19 tahun maaf saya gugup" from "19 orang", "20 menit lagi" and "19 itu nomor kamarnya"."""
    rest = after[1:] if after[:1] != () and after[0] in _YEARS else after
    return (rest[:1] != () and rest[0] in _GOES_ON) or _BESIDE.issuperset(rest)
