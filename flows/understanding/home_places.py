"""Villages, districts and towns of the hotline's own province: they tell where somebody is, and nothing else.

"Sy orang Raba Bima" tells of no hands, who lives in Monta asks for nothing ("minta"), Batu Nampar hits nobody, and the
letters of a village that no message named before must not weigh as danger.
"""

from functools import cache

from flows.places.areas import NTB, units
from flows.understanding.folding import fold
from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.word import HOME_PLACE, Term

_LONGEST = 4  # words
_SHORTEST = 4  # letters; "Ai", "Une" and "Sai" are more than villages


def settle_home_places(terms: list[Term], raws: list[str]) -> None:
    """Take, in place, from the terms that name a place of the province what their word means elsewhere."""
    names, begun, at = _names(), _begun(), 0
    while at < len(terms):
        if terms[at].written not in begun:
            at += 1
            continue
        joined, end = "", at
        for last in range(at, min(at + _LONGEST, len(terms))):
            joined += terms[last].written
            if joined not in begun:
                break
            if joined in names and _is_meant(terms, raws, at, last + 1, names[joined]):
                end = last + 1
        for one in range(at, end):
            term = terms[one]
            form = term.written if _is_mended(term) else term.form
            terms[one] = Term(form, form, how=HOME_PLACE, written=term.written)
        at = max(at + 1, end)


def is_home_place(name: str) -> bool:
    """Say whether a name, however it is cut into words, is a village, district or town of the province."""
    return "".join(map(fold, name.split())) in _names()


def _is_meant(terms: list[Term], raws: list[str], first: int, end: int, around: frozenset[str]) -> bool:
    """Tell "orang Monta" and "dari raba" from "orang minta" and "di raba bos"."""
    kinds, leads = word_set("kinds_of_home_places"), word_set("before_home_places")
    term, before = terms[first], terms[first - 1].written if first else ""
    is_led = before in kinds or before in leads
    if end - first > 1:
        return is_led or not all(map(_is_known, terms[first:end]))
    if not _is_known(term):
        is_word = term.written in word_set("home_places_of_every_day")
        return before in kinds if is_word else len(term.written) >= _SHORTEST
    if _is_mended(term):
        return is_led
    if term.written not in word_set("home_places_like_harm"):
        return False
    if is_led and before not in word_set("homes_or_passives"):
        return True
    behind = [one.written for one in terms[end : end + 2]]
    if behind and (behind[0] in around or (behind[0] in kinds and behind[-1] in around)):
        return True
    is_home = first > 1 and terms[first - 2].written in word_set("living_at")
    return is_led and (is_home or (raws[first][0].isupper() and raws[first - 1].islower()))


def _is_mended(term: Term) -> bool:
    return term.how.startswith("spelling of")


def _is_known(term: Term) -> bool:
    known = lexicon()
    is_plain = term.form in known.plain or term.form in known.words
    return is_plain or bool(term.ids or term.how) or term.form != term.written


@cache
def _names() -> dict[str, frozenset[str]]:
    """Give every name, written as one word, with the last words of the names around it."""
    found: dict[str, set[str]] = {}
    for place in units(NTB).values():
        name = place.name.removeprefix("Kabupaten ").removeprefix("Kota ")
        around = {fold(parent.split()[-1]) for parent in place.parents}
        found.setdefault("".join(map(fold, name.split())), set()).update(around)
    return {name: frozenset(around) for name, around in found.items()}


@cache
def _begun() -> frozenset[str]:
    """Give every name cut short after any letter: most words begin none, and are left at once."""
    return frozenset(name[:end] for name in _names() for end in range(1, len(name) + 1))
