"""Days and hours in a message, against the citizen's own clock: "besok subuh", "rabu depan tgl 26", "2 jam lagi"."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flows.understanding.days_numbered import WEEKDAYS, surer_weekday
from flows.understanding.days_over import PLANNED, has_left, taken_back
from flows.understanding.days_written import MONTHS, ONE_OF_THEM, written_day
from flows.understanding.numerals import NUMERALS
from flows.understanding.putting_right import puts_right
from flows.understanding.words import Words

_LATE = frozenset({"malam", "sore", "pm", "petang"})
_EARLY = frozenset({"pagi", "subuh", "am", "dini"})
_TODAY = frozenset({"ini", "nanti", "today", "tonight"})
_PARTS_OF_DAY = frozenset({"malam", "sore", "pagi", "siang", "subuh", "hari"})
# a day begins at one of these, at a digit or at the word for a number beside one of these
_DAYS = frozenset({"besok", "lusa", "tanggal", "jam", *WEEKDAYS, *MONTHS, *ONE_OF_THEM})
_OF_A_DAY = _TODAY | _PARTS_OF_DAY | _DAYS
_WITH_A_NUMBER = MONTHS.keys() | NUMERALS | {"tanggal", "bulan"} | ONE_OF_THEM.keys()
_BEGINS = _OF_A_DAY | _WITH_A_NUMBER | {"nanti", "today", "tonight", "last", "next", "pekan"}  # or a digit
_TAKING_BACK = frozenset({"eh", "eeh", "oh", "eits", "ehh"})
_SINCE = frozenset({"sejak", "semenjak", "since"})
_NIGHT_ENDS = 4  # o'clock; "jam 4 malam" is said of no hour
_WRITTEN = 3
_BACK = 2  # terms back from "malam ini", over a weekday
_WRITTEN_TOGETHER = 2
_CLOCK_NEAR, _CLOCK_FAR = 5, 8  # terms


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
        if (forms[at] not in _BEGINS and not forms[at][0].isdigit()) or _is_any_such_day(words, at):
            at += 1
            continue
        day, used = _day_at(forms, at, base, today)
        if day is None and found and forms[at].isdecimal():
            day, used = _said_anew(words, found[-1], at), 1
        if day is None and _stands_for_a_weekday(words, at):
            day, used = base, _today_at(forms, at)
        if day is None:
            at += 1
            continue
        clock, reach = ("", at + used) if isinstance(day, datetime) else _clock_near(words, at, at + used)
        if isinstance(day, datetime):
            clock, day = f"{day:%H:%M}", day.date()
        day = _coming_night(day, clock, forms[at : at + used], today)
        last = at + used
        rank = _WRITTEN if forms[at] in WEEKDAYS and forms[last - 1].isdigit() else _rank(forms[at])
        if rank == _WRITTEN:
            day, last = taken_back(words, range(at, last), day, base, names_month=_names_a_month(forms[at:last]))
        elif forms[last - 1] in WEEKDAYS and day >= base and has_left(words, at):
            day -= timedelta(7)  # "sudah berangkat senin"
        found.append(Moment(day, clock, at, max(last, reach), rank))
        at += used
    kept = [moment for at, moment in enumerate(found) if not _is_denied(words, moment, is_last=at == len(found) - 1)]
    return _joined(words, kept or found, base)  # "bukan senin, selasa tgl 24"


def is_weekday(word: str) -> bool:
    """Say whether a word is the name of a day."""
    return word in WEEKDAYS


def is_after_midnight(hour: int, around: Collection[str]) -> bool:
    """Tell "jam 1 malam", which is one at night, from "jam 8 malam" and "jam 2 sore"."""
    return hour < _NIGHT_ENDS and "malam" in around and {"sore", "petang", "pm"}.isdisjoint(around)


def weekday_number(word: str) -> int:
    """Give 0 for Monday to 6 for Sunday."""
    return WEEKDAYS[word]


def _coming_night(day: date, clock: str, said: list[str], now: date | datetime) -> date:
    """Take "malam ini jam 1" to the night that comes, which is tomorrow's by the calendar."""
    is_night = "malam" in said and bool(clock) and int(clock[:2]) < _NIGHT_ENDS
    today = now.date() if isinstance(now, datetime) else now
    is_past = not isinstance(now, datetime) or f"{now:%H:%M}" > clock
    return day + timedelta(1) if is_night and day == today and is_past else day


