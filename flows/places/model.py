"""What a place in a message is: the values that resolving hands out."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How large, or of which kind, a place is."""

    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"
    LANDMARK = "landmark"
    OUTSIDE = "outside"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `code` is official (a landmark has the one around it), None outside the province and for "here"."""

    code: str | None
    name: str
    level: Level
    parents: tuple[str, ...] = ()  # names of the units around it, smallest first

    @property
    def regency(self) -> str | None:
        """The code of its regency."""
        return self.code[:5] if self.code and len(self.code) >= len("52.01") else None

    @property
    def district(self) -> str | None:
        """The code of its district, where it is that small."""
        return self.code[:8] if self.code and len(self.code) >= len("52.01.01") else None

    @property
    def full_name(self) -> str:
        """The name with what lies around it, as an address has it."""
        return ", ".join((self.name, *self.parents))


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """Where a text says something is: one place, or two to four to choose from, or nothing."""

    place: Place | None = None
    options: tuple[Place, ...] = ()
    words: str = ""  # what was read, as written

    @property
    def code(self) -> str | None:
        """The official code, where exactly one place is meant."""
        return self.place.code if self.place else None

    @property
    def name(self) -> str | None:
        """The name of the place, or the words that several places share."""
        if self.place:
            return self.place.name
        return self.words if self.options else None

    @property
    def asked(self) -> bool:
        """True where the bot would ask which one."""
        return bool(self.options)

    @property
    def outside(self) -> bool:
        """True where the place is not in the province."""
        return self.place is not None and self.place.level is Level.OUTSIDE


NOWHERE = PlaceReading()
