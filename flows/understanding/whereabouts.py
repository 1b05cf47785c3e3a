"""Where somebody is now, in the writer's own words: "sembunyi di rumah teman dekat Chow Kit", "ruko batam"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from flows.reading import Found
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.mentions import Mentions
from flows.understanding.moved_on import last_move
from flows.understanding.naming import is_capital
from flows.understanding.paperwork import is_written_there, tells_of_papers
from flows.understanding.place_ends import (
    ADDRESS,
    AT,
    BESIDE,
    LEADS,
    NOBODYS,
    NOWHERE,
    PAINTED,
    SIDES,
    UNSAID,
    end_of_place,
    is_known_place,
    is_lettered,
)
from flows.understanding.places_named import taken_back
from flows.understanding.presence import HELD_THERE, SURELY, awaits_there, presence
from flows.understanding.words import Words

_PERHAPS_THERE = frozenset({"ada", "jadi", "on"})
_ON, _ISLANDS = "on", frozenset({"gili", "lombok", "sumbawa", "bali", "moyo", "batam", "java", "borneo"})
_LANDMARKS = frozenset({"bandara", "terminal", "pelabuhan", "dermaga", "stasiun", "pasar", "polsek", "polres"})
_NOT_HOME = frozenset({"sakit", "tangga", "makan", "majikan", "bordil"})
_INSIDE = frozenset({"dalam", "inside"})
_AWAITED, _ROOM = "tunggu", "ruang"
_AWAITING = frozenset({"nunggu", "tunggu", "menunggu", "ditunggu", "nungguin"})
_ROUTE, _BY_WAY = "jalan", frozenset({"lewat", "via", "melalui", "ke", "dari"})
# who lives wall to wall with somebody tells where both are
_NEXT_DOOR = frozenset(
    {"tetanggaan", "bertetangga", "setetangga", "serumah", "sekos", "sekontrakan", "sekamar", "semes"}
)
_COLOURS = frozenset({
    *("merah", "hijau", "ijo", "biru", "kuning", "putih", "hitam", "pink", "ungu", "coklat", "abu", "oranye", "orange"),
    *("krem", "emas"),
})  # fmt: skip
_NAMELESS = AT | NOBODYS
_SITE, _OFFICE, _HOUSE = "tempat", "kantor", "rumah"
_RECRUITERS = frozenset({"calo", "tekong", "sponsor", "agen", "agensi", "perekrut"})
_IS = frozenset({"ada", "lagi", "sedang", "masih", "sekarang", "tinggal", "nginap"})
_REACH = 4  # terms after "ada"
_ENOUGH = 2  # terms; "di rumah" alone finds nobody


class _Spot(NamedTuple):
    """A place at which somebody is said to be."""

    found: Found
    is_a_building: bool
    is_sure: bool
    is_nameless: bool = False
    """Somebody's home, or a building of which no name is told: "masih di rumah", "di barak proyek"."""


def read_whereabouts(mentions: Mentions) -> Found | None:
    """Give the place where the message says that somebody is held, hides or stays, None for none."""
    words = mentions.words
    is_shown = mentions.has("NOW") or words.has_any(_signposts() | _NEXT_DOOR) or _is_awaited_at(mentions)
    if not is_shown and not words.has_any(_PERHAPS_THERE):
        return None
    named = _until_surely_told(spot for spot in _spots(mentions) if is_shown or spot.is_sure)
    if not named:
        return None
    # where it is said that somebody is kept counts before where they may only be from
    surely = [spot for spot in named if spot.is_sure] or named
    addressed = [spot for spot in surely if not spot.is_nameless] or surely
    buildings = [spot for spot in (*addressed, *surely) if spot.is_a_building]
    here, town = (buildings or surely)[0].found, addressed[0].found.value
    return here if town in here.value or here.value in town else Found(f"{here.value}, {town}", here.words)


def _until_surely_told(spots: Iterable[_Spot]) -> list[_Spot]:
    """Give the places up to a building with an address in which somebody surely is: no later one counts beside it."""
    named: list[_Spot] = []
    for spot in spots:
        named.append(spot)
        if spot.is_sure and spot.is_a_building and not spot.is_nameless:
            break
    return named


def is_nameless_building(words: Sequence[str]) -> bool:
    """Say whether a place is one of thousands: "barak proyek", "kantor agen", "penampungan"."""
    buildings, owners = word_set("work_quarters") | word_set("holding_places"), word_set("lodging_owners")
    if not words or not (words[0] in buildings or (words[0] == _OFFICE and len(words) > 1)):
        return False
    return (buildings | owners | {_OFFICE}).issuperset(words)


def is_a_recruiters_house(words: Sequence[str]) -> bool:
    """Say whether a place is where those wait who are taken away: "rumah calo", "rumah tekong"."""
    return len(words) == _ENOUGH and words[0] == _HOUSE and words[1] in _RECRUITERS


