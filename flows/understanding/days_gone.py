"""Days told by how long ago they were: "kemarin malam", "kamis kemarin", "2 minggu lalu", "pergi sudah 12 hari"."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from flows.understanding.days_written import MONTHS
from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment, is_weekday, weekday_number
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.words import Words

_YESTERDAY = frozenset({"kemarin", "yesterday"})
_LAST_NIGHT = frozenset({"semalam", "semalem", "tonite"})
_AGO = frozenset({"lalu", "kemarin", "ago", "lepas"})
_OF_THE_PAST = _YESTERDAY | _LAST_NIGHT | _AGO | {"tadi", "last"}
_PARTS = frozenset({"pagi", "siang", "sore", "malam", "subuh", "petang", "dini"})
_NO_DAY = frozenset({"bulan", "minggu", "tahun", "tanggal", "lebaran", "puasa", "natal", *MONTHS})
_DAYS = {"hari": 1, "days": 1, "day": 1, "minggu": 7, "weeks": 7, "week": 7}
_A_WEEK = "seminggu"
_IN_DAYS = frozenset({*_DAYS, _A_WEEK})
_HOW_LONG = frozenset({"sudah", "baru", "wah"})
_GOES_ON = frozenset({"ini", "dari", "ke", "lalu", "pak", "bu", "kak", "min", "bang"})
_MOST_DAYS = 60  # of a day that somebody still counts
_DIGITS = 2
# "tiket", "pesawat" and "kirim" go with a day on which nobody left
_LEFT = frozenset({
    *("berangkat", "brangkat", "diberangkatkan", "diterbangkan", "terbang", "dibawa", "dijemput", "diangkut", "pergi"),
    *("nyebrang", "nyeberang", "menyeberang", "dilarikan", "left", "flew", "taken"),
})  # fmt: skip
_LEFT_IN_ENGLISH = frozenset({"left", "flew", "departed"})
_ON_THE_WAY = frozenset({"on", "in", "for", "from", "to", "di", "ke", "dari", "untuk", "pada", "out", "here", "there"})
_HOMES = frozenset({"home", "lombok", "sumbawa", "indonesia", "village", "the", "Lombok", "Sumbawa", "Indonesia"})
_RIDE = "naik"
_FERRIES = frozenset({"ferry", "feri", "fery", "speedboat", "speed", "boat", "kapal", "pesawat", "bus", "bis"})
_LEFT_OR_RIDES = _LEFT | {_RIDE}
_NOT_LEFT = frozenset({
    *("takut", "takutnya", "khawatir", "kalau", "mungkin"),
    *("belum", "gagal", "batal", "tidak", "jadi", "mau", "rencana", "rencananya", "harus", "harusnya", "seharusnya"),
})  # fmt: skip
_ELSEWHERE = frozenset(
    {"dokter", "rumah", "rs", "puskesmas", "klinik", "polisi", "polsek", "polres", "sekolah", "pasar"}
)
_BEFORE, _AFTER = 3, 5  # terms
_WHERETO = 3  # terms


def read_days_gone(words: Words, today: date | datetime) -> list[Moment]:
    """Give the days of the past that `words` tell by how long ago they were, in order."""
    if not words.has_any(_OF_THE_PAST):
        return []
    base = today.date() if isinstance(today, datetime) else today
    return list(_days(words.forms, base))


def day_of_leaving(mentions: Mentions, today: date | datetime) -> Moment | None:
    """Give the day of the past beside which it is told that somebody left: "dibawa kamis kemarin"."""
    days = read_days_gone(mentions.words, today)
    left = list(leaving(mentions)) if days else []
    near = (day for day in days for at in left if 0 <= day.first - at - 1 < _AFTER or 0 <= at - day.last < _BEFORE)
    return next(near, None) or _gone_so_long(mentions, today)


def left_on(mentions: Mentions, gone: Sequence[Moment]) -> Moment | None:
    """Read "he left on 2 October" and "she flew to Dubai 2 oct", not "he left school on ..." and "left his phone"."""
    words = mentions.words
    if not words.has_any(_LEFT_IN_ENGLISH):
        return None
    towns = mentions.terms_of("CITY", "COUNTRY", "INLAND_PLACE", "DISTRICT")
    others = mentions.terms_of("RECRUITER", "EMPLOYER", "OFFICIAL")
    for day in gone:
        at = day.first - 1
        while at >= 0 and (words.forms[at] in _ON_THE_WAY or at in towns or words.raw(at) in _HOMES):
            at -= 1
        is_theirs = at > 0 and others.isdisjoint(range(words.clause_begins(at), at)) and at not in mentions.negated
        if is_theirs and words.forms[at] in _LEFT_IN_ENGLISH and words.clauses[at] == words.clauses[day.first]:
            return day
    return None


def _gone_so_long(mentions: Mentions, today: date | datetime) -> Moment | None:
    """Read "pergi sudah 12 hari" and "sudah 2 minggu dibawa"; "sudah 2 minggu ga makan" tells of no leaving."""
    words = mentions.words
    if not words.has_any(_HOW_LONG) or not words.has_any(_IN_DAYS):
        return None
    base, left = today.date() if isinstance(today, datetime) else today, set(leaving(mentions))
    for at in words.places_of(_HOW_LONG):
        days, end = _so_many_days(words.forms, at + 1)
        if not days or words.clauses[end - 1] != words.clauses[at]:
            continue
        ends = end >= len(words.forms) or words.clauses[end] != words.clauses[at] or words.forms[end] in _GOES_ON
        after = end + (words.forms[end : end + 1] == ["dia"])
        is_led = at - 1 in left and words.clauses[at - 1] == words.clauses[at] and ends
        if is_led or (after in left and words.clauses[after] == words.clauses[at]):
            return Moment(base - timedelta(days), "", at, end)
    return None


def _so_many_days(forms: list[str], at: int) -> tuple[int, int]:
    """Give how many days "12 hari" and "2 minggu" are, and the term after them; 0 for none."""
    if at >= len(forms):
        return 0, at
    if forms[at] == _A_WEEK:
        return 7, at + 1
    number, used = (int(forms[at]), 1) if forms[at].isdecimal() and len(forms[at]) <= _DIGITS else (0, 1)
    if forms[at] in NUMERALS:
        number, used = numeral_at(forms, at)
    end = at + max(used, 1)
    days = number * _DAYS[forms[end]] if end < len(forms) and forms[end] in _DAYS else 0
    return (days, end + 1) if 0 < days <= _MOST_DAYS else (0, end)


def _days(forms: list[str], base: date) -> Iterator[Moment]:
    at = 0
    while at < len(forms):
        day, last = _day_at(forms, at, base)
        if day is not None:
            yield Moment(day, "", at, last)
        at = last


def _day_at(forms: list[str], at: int, base: date) -> tuple[date | None, int]:
    """Read the day that begins at term `at`; gives also the term after it."""
    form, after = forms[at], forms[at + 1] if at + 1 < len(forms) else ""
    if is_weekday(form):
        return _weekday(forms, at, base)
    if form in _YESTERDAY:
        is_of_more = at > 0 and (forms[at - 1] in _NO_DAY or forms[at - 1][0].isdigit())
        back = 2 if after in {"lusa", "dulu"} else 1
        return (None if is_of_more else base - timedelta(back)), at + 1 + (after in _PARTS or back > 1)
    if form in _LAST_NIGHT:
        return base - timedelta(1), at + 1
    if form == "tadi" and after in _PARTS:
        return base - timedelta(1 if after == "malam" else 0), at + 2
    days, end = _so_many_days(forms, at)
    ago = end + (forms[end : end + 1] == ["yang"])
    if days and ago < len(forms):
        return (base - timedelta(days) if forms[ago] in _AGO else None), ago + 1
    return None, max(end, at + 1)


def _weekday(forms: list[str], at: int, base: date) -> tuple[date | None, int]:
    """Read "kamis kemarin", "hari minggu lalu" and "last monday"; "minggu lalu" is a week ago."""
    before = forms[at - 1] if at else ""
    end = at + 1 + (forms[at + 1 : at + 2] != [] and forms[at + 1] in _PARTS)
    end += forms[end : end + 1] == ["yang"]
    is_told = end < len(forms) and forms[end] in _AGO
    if not (is_told or before == "last") or (forms[at] == "minggu" and before != "hari"):
        return None, at + 1 + is_told
    back = (base.weekday() - weekday_number(forms[at])) % 7 or 7
    return base - timedelta(back), end + 1 if is_told else at + 1


def leaving(mentions: Mentions) -> Iterator[int]:
    """Give the terms that tell that somebody left: "dijemput", and "naik" before what carries them."""
    words = mentions.words
    carriers = {span.first for kind in ("VEHICLE", "SHIP") for span in mentions.of(kind)}
    for at in words.places_of(_LEFT_OR_RIDES):
        form = words.forms[at]
        is_ride = form == _RIDE and (at + 1 in carriers or not _FERRIES.isdisjoint(words.forms[at + 1 : at + 2]))
        if not is_ride and form not in _LEFT:
            continue
        is_true = at not in mentions.negated and _NOT_LEFT.isdisjoint(words.forms[max(0, at - 2) : at])
        if is_true and _ELSEWHERE.isdisjoint(words.forms[at + 1 : at + 1 + _WHERETO]):
            yield at
