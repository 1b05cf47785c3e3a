"""A text cut into terms, each with where it stood."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, cast

from flows.understanding.lexicon import word_set
from flows.understanding.neighbours import Stood, read_by_neighbours
from flows.understanding.numerals import NUMERALS
from flows.understanding.word import Term, read_word

READ_AT_MOST = 4000
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"
_TOKEN = re.compile(
    rf"\d+(?:[.,:/\-]\d+)+|\w[\w{_INVISIBLE}]*(?:['’‘`´@$](?=\w)[\w{_INVISIBLE}]*)*|[^\w\s]|\n",
)
_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$", re.IGNORECASE)
_STOPS = frozenset(".!?;\n…")
_BREAKS = _STOPS | {","}
# after these a full stop ends no sentence: "di rumah Sdr. Baharudin, Jl. Langko"
_ABBREVIATED = frozenset({"sdr", "sdri", "jl", "jln", "ds", "dsn", "kec", "kab", "hj", "drs", "bpk", "kp", "kep", "gg"})


class Words(NamedTuple):
    """A text as terms, with where each stood, in which sentence and between which commas."""

    text: str
    terms: list[Term]
    spans: list[tuple[int, int]]
    sentences: list[int]
    clauses: list[int]
    raws: list[str]
    """The word that each term was read from, as it was written."""
    forms: list[str]
    """The plain form of each term."""
    vocabulary: frozenset[str]
    """Every plain form that stands anywhere: what tells at once that a stage has nothing to look for."""
    written: frozenset[str]
    """Every word as it was written, folded."""
    has_digits: bool
    is_small: bool
    """True where nothing is written large."""
    found: dict[str, object]
    """What a room found in this text and several ask for, by the room's name: it is looked for once."""

    @property
    def is_english(self) -> bool:
        """True where at least one word in three is a small word of English."""
        if "english" not in self.found:
            english = word_set("english")
            self.found["english"] = sum(raw.lower() in english for raw in self.raws) * 3 >= len(self.raws)
        return bool(self.found["english"])

    def said(self, first: int, last: int) -> str:
        """Give the writer's own words from term `first` to before term `last`."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def has_any(self, forms: frozenset[str]) -> bool:
        """Tell whether any term has one of these plain forms."""
        return not self.vocabulary.isdisjoint(forms)

    def places_of(self, forms: frozenset[str]) -> Sequence[int]:
        """Give the terms that have one of these plain forms, in order."""
        said = self.vocabulary & forms
        if not said:
            return ()
        if "forms" not in self.found:
            places: dict[str, list[int]] = {}
            for at, form in enumerate(self.forms):
                places.setdefault(form, []).append(at)
            self.found["forms"] = places
        places = cast("dict[str, list[int]]", self.found["forms"])
        return sorted([at for form in said for at in places[form]])

    @property
    def figures(self) -> Sequence[int]:
        """The terms that are numbers, in digits or in words, in order."""
        if "figures" not in self.found:
            is_figure = NUMERALS.__contains__
            self.found["figures"] = [at for at, form in enumerate(self.forms) if form[0].isdigit() or is_figure(form)]
        return cast("list[int]", self.found["figures"])

    def raw(self, at: int) -> str:
        """Give the word that term `at` was read from, as it was written."""
        return self.raws[at]

    def clause_begins(self, at: int) -> int:
        """Give the first term of the clause in which term `at` stands."""
        return self.clauses.index(self.clauses[at])

    def clause_of(self, at: int) -> range:
        """Give the terms of the clause in which term `at` stands."""
        return range(bisect_left(self.clauses, self.clauses[at]), bisect_right(self.clauses, self.clauses[at]))


def read_words(text: str) -> Words:
    """Cut `text` (its first 4000 characters) into terms."""
    text = text[:READ_AT_MOST]
    terms: list[Term] = []
    raws: list[str] = []
    stood: list[Stood] = []
    sentence = clause = 0
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if raw in _BREAKS:
            if raw == "." and terms and terms[-1].form in _ABBREVIATED:
                continue
            clause += 1
            sentence += raw != ","
            if raw != "?":
                continue
        if raw[0].isdigit() and raws and raws[-1].lower() == "the" and (day := _ORDINAL.match(raw)):
            raw = day[1]  # "on the 28th", which is no age
            terms[-1], raws[-1] = read_word("tanggal")[0], "tanggal"
        read, here = read_word(raw), (match.span(), sentence - (raw == "?"), clause)
        terms += read
        raws += [raw] * len(read)
        stood += [here] * len(read)
    written = read_by_neighbours(text, terms, raws, stood)
    spans, sentences, clauses = map(list, zip(*stood, strict=True)) if stood else ([], [], [])
    forms = [term.form for term in terms]
    has_digits = _DIGIT.search(text) is not None
    said = frozenset(forms)
    return Words(text, terms, spans, sentences, clauses, raws, forms, said, written, has_digits, text.islower(), {})
