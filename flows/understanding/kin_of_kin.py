"""Whose kin somebody is who is told of by two words of kin: "my girlfriend's cousin", "anak gadis tetangga saya"."""

from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span

NEIGHBOURS = frozenset({"tetangga", "warga"})
"""Who is nobody's kin, and whose children are told of."""


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
