"""What stands beside a word of kin: whose kin somebody is ("my girlfriend's cousin"), or a name ("tante Mirna")."""

from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital
from flows.understanding.pattern import Span
from flows.understanding.words import Words

NEIGHBOURS = frozenset({"tetangga", "warga"})
"""Who is nobody's kin, and whose children are told of."""
_MR = "Saudara"  # in small letters it is one's own brother


def owns_the_next(mentions: Mentions, span: Span, *, is_mine: bool) -> bool:
    """Say whether a word of kin only tells whose kin is meant.

    Args:
        mentions: The message.
        span: Where the word stands.
        is_mine: True for "tetangga saya".
    """
    words = mentions.words
    clause = words.clauses[span.first]
    others = [other for other in mentions.of("KIN") if other != span and words.clauses[other.first] == clause]
    if words.raw(span.last - 1).lower().replace("’", "'").endswith("'s"):
        return any(other.first == span.last for other in others)
    if words.forms[span.first] not in NEIGHBOURS or not is_mine:
        return False
    return any(other.last == span.first and other.last - other.first > 1 for other in others)


def is_told_their_name(words: Words, span: Span) -> bool:
    """Tell "nama kakak saya Arifudin, 29 thn" from "pakai nama kakak saya"."""
    at = span.first - 1
    after = span.last + (span.last < len(words.forms) and words.forms[span.last] in MINE)
    return words.forms[at] == "nama" and words.clause_begins(at) == at and is_capital(words, after)


def is_a_title(mentions: Mentions, span: Span) -> bool:
    """Tell "tante Mirna", "mbak yuni" and "anak buah" from "tante saya"."""
    words = mentions.words
    if span.last >= len(words.terms):
        return False
    follows = words.raw(span.last)
    if words.terms[span.last].form == "buah":
        return True
    if words.terms[span.last].ids or words.clauses[span.last] != words.clauses[span.first]:
        return False
    raw = words.raw(span.first)
    named = (follows[0].isupper() and not follows.isupper()) or is_capital(words, span.last)
    if named and raw == _MR:
        return True  # "Saudara Junaidin"
    return named and raw.lower() in word_set("titles")
