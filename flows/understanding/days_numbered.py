"""A weekday with the number of its day: "senin tgl 9" may be over, "besok minggu 22" is this Sunday."""

from collections.abc import Sequence
from datetime import date, timedelta

from flows.understanding.days_written import MONTHS

# Source: Indonesian, Malay and English names as written in chats.
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin isnin monday snin snen",
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
_COUNTED = frozenset({
    *("orang", "org", "jam", "menit", "juta", "jt", "ribu", "rb", "hari", "bulan", "bln", "tahun", "thn", "minggu"),
    *("kali", "x", "persen", "ringgit", "dolar", "lagi"),
})  # fmt: skip


def numbered_weekday(forms: Sequence[str], at: int, base: date) -> tuple[date | None, int]:
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
