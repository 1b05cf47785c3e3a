"""The words of the web page around the conversation, in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

LANGUAGES: Final = ("id", "en")
_FOLDER: Final = Path(__file__).with_name("texts")


class Calendar(BaseModel):
    """Names of days from Monday and of months from January."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    days: tuple[str, ...]
    months: tuple[str, ...]


class Words(BaseModel):
    """One language, complete: a missing or unknown key stops the start."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    title: str
    other_language: str
    call: str
    menu: str
    leave: str
    leave_hint: str
    chat: str
    newer: str
    write: str
    write_here: str
    send: str
    photo: str
    voice: str
    voice_stop: str
    voice_cancel: str
    location: str
    officer: str
    kept: str
    remember: str
    remember_why: str
    remembered: str
    forget: str
    forget_why: str
    traces: str
    no_script: str
    live: Mapping[str, str]
    """What the page's script says while it works."""
    kinds: Mapping[str, str]
    notices: Mapping[str, str]
    calendar: Calendar

    def day(self, at: datetime) -> str:
        """Write a day as people do: "Rabu 26 November"."""
        return f"{self.calendar.days[at.weekday()]} {at.day} {self.calendar.months[at.month - 1]}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Both languages."""

    by_language: Mapping[str, Words]

    def words(self, language: str) -> Words:
        """Give the words of a language, Indonesian for one we do not speak."""
        return self.by_language.get(language, self.by_language["id"])


def load_catalogue() -> Catalogue:
    """Read the catalogue from the package."""
    files = {language: _FOLDER / f"{language}.toml" for language in LANGUAGES}
    return Catalogue({language: Words(**tomllib.loads(path.read_text("utf-8"))) for language, path in files.items()})
