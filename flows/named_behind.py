"""Who is named behind a number, or is said not to own it: "0877 ... itu sumi", "0877 is sumi not me", "sumi ok"."""

import itertools

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.others_numbers import NOBODY, Owner
from flows.phrases import Words
from flows.spoken_of import names_told
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.word_tables import contact_words, number_words, spoken_of_words

_IS = frozenset(fold("is its itu ini adalah punya milik pnya punyanya belongs to nomor nomer no hp wa"))
_NOT = frozenset(fold("bukan bkn not dudu"))
_GOOD = frozenset(fold("ok oke aman gapapa"))
_FULL_NAME = 3  # words
_NEAR = 4  # words; "bukan nomor hp saya"


def named_behind(after: Words, told: Conversation) -> Owner:
    """Give the "sumi" of "0877 ... itu sumi" and "0877 is sumi not me", `NOBODY` where nobody is named so.

    Nobody of the case, and not the writer: "itu Nur", of who gave her name as Nur Hasanah.
    """
    if after[:1] == () or after[0] not in _IS:
        return NOBODY
    rest = tuple(itertools.dropwhile(lambda word: word in _IS, after))
    titles = word_set("titles")
    named = tuple(itertools.takewhile(lambda word: word in titles or _is_a_name(word), rest))[:_FULL_NAME]
    follows = rest[len(named) :]
    if not any(map(_is_a_name, named)) or not (follows == () or follows[0] in _NOT | number_words().beside):
        return NOBODY
    keys = (q.RECRUITER.id, "victim_name", q.REPORTER_NAME.id)
    known = frozenset().union(*(names_told(told.value(key)) for key in keys))
    doing = word_set("recruiting_verbs") | spoken_of_words().recruiter
    return NOBODY if not (known | doing).isdisjoint(named) else Owner(" ".join(named))


def denies_to_own(words: Words) -> bool:
    """Read "not me", "bukan sy", "bkn nomor saya" and "not mine", said of a number."""
    owned = number_words().things | {"punya", "milik"}
    for at, word in enumerate(words):
        if word not in _NOT:
            continue
        said = [after for after in words[at + 1 : at + 1 + _NEAR] if after not in owned]
        if said and (said[0] in contact_words().selves or said[0] == "mine"):
            return True
    return False


def is_agreed_to(before: Words, after: Words) -> bool:
    """Read "sumi ok 0877 ..." and "sumi 0877 ... ok": who may know; "hp kakak sy ok 0877 ..." is of a phone."""
    beside = {*before[-1:], *after[:1]}
    return not _GOOD.isdisjoint(beside) and number_words().things.isdisjoint(before) and not denies_to_own(after)


def _is_a_name(word: str) -> bool:
    return could_be_a_name(word) and word not in number_words().things
