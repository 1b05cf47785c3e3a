"""Who tells: does somebody write of what is done to themselves, and is it a child?"""

import itertools
import re

from flows.folding import fold
from flows.persons import tells_who_is_taken
from flows.phrases import Words
from flows.reading import Reading
from flows.understanding.lexicon import word_set
from flows.word_tables import contact_words, spoken_of_words, teller_words

HARMED = frozenset({
    *("locked_up", "passport_held", "unpaid", "violence", "threat", "sexual_violence", "forced_labour", "forced_scam"),
    *("sick_injured", "hiding", "escaped", "debt_bondage", "no_food", "sold", "suicide_risk", "child_victim"),
    "alarming",
})  # fmt: skip
"""Signs of harm that is done to somebody."""
_DONE_TO_SOMEBODY = (HARMED - {"passport_held", "escaped", "child_victim"}) | {"lost_contact", "missing", "death"}
_WAGE = re.compile(r"\b(?:di)?gaji|\bupah|salary|wage")
_HARMED_IF_NEAR = frozenset({"deceived", "medical_procedure"})  # "saya ditipu", not "ada orang ditipu"
_DONE = ("ditipu", "ketipu", "tertipu", "diboong", "dibohong", "dikibul", "scammed", "deceived", "cheated", "tricked")
_AKU = re.compile(r"\b(?:aku|ak|aq|ku)\b", re.IGNORECASE)
# a line of its own: "saya di luar negeri", "sy skrg di jeddah", "im crew on a fishing boat"
_IS_THERE = re.compile(
    r"(?:^|\n)\s*(?:saya|sy|sya|aku|ak|aq|kami)\s+(?:lagi |skrg |sekarang |masih |ada |sudah |udah |sdh )?"
    r"(?:di|d|kerja|art|prt|tki|tkw|pmi|abk)\b|"
    r"(?:^|\n)\s*(?:i(?:'m| am)|im)\s+(?:in|at|stuck|trapped|locked|"
    r"(?:now |still )?(?:an? |the |one of the )?(?:indonesian )?"
    r"(?:crew|deckhand|fisherman|seaman|sailor|maid|housemaid|helper|(?:migrant|domestic) worker|abk|tkw))\b|"
    r"(?:^|\n)\s*(?:saya|sy|aku) diluar",
    re.IGNORECASE,
)
# who came home, or worked for those who recruit, tells of others
_WAS_THERE = re.compile(
    r"(?:^|\n)\W*(?:\w+ \w+, )?(?:saya|sy|sya|aku|ak|aq|ane)\s+(?:ini )?(?:(?:mantan|eks|bekas|ex)\b|"
    r"dulu (?:kerja |ikut )?(?:jadi |jd |sbg |sebagai )?(?:petugas|staf|sponsor|calo|agen|karyawan|tekong|pl)\b)",
    re.IGNORECASE,
)
_JOINTS = frozenset(fold("karena dan kalau bahwa sekarang kemarin dulu tadi ini itu ya because and now"))
_THEIRS = frozenset({"her", "his", "their", "him", "them"})
_KIN_CALLED_SHORT = frozenset(fold("kk kak kakak dek adik"))
_OTHERS_IN_ENGLISH = frozenset({
    *("she", "he", "girl", "boy", "woman", "girls", "boys", "women", "minor", "child", "children", "kid", "teenager"),
    *("someone", "somebody", "who", "them"),
})  # fmt: skip
_THINGS_OF_MINE = frozenset(fold("gaji upah paspor ijazah ktp hp"))
_REACH = 6  # words before a sign in which its subject stands
_LOOKED_AT = 600  # characters
_BETWEEN = frozenset(fold("udah sudah udh sdh yang yg juga jg mau akan pernah dulu kemarin kmrn malah terus"))
_DONE_TO_ME = frozenset(fold(
    "disuruh dipaksa ditipu dijanji dijanjiin dijanjikan ditawari ditawarin diiming diiminginin disekap dikurung dijual"
))  # fmt: skip
_JUST_BEFORE = 2  # words between "saya" and what is done to them


def is_victims_own(text: str, reading: Reading) -> bool:
    """Say whether the writer tells of harm to themselves: "saya disekap", "they hold my passport".

    Only where no relative or other person is named as the victim; "saya lihat ada yang disekap" is not theirs.
    """
    harm = [sign for sign in reading.signals if sign.name in HARMED and sign.is_met]
    near = [sign for sign in reading.signals if sign.name in _HARMED_IF_NEAR]
    # "her boss keeps her ID card" is told by a witness
    harm = [sign for sign in harm if _THEIRS.isdisjoint(fold(sign.words)) and not _is_of_another(text, sign.words)]
    if not harm and not near:
        return False
    words = fold(text[:600])
    if _WAS_THERE.search(text[:600]):
        return False
    selves, seeing, lead = teller_words()
    if not harm:
        others = "victim_relation" in reading.found or "victim_name" in reading.found
        return not others and any(_is_subject_of(words, fold(sign.words), selves, lead) for sign in near)
    if "victim_relation" in reading.found or "victim_name" in reading.found:
        # "suami mukul saya", or "pacarku nyuruh aku ..." from a child: the one who is named did it
        if any(_is_done_to_self(words, fold(sign.words), selves) for sign in harm):
            return True
        relation = reading.found.get("victim_relation")
        if relation is not None and tells_who_is_taken(relation.words):
            return False  # "aku umur 13", then "kakakku dibawa tante"
        if {"victim_relation", "victim_name", "victim_age"} <= reading.found.keys():
            return False  # "aku smk kls 11", then "temen sebangkuku Dinda umurnya 16"
        return says_aku(text) and any(sign.name == "child_victim" for sign in harm) and words[:1] == ("saya",)
    if _IS_THERE.search(text[:600]):
        return True
    start = next((place for place, word in enumerate(words) if word not in lead), len(words))
    if words[start : start + 1] and words[start] in selves and not seeing.intersection(words[start + 1 : start + 4]):
        return True
    return any(_stands_before(words, fold(sign.words), selves) for sign in harm)


