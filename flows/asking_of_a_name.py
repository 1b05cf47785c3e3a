"""A company named without "PT": a message that is a listed name, or asks how a name stands, is a check."""

import re

from flows.facts import Facts
from flows.folding import fold
from flows.labels import Intent
from flows.matching import Check, Verdict, check
from flows.phrases import without_particles
from flows.reading import Reading
from flows.said import Kind, Said
from flows.understanding.lexicon import lexicon, word_set
from flows.verdicts import has_no_name

_GREETED = r"(?:halo|hai|selamat|pagi|siang|sore|malam|assalamu\w*|wr|wb|maaf|mohon|permisi|pak|bu|min|kak)"
_ASKED = r"(?:me)?lapor\w*|(?:ber|me)?tanya\w*|nanya|bicara|menyampaikan|memberi\w*|pak|bu|kak|min|ndan|komandan"
_LEAVE = re.compile(rf"^\W*(?:{_GREETED}\W+)*(?:izin|ijin)(?=\s*(?:[.,!\n]|\b(?:{_ASKED})\b))", re.IGNORECASE)
"""Leave that is asked to speak: "ijin melapor", "selamat pagi, izin. Saya ..."."""
_LONGEST = 120  # characters
_MOST_WORDS = 14
_A_NAME = 2  # words
_SURELY_MEANT = 85.0  # score from which a near name makes the whole question plain
STANDING = frozenset(
    """
    resmi rsmi resmikah legal ilegal legalkah terdaftar trdaftar kedaftar tercatat berizin berijin izin ijin izinnya
    ijinnya perizinan penipu penipuan nipu bodong fiktif palsu abal abal2 dipercaya terpercaya dicabut dibekukan
    licensed licenced licence license registered legit legitimate fake scam genuine accredited
    """.split()  # noqa: SIM905 - a list of words reads as words
)
"""Words with which it is asked how a company stands."""
_CHECK = frozenset({"cek", "ngecek", "check", "periksa"})
_LICENCE = "sip3mi"  # only who has a licence number in hand writes it
_A_WISH, _LONGEST_WISH = 12, 20  # words
_GREETING = frozenset(fold("halo hai hi hallo salam assalamualaikum selamat pagi siang sore malam permisi maaf tabe"))
LISTED = frozenset({"company", "recruiter_phone", "account"})
"""Facts that can be looked up in the list."""
_OWNER = frozenset({"punya", "siapa"})
_OTHERS = frozenset({Intent.STATUS, Intent.HUMAN, Intent.REPORT})


def asks_of_a_name(said: Said, reading: Reading, facts: Facts) -> bool:
    """Say whether a message asks about a company although it never says "PT": "sinar contoh jaya terdaftar?"."""
    words = fold(said.text) if len(said.text) <= _LONGEST else ()
    if said.kind is not Kind.TEXT or facts.registry is None or not 0 < len(words) <= _MOST_WORDS:
        return False
    if reading.is_emergency or reading.signals or reading.intent in _OTHERS:
        return False
    checked = check(said.text, facts.registry, on=facts.local_now.date())
    if set(words) >= _OWNER and (checked.phones or checked.accounts):
        return True
    if _is_beyond_doubt(checked):
        return facts.open_ticket is None or bool(STANDING.intersection(words))
    near = bool(checked.candidates) and checked.candidates[0].score >= _SURELY_MEANT
    return names_one(said.text, checked) or (near and bool(STANDING.intersection(words)))


def asks_to_check(text: str, reading: Reading) -> bool:
    """Say whether a message begins with the wish to check: "mau cek pak mamad 0819 ..."."""
    words = without_particles(fold(text[:160]))
    words = words[next((at for at, word in enumerate(words) if word not in _GREETING), 0) :]
    named = not LISTED.isdisjoint(reading.found)
    of_another = (reading.intent is Intent.STATUS and not named) or bool(reading.signals) or "victim" in reading.found
    wishes = bool(_CHECK.intersection(words[:2])) or _LICENCE in words
    return len(words) <= (_LONGEST_WISH if named else _A_WISH) and wishes and not of_another


def names_one(text: str, checked: Check) -> bool:
    """Say whether what is asked of can be a company, listed or not: its standing is asked, and words are left over."""
    words = fold(_LEAVE.sub("", text)[:_LONGEST])
    return not has_no_name(checked) and bool(STANDING.intersection(words)) and _reads_as_a_name(checked)


def _is_beyond_doubt(checked: Check) -> bool:
    return checked.confirmed is not None or (checked.verdict is Verdict.REGISTRY_UNFIT and bool(checked.candidates))


def _reads_as_a_name(checked: Check) -> bool:
    """Say whether what is left beside the question can be a company: two words, one that is in no dictionary."""
    words = [word.lower() for word in checked.asked_name.split()]
    known = lexicon()
    common = word_set("not_names")
    unknown = [word for word in words if not (word in known.words or word in known.slang or word in known.ordinary)]
    return len(words) >= _A_NAME and any(len(word) > 3 and word not in common for word in unknown)