def _spots(mentions: Mentions) -> Iterator[_Spot]:
    """Give every place at which somebody is said to be, in order."""
    words = mentions.words
    at, size, openers = last_move(mentions) + 1, len(words.terms), _openers()
    kept: int | None = None  # the clause of a place that is sure
    wrong = {i for span in taken_back(mentions) for i in (span.first - 1, span.first)}
    while at < size:
        start = _opens(mentions, at) if at not in wrong and words.terms[at].form in openers else None
        if start is None:
            at += 1
            continue
        end = end_of_place(mentions, start)
        spot = _spot(mentions, at, start, end, beside=kept)
        if spot:
            yield spot
            kept = words.clauses[at] if spot.is_sure else None
        at = max(end, at + 1) if spot else at + 1


def _spot(mentions: Mentions, at: int, start: int, end: int, *, beside: int | None) -> _Spot | None:
    """Give the place from `start` to `end`; what stands alone beside a sure one tells more of it: "di kos, Praya"."""
    words, nouns = mentions.words, word_set("place_nouns")
    forms = words.forms[start:end]
    is_kept = start > at and (is_nameless_building(forms) or is_a_recruiters_house(forms))
    is_nameless = is_kept or _is_a_home(mentions, at, start, end)
    how = presence(mentions, at) if is_nameless or _is_a_place(mentions, start, end) else ""
    how = SURELY if how and not is_nameless and _somebody_is_there(mentions, end) else how
    if not how or (is_nameless and (how != SURELY or _is_at_home(words, at))):
        return None
    if tells_of_papers(mentions, at) or is_written_there(words, at):
        return None
    stands_alone = at == 0 or words.clauses[at - 1] != words.clauses[at]
    is_sure = how == SURELY or (stands_alone and beside is not None and words.clauses[at] == beside + 1)
    town = _town_beside(mentions, end) if is_nameless and start > at else end
    is_nameless, end = is_nameless and town == end, town
    named = words.said(_without_article(mentions, start), end)
    if start > at and words.spans[start] == words.spans[at]:
        named = named[1 + (named[1:2].lower() == "i") :]  # "dirumah tekong", "drumah tekong"
    said = Found(named, words.said(at, end))
    return _Spot(said, any(term.form in nouns for term in words.terms[start:end]), is_sure, is_nameless)


def _is_at_home(words: Words, at: int) -> bool:
    """Tell "pak Wir lagi ada di rumah mertua", of somebody with a title, from "dia dikurung di rumah mertua"."""
    before = words.forms[words.clause_begins(at) : at]
    titled = next((i for i, form in enumerate(before[:-2]) if form in word_set("sure_titles")), None)
    is_named = titled is not None and could_be_a_name(before[titled + 1])  # not "tolong pak dia ada di ..."
    return titled is not None and is_named and _IS.issuperset(before[titled + 2 :])


def _somebody_is_there(mentions: Mentions, at: int) -> bool:
    """Read "di perempatan Pagesangan ada anak2 ngemis": what follows a place tells who is there."""
    words = mentions.words
    if words.forms[at : at + 1] != ["ada"] or words.clauses[at] != words.clauses[at - 1]:
        return False
    people = mentions.terms_of("KIN", "PERSON", "OTHERS", "YOUNG", "NUMBER")
    return not people.isdisjoint(range(at + 1, at + _REACH))


def _town_beside(mentions: Mentions, at: int) -> int:
    """Give where the town ends that stands alone after a home: "di rumah, Taliwang"."""
    clauses = mentions.words.clauses
    alone = [i for i in range(at, len(clauses)) if clauses[i] == clauses[at]]
    is_town = bool(alone) and clauses[at] != clauses[at - 1] and all(is_known_place(mentions, i) for i in alone)
    return alone[-1] + 1 if is_town else at


def _is_a_home(mentions: Mentions, at: int, start: int, end: int) -> bool:
    """Tell "di rumah" and "di rumah nenek" from the house of an employer, a hospital and a house with an address."""
    terms = mentions.words.terms
    if start == at or start >= end or terms[start].form not in word_set("homes") or mentions.has(*HELD_THERE):
        return False
    others = mentions.terms_of("RECRUITER", "ORG", "OFFICIAL", "EMPLOYER")
    after = terms[start + 1].form if start + 1 < len(terms) else ""
    clauses = mentions.words.clauses
    inside = [i for i in range(start + 1, min(end + 1, len(terms))) if clauses[i] == clauses[start]]
    named = any(is_capital(mentions.words, i) for i in inside)
    is_somebodys_own = after not in _NOT_HOME and others.isdisjoint(range(start, end))
    return is_somebodys_own and not named and not _is_a_place(mentions, start, end)


def _opens(mentions: Mentions, at: int) -> int | None:
    """Give where the place begins if term `at` leads to one."""
    terms = mentions.words.terms
    form = terms[at].form
    if form == _ROUTE and terms[at + 1 : at + 2] and terms[at + 1].form in _BY_WAY:
        return None  # "jalannya lewat Batam dulu"
    if form == _ON:
        return at + 1 if mentions.words.raw(min(at + 1, len(terms) - 1)).lower() in _ISLANDS else None
    if form in _INSIDE:
        return at + 1 if at + 1 < len(terms) and terms[at + 1].form in word_set("place_nouns") else None
    if form in AT:
        if [term.form for term in terms[at + 1 : at + 3]] == [_SITE, "kerja"]:
            return None  # "di tempat kerja di Kluang"
        return at + 1 if at + 1 < len(terms) and terms[at + 1].form not in NOWHERE else None
    if form == _HOUSE and at and mentions.covers(at - 1, "MAID"):
        return None  # "pembantu rumah perempuan"
    if form in BESIDE or form in word_set("place_nouns"):
        return None if form in word_set("ship_kinds") and _is_awaited(mentions.words, at) else at
    return None


