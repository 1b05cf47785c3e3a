"""Words that are read by what stands beside them: "di kunci", "pukul 10", "adi kaku", "Siti Hajar", a tongue."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from flows.understanding.folding import skeleton
from flows.understanding.home_places import settle_home_places
from flows.understanding.lexicon import Tongue, lexicon, word_set
from flows.understanding.word import HOME_PLACE, Term, read_word

Stood = tuple[tuple[int, int], int, int]
"""Where a term stands: between which characters, in which sentence, between which commas."""

_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:]\d\d)?$")
_COUNTED = frozenset({"kali", "x", "orang"})
_YOUNGER = {"adi": "kaku", "arik": "tiang"}  # Samawa and Sasak; elsewhere Adi and Arik are names
_NAMING = frozenset({"nama", "namanya", "bernama", "nm", "namax", "si"})
_PLACES = frozenset({"COUNTRY", "CITY", "INLAND_PLACE", "DISTRICT", "PORT", "FOREIGNER"})
_PASSIVE, _PASSIVE_IN_SASAK = frozenset({"di", "d"}), "te"
_TO_KILL, _SELF = "bunuh", "diri"
_MARKS = 2  # words
_SHORTEST_VERB = 3  # letters


def read_by_neighbours(text: str, terms: list[Term], raws: list[str], stood: list[Stood]) -> frozenset[str]:
    """Put right, in place, the terms that mean something else where they stand; give every word as written."""
    settle_home_places(terms, raws)
    written = frozenset([term.written for term in terms])
    tongue = _tongue_of(written)
    passive = _PASSIVE if tongue is None else _PASSIVE | {_PASSIVE_IN_SASAK}
    if not written.isdisjoint(passive):
        _join_passives(text, terms, raws, stood, passive)
        written = frozenset([term.written for term in terms])
    if tongue:
        _read_in(tongue, terms)
        written = frozenset([term.written for term in terms])
    _tell_the_time(terms)
    if _SELF in written:
        _mend_before_oneself(terms)
    if not written.isdisjoint(_YOUNGER):
        _tell_the_younger(terms, stood)
    if not written.isdisjoint(word_set("names_like_harm")):
        _tell_the_names(terms)
    if not written.isdisjoint(word_set("before_names_like_harm")):
        _leave_names_unmended(terms)
    if not text.islower() or not written.isdisjoint(_NAMING):
        _leave_what_is_written_as_a_name(terms, raws, stood)
    return written


def _tongue_of(written: frozenset[str]) -> Tongue | None:
    """Give the tongue of which at least two words stand here."""
    return next((one for one in _tongues() if len(one.marks & written) >= _MARKS), None)


@cache
def _tongues() -> tuple[Tongue, ...]:
    return tuple(lexicon().tongues.values())


def _read_in(tongue: Tongue, terms: list[Term]) -> None:
    for at, term in enumerate(terms):
        if plain := tongue.plain.get(term.written):
            terms[at] = replace(read_word(plain)[0], written=term.written)
        elif not term.ids and term.written.startswith(_PASSIVE_IN_SASAK):
            passive = _passive_of(term.written.removeprefix(_PASSIVE_IN_SASAK))  # "tejage"
            terms[at] = replace(passive, written=term.written) if passive else term


def _join_passives(text: str, terms: list[Term], raws: list[str], stood: list[Stood], openers: frozenset[str]) -> None:
    """Read "di kunci" and "d ambil" as the one word that they are; "di kamar" stays where somebody is."""
    for at in reversed(range(len(terms) - 1)):
        verb = raws[at + 1].lower()
        is_place = terms[at + 1].how == HOME_PLACE
        if is_place or terms[at].written not in openers or text[stood[at][0][1] : stood[at + 1][0][0]] != " ":
            continue
        if passive := _passive_of(verb):
            terms[at : at + 2] = [passive]
            raws[at : at + 2] = [f"di{verb}"]
            stood[at : at + 2] = [((stood[at][0][0], stood[at + 1][0][1]), *stood[at][1:])]


@lru_cache(maxsize=4096)
def _passive_of(verb: str) -> Term | None:
    """Give "dikunci" of "kunci" and "dikasih" of "ksh"; None of what nobody does to anybody, such as "rumah"."""
    if len(verb) < _SHORTEST_VERB or not verb.isalpha() or verb in word_set("never_passive") or _is_a_noun(verb):
        return None
    plain = [term.form for term in read_word(verb) if not term.how]
    as_in_sasak = [f"{verb[:-1]}a"] if verb.endswith("e") else []  # "te jage"
    for one in (verb, *(plain if len(plain) == 1 else ()), *as_in_sasak):
        read = read_word(f"di{one}") if one not in word_set("never_passive") else ()
        is_one = len(read) == 1 and read[0].form.startswith("di") and not read[0].how.startswith("spelling of")
        if is_one and (read[0].ids or read[0].how == "root"):
            return read[0]
    return None


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


def _mend_before_oneself(terms: list[Term]) -> None:
    """Read "bnh diri" and "bumuh diri": too short to mend anywhere else, and next to nothing else stands there."""
    for at in range(1, len(terms)):
        said = terms[at - 1].written
        if terms[at].written == _SELF and said != _TO_KILL and said[0] == _TO_KILL[0]:
            is_cut = skeleton(said) == skeleton(_TO_KILL)
            if is_cut or OSA.distance(said, _TO_KILL, score_cutoff=1) <= 1:
                terms[at - 1] = replace(read_word(_TO_KILL)[0], written=said)


def _tell_the_younger(terms: list[Term], stood: list[Stood]) -> None:
    """Read "adi kaku" and "arik tiang", a younger sibling; "pak Adi kaku takut" and "saya Adi" name somebody."""
    for at in range(len(terms) - 1):
        mine = _YOUNGER.get(terms[at].written)
        is_kin = mine == terms[at + 1].written and stood[at][2] == stood[at + 1][2]
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


def _leave_what_is_written_as_a_name(terms: list[Term], raws: list[str], stood: list[Stood]) -> None:
    """Read "adik saya Patmah" and "namanya nenah" as written: no misspelt "patah" and "kena", as "sy Dpukul" is one."""
    for at in range(1, len(terms)):
        term, raw = terms[at], raws[at]
        if not term.how.startswith("spelling of") or term.base != term.form or stood[at - 1][1] != stood[at][1]:
            continue
        is_titled = terms[at - 1].written in word_set("titles")
        is_large = raw[0].isupper() and raw[1:].islower() and raws[at - 1].islower() and not raw.startswith("D")
        is_large = is_large and (is_titled or _PLACES.isdisjoint(term.ids))  # "di Tachilek", "tante Yeyen"
        if is_large or terms[at - 1].written in _NAMING:
            terms[at] = Term(term.written, term.written, written=term.written)
