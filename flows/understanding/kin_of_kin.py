"""What stands beside a word of kin: whose kin somebody is ("my girlfriend's cousin"), or a name ("tante Mirna")."""

from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital
from flows.understanding.pattern import Span
from flows.understanding.words import Words

NEIGHBOURS = frozenset({"tetangga", "warga"})
"""Who is nobody's kin, and whose children are told of."""
_SIBLINGS, _OF_EACH_OTHER = frozenset({"adik", "kakak"}), "beradik"
_TWO = 2  # terms
_WITH = frozenset({"dan", "sama", "dengan", "bareng", "bersama"})
_CALLED_SHORT = frozenset({"kak", "ka", "kk", "dek", "dik", "bang", "mbak", "mba"})
_MR = "Saudara"  # in small letters it is one's own brother
_KK = "kk"  # a sibling, whoever reads it, or a family's card
_CALLS = frozenset({"min", "admin", "pak", "bu", "bang", "mas", "mbak", "tolong", "halo", "permisi", "assalamualaikum"})
_OWNERS = MINE | {"ku"}
_SHE = frozenset({"dia", "dianya"})
_PLACES = ("COUNTRY", "CITY", "INLAND_PLACE")
_WITH_A_CARD = frozenset({
    *("ktp", "ijazah", "akta", "paspor", "fotokopi", "difoto", "diminta", "dipegang", "disita", "ditahan", "diambil"),
    *("dikumpulin", "dikumpulkan", "digadai", "ditebus", "hilang"),
})  # fmt: skip
_JUST_AFTER = 3  # terms
_CHILD, _VICTIMS, _ONE_OF = "anak", frozenset({"korban", "korbannya"}), frozenset({"satu", "satunya"})


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


def is_of_a_victim(mentions: Mentions, span: Span) -> bool:
    """Tell "suami korban" and "suami salah satunya", who stand by; "anak korban tppo" is a victim."""
    words, after = mentions.words, span.last
    forms = words.forms[after : after + _TWO]
    is_told = words.forms[span.first] == _CHILD or words.raw(after - 1).lower().endswith("ku")  # "pacarku salah satu"
    if is_told or not forms or words.clauses[after] != words.clauses[span.first]:
        return False
    return forms[0] in _VICTIMS or (forms[0] == "salah" and forms[-1] in _ONE_OF)


def are_of_each_other(mentions: Mentions, span: Span) -> bool:
    """Tell "adik kakak" and "kakak beradik", what two are to each other, from "adik kakak saya" and "kak adik saya"."""
    words = mentions.words
    if words.forms[span.first] not in _SIBLINGS:
        return False
    pairs = (at for at in (span.first - 1, span.first) if at >= 0 and _is_a_pair(words, at))
    return next(pairs, None) is not None


def _is_a_pair(words: Words, at: int) -> bool:
    forms, after = words.forms, at + 1
    if after >= len(forms) or forms[at] not in _SIBLINGS or words.clauses[after] != words.clauses[at]:
        return False
    owned = after + 1 < len(forms) and (forms[after + 1] in MINE or forms[after + 1] == "ipar")
    owned = owned or (at > 1 and forms[at - 1] in _WITH and forms[at - 2] in MINE)  # "saya dan adik kakak disekap"
    if forms[after] == _OF_EACH_OTHER:
        return not owned
    if forms[after] not in _SIBLINGS or forms[after] == forms[at] or words.raw(at).lower() in _CALLED_SHORT:
        return False
    theirs = any(words.raw(i).lower().endswith(("nya", "ku")) for i in (at, after))
    return not theirs and not owned


def sibling_called_short(mentions: Mentions) -> Span | None:
    """Read "kk sy di singapur", "min kk ku disekap" and "kk sy ..., dia ..."; "kk sy disekap" calls whoever reads it.

    Whoever goes on to speak of themselves ("kk sy numpang hp, sy lompat pagar") told of nobody else.
    """
    words = mentions.words
    if _KK not in words.vocabulary or sum(form in _OWNERS for form in words.forms) != 1:
        return None
    at = words.forms.index(_KK)
    if words.forms[at + 1 : at + 2] == [] or words.forms[at + 1] not in _OWNERS or is_a_card(mentions, at):
        return None
    near = words.forms[at + 2 : at + 2 + _TWO]
    is_there = near[:1] == ["di"] and mentions.covers(min(at + _JUST_AFTER, len(words.forms) - 1), *_PLACES)
    is_third = not _SHE.isdisjoint(words.forms[at + 2 :])
    return Span(at, at + 2) if at or is_there or is_third else None


def is_a_card(mentions: Mentions, at: int) -> bool:
    """Tell "kk" of "ktp sama kk teman dipegang agen" from who is called so at the head of a line."""
    words = mentions.words
    begins = words.clause_begins(at)
    return words.has_any(_WITH_A_CARD) or not all(form in _CALLS for form in words.forms[begins:at])


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
