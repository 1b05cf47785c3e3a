"""Finds every place that a text may mention, with the reasons to believe it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from rapidfuzz.distance import OSA

from flows.places.folding import Token, tokens
from flows.places.gazetteer import Gazetteer
from flows.places.guessing import Guesser
from flows.places.lexicon import Lexicon, lexicon
from flows.places.model import Level
from flows.places.spelling import PLACE_UNITS, Mention, tidied, written
from flows.places.surroundings import unit_of
from flows.places.waypoints import on_the_way

MOST_WORDS = 400
MOST_MENTIONS = 30  # who names more places in one message pastes a list
MOST_UNREAD = 60  # words that are looked at for misspelled names
MOST_BARE_WORDS = 14  # a longer text is a story, not an answer to "where?"
MOST_ODD_WORDS = 3
MOST_SLIPPED = 2  # letters between a slip and the same word put right
SHORTEST_SURE = 4  # letters


@dataclass(frozen=True, slots=True)
class Scan:
    """A text cut into words, with its mentions."""

    words: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    bare: bool  # it says nothing but places: an answer


def scan(text: str, names: Gazetteer) -> Scan:
    """Read a text once from left to right, then look at what was not understood."""
    known = lexicon()
    words = tuple(tidied(tokens(text)[:MOST_WORDS], names, known))
    mentions = list(islice(written(words, names, known), MOST_MENTIONS))
    words = words[: mentions[-1].end] if len(mentions) == MOST_MENTIONS else words
    left = _unread(words, mentions, known)[:MOST_UNREAD]
    odd = [words[i].text for i in left]
    bare = len(odd) <= MOST_ODD_WORDS and len(words) <= MOST_BARE_WORDS and known.guard.isdisjoint(odd)
    mentions = Guesser(words, names, known, bare=bare).completed(mentions, left)
    bare = bool(mentions) and not _unread(words, mentions, known)
    boats = not known.boats.isdisjoint(word.text for word in words)
    answers = known.harbours if boats else frozenset[str]()
    named = [m for m in mentions if not (_is_a_ward(m, words, known) or (not bare and _is_said_twice(m, words, known)))]
    passed = tuple(on_the_way(named, words, known))
    named = [replace(m, near=replace(m.near, role="by")) if m in passed else m for m in named]
    first = named[0] if named and _opens(named[0], words, known, is_told=bool(passed)) else None
    judged = (_judged(m, known, bare=bare or m.key in answers or m is first) for m in named)
    return Scan(words, tuple(judged), bare)


def _opens(mention: Mention, words: Sequence[Token], known: Lexicon, *, is_told: bool) -> bool:
    """The answer before a story: "KLU kak, habis gempa ..."; a name that is also a word needs more about it."""
    short = len(mention.key) < SHORTEST_SURE and mention.key not in known.ordinary
    if mention.start or not (short or is_told):
        return False
    behind = next((i for i in range(mention.end, len(words)) if words[i].breaks), None)
    return behind is not None and all(word.text in known.calls for word in words[mention.end : behind])


def _is_said_twice(mention: Mention, words: Sequence[Token], known: Lexicon) -> bool:
    """Tell "awang-awang", the air, from Awang."""
    if mention.key not in known.ordinary or mention.end - mention.start > 1:
        return False
    pair = words[max(0, mention.start - 1) : mention.end + 1]
    return any(one.text == other.text and not other.breaks for one, other in pairwise(pair))


def _is_a_ward(mention: Mention, words: Sequence[Token], known: Lexicon) -> bool:
    """Tell "di bangsal rumah sakit" from the harbour."""
    after = words[mention.end].text if mention.end < len(words) else ""
    return mention.key in known.harbours and after in known.wards


def _unread(words: Sequence[Token], mentions: Sequence[Mention], known: Lexicon) -> list[int]:
    """The words that no mention holds and that say more than courtesy."""
    taken = {i for mention in mentions for i in range(mention.start, mention.end)}
    taken |= {mention.start - 2 for mention in mentions if _mends_a_slip(words, mention.start, known)}
    return [i for i, word in enumerate(words) if i not in taken and not _says_nothing(words, i, known)]


def _says_nothing(words: Sequence[Token], i: int, known: Lexicon) -> bool:
    word = words[i].text
    if word in known.quiet or unit_of(word, known):
        return True
    before = words[i - 1].text if i else ""
    if word in known.correction:  # "eh salah", but not "salah paham"
        return before in known.turning or word not in known.guard
    return _is_house_number(word, before, known)


def _mends_a_slip(words: Sequence[Token], start: int, known: Lexicon) -> bool:
    """Tell "deta eh dete" from "liter eh kilo": who puts a slip right says nearly the same."""
    if start < len(("deta", "eh")) or words[start - 1].text not in known.turning:
        return False
    wrong, right = words[start - 2].text, words[start].text
    return wrong[0] == right[0] and OSA.distance(wrong, right, score_cutoff=MOST_SLIPPED) <= MOST_SLIPPED


def _is_house_number(word: str, before: str, known: Lexicon) -> bool:
    """Tell "rt 04", "rt04" and "no 3" from a number of people."""
    letters = word.rstrip("0123456789")
    if letters == word:
        return False
    return (letters or before) in known.house_numbers


def _judged(mention: Mention, known: Lexicon, *, bare: bool) -> Mention:
    """Decide whether a mention is a place by itself."""
    near = mention.near
    if near.vetoed or _is_something_else(mention):
        sure = False
    elif mention.key in known.deep:
        sure = near.unit in PLACE_UNITS
    elif mention.key in known.ordinary or not mention.exact or len(mention.key) < SHORTEST_SURE:
        sure = (near.beside or bare) and not (near.counted and mention.key in known.ordinary)
    else:
        sure = True
    return replace(mention, sure=sure)


def _is_something_else(mention: Mention) -> bool:
    """A street, a quarter such as Kampung Jawa, or chili, which is "lombok" as well."""
    near = mention.near
    street = near.unit == "street" and not _is_large(mention)
    quarter = near.unit == "hamlet" and mention.outside
    return street or quarter or (near.priced and any(target.ask for target in mention.targets))


def _is_large(mention: Mention) -> bool:
    return any(target.place and target.place.level in {Level.REGENCY, Level.DISTRICT} for target in mention.targets)