def _is_awaited_at(mentions: Mentions) -> bool:
    """Read "lagi nunggu di terminal Mandalika" and "udh di ruang tunggu gate 3"."""
    return any(awaits_there(mentions, at + 1) for at in mentions.words.places_of(_AWAITING)) or (
        _AWAITED in mentions.words.vocabulary and _ROOM in mentions.words.vocabulary
    )


def _is_awaited(words: Words, at: int) -> bool:
    """Tell the ship in "di mess di Tegal nunggu naik kapal Taiwan" from "sudah naik kapal Taiwan"."""
    before = words.forms[max(words.clause_begins(at), at - _ENOUGH) : at]
    return bool(before) and before[-1] in _AWAITING | {"naik"} and not _AWAITING.isdisjoint(before)


def _without_article(mentions: Mentions, start: int) -> int:
    return start + (mentions.words.terms[start].form in NOBODYS)


def _is_a_place(mentions: Mentions, start: int, end: int) -> bool:
    terms = mentions.words.terms[start:end]
    nouns = [term for term in terms if term.form in word_set("place_nouns")]
    named = sum(term.form not in _NAMELESS for term in terms)
    if nouns and any(terms[at].form in BESIDE and terms[at + 1].form in _LANDMARKS for at in range(1, len(terms) - 1)):
        return True  # "di kos depan bandara": few places are that
    if not nouns and not (named and start and mentions.words.terms[start - 1].form in AT | {_ON}):
        return False
    if nouns and named < _ENOUGH:
        return False
    if nouns and _is_told_apart(mentions.words, start, end):
        return True
    # "rumah tetangga saya" is one of thousands: something must have a name of its own
    proper = [at for at in range(start, end) if _is_a_proper_name(mentions, at)]
    return len(proper) > 1 or any(_is_surely_a_place(mentions, at, start) for at in proper)


def _is_told_apart(words: Words, start: int, end: int) -> bool:
    """Read "gedung c lantai 2" and "ruko cat ijo": a letter or a colour tells one house from the others."""
    return {"saya", "aku", "kami"}.isdisjoint(words.forms[start:end]) and any(
        is_lettered(words, at) or (words.forms[at] in _COLOURS and words.forms[at - 1] in PAINTED)
        for at in range(start + 1, end)
    )


def _is_surely_a_place(mentions: Mentions, at: int, start: int) -> bool:
    """Tell "di Labuapi", "jalan lingkar" and "ruko Batam" from "kebun kopi"."""
    words = mentions.words
    if words.raw(at)[0].isupper() or is_known_place(mentions, at):
        return True
    before = words.terms[at - 1].form if at else ""
    return before in ADDRESS if at > start else before in AT


def _is_a_proper_name(mentions: Mentions, at: int) -> bool:
    term = mentions.words.terms[at]
    known = lexicon()
    lower = mentions.words.raw(at).lower()
    if is_known_place(mentions, at) or lower in word_set("plainly_named"):
        return True
    is_led = at > 0 and mentions.words.terms[at - 1].form in LEADS
    if is_led and is_capital(mentions.words, at) and mentions.words.terms[at].form not in _common():
        return True  # "daerah Tanah Abang"
    if _stands_inside(mentions, at):
        return True
    common = lower in known.ordinary or lower in known.slang or term.form in word_set("place_ends")
    return not term.ids and not common and term.form not in _common() and lower.isalpha() and not lower.endswith("nya")


def _stands_inside(mentions: Mentions, at: int) -> bool:
    """Tell the town in "di kontrakan di malang" from "di kos di belakang": its name is an ordinary word as well."""
    words = mentions.words
    if at <= 1 or words.forms[at - 1] not in AT:
        return False
    building = at - 2 - (at > _ENOUGH and words.forms[at - 2] in word_set("lodging_owners"))  # "rumah agen di malang"
    if words.forms[building] not in word_set("place_nouns"):
        return False
    form = words.forms[at]
    is_known = bool(words.terms[at].ids) or form in lexicon().slang or form in SIDES | UNSAID | _common()
    return form in lexicon().plain and not is_known and form not in word_set("place_ends")


@cache
def _openers() -> frozenset[str]:
    return LEADS | _INSIDE | word_set("place_nouns") | {_ON}


@cache
def _signposts() -> frozenset[str]:
    return word_set("place_nouns") | word_set("staying") | {_SITE, "tonight", "today"}


@cache
def _common() -> frozenset[str]:
    return word_set("place_nouns") | word_set("ship_kinds") | LEADS | NOBODYS
