"""Decide one recruiter check: "listed" needs everything to agree, doubt needs only one thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Indel

from flows.matching.addresses import find_by_address
from flows.matching.exact import Span, agrees_in_form, find_spans, other_company_named
from flows.matching.extraction import NAME_WORDS_AT_MOST, Words, forms_named, has_person, name_readings, read_words
from flows.matching.folding import TEXT_AT_MOST
from flows.matching.licences import spaced_licence_keys
from flows.matching.names import read_listed_name
from flows.matching.numbers import Numbers, take_numbers
from flows.matching.registry import Registry
from flows.matching.search import OFFERED_AT_MOST, find_by_initials, narrower, search
from flows.matching.status import status_on
from flows.matching.tokens import split_words
from flows.matching.values import Agency, Check, Kind, Match, Reason, Status, Verdict, Why

_SAID_OF = {
    Status.VALID: Verdict.LISTED_AS_OF,
    Status.UNKNOWN: Verdict.REGISTRY_UNFIT,
    Status.EXPIRED: Verdict.EXPIRED,
    Status.SUSPENDED: Verdict.SUSPENDED,
    Status.REVOKED: Verdict.REVOKED,
}
# a name this near is meant as a company, also after "pak"
_SURELY_A_COMPANY = 80.0
_EXACT = 100.0
# a phone or street in common is a hint, ranked below any near name
_BY_NUMBER = 60.0


@dataclass(frozen=True, slots=True)
class _Query:
    """One message as the check reads it."""

    numbers: Numbers
    words: Words
    readings: list[tuple[str, ...]]
    folded: str


@dataclass(frozen=True, slots=True)
class _Identified:
    """The rows that the message names, whether beyond doubt, and why; `within` are names inside a longer one."""

    places: tuple[int, ...] = ()
    is_sure: bool = False
    reasons: tuple[Reason, ...] = ()
    within: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """Everything the verdict looks at."""

    asked: _Query
    named: _Identified
    matches: tuple[Match, ...]
    kind: Kind


def check(query: str, registry: Registry, *, on: date) -> Check:
    """Answer one question about a recruiter from one list for one day.

    Args:
        query: As typed or forwarded; the first four thousand characters are read.
        registry: The list, see `Registry.of`.
        on: The day that is asked about.

    Returns:
        Never raises for any text; `confirmed` is set only for an exact name or licence number.
    """
    asked = _read(query, registry)
    named = _identify(asked, registry)
    matches = _rank(asked, named, registry)
    kind = _kind_of(asked, named, matches)
    verdict, reasons, confirmed = _judge(_Case(asked, named, matches, kind), registry, on)
    return Check(
        verdict=verdict,
        kind=kind,
        on=on,
        edition=registry.edition,
        asked_name=" ".join(asked.readings[0]) if asked.readings else "",
        candidates=matches,
        confirmed=confirmed,
        phones=asked.numbers.phones,
        accounts=asked.numbers.accounts,
        licences=asked.numbers.licences,
        reasons=reasons,
    )


def _read(query: str, registry: Registry) -> _Query:
    numbers = take_numbers(query[:TEXT_AT_MOST])
    words = read_words(numbers.rest, registry.index.vocabulary)
    readings = name_readings(words)
    if not readings:
        readings = list(_read_handles(numbers.handles))
    return _Query(numbers, words, readings, numbers.rest[:200])


def _read_handles(handles: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Read a web name: all of it, and each long part; whoever owns it, it only ever suggests."""
    for handle in handles:
        parts = split_words(handle.replace("_", " ")).words[:NAME_WORDS_AT_MOST]
        if parts:
            yield parts
        yield from ((part,) for part in parts if len(parts) > 1 and len(part) > 4)


