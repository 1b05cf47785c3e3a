"""The words by which people answer and steer, read once from flows/texts/words.toml."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from flows.folding import fold

Words = tuple[str, ...]
T = TypeVar("T")


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
        # "saya lah": nothing but fillers, of which one is the answer
        return self.whole.get(words) or self.whole.get(without_particles(words), "")


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


@cache
def commands() -> Phrases:
    """Give the commands that work in every flow."""
    return phrases_of(_words()["command"])


@cache
def option_phrases(question_id: str) -> Phrases:
    """Give the phrases that mean a choice of that question."""
    return phrases_of(_words()["option"].get(question_id, {}))


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Words that show what a text is about: anywhere in it, or as its first word."""

    anywhere: frozenset[str]
    first: frozenset[str]


@cache
def topic_words() -> Mapping[str, TopicWords]:
    """Give the words of each topic, by the id of its question."""
    return {
        topic: TopicWords(_folded(table.get("anywhere", "")), _folded(table.get("first", "")))
        for topic, table in _words()["topic"].items()
    }


@cache
def sayings() -> Phrases:
    """Give what people say that is neither answer nor command: an alarm taken back, a question about reporters."""
    return phrases_of(_words()["saying"])


@cache
def watch_phrases() -> Phrases:
    """Give what somebody who watches a name may say about it: that they want the news, or no more of it."""
    return phrases_of(_words()["watch"])


@cache
def having_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of "not" and of "have" or "know", which together mean that there is nothing to tell."""
    table = _words()["nothing"]
    return _folded(table["not"]), _folded(table["have"])


@cache
def why_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that begin a "why", and those of which one shows that it is about being asked."""
    table = _words()["why"]
    return _folded(table["first"]), _folded(table["about"])


@cache
def teller_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the words for oneself, those of a witness, and those that may come before either."""
    table = _words()["teller"]
    return _folded(table["self"]), _folded(table["witness"]), _folded(table["lead"])


@cache
def telling_words() -> frozenset[str]:
    """Give the words that a bare place does not hold."""
    return _folded(_words()["telling"]["words"])


@cache
def naming_words() -> frozenset[str]:
    """Give the words that name somebody as the one who recruits."""
    return _folded(_words()["naming"]["words"])


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Words that show of whom a line speaks, of ages, of names, the titles of elders and bosses, and oneself.

    Acquaintances are victims as often as they recruit.
    """

    recruiter: frozenset[str]
    victim: frozenset[str]
    acquaintances: frozenset[str]
    aged: frozenset[str]
    naming: frozenset[str]
    elders: frozenset[str]
    bosses: frozenset[str]
    mine: frozenset[str]


@cache
def spoken_of_words() -> SpokenOf:
    """Give the words by which a name told by itself finds its person."""
    return _sets_of(SpokenOf, "spoken_of")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words beside a number: for the thing, for calling it, of others whose it is, and of how they can be reached."""

    things: frozenset[str]
    calls: frozenset[str]
    own: frozenset[str]
    theirs: frozenset[str]
    reached: frozenset[str]
    watched: frozenset[str]
    corrected: frozenset[str]


@cache
def number_words() -> NumberWords:
    """Give the words by which a number finds its owner."""
    return _sets_of(NumberWords, "whose_number")


@dataclass(frozen=True, slots=True)
class OrdinaryWords:
    """Words that tell talk from an answer: of talking on, of persons and what they are, of not knowing, of time."""

    talk: frozenset[str]
    persons: frozenset[str]
    roles: frozenset[str]
    dont_know: frozenset[str]
    asked_for: frozenset[str]
    time: frozenset[str]
    hours: frozenset[str]
    this: frozenset[str]
    posing: frozenset[str]
    holding: frozenset[str]
    gasps: frozenset[str]


@cache
def ordinary_words() -> OrdinaryWords:
    """Give the words by which talk is told from an answer that names somebody, some place or some day."""
    return _sets_of(OrdinaryWords, "ordinary")


@cache
def learning_words() -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Give the words that name each thing to read, and those by which people ask."""
    table = _words()["learning"]
    return {topic: _folded(words) for topic, words in table.items() if topic != "asking"}, _folded(table["asking"])


