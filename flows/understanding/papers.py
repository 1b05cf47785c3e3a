"""Who holds which papers, and the visa that somebody really travels on."""

from collections.abc import Iterator
from functools import cache

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.places_named import value_at, values_of
from flows.understanding.promises import standing_at, with_its_promise

_HOLDERS = ("EMPLOYER", "RECRUITER", "OFFICIAL")
_NEAR = 3  # terms
_VISA = "visa"
_IS = frozenset({
    *("is", "was", "a", "an", "the", "they", "he", "she", "it", "gave", "give", "got", "only", "just", "me", "im"),
    *("saya", "itu", "ini", "yang", "dikasih", "cuma", "hanya", "ternyata", "kata", "katanya", "jenis", "jenisnya"),
    *("bukan", "tapi", "malah", "not", "but", "for", "her", "him", "us", "kak", "pak", "bu", "sih"),
})  # fmt: skip
_FAR = 6  # terms after "visa" in which its kind may stand


def read_visa(mentions: Mentions) -> Found | None:
    """Give the visa that it became, else that is told, else that was promised: "bilangnya visa kerja, taunya turis"."""
    words, values = mentions.words, values_of("VISA")
    spans = [(span, value) for span in mentions.of("VISA") if (value := value_at(values, mentions, span))]
    if _VISA in words.vocabulary:
        spans += _said_further_on(mentions)
    named = [
        (-standing_at(words, span.first), span.first - span.last, span, value)
        for span, value in spans
        if span.first not in mentions.negated and span.last - 1 not in mentions.negated
    ]
    if not named:
        return None
    _, _, span, value = min(named)
    return Found(value, with_its_promise(words, span.first, span.last))


def _said_further_on(mentions: Mentions) -> Iterator[tuple[Span, str]]:
    """Give the kinds of "the visa they gave is tourist" and "visa itu katanya pelawat"."""
    words, kinds = mentions.words, _kinds()
    for at in (at for at, form in enumerate(words.forms) if form == _VISA):
        for further in range(at + 1, min(at + 1 + _FAR, len(words.forms))):
            form = words.forms[further]
            is_between = form in _IS or words.raw(further).lower() in _IS
            is_another = words.sentences[further] != words.sentences[at] or not (is_between or form in kinds)
            if is_another or (form in kinds and further == at + 1):
                break  # "visa liburan kerja" is named as it stands
            if form in kinds and further not in mentions.negated:
                yield Span(at, further + 1), kinds[form]


@cache
def _kinds() -> dict[str, str]:
    """Give word -> visa for every single word that goes with "visa"."""
    named = ((said.split(), value) for said, value in values_of("VISA").items())
    return {
        next(word for word in said if word != _VISA): value for said, value in named if len(said) == 2 and _VISA in said
    }


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
