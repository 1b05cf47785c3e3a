"""What citizens ask back, whatever was asked of them: is it free, who gets to know, is this the police, must I come?"""

import itertools
import re

from flows.folding import fold
from flows.phrases import Words, without_particles
from flows.reading import Reading
from flows.sentences import Sentence, asks, sentences_of
from flows.word_tables import asked_back_words

_OURS = re.compile(r"\bperdagangan (?:orang|manusia)\b", re.IGNORECASE)  # else "orang" would ask for a person
_LONGEST = 14  # words; a longer text tells something
_A_BEGINNING = 3  # words
_ALONE = 2  # words; "gratis kan?", while "tiketnya gratis kan" is of a journey
_TAGS = frozenset({"kan", "tidak", "bukan"})  # "dirahasiain kan", "ketauan gak"
_ADDRESSES = frozenset(fold("pak bu kak bang mas mbak min admin dok om tante bapak ibu ya sih ini nih"))
_DOUBTS = frozenset({("tidak", "sih"), ("orang", "sih"), ("apa", "sih"), ("aman", "tidak"), ("siapa", "saja")})
_LOOKED_AT = 200  # characters
_MOST = 2  # of a message's questions
_YOU = frozenset(fold("kamu anda situ side pelungguh kalian you"))
_OR = frozenset(fold("atau ato apa or"))
_THIS_ONE = frozenset(("ini", "this"))
_NOTHING_READ = Reading()
_WHO_WE_ARE = frozenset(itertools.chain(itertools.product(_YOU, ("siapa",)), itertools.product(("siapa",), _YOU)))
_THIS = frozenset(fold("ini kamu kok apa are is"))
_WHO_RECRUITS = frozenset({"recruiter"})  # "ini polisi beneran kan? bang udin ndak tau kan"
_BESIDE = frozenset({"anonymous", "reporter_name", "contact", "victim", "victim_relation", "victim_sex"})


def asked_back(text: str, reading: Reading) -> str:
    """Give what a message asks of this service, "" for nothing: `erased`, `secret`, `come`, `who`, `free` or `here`."""
    words = fold(_OURS.sub("tppo", text[:_LOOKED_AT]))
    is_asked = "?" in text or not _TAGS.isdisjoint(_last_said(words))
    is_asked = is_asked or not _DOUBTS.isdisjoint(itertools.pairwise(words))
    is_asked = is_asked or (words[-1:] == ("ya",) and "ini" in words[:_A_BEGINNING])  # "kak ini nomor buat lapor ya"
    is_asked = is_asked or (not asked_back_words()["who"].isdisjoint(words) and not _THIS.isdisjoint(words))
    is_asked = is_asked or (not _YOU.isdisjoint(words) and not _OR.isdisjoint(words))  # "side petugas ato mesin"
    is_asked = is_asked or _asks_who_we_are(words)
    if not is_asked or len(words) > _LONGEST or not _BESIDE.issuperset(reading.found):
        return ""
    return next((topic for topic in ("erased", "secret", "come", "who", "free", "here") if _is_about(topic, words)), "")


def asked_apart(text: str, reading: Reading) -> tuple[str, ...]:
    """Give what the sentences of a message ask of this service, each by itself: "ini polisi? bayar brp disini"."""
    if len(text) > _LOOKED_AT or not (_BESIDE | _WHO_RECRUITS).issuperset(reading.found):
        return ()
    sentences = sentences_of(text)
    if len(sentences) <= 1:
        return ()
    asked = [asked_back(f"{said.written}{'?' * _may_ask(said)}", _NOTHING_READ) for said in sentences]
    return tuple(dict.fromkeys(filter(None, asked)))[:_MOST]


def _asks_who_we_are(words: Words) -> bool:
    """Read "side siapa namane" and "siapa kamu"."""
    return not _WHO_WE_ARE.isdisjoint(itertools.pairwise(words))


def _may_ask(said: Sentence) -> bool:
    words = said.words
    is_sure = words[-1:] == ("ya",) and not (_THIS_ONE | _YOU).isdisjoint(words[:_A_BEGINNING])
    return len(words) <= _LONGEST and (asks(said) or is_sure)


def _last_said(words: Words) -> Words:
    """Give the last word that is no address: "kan" of "ini rahasia kan pak"."""
    said = tuple(itertools.dropwhile(_ADDRESSES.__contains__, reversed(words)))
    return said[:1]


def _without_tags(words: Words) -> Words:
    return tuple(word for word in without_particles(words) if word not in _TAGS | _OR)


def _is_about(topic: str, words: Words) -> bool:
    """Say whether a word of the topic stands there, beside one that makes it this service, where it wants one."""
    known = asked_back_words()
    if topic == "who" and _asks_who_we_are(words):
        return True
    is_alone = len(words) <= _ALONE or len(_without_tags(words)) == 1  # "ini polisi bukan"
    if not known[topic].isdisjoint(words) or (is_alone and not known[f"{topic}_alone"].isdisjoint(words)):
        return True
    return not known[f"{topic}_if"].isdisjoint(words) and not known[f"{topic}_with"].isdisjoint(words)
