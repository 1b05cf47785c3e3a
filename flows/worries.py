"""What people ask about their own case while they tell it: "aku harus gimana", "tebusannya dibayar aja?".

Each is answered in a line before the next question; what else stands in the message is taken as well.
"""

import itertools
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from flows import questions as q
from flows.contact_limits import begs_silence
from flows.contact_others import is_somebody
from flows.folding import fold
from flows.phrases import Words
from flows.report import is_victim
from flows.turning import Turning
from flows.word_tables import worry_words

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_A_MESSAGE = 600  # characters
_LONGEST = 20  # words; a longer sentence tells a story
_A_SHORT_CRY = 8  # words; "terus gimana ini pak"
_NEAR = 5  # words
_NOT, _UNKNOWN = "tidak", ("tidak", "tahu")
_OR_NOT = frozenset(itertools.product(("apa", "atau"), ("bukan", "jangan", "tidak")))
_TAGS = ((_NOT,), ("apa",))
_OPENINGS = (("apa",), ("what",))


class _Sentence(NamedTuple):
    """A sentence of a message, and whether it ends with a question mark."""

    words: Words
    is_marked: bool


_Test = Callable[[_Sentence], bool]


def worry_in(text: str) -> str:
    """Give what a message asks or begs of the case, "" for nothing; the names are those of `_WORRIES`."""
    asked = [worry for part in _SENTENCE.findall(text[:_A_MESSAGE]) if (worry := _worry_of(part))]
    return asked[-1] if asked else ""


def _worry_of(written: str) -> str:
    sentence = _Sentence(fold(written), "?" in written)
    if not 0 < len(sentence.words) <= _LONGEST:
        return ""
    return next((worry for worry, is_meant in _WORRIES.items() if is_meant(sentence)), "")


def answer_worry(turn: Turning) -> str:
    """Say what answers the worry of a message, if it holds one; give its name."""
    worry = worry_in(turn.text)
    if worry == "leave" and turn.conversation.knows(q.DEPARTURE.id):
        found = {key: read for key, read in turn.reading.found.items() if key != q.DEPARTURE.id}
        turn.reading = turn.reading._replace(found=found)  # "besok aku harus dateng ga" tells no other day
    if worry == "do":
        turn.tell("worry_do_self" if is_victim(turn.conversation) else "worry_do")
    elif worry:
        turn.tell(f"worry_{worry}")
    return worry


def _holds(table: str, words: Words) -> bool:
    return not worry_words()[table].isdisjoint(words)


def _asks(said: _Sentence) -> bool:
    """Tell "cucu sy masih idup kah", "dicari ndak pak" and "kapan dijemput" from what is told or not known."""
    words, known = said.words, worry_words()
    if said.is_marked or _UNKNOWN in itertools.pairwise(words):
        return said.is_marked
    told = tuple(word for word in words if word not in known["idle"])
    begins = tuple(word for word in told if word not in known["leads"])[:1]
    tagging = known["may"] | known["leave"] | known["pay"] | known["come"] | known["jail"]
    is_tagged = told[-1:] in _TAGS or any(
        (word == _NOT and before in tagging) or (before, word) in _OR_NOT for before, word in itertools.pairwise(words)
    )
    return is_tagged or begins in _OPENINGS or _holds("asking", words)


def _asked_with(*tables: str) -> _Test:
    """Test for a question that holds a word of each of these tables."""
    return lambda said: all(_holds(table, said.words) for table in tables) and _asks(said)


def _asked_leave(what: str) -> _Test:
    """Test for "boleh bayar tebusan atau jangan dulu", "jadi berangkat ga ya", not "disuruh bayar berapa?"."""
    return lambda said: _holds(what, said.words) and _asks_leave(said, what)


def _asks_leave(said: _Sentence, what: str) -> bool:
    words, known = said.words, worry_words()
    at = next(at for at, word in enumerate(words) if word in known[what])
    is_tagged = words[at + 1 : at + 2] == (_NOT,)  # "bayar ndak ini"
    is_of_leave = is_tagged or _holds("may", words[max(0, at - _NEAR) : at + _NEAR])
    return is_of_leave and not _holds("elsewhere", words) and _asks(said)


def _asks_of_oneself(said: _Sentence) -> bool:
    """Tell "sy bisa di penjara ga" from "cucu sy ditangkap polisi kah", of whom nobody knows anything."""
    return _holds("jail", said.words) and _asks(said) and not any(map(is_somebody, said.words))


def _asks_what_to_do(said: _Sentence) -> bool:
    """Read "aku harus gimana", "sy harus ngapain pak", "terus gimana ini", not "gimana prosesnya"."""
    words, known = said.words, worry_words()
    if not _holds("how", words):
        return False
    if _holds("must", words) and not any(map(is_somebody, words)):
        return True
    rest = [word for word in words if word not in known["how"] | known["idle"] | known["leads"]]
    return not rest and 1 < len(words) <= _A_SHORT_CRY


def _asks_whom_to_call(said: _Sentence) -> bool:
    """Read "should i call 999?" and "saya harus telpon siapa", not "dia telpon polisi"."""
    words, known = said.words, worry_words()
    at = next((at for at, word in enumerate(words) if word in known["call"]), None)
    if at is None or not (_holds("must", words) or _holds("may", words)):
        return False
    after = words[at + 1 : at + 1 + _NEAR]
    return _holds("whom", after) or (_holds("emergency_numbers", after) and _asks(said))


def _fears_for_photos(said: _Sentence) -> bool:
    is_of_photos = _holds("photos", said.words) and _holds("photos_with", said.words)
    return is_of_photos and (_holds("threats", said.words) or _asks(said))


def _is_unheard(said: _Sentence) -> bool:
    """Read "kok ga dijawab" and "pertanyaan saya blm dijawab", not "calonya ga jawab telepon"."""
    words = said.words
    complains = _holds("unheard", words) and _holds("unheard_with", words)
    return complains or (_holds("questions", words) and _holds("unanswered", words))


def _begs_silence(said: _Sentence) -> bool:
    return not said.is_marked and begs_silence(said.words)


# the first that holds is answered; the texts stand under worry_<name>
_WORRIES: Mapping[str, _Test] = {
    "hush": _begs_silence,
    "photos": _fears_for_photos,
    "visa": _asked_with("visa", "visa_with"),
    "number": _asked_with("the_number", "whom"),
    "evidence": _asked_with("erase", "erase_with"),
    "papers": _asked_with("papers", "papers_back"),
    "embassy": _asked_with("embassy"),
    "jail": _asks_of_oneself,
    "marriage": _asked_with("marriage", "marriage_with"),
    "coming": _asked_with("officers", "come"),
    "police": _asks_whom_to_call,
    "pay": _asked_leave("pay"),
    "leave": _asked_leave("leave"),
    "fake": _asked_with("fake"),
    "do": _asks_what_to_do,
    "unheard": _is_unheard,
    "fate": _asked_with("fate"),
}
