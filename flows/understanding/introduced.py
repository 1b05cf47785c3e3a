"""A name of which the text itself says whose it is, and how names are written."""

from typing import NamedTuple

from flows.understanding.lexicon import word_set
from flows.understanding.naming import is_capital
from flows.understanding.words import Words

RECRUITER, VICTIM, WRITER = "recruiter", "victim_name", "reporter_name"
SELVES = frozenset({"saya", "aku"})
OPENING = frozenset({
    *("ini", "perkenalkan", "iya", "ya", "oh", "oke", "baik", "kenalkan", "dengan", "halo", "hai", "and"),
    *("hi", "hello", "hey", "permisi", "selamat", "pagi", "siang", "sore", "malam", "assalamualaikum", "good"),
})  # fmt: skip
LINKS = frozenset({"itu", "ini", "ya", "lah", "dia", "is", "am", "adalah"})
_SHORT = 3  # letters; a shorter word in small letters is no name


class Introduced(NamedTuple):
    """Whose name it is, the name, its terms, and the term from which on the text says so."""

    key: str
    name: str
    lead: int
    first: int
    last: int


def is_an_unknown_word(words: Words, at: int, *, begins: bool = True) -> bool:
    """Say whether a clause begins with (or holds) a word in small letters that nobody knows, as names are written."""
    begins = not begins or not at or words.clauses[at - 1] != words.clauses[at]
    return begins and words.raw(at).islower() and len(words.raw(at)) > _SHORT and not words.terms[at].ids


def is_written_as_a_name(words: Words, at: int, *, small: bool = False) -> bool:
    """Say whether a word is written as names are: large, or a title; `small` where nothing else can follow."""
    raw = words.raw(at)
    if raw.isupper() and words.text.isupper():
        return True
    titled = raw.lower() in word_set("titles") and is_capital(words, at + 1)
    return is_capital(words, at) or titled or raw.lower() in word_set("sure_titles") or (small and raw.islower())
