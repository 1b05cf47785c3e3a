"""Fold what people type into comparable letters: plain words, sounds, and consonant skeletons."""

import re
import unicodedata
from functools import lru_cache

# four thousand characters are the longest message either channel delivers
TEXT_AT_MOST = 4000
# beyond this a "word" is noise; no listed name comes near it
WORD_AT_MOST = 60

_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_MARKS = re.compile(r"[\u0300-\u036f]")
# letters that only look Latin, as impostor names and fancy keyboards use them
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЈЅΑΒΕΗΙΚΜΝΟΡΤΥΧĐØŁ", "ABEKMHOPCTYXIJSABEHIKMNOPTYXDOL")

_ABBREVIATIONS = {
    "INTL": "INTERNASIONAL",
    "INTNL": "INTERNASIONAL",
    "INTERNATIONAL": "INTERNASIONAL",
    "INTERNATL": "INTERNASIONAL",
    "INTERNAT": "INTERNASIONAL",
    "INT": "INTERNASIONAL",
    "INTER": "INTERNASIONAL",
    "SVC": "SERVICES",
    "SVCS": "SERVICES",
    "SVS": "SERVICES",
    "SERV": "SERVICES",
    "SERVICE": "SERVICES",
    "SERVIS": "SERVICES",
    "MGMT": "MANAGEMENT",
    "MGT": "MANAGEMENT",
    "MGNT": "MANAGEMENT",
    "MANAJEMEN": "MANAGEMENT",
    "DEV": "DEVELOPMENT",
    "DEVT": "DEVELOPMENT",
    "ENT": "ENTERPRISES",
    "ENTERPRISE": "ENTERPRISES",
    "AGCY": "AGENCY",
    "AGENSI": "AGENCY",
    "PHIL": "PHILIPPINES",
    "PHILS": "PHILIPPINES",
    "PHILIPPINE": "PHILIPPINES",
    "MPWR": "MANPOWER",
    "RES": "RESOURCES",
    "RESOURCE": "RESOURCES",
    "RECRUIT": "RECRUITMENT",
    "EMPLOY": "EMPLOYMENT",
    "GRUP": "GROUP",
    "GRP": "GROUP",
    "IND": "INDONESIA",
    "INDON": "INDONESIA",
    "INDO": "INDO",
    "NUS": "NUSANTARA",
    "BERSDR": "BERSAUDARA",
    "SDR": "SAUDARA",
    "SEJ": "SEJAHTERA",
    "DAN": "AND",
    "N": "N",
}
_OLD_SPELLING = (("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("NJ", "NY"))
_SOUNDS = (
    ("KH", "K"),
    ("CH", "C"),
    ("CK", "K"),
    ("TH", "T"),
    ("DH", "D"),
    ("BH", "B"),
    ("GH", "G"),
    ("PH", "P"),
    ("SH", "S"),
    ("SY", "S"),
    ("SJ", "S"),
    ("RH", "R"),
    ("NGG", "NG"),
    ("IE", "I"),
    ("EE", "I"),
    ("OO", "U"),
    ("X", "KS"),
    ("Q", "K"),
    ("V", "P"),
    ("F", "P"),
    ("Z", "S"),
    ("Y", "I"),
)
_DIGITS_AS_LETTERS = str.maketrans("013457", "OIEAST")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[AEIOU]+")


def fold_letters(text: str) -> str:
    """Return capital letters without accents, fancy fonts, look-alikes and invisible characters, capped in length."""
    if text.isascii():
        return text[:TEXT_AT_MOST].upper()
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text[:TEXT_AT_MOST]))
    return _MARKS.sub("", plain).upper().translate(_LOOK_ALIKES)[:TEXT_AT_MOST]


@lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """Fold one capital word to how it sounds: abbreviations, old spelling, f/v/p, z/s, silent h, doubled letters."""
    word = _ABBREVIATIONS.get(word, word[:WORD_AT_MOST])
    if not word.isalpha() and not word.isdigit():
        word = word.translate(_DIGITS_AS_LETTERS)
    for old, new in (*_OLD_SPELLING, *_SOUNDS):
        if old in word:
            word = word.replace(old, new)
    if word.isdigit():
        return word
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("H") else word


@lru_cache(maxsize=65536)
def skeleton_of(sound: str) -> str:
    """Keep the first letter and the consonants: what is left when vowels are dropped or confused."""
    return sound[:1] + _DOUBLED.sub(r"\1", _VOWELS.sub("", sound[1:]))


def join_sounds(sounds: tuple[str, ...]) -> str:
    """Write sounds without spaces, the way "banu nusa" and "banunusa" become one."""
    joined = ""
    for sound in sounds:
        joined += sound[1:] if joined and sound and joined[-1] == sound[0] and not sound.isdigit() else sound
    return joined
