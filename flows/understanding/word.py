"""One written word: folded, its slang resolved, its misspelling mended, its concepts known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from flows.understanding.affixes import possible_roots, without_clitic
from flows.understanding.folding import fold, squeeze, unleet
from flows.understanding.lexicon import Lexicon, lexicon, word_set
from flows.understanding.spelling import Spelling

_MIXED = re.compile(r"(\d+)([^\W\d_]+)$")
_SHORTEST_RUN, _LONGEST_IN_A_RUN, _SHORTEST_IN_A_RUN = 16, 14, 3  # letters
_FEWEST_IN_A_RUN, _LEFT_OVER = 3, 12  # words; one letter in twelve may be left over
_LETTERS_OF_A_RUN = 7  # different ones; "wkwkwkwkwkwkwk" is a laugh
_TWICE = re.compile(r"([^\W\d_]{2,})2(nya|an|ku)?$")


HOME_PLACE = "home place"
"""How a term was read that names a place of the hotline's own province."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word as understood: its plain form, its root, and the concepts it stands for."""

    form: str
    base: str
    ids: tuple[str, ...] = ()
    how: str = ""
    written: str = ""
    """The word as it was written, folded."""


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
    for way in (_plainly, _shortened, _with_digits, _joined, _misspelt, _run_together):
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


def _run_together(known: Lexicon, word: str) -> list[Term]:
    """Read "tolongpaksayadikurung", several words without a space between; what is mostly unknown stays one word."""
    if len(word) < _SHORTEST_RUN or not word.isalpha() or len(set(word)) < _LETTERS_OF_A_RUN:
        return []
    # for each length the fewest letters left over and the fewest words, and where the last word begins
    best = [(0, 0, 0)]
    for end in range(1, len(word) + 1):
        left, count, _ = best[end - 1]
        begins = (at for at in range(max(0, end - _LONGEST_IN_A_RUN), end - 1) if _may_stand_in_a_run(word[at:end]))
        best.append(min([(left + 1, count, end - 1), *((best[at][0], best[at][1] + 1, at) for at in begins)]))
    left, count, _ = best[-1]
    if count < _FEWEST_IN_A_RUN or left * _LEFT_OVER > len(word):
        return []
    pieces, end = [], len(word)
    while end:
        begin = best[end][2]
        pieces.append(word[begin:end] if end - begin > 1 else "")
        end = begin
    if len(pieces[-1]) < _SHORTEST_IN_A_RUN:
        return []  # "ketidakberdayaan"
    return [term for piece in reversed(pieces) if piece for term in _plainly(known, piece) or [Term(piece, piece)]]


@lru_cache(maxsize=8192)
def _may_stand_in_a_run(piece: str) -> bool:
    known = lexicon()
    if len(piece) < _SHORTEST_IN_A_RUN:
        return piece in known.slang or piece in word_set("run_together")
    return piece in known.plain or bool(_plainly(known, piece))


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
