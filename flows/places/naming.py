"""Every name that may stand for a place of the province or of the world outside, with what it may mean."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias, cast

from flows.places.areas import nation, table_text
from flows.places.folding import tokens
from flows.places.lexicon import lexicon
from flows.places.model import Level, Place
from flows.places.numbering import numbered

_RANKS = {Level.PROVINCE: 6, Level.REGENCY: 0, Level.DISTRICT: 2, Level.LANDMARK: 3, Level.OUTSIDE: 4, Level.VILLAGE: 5}
_ZONE_RANK = 1
_NICKNAME = 6  # letters: Bizam, Badas


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a name may mean: a place, or a zone of several of which the bot asks."""

    place: Place | None
    within: tuple[str, ...]  # codes that hold it; none for what is outside
    rank: int  # the smaller, the likelier for a bare name
    ask: tuple[Place, ...] = ()
    around: Place | None = None  # for a village of which only the first word was said: its district

    @property
    def part(self) -> bool:
        """True where the name is only the first word of it."""
        return self.around is not None

    @property
    def is_landmark(self) -> bool:
        """True for a harbour, a market, an island: known by itself, whichever village it lies in."""
        return self.place is not None and self.place.level is Level.LANDMARK

    @property
    def depth(self) -> int:
        """How small it is; outside is nothing."""
        if self.place and self.place.code:
            return len(self.place.code)
        return min(map(len, self.within), default=0) - 1  # a zone is larger than each place that it holds

    def holds_or_lies_in(self, other: "Target") -> bool:
        """True where one lies in the other."""
        return any(a.startswith(b) or b.startswith(a) for a in self.within for b in other.within)


def all_names(province: str, places: Mapping[str, Place]) -> Iterator[tuple[str, Target]]:
    """Official names, what people say instead, and the outside."""
    yield from _unit_names(places)
    yield from _local_names(province, places)
    yield from _outside_names(province)


def _unit_names(places: Mapping[str, Place]) -> Iterator[tuple[str, Target]]:
    generic = lexicon().generic
    for place in places.values():
        code = str(place.code)
        target = Target(place, (code,), _RANKS[place.level])
        yield bare_name(place), target
        yield from ((name, target) for name in numbered(place.name))
        first = [token.text for token in tokens(place.name)]
        if place.level is Level.VILLAGE and len(first) > 1 and len(first[0]) > 4 and first[0] not in generic:
            yield first[0], Target(place, (code,), _RANKS[place.level] + 1, around=places[code[:8]])


Table: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]


def _local_names(province: str, places: Mapping[str, Place]) -> Iterator[tuple[str, Target]]:
    tables: Mapping[str, Table] = tomllib.loads(table_text(f"local_{province}.toml") or "")
    aliases = cast("Mapping[str, Sequence[str]]", tables.get("alias", {}))
    whole = Place(province, dict(nation()).get(province, province), Level.PROVINCE)
    for code, names in aliases.items():
        place = whole if code == province else places[code]
        yield from ((name, Target(place, (code,), _RANKS[place.level])) for name in names)
    for zone in tables.get("zones", {}).values():
        ask = tuple(places[code] for code in zone["ask"])
        taken = places[str(zone["take"])] if "take" in zone else None
        target = Target(taken, tuple(zone["within"]), _ZONE_RANK, ask)
        yield from ((name, target) for name in zone["names"])
    for code, marks in tables.get("landmarks", {}).items():
        around = places[code]  # a district, or the village whose own it is
        for title, said in marks.items():
            for name in said:
                shown = title if len(name) <= _NICKNAME and title != around.name else name.title()
                place = Place(code, shown, Level.LANDMARK, (around.name, *around.parents))
                yield name, Target(place, (code,), _RANKS[place.level])


def _outside_names(province: str) -> Iterator[tuple[str, Target]]:
    tables: Table = tomllib.loads(table_text("outside.toml") or "")
    rank = _RANKS[Level.OUTSIDE]
    for group in tables.values():
        for name, also in group.items():
            target = Target(Place(None, name, Level.OUTSIDE), (), rank)
            yield from ((other, target) for other in also)
    for code, name in nation():
        if not code.startswith(province):
            target = Target(Place(None, name, Level.OUTSIDE), (), rank)
            for kind in ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ", "Kepulauan "):
                name = name.removeprefix(kind)  # noqa: PLW2901 - one name loses several words
            yield name, target


@cache
def indonesian() -> frozenset[str]:
    """The names of all places outside the province that are in the country."""
    tables: Table = tomllib.loads(table_text("outside.toml") or "")
    return frozenset({*tables["indonesia"], *(name for _, name in nation())})


def bare_name(place: Place) -> str:
    """The name without "Kabupaten" or "Kota", which a district's or village's name may begin with."""
    if place.level is not Level.REGENCY:
        return place.name
    return place.name.removeprefix("Kabupaten ").removeprefix("Kota ")
