"""Days and hours in a message, against the citizen's own clock: "besok subuh", "rabu depan tgl 26", "2 jam lagi"."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flows.understanding.days_over import taken_back
from flows.understanding.words import Words

# Source: Indonesian, Malay and English names as written in chats.
_WEEKDAYS = {
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
_MONTHS = {
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
            "november nov nop nopember",
            "desember des dec december disember",
        ),
        1,
    )
    for name in names.split()
}
_LATE = frozenset({"malam", "sore", "pm", "petang"})
_EARLY = frozenset({"pagi", "subuh", "am", "dini"})
_TODAY = frozenset({"ini", "nanti", "today", "tonight"})
_PARTS_OF_DAY = frozenset({"malam", "sore", "pagi", "siang", "subuh", "hari"})
# a day begins at one of these or at a digit
_OF_A_DAY = _TODAY | _PARTS_OF_DAY | {"besok", "lusa", "tanggal"} | _WEEKDAYS.keys() | _MONTHS.keys()
_WRITTEN = 3
_WRITTEN_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps with an hour, and the terms it was read from."""

    day: date
    clock: str
    first: int
    last: int
    rank: int = 1
    """How sure the wording is: a weekday 1, "besok" 2, a written date 3."""

    def __str__(self) -> str:
        """Write the day as ISO, with the hour where one was said."""
        return f"{self.day.isoformat()} {self.clock}".strip()


def read_moments(words: Words, today: date | datetime) -> list[Moment]:
    """Find every day named in `words` that can be computed, in order."""
    base = today.date() if isinstance(today, datetime) else today
    if not words.has_digits and not words.has_any(_OF_A_DAY):
        return []
    forms = words.forms
    found: list[Moment] = []
    at = 0
    while at < len(forms):
        day, used = _day_at(forms, at, base, today)
        if day is None:
            at += 1
            continue
        clock, reach = ("", at + used) if isinstance(day, datetime) else _clock_near(forms, at, at + used)
        if isinstance(day, datetime):
            clock, day = f"{day:%H:%M}", day.date()
        last = at + used
        if _rank(forms[at]) == _WRITTEN:
            names_month = any(form in _MONTHS or not form.isalnum() for form in forms[at:last])
            day, last = taken_back(words, range(at, last), day, base, names_month=names_month)
        found.append(Moment(day, clock, at, max(last, reach), _rank(forms[at])))
        at += used
    kept = [moment for moment in found if not moment.first or forms[moment.first - 1] != "bukan"]
    return _joined(kept or found)  # "bukan senin, selasa tgl 24"


def is_weekday(word: str) -> bool:
    """Say whether a word is the name of a day."""
    return word in _WEEKDAYS


def _rank(word: str) -> int:
    if word in _WEEKDAYS:
        return 1
    return _WRITTEN if word == "tanggal" or word in _MONTHS or word[0].isdigit() else 2


def _joined(found: list[Moment]) -> list[Moment]:
    """Let the surer wording win where two stand side by side: "rabu depan tgl 26"."""
    kept: list[Moment] = []
    for moment in found:
        before = kept[-1] if kept else None
        if before and moment.first - before.last <= _WRITTEN_TOGETHER:
            surer = moment if moment.rank > before.rank else before
            clock = before.clock or moment.clock
            kept[-1] = Moment(surer.day, clock, before.first, max(before.last, moment.last), surer.rank)
        else:
            kept.append(moment)
    return kept


def _day_at(forms: list[str], at: int, base: date, now: date | datetime) -> tuple[date | None, int]:
    word = forms[at]
    after = forms[at + 1] if at + 1 < len(forms) else ""
    if word == "besok":
        if after == "lusa":
            return base + timedelta(2), 2
        if after in _WEEKDAYS and after != "minggu":
            return _weekday(base, after, forms, at + 1), 2
        if after in {"minggu", "bulan"}:
            return None, 0
        return base + timedelta(1), 1
    if word == "lusa" and after != "bulan":
        return base + timedelta(2), 1
    if (
        word in {"today", "tonight"}
        or (word in _PARTS_OF_DAY and after == "ini")
        or (word == "nanti" and after in _LATE)
    ):
        return base, 2 if after in {"ini", *_LATE} else 1
    if word == "malam" and after == "nanti":
        return base, 2
    if word == "tanggal" or word in _MONTHS or word[0].isdigit():
        return _written(forms, at, base, now)
    if word in _WEEKDAYS:
        return _weekday_alone(forms, at, base)
    return None, 0


