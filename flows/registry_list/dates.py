"""Read dates as offices write them: 31-12-2027, 31 Desember 2027, 2027-12-31, Dec 31, 2027, and Excel's day numbers."""

import re
from datetime import date, timedelta

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari january jan", "februari pebruari february feb peb", "maret march mar mrt", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agu agt ags agst aug", "september sept sep",
            "oktober october okt oct", "november nopember nov nop", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[Tt ].*)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2,4})$")
_WORDS = re.compile(r"^(\d{1,2})[\s.\-/]+([a-z]+)[\s.,\-/]+(\d{2,4})$")
_MONTH_FIRST = re.compile(r"^([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})$")
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
_EXCEL_EPOCH = date(1899, 12, 30)
_BEFORE = re.compile(
    r"^(?:s\s?[/.]?\s?d\.?|sampai(?: dengan)?|hingga|until|berlaku|per(?: tanggal)?|tgl\.?|tanggal|as of|\w+,)\s+"
)
_AS_OF = re.compile(
    r"\b(?:per|as of|posisi|keadaan|data tanggal|update|diperbarui)(?: tanggal| tgl\.?)?\s*:?\s*"
    r"(\d{1,4}[\s\-/.]+(?:[a-z]+|\d{1,2})[\s\-/.,]+\d{1,4})"
)


def read_date(text: str) -> date | None:
    """Read one date, day before month; None where it is none."""
    words = _BEFORE.sub("", " ".join(text[:60].lower().split()))
    words = _BEFORE.sub("", words)
    try:
        return _read(words)
    except ValueError:  # 31-02-2027
        return None


def find_as_of(text: str) -> date | None:
    """Find "per 30 September 2026" in a title."""
    found = _AS_OF.search(" ".join(text[:400].lower().split()))
    return read_date(found[1]) if found else None


def _read(words: str) -> date | None:
    if found := _ISO.match(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(words):
        day, month = int(found[1]), int(found[2])
        if month > 12 >= day:  # an American export
            day, month = month, day
        return date(_year(found[3]), month, day)
    if (found := _WORDS.match(words)) and found[2] in _MONTHS:
        return date(_year(found[3]), _MONTHS[found[2]], int(found[1]))
    if (found := _MONTH_FIRST.match(words)) and found[1] in _MONTHS:
        return date(int(found[3]), _MONTHS[found[1]], int(found[2]))
    if found := _SERIAL.match(words):
        return _EXCEL_EPOCH + timedelta(days=int(found[1]))
    return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)
