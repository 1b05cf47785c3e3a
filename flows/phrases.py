"""The phrases by which people answer and steer, read once from flows/texts/words.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from flows.folding import fold
from flows.word_tables import written_words

Words = tuple[str, ...]
T = TypeVar("T")
_ASKED_OF = frozenset({"benar", "betul", "bisa", "boleh", "aman", "resmi", "asli", "ada", "perlu", "jadi", "legal"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases and what each means: in full, and with the words left out that change nothing."""

    whole: Mapping[Words, str]
    bare: Mapping[Words, str]
    by_first_word: Mapping[str, tuple[Words, ...]]
    """Phrases of two words or more."""
    any_order: Mapping[Words, str]
    """The bare words sorted, of phrases that deny nothing: "telepon boleh" is "boleh telepon"."""

    def inside(self, words: Words) -> list[tuple[Words, str]]:
        """Give the phrases of two words or more that stand inside these words, and what each means."""
        return [
            (phrase, self.whole[phrase])
            for place, word in enumerate(words)
            for phrase in self.by_first_word.get(word, ())
            if words[place : place + len(phrase)] == phrase
        ]

    def meaning(self, words: Words, bare: Words | None = None) -> str:
        """Give what these words mean when they are the whole message, "" for nothing.

        `bare` are the same words without fillers, from a caller that has them already.
        """
        bare = without_fillers(words) if bare is None else bare
        if bare:
            return self.whole.get(words) or self.bare.get(bare) or self.any_order.get(tuple(sorted(bare)), "")
        # "saya lah", "ya pak": nothing but fillers, of which one is the answer
        return self.whole.get(words) or self.whole.get(without_particles(words)) or self._only(words)

    def _only(self, words: Words) -> str:
        meant = {self.whole[(word,)] for word in words if (word,) in self.whole}
        return meant.pop() if len(meant) == 1 else ""


def phrases_of(table: Mapping[str, str]) -> Phrases:
    """Build phrases from a table meaning -> "phrase|phrase"; the first meaning of a phrase wins."""
    whole: dict[Words, str] = {}
    bare: dict[Words, str] = {}
    for meaning, listed in table.items():
        for phrase in listed.split("|"):
            words = fold(phrase)
            whole.setdefault(words, meaning)
            if without_fillers(words):
                bare.setdefault(without_fillers(words), meaning)
    by_first_word: dict[str, tuple[Words, ...]] = {}
    for listed_words in whole:
        if len(listed_words) > 1:
            first = listed_words[0]
            by_first_word[first] = (*by_first_word.get(first, ()), listed_words)
    any_order = {
        tuple(sorted(words)): meaning
        for words, meaning in reversed(bare.items())
        if len(words) > 1 and _denials().isdisjoint(words)
    }
    return Phrases(whole, bare, by_first_word, any_order)


def without_fillers(words: Words) -> Words:
    """Leave out the words that change nothing in a short answer."""
    fillers = _fillers()
    return tuple([word for word in words if word not in fillers])


def without_particles(words: Words) -> Words:
    """Leave out only what is no word at all: "lah", "kok", "pak"."""
    particles = _particles()
    return tuple([word for word in words if word not in particles])


def asks_if_true(words: Words) -> bool:
    """Tell "itu bener ga ya pak" and "resmi ndak ya" from an answer: the "not" behind such a word asks."""
    bare = without_particles(words)
    return len(bare) > 1 and bare[-1] == "tidak" and bare[-2] in _ASKED_OF


@cache
def commands() -> Phrases:
    """Give the commands that work in every flow."""
    return phrases_of(written_words()["command"])


@cache
def option_phrases(question_id: str) -> Phrases:
    """Give the phrases that mean a choice of that question."""
    return phrases_of(written_words()["option"].get(question_id, {}))


@cache
def sayings() -> Phrases:
    """Give what people say that is neither answer nor command: an alarm taken back, a question about reporters."""
    return phrases_of(written_words()["saying"])


@cache
def watch_phrases() -> Phrases:
    """Give what somebody who watches a name may say about it: that they want the news, or no more of it."""
    return phrases_of(written_words()["watch"])


@cache
def numbers() -> Mapping[Words, int]:
    """Give the ways to say the number of a choice, as words -> number from 1."""
    table = written_words()["number"]
    return {fold(way): int(key) for key, ways in table.items() if key != "before" for way in ways.split("|")}


@cache
def words_before_a_number() -> frozenset[str]:
    """Give the words that may stand before the number of a choice ("nomor 2")."""
    return frozenset(word for part in written_words()["number"]["before"].split("|") for word in fold(part))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(fold(written_words()["filler"]["words"]))


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(written_words()["filler"]["particles"]))


@cache
def _denials() -> frozenset[str]:
    return frozenset(fold(written_words()["filler"]["denials"]))
