"""Who holds which papers, and the visa that somebody really travels on."""

from collections.abc import Iterator
from functools import cache

from flows.reading import Found
from flows.understanding.introduced import SELVES
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import name_after
from flows.understanding.pattern import Span
from flows.understanding.places_named import value_at, values_of
from flows.understanding.promises import standing_at, with_its_promise

_HOLDERS = ("EMPLOYER", "RECRUITER", "OFFICIAL")
_BY = (["sama"], ["oleh"], ["dengan"], ["ke"], ["di"])
_AT = frozenset({"di", "sama", "dengan", "tangan"})
_NEAR = 3  # terms
_TO_HOLD = frozenset({"pegang", "simpan", "simpen", "bawa"})
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
    span = next((span for span in mentions.of("DOC_HELD") if not _is_denied(mentions, span)), None)
    if span is None or all(_is_a_park(mentions, one) for one in mentions.of("DOC")):
        return None
    papers = dict.fromkeys(
        _paper(" ".join(mentions.words.forms[s.first : s.last]))
        for s in sorted(mentions.of("DOC"))
        if span.first - _NEAR <= s.first <= span.last + _NEAR and not _is_a_park(mentions, s)
    )
    holder = _holder(mentions, span)
    said = mentions.words.said(span.first, span.last)
    what = " dan ".join(papers)
    return Found(f"{what} dipegang {holder}" if holder else f"{what} ditahan", said)


def _is_a_park(mentions: Mentions, paper: Span) -> bool:
    """Tell KK Park, a compound in Myawaddy, from the "kk" of a family's card."""
    return "park" in mentions.words.forms[paper.last : paper.last + 1]


def _is_denied(mentions: Mentions, held: Span) -> bool:
    """Tell "paspornya tidak ditahan" from "paspornya tidak dikembalikan", where the refusal itself holds them.

    "Dibawa lewat hutan, ga punya paspor" tells of none.
    """
    has_none = any(held.first <= one.first and one.last <= held.last for one in mentions.of("NO_PAPERS"))
    return has_none or any(
        one.last - one.first == 1 and one.first in mentions.negated
        for one in mentions.of("HOLD")
        if held.first <= one.first < held.last
    )


def _holder(mentions: Mentions, held: Span) -> str:
    """Give who holds them: the one who tells, somebody named with a title, a firm, or whoever stands nearest."""
    words, after = mentions.words, held.last
    is_with_oneself = words.forms[after - 1] in _AT and after < len(words.forms) and words.forms[after] in SELVES
    if is_with_oneself or "sendiri" in words.forms[after : after + 1] or _holds_them_oneself(mentions, held):
        return "sendiri"
    after += words.forms[after : after + 1] in _BY
    if after < len(words.forms) and words.raw(after).lower() in word_set("titles"):
        named = name_after(words, after)
        if named:
            return named[0]
    near = range(held.first - _NEAR, held.last + _NEAR + 1)
    holders = [one for name in _HOLDERS for one in mentions.of(name) if one.first in near]
    if holders:
        return words.forms[min(holders, key=lambda one: abs(one.first - held.last)).first]
    return "PT" if "pt" in words.forms[held.last : held.last + _NEAR] else ""


def _paper(form: str) -> str:
    return form.upper() if form in {"ktp", "kk", "ic"} else form


def _holds_them_oneself(mentions: Mentions, held: Span) -> bool:
    """Read "ktp sm paspor sy pegang", not "paspor saya dipegang" or "yang saya pegang cuma fotokopi"."""
    forms = mentions.words.forms
    return any(
        forms[at] in _TO_HOLD and forms[at - 1] in SELVES and "yang" not in forms[max(0, at - _NEAR) : at]
        for at in range(max(1, held.first), min(held.last, len(forms)))
    )
