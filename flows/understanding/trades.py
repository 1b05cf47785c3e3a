"""The work that somebody was offered or does: what was promised counts before what it became."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.places_named import value_at, values_of
from flows.understanding.promises import Standing, standing_at, with_its_promise
from flows.understanding.trades_shown import MAGANG, end_of_a_trade, is_worked_in, putting_right_before, shown_trades

_CALLED = frozenset({"min", "mimin"})
_ADDRESSED = frozenset({"admin", "it"})  # "min, mau tanya"; "it" is English as well
_HOUSES = frozenset({"hotel", "toko", "bar/klub malam"})
_DRIVES = frozenset({"sopir", "ojek"})
"""Trades of people met on the way: they are offered only where it says so."""
_OF_SOMETHING = frozenset({"pabrik", "perkebunan", "ladang", "tambang"})
"""Trades that say more with what is made or grown there: "pabrik sarung tangan", "ladang tebu"."""
_GOODS = frozenset({"kek", "kue", "roti", "runcit", "baju", "kain", "bunga", "emas", "telefon", "handphone", "gunting"})
_JOB = frozenset({"job", "jobs"})
_BESIDE = 4  # terms
_SAID_RIGHT_BEFORE = 2  # terms before "eh"
_SOURCES = frozenset({"kata", "menurut"})
_OWN = " ("  # before the citizen's own word for a trade
_OURS = frozenset({"my", "our"})
_OF_A_SCHOOL = frozenset({"pondok", "ponpes", "pesantren", "panti", "asrama"})


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
    named = [one for one in (*_known(mentions), *_in_own_words(mentions)) if not _is_who_says_it(mentions, one.span)]
    best = min(_without_what_was_wrong(mentions, named), default=None)
    if best is None:
        return None
    words, (first, last) = mentions.words, best.span
    value = _with_own_word(best.value, words.said(first, last))
    if best.standing is Standing.TOLD:
        return Found(value, words.said(first, last))
    return Found(value, with_its_promise(words, first, last))


def is_the_same_trade(told: str, now: str) -> bool:
    """Say whether two jobs differ by the citizen's word alone: "asisten rumah tangga (pembantu)" and "... (bibik)"."""
    return told.partition(_OWN)[0] == now.partition(_OWN)[0]


def _is_who_says_it(mentions: Mentions, span: Span) -> bool:
    """Read "umurnya 14 kata tukang masaknya", of a cook who knows; "kata agen jadi tukang masak" offers the work."""
    words = mentions.words
    return span.first > 0 and words.forms[span.first - 1] in _SOURCES and words.raw(span.last - 1).endswith("nya")


def _with_own_word(value: str, said: str) -> str:
    """Give "asisten rumah tangga (pembantu)": who reads it sees what was said; "perkebunan sawit" says it already."""
    own = said.lower()
    return value if all(word in value for word in own.split()) or value in own else f"{value}{_OWN}{own})"


def _without_what_was_wrong(mentions: Mentions, named: list[_Trade]) -> list[_Trade]:
    """Leave out the ship of "di kapal eh bukan kapal di kilang minyak"."""
    wrong = [(cue - _SAID_RIGHT_BEFORE, trade.span.first) for trade in named if (cue := _put_right_at(mentions, trade))]
    return [one for one in named if not any(first <= one.span.last - 1 < last for first, last in wrong)]


def _put_right_at(mentions: Mentions, trade: _Trade) -> int:
    return putting_right_before(mentions, trade.span.first)


def _known(mentions: Mentions) -> Iterator[_Trade]:
    """Give the trades that the lexicon knows; a form of address is none."""
    words, values = mentions.words, values_of("JOB")
    for span in mentions.of("JOB"):
        value = value_at(values, mentions, span)
        if value is None or span.first in mentions.negated or _is_address(mentions, span) or _is_ours(mentions, span):
            continue
        worked_in = is_worked_in(mentions, span.first) or words.raws[span.last : span.last + 1] == [
            "job"
        ]  # "a hotel job"
        if value in _HOUSES | _DRIVES and not worked_in:
            continue
        before = words.terms[span.first - 1].form if span.first else ""
        if (before == "toko" and value != "toko") or before == "visa":
            continue  # "toko bangunan" is a shop on the corner, "visa magang" a paper
        is_vague = not worked_in or value in _HOUSES  # "di hotel jadi housekeeping"
        last = end_of_a_trade(mentions, span.last - 1) if worked_in and value in _OF_SOMETHING else span.last
        if last > span.last:
            value = words.said(span.first, last).lower()
        first = span.first
        if words.raw(first).lower() == "kedai" and words.forms[last : last + 1] != [] and words.forms[last] in _GOODS:
            last, value = last + 1, f"kedai {words.raw(last).lower()}"  # of Malaysia, where no restaurant need be meant
        if value not in _HOUSES and MAGANG in mentions.words.forms[max(0, first - 1) : first]:
            first, value = first - 1, words.said(first - 1, last).lower()  # "magang garmen"
        yield _trade(mentions, Span(first, last), value, is_vague=is_vague)


def _in_own_words(mentions: Mentions) -> Iterator[_Trade]:
    """Give the trades that show themselves by their form: "jadi tukang ketik", "kerja petik buah"."""
    words = mentions.words
    for at in range(1, len(words.raws)) if not words.written.isdisjoint(_JOB) else ():
        if words.raw(at).lower() in _JOB and words.forms[at - 1] in word_set("workplaces"):
            said = words.said(at - 1, at + 1).lower()  # "a kitchen job in Thailand"
            yield _trade(mentions, Span(at - 1, at + 1), said, is_in_own_words=True)
    for span in shown_trades(mentions):
        yield _trade(mentions, span, mentions.words.said(span.first, span.last).lower(), is_in_own_words=True)


def _trade(
    mentions: Mentions, span: Span, value: str, *, is_vague: bool = False, is_in_own_words: bool = False
) -> _Trade:
    standing = standing_at(mentions.words, span.first)
    if is_vague and standing is Standing.PROMISED and not _is_beside_its_offer(mentions, span):
        standing = Standing.TOLD
    offered_at = span.first if standing is Standing.PROMISED else 0
    return _Trade(standing, is_vague, offered_at, is_in_own_words, span.first - span.last, span, value)


def _is_beside_its_offer(mentions: Mentions, span: Span) -> bool:
    """Tell "janjinya di restoran" from "nelpon bilang gaji tidak dibayar, tidak bisa keluar dari ladang"."""
    return not word_set("offering").isdisjoint(mentions.words.forms[max(0, span.first - _BESIDE) : span.first])


def _is_ours(mentions: Mentions, span: Span) -> bool:
    """Tell what somebody does for the writer, or is: "my cook", "pengasuh pondok"."""
    terms = mentions.words.terms
    after = terms[span.last].form if span.last < len(terms) else ""
    return after in _OF_A_SCHOOL or (span.first > 0 and terms[span.first - 1].form in _OURS)


def _is_address(mentions: Mentions, span: Span) -> bool:
    terms = mentions.words.terms
    if span.first and any(s.last == span.first for s in mentions.of("EMPLOYER")):
        return True  # "bos kafenya"
    if mentions.words.raw(span.first).lower() in _CALLED:
        return True  # "jgn bilang2 ya min"
    if span.last - span.first > 1 or terms[span.first].form not in _ADDRESSED:
        return False
    if terms[span.first].form == "admin" and standing_at(mentions.words, span.first) is Standing.PROMISED:
        return False  # "dijanjikan admin marketplace"
    return not is_worked_in(mentions, span.first)
