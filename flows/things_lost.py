"""A thing that is lost or stolen is no missing person: "motor sy ilang di parkiran", "kecurian hp"."""

from functools import cache
from typing import NamedTuple

from flows.folding import fold
from flows.phrases import Words
from flows.reading import Reading
from flows.word_tables import folded_set, written_words

_NEAR = 5  # words between a thing and that it is lost
_LONGEST = 40  # words; who tells more tells a story in which something was lost as well
_ALARMING = frozenset({"alarming", "missing", "lost_contact"})
_OF_A_LOSS = frozenset(
    {"payment", "contact", "reporter_name", "victim", "victim_relation", "victim_sex", "writer", "port", "job"}
)
_ENDINGS = ("nya", "ku", "mu")


class _Lost(NamedTuple):
    """Words of what gets lost, of losing it, and of whom or where it is no matter of lost property."""

    things: frozenset[str]
    gone: frozenset[str]
    robbed: frozenset[str]
    people: frozenset[str]
    ours: frozenset[str]


def is_a_loss(text: str, reading: Reading) -> bool:
    """Say whether a text tells of a lost or stolen thing and of nobody who is taken, held or away."""
    words = fold(text[:400])
    known = _words()
    if len(words) > _LONGEST or (known.gone | known.robbed).isdisjoint(words) or not known.ours.isdisjoint(words):
        return False
    harm = [sign for sign in reading.signals if sign.is_met and sign.name not in _ALARMING]
    if harm or not _OF_A_LOSS.issuperset(reading.found):
        return False
    lost = [_what(words, at) for at, word in enumerate(words) if word in known.gone | known.robbed]
    return "thing" in lost and "person" not in lost


def _what(words: Words, at: int) -> str:
    """Give "thing" or "person" for what the word at `at` says to be gone, "" where nothing is near it.

    "motor adik saya hilang" is of the motorbike: whose a thing is stands right behind it.
    """
    known = _words()
    back = range(at - 1, max(-1, at - 1 - _NEAR), -1)
    for place in back:
        if _is_a_thing(words[place]):
            return "thing"
        if words[place] in known.people:
            return "thing" if place and _is_a_thing(words[place - 1]) else "person"
    ahead = words[at + 1 : at + 1 + _NEAR]
    if words[at] not in known.robbed:
        ahead = ()  # "hilang motor" is said of nothing, "kehilangan motor" is
    return next(("thing" if _is_a_thing(word) else "person" for word in ahead if _is_either(word)), "")


def _is_either(word: str) -> bool:
    return _is_a_thing(word) or word in _words().people


def _is_a_thing(word: str) -> bool:
    things = _words().things
    return word in things or any(word.endswith(end) and word.removesuffix(end) in things for end in _ENDINGS)


@cache
def _words() -> _Lost:
    table = written_words()["lost"]
    return _Lost(*(folded_set(table[part]) for part in _Lost._fields))
