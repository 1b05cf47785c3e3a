"""What else is told of somebody's papers: forged, changed, none at all, given away, asked for, lost.

An officer reads it in the writer's own words: "umurnya di ktp dirubah jadi 21", "paspor blm ada".
"""

from collections.abc import Iterator

from flows.reading import Found
from flows.understanding.introduced import SELVES
from flows.understanding.mentions import Mentions
from flows.understanding.words import Words

_PAPERS = "DOC"
_FORGED = "FAKE"
_SIGNED = frozenset(
    {"izin", "ijin", "surat", "suratnya", "tandatangan", "ttd", "ttdnya", "stempel", "cap", "signature"}
)
_ALTERED = frozenset({
    *("dituain", "dituakan", "dimudain", "dimudakan", "dibuat", "dibikin", "dibuatin", "dibikinin", "dibuatkan"),
    *("ditulis", "diubah", "dirubah", "diubahin", "diganti", "digantiin", "dinaikin", "dinaikkan", "ditambah"),
    *("ditambahin", "beda", "changed", "altered"),
})  # fmt: skip
_WHO = frozenset({
    *("umur", "umurnya", "umurku", "umurny", "usia", "usianya", "nama", "namanya", "lahir", "lahirnya", "age", "name"),
})  # fmt: skip
_WITHOUT = frozenset({"tanpa", "without", "gapake", "gapakai", "gapunya", "gada", "gaada"})
_NONE = _WITHOUT | frozenset({"tidak", "belum", "no", "not", "never"})
_HAVING = frozenset({
    *("ada", "punya", "bawa", "pakai", "pake", "megang", "dibuat", "dibuatin", "jadi", "bikin", "dibikin", "have"),
    *("has", "had", "dikembalikan", "dikembaliin", "dibalikin", "dipulangin", "kembali", "dikasih", "returned"),
    *("diurus",),
})  # fmt: skip
_GIVEN = frozenset({
    *("kasih", "kasi", "dikasih", "serahkan", "serahin", "diserahkan", "diserahin", "nyerahin", "menyerahkan", "setor"),
    *("disetor", "kumpulin", "dititip", "dititipin", "titip", "dikirim", "kirim", "gave", "given", "handed", "send"),
    *("sent",),
})  # fmt: skip
_ASKED = frozenset({"minta", "diminta", "dimintain", "dimintai", "mintain", "asked", "asks", "wants"})
_GONE = frozenset(
    {"hilang", "mati", "habis", "expired", "kadaluarsa", "kadaluwarsa", "kedaluwarsa", "lost", "overstay"}
)
_WITH = frozenset({"di", "sama", "dengan", "with"})
_TO = _WITH | {"ke", "untuk", "to", "oleh"}
_OTHERS = frozenset({"dia", "mereka", "orangnya", "mami", "papi", "him", "her", "them", "she", "he"})
_UNSURE = frozenset(
    {"apakah", "apa", "boleh", "bisa", "kalau", "gimana", "bagaimana", "harus", "perlu", "should", "if"}
)
_NO_PAPER = frozenset({"visa", "permit"})  # their kind stands in a field of its own
_ENDS = frozenset({"terus", "trus", "tapi", "karena", "soalnya", "but", "because", "makanya", "pak", "bu", "kak"})
_AND = frozenset({"dan", "sama", "serta", "plus", "and"})
_TURNS = frozenset({"tapi", "but", "aja", "buat", "untuk", "per", "for"})
_CARD = "kk"
_OF_A_SISTER = SELVES | {"park", "ipar", "nomor", "perempuan", "cewek", "dia"}
_NEAR = 4  # terms
_FURTHER = 6  # terms after what is told: "dirubah jadi 21", "sudah saya kasih ke pak rudi"


def read_papers_told(mentions: Mentions) -> Found | None:
    """Give what is told of a paper, in the writer's own words."""
    words = mentions.words
    told = next(_told(mentions), None) if mentions.has(_PAPERS) or words.has_any(_SIGNED) else None
    if told is None:
        return None
    first, last = told
    said = words.said(first, _end_of(words, last))
    return Found(" ".join(said.split()), said)


def _told(mentions: Mentions) -> Iterator[tuple[int, int]]:
    """Give the terms between a paper and what is told of it, both included, for all that no question tells."""
    words = mentions.words
    papers = {at for span in mentions.of(_PAPERS) for at in range(span.first, span.last)}
    papers = {at for at in papers if words.forms[at] not in _NO_PAPER and not _is_a_sister(words, at)}
    forged = mentions.terms_of(_FORGED)
    signed = set(words.places_of(_SIGNED)) if forged else set()
    for paper in sorted(papers | signed):
        clause = words.clause_of(paper)
        near = range(max(clause.start, paper - _NEAR), min(clause.stop, paper + 1 + _NEAR))
        if _asks(words, paper):
            continue
        told = (at for at in near if at in forged or (paper in papers and _is_told(words, near, paper, at)))
        at = next((at for at in told if _is_close(words, paper, at)), None)
        if at is not None:
            owner = next((one for one in near if words.forms[one] in _WHO), at)
            beside = paper - 2 if paper - 2 in papers and words.forms[paper - 1] in _AND else paper
            yield min(beside, at, owner), max(paper, at)


def _is_a_sister(words: Words, at: int) -> bool:
    """Tell "kk sy ga punya hp", an elder sister, from the card of a family: "umurnya di kk diganti"."""
    beside = words.forms[at - 1 : at] + words.forms[at + 1 : at + 2]
    return words.raw(at) == _CARD and not _OF_A_SISTER.isdisjoint(beside)


def _is_close(words: Words, paper: int, at: int) -> bool:
    """Tell "minta ktp asli" from "minta 2 juta buat KK", a price, and from "ada ktp nya tapi gak punya foto"."""
    between = words.forms[min(paper, at) + 1 : max(paper, at)]
    return _TURNS.isdisjoint(between)


def _asks(words: Words, paper: int) -> bool:
    sentence = [at for at, one in enumerate(words.sentences) if one == words.sentences[paper]]
    first, after = words.spans[sentence[0]][0], words.spans[sentence[-1]][1]
    return "?" in words.text[first : after + 1] or any(words.forms[at] in _UNSURE for at in sentence)


def _is_told(words: Words, near: range, paper: int, at: int) -> bool:
    """Say whether term `at` tells something of the paper beside it."""
    form, before = words.forms[at], words.forms[at - 1] if at > near.start else ""
    if form in _ALTERED:
        has_figure = any(words.forms[one][0].isdigit() for one in range(at + 1, near.stop))
        return before not in _NONE and (has_figure or any(words.forms[one] in _WHO for one in near))
    if form in _NONE:
        following = words.forms[at + 1 : min(at + 3, near.stop)]
        return form in _WITHOUT or ("yang" not in following and not _HAVING.isdisjoint(following))
    if form in _GIVEN:
        return before not in _NONE and before not in {"mau", "jangan"}
    if form in _ASKED:
        return at < paper
    if form in _GONE:
        return 0 < at - paper < _NEAR - 1
    return at > paper and before in _WITH and form in _OTHERS


def _end_of(words: Words, last: int) -> int:
    """Give the end of what is told: the clause, a word that begins something else, or a few terms further on."""
    stop = min(words.clause_of(last).stop, last + 1 + _FURTHER)
    return next((at for at in range(last + 1, stop) if words.forms[at] in _ENDS and not _leads(words, at - 1)), stop)


def _leads(words: Words, at: int) -> bool:
    """Say whether who has it now follows: "ke pak Rudi"."""
    return words.forms[at] in _TO