def _rank(word: str) -> int:
    if word in WEEKDAYS:
        return 1
    return _WRITTEN if word in _WITH_A_NUMBER or word[0].isdigit() else 2


def _names_a_month(said: list[str]) -> bool:
    """Tell "20 juni", "20/6" and "tgl 20 bulan 6" from "tgl 20" and "tgl 20 bulan depan"."""
    if any(form in MONTHS or not form.isalnum() for form in said):
        return True
    return "bulan" in said and said[-1] != "depan"


def _said_anew(words: Words, before: Moment, at: int) -> date | None:
    """Read the bare number in "tgl 25 eh salah 26"."""
    goes_on = at + 1 < len(words.forms) and words.clauses[at + 1] == words.clauses[at]
    if before.rank < _WRITTEN or goes_on or not puts_right(words, before.last, at):
        return None
    try:
        return before.day.replace(day=int(words.forms[at]))
    except ValueError:
        return None


def _is_denied(words: Words, moment: Moment, *, is_last: bool) -> bool:
    """Tell "bukan senin, selasa" from "senin tgl 9, eh bukan rabu deh tgl 11", which puts right."""
    before = moment.first - 1
    if is_last and before > 0 and words.forms[before - 1] in _TAKING_BACK:
        return False
    return before >= 0 and words.forms[before] == "bukan" and words.clauses[before] == words.clauses[moment.first]


def _stands_for_a_weekday(words: Words, at: int) -> bool:
    """Read "bukan selasa, malam ini" and "bukan selasa malam ini" at the end, where tonight is said instead."""
    forms, used = words.forms, _today_at(words.forms, at)
    if not used or at < _BACK or forms[at - _BACK] != "bukan" or not _is_of_a_weekday(forms, at):
        return False
    return words.clauses[at - 1] != words.clauses[at] or at + used + 1 >= len(forms)


def _joined(words: Words, found: list[Moment], base: date) -> list[Moment]:
    """Let the surer wording win where two stand side by side ("rabu depan tgl 26"), the later where it takes back."""
    kept: list[Moment] = []
    for moment in found:
        before = kept[-1] if kept else None
        if before and puts_right(words, before.last, moment.first):
            kept[-1] = Moment(moment.day, moment.clock or before.clock, before.first, moment.last, moment.rank)
        elif before and moment.first - before.last <= _WRITTEN_TOGETHER and not _is_another(words, before, moment):
            surer = moment if moment.rank > before.rank else before
            other = before if surer is moment else moment
            day, last = _on_its_weekday(words, surer, other, base), max(before.last, moment.last)
            kept[-1] = Moment(day, before.clock or moment.clock, before.first, last, surer.rank)
        else:
            kept.append(moment)
    return kept


def _on_its_weekday(words: Words, dated: Moment, weekday: Moment, base: date) -> date:
    """Give the day just over that "jumat tgl 13" tells of, where the next 13th is on no Friday."""
    said = words.forms[dated.first : dated.last]
    is_bare = dated.rank == _WRITTEN and not _names_a_month(said) and said[-1].isdecimal()
    if not is_bare or weekday.rank != 1 or weekday.day.weekday() == dated.day.weekday() or words.has_any(PLANNED):
        return dated.day
    over = dated.day.replace(day=1) - timedelta(1)
    if over.day < dated.day.day:
        return dated.day
    over = over.replace(day=dated.day.day)
    return over if over <= base and over.weekday() == weekday.day.weekday() else dated.day


def _is_another(words: Words, before: Moment, moment: Moment) -> bool:
    """Tell "operasi rabu ini, tiketnya selasa" from "besok, senin tgl 23", which is one day."""
    apart = words.clauses[before.last - 1] != words.clauses[moment.first]
    return apart and before.rank == moment.rank and before.day != moment.day


def _day_at(forms: list[str], at: int, base: date, now: date | datetime) -> tuple[date | None, int]:
    word = forms[at]
    after = forms[at + 1] if at + 1 < len(forms) else ""
    sure = surer_weekday(forms, at + (word == "besok"), base)
    if sure[1]:
        return sure[0], sure[1] + (word == "besok")
    if word == "besok":
        if after == "lusa":
            return base + timedelta(2), 2
        if after in WEEKDAYS and after != "minggu":
            return _weekday(base, after, forms, at + 1), 2
        if after in {"minggu", "bulan"}:
            return None, 0
        return base + timedelta(1), 1
    if word == "lusa" and after != "bulan" and (not at or forms[at - 1] != "kemarin"):
        return base + timedelta(2), 1
    if of_today := _today_at(forms, at):
        return (None, 0) if _is_of_a_weekday(forms, at) else (base, of_today)
    if word in _WITH_A_NUMBER or word[0].isdigit():
        return written_day(forms, at, base, now)
    if word in WEEKDAYS:
        return _weekday_alone(forms, at, base)
    return None, 0


