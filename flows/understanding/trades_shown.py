"""Trades that no list of values knows, in the teller's own words: "jadi tukang ketik", "jd pelipat kardus gaji 9jt"."""

import re
from collections.abc import Iterator
from functools import cache

from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.pattern import Span
from flows.understanding.places_named import KINDS
from flows.understanding.words import Words

MAGANG = "magang"
_WORKED_AS = frozenset({
    *("jadi", "jd", "jdi", "works", "working", "worked", "kerja", "kerjanya", "bekerja", "sebagai", "sbg", "posisi"),
    *("lowongan", "loker", "bagian", "as", "tugas", "tugasnya", "dijadikan", "dijadiin", "jaga"),
    *("dikerjakan", "dikerjain", "dipekerjakan", "dipekerjain", MAGANG),
})  # fmt: skip
_MINDED = frozenset(
    {"toko", "butik", "apotek", "warung", "kios", "konter", "kantin", "gudang", "villa", "vila", "stand", "lapak"}
)
_KEPT = _MINDED | {"toko", "butik", "apotek", "rumah", "kebun", "malam", "parkir"}
_BUILT = frozenset({"kapal", "perahu", "mobil", "kebun", "kolam"})
_BECOMES = frozenset({"jadi", "jd", "jdi", "sebagai", "sbg", "posisi", "as", "dijadikan"})
_LEADS_ON = _BECOMES | {"a", "an"}
_MINDS = frozenset({"jaga", "jagain", "ngejaga", "ngejagain", "menjaga", "jagak", "nunggu", "nungguin"})
_GOODS = frozenset({"es", "hp", "handphone", "ps", "teh", "pulsa"})  # too short, or known as something else
_LURED = ("janji", "dijanji", "tawar", "ditawar", "nawar", "iming", "diiming", "promise", "offer", "lowongan", "loker")
_FOR = frozenset({"buat", "untuk", "diajak", "ajak", "ngajak", "mau"})
_HIRED = frozenset({"kerja", "bekerja", "kerjaan", "pekerjaan", "work", "works", "worked", "working", "hired"})
_FORCED = frozenset({"disuruh", "dipaksa", "forced"})
_ORDERED = frozenset({"disuruh", "suruh", "dipaksa", "kata", "katanya", "forced"})
_LEADS_IN = frozenset({"di", "d", "kat", "at", "in", "a", "an", "the"})
_GONE_TO = _LEADS_IN | {"ke"}
_OF_SOMEBODY = frozenset({"sama", "dengan", "with", "bareng", "oleh", "si", "ke", "dari", "cari", "hubungi"})
"""Before a trade these tell of a person who is met: "kerja sama mandor"."""
_PROMISED = frozenset({
    *("dijanji", "dijanjikan", "dijanjiin", "dijanjikannya", "dijanjiinnya", "ditawari", "ditawarin", "ditawarkan"),
    *("diimingi", "diiming", "lowongan", "loker", "offered", "promised"),
})  # fmt: skip
_WAGE = frozenset({"gaji", "gajinya", "digaji", "bayaran", "bayarannya", "upah", "upahnya", "diupah"})
_BESIDE_A_WAGE = frozenset({"katanya", "sampai", "sekitar", "rm", "rp", "nya", "bisa", "per", "dijanjikan", "janjinya"})
_HEARD = frozenset({"katanya", "kata", "bilangnya", "itu", "ya", "cuma", "disana", "di", "sana", "nanti", "dia"})
_SELLS = frozenset({"jual"})  # "jual sapi" pays the way, "ditawari jual ginjal" is no work
_TIMES = frozenset({"bulan", "hari", "minggu", "tahun", "kali", "jam", "x"})
_NO_OBJECT = (
    *("SELF", "OTHERS", "WAGE", "PAY", "NEG", "NOW", "WILL", "ASK", "QMARK", "PROMISED", "UNPAID", "CAN", "PHONE"),
    *("FRIGHT", "HOLD", "FLED", "LOCK", "NEWS_OF", "TOLD_TO", "HIT", "FORCE", "HOME", "PAST", "STILL"),
    *("ALREADY", "CRY"),
)
"""What follows a trade and is no part of it: "di pabrik nelpon saya"."""
# no "gj", no "dijaga" and no "bosnya": what is neither a written-out word nor a thing ends a trade
_NOUN = re.compile(r"(?=\w*[aeiou])(?!di\w{4}|(?:ber|me|ter)\w{5}|\w+nya$)[^\W\d_]{3,}2?")
_CUES = frozenset({"eh", "ehh", "salah", "ralat", "koreksi", "maksud", "maksudnya"})
_BESIDE_CUES = _CUES | {
    "bukan",
    "di",
    "ke",
    "jadi",
    "kerja",
    "tapi",
    "maaf",
    "ya",
    "yang",
    "benar",
    "deng",
    "ding",
    "itu",
}
_PUT_RIGHT = 6  # terms
_NEAR = 3
_OBJECT = 2  # terms
_SHORTEST = 3  # letters