@cache
def english_words() -> frozenset[str]:
    """Give common words that are English and nothing else."""
    return _folded(_words()["english"]["words"])


@dataclass(frozen=True, slots=True)
class OrderWords:
    """Words of food and water that somebody orders: surely, together with others, and as their measure."""

    sure: frozenset[str]
    goods: frozenset[str]
    counting: frozenset[str]


@cache
def order_words() -> OrderWords:
    """Give the words by which an order is known that went to the wrong number."""
    return _sets_of(OrderWords, "orders")


@cache
def to_report_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the verbs of the wish to report, and the words that may stand beside one."""
    table = _words()["to_report"]
    return _folded(table["verbs"]), _folded(table["beside"])


@cache
def plea_words() -> frozenset[str]:
    """Give the words by which people ask for help without saying what happened."""
    return _folded(_words()["plea"]["words"])


@cache
def preface_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words by which people say that a question is coming, and those by which they ask leave to put it."""
    table = _words()["plea"]
    return _folded(table["preface"]), _folded(table["leave"])


@dataclass(frozen=True, slots=True)
class ContactWords:
    """How people name the ways of contact, wish for one and refuse one, and of whom else they say it."""

    writing: frozenset[str]
    calling: frozenset[str]
    reaching: frozenset[str]
    passive: frozenset[str]
    objects: frozenset[str]
    ordered: frozenset[str]
    along: frozenset[str]
    english: frozenset[str]
    only: frozenset[str]
    here: frozenset[str]
    welcome: frozenset[str]
    just: frozenset[str]
    may: frozenset[str]
    selves: frozenset[str]
    own_nya: frozenset[str]
    conditions: frozenset[str]
    number: frozenset[str]
    owned: frozenset[str]
    others: frozenset[str]
    phones: frozenset[str]
    titles: frozenset[str]
    past: frozenset[str]
    denials: frozenset[str]
    needless: frozenset[str]
    refusals: frozenset[str]
    lasting: frozenset[str]
    failing: frozenset[str]
    agreements: frozenset[str]
    leads: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """How people say whether they may be named."""

    names: frozenset[str]
    own: frozenset[str]
    whole: frozenset[str]
    selves: frozenset[str]
    secret: frozenset[str]
    using: frozenset[str]
    agreeing: frozenset[str]
    may: frozenset[str]
    refusing: frozenset[str]
    denials: frozenset[str]
    matter: frozenset[str]
    needless: frozenset[str]
    only: frozenset[str]
    either: frozenset[str]
    leads: frozenset[str]
    past: frozenset[str]
    hushing: frozenset[str]
    telling: frozenset[str]
    reporting: frozenset[str]


@cache
def name_words() -> NameWords:
    """Give the words by which writers say whether they may be named."""
    return _sets_of(NameWords, "name_wish")


@cache
def contact_words() -> ContactWords:
    """Give the words by which the contact question is answered."""
    return _sets_of(ContactWords, "contact_ways")


@cache
def erase_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the verbs of a wish to delete, what is to be deleted, and words that make it somebody else's."""
    table = _words()["erase"]
    return _folded(table["verbs"]), _folded(table["things"]), _folded(table["others"])


@cache
def numbers() -> Mapping[Words, int]:
    """Give the ways to say the number of a choice, as words -> number from 1."""
    table = _words()["number"]
    return {fold(way): int(key) for key, ways in table.items() if key != "before" for way in ways.split("|")}


@cache
def words_before_a_number() -> frozenset[str]:
    """Give the words that may stand before the number of a choice ("nomor 2")."""
    return frozenset(word for part in _words()["number"]["before"].split("|") for word in fold(part))


def _sets_of(kind: Callable[..., T], table: str) -> T:
    """Give a table of words as `kind`, whose fields are the table's lines."""
    return kind(**{part: _folded(words) for part, words in _words()[table].items()})


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(words))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(fold(_words()["filler"]["words"]))


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(_words()["filler"]["particles"]))


@cache
def _denials() -> frozenset[str]:
    return frozenset(fold(_words()["filler"]["denials"]))


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(files("flows.texts").joinpath("words.toml").read_text("utf-8"))
