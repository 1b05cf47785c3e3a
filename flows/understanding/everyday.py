"""Everyday words, which name nobody: what the lexicon knows, what messages often say, and what is shaped as a verb."""

import re

from flows.understanding.evidence import is_often_said
from flows.understanding.lexicon import lexicon, word_set

# "ngerepotin", "dibayarin", "ketiduran"; a name is seldom so long and so shaped
_A_VERB = re.compile(r"(?:di|nge|nga|ngu|nya|nye|me[mn]|ber|ter)[a-z]{3,}$|[a-z]{3,}(?:kan|nya)$")
_PREFIXES, _SUFFIXES = ("di", "ber", "ter", "me", "mem", "meng", "men"), ("kan", "an", "i")
_SHORTEST_ROOT = 5  # letters; "ani" stands in "berani"
_SHORTEST_VERB = 7  # letters


def is_everyday(word: str) -> bool:
    """Say whether a word, in small letters, is one of every day: "angin", "telat", "dibayarin", not "durahim"."""
    if word in word_set("given_names"):
        return False
    return (
        is_of_the_lexicon(word)
        or word in lexicon().ordinary
        or is_often_said(word)
        or _is_a_root(word)
        or _befalls(word)
        or _is_theirs_in_sasak(word)
    )


def could_be_a_name(word: str) -> bool:
    """Say whether a word, in small letters, may name somebody or some place: it is of letters, and not of every day."""
    return word.isalpha() and not is_everyday(word)


def _is_a_root(word: str) -> bool:
    """Say whether a known word is made of this one: "tolak" of "ditolak", "tobat" of "bertobat"."""
    if len(word) < _SHORTEST_ROOT or word in word_set("names_that_are_words"):
        return False
    plain = lexicon().plain
    return any(prefix + word in plain for prefix in _PREFIXES) or any(word + suffix in plain for suffix in _SUFFIXES)


def _befalls(word: str) -> bool:
    """Say whether a word tells what came about by itself: "kesebar", "kebaca"."""
    root = word.removeprefix("ke")
    known = lexicon().plain
    return root != word and len(root) >= _SHORTEST_ROOT - 1 and (root in known or f"di{root}" in known)


def _is_theirs_in_sasak(word: str) -> bool:
    """Say whether a word tells whose something is: "bajune", "motorne"."""
    thing = word.removesuffix("ne")
    return thing != word and len(thing) >= _SHORTEST_ROOT - 1 and (thing in lexicon().words or is_often_said(thing))


def is_of_the_lexicon(word: str) -> bool:
    """Say whether the lexicon knows what a word means, or it is shaped as what is done or what somebody has."""
    known = lexicon()
    if word in known.words or word in known.slang:
        return word not in word_set("names_that_are_words")
    return len(word) >= _SHORTEST_VERB and bool(_A_VERB.match(word))
