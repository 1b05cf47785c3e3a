"""The work that somebody was offered or does."""

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of

_AS = frozenset(
    {
        "jadi",
        "jd",
        "works",
        "working",
        "worked",
        "kerja",
        "bekerja",
        "sebagai",
        "posisi",
        "lowongan",
        "loker",
        "bagian",
        "as",
        "tugas",
        "dijadikan",
        "jaga",
    }
)
_ADDRESSED = frozenset({"admin", "it"})  # "min, mau tanya"; "it" is English as well
_HOUSES = frozenset({"hotel", "toko", "bar/klub malam"})
_DRIVES = frozenset({"sopir", "ojek"})
"""Trades of people met on the way: they are offered only where it says so."""
_NEAR = 3


def read_job(mentions: Mentions) -> Found | None:
    """Give the trade that somebody is to do, else that is named most fully; a form of address is none."""
    words = mentions.words
    values = values_of("JOB")
    best: tuple[bool, int, int, str, Span] | None = None
    for span in mentions.of("JOB"):
        terms = words.terms[span.first : span.last]
        value = values.get(" ".join(t.form for t in terms)) or values.get(" ".join(t.base for t in terms))
        if value is None or span.first in mentions.negated or _is_address(mentions, span):
            continue
        if value in _HOUSES | _DRIVES and not _is_worked_in(mentions, span):
            continue
        if span.first and words.terms[span.first - 1].form == "toko" and value != "toko":
            continue  # "toko bangunan" is a shop on the corner
        rank = (not _is_worked_in(mentions, span), span.first - span.last, span.first, value, span)
        best = rank if best is None else min(best, rank)
    return Found(best[3], words.said(best[4].first, best[4].last)) if best else None


def _is_worked_in(mentions: Mentions, span: Span) -> bool:
    """Tell "kerja di hotel" from "sembunyi di hotel"."""
    return not _AS.isdisjoint(term.form for term in mentions.words.terms[max(0, span.first - _NEAR) : span.first])


def _is_address(mentions: Mentions, span: Span) -> bool:
    terms = mentions.words.terms
    if span.first and any(s.last == span.first for s in mentions.of("EMPLOYER")):
        return True  # "bos kafenya"
    if span.last - span.first > 1 or terms[span.first].form not in _ADDRESSED:
        return False
    return _AS.isdisjoint(term.form for term in terms[max(0, span.first - _NEAR) : span.first])
