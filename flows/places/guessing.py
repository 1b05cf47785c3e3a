"""Names that only sound or look like one, read where a place is to be expected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.places.folding import Token, bones, fold, sound
from flows.places.gazetteer import Gazetteer
from flows.places.lexicon import LONG_BONES, Lexicon
from flows.places.model import Level
from flows.places.spelling import PLACE_UNITS, Mention, spans
from flows.places.surroundings import Surroundings, around, stem, unit_of

SHORTEST_GUESS = 3  # letters
SHORTEST_VERB = 7
SHORTEST_SURE_SOUND = 6
SHORTEST_VOWELLED = 9
_VERBAL = ("meng", "mem", "men", "ber", "ter", "peng", "pem", "di")


@dataclass(frozen=True, slots=True)
class Guesser:
    """Looks at the words of one text that no table spells."""

    words: tuple[Token, ...]
    names: Gazetteer
    known: Lexicon
    bare: bool

    def completed(self, mentions: Sequence[Mention], left: Sequence[int]) -> list[Mention]:
        """The mentions with those added that can be guessed from the words left over."""
        free = {i for i in left if not self._is_everyday(self.words[i].text)}
        found = {mention.start: self._told_by_parent(mention, mentions) for mention in mentions}
        for at in sorted(free):
            guess = at in free and (self._ended(at, found) or self._begun(at, found))
            if guess:
                found = {i: old for i, old in found.items() if old.end <= guess.start or i >= guess.end}
                found[guess.start] = guess
                free.difference_update(range(guess.start, guess.end))
        soft = {i for i in left if self.words[i].text in self.names.parts} | free
        for end in sorted(soft, reverse=True):  # an address goes from small to large: read the large first
            for at in (end - 2, end - 1, end):
                span = range(at, end + 1)
                plain = soft.issuperset(span) and not free.isdisjoint(span) and self._guess(at, end + 1, found)
                if plain:
                    found[at] = plain
                    soft.difference_update(span)
                    free.difference_update(span)
                    break
        return [found[at] for at in sorted(found)]

    def _told_by_parent(self, mention: Mention, mentions: Sequence[Mention]) -> Mention:
        """Take the name that sounds the same and lies in a place named too: "sukamulya lotim" is Sukamulia."""
        others = [other for other in mentions if other is not mention and not other.outside]
        if not others or any(mention.fits(other) for other in others):
            return mention
        alike = (key for key in self.names.heard.get(sound(mention.key), ()) if key != mention.key)
        targets = [target for key in alike for target in self.names.exact[key]]
        held = [t for t in targets if any(t.holds_or_lies_in(o) for other in others for o in other.targets)]
        return mention.narrowed(held)

    def _is_expected(self, start: int, end: int, found: Mapping[int, Mention]) -> bool:
        """True where a place may be expected: an answer, after a place word, or beside another place."""
        before = self.words[start - 1].text if start else ""
        if self.bare or before in self.known.roles or unit_of(before, self.known):
            return True
        behind = self.words[start].breaks
        return any((behind and mention.end == start) or mention.near.first == end for mention in found.values())

    def _is_everyday(self, word: str) -> bool:
        return word in self.known.guard or stem(word) in self.known.guard

    def _ended(self, at: int, found: Mapping[int, Mention]) -> Mention | None:
        """Take a misspelled word as the end of the name that the words before it begin: "praya itmur"."""
        if at == 0 or self.words[at].breaks:
            return None
        before = next((mention for mention in found.values() if mention.end == at), None)
        word = self.words[at - 1].text
        if before is None and word not in self.names.begun and word not in self.known.parts:
            return None
        start = before.start if before else at - 1
        begun = {*spans(self.words, start, at - start, self.known)}
        begun |= {fold(target.place.name) for target in before.targets if target.place} if before else set()
        slack = -0.5 if self.bare else 0.0
        for end in (at + 2, at + 1):
            for rest in [*spans(self.words, at, end - at, self.known)][-1:]:
                keys = tuple(key for other in begun for key in self.names.longer(other, rest, slack))
                if keys:
                    slip = any(self.names.slipped.get(other + rest) in keys for other in begun)
                    return self._mention(start, end, keys, tuple(found.values()), exact=slip)
        return None

    def _begun(self, at: int, found: Mapping[int, Mention]) -> Mention | None:
        """Take a misspelled word as the beginning of a name that ends with a shorter one: "leembah sari"."""
        after = found.get(at + 1)
        if after is None or self.words[at + 1].breaks or self._is_large(after):
            return None
        key = next(reversed(tuple(spans(self.words, at, after.end - at, self.known))), "")
        keys = tuple(other for other in self.names.near(key, 0.5) if other.endswith(after.key))
        return self._mention(at, after.end, keys, [mention for mention in found.values() if mention is not after])

    def _is_large(self, mention: Mention) -> bool:
        large = (Level.REGENCY, Level.DISTRICT)
        return any(target.place and target.place.level in large for target in mention.targets)

    def _mention(
        self, start: int, end: int, keys: Sequence[str], others: Sequence[Mention], *, exact: bool = False
    ) -> Mention | None:
        """A guessed mention; what lies in a place beside it is meant before what does not."""
        targets = tuple(target for key in keys for target in self.names.exact[key])
        if not targets:
            return None
        near = around(self.words, start, end)
        guess = Mention(start, end, targets, keys[0], exact=exact, near=near)
        for other in self._parents(start, end, near, others):
            guess = guess.narrowed([target for target in targets if any(map(target.holds_or_lies_in, other.targets))])
        return guess

    def _guess(self, at: int, end: int, found: Mapping[int, Mention]) -> Mention | None:
        expected = self._is_expected(at, end, found)
        if not expected and end - at > 1:
            return self._slipped(at, end)
        key = next(reversed(tuple(spans(self.words, at, end - at, self.known))), "")
        if len(key) < SHORTEST_GUESS:
            return None
        if not expected:
            return self._slipped(at, end) or self._heard(at, key)
        near = around(self.words, at, end)
        close = self._close(key, at, end, near, tuple(found.values()))
        targets = tuple(target for other in close for target in self.names.exact[other])
        inside = tuple(target for target in targets if target.within)
        parents = self._parents(at, end, near, tuple(found.values()))
        exact = self.names.slipped.get(key) in close or self._is_framed(key, close, parents)
        return Mention(at, end, inside or targets, close[0], exact=exact, near=near) if targets else None

    def _is_framed(self, key: str, close: Sequence[str], parents: Iterator[Mention]) -> bool:
        """A name beside the district that holds it, with one vowel lost or wrong, is well spelled: bonjruk jonggat."""
        frame = bones(sound(key))
        if len(close) != 1 or len(frame) < LONG_BONES or not self.names.is_vowel_apart(key, close[0]):
            return False
        inside = [target for target in self.names.exact[close[0]] if target.within]
        districts = [held for other in parents for held in other.targets if held.depth == len("52.01.01")]
        return any(target.holds_or_lies_in(held) for held in districts for target in inside)

    def _close(
        self, key: str, start: int, end: int, near: Surroundings, mentions: Sequence[Mention]
    ) -> tuple[str, ...]:
        """The nearest names: first those that lie in a place named beside these words."""
        for other in self._parents(start, end, near, mentions):
            codes = [code for target in other.targets if not target.ask for code in target.within[:1]]
            close = self.names.near_within(key, codes)
            if close:
                return close
        slip = self.names.slipped.get(key)
        return (slip,) if slip else self.names.near(key, self._slack(key, end - start, near))

    def _slipped(self, at: int, end: int) -> Mention | None:
        """A long name with one slip, or of several words with one vowel wrong, is read in a story, too."""
        span = self.words[at:end]
        key = "".join([word.text for word in span])
        slip = self.names.slipped.get(key)
        if slip is None and len(span) > 1 and len(key) >= SHORTEST_VOWELLED:
            slip = self.names.vowelled(span[0].text, span[-1].text, key)
        if slip is None or any(word.breaks for word in span[1:]):
            return None
        return self._mention(at, end, (slip,), (), exact=True)

    def _heard(self, at: int, key: str) -> Mention | None:
        """In the middle of a story only a long name that sounds exactly like one is read."""
        close = self.names.heard.get(sound(key), ()) if len(key) >= SHORTEST_SURE_SOUND else ()
        return self._mention(at, at + 1, close, ())

    def _slack(self, key: str, size: int, near: Surroundings) -> float:
        """How much less than the most is allowed here."""
        doubt = 0.0 if near.unit in PLACE_UNITS else 0.5 if near.beside or self.bare else 1.0
        verbal = len(key) >= SHORTEST_VERB and key.startswith(_VERBAL)
        return doubt + 0.5 * verbal + 0.25 * (size - 1)

    def _parents(self, start: int, end: int, near: Surroundings, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions directly beside some words, after them first, as in an address."""
        if near.unit in {"hamlet", "street"} or near.vetoed:
            return
        for mention in mentions:
            if mention.near.first <= end <= mention.start and not mention.near.preposition:
                yield mention
        if (
            self.bare or self.words[near.first].breaks or near.unit in PLACE_UNITS
        ):  # "bima, sape", not "di bima suka ..."
            for mention in mentions:
                if near.first <= mention.end <= start and not near.preposition:
                    yield mention