def _is_of_another(text: str, sign: str) -> bool:
    """Say whether a sign is told of somebody else in English: "she's being made to sleep with customers"."""
    selves, _, _ = teller_words()
    line = next((line for line in text[:_LOOKED_AT].splitlines() if sign and sign in line), "")
    before = fold(line.partition(sign)[0])[-_REACH:]
    inside = fold(sign)
    if not _OTHERS_IN_ENGLISH.isdisjoint(inside) and selves.isdisjoint(inside):
        return True  # "there's a minor working in a bar"
    doers = [word for word in before if word in _OTHERS_IN_ENGLISH or word in selves]
    return doers[-1:] != [] and doers[-1] in _OTHERS_IN_ENGLISH


def tells_of_harm(text: str, reading: Reading) -> bool:
    """Say whether this very text tells of harm that is done: not of a plan, of papers or of money."""
    return bool(signs_told(text, reading) & _DONE_TO_SOMEBODY) and "?" not in text


def was_deceived(text: str, reading: Reading) -> bool:
    """Read "adik saya ditipu H Mansur, PT ...", not "PT itu suka nipu" and "takut ditipu"."""
    signs = [fold(sign.words) for sign in reading.signals if sign.name == "deceived" and sign.is_met]
    is_done = any(word.startswith(_DONE) for words in signs for word in words)
    selves, _, _ = teller_words()
    return is_done and ("victim_relation" in reading.found or not selves.isdisjoint(fold(text[:200])))


def signs_told(text: str, reading: Reading) -> set[str]:
    """Give the names of the signs that were met in this very text; "belum bayar" is of a fee, and of no wage."""
    told = text.casefold()
    met = {sign.name for sign in reading.signals if sign.is_met and sign.words.casefold() in told}
    return met if _WAGE.search(told) else met - {"unpaid"}


def speaks_of_oneself(text: str) -> bool:
    """Say whether an answer to "who" goes on about its writer: "sy takut tenggelam", not "saya tetangganya"."""
    selves, seeing, lead = teller_words()
    known = spoken_of_words()
    words = tuple(itertools.dropwhile(lead.__contains__, fold(text[:200])))
    others = known.victim | known.acquaintances | seeing
    theirs = any(word in others or word.removesuffix("nya") in others for word in words)
    return words[:1] != () and words[0] in selves and not theirs


def says_aku(text: str) -> bool:
    """Say whether the writer calls themselves "aku", as children do."""
    return bool(_AKU.search(text[:400]))


def _is_done_to_self(words: Words, sign: Words, selves: frozenset[str]) -> bool:
    if sign and sign[-1] in selves and len(sign) > 1:
        return True
    ends = (place + len(sign) for place in range(len(words)) if sign and words[place : place + len(sign)] == sign)
    # "anak2 yg mau jadi tkw, saya yg disuruh ketik" goes on with another subject
    return any(words[end] in selves and words[end + 1 : end + 2] != ("yang",) for end in ends if end < len(words))


def _is_subject_of(words: Words, sign: Words, selves: frozenset[str], lead: frozenset[str]) -> bool:
    """Tell "saya ditipu" from "orang desa saya ditipu": nothing owns what is written before "saya"."""
    if sign and sign[0] in selves:
        ends = [place for place in range(len(words)) if words[place : place + len(sign)] == sign]
    else:
        ends = [
            place - back
            for place in range(len(words) - len(sign) + 1)
            if sign and words[place : place + len(sign)] == sign
            for back in range(1, _JUST_BEFORE + 1)
            if place >= back and words[place - back] in selves
        ]
    return any(at == 0 or words[at - 1] in lead | _JOINTS for at in ends)


def _is_of_kin_called_short(words: Words, mine: int) -> bool:
    """Tell "min kk sy disekap", of an elder brother or sister, from "kak sy disekap", which calls somebody."""
    _, _, lead = teller_words()
    return mine > 1 and words[mine - 1] in _KIN_CALLED_SHORT and words[mine - 2] in lead


def _stands_before(words: Words, sign: Words, selves: frozenset[str]) -> bool:
    _, seeing, _ = teller_words()
    if sign and sign[0] in selves and not seeing.isdisjoint(sign[1:4]):
        return False  # "I want to report for two men ..., not paid": the sign begins with who tells
    if sign and (sign[0] in selves or (sign[0] in _THINGS_OF_MINE and sign[1:2] != () and sign[1] in selves)):
        return True
    for place in range(len(words) - len(sign) + 1):
        if sign and words[place : place + len(sign)] == sign:
            mine = next(
                (at for at in range(place - 1, max(-1, place - 1 - _JUST_BEFORE), -1) if words[at] in selves), -1
            )
            return mine >= 0 and not _is_of_kin_called_short(words, mine)
    return False


def is_done_to_me(words: tuple[str, ...]) -> bool:
    """Read "sy diajak kerja" and "saya udah disuruh"; "sy dikasih tau" and "saya ditelpon adik" tell of no harm."""
    mine = contact_words().selves - {"my"}
    for at, word in enumerate(words):
        if word in mine:
            rest = [one for one in words[at + 1 : at + 4] if one not in _BETWEEN]
            if rest and (rest[0].removeprefix("di") in word_set("taking_verbs") and rest[0].startswith("di")):
                return True
            if rest and rest[0] in _DONE_TO_ME:
                return True
    return False
