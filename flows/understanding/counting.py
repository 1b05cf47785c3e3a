"""How many people are meant: "3 orang", "dua anak saya", "bertiga"."""

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of

_MOST_DIGITS = 3
_HAS = frozenset({"punya", "ibu", "bapak", "mempunyai", "has"})
_COUNT_WORDS = {
    "bertiga": "3",
    "berempat": "4",
    "berlima": "5",
    "berenam": "6",
    "bertujuh": "7",
    "berdua": "2",
    "bersepuluh": "10",
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
    }
)


def count_people(mentions: Mentions) -> tuple[Found, Span] | None:
    """Give how many people the message counts, and where; None where it counts none."""
    first = _first_count(mentions)
    if first is None:
        return None
    words, span = mentions.words, first[1]
    for at in range(span.last, len(words.forms) - 1):
        number, used = _figure(words.forms, at + 1) if words.forms[at] in _BECAME else (0, 0)
        if number > 1:
            # "awalnya 4 orang, sekarang jadi 7": what it came to counts
            return Found(str(number), words.said(at + 1, at + 1 + used)), Span(at + 1, at + 1 + used)
    return first


def _figure(forms: list[str], at: int) -> tuple[int, int]:
    """Give a bare number with which a clause ends or after which "orang" stands, and how many terms it takes."""
    number, used = (int(forms[at]), 1) if forms[at].isdecimal() and len(forms[at]) <= _MOST_DIGITS else (0, 1)
    if forms[at] in NUMERALS:
        number, used = numeral_at(forms, at)
    ends = at + used >= len(forms) or forms[at + used] in _COUNTED
    return (number, used) if ends else (0, 0)


def _first_count(mentions: Mentions) -> tuple[Found, Span] | None:
    words = mentions.words
    if not words.has_digits and not words.has_any(_COUNTING):
        return None
    forms = words.forms
    for at, form in enumerate(forms):
        if form in _COUNT_WORDS:
            return Found(_COUNT_WORDS[form], words.said(at, at + 1)), Span(at, at + 1)
        if form == "ber" and forms[at + 1 : at + 2] and forms[at + 1].isdigit():
            return Found(forms[at + 1], words.said(at, at + 2)), Span(at, at + 2)
        if not (form.isdigit() or form in NUMERALS) or (at and forms[at - 1] in _WANTED):
            continue
        number, last = _number_of_people(forms, at)
        if number > 1 and words.sentences[last] == words.sentences[at]:
            return Found(str(number), words.said(at, last + 1)), Span(at, last + 1)
    return None


def _number_of_people(forms: list[str], at: int) -> tuple[int, int]:
    """Give how many of them are counted at this term and where that noun stands, (0, at) for none."""
    if forms[at].isdigit():
        number, noun = int(forms[at]) if len(forms[at]) <= _MOST_DIGITS else 0, at + 1
        if forms[noun : noun + 1] and forms[noun] in _NUMBER_WORDS:
            noun += 1  # "3 (tiga) warga"
    else:
        number, used = numeral_at(forms, at)
        noun = at + used
    if noun >= len(forms) or not (forms[noun] in _COUNTED or forms[noun] in values_of("KIN")):
        return 0, at
    owned = not forms[at].isdigit() and (forms[noun] == "kali" or (at and forms[at - 1] in _HAS))
    return (0, at) if owned else (number, noun)