def _identify(asked: _Query, registry: Registry) -> _Identified:
    """Find the rows meant, by licence number and by exact name; both must agree where both are given."""
    index = registry.index
    spaced = spaced_licence_keys(asked.words.words) if index.licences else ()
    keys = dict.fromkeys((*asked.numbers.licences, *asked.numbers.spliced, *spaced))
    by_licence = tuple(dict.fromkeys(p for key in keys for p in index.licences.get(key, ())))
    spans = find_spans(asked.words, index)
    named = _by_name(asked, spans, registry)
    if not by_licence:
        return named
    if named.places and set(named.places) & set(by_licence):
        both = tuple(place for place in by_licence if place in named.places)
        return _Identified(both, named.is_sure, (Reason(Why.LICENCE_NO), *named.reasons))
    if named.places or _speaks_of_another(asked, by_licence, registry):
        both = (*by_licence, *named.places)
        return _Identified(both[:OFFERED_AT_MOST], reasons=(Reason(Why.NAME_AND_LICENCE_DISAGREE),))
    if any(form != index.names[place].form for form in forms_named(asked.words) for place in by_licence):
        return _Identified(by_licence[:OFFERED_AT_MOST], reasons=(Reason(Why.OTHER_FORM),))
    alone = len({index.names[place].joined for place in by_licence}) == 1
    return _Identified(by_licence[:OFFERED_AT_MOST], is_sure=alone, reasons=(Reason(Why.LICENCE_NO),))


def _by_name(asked: _Query, spans: Sequence[Span], registry: Registry) -> _Identified:
    index = registry.index
    clean = [span for span in spans if span.is_clean]
    if not clean:
        around = (Reason(Why.WORDS_AROUND),) if spans else ()
        return _Identified(reasons=around, within=tuple(p for s in spans for p in s.places if s.end - s.start > 1))
    places = tuple(dict.fromkeys(place for span in clean for place in span.places))
    several = len({span.places for span in clean}) > 1
    # of several names the first is told first; of rows that share one name the nearest spelling
    nearest = (
        list(places)
        if several
        else sorted(places, key=lambda p: -Indel.normalized_similarity(asked.folded, index.agencies[p].spelled.upper()))
    )
    doubts = []
    if several or other_company_named(asked.words, clean):
        doubts.append(Reason(Why.SEVERAL_NAMES))
    if any(span.is_former for span in clean):
        doubts.append(Reason(Why.FORMER_NAME))
    if not all(agrees_in_form(asked.words, span, index.names[p].form) for span in clean for p in span.places):
        doubts.append(Reason(Why.OTHER_FORM))
    return _Identified(tuple(nearest), not doubts, tuple(doubts) or (Reason(Why.EXACT_NAME),))


def _speaks_of_another(asked: _Query, by_licence: Sequence[int], registry: Registry) -> bool:
    """Say whether a name was typed beside the licence number that is not the holder's."""
    readings = [r for r in asked.readings if any(len(word) > 3 and word.isalpha() for word in r)]
    if not readings:
        return False
    near = search(registry.index, readings, asked.folded)
    holders = {id(registry.agencies[place]) for place in by_licence}
    marked = any(asked.words.is_mark(place) for place in range(len(asked.words.words)))
    return not any(id(match.agency) in holders for match in near[:1]) and (bool(near) or marked)


def _rank(asked: _Query, named: _Identified, registry: Registry) -> tuple[Match, ...]:
    """Put the rows named beyond doubt first, then near names, then initials, phone and address."""
    found = [Match(registry.agencies[place], _EXACT, named.reasons) for place in named.places]
    if len(found) < OFFERED_AT_MOST:
        near = search(registry.index, asked.readings, asked.folded, within=frozenset(named.within))
        found += near or search(registry.index, narrower(registry.index, asked.readings), asked.folded)
        found += find_by_initials(registry.index, asked.readings)
    found += [
        Match(registry.agencies[place], _BY_NUMBER, (Reason(Why.SAME_PHONE),))
        for phone in asked.numbers.phones
        for place in registry.index.phones.get(phone, ())[:OFFERED_AT_MOST]
    ]
    if not named.places:
        in_street = find_by_address(asked.numbers.rest, registry.agencies, registry.index.addresses)
        found += [Match(registry.agencies[place], _BY_NUMBER, (Reason(Why.SAME_ADDRESS),)) for place in in_street]
    found.sort(key=lambda match: -match.score)
    unique = {id(match.agency): match for match in reversed(found)}
    return tuple(match for match in found if unique[id(match.agency)] is match)[:OFFERED_AT_MOST]