def is_worked_in(mentions: Mentions, at: int) -> bool:
    """Tell "kerja di hotel" from "sembunyi di hotel"."""
    cue = putting_right_before(mentions, at)
    return not _WORKED_AS.isdisjoint(mentions.words.forms[max(0, (cue or at) - _NEAR - bool(cue)) : at])


def putting_right_before(mentions: Mentions, at: int) -> int:
    """Give the "eh" of "di kapal eh bukan kapal di kilang", which puts right what stands before it; 0 for none."""
    words = mentions.words
    for cue in range(at - 1, max(0, at - 1 - _PUT_RIGHT), -1):
        if words.sentences[cue] != words.sentences[at]:
            return 0
        if words.forms[cue] in _CUES:
            before = words.forms[max(0, cue - _NEAR) : cue]
            return cue if _BESIDE_CUES.union(before).issuperset(words.forms[cue + 1 : at]) else 0
    return 0


def shown_trades(mentions: Mentions) -> Iterator[Span]:
    """Give the terms of every trade that shows itself by its form or by what stands around it."""
    words = mentions.words
    if not any(map(words.has_any, (_WORKED_AS, _ORDERED, _MINDS, _WAGE, _PROMISED))):
        return
    begins, before = _beginnings(), ""
    for at, term in enumerate(words.terms):
        may_begin = term.form in begins or term.written in begins or before in _LEADS_ON
        before = term.form
        if may_begin and at not in mentions.negated and (span := _begun_at(mentions, at, term.form)):
            yield span


def end_of_a_trade(mentions: Mentions, at: int, *, longest: int = _OBJECT) -> int:
    """Give the term before which the trade ends that begins at term `at`: "tukang ketik" in "tukang ketik di Batam"."""
    words, end = mentions.words, at + 1
    stops = word_set("place_ends") | word_set("titles") | word_set("place_nouns") | word_set("trade_ends")
    while end < min(at + 1 + longest, len(words.terms)) and words.clauses[end] == words.clauses[at]:
        form = words.forms[end]
        is_a_stop = form in stops or form in _LEADS_IN or form in _WAGE or not _NOUN.fullmatch(words.raw(end).lower())
        if is_a_stop or mentions.covers(end, "JOB", *KINDS, *_NO_OBJECT):
            break
        end += 1
    return end


@cache
def _beginnings() -> frozenset[str]:
    """Give every listed word with which a trade may begin: elsewhere none is looked for."""
    listed = ("trade_heads", "trade_verbs", "trades", "workplaces", "whole_trades")
    return frozenset({"jual"}).union(*map(word_set, listed))


def _just_before(mentions: Mentions, at: int) -> list[str]:
    """Give the words before term `at` in its sentence: "tiket jadi utang. mandor" names no trade."""
    words = mentions.words
    return [
        words.forms[before]
        for before in range(max(0, at - _NEAR), at)
        if words.sentences[before] == words.sentences[at]
    ]


def _begun_at(mentions: Mentions, at: int, form: str) -> Span | None:
    """Give the trade that begins at term `at`, if one does."""
    words = mentions.words
    if form in word_set("trade_heads") and is_worked_in(mentions, at):
        end = end_of_a_trade(mentions, at)
        return Span(at, end + (end == at + 1 and _is_minded(words, end, _KEPT)))  # "penjaga toko"
    if form in word_set("trade_verbs") and is_worked_in(mentions, at):
        end = end_of_a_trade(mentions, at)
        end += end == at + 1 and _is_minded(words, end, _MINDED | _BUILT)  # "jaga warung", "las kapal"
        is_whole = end > at + 1 and words.forms[at] + words.forms[at + 1] != "jagajaga"
        return Span(at, end) if is_whole else None  # "kerja jaga" alone says too little, "buat jaga2" is none
    if form in _MINDS and (end := _end_of_a_stall(mentions, at)):
        return Span(at, end)
    if form in word_set("trade_verbs") and _is_offered_at(mentions, at, form):
        end = end_of_a_trade(mentions, at)
        return Span(at, end) if end > at + 1 else None
    if words.terms[at].written in word_set("trades") and _is_taken_up(mentions, at):
        return Span(at, end_of_a_trade(mentions, at, longest=1))
    if form in word_set("workplaces") and _is_gone_to_work_in(mentions, at):
        return Span(_with_magang(mentions, at), end_of_a_trade(mentions, at))
    return _done_in_the_street(mentions, at) or _unheard_of(mentions, at)


def _is_offered_at(mentions: Mentions, at: int, form: str) -> bool:
    """Read "petik anggur gajinya 45 jt" and "dijanji panen sawit": nobody says that it is work, but its wage does.

    "saya panen padi, upah 50 ribu" and "jual sapi gaji telat" tell of one's own house: the trade begins its clause.
    """
    words = mentions.words
    begins = words.clause_begins(at)
    if form in _SELLS:
        return False
    if not _PROMISED.isdisjoint(words.forms[max(begins, at - _OBJECT) : at]):
        return True
    if not _HEARD.issuperset(words.forms[begins:at]):
        return False
    return _is_paid(mentions, end_of_a_trade(mentions, at))


