"""An hour of leaving told without its day: "jam 1 malam berangkat ke johor" is the one that comes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment, is_after_midnight
from flows.understanding.pattern import Span

_HOURS = frozenset({"jam", "pukul"})
_LATE, _EARLY = frozenset({"malam", "sore", "petang", "pm"}), frozenset({"pagi", "subuh", "dini", "am"})
_MIDDAY, _SOON = "siang", frozenset({"nanti", "ini"})
_MORNING = 5  # o'clock; "jam 2 siang" is after noon, "jam 11 siang" before
_LEAVING = frozenset({
    *("berangkat", "brangkat", "berangkatnya", "diberangkatkan", "diberangkatin", "terbang", "diterbangkan"),
    *("nyebrang", "nyeberang", "menyeberang", "diseberangkan", "berlayar", "diangkut"),
})  # fmt: skip
_BOARDED = frozenset({"naik", "dinaikkan", "dinaikin", "dinaikan"})
_GOODS = frozenset({"motor", "motornya", "mobil", "mobilnya", "barang", "barangnya", "sapi", "ikan", "muatan", "koper"})
_ON = frozenset({"ke", "di", "atas", "dalam"})
# beside these the hour is over, or one of every day
_NOT_COMING = frozenset({
    *("tadi", "kemarin", "semalam", "lalu", "dulu", "waktu", "pas", "sudah", "barusan", "tiap", "setiap", "biasanya"),
    *("selalu", "sering", "kalau", "sampai", "kerja", "kerjanya", "sekolah", "kantor", "pasar", "sawah", "pabrik"),
    *("bekerja", "pulang", "kebun", "masjid", "ladang", "proyek", "shift", "itu", "bulan", "minggu"),
    *("tanggal", "lagi", "sejak", "sekarang", "belum", "tidak"),
})  # fmt: skip
_NEAR, _NOON, _DAY = 3, 12, 24


def hour_of_leaving(mentions: Mentions, now: date | datetime) -> Moment | None:
    """Read "jam 1 mlm berangkat" and "kapalnya jam 2 subuh", not "tiap hari berangkat kerja jam 5 pagi"."""
    words = mentions.words
    if not words.has_any(_HOURS) or not words.has_digits or words.has_any(_NOT_COMING):
        return None
    left = [*words.places_of(_LEAVING), *(span.first for span in boarded(mentions))]
    for at in (at for at, form in enumerate(words.forms[:-1]) if form in _HOURS):
        clock, end = _clock(words.forms, at)
        near = (max(one - end, at - one) < _NEAR and words.clauses[one] == words.clauses[at] for one in left)
        if clock and any(near):
            return Moment(_next(clock, now), clock, at, end)
    return None


def boarded(mentions: Mentions) -> Iterator[Span]:
    """Give "dinaikkan kapal" and "naik ke boat"; "naik gaji" and "kapal naik dok" are no leaving."""
    forms = mentions.words.forms
    carriers = {span.first for kind in ("SHIP", "SMALL_BOAT") for span in mentions.of(kind)}
    for at in mentions.words.places_of(_BOARDED):
        end = at + 1
        while end < len(forms) and forms[end] in _ON:
            end += 1
        if end in carriers and _GOODS.isdisjoint(forms[max(0, at - _NEAR) : at]):
            yield Span(at, end + 1)


def _clock(forms: list[str], at: int) -> tuple[str, int]:
    """Read "jam 1 malam" and "pukul 23.30"; an hour without its part of the day is none, "23.00" is one."""
    parts = forms[at + 1].replace(".", ":").split(":")
    if not all(part.isdecimal() for part in parts) or len(parts) > 2 or len(parts[0]) > 2:
        return "", at
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    end = at + 2 + (not _SOON.isdisjoint(forms[at + 2 : at + 3]))  # "jam 11 nanti siang"
    part = forms[end] if end < len(forms) else ""
    if part in _LATE and hour < _NOON and not is_after_midnight(hour, {part}):
        hour += _NOON
    elif part == "malam" and hour == _NOON:
        hour = 0
    elif part == _MIDDAY:
        hour += _NOON * (hour < _MORNING)
    elif part not in _LATE | _EARLY and hour <= _NOON:
        return "", at
    is_hour = hour < _DAY and minute < 60
    is_part = part in _LATE | _EARLY | {_MIDDAY}
    return (f"{hour:02d}:{minute:02d}", end + 1 if is_part else at + 2) if is_hour else ("", at)


def _next(clock: str, now: date | datetime) -> date:
    """Give the day on which that hour comes next; where only the day is known, one at night is the coming night."""
    if isinstance(now, datetime):
        return now.date() + timedelta(f"{now:%H:%M}" >= clock)
    return now + timedelta(clock < "04")
