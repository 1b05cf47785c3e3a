"""Phone numbers as people write them, to E.164: Indonesia first, then the countries where its migrants work."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_GROUPS = re.compile(r"(?:\+|\b00)?\(?\d[\d()\s.\-–]{6,30}\d")
# the fewest digits that to_e164 takes; most texts with a number in them hold no such run
_ENOUGH = re.compile(r"\d(?:[()\s.\-–]*\d){7}")
_GROUP = re.compile(r"\d+")
_TOO_FEW, _TOO_MANY = 8, 15  # digits
# Country code -> digits that may follow it (national significant number). Source: ITU E.164 numbering plans.
_ABROAD: dict[str, tuple[int, int]] = {
    "60": (8, 10), "65": (8, 8), "66": (8, 9), "63": (9, 10), "84": (9, 10), "81": (9, 10), "82": (8, 10),
    "86": (11, 11), "95": (7, 10), "90": (10, 10), "91": (10, 10), "20": (9, 10), "27": (9, 9), "61": (9, 9),
    "64": (8, 10), "48": (9, 9), "49": (9, 11), "7": (10, 10), "1": (10, 10), "44": (10, 10), "852": (8, 8),
    "853": (8, 8), "855": (8, 9), "856": (8, 10), "886": (8, 9), "673": (7, 7), "670": (7, 8), "960": (7, 7),
    "961": (7, 8), "962": (8, 9), "963": (8, 9), "964": (9, 10), "965": (8, 8), "966": (8, 9), "967": (8, 9),
    "968": (8, 8), "971": (8, 9), "973": (8, 8), "974": (8, 8), "218": (8, 9), "675": (8, 8), "31": (9, 9),
    "39": (9, 10), "36": (8, 9), "40": (9, 9), "381": (8, 9),
}  # fmt: skip
_SURE_WITHOUT_PLUS = ("601", "658", "659", "9665", "9715", "855", "8869", "959", "852")
_AREA_CODE = re.compile(r"0[2-79]\d{7,10}$")


class Phone(NamedTuple):
    """A number in E.164 and where it stood in the text."""

    number: str
    start: int
    end: int


def find_phones(text: str) -> Iterator[Phone]:
    """Find every phone number in `text`, in order."""
    if not _ENOUGH.search(text):
        return
    for run in _GROUPS.finditer(text):
        yield from _split(run.group(), run.start())


def to_e164(written: str) -> str | None:
    """Give one written number in E.164, or None where it is not a phone number that we know."""
    digits = re.sub(r"\D", "", written)
    if written.lstrip("( ").startswith("+") or digits.startswith("00"):
        return _international(digits.removeprefix("00"))
    if digits.startswith("62"):
        return _indonesian(digits[2:].removeprefix("0"))
    if digits.startswith("08"):
        return _indonesian(digits[1:])
    if digits.startswith("01") and len(digits) in {10, 11}:
        return "+60" + digits[1:]
    if digits.startswith(_SURE_WITHOUT_PLUS):
        return _international(digits)
    if digits.startswith("8") and 10 <= len(digits) <= 12:
        return _indonesian(digits)
    if _AREA_CODE.match(digits) and not digits.startswith("01") and len(digits) <= 11:
        return "+62" + digits[1:]
    return None


def _indonesian(national: str) -> str | None:
    if national.startswith("8"):
        return "+62" + national if 9 <= len(national) <= 12 else None
    return "+62" + national if 8 <= len(national) <= 10 and national[:1] in set("2345679") else None


def _international(digits: str) -> str | None:
    if digits.startswith("62"):
        return _indonesian(digits[2:].removeprefix("0"))
    for length in (3, 2, 1):
        room = _ABROAD.get(digits[:length])
        rest = digits[length:].removeprefix("0")
        if room and room[0] <= len(rest) <= room[1]:
            return f"+{digits[:length]}{rest}"
    return None


def _split(run: str, offset: int) -> Iterator[Phone]:
    """Read one or several numbers out of a run of digit groups, each as long as the plan allows."""
    groups = list(_GROUP.finditer(run))
    at = 0
    while at < len(groups):
        best: tuple[str, int] | None = None
        start = groups[at].start() - (1 if run[: groups[at].start()].endswith("+") else 0)
        size = 0
        for to in range(at, len(groups)):
            size += groups[to].end() - groups[to].start()
            if size > _TOO_MANY:
                break
            if size < _TOO_FEW:
                continue
            written = run[start : groups[to].end()]
            if best and to > at and groups[to].group().startswith(("08", "62")) and len(groups[to].group()) > 4:
                break
            if best and "\n" in run[groups[to - 1].end() : groups[to].start()]:
                break  # "3. HP 0819 0744 0112\n4. Rekening": what is whole ends with its line
            number = to_e164(written)
            if number:
                best = (number, to)
        if best is None:
            at += 1
            continue
        yield Phone(best[0], offset + start, offset + groups[best[1]].end())
        at = best[1] + 1
