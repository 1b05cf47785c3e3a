"""What a ticket has in common with others, in the words of its page: suggestions that an officer confirms."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.desk_page import Checks
from flows import dates
from flows.labels import Language
from webhook.desk import words
from webhook.desk.fact_words import CHOICES

_LONGEST: Final = 60


def check_lines(checks: Iterable[Checks]) -> list[str]:
    """Say how often each thing was checked, on which days last, and how the checks came out."""
    return [_line(one) for one in checks]


def _line(one: Checks) -> str:
    what = words.say(words.SHARED, one.kind).capitalize() + (f" {one.what[:_LONGEST]}" if one.what else "")
    days = ", ".join(_day(day) for day in one.newest_days)
    told = CHOICES["check_verdict"]
    came_out = ", ".join(f"{told.get(code, code).lower()} ({count})" for code, count in one.verdicts)
    return f"{what}: dicek {one.count} kali, terakhir {days}. Hasilnya: {came_out}."


def _day(day: date) -> str:
    return f"{day.day} {dates.MONTHS[Language.INDONESIAN][day.month - 1]}"
