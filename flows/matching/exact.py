"""Find listed names that stand in a message word for word, with nothing around them but the question."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from flows.matching.extraction import Words
from flows.matching.index import Index
from flows.matching.legal_forms import NOT_A_P3MI, SHARE_MARKS
from flows.matching.names import strict_key
from flows.matching.sentence_words import (
    JUDGING_WORDS,
    KINDS_OF_FIRM,
    NEGATIONS,
    PAIRS,
    SENTENCE_WORDS,
    TALK_BEHIND,
)
from flows.matching.tokens import Gap

# the key of a name is looked up a stretch at a time; hostile text may not ask for more
LOOKUPS_AT_MOST = 8000


@dataclass(frozen=True, slots=True)
class Span:
    """One listed name found in the message: words `start` to `end`, and the rows that bear it."""

    start: int
    end: int
    places: tuple[int, ...]
    is_former: bool = False
    is_clean: bool = True


def find_spans(words: Words, index: Index) -> tuple[Span, ...]:
    """Find the longest listed names in the message; a span is clean when only the question stands around it."""
    spans: list[Span] = []
    lookups = 0
    for start in range(len(words.words)):
        if (spans and start < spans[-1].end) or lookups > LOOKUPS_AT_MOST:
            continue
        key = ""
        best: Span | None = None
        for end in range(start + 1, min(len(words.words), start + index.longest_name + 4) + 1):
            if end - 1 > start and words.is_hard(end - 1):
                break
            key += words.words[end - 1]
            lookups += 1
            best = _look_up(words, index, start, end, key) or best
        if best is not None:
            spans.append(best)
    return tuple(spans)


def other_company_named(words: Words, spans: Sequence[Span]) -> bool:
    """Say whether the message names a company beside those found; the same one may be named twice."""
    inside = {place for span in spans for place in range(span.start, span.end)}
    for follows in range(1, len(words.words)):
        is_named = words.is_mark(follows - 1) and not words.is_hard(follows) and not _is_quiet(words, follows)
        if is_named and follows not in inside:
            return True
    return False


def agrees_in_form(words: Words, span: Span, listed_form: str) -> bool:
    """Say whether the legal form written at the name is the listed one: a CV is never the PT of that name."""
    beside = [p for p in (span.start - 1, span.end) if 0 <= p < len(words.words)]
    forms = {NOT_A_P3MI[words.words[p]] for p in beside if words.words[p] in NOT_A_P3MI}
    if any(words.is_mark(p) for p in beside):
        return not listed_form
    return not forms or forms == {listed_form}


def _look_up(words: Words, index: Index, start: int, end: int, key: str) -> Span | None:
    places = index.exact.get(key)
    former = () if places else index.former.get(key, ())
    if not places and not former:
        return None
    # "PT A PT B": where the next company begins, this one has ended
    is_whole = _closes(words, end) or (start > 0 and words.is_mark(start - 1) and words.is_mark(end))
    clean = _opens(words, start) and is_whole and _is_telling(words, index, start, end, places or former)
    if not clean and end - start == 1 and not words.tokens.gaps[start]:
        return None
    return Span(start, end, places or former, is_former=not places, is_clean=clean)


def _opens(words: Words, start: int) -> bool:
    if start == 0 or words.is_hard(start):
        return True
    before = start - 1
    return words.is_mark(before) or words.is_form(before) or words.is_question(before)


def _closes(words: Words, end: int) -> bool:
    """Say whether the message goes on with nothing that could belong to a longer name."""
    place = end
    while place < len(words.words) and (
        words.words[place] in SHARE_MARKS or (words.is_mark(place) and _ends(words, place + 1))
    ):
        place += 1
    if _ends(words, place):
        return True
    # "Kab. Lombok Timur, NTB" is a town in a town
    while (after_town := words.town_end(place)) > place:
        if _ends(words, after_town) or words.tokens.gaps[after_town] is not Gap.SPACE:
            return True
        place = after_town
    return False


def _ends(words: Words, place: int) -> bool:
    if place >= len(words.words) or words.is_hard(place) or words.is_question(place) or words.is_form(place):
        return True
    return _leads_on(words, place) or _is_aside(words, place)


def _is_aside(words: Words, place: int) -> bool:
    """Say whether "(Taiwan, pabrik)" stands there: talk that a comma or a bracket sets apart from the name."""
    return words.tokens.gaps[place] is Gap.COMMA and words.is_filler(place)


def _leads_on(words: Words, place: int) -> bool:
    """Say whether "a licensed", "for me", "terima kasih" goes on there: a small word and one of the question behind."""
    behind = place + 1
    if behind >= len(words.words):
        return False
    word, follower = words.words[place], words.words[behind]
    if word in JUDGING_WORDS:
        return follower in NEGATIONS and words.is_hard(behind + 1) and not words.is_hard(behind)
    if (word, follower) in PAIRS:
        return True
    is_talk = word in TALK_BEHIND and _is_talk(words, behind, TALK_BEHIND[word])
    is_firm = is_talk and behind + 1 < len(words.words) and words.words[behind + 1] in KINDS_OF_FIRM
    return is_firm or (is_talk and word not in words.vocabulary)


def _is_talk(words: Words, place: int, followers: AbstractSet[str]) -> bool:
    return words.words[place] in followers if followers else words.is_question(place)


def _is_telling(words: Words, index: Index, start: int, end: int, places: tuple[int, ...]) -> bool:
    """Refuse a lone everyday word ("mandiri", "karya") inside a sentence: it names a company only beside its PT."""
    named = start > 0 and (words.is_mark(start - 1) or words.is_form(start - 1))
    named = named or (end < len(words.words) and words.is_mark(end))
    alone = start == 0 and end == len(words.words)
    several = all(len(index.names[place].words) > 1 for place in places)
    everyday = all(word in SENTENCE_WORDS for word in words.words[start:end])
    return named or alone or (several and not everyday)


def _is_quiet(words: Words, place: int) -> bool:
    return (
        words.is_filler(place)
        or words.is_mark(place)
        or words.words[place] in SHARE_MARKS
        or words.town_end(place) > place
    )


def key_of(words: Words, span: Span) -> str:
    """Return the strict key that a span was found by."""
    return strict_key(words.words[span.start : span.end])
