"""What people ask about their own case while they tell it: "aku harus gimana", "tebusannya dibayar aja?".

Each is answered in a line before the next question; what else stands in the message is taken as well.
"""

import itertools
import re
from collections.abc import Callable
from functools import cache

from flows import questions as q
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


def worry_in(text: str) -> str:
    """Give what a message asks or begs of the case, "" for nothing; the names are those of `_worries`."""
    asked = [worry for part in _SENTENCE.findall(text[:_A_MESSAGE]) if (worry := _worry_of(part))]
    return asked[-1] if asked else ""


def _worry_of(sentence: str) -> str:
    words = fold(sentence)
    if not words or len(words) > _LONGEST:
        return ""
    return next((worry for worry, holds in _worries().items() if holds(words, "?" in sentence)), "")


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


@cache
def _worries() -> dict[str, Callable[[Words, bool], bool]]:
    return {
        "hush": _begs_silence,
        "photos": _fears_for_photos,
        "visa": lambda words, mark: _holds("visa", words) and _holds("visa_with", words) and _asks(words, mark=mark),
        "number": lambda words, mark: _holds("the_number", words) and _holds("whom", words) and _asks(words, mark=mark),
        "evidence": lambda words, mark: (
            _holds("erase", words) and _holds("erase_with", words) and _asks(words, mark=mark)
        ),
        "papers": lambda words, mark: (
            _holds("papers", words) and _holds("papers_back", words) and _asks(words, mark=mark)
        ),
        "embassy": lambda words, mark: _holds("embassy", words) and _asks(words, mark=mark),
        "jail": lambda words, mark: _holds("jail", words) and _asks_of_oneself(words, mark=mark),
        "marriage": lambda words, mark: (
            _holds("marriage", words) and _holds("marriage_with", words) and _asks(words, mark=mark)
        ),
        "coming": lambda words, mark: _holds("officers", words) and _holds("come", words) and _asks(words, mark=mark),
        "police": _asks_whom_to_call,
        "pay": lambda words, mark: _holds("pay", words) and _asks_leave(words, "pay", mark=mark),
        "leave": lambda words, mark: _holds("leave", words) and _asks_leave(words, "leave", mark=mark),
        "fake": lambda words, mark: _holds("fake", words) and _asks(words, mark=mark),
        "do": _asks_what_to_do,
        "unheard": lambda words, _: (
            (_holds("unheard", words) and _holds("unheard_with", words))
            or (_holds("questions", words) and _holds("unanswered", words))
        ),
        "fate": lambda words, mark: _holds("fate", words) and _asks(words, mark=mark),
    }


def _holds(table: str, words: Words) -> bool:
    return not worry_words()[table].isdisjoint(words)


def _asks(words: Words, *, mark: bool) -> bool:
    """Tell "cucu sy masih idup kah", "dicari ndak pak" and "kapan dijemput" from what is told or not known."""
    if mark or _UNKNOWN in itertools.pairwise(words):
        return mark
    known = worry_words()
    said = tuple(word for word in words if word not in known["idle"])
    begins = tuple(word for word in said if word not in known["leads"])[:1]
    tagging = known["may"] | known["leave"] | known["pay"] | known["come"] | known["jail"]
    is_tagged = said[-1:] in _TAGS or any(
        (word == _NOT and before in tagging) or (before, word) in _OR_NOT for before, word in itertools.pairwise(words)
    )
    return is_tagged or begins in _OPENINGS or not known["asking"].isdisjoint(words)


def _asks_of_oneself(words: Words, *, mark: bool) -> bool:
    """Tell "sy bisa di penjara ga" from "cucu sy ditangkap polisi kah", of whom nobody knows anything."""
    return _asks(words, mark=mark) and not any(map(is_somebody, words))


def _asks_leave(words: Words, what: str, *, mark: bool) -> bool:
    """Tell "boleh bayar tebusan atau jangan dulu", "jadi berangkat ga ya" from "disuruh bayar berapa?"."""
    known = worry_words()
    at = next(at for at, word in enumerate(words) if word in known[what])
    near = words[max(0, at - _NEAR) : at + _NEAR]
    is_tagged = words[at + 1 : at + 2] == (_NOT,)  # "bayar ndak ini"
    return (
        (is_tagged or not known["may"].isdisjoint(near))
        and known["elsewhere"].isdisjoint(words)
        and _asks(words, mark=mark)
    )


def _asks_what_to_do(words: Words, _mark: bool) -> bool:  # noqa: FBT001 - one of a table of tests
    """Read "aku harus gimana", "sy harus ngapain pak", "terus gimana ini", not "gimana prosesnya"."""
    known = worry_words()
    if known["how"].isdisjoint(words):
        return False
    if not known["must"].isdisjoint(words) and not any(map(is_somebody, words)):
        return True
    rest = [word for word in words if word not in known["how"] | known["idle"] | known["leads"]]
    return not rest and 1 < len(words) <= _A_SHORT_CRY


def _asks_whom_to_call(words: Words, mark: bool) -> bool:  # noqa: FBT001 - one of a table of tests
    """Read "should i call 999?" and "saya harus telpon siapa", not "dia telpon polisi"."""
    known = worry_words()
    at = next((at for at, word in enumerate(words) if word in known["call"]), None)
    if at is None or known["must"].union(known["may"]).isdisjoint(words):
        return False
    after = words[at + 1 : at + 1 + _NEAR]
    is_whom = not known["whom"].isdisjoint(after)
    return is_whom or (not known["emergency_numbers"].isdisjoint(after) and _asks(words, mark=mark))


def _fears_for_photos(words: Words, mark: bool) -> bool:  # noqa: FBT001 - one of a table of tests
    known = worry_words()
    shown = not known["photos"].isdisjoint(words) and not known["photos_with"].isdisjoint(words)
    return shown and (not known["threats"].isdisjoint(words) or _asks(words, mark=mark))


def _begs_silence(words: Words, mark: bool) -> bool:  # noqa: FBT001 - one of a table of tests
    """Read "jgn kasih tau istri sy ya" and "jgn sampe hj mariani tau", not "dia bilang jgn kasih tau siapa2"."""
    known = worry_words()
    begged = (at for at, word in enumerate(words) if word in known["never"])
    return not mark and any(
        known["said"].isdisjoint(words[max(0, at - _NEAR) : at])
        and not known["knowing"].isdisjoint(words[at + 1 : at + 2 + _NEAR])
        for at in begged
    )
