"""What one message tells when it is read: the value that understanding hands to the conversation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from flows.labels import Category, Intent, Language, Urgency

_EMERGENCY = Urgency.EMERGENCY


class Signal(NamedTuple):
    """One sign in a message, and the words it rests on."""

    name: str
    words: str
    is_met: bool = True
    """False where no sign was met and the words only weigh the most in the whole message: they tell nothing alone."""


class Found(NamedTuple):
    """One answer that a message volunteers: its value, and the words it was read from."""

    value: str
    words: str


_NOTHING: Mapping[str, Found] = MappingProxyType({})


class Reading(NamedTuple):
    """A message as understood.

    `found` is keyed by the ids of the report's questions (see flows/report.py) and a few finer ones: what victim
    victim_relation victim_name victim_age victim_sex victim_count victim_now writer recruiter company
    recruiter_phone victim_phone other_phone account destination transit port departure documents payment visa job
    vessel salary contact anonymous reporter_name origin.
    Phones are E.164; `departure` is an ISO date or "date time" where it can be computed; `account` is "BANK digits";
    `anonymous` is "yes" or "no".
    """

    text: str = ""
    language: Language | None = None
    intent: Intent = Intent.OTHER
    category: Category = Category.NONE
    urgency: Urgency = Urgency.NORMAL
    signals: tuple[Signal, ...] = ()
    found: Mapping[str, Found] = _NOTHING

    @property
    def is_emergency(self) -> bool:
        """True where a human must be called now."""
        return self.urgency is _EMERGENCY
