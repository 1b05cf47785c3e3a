"""Written days that are over: "tgl 5 kemarin", "20 juli tahun lalu", "sudah berangkat tgl 3"."""

import re
from datetime import date, timedelta

from flows.understanding.word import Term
from flows.understanding.words import Words

_BEFORE_THIS = frozenset({"lalu", "kemarin"})
_SINCE = frozenset({"sejak", "semenjak", "since", "kemarin"})
_NOT_YET = frozenset({"kalau", "jika", "bila", "nanti", "setelah", "if", "when"})
_ON_THE_WAY = frozenset({"ke", "lewat", "dari", "pada", "pas", "hari", "to", "via", "on"})
_SENDING = "kirim"  # "tiket sudah dikirim tgl 28" may be for that day
_PLACES = frozenset({"COUNTRY", "CITY", "INLAND", "INLAND_PLACE"})
# "sabtu lalu tgl 14"
_OF_LAST_WEEK = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"})
_FOUR_YEARS = 1462  # days; every date of a calendar stands in them
_WITH_TWO_BEFORE = 2
_AHEAD = frozenset({"depan", "lagi"})
# source: how plans are told in chats; "bakal" and "will" are read as "akan", "pengen" as "mau"
PLANNED = frozenset({
    *("mau", "akan", "rencana", "rencananya", "bakal", "nanti", "jadwal", "jadwalnya", "will", "ingin"),
    *("going", "gonna", "hendak", "nak", "depan", "besok", "lusa", "menunggu", "nunggu", "tunggu"),
})  # fmt: skip
"""Words beside which a day is still to come."""
_UNTIL = frozenset({"sampai", "hingga", "until", "till"})
_WITH_ITS_YEAR = re.compile(r"\d{4}|\d+[/.-]\d+[/.-]\d+")


def taken_back(words: Words, said: range, day: date, base: date, *, names_month: bool) -> tuple[date, int]:
    """Take the written `day` of the terms `said` back to the last such day where it is told as over.

    Gives the day, and the term after its last word; a day that names no month is one of any month.
    """
    forms, first, last = words.forms, said.start, said.stop
    after = last + (forms[last : last + 1] == ["yang"])
    span = forms[after] if forms[after + 1 : after + 2] and forms[after + 1] in _BEFORE_THIS else ""
    if span == "bulan":
        return _last_such(day, base.replace(day=1), names_month=names_month), after + 2
    if span == "tahun":
        return _last_such(day, base.replace(month=1, day=1), names_month=names_month), after + 2
    if _is_told_as_over(words, after):
        return _last_such(day, base, names_month=names_month) if day >= base else day, after + 1
    is_over = has_left(words, first) or (first > 0 and forms[first - 1] in _SINCE)
    is_over = is_over or (first > 1 and forms[first - 1] == "lalu" and forms[first - 2] in _OF_LAST_WEEK)
    if is_over and day >= base and forms[last - 1] not in _AHEAD:
        return _last_such(day, base, names_month=names_month), last
    if names_month and day > base and not _is_dated_or_planned(words, said):
        over = _last_such(day, base, names_month=True)
        return (over if base - over < day - base else day), last
    return day, last


def _is_dated_or_planned(words: Words, said: range) -> bool:
    """Tell "mau berangkat 20 juni" and "20 juni 2027" from "berangkat 20 juni", which may be over."""
    if any(_WITH_ITS_YEAR.fullmatch(words.forms[at]) for at in said):
        return True
    if said.start and words.forms[said.start - 1] in _UNTIL:
        return True
    inside = words.clause_of(said.start)
    return any(words.forms[at] in PLANNED or words.terms[at].written in PLANNED for at in inside)


def _is_told_as_over(words: Words, at: int) -> bool:
    """Tell "tgl 5 kemarin" and "tgl 5 yg lalu" from "tgl 5 lalu ke Jakarta", which goes on."""
    forms = words.forms
    if forms[at : at + 1] != ["lalu"]:
        return forms[at : at + 1] == ["kemarin"]
    return forms[at - 1] == "yang" or at + 1 == len(forms) or words.clauses[at + 1] != words.clauses[at]


def has_left(words: Words, at: int) -> bool:
    """Say whether the day at term `at` is one on which somebody has left.

    Tell "sudah berangkat tgl 3" from "sudah beli tiket tgl 3" and "kalau sudah berangkat".
    """
    left = at - 1
    while left > 0 and _is_of_the_way(words.terms[left]):
        left -= 1
    verb = words.terms[left]
    if left < 1 or "DEPART" not in verb.ids or verb.base == _SENDING or words.forms[left - 1] != "sudah":
        return False
    is_sure = left < _WITH_TWO_BEFORE or words.forms[left - 2] not in _NOT_YET
    return is_sure and words.clauses[left - 1] == words.clauses[at]


def _is_of_the_way(term: Term) -> bool:
    return term.form in _ON_THE_WAY or not _PLACES.isdisjoint(term.ids)


def _last_such(day: date, before: date, *, names_month: bool) -> date:
    back = (before - timedelta(days) for days in range(1, _FOUR_YEARS))
    return next((one for one in back if one.day == day.day and (one.month == day.month or not names_month)), day)
