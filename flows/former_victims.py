"""Who was taken by the same people before: "taun lalu dia jg bawa murid saya si Ayu" tells of no victim of today."""

import re
from datetime import datetime
from types import MappingProxyType

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.reading import Reading
from flows.understanding import understand
from flows.understanding.lexicon import word_set
from flows.word_tables import spoken_of_words

_WHO = ("victim_relation", "victim_name", "victim_count", "victim_age")
_OF_THEM = frozenset({*_WHO, "victim_sex", q.VICTIM.id, q.DEPARTURE.id})
_ONCE = frozenset(fold("dulu dahulu pernah sebelumnya sblmnya laek laeq before earlier"))
_AGO = frozenset(fold("lalu kemarin kemaren kmrn silam last ago"))
_SPANS = frozenset(fold("tahun taun thn bulan bln year month"))
_ALSO = frozenset(fold("juga jg jga also too"))
_SENTENCE = re.compile(r"(?<=[!?\n])|(?<=\.)(?=\s)|;")
_LONGEST = 600  # characters


def without_former_victims(reading: Reading, text: str, told: Conversation, now: datetime) -> Reading:
    """Take nobody for the victim who was taken before by the same, where the victim of today is told of as well.

    "adik saya Rina dibawa tahun lalu" is today's: nothing says that somebody else was taken too.
    """
    if not any(key in reading.found for key in _WHO) or (_ONCE | _AGO).isdisjoint(fold(text[:_LONGEST])):
        return reading
    sentences = _SENTENCE.split(text[:_LONGEST])
    others = [one for one in sentences if not tells_of_one_before(fold(one))]
    if len(others) == len(sentences):
        return reading
    rest = understand(" ".join(others), today=now, language=reading.language).found if "".join(others).strip() else {}
    if not any(told.knows(key) or key in rest for key in _WHO) and told.value(q.VICTIM.id) != "self":
        return reading
    kept = {key: found for key, found in reading.found.items() if key not in _OF_THEM}
    kept |= {key: found for key, found in rest.items() if key in _OF_THEM}
    return reading._replace(found=MappingProxyType(kept))


def tells_of_one_before(words: Words) -> bool:
    """Say whether a sentence tells whom the same people took before: "dulu dia jg pernah bawa sepupu saya"."""
    is_past = not _ONCE.isdisjoint(words) or any(
        word in _AGO and not _SPANS.isdisjoint(words[max(0, at - 1) : at + 2]) for at, word in enumerate(words)
    )
    if not is_past or _ALSO.isdisjoint(words):
        return False
    known, taking = spoken_of_words(), word_set("taking_verbs") | word_set("recruiting_verbs")
    is_done = any(word in taking or word.removeprefix("di") in taking for word in words)
    return is_done and not (known.victim | known.acquaintances).isdisjoint(words)