def _end_of_a_stall(mentions: Mentions, at: int) -> int:
    """Read "katanya jaga stan boba" and "disuruh jaga konter hp", not "jaga ibu" and "saya lagi jaga warung"."""
    words = mentions.words
    end = at + 1 + (words.forms[at + 1 : at + 2] == ["di"])
    if not _is_minded(words, end, word_set("stalls")):
        return 0
    before = _just_before(mentions, at)
    if (_WORKED_AS | _ORDERED | _FOR | word_set("offering")).isdisjoint(before):
        return 0
    last = end
    while _is_minded(words, last + 1, _GOODS):
        last += 1
    return last + 1 if last > end else end_of_a_trade(mentions, end)


def _is_minded(words: Words, at: int, houses: frozenset[str]) -> bool:
    return at < len(words.forms) and words.forms[at] in houses and words.clauses[at] == words.clauses[at - 1]


def _is_taken_up(mentions: Mentions, at: int) -> bool:
    """Tell "jadi penyanyi" and "kerja di macau jadi model" from "kerja sama mandor"."""
    before = _just_before(mentions, at)
    return not _WORKED_AS.isdisjoint(before) and _OF_SOMEBODY.isdisjoint(before[-2:])


def _with_magang(mentions: Mentions, at: int) -> int:
    """Give the term from which "magang di peternakan" tells what is worked."""
    before = mentions.words.forms[max(0, at - 2) : at]
    return at - (before[-1:] == [MAGANG]) - 2 * (before == [MAGANG, "di"])


def _is_gone_to_work_in(mentions: Mentions, at: int) -> bool:
    """Tell "kerja di gudang daging" and "bagian gudang" from "kerja di pasar sebelah gudang"."""
    forms = mentions.words.forms
    lead, far = at - 1, 0
    while lead > 0 and (forms[lead] in _GONE_TO or mentions.covers(lead, *KINDS)):
        far += forms[lead] not in _LEADS_IN  # "kerja ke selandia baru peternakan sapi"
        lead -= 1
    return lead >= 0 and lead >= at - _NEAR - far and forms[lead] in _WORKED_AS - {"jaga", "jadi", "jd", "as", "posisi"}


def _done_in_the_street(mentions: Mentions, at: int) -> Span | None:
    """Read "disuruh ngemis", "disuruh jualan tisu" and "katanya nyawit"; "disuruh jual tanah" is no trade."""
    forms = mentions.words.forms
    before = _just_before(mentions, at)
    if _ORDERED.isdisjoint(before) and _WORKED_AS.isdisjoint(before):
        return None
    if forms[at] in word_set("whole_trades"):
        return Span(at, at + 1)
    sells = forms[at] in word_set("trade_verbs") or forms[at] == "jual"
    return Span(at, at + 2) if sells and not word_set("street_goods").isdisjoint(forms[at + 1 : at + 2]) else None


def _unheard_of(mentions: Mentions, at: int) -> Span | None:
    """Read a word that nothing knows where a trade must stand: "jd pelipat kardus gaji 9jt", "kerja sebagai juru X"."""
    forms = mentions.words.forms
    if not at or forms[at - 1] not in _LEADS_ON or not _may_be_a_trade(mentions, at):
        return None
    lead = at - 1 - (forms[at - 1] in {"a", "an"})
    if forms[lead] not in _BECOMES:
        return None
    end = end_of_a_trade(mentions, at, longest=1)
    is_hired = lead > 0 and (forms[lead - 1] in _HIRED | _FORCED or forms[lead - 1].startswith(_LURED))
    return Span(at, end) if is_hired or _is_paid(mentions, end) else None


def _is_paid(mentions: Mentions, end: int) -> bool:
    """Say whether a sum follows as a wage: "gaji 20jt", and not "gaji 3 bulan"."""
    forms = mentions.words.forms
    if forms[end : end + 1] == [] or forms[end] not in _WAGE:
        return False
    end += forms[end + 1 : end + 2] != [] and forms[end + 1] in _BESIDE_A_WAGE
    after = forms[end + 1 : end + 3]
    return any(form[0].isdigit() for form in after[:1]) and _TIMES.isdisjoint(after[1:])


def _may_be_a_trade(mentions: Mentions, at: int) -> bool:
    """Say whether nothing else is known of a word: "jadi takut", "jadi saya" and "jadi gimana" name no trade."""
    term, raw = mentions.words.terms[at], mentions.words.raw(at).lower()
    if term.ids or not raw.isalpha() or len(raw) < _SHORTEST or raw.endswith("nya"):
        return False
    names = ("no_trades", "trade_ends", "place_ends", "titles", "not_names", "indonesian", "english")
    return not any({raw, term.form} & word_set(name) for name in names)
