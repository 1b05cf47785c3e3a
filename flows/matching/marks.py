"""What leads from one ticket or check to another: names of companies and persons, phones, accounts, in one spelling."""

import re
from collections.abc import Iterator, Mapping, Sequence

from flows.matching.check import name_key
from flows.matching.extraction import Words, name_readings, read_words
from flows.matching.folding import fold_letters, join_sounds, sound_of
from flows.matching.numbers import has_digits, take_numbers
from flows.matching.registry import Registry
from flows.matching.sentence_words import PERSON_MARKS, SENTENCE_WORDS
from flows.matching.tokens import Gap

Mark = tuple[str, str]
"""Kind (name, person, phone, account) and normalised value."""

_SHORTEST = 6  # letters of a name's key; a shorter one is shared by strangers
_SHORTEST_WORD = 3
_LONGEST = 500
_PERSON_WORDS = range(2, 5)  # one name alone is shared by a whole village
# how telling a lone word must be: one that several listed companies hold leads nowhere (1 is one holder)
_TELLING_FROM = 0.75
# titles and ways to write Muhammad, which come and go before one person's name
_TITLES = PERSON_MARKS | frozenset(
    """
    H DR DRS DRA IR ST SE SH SPD UST USTAZ AMAQ INAQ MAMIQ PAPUQ LALE DENDE RADEN RD GUSTI M MOH MUH MOHD MHD MUHAMAD
    MUHAMMAD MOHAMAD MOHAMMAD MOCHAMAD MUCHAMAD KADUS KADES LURAH
    """.split()  # noqa: SIM905 - a list of words reads as words
)
_NOBODY = frozenset(
    """
    SEORANG SESEORANG PEREMPUAN LAKI LAKI2 PRIA WANITA COWOK CEWEK KENALAN PACAR MANTAN EKS BEKAS LUPA BARU LAMA JAUH
    PERANTARA PENYALUR MAKELAR OKNUM OJEK SUPIR SOPIR GURU KEPALA WARGA TINGGAL RUMAH SEBELAH PARUH BAYA MUDA TUA
    """.split()  # noqa: SIM905 - a list of words reads as words
)
_HOLDER = re.compile(r"\b(?:A\s?[./]?\s?N\b\.?|ATAS NAMA)\s*[:.]?\s*(.{3,80})")


def marks_in(text: str, registry: Registry | None) -> frozenset[Mark]:
    """Give every mark of words that ask about a recruiter, or hold one's numbers."""
    numbers = take_numbers(text[:_LONGEST])
    words = read_words(numbers.rest, registry.index.vocabulary if registry else frozenset())
    found: set[Mark] = set(numbers_in(text))
    person = _person(words, is_a_name=False)
    companies = sum(words.is_mark(place) or words.is_form(place) for place in range(len(words.words)))
    readings = name_readings(words)
    is_the_person = bool(person and readings) and _sound_key(readings[0]) in person
    if readings and (companies or (len(readings[0]) > 1 and not is_the_person)):
        # a poster names several; of one company the other readings are only other guesses
        for reading in readings if companies > 1 else readings[:1]:
            found |= name_mark(" ".join(reading), registry)
    found |= {("person", person)} if person else set()
    return frozenset(found)


def name_asked(text: str) -> str:
    """Give the company's name that a question holds, as an officer would write it; "" where it holds none."""
    words = read_words(take_numbers(text[:_LONGEST]).rest, frozenset())
    readings = name_readings(words)
    has_company = any(words.is_mark(place) for place in range(len(words.words)))
    if not readings or not (has_company or len(readings[0]) > 1):
        return ""
    return " ".join((*(("PT",) if has_company else ()), *(word.capitalize() for word in readings[0])))


def numbers_in(text: str) -> frozenset[Mark]:
    """Give the phones and accounts in a text."""
    if not has_digits(fold_letters(text)):
        return frozenset()
    numbers = take_numbers(text[:_LONGEST])
    return frozenset(
        [*(("phone", phone) for phone in numbers.phones), *(("account", account) for account in numbers.accounts)]
    )


def name_mark(name: str, registry: Registry | None) -> frozenset[Mark]:
    """Give the mark of a company's name; none for one so short or usual that it leads nowhere."""
    key = name_key(name)
    weights: Mapping[str, float] = registry.index.weights if registry else {}
    is_usual = weights.get(key, 1.0) < _TELLING_FROM
    return frozenset() if len(key) < _SHORTEST or is_usual else frozenset({("name", key)})


def person_mark(text: str) -> frozenset[Mark]:
    """Give the mark of the person that a text names ("Pak Sahrul Hadi"); none for one name alone."""
    words = read_words(take_numbers(text[:_LONGEST]).rest, frozenset())
    has_company = any(words.is_mark(place) or words.is_form(place) for place in range(len(words.words)))
    key = _person(words, is_a_name=not has_company)
    return frozenset({("person", key)}) if key else frozenset()


def holder_marks(text: str, registry: Registry | None) -> frozenset[Mark]:
    """Give the mark of whom an account belongs to: "BRI 0123 a.n. Sahrul Hadi"."""
    found = _HOLDER.search(fold_letters(text[:_LONGEST]))
    if found is None:
        return frozenset()
    words = read_words(found[1], frozenset())
    if any(words.is_mark(place) for place in range(len(words.words))):
        readings = name_readings(words)
        return name_mark(" ".join(readings[0]), registry) if readings else frozenset()
    return person_mark(found[1])


def _sound_key(words: Sequence[str]) -> str:
    return join_sounds(tuple(sound_of(word) for word in words))


def _person(words: Words, *, is_a_name: bool) -> str:
    """Give the key of the person named behind a title, or by the whole text where that is a name."""
    starts = [place + 1 for place, word in enumerate(words.words) if word in PERSON_MARKS]
    for start in [*starts, *([0] if is_a_name else [])]:
        named = tuple(_name_from(words, start))
        if len(named) in _PERSON_WORDS and sum(map(len, named)) >= _SHORTEST:
            return _sound_key(named)
    return ""


def _name_from(words: Words, start: int) -> Iterator[str]:
    """Read on while words can be a person's name; titles are left out, as others leave them out."""
    for place in range(start, len(words.words)):
        word = words.words[place]
        is_talk = word in SENTENCE_WORDS or word in _NOBODY or words.is_mark(place) or words.is_form(place)
        is_apart = place > start and words.tokens.gaps[place] >= Gap.COMMA and words.words[place - 1] not in _TITLES
        if word in _TITLES and not is_apart:
            continue
        if is_talk or is_apart or not word.isalpha() or (place > start and words.town_end(place) > place):
            return
        if len(word) >= _SHORTEST_WORD:
            yield word