def _today_at(forms: list[str], at: int) -> int:
    """Give how many terms from `at` on mean today: "tonight", "sore ini", "nanti malam", "malam nanti"; 0 for none."""
    word, after = forms[at], forms[at + 1] if at + 1 < len(forms) else ""
    if (word in _PARTS_OF_DAY and after == "ini") or (word == "nanti" and after in _LATE):
        return 2
    if word == "malam" and after == "nanti":
        return 2
    return int(word in {"today", "tonight"})


def _is_of_a_weekday(forms: list[str], at: int) -> bool:
    """Tell "senin subuh ini", which is Monday, from "dua minggu malam ini"."""
    before = forms[at - 1] if at else ""
    return before in WEEKDAYS and (before != "minggu" or forms[max(0, at - 2)] == "hari")


def _weekday_alone(forms: list[str], at: int, base: date) -> tuple[date | None, int]:
    word, before = forms[at], forms[at - 1] if at else ""
    after = forms[at + 1] if at + 1 < len(forms) else ""
    if word == "minggu" and before != "hari" and after not in {*_EARLY, *_LATE, "siang", "tanggal", "besok"}:
        return None, 0
    if after in {"lalu", "kemarin"} or before == "last":
        return None, 0
    goes_on = {"depan", "ini"} if before == "bukan" else {"depan", "ini", "besok"}  # "bukan senin, bsk subuh"
    return _weekday(base, word, forms, at), 2 if after in goes_on else 1


def _weekday(base: date, name: str, forms: list[str], at: int) -> date:
    ahead = (WEEKDAYS[name] - base.weekday()) % 7
    after = forms[at + 1] if at + 1 < len(forms) else ""
    before = forms[at - 1] if at else ""
    if after == "depan" or before == "next":
        # "rabu depan" is the Wednesday of next week, whatever today is
        return base + timedelta(WEEKDAYS[name] - base.weekday() + 7)
    if not _SINCE.isdisjoint(forms[max(0, at - 1 - (before == "hari")) : at]):
        return base + timedelta(ahead - 7)  # "sejak senin"
    if before == "malam" and not ahead:
        ahead = 7
    return base + timedelta(ahead - 1 if before == "malam" else ahead)


def _is_any_such_day(words: Words, at: int) -> bool:
    """Read "maaf ganggu sabtu2" and "tiap sabtu-sabtu", which is no day of the calendar."""
    raw = words.raw(at).lower()
    is_doubled = raw.endswith("2") or words.forms[at + 1 : at + 2] == [words.forms[at]]
    return words.forms[at] in WEEKDAYS and is_doubled and raw != "2"


def _clock_near(words: Words, first: int, last: int) -> tuple[str, int]:
    """Find "jam 5 subuh" or "pukul 23.10" within a few words of the day, further on where the clause goes on."""
    forms = words.forms
    for at in range(max(0, first - _CLOCK_NEAR), min(len(forms) - 1, last + _CLOCK_FAR)):
        if at >= last + _CLOCK_NEAR and words.clauses[at] != words.clauses[last - 1]:
            break
        if forms[at] in {"jam", "pukul"} and forms[at + 1][0].isdigit():
            parts = forms[at + 1].replace(".", ":").split(":")
            if not parts[0].isdigit() or len(parts[0]) > 2 or forms[at + 2 : at + 3] == ["lagi"]:
                continue
            hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
            around = set(forms[max(0, first - 2) : min(len(forms), at + 4)])
            is_late = bool(around & _LATE and not around & _EARLY) and not is_after_midnight(hour, around)
            if (hour < 12 and is_late) or (hour < 5 and "siang" in around):
                hour += 12
            if hour == 12 and "malam" in around:
                hour = 0
            if hour < 24 and minute < 60:
                return f"{hour:02d}:{minute:02d}", at + 2
    return "", last
