"""The firm that a message names: with PT, CV, LPK and the like, or as an agency."""

from typing import cast

from flows.understanding.agencies import AGENCY_MARKS, find_agency
from flows.understanding.firms_marked import Firm, marked_firms
from flows.understanding.mentions import Mentions
from flows.understanding.places_named import KINDS
from flows.understanding.words import Words


def find_firm(mentions: Mentions) -> Firm | None:
    """Give the first firm or agency that the message names, None for none."""
    words = mentions.words
    if "firm" not in words.found:
        words.found["firm"] = _first_firm(mentions)
    return cast("Firm | None", words.found["firm"])


def terms_of_a_firm(mentions: Mentions) -> frozenset[int]:
    """Give the terms of the firm's name, and of "syarikat" before it: nobody is called by them."""
    firm = find_firm(mentions)
    if firm is None:
        return frozenset()
    words = mentions.words
    inside = {at for at, (start, _) in enumerate(words.spans) if firm.start <= start < firm.end}
    before = min(inside, default=0) - 1
    return frozenset(inside | ({before} if words.raws[before].lower() in AGENCY_MARKS else set()))


def _first_firm(mentions: Mentions) -> Firm | None:
    words = mentions.words
    if firms := marked_firms(words):
        return firms[0]
    if AGENCY_MARKS.isdisjoint(words.written):
        return None
    agency = find_agency(words.text, far=_far_words(mentions, words))
    return Firm(*agency) if agency else None


def _far_words(mentions: Mentions, words: Words) -> frozenset[str]:
    return frozenset(words.raw(at).casefold() for at in mentions.terms_of(*KINDS))
