"""A text cut into terms: each word folded, its slang resolved, its misspelling mended, its concepts known."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple, cast

from flows.understanding.affixes import possible_roots, without_clitic
from flows.understanding.folding import fold, squeeze, unleet
from flows.understanding.lexicon import Lexicon, lexicon, word_set
from flows.understanding.numerals import NUMERALS
from flows.understanding.spelling import Spelling

READ_AT_MOST = 4000
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"
_TOKEN = re.compile(
    rf"\d+(?:[.,:/\-]\d+)+|\w[\w{_INVISIBLE}]*(?:['’‘`´@$](?=\w)[\w{_INVISIBLE}]*)*|[^\w\s]|\n",
)
_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$", re.IGNORECASE)
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:]\d\d)?$")
_COUNTED = frozenset({"kali", "x", "orang"})
_YOUNGER = {"adi": "kaku", "arik": "tiang"}  # Samawa and Sasak; elsewhere Adi and Arik are names
_STOPS = frozenset(".!?;\n…")
_BREAKS = _STOPS | {","}
# after these a full stop ends no sentence: "di rumah Sdr. Baharudin, Jl. Langko"
_ABBREVIATED = frozenset({"sdr", "sdri", "jl", "jln", "ds", "dsn", "kec", "kab", "hj", "drs", "bpk", "kp", "kep", "gg"})
_MIXED = re.compile(r"(\d+)([^\W\d_]+)$")
_PASSIVE = frozenset({"di", "d"})
_SHORTEST_VERB = 3  # letters
_TWICE = re.compile(r"([^\W\d_]{2,})2(nya|an|ku)?$")


@dataclass(frozen=True, slots=True)
class Term:
    """One word as understood: its plain form, its root, and the concepts it stands for."""

    form: str
    base: str
    ids: tuple[str, ...] = ()
    how: str = ""
    written: str = ""
    """The word as it was written, folded."""


_Stood = tuple[tuple[int, int], int, int]  # where in the text, in which sentence, between which commas


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
    stood: list[_Stood] = []
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
    written = frozenset([term.written for term in terms])
    if not written.isdisjoint(_PASSIVE):
        _join_passives(text, terms, raws, stood)
        written = frozenset([term.written for term in terms])
    spans, sentences, clauses = map(list, zip(*stood, strict=True)) if stood else ([], [], [])
    _tell_the_time(terms)
    if not written.isdisjoint(_YOUNGER):
        _tell_the_younger(terms, clauses)
    if not written.isdisjoint(word_set("names_like_harm")):
        _tell_the_names(terms)
    if not written.isdisjoint(word_set("before_names_like_harm")):
        _leave_names_unmended(terms)
    forms = [term.form for term in terms]
    has_digits = _DIGIT.search(text) is not None
    said = frozenset(forms)
    return Words(text, terms, spans, sentences, clauses, raws, forms, said, written, has_digits, text.islower(), {})


def _join_passives(text: str, terms: list[Term], raws: list[str], stood: list[_Stood]) -> None:
    """Read "di kunci" and "d ambil" as the one word that they are; "di kamar" stays where somebody is."""
    for at in reversed(range(len(terms) - 1)):
        verb = raws[at + 1].lower()
        if terms[at].written not in _PASSIVE or text[stood[at][0][1] : stood[at + 1][0][0]] != " ":
            continue
        if passive := _passive_of(verb):
            terms[at : at + 2] = [passive]
            raws[at : at + 2] = [f"di{verb}"]
            stood[at : at + 2] = [((stood[at][0][0], stood[at + 1][0][1]), *stood[at][1:])]


@lru_cache(maxsize=4096)
def _passive_of(verb: str) -> Term | None:
    """Give "dikunci" of "kunci"; None of what nobody does to anybody, such as "rumah"."""
    if len(verb) < _SHORTEST_VERB or not verb.isalpha() or verb in word_set("never_passive") or _is_a_noun(verb):
        return None
    read = read_word(f"di{verb}")
    is_one = len(read) == 1 and read[0].form.startswith("di") and not read[0].how.startswith("spelling of")
    return read[0] if is_one and (read[0].ids or read[0].how == "root") else None


def _is_a_noun(verb: str) -> bool:
    """Tell "tahanan", "perjanjian" and "gajinya" from "tahan" and "tahankan"."""
    is_built = verb.endswith("an") and not verb.endswith("kan")
    return verb.endswith("nya") or (is_built and (verb.startswith("pe") or _passive_of(verb[:-2]) is not None))


def _tell_the_time(terms: list[Term]) -> None:
    """Read "pukul 10 malam" as the hour that it is; "pukul 2 kali" stays a blow."""
    for at, term in enumerate(terms[:-1]):
        if term.form != "pukul":
            continue
        after = terms[at + 2].form if at + 2 < len(terms) else ""
        if _HOUR.match(terms[at + 1].form) and after not in _COUNTED:
            terms[at] = replace(read_word("jam")[0], written=term.written)


def _tell_the_younger(terms: list[Term], clauses: list[int]) -> None:
    """Read "adi kaku" and "arik tiang", a younger sibling; "pak Adi kaku takut" and "saya Adi" name somebody."""
    for at in range(len(terms) - 1):
        mine = _YOUNGER.get(terms[at].written)
        is_kin = mine == terms[at + 1].written and clauses[at] == clauses[at + 1]
        before = terms[at - 1].written if at else ""
        if is_kin and before != mine and before not in word_set("titles"):
            terms[at] = replace(read_word("adik")[0], written=terms[at].written)


def _tell_the_names(terms: list[Term]) -> None:
    """Read "Siti Hajar" and "Pak Bakar" as the names that they are; "dihajar" and "dibakar" stay what they tell."""
    names, before = word_set("names_like_harm"), word_set("before_names_like_harm")
    for at in range(1, len(terms)):
        if terms[at].written in names and terms[at - 1].form in before:
            terms[at] = Term(terms[at].form, terms[at].base, written=terms[at].written)


def _leave_names_unmended(terms: list[Term]) -> None:
    """Read "amaq Senep" and "sama pak Mursid" as written: a name behind a title is no misspelt "sekep" or "murid".

    "Pak" and "bu" also call somebody: "tolong pak dsekap".
    """
    calling, titles = word_set("titles_that_call"), word_set("before_names_like_harm")
    for at in range(1, len(terms)):
        title, term = terms[at - 1].written, terms[at]
        if title not in titles or not term.how.startswith("spelling of") or term.base != term.form:
            continue
        if title not in calling or (at > 1 and terms[at - 2].written in word_set("before_a_named_person")):
            terms[at] = Term(term.written, term.written, written=term.written)


@lru_cache(maxsize=32768)
def read_word(raw: str) -> tuple[Term, ...]:
    """Understand one written word; most give one term, joined and shortened ones several."""
    known = lexicon()
    word = fold(raw)
    if not raw[0].isalnum() and raw in known.words:
        return (Term(raw, raw, known.words[raw], written=word),)
    if not word or not word[0].isalnum():
        return ()
    if word.isdigit() or (word[0].isdigit() and not word.isalnum()):
        return (Term(word, word, ("NUMBER",), written=word),)
    terms = _read(known, raw if raw.isupper() and raw in known.words else word)
    return tuple(Term(term.form, term.base, _marked(known, term), term.how, word) for term in terms)


def form_of(raw: str) -> str:
    """Give the plain form of a word that is understood as one term, "" of one that gives several or none."""
    terms = read_word(raw)
    return terms[0].form if len(terms) == 1 else ""


def _marked(known: Lexicon, term: Term) -> tuple[str, ...]:
    """Give a term's concepts; a word that a pattern names outright is one itself."""
    return (*term.ids, term.form) if term.form in known.marks else term.ids


