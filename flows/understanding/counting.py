"""How many people are meant: "3 orang", "dua anak saya", "bertiga"."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.ages import read_ages
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of
from flows.understanding.roles import is_passive
from flows.understanding.words import Words, read_words

_MOST_DIGITS = 3
_HAS = frozenset({"punya", "ibu", "bapak", "mempunyai", "has"})
_COUNT_WORDS = {
    "bertiga": "3",
    "berempat": "4",
    "berlima": "5",
    "berenam": "6",
    "bertujuh": "7",
    "berdua": "2",
    "berdelapan": "8",
    "bersembilan": "9",
    "bersepuluh": "10",
    "bersebelas": "11",
    "berduabelas": "12",
}
_COUNTING = NUMERALS | _COUNT_WORDS.keys()
_NUMBER_WORDS = frozenset({"dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"})
_WANTED = frozenset({"butuh", "dibutuhkan", "cari", "dicari", "lowongan", "kuota", "perlu"})
_BECAME = frozenset({"jadi", "menjadi", "tinggal", "bertambah", "tambah", "became", "now"})
_COUNTED = frozenset(
    {
        "orang",
        "perempuan",
        "anak",
        "korban",
        "teman",
        "warga",
        "ibu",
        "abk",
        "tki",
        "pekerja",
        "people",
        "pmi",
        "tkw",
        "laki",
        *("gadis", "girl", "girls", "boys", "women", "men", "cewek", "cowok", "penghuni", "pelajar", "indonesians"),
    }
)
_WHOLE, _PLAIN, _BESIDE = range(3)  # what counts before what
_EVERYBODY = frozenset({"jadi", "total", "totalnya", "semua", "semuanya", "kami", "kita", "termasuk", "saya", "aku"})
_OTHERS = frozenset({"lain", "lainnya", "other", "others", "more"})
_WITH = frozenset({"sama", "dengan", "bareng", "bersama", "beserta", "dan"})
_ONE = frozenset({"saya", "aku", "dia", "anaknya", "adiknya"})
_WE, _ARE = frozenset({"kami", "kita"}), frozenset({"are", "is", "ada"})
_UNITS = frozenset({"bulan", "minggu", "hari", "jam", "tahun", "juta", "ribu", "kali", "menit", "rb", "x"})
_OF_US = (["of", "kami"], ["of", "kita"])
_NEAR, _A_CROWD = 3, 1000  # terms, people


class Count(NamedTuple):
    """How many people are counted, the terms that say so, and whether that is everybody or some beside others."""

    number: int
    first: int
    last: int
    rank: int


def count_people(mentions: Mentions) -> tuple[Found, Span] | None:
    """Give how many people the message counts, and where; None where it counts none."""
    words = mentions.words
    counts = list(_counts(mentions)) if words.has_digits or words.has_any(_COUNTING) else []
    if not counts:
        return None
    best = min(counts, key=lambda count: count.rank)
    for at in range(best.last, len(words.forms) - 1):
        number, used = _figure(words.forms, at + 1) if words.forms[at] in _BECAME else (0, 0)
        if number > 1:
            # "awalnya 4 orang, sekarang jadi 7": what it came to counts
            best = Count(number, at, at + 1 + used, _WHOLE)
            break
    return Found(str(best.number), words.said(best.first, best.last)), Span(best.first, best.last)


def counts_everybody(words: str) -> bool:
    """Say whether these words count everybody there is: "jadi 5 orang sama saya", not "4 orang lain"."""
    return any(form in _EVERYBODY or form in _COUNT_WORDS for form in read_words(words[:80]).forms)


def _figure(forms: list[str], at: int) -> tuple[int, int]:
    """Give a bare number with which a clause ends or after which "orang" stands, and how many terms it takes."""
    number, used = (int(forms[at]), 1) if forms[at].isdecimal() and len(forms[at]) <= _MOST_DIGITS else (0, 1)
    if forms[at] in NUMERALS:
        number, used = numeral_at(forms, at)
    ends = at + used >= len(forms) or forms[at + used] in _COUNTED
    return (number, used) if ends else (0, 0)


def _counts(mentions: Mentions) -> Iterator[Count]:
    words = mentions.words
    forms = words.forms
    aged = {at for age in read_ages(words) for at in range(age.first, age.last)}
    for at, form in enumerate(forms):
        if at in aged:
            continue  # "umur 20 cowok"
        if form in _COUNT_WORDS:
            yield Count(int(_COUNT_WORDS[form]), at, at + 1, _WHOLE)
        elif form == "ber" and forms[at + 1 : at + 2] and forms[at + 1].isdigit():
            yield Count(int(forms[at + 1]), at, at + 2, _WHOLE)
        elif (form.isdigit() or form in NUMERALS) and not (at and forms[at - 1] in _WANTED):
            number, last = _number_of_people(forms, at)
            if number > 1 and words.clauses[last] == words.clauses[at] and not _they_do_it(mentions, at, last + 1):
                yield _ranked(words, number, at, last + 1)
            elif number == 0 and _we_are(forms, at):
                yield from _of_us(forms, at)


def _ranked(words: Words, number: int, first: int, last: int) -> Count:
    """Tell "jadi 6 orang semua" from "4 orang lain", beside whom there is one more."""
    forms = words.forms
    near = range(first, min(last + _NEAR, len(forms)))
    inside = [forms[at] for at in near if words.clauses[at] == words.clauses[first]]
    before = forms[first - 1] if first else ""
    if before in _EVERYBODY or not _EVERYBODY.isdisjoint(inside):
        begins = first - (before in _EVERYBODY)
        return Count(number, begins, min(last + _NEAR, len(forms)), _WHOLE)
    beside = not _OTHERS.isdisjoint(inside) or (before in _WITH and _follows_one(words, first - 1))
    return Count(number + 1, first, last, _BESIDE) if beside else Count(number, first, last, _PLAIN)


def _follows_one(words: Words, at: int) -> bool:
    """Read "saya sama 3 teman" and, of oneself, "sama 3 teman"."""
    return not at or words.clauses[at - 1] != words.clauses[at] or words.forms[at - 1] in _ONE


def _of_us(forms: list[str], at: int) -> Iterator[Count]:
    number, used = (int(forms[at]), 1) if forms[at].isdigit() else numeral_at(forms, at)
    if 1 < number < _A_CROWD and _UNITS.isdisjoint(forms[at + used : at + used + 1]):
        yield Count(number, at - 1, at + used, _WHOLE)


def _they_do_it(mentions: Mentions, first: int, last: int) -> bool:
    """Tell "dibawa 2 orang" and "ada 3 orang yg jaga" from those to whom it is done."""
    forms = mentions.words.forms
    guards = forms[last : last + 1] == ["yang"] and not word_set("agent_verbs").isdisjoint(forms[last + 1 : last + 2])
    return guards or (first > 0 and is_passive(mentions, first - 1))


def _we_are(forms: list[str], at: int) -> bool:
    """Read "kami 9" and "we are four"."""
    return at > 0 and (forms[at - 1] in _WE or (at > 1 and forms[at - 1] in _ARE and forms[at - 2] in _WE))


def _number_of_people(forms: list[str], at: int) -> tuple[int, int]:
    """Give how many of them are counted at this term and where that noun stands, (0, at) for none."""
    if forms[at].isdigit():
        number, noun = int(forms[at]) if len(forms[at]) <= _MOST_DIGITS else 0, at + 1
        if forms[noun : noun + 1] and forms[noun] in _NUMBER_WORDS:
            noun += 1  # "3 (tiga) warga"
    else:
        number, used = numeral_at(forms, at)
        noun = at + used
    if forms[noun : noun + 2] in _OF_US:
        return number, noun + 1
    noun += noun < len(forms) and forms[noun] in _OTHERS  # "two other girls"
    if noun >= len(forms) or not (forms[noun] in _COUNTED or forms[noun] in values_of("KIN")):
        return 0, at
    owned = not forms[at].isdigit() and (forms[noun] == "kali" or (at and forms[at - 1] in _HAS))
    return (0, at) if owned else (number, noun)
