"""What is pleaded or told where a cover or the papers were asked: "embassy number pls", "madam is boss, she hit"."""

import itertools

from flows.folding import fold
from flows.phrases import Words

_PLEAS = frozenset(
    fold("embassy kbri kjri consulate konsulat police polisi ambulance ambulans fast faster hurry quick quickly cepat")
)
_ASKING = frozenset(fold("how when where why what who gimana bagaimana kapan kenapa apa"))
_BLOWS = frozenset(
    fold(
        "hit hits beat beats beaten slap slapped kick kicked punch pukul memukul mukul dipukul dipukuli tampar ditampar"
    )
    + fold("tendang ditendang siksa disiksa")
)
_BEING = frozenset(fold("is are was adalah itu bukan not"))
_OF_POWER = frozenset(fold("boss bos majikan madam employer agent agen recruiter recruter sponsor"))
_PAPERS = frozenset(
    fold("paspor pasport passport passports ktp ijazah kk dokumen document documents paper papers visa surat dipegang")
    + fold("ditahan disita disimpan pegang megang simpan nyimpan tahan hold holds keep keeps kept take took taken has")
)


def pleads(words: Words) -> bool:
    """Read "embassy number pls" and "how i get out", not "wrong number" and "friend pls"."""
    return not _PLEAS.isdisjoint(words) or words[0] in _ASKING


def tells_of_somebody(words: Words) -> bool:
    """Read "madam is boss not recruter" and "dia pukul saya", where no paper and nobody who holds one is told of."""
    if not _PAPERS.isdisjoint(words):
        return False
    said = tuple(word for word in words if word not in {"my", "the", "a"})
    is_said = any(one in _BEING and other in _OF_POWER for one, other in itertools.pairwise(said))
    return is_said or not _BLOWS.isdisjoint(words)
