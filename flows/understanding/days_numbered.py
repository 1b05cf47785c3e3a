"""A weekday with the number of its day, or with its week: "senin tgl 9" may be over, "senin minggu lalu" is."""

from collections.abc import Sequence
from datetime import date, timedelta

from flows.understanding.days_written import MONTHS

# Source: Indonesian, Malay and English names as written in chats.
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin isnin monday snin snen senen",
            "selasa tuesday slasa",
            "rabu wednesday rebo rbu",
            "kamis khamis thursday kmis kms",
            "jumat jumaat friday jmat jumt",
            "sabtu saturday sbtu",
            "minggu ahad sunday",
        )
    )
    for name in names.split()
}
"""Name -> 0 for Monday to 6 for Sunday."""
_FAR = timedelta(62)  # a day further off would be told with its month
_DIGITS = 2  # of a day
_A_WEEK = "minggu"
_SIDES = {"lalu": -1, "kemarin": -1, "last": -1, "depan": 1, "next": 1}
_PARTS = frozenset({"pagi", "siang", "sore", "malam", "subuh", "petang"})
_COUNTED = frozenset({
    *("orang", "org", "jam", "menit", "juta", "jt", "ribu", "rb", "hari", "bulan", "bln", "tahun", "thn", "minggu"),
    *("kali", "x", "persen", "ringgit", "dolar", "lagi"),
})  # fmt: skip


def surer_weekday(forms: Sequence[str], at: int, base: date) -> tuple[date | None, int]:
    """Read a weekday at term `at` that stands with its number or its week; gives how many terms tell it."""
    numbered = _numbered(forms, at, base)
    return numbered if numbered[1] or at >= len(forms) else _of_a_week(forms, at, base)


def _numbered(forms: Sequence[str], at: int, base: date) -> tuple[date | None, int]:
    """Read "senin tgl 9" and "rabu 11" at term `at`: the nearest such day, ahead if there is one; how many terms."""
    if at >= len(forms) or forms[at] not in WEEKDAYS:
        return None, 0
    number = at + 1 + (forms[at + 1 : at + 2] == ["tanggal"])
    if number >= len(forms) or not forms[number].isdigit() or len(forms[number]) > _DIGITS:
        return None, 0
    after = forms[number + 1] if number + 1 < len(forms) else ""
    if after in _COUNTED or after in MONTHS:
        return None, 0
    days = [base + timedelta(away) for away in range(-_FAR.days, _FAR.days + 1)]
    fits = [day for day in days if day.day == int(forms[number]) and day.weekday() == WEEKDAYS[forms[at]]]
    if not fits:
        return None, 0
    return min(fits, key=lambda day: (day < base, abs(day - base))), number + 1 - at


def _of_a_week(forms: Sequence[str], at: int, base: date) -> tuple[date | None, int]:
    """Read "senin minggu lalu", "jumat malam minggu depan" and "minggu kemarin hari rabu" at term `at`.

    Gives that day of the week before or after, and how many terms tell it.
    """
    if forms[at] == _A_WEEK and at and forms[at - 1] == "hari":
        return None, 0  # "hari minggu lalu" is a Sunday
    weeks, end = _week_at(forms, at)
    day = end + (forms[end : end + 1] == ["hari"]) if weeks else at
    if day >= len(forms) or forms[day] not in WEEKDAYS or forms[day] == _A_WEEK:
        return None, 0
    end = day + 1
    if not weeks:
        weeks, end = _week_at(forms, end + (not _PARTS.isdisjoint(forms[end : end + 1])))
    return (base + timedelta(WEEKDAYS[forms[day]] - base.weekday() + 7 * weeks), end - at) if weeks else (None, 0)


def _week_at(forms: Sequence[str], at: int) -> tuple[int, int]:
    """Give -1 for "minggu yang lalu" and "last week", 1 for "minggu depan", 0 for none; the term after it."""
    side = forms[at] if at < len(forms) else ""
    if side in _SIDES and forms[at + 1 : at + 2] == [_A_WEEK]:
        return _SIDES[side], at + 2
    end = at + 1 + (forms[at + 1 : at + 2] == ["yang"])
    if side not in {_A_WEEK, "pekan"} or end >= len(forms) or forms[end] not in _SIDES:
        return 0, at
    return _SIDES[forms[end]], end + 1
