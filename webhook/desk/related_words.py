"""What a ticket has in common with others, in the words of its page: suggestions that an officer confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.desk_page import Checks
from flows import dates
from flows.labels import Language
from webhook.desk import words
from webhook.desk.fact_words import CHOICES, fact_value

_LONGEST: Final = 60


_PHONE: Final = "recruiter_phone"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line: what was checked, and how often, when last, with which results."""

    what: str
    told: str


def check_lines(checks: Iterable[Checks]) -> list[CheckLine]:
    """Say how often each thing was checked, on which days last, and how the checks came out."""
    return [_line(one) for one in checks]


def _line(one: Checks) -> CheckLine:
    before = one.before
    kind = words.say(words.SHARED, before.kind)
    written = fact_value(_PHONE, one.what) if before.kind == "phone" else one.what[:_LONGEST]
    days = ", ".join(_day(day) for day in before.newest_days)
    told = CHOICES["check_verdict"]
    came_out = ", ".join(f"{told.get(code, code)} ({count})" for code, count in before.verdicts)
    return CheckLine(
        f"{kind[:1].upper()}{kind[1:]} {written}".strip(),
        f"dicek {before.count} kali, terakhir {days}. Hasilnya: {came_out}.",
    )


def _day(day: date) -> str:
    return f"{day.day} {dates.MONTHS[Language.INDONESIAN][day.month - 1]}"
