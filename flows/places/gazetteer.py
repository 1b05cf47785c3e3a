"""Every name of the province and of the world outside, looked up by spelling, by sound and by consonants."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from flows.places.folding import bones, sound, without_one
from flows.places.naming import Target

LONGEST_NAME = 4  # words
OPENING = 4  # letters; may_open counts down from it
FARTHEST = 6  # letters
LONG_FRAME = 5  # consonants
SMALL_PLACE = 0.15  # how much farther a village is, all else equal
SHORTEST_SOUND = 4  # letters
SHORTEST_BONES = 3  # consonants
MOST_LEFT_OUT = 3  # vowels that may be missing, twice as many in a name of many consonants


class Name(NamedTuple):
    """How a name, or the rest of one, sounds, and the keys that it stands for."""

    heard: str
    frame: str  # its consonants
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names of one province, ready to be looked up."""

    exact: Mapping[str, tuple[Target, ...]]
    heard: Mapping[str, tuple[str, ...]]
    bony: Mapping[str, tuple[Name, ...]]  # consonants, each with one left out -> names that may be guessed
    large: frozenset[str]  # how regencies and districts sound: their names are misspelled far more often
    slipped: Mapping[str, str]  # long names with one slip -> the key
    begun: Mapping[str, tuple[Name, ...]]  # first words -> the rests of the names that go on
    under: Mapping[str, tuple[Name, ...]]  # code -> the units in it
    parts: frozenset[str]  # the words of longer names
    openings: frozenset[str]  # the first letters of all keys, to pass over other words quickly

    def may_open(self, letters: str) -> bool:
        """Whether any key begins like this."""
        known = self.openings
        return letters[:4] in known or letters[:3] in known or letters[:2] in known

    def near(self, key: str, slack: float) -> tuple[str, ...]:
        """The keys closest to a misspelled one; `slack` takes away from what is allowed, most for small places."""
        heard = sound(key)
        if heard in self.heard and len(heard) >= SHORTEST_SOUND:
            return self.heard[heard]
        frame = bones(heard)
        if len(frame) < SHORTEST_BONES and len(heard) < SHORTEST_SOUND:
            return ()
        names = {name for part in without_one(frame) for name in self.bony.get(part, ())}
        return _closest(heard, frame, ((name, self._slack(name, slack)) for name in names))

    def _slack(self, name: Name, slack: float) -> float:
        """Large places are written more often, so they are more often what was meant."""
        return slack * 0.5 if name.heard in self.large else slack + SMALL_PLACE

    def longer(self, begun: str, word: str, slack: float) -> tuple[str, ...]:
        """The keys of longer names whose next word was misspelled."""
        heard = sound(word)
        rests = (name for name in self.begun.get(begun, ()) if len(name.heard) >= SHORTEST_SOUND)
        return _closest(heard, bones(heard), ((name, slack) for name in rests))

    def vowelled(self, first: str, last: str, key: str) -> str | None:
        """The one name that begins or ends with a word as written and has one other vowel in the rest: kekalek jaya."""
        frame = bones(sound(key))
        found = [
            other
            for name in self.bony.get(frame, ())
            for other in name.keys
            if (other.startswith(first) or other.endswith(last)) and self.is_vowel_apart(key, other)
        ]
        return found[0] if len(found) == 1 else None

    def is_vowel_apart(self, key: str, other: str) -> bool:
        """True where two keys have the same consonants in the same order and differ by one vowel."""
        mine, theirs = sound(key), sound(other)
        return bones(mine) == bones(theirs) and OSA.distance(mine, theirs, score_cutoff=1) <= 1

    def near_within(self, key: str, codes: Sequence[str]) -> tuple[str, ...]:
        """The keys closest to a misspelled one among the units in a regency or district: few, so far may be near."""
        heard = sound(key)
        slack = -0.75 if all(len(code) > len("52.01") for code in codes) else 0.0
        return _closest(heard, bones(heard), ((name, slack) for code in codes for name in self.under.get(code, ())))


def _closest(heard: str, frame: str, names: Iterable[tuple[Name, float]]) -> tuple[str, ...]:
    """The keys of the nearest names; each name comes with what is taken away from what is allowed."""
    best, keys = float(len(heard)), dict[str, None]()
    for name, slack in names:
        apart = _distance(heard, frame, name)
        if (
            apart <= _allowed(len(name.heard)) - slack and apart + slack <= best
        ):  # what is allowed more is likelier, too
            keys = keys if apart + slack == best else {}
            keys.update(dict.fromkeys(name.keys))
            best = apart + slack
    return tuple(keys)


def _distance(heard: str, frame: str, name: Name) -> float:
    """How far apart two sounds are, in letters; vowels left out cost little, vowels mixed up cost half."""
    apart = OSA.distance(heard, name.heard, score_cutoff=FARTHEST)
    if frame != name.frame or apart > FARTHEST:
        return float(apart)
    if apart == 1 and sorted(heard) == sorted(name.heard):  # two letters in the wrong order
        return 0.4
    most = MOST_LEFT_OUT if len(frame) < LONG_FRAME else 2 * MOST_LEFT_OUT
    only_left_out = len(name.heard) - len(heard) == apart <= most
    return 0.1 + (0.15 if only_left_out else 0.5) * apart


def _allowed(length: int) -> float:
    """The shorter a name, the more ordinary words lie around it."""
    return 0.75 if length < 6 else 1.25 if length < 9 else 2.0 if length < 12 else 3.0
