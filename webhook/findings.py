"""What the doctor finds: one line each, with how grave it is."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How a check came out."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: what was looked at, how it is, and what to do where it is not well."""

    grade: Grade
    about: str
    text: str


def good(about: str, text: str) -> Finding:
    """Make the finding of something that is well."""
    return Finding(Grade.GOOD, about, text)


def note(about: str, text: str) -> Finding:
    """Make the finding of something that works but should be known."""
    return Finding(Grade.NOTE, about, text)


def bad(about: str, text: str) -> Finding:
    """Make the finding of something that must be mended."""
    return Finding(Grade.BAD, about, text)
