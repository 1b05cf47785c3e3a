"""Find the stretch of a message that names a company: after "PT", between the words of a question, in a poster."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from flows.matching.legal_forms import (
    BRANCH_MARKS,
    COMPANY_MARKS,
    NOT_A_P3MI,
    SHARE_MARKS,
    SPOKEN_COMPANY_MARKS,
)
from flows.matching.sentence_words import PERSON_MARKS, QUESTION_WORDS, SENTENCE_WORDS
from flows.matching.tokens import Gap, Tokens, split_words
from flows.matching.towns import LIKE_A_NAME, PLACE_MARKS, TOWN_WORDS_AT_MOST, TOWNS

# longest listed name seen (Philippine list) has twelve words
NAME_WORDS_AT_MOST = 14
NAME_LETTERS_AT_MOST = 120
# a poster may name the company twice; more readings only cost time
READINGS_AT_MOST = 4
_LETTERS_IN_A_ROW = 4
_BEFORE_TOWNS = PLACE_MARKS | BRANCH_MARKS


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one message beside the vocabulary of the list: a word that the list uses in a name is no filler."""

    tokens: Tokens
    vocabulary: AbstractSet[str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words in capitals."""
        return self.tokens.words

    def is_mark(self, place: int) -> bool:
        """Say whether "PT" or a word used like it stands there."""
        word = self.words[place]
        return word in COMPANY_MARKS or (word in SPOKEN_COMPANY_MARKS and word not in self.vocabulary)

    def is_form(self, place: int) -> bool:
        """Say whether CV, LPK ... stands there."""
        return self.words[place] in NOT_A_P3MI and self.words[place] not in self.vocabulary

    def is_filler(self, place: int) -> bool:
        """Say whether the word belongs to the question and to no listed name."""
        return self.words[place] in SENTENCE_WORDS and self.words[place] not in self.vocabulary

    def is_question(self, place: int) -> bool:
        """Say whether the word can only belong to the question: a name surely ends before it."""
        return self.words[place] in QUESTION_WORDS and self.words[place] not in self.vocabulary

    def is_hard(self, place: int) -> bool:
        """Say whether nothing can be joined across the gap before that place."""
        return self.tokens.gaps[place] is Gap.HARD

    def town_end(self, start: int) -> int:
        """Return where a town that begins at `start` ends, or `start` itself when none does.

        A bare one-word town that the list also uses inside a name distinguishes companies: it is only taken for a
        place where a comma, a bracket or "di", "cabang", "kota" says so.
        """
        place = start
        told = self.tokens.gaps[start] is not Gap.SPACE
        while place < len(self.words) and self.words[place] in _BEFORE_TOWNS:
            told, place = True, place + 1
        for size in range(TOWN_WORDS_AT_MOST, 0, -1):
            town = self.words[place : place + size]
            if town in TOWNS and (told or len(town) > 1 or not self._could_be_a_name(town[0])):
                return place + len(town)
        return start

    def _could_be_a_name(self, town: str) -> bool:
        return town in LIKE_A_NAME or town in self.vocabulary


def read_words(text: str, vocabulary: AbstractSet[str]) -> Words:
    """Cut a message into words; a glued "PT" is cut off, and letters typed one by one are put together."""
    tokens = split_words(text)
    words: list[str] = []
    gaps: list[Gap] = []
    place = 0
    while place < len(tokens.words):
        end = _end_of_letters(tokens, place)
        word = "".join(tokens.words[place:end])
        rest = word[2:] if word.startswith("PT") and len(word) > 5 and word not in vocabulary else ""
        gaps.append(tokens.gaps[place])
        if rest:
            words += ["PT", rest]
            gaps.append(Gap.SPACE)
        else:
            words.append(word)
        place = end
    return Words(Tokens(tuple(words), (*gaps, Gap.HARD)), vocabulary)


def name_readings(words: Words) -> list[tuple[str, ...]]:
    """Name the stretches that may be a company's name, likeliest first."""
    found: dict[tuple[str, ...], None] = {}
    marks = [i for i in range(len(words.words)) if words.is_mark(i) or words.is_form(i)]
    for mark in marks[: 3 * READINGS_AT_MOST]:
        found.setdefault(_after(words, mark + 1, stop=Gap.LINE) or _before(words, mark))
        found.setdefault(_after(words, mark + 1, stop=Gap.HARD))
        if len(found) > READINGS_AT_MOST:
            break
    if not any(found):
        stretches = list(_stretches(words))
        for stretch in sorted(stretches, key=lambda s: -_familiar_letters(s, words.vocabulary))[:3]:
            found.setdefault(stretch)
        found.setdefault(tuple(word for stretch in stretches for word in stretch)[:NAME_WORDS_AT_MOST])
    capped = dict.fromkeys(map(_cap, found))
    return [reading for reading in capped if reading][:READINGS_AT_MOST]


def _familiar_letters(stretch: tuple[str, ...], vocabulary: AbstractSet[str]) -> int:
    """Weigh a stretch by its letters, those of words that the list knows twice."""
    return sum(len(word) * (2 if word in vocabulary else 1) for word in stretch)


def has_person(words: Words) -> bool:
    """Say whether "pak", "bu", "sponsor" is followed by something that can be a person's name."""
    for place, word in enumerate(words.words[:-1]):
        if word in PERSON_MARKS and not words.is_hard(place + 1) and _can_be_personal(words, place + 1):
            return True
    return False


def forms_named(words: Words) -> tuple[str, ...]:
    """Name the bodies in the message that can be no placement company, where no PT is named beside them."""
    if any(words.is_mark(place) for place in range(len(words.words))):
        return ()
    return tuple(dict.fromkeys(NOT_A_P3MI[w] for i, w in enumerate(words.words) if words.is_form(i)))


def _end_of_letters(tokens: Tokens, start: int) -> int:
    """Find where "s i n a r" ends: four single letters or more in a row are one stretch."""
    end = start
    while end < len(tokens.words) and len(tokens.words[end]) == 1 and (end == start or not tokens.gaps[end]):
        end += 1
    return end if end - start >= _LETTERS_IN_A_ROW else start + 1


def _can_be_personal(words: Words, place: int) -> bool:
    word = words.words[place]
    common = word in SENTENCE_WORDS or word in PLACE_MARKS or word in BRANCH_MARKS or (word,) in TOWNS
    return word.isalpha() and len(word) > 1 and not common and not words.is_mark(place) and not words.is_form(place)


def _after(words: Words, start: int, *, stop: Gap) -> tuple[str, ...]:
    """Read on from a mark to the first word of the question, number, next mark, or gap as strong as `stop`."""
    end = start
    while end < len(words.words) and end - start < NAME_WORDS_AT_MOST:
        broken = end > start and (words.tokens.gaps[end] >= stop or words.town_end(end) == len(words.words))
        if broken or words.is_filler(end) or words.is_mark(end) or words.is_form(end) or _opens_branch(words, end):
            break
        end += 1
    if end > start:
        return words.words[start:end]
    return ()


def _before(words: Words, mark: int) -> tuple[str, ...]:
    """Read back from a mark that stands behind the name."""
    start = mark
    while start > 0 and mark - start < NAME_WORDS_AT_MOST:
        if words.is_hard(start) and start < mark:
            break
        if words.is_filler(start - 1) or words.is_mark(start - 1):
            break
        start -= 1
    return words.words[start:mark]


def _stretches(words: Words) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words between fillers and hard breaks, without a town at their end."""
    run: list[str] = []
    place = 0
    while place < len(words.words):
        if run and words.tokens.gaps[place] >= Gap.LINE:
            yield tuple(run)
            run = []
        after_town = words.town_end(place) if run else place
        if after_town > place and (after_town == len(words.words) or words.is_filler(after_town)):
            place = after_town
        elif words.is_filler(place) or words.is_mark(place) or _opens_branch(words, place):
            if run:
                yield tuple(run)
            run = []
            place += 1
        else:
            run.append(words.words[place])
            place += 1
    if run:
        yield tuple(run)


def _opens_branch(words: Words, place: int) -> bool:
    return words.words[place] in BRANCH_MARKS and words.words[place] not in words.vocabulary


def _cap(reading: tuple[str, ...]) -> tuple[str, ...]:
    """Keep what fits a name: fourteen words, a hundred and twenty letters."""
    kept: list[str] = []
    letters = 0
    for word in reading[:NAME_WORDS_AT_MOST]:
        if word in SHARE_MARKS:
            continue
        letters += len(word)
        if letters > NAME_LETTERS_AT_MOST:
            break
        kept.append(word)
    return tuple(kept)
