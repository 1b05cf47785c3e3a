"""Who holds which papers, and the visa that somebody really travels on."""

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.places_named import value_at, values_of
from flows.understanding.promises import standing_at, with_its_promise

_HOLDERS = ("EMPLOYER", "RECRUITER", "OFFICIAL")
_NEAR = 3  # terms


def read_visa(mentions: Mentions) -> Found | None:
    """Give the visa that it became, else that is told, else that was promised: "bilangnya visa kerja, taunya turis"."""
    words, values = mentions.words, values_of("VISA")
    named = [
        (-standing_at(words, span.first), span.first - span.last, span, value)
        for span in mentions.of("VISA")
        if (value := value_at(values, mentions, span)) and span.first not in mentions.negated
    ]
    if not named:
        return None
    _, _, span, value = min(named)
    return Found(value, with_its_promise(words, span.first, span.last))


def read_documents(mentions: Mentions) -> Found | None:
    """Give which papers are held, and by whom where that is said."""
    held = mentions.of("DOC_HELD")
    if not held:
        return None
    terms = mentions.words.terms
    span = held[0]
    papers = dict.fromkeys(
        _paper(terms[s.first].form) for s in mentions.of("DOC") if span.first - _NEAR <= s.first <= span.last + _NEAR
    )
    holders = [s for name in _HOLDERS for s in mentions.of(name) if span.first - _NEAR <= s.first <= span.last + _NEAR]
    holder = terms[min(holders, key=lambda s: abs(s.first - span.last)).first].form if holders else ""
    said = mentions.words.said(span.first, span.last)
    what = " dan ".join(papers)
    return Found(f"{what} dipegang {holder}" if holder else f"{what} ditahan", said)


def _paper(form: str) -> str:
    return form.upper() if form in {"ktp", "kk", "ic"} else form
