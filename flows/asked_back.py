"""What citizens ask back, whatever was asked of them: is it free, who gets to know, is this the police, must I come?"""

import itertools
import re

from flows.folding import fold
from flows.phrases import Words, without_particles
from flows.reading import Reading
from flows.word_tables import asked_back_words

_OURS = re.compile(r"\bperdagangan (?:orang|manusia)\b", re.IGNORECASE)  # else "orang" would ask for a person
_LONGEST = 14  # words; a longer text tells something
_A_BEGINNING = 3  # words
_ALONE = 2  # words; "gratis kan?", while "tiketnya gratis kan" is of a journey
_TAGS = frozenset({"kan", "tidak", "bukan"})  # "dirahasiain kan", "ketauan gak"
_ADDRESSES = frozenset(fold("pak bu kak bang mas mbak min admin dok om tante bapak ibu ya"))
_DOUBTS = frozenset({("tidak", "sih"), ("orang", "sih"), ("apa", "sih"), ("aman", "tidak"), ("siapa", "saja")})
_THIS = frozenset(fold("ini kamu kok apa are is"))
_BESIDE = frozenset({"anonymous", "reporter_name", "contact", "victim", "victim_relation", "victim_sex"})


def asked_back(text: str, reading: Reading) -> str:
    """Give what a message asks of this service, "" for nothing: `erased`, `secret`, `come`, `who`, `free` or `here`."""
    words = fold(_OURS.sub("tppo", text[:200]))
    asks = "?" in text or not _TAGS.isdisjoint(_last_said(words)) or not _DOUBTS.isdisjoint(itertools.pairwise(words))
    asks = asks or (words[-1:] == ("ya",) and "ini" in words[:_A_BEGINNING])  # "kak ini nomor buat lapor ya"
    asks = asks or (not asked_back_words()["who"].isdisjoint(words) and not _THIS.isdisjoint(words))
    if not asks or len(words) > _LONGEST or not _BESIDE.issuperset(reading.found):
        return ""
    return next((topic for topic in ("erased", "secret", "come", "who", "free", "here") if _is_about(topic, words)), "")


def _last_said(words: Words) -> Words:
    """Give the last word that is no address: "kan" of "ini rahasia kan pak"."""
    said = tuple(itertools.dropwhile(_ADDRESSES.__contains__, reversed(words)))
    return said[:1]


def _is_about(topic: str, words: Words) -> bool:
    """Say whether a word of the topic stands there, beside one that makes it this service, where it wants one."""
    known = asked_back_words()
    is_alone = len(words) <= _ALONE or len(without_particles(words)) == 1  # "ini rahasia kan pak"
    if not known[topic].isdisjoint(words) or (is_alone and not known[f"{topic}_alone"].isdisjoint(words)):
        return True
    return not known[f"{topic}_if"].isdisjoint(words) and not known[f"{topic}_with"].isdisjoint(words)