def _kind_of(asked: _Query, named: _Identified, matches: Sequence[Match]) -> Kind:
    """Name what was handed over; more than one kind is mixed."""
    words = asked.words
    marked = any(words.is_mark(i) or words.is_form(i) for i in range(len(words.words)))
    near = bool(matches) and matches[0].score >= _SURELY_A_COMPANY
    person = has_person(words) and not (near and not marked)
    numbers = bool(asked.numbers.phones or asked.numbers.accounts)
    company = bool(named.places) or (marked and bool(asked.readings)) or near
    company = company or (bool(asked.readings) and not person and not numbers)
    kinds = [kind for kind, there in ((Kind.COMPANY, company), (Kind.PERSON, person)) if there]
    if asked.numbers.accounts:
        kinds.append(Kind.BANK_ACCOUNT)
    if any(phone[-8:] not in "".join(asked.numbers.accounts) for phone in asked.numbers.phones):
        kinds.append(Kind.PHONE)
    if len(kinds) > 1:
        return Kind.MIXED
    return kinds[0] if kinds else Kind.COMPANY


def _judge(case: _Case, registry: Registry, on: date) -> tuple[Verdict, tuple[Reason, ...], Agency | None]:
    """Climb down the ladder: an unfit list, a name beyond doubt, no placement company, near names, nothing."""
    edition = registry.edition
    if not edition.is_fit(on):
        return Verdict.REGISTRY_UNFIT, (_unfit_reason(registry, on),), None
    named = case.named
    if named.is_sure:
        return _judge_named(named, registry, on)
    if case.kind is Kind.PERSON or _is_person_with_number(case):
        return Verdict.NOT_A_P3MI, (Reason(Why.A_PERSON),), None
    forms = forms_named(case.asked.words)
    if forms:
        return Verdict.NOT_A_P3MI, tuple(Reason(Why.OTHER_FORM, form) for form in forms), None
    if case.matches:
        return Verdict.SIMILAR_NAME, named.reasons or case.matches[0].reasons, None
    # beside an account alone "a.n. Budi" names no company
    is_named = case.asked.readings and case.kind is not Kind.BANK_ACCOUNT
    return Verdict.NOT_FOUND, () if is_named else (Reason(Why.NO_NAME),), None


def _is_person_with_number(case: _Case) -> bool:
    """Say whether a person's name came with a phone or an account and no company."""
    words = case.asked.words
    marked = any(words.is_mark(place) or words.is_form(place) for place in range(len(words.words)))
    near = bool(case.matches) and case.matches[0].score >= _BY_NUMBER
    return case.kind is Kind.MIXED and has_person(words) and not marked and not near


def _judge_named(named: _Identified, registry: Registry, on: date) -> tuple[Verdict, tuple[Reason, ...], Agency | None]:
    """Answer for rows of one name; where they differ in status the worse is said and a person must look."""
    rows = [registry.agencies[place] for place in named.places]
    statuses = [status_on(row, on, as_of=registry.edition.as_of) for row in rows]
    worst = max(statuses, key=lambda status: status.gravity)
    if len(set(statuses)) > 1:
        return _SAID_OF[worst], (*named.reasons, Reason(Why.SAME_NAME_TWICE)), None
    if worst is Status.UNKNOWN:
        return Verdict.REGISTRY_UNFIT, (*named.reasons, Reason(Why.STATUS_UNREADABLE)), None
    return _SAID_OF[worst], named.reasons, rows[0]


def _unfit_reason(registry: Registry, on: date) -> Reason:
    if registry.edition.rows <= 0:
        return Reason(Why.LIST_EMPTY)
    return Reason(Why.LIST_FROM_LATER if on < registry.edition.as_of else Why.LIST_STALE)


def name_key(name: str) -> str:
    """Write a company's name as the key by which tickets and checks of the same name meet."""
    return read_listed_name(name[:TEXT_AT_MOST]).joined
