"""Moments and spans as officers read them: WITA on the wall, plain Indonesian, no seconds."""

from datetime import date, datetime, timedelta, tzinfo

from flows import dates
from flows.labels import Language

_ZONE_NAMES = {7: "WIB", 8: "WITA", 9: "WIT"}


def span(length: timedelta) -> str:
    """Say how long something takes or took, in its biggest sensible unit: "4 menit", "2 jam 5 menit", "3 hari"."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 1:
        return "baru saja"
    if minutes < 60:
        return f"{minutes} menit"
    hours, rest = divmod(minutes, 60)
    if hours < 10 and rest:
        return f"{hours} jam {rest} menit"
    if hours < 48:
        return f"{hours} jam"
    return f"{hours // 24} hari"


def clock_time(moment: datetime, zone: tzinfo) -> str:
    """Give the wall time alone: "23.10"."""
    return f"{moment.astimezone(zone):%H.%M}"


def zone_name(moment: datetime, zone: tzinfo) -> str:
    """Name the zone as people say it: WIB, WITA or WIT."""
    local = moment.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return _ZONE_NAMES.get(int(offset.total_seconds() // 3600), local.tzname() or "")


def day(moment: datetime, zone: tzinfo) -> str:
    """Give the day: "Rabu 26 November"."""
    return day_words(moment.astimezone(zone).date())


def day_words(calendar_day: date) -> str:
    """Give a calendar day: "Rabu 26 November"."""
    return dates.day(calendar_day)


def moment_words(moment: datetime, zone: tzinfo, now: datetime) -> str:
    """Give a moment in full: "pukul 23.10 WITA" today, else "Rabu 26 November, pukul 23.10 WITA"."""
    at = f"pukul {clock_time(moment, zone)} {zone_name(moment, zone)}"
    local, today = moment.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return at
    year = "" if local.year == today.year else f" {local.year}"
    return f"{day(moment, zone)}{year}, {at}"


def short_moment(moment: datetime, zone: tzinfo, now: datetime) -> str:
    """Give a moment for a narrow column: "23.10" today, else "26 Nov 23.10"."""
    local = moment.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return clock_time(moment, zone)
    return f"{local.day} {dates.MONTHS[Language.INDONESIAN][local.month - 1][:3]} {clock_time(moment, zone)}"


def countdown(departure: datetime, now: datetime) -> str:
    """Say how far a departure is: "3 jam lagi", or that it is over: "lewat 20 menit"."""
    if departure <= now:
        gone = span(now - departure)
        return "berangkat sekarang" if gone == "baru saja" else f"lewat {gone}"
    left = span(departure - now)
    return "berangkat sekarang" if left == "baru saja" else f"{left} lagi"
