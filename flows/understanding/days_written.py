"""Days told by their number, in digits or in words: "tgl 26", "26/11", "tanggal lima bulan depan", "dua hari lagi"."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flows.understanding.numerals import NUMERALS, numeral_at

# Source: Indonesian, Malay and English names as written in chats.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb pebruari february",
            "maret mar march mac",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july julai",
            "agustus agt ags aug august agst ogos",
            "september sep sept",
            "oktober okt oct october",
            "november nov nop nopember nopembr novembr nopmber",
            "desember des dec december disember",
        ),
        1,
    )
    for name in names.split()
}
"""Name -> number of the month."""
_ALSO_A_VERB = frozenset({"may"})  # "no one may leave"
_FROM_NOW = (["lagi"], ["dari", "sekarang"], ["from", "now"])
ONE_OF_THEM = {"sehari": "hari", "seminggu": "minggu", "sepekan": "minggu"}
"""What is one of which unit: "seminggu lagi"."""
_DIGITS = 2  # of a day
_A_MONTH = "bulan"
_OF_WHICH_YEAR = frozenset({"kemarin", "lalu", "ini"})  # "agustus kemarin tgl 12"


def written_day(forms: list[str], at: int, base: date, now: date | datetime) -> tuple[date | None, int]:
    """Read the day whose number stands at term `at` or after it; gives also how many terms it takes."""
    if forms[at] == _A_MONTH:
        return _after_its_month(forms, at + 1, base, at)
    if unit := ONE_OF_THEM.get(forms[at]):
        gone = _from_now(forms, at + 1)
        return (_ahead(1, unit, base, now), 1 + gone) if gone else (None, 0)
    start = at + (forms[at] == "tanggal")
    if start >= len(forms):
        return None, 0
    if forms[start] in MONTHS:
        return _after_its_month(forms, start, base, at)
    numbers = _slashed(forms[start])
    if numbers:
        return _dated(base, *numbers), start + 1 - at
    number, used = _figure_at(forms, start)
    if not used:
        return None, 0
    end = start + used
    if forms[end : end + 1] and forms[end] in MONTHS and not (forms[end] in _ALSO_A_VERB and forms[at] in NUMERALS):
        year = _year_at(forms, end + 1)
        return _dated(base, number, MONTHS[forms[end]], year), end + (2 if year else 1) - at
    gone = _from_now(forms, end + 1)
    if gone:
        return _ahead(number, forms[end], base, now), end + 1 + gone - at
    return _in_a_month(forms, at, end, number, base) if start > at else (None, 0)


def _from_now(forms: list[str], at: int) -> int:
    """Give how many terms say "lagi" or "from now"; 0 for none."""
    return next((len(words) for words in _FROM_NOW if forms[at : at + len(words)] == words), 0)


def _figure_at(forms: Sequence[str], at: int) -> tuple[int, int]:
    """Give the number of one or two digits or in words at term `at`, and how many terms it takes; (0, 0) for none."""
    if at >= len(forms):
        return 0, 0
    if forms[at].isdigit():
        return (int(forms[at]), 1) if len(forms[at]) <= _DIGITS else (0, 0)
    return numeral_at(forms, at) if forms[at] in NUMERALS else (0, 0)


def _after_its_month(forms: list[str], start: int, base: date, at: int) -> tuple[date | None, int]:
    """Read "nov 26", "agustus tgl 12" and "bulan 8 tgl 12", not "bulan 8 12 orang" and "2 agustus tgl merah"."""
    month, used = (MONTHS[forms[start]], 1) if forms[start : start + 1] and forms[start] in MONTHS else (0, 0)
    if not used and forms[at] == _A_MONTH:
        month, used = _figure_at(forms, start)
    end = start + used
    end += used > 0 and end < len(forms) and forms[end] in _OF_WHICH_YEAR and forms[end + 1 : end + 2] == ["tanggal"]
    is_told = forms[end : end + 1] == ["tanggal"]
    is_plain = forms[start : start + 1] != [] and forms[start] in MONTHS and end < len(forms) and forms[end].isdigit()
    day, more = _figure_at(forms, end + is_told) if used and (is_told or is_plain) else (0, 0)
    if not more:
        return None, 0
    after = end + is_told + more
    year = _year_at(forms, after)
    return _dated(base, day, month, year), after + (year is not None) - at


def _in_a_month(forms: list[str], at: int, end: int, number: int, base: date) -> tuple[date | None, int]:
    """Read "tgl 26", "tgl 5 bulan depan", "bulan depan tgl 5", "tgl 5 bulan ini" and "tgl 5 bulan 12"."""
    after = forms[end : end + 2]
    if after == ["bulan", "depan"] or forms[max(0, at - 2) : at] == ["bulan", "depan"]:
        following = (base.replace(day=1) + timedelta(32)).replace(day=1)
        used = end + (2 if after[:1] == ["bulan"] else 0) - at
        return _dated(following, number, following.month, following.year), used
    if after == ["bulan", "ini"]:
        return _dated(base, number, base.month, base.year), end + 2 - at
    month, used = _figure_at(forms, end + 1) if after[:1] == ["bulan"] else (0, 0)
    if used:
        return _dated(base, number, month, None), end + 1 + used - at
    return _dated(base, number, None, None), end - at


def _year_at(forms: list[str], at: int) -> int | None:
    return int(forms[at]) if at < len(forms) and forms[at].isdigit() and len(forms[at]) == 4 else None


def _ahead(number: int, unit: str, base: date, now: date | datetime) -> date | datetime | None:
    if unit == "hari":
        return base + timedelta(number)
    if unit == "minggu":
        return base + timedelta(7 * number)
    if unit in {"jam", "menit"}:
        step = timedelta(hours=number) if unit == "jam" else timedelta(minutes=number)
        return now + step if isinstance(now, datetime) else base + step
    return None


def _slashed(form: str) -> tuple[int, int, int | None] | None:
    for mark in "/-.":
        parts = form.split(mark)
        if len(parts) in {2, 3} and all(p.isdigit() for p in parts):
            if len(parts[0]) == 4 and len(parts) == 3:
                return int(parts[2]), int(parts[1]), int(parts[0])
            if len(parts) == 3 and len(parts[2]) in {2, 4}:
                return int(parts[0]), int(parts[1]), int(parts[2]) % 100 + 2000
            if len(parts) == 2 and mark == "/":
                return int(parts[0]), int(parts[1]), None
    return None


def _dated(base: date, number: int, month: int | None, year: int | None) -> date | None:
    """Give the next day that fits, or None for a day that is not in the calendar."""
    try:
        if year is not None:
            return date(year, month or base.month, number)
        if month is not None:
            day = date(base.year, month, number)
            return day if day >= base - timedelta(60) else date(base.year + 1, month, number)
        if number >= base.day:
            return base.replace(day=number)
        following = (base.replace(day=1) + timedelta(32)).replace(day=1)
        return following.replace(day=number)
    except (ValueError, OverflowError):
        return None
