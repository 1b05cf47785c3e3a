"""When somebody leaves, as officers are told it: an hour counts down, a day without an hour is only named.

Such a day is kept as its first minute (`flows.draft`), the earliest that it can be. Counted from there, who leaves
tonight would be shown as gone since midnight, and who leaves on Thursday at an hour that nobody told.
"""

from datetime import datetime, time, timedelta, tzinfo

_NAMED = {-1: "kemarin", 0: "hari ini", 1: "besok"}


def is_day_alone(departure: datetime, zone: tzinfo) -> bool:
    """Say whether only the day is known."""
    return departure.astimezone(zone).time() == time(0, 0)


def day_words(departure: datetime, now: datetime, zone: tzinfo) -> str:
    """Say how far the day of a departure is: "hari ini", "besok", "4 hari lagi", "kemarin", "3 hari lalu"."""
    days = (departure.astimezone(zone).date() - now.astimezone(zone).date()).days
    return _NAMED.get(days, f"{days} hari lagi" if days > 0 else f"{-days} hari lalu")


def time_left(departure: datetime, now: datetime, zone: tzinfo) -> timedelta | None:
    """Give how long until a departure can be, None where it is over; on the day of an unknown hour it can be now."""
    over = departure + timedelta(days=is_day_alone(departure, zone))
    return max(departure - now, timedelta(0)) if over > now else None
