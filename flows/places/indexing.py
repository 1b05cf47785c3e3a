"""Makes the gazetteer of a province from its tables, once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from flows.places.areas import units
from flows.places.folding import bones, fold, slips, sound, tokens, without_one
from flows.places.gazetteer import OPENING, SHORTEST_SOUND, Gazetteer, Name
from flows.places.model import Level, Place
from flows.places.naming import Target, all_names, bare_name

_SHORTEST_SLIP, _SHORTEST_SMALL_SLIP = 7, 9  # letters of a district's name, of a smaller place's
_SHORTEST_LANDMARK = 10  # letters; shorter ones are found by their exact spelling only


@cache
def gazetteer(province: str) -> Gazetteer:
    """Read and index the names of a province; the second call costs nothing."""
    places = units(province)
    said = tuple(all_names(province, places))
    exact = _spelled(said)
    heard: dict[str, list[str]] = defaultdict(list)
    for key in exact:
        heard[sound(key)].append(key)
    names = [Name(sounds, bones(sounds), tuple(keys)) for sounds, keys in heard.items()]
    guessed = {name for name in names if any(_may_be_guessed(key, exact[key]) for key in name.keys)}
    large = frozenset(name.heard for name in names if any(map(_is_large, _meanings(name, exact))))
    return Gazetteer(
        exact=exact,
        heard={name.heard: name.keys for name in names if name in guessed or name.heard in large or _is_long(name)},
        bony=_grouped((part, name) for name in guessed for part in without_one(name.frame)),
        large=large,
        slipped=_slipped(exact),
        begun=_grouped(_beginnings({name for name, target in said if not target.part})),
        under=_grouped(_contents(places)),
        parts=frozenset(token.text for place in places.values() for token in tokens(place.name)),
        openings=frozenset(key[:OPENING] for key in exact),
    )


def _spelled(said: Iterable[tuple[str, Target]]) -> dict[str, tuple[Target, ...]]:
    """Every key with what it may mean, each meaning once."""
    exact: dict[str, list[Target]] = defaultdict(list)
    for name, target in said:
        known = exact[fold(name)]
        if not any(_is_same(target, other) for other in known):
            known.append(target)
    return {key: tuple(_told_apart(targets)) for key, targets in exact.items()}


def _slipped(exact: Mapping[str, Sequence[Target]]) -> dict[str, str]:
    """Long names by each slip in them; a slip that two names share tells nothing."""
    found: dict[str, str] = {}
    shared = set(exact)
    for key, targets in exact.items():
        inside = any(target.place and target.within and not target.part for target in targets)
        least = _SHORTEST_SLIP if any(map(_is_large, targets)) else _SHORTEST_SMALL_SLIP
        for slip in slips(key) if inside and len(key) >= least else ():
            if found.setdefault(slip, key) != key:
                shared.add(slip)
    return {slip: key for slip, key in found.items() if slip not in shared}


def _is_same(one: Target, other: Target) -> bool:
    if one.place and other.place and one.place.level is other.place.level is Level.LANDMARK:
        return one.within == other.within
    return one.place == other.place and one.ask == other.ask


def _grouped(pairs: Iterable[tuple[str, Name]]) -> dict[str, tuple[Name, ...]]:
    grouped: dict[str, dict[Name, None]] = defaultdict(dict)
    for key, name in pairs:
        grouped[key][name] = None
    return {key: tuple(names) for key, names in grouped.items()}


def _meanings(name: Name, exact: Mapping[str, Sequence[Target]]) -> Iterator[Target]:
    return (target for key in name.keys for target in exact[key])


def _beginnings(names: Iterable[str]) -> Iterator[tuple[str, Name]]:
    """The first words of every name, each with how the rest sounds."""
    for name in names:
        words = [token.text for token in tokens(name)]
        for size in range(1, len(words)):
            rest = sound("".join(words[size:]))
            yield "".join(words[:size]), Name(rest, bones(rest), ("".join(words),))


def _contents(places: Mapping[str, Place]) -> Iterator[tuple[str, Name]]:
    """The codes of regencies and districts, each with the units in it."""
    for code, place in places.items():
        key = fold(bare_name(place))
        name = Name(sound(key), bones(sound(key)), (key,))
        yield from ((code[:size], name) for size in (5, 8) if len(code) > size)


def _told_apart(targets: list[Target]) -> list[Target]:
    """Whole names before first words, and a village before the landmark of the same name beside it."""
    whole = [target for target in targets if not target.part] or targets
    villages = [target for target in whole if target.place and target.place.level is Level.VILLAGE]

    def is_village_too(target: Target) -> bool:
        mark = target.place is not None and target.place.level is Level.LANDMARK
        return mark and any(village.holds_or_lies_in(target) for village in villages)

    return [target for target in whole if not is_village_too(target)]


def _is_long(name: Name) -> bool:
    return len(name.heard) > SHORTEST_SOUND + 1


def _is_large(target: Target) -> bool:
    return target.place is not None and target.place.level in {Level.REGENCY, Level.DISTRICT}


def _may_be_guessed(key: str, targets: Sequence[Target]) -> bool:
    """Short nicknames, first words and landmarks lie too near to ordinary words."""
    kinds = {target.place.level for target in targets if target.place and not target.part}
    official = bool(kinds & {Level.REGENCY, Level.DISTRICT, Level.VILLAGE})
    return len(key) >= (SHORTEST_SOUND + 1 if official else _SHORTEST_LANDMARK) and bool(kinds)
