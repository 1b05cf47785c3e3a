"""House numbers make a place of few words, and wounds make none: "al barsha 2 villa 18", "kepala berdarah"."""

import itertools

from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import ordinary_words

_LONGEST = 8  # words; "toilet in house villa 18 al barsha 2 dubai" is one of them
_TALKS_ON = 2  # ordinary words; one may stand in any address
_HOUSES = frozenset(
    fold(
        "villa vila flat apartment apartemen apartement building gedung tower block blok floor lantai level unit house"
    )
)
_NUMBERED = _HOUSES | frozenset(fold("kamar kmr room no nomor km rt rw pintu barak"))
_WOUNDED = frozenset(
    fold(
        "darah berdarah bedarah berdarah2 blood bloody bleed bleeding luka luka2 terluka wound wounds injured hurt pain"
    )
    + fold("painful sakit sakitt nyeri pening pusing memar lebam bengkak swollen bruise bruised pingsan lemas dizzy")
)
_NO = frozenset(fold("no nomor number"))  # "villa no 5"
_SICK, _HOUSE = "sakit", "rumah"


def is_an_address(words: Words) -> bool:
    """Read "al barsha 2 villa 18" and "flat 4b tower c": a house and its number, in few words that tell nothing on."""
    if len(words) > _LONGEST or sum(word in ordinary_words().talk for word in words) >= _TALKS_ON:
        return False
    said = tuple(word for word in words if word not in _NO)
    return any(word in _HOUSES and (after[0].isdigit() or len(after) == 1) for word, after in itertools.pairwise(said))


def tells_of_a_wound(words: Words) -> bool:
    """Read "head blood" and "kepala berdarah", not "rumah sakit praya"."""
    before = ("", *words)
    return any(word in _WOUNDED and (word, before[at]) != (_SICK, _HOUSE) for at, word in enumerate(words))


def counts(words: Words) -> bool:
    """Tell "data tinggal 40 mb" from "kamar 9"."""
    before = ("", *words)
    return any(word.isdecimal() and before[at] not in _NUMBERED for at, word in enumerate(words))
