"""Every name of the province and of the world outside, indexed by spelling, by sound and by consonants."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias, cast

from rapidfuzz.distance import OSA

from flows.places.areas import nation, table_text, units
from flows.places.folding import bones, fold, sound, tokens, without_one
from flows.places.lexicon import lexicon
from flows.places.model import Level, Place

LONGEST_NAME = 4  # words
_RANKS = {Level.PROVINCE: 6, Level.REGENCY: 0, Level.DISTRICT: 2, Level.LANDMARK: 3, Level.OUTSIDE: 4, Level.VILLAGE: 5}
_ZONE_RANK = 1


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a name may mean: a place, or a zone of several of which the bot asks."""

    place: Place | None
    within: tuple[str, ...]  # codes that hold it; none for what is outside
    rank: int  # the smaller, the likelier for a bare name
    ask: tuple[Place, ...] = ()
    part: bool = False  # the name is only the first word of it

    @property
    def depth(self) -> int:
        """How small it is; outside is nothing."""
        return len(self.place.code) if self.place and self.place.code else min(map(len, self.within), default=0)

    def holds_or_lies_in(self, other: "Target") -> bool:
        """True where one lies in the other."""
        return any(a.startswith(b) or b.startswith(a) for a in self.within for b in other.within)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names of one province, ready to be looked up."""

    exact: Mapping[str, tuple[Target, ...]]
    heard: Mapping[str, tuple[str, ...]]
    bony: Mapping[str, tuple[str, ...]]

    def near(self, key: str, slack: int) -> tuple[str, ...]:
        """The keys closest to a misspelled one; `slack` takes away from what is allowed."""
        heard = sound(key)
        if heard in self.heard and len(heard) > 3:
            return self.heard[heard]
        frame = bones(heard)
        if len(frame) < 3:
            return ()
        close: dict[str, float] = {}
        for other in {name for part in without_one(frame) for name in self.bony.get(part, ())}:
            apart = _distance(heard, frame, other)
            if apart <= _allowed(len(other)) - slack:
                close[other] = apart
        best = min(close.values(), default=0.0)
        return tuple(key for other, apart in close.items() if apart <= best for key in self.heard[other])


def _distance(heard: str, frame: str, other: str) -> float:
    apart = OSA.distance(heard, other)
    if frame == bones(other):  # vowels are what people leave out and mix up
        return apart * 0.5 + 0.25
    return float(apart)


def _allowed(length: int) -> float:
    return 1.0 if length < 7 else 2.0 if length < 11 else 3.0


def _unit_names(places: Mapping[str, Place]) -> Iterator[tuple[str, Target]]:
    generic = lexicon().generic
    for place in places.values():
        code = str(place.code)
        target = Target(place, (code,), _RANKS[place.level])
        name = place.name.removeprefix("Kabupaten ").removeprefix("Kota ") if len(code) == 5 else place.name
        yield name, target
        first = [token.text for token in tokens(place.name)]
        if place.level is Level.VILLAGE and len(first) > 1 and len(first[0]) > 4 and first[0] not in generic:
            yield first[0], Target(place, (code,), _RANKS[place.level] + 1, part=True)


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
        district = places[code]
        for name, also in marks.items():
            place = Place(code, name, Level.LANDMARK, (district.name, *district.parents))
            yield from ((other, Target(place, (code,), _RANKS[place.level])) for other in also)


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


def _grouped(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        grouped[key][value] = None
    return {key: tuple(values) for key, values in grouped.items()}


@cache
def gazetteer(province: str) -> Gazetteer:
    """Read and index the names of a province; the second call costs nothing."""
    places = units(province)
    exact: dict[str, list[Target]] = defaultdict(list)
    for name, target in _all_names(province, places):
        known = exact[fold(name)]
        if all(other.place != target.place or other.ask != target.ask for other in known):
            known.append(target)
    for key, targets in exact.items():
        if any(not target.part for target in targets):
            exact[key] = [target for target in targets if not target.part]
    heard = _grouped((sound(key), key) for key in exact)
    bony = _grouped((part, name) for name in heard if len(name) > 4 for part in without_one(bones(name)))
    return Gazetteer({key: tuple(targets) for key, targets in exact.items()}, heard, bony)


def _all_names(province: str, places: Mapping[str, Place]) -> Iterator[tuple[str, Target]]:
    yield from _unit_names(places)
    yield from _local_names(province, places)
    yield from _outside_names(province)