def _weekday_alone(forms: list[str], at: int, base: date) -> tuple[date | None, int]:
    word, before = forms[at], forms[at - 1] if at else ""
    after = forms[at + 1] if at + 1 < len(forms) else ""
    if word == "minggu" and before != "hari" and after not in {*_EARLY, *_LATE, "siang", "tanggal", "besok"}:
        return None, 0
    if after in {"lalu", "kemarin"} or before == "last":
        return None, 0
    return _weekday(base, word, forms, at), 2 if after in {"depan", "ini", "besok"} else 1


def _weekday(base: date, name: str, forms: list[str], at: int) -> date:
    ahead = (_WEEKDAYS[name] - base.weekday()) % 7
    after = forms[at + 1] if at + 1 < len(forms) else ""
    before = forms[at - 1] if at else ""
    if after == "depan" or before == "next":
        # "rabu depan" is the Wednesday of next week, whatever today is
        return base + timedelta(_WEEKDAYS[name] - base.weekday() + 7)
    if before == "malam" and not ahead:
        ahead = 7
    return base + timedelta(ahead - 1 if before == "malam" else ahead)


def _written(forms: list[str], at: int, base: date, now: date | datetime) -> tuple[date | None, int]:
    """Read "tgl 26", "26 november 2026", "26/11", "nov 26", "2 hari lagi"."""
    start = at + (forms[at] == "tanggal")
    if start >= len(forms):
        return None, 0
    if forms[start] in _MONTHS and start + 1 < len(forms) and forms[start + 1].isdigit():
        return _dated(base, int(forms[start + 1]), _MONTHS[forms[start]], None), start + 2 - at
    numbers = _slashed(forms[start])
    if numbers:
        return _dated(base, *numbers), start + 1 - at
    if not forms[start].isdigit() or len(forms[start]) > 2:
        return None, 0
    number = int(forms[start])
    after = forms[start + 1 : start + 4]
    if after and after[0] in _MONTHS:
        year = int(after[1]) if len(after) > 1 and after[1].isdigit() and len(after[1]) == 4 else None
        return _dated(base, number, _MONTHS[after[0]], year), start + (3 if year else 2) - at
    if after[1:2] == ["lagi"] or after[1:2] == ["from"]:
        return _ahead(number, after[0], base, now), start + 3 - at
    if start == at:
        return None, 0
    if after[:2] == ["bulan", "depan"] or forms[max(0, at - 2) : at] == ["bulan", "depan"]:
        following = (base.replace(day=1) + timedelta(32)).replace(day=1)
        return _dated(following, number, following.month, following.year), start + (
            3 if after[:1] == ["bulan"] else 1
        ) - at
    if after[:1] == ["bulan"] and len(after) > 1 and after[1].isdigit():
        return _dated(base, number, int(after[1]), None), start + 3 - at
    return _dated(base, number, None, None), start + 1 - at


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


def _clock_near(forms: list[str], first: int, last: int) -> tuple[str, int]:
    """Find "jam 5 subuh" or "pukul 23.10" within a few words of the day."""
    for at in range(max(0, first - 5), min(len(forms) - 1, last + 5)):
        if forms[at] in {"jam", "pukul"} and forms[at + 1][0].isdigit():
            parts = forms[at + 1].replace(".", ":").split(":")
            if not parts[0].isdigit() or len(parts[0]) > 2 or forms[at + 2 : at + 3] == ["lagi"]:
                continue
            hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
            around = set(forms[max(0, first - 2) : min(len(forms), at + 4)])
            if (hour < 12 and around & _LATE and not around & _EARLY) or (hour < 5 and "siang" in around):
                hour += 12
            if hour < 24 and minute < 60:
                return f"{hour:02d}:{minute:02d}", at + 2
    return "", last
