"""What was promised, what is, and what it became: "ditawarin jadi kasir, ternyata disuruh nemenin tamu"."""

from enum import IntEnum

from flows.understanding.lexicon import word_set
from flows.understanding.words import Words, read_words

_REACH = 9  # terms; a voice note has no commas


class Standing(IntEnum):
    """How something is told: as an offer, as it is, or as what the offer turned into."""

    PROMISED = 0
    TOLD = 1
    BECAME = 2


def standing_at(words: Words, at: int) -> Standing:
    """Say how what stands at term `at` is told: the last word of offering or becoming before it counts."""
    return _standing(words, at)[0]


def with_its_promise(words: Words, first: int, last: int) -> str:
    """Give the words from the one that makes it a promise, or what the promise became, to term `last`."""
    return words.said(_standing(words, first)[1], last)


def standing_of(said: str) -> Standing:
    """Say how the words of a fact tell it."""
    words = read_words(said)
    return standing_at(words, len(words.terms))


def _standing(words: Words, at: int) -> tuple[Standing, int]:
    offering, becoming = word_set("offering"), word_set("becoming")
    for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if words.sentences[before] != words.sentences[at - 1]:
            break
        form = words.terms[before].form
        if form in becoming:
            return Standing.BECAME, before
        if form in offering:
            return Standing.PROMISED, before
    return Standing.TOLD, at
