"""Days and hours as people write them: "Rabu 26 November", "pukul 23.10 WITA"."""

from datetime import date, datetime

from flows.labels import Language

_DAYS = {
    Language.INDONESIAN: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    Language.ENGLISH: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
MONTHS = {
    Language.INDONESIAN: [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    Language.ENGLISH: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}


def day(at: date, language: Language = Language.INDONESIAN) -> str:
    """Write a day, or the day of a local moment."""
    return f"{_DAYS[language][at.weekday()]} {at.day} {MONTHS[language][at.month - 1]}"


def clock(at: datetime, language: Language = Language.INDONESIAN) -> str:
    """Write the hour of a local moment with the name of its Indonesian zone."""
    offset = at.utcoffset()
    hours = offset.total_seconds() / 3600 if offset else 0
    zone = next((name for name, ahead in _ZONES.items() if ahead == hours), at.tzname() or "")
    hour = f"pukul {at:%H.%M}" if language is Language.INDONESIAN else f"{at:%H:%M}"
    return f"{hour} {zone}".strip()