def _read(known: Lexicon, word: str) -> Iterator[Term]:
    for way in (_plainly, _shortened, _with_digits, _joined, _misspelt):
        terms = way(known, word)
        if terms:
            yield from terms
            return
    yield Term(word, word)


def _plainly(known: Lexicon, word: str) -> list[Term]:
    if word in known.slang:
        terms = [t for part in known.slang[word] for t in (_plainly_known(known, part) or [Term(part, part)])]
        # nyonya is read as majikan, and keeps what it says by itself
        own = known.words.get(word, ())
        return [Term(t.form, t.base, t.ids + own, t.how) for t in terms] if own and len(terms) == 1 else terms
    return _plainly_known(known, word)


def _plainly_known(known: Lexicon, word: str) -> list[Term]:
    if word in known.words:
        return [Term(word, word, known.words[word])]
    if word in known.plain:
        return [Term(word, word)]
    for stem in without_clitic(word):
        if stem in known.slang:
            return _plainly(known, stem)
        if stem in known.words:
            return [Term(stem, stem, known.words[stem], "clitic")]
        if stem in known.plain or stem in known.inner or stem in known.marks:
            return [Term(stem, stem)]
    for root in possible_roots(word):
        if root in known.roots:
            return [Term(word, root, known.roots[root], "root")]
    return [Term(word, word)] if word in known.marks or word in known.inner else []


