"""The work that somebody was offered or does: what was promised counts before what it became."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.places_named import KINDS, value_at, values_of
from flows.understanding.promises import Standing, standing_at, with_its_promise

_AS = frozenset({
    *("jadi", "jd", "works", "working", "worked", "kerja", "kerjanya", "bekerja", "sebagai", "posisi", "lowongan"),
    *("loker", "bagian", "as", "tugas", "tugasnya", "dijadikan", "jaga"),
})  # fmt: skip
_ADDRESSED = frozenset({"admin", "it"})  # "min, mau tanya"; "it" is English as well
_HOUSES = frozenset({"hotel", "toko", "bar/klub malam"})
_DRIVES = frozenset({"sopir", "ojek"})
"""Trades of people met on the way: they are offered only where it says so."""
_OURS = frozenset({"my", "our"})
_OF_A_SCHOOL = frozenset({"pondok", "ponpes", "pesantren", "panti", "asrama"})
_NEAR = 3
_OBJECT = 2  # terms


class _Trade(NamedTuple):
    """A trade named, with what ranks it: smaller is likelier meant."""

    standing: Standing
    is_vague: bool
    offered_at: int
    """Where it was offered: of two offers the first counts, of two trades that somebody does the fuller one."""
    is_in_own_words: bool
    size: int
    span: Span
    value: str


def read_job(mentions: Mentions) -> Found | None:
    """Give the trade that was promised, else that somebody does, else that is named most fully."""
    best = min((*_known(mentions), *_in_own_words(mentions)), default=None)
    if best is None:
        return None
    return Found(best.value, with_its_promise(mentions.words, best.span.first, best.span.last))


def _known(mentions: Mentions) -> Iterator[_Trade]:
    """Give the trades that the lexicon knows; a form of address is none."""
    words, values = mentions.words, values_of("JOB")
    for span in mentions.of("JOB"):
        value = value_at(values, mentions, span)
        if value is None or span.first in mentions.negated or _is_address(mentions, span) or _is_ours(mentions, span):
            continue
        worked_in = _is_worked_in(mentions, span.first)
        if value in _HOUSES | _DRIVES and not worked_in:
            continue
        before = words.terms[span.first - 1].form if span.first else ""
        if (before == "toko" and value != "toko") or before == "visa":
            continue  # "toko bangunan" is a shop on the corner, "visa magang" a paper
        is_vague = not worked_in or value in _HOUSES  # "di hotel jadi housekeeping"
        yield _trade(mentions, span, value, is_vague=is_vague)


def _in_own_words(mentions: Mentions) -> Iterator[_Trade]:
    """Give the trades that show themselves by their form: "jadi tukang ketik", "kerja petik buah"."""
    words, heads, verbs = mentions.words, word_set("trade_heads"), word_set("trade_verbs")
    if not (words.has_any(heads) or words.has_any(verbs)):
        return
    for at, term in enumerate(words.terms):
        is_named, is_done = term.form in heads, term.form in verbs
        if not (is_named or is_done) or at in mentions.negated or not _is_worked_in(mentions, at):
            continue
        end = _end_of_a_trade(mentions, at)
        if is_done and end == at + 1:
            continue  # "kerja jaga" alone says too little
        yield _trade(mentions, Span(at, end), words.said(at, end).lower(), is_in_own_words=True)


def _trade(
    mentions: Mentions, span: Span, value: str, *, is_vague: bool = False, is_in_own_words: bool = False
) -> _Trade:
    standing = standing_at(mentions.words, span.first)
    offered_at = span.first if standing is Standing.PROMISED else 0
    return _Trade(standing, is_vague, offered_at, is_in_own_words, span.first - span.last, span, value)


def _end_of_a_trade(mentions: Mentions, at: int) -> int:
    words, end = mentions.words, at + 1
    stops = word_set("place_ends") | word_set("titles") | word_set("place_nouns") | {"di", "gaji", "in", "at"}
    while end < min(at + 1 + _OBJECT, len(words.terms)) and words.clauses[end] == words.clauses[at]:
        form = words.terms[end].form
        if form in stops or not form.isalpha() or mentions.covers(end, *KINDS):
            break
        end += 1
    return end


def _is_worked_in(mentions: Mentions, at: int) -> bool:
    """Tell "kerja di hotel" from "sembunyi di hotel"."""
    return not _AS.isdisjoint(term.form for term in mentions.words.terms[max(0, at - _NEAR) : at])


def _is_ours(mentions: Mentions, span: Span) -> bool:
    """Tell what somebody does for the writer, or is: "my cook", "pengasuh pondok"."""
    terms = mentions.words.terms
    after = terms[span.last].form if span.last < len(terms) else ""
    return after in _OF_A_SCHOOL or (span.first > 0 and terms[span.first - 1].form in _OURS)


def _is_address(mentions: Mentions, span: Span) -> bool:
    terms = mentions.words.terms
    if span.first and any(s.last == span.first for s in mentions.of("EMPLOYER")):
        return True  # "bos kafenya"
    if span.last - span.first > 1 or terms[span.first].form not in _ADDRESSED:
        return False
    if terms[span.first].form == "admin" and standing_at(mentions.words, span.first) is Standing.PROMISED:
        return False  # "dijanjikan admin marketplace"
    return _AS.isdisjoint(term.form for term in terms[max(0, span.first - _NEAR) : span.first])