def _shortened(known: Lexicon, word: str) -> list[Term]:
    for hard in (False, True):
        short = squeeze(word, hard=hard)
        if short != word:
            found = _plainly(known, short)
            if found:
                return found
    return []


def _with_digits(known: Lexicon, word: str) -> list[Term]:
    if word.isalpha():
        return []
    mixed = _MIXED.match(word)
    if mixed:
        unit = _plainly(known, mixed[2])
        if unit:
            return [Term(mixed[1], mixed[1], ("NUMBER",)), *unit]
    twice = _TWICE.match(word)
    if twice:
        # anak2 is anak-anak: both halves are kept so that phrases hold however it is written
        once = _plainly(known, twice[1]) or [Term(twice[1], twice[1])]
        return once + once
    return _plainly(known, unleet(word)) or _misspelt(known, unleet(word))


def _joined(known: Lexicon, word: str) -> list[Term]:
    if len(word) < 6 or not word.isalpha():
        return []
    for cut in range(2, len(word) - 2):
        left, right = word[:cut], word[cut:]
        if left in _openers() and (right in known.words or right in known.slang) and len(right) >= 3:
            return _plainly(known, left) + _plainly(known, right)
    return []


def _misspelt(known: Lexicon, word: str) -> list[Term]:
    if len(word) < 3 or not word.isalpha():
        return []
    meant = _spelling().repair(word)
    if meant is None:
        return []
    if meant in known.plain:
        return [Term(word, word)]
    return [Term(t.form, t.base, t.ids, f"spelling of {meant}") for t in _plainly(known, meant)]


@cache
def forms_with_nya(name: str) -> frozenset[str]:
    """Give the words of a set as they are written alone and with "-nya": "sponsor", "sponsornya"."""
    return word_set(name) | {f"{word}nya" for word in word_set(name)}


@cache
def forms_of(*names: str) -> frozenset[str]:
    """Give the plain forms of every word of these sets: a text without any of them holds none of the words."""
    return frozenset(read_word(word)[0].form for name in names for word in word_set(name) if read_word(word))


@cache
def _openers() -> frozenset[str]:
    known = lexicon()
    tidak = {s for s, full in known.slang.items() if full[0] in {"tidak", "saya", "sudah", "belum", "tolong"}}
    return frozenset(tidak | {"di", "ke", "tidak", "saya", "sudah", "belum", "dari", "tolong", "aku", "mau", "jangan"})


@cache
def _spelling() -> Spelling:
    known = lexicon()
    vocabulary = dict.fromkeys(w for w in known.words if w.isascii() and w.isalpha())
    for root in known.roots:
        if len(root) >= 4:
            vocabulary.update(dict.fromkeys((f"di{root}", f"di{root}in", f"ter{root}")))
    # of two neighbours the one that patterns and phrases wait for comes first: "jatoh" is jatuh, not jatah
    for plain in (*sorted(known.inner.union(known.marks)), *sorted(known.plain)):
        vocabulary.setdefault(plain, None)
    return Spelling(word for word in vocabulary if word not in known.exact)
