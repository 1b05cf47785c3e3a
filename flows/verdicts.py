"""A verdict of the recruiter check in words: what the list says, what that does not prove, and what to do next."""

from datetime import date

from flows.dates import day
from flows.labels import Language
from flows.matching import Agency, Check, Edition, Event, Match, Reason, Status, Verdict, Why, status_on
from flows.texts import say

MOST_CHARACTERS = 700
_LONGEST_NAME = 60
_LONGEST_SOURCE = 80
_GONE = frozenset({Verdict.SUSPENDED, Verdict.REVOKED, Verdict.EXPIRED})
GRAVE = frozenset({Verdict.SUSPENDED, Verdict.REVOKED, Verdict.NOT_A_P3MI})
"""Verdicts that warn by themselves; a licence that has run out may be under renewal."""
_BY_ACT = frozenset({Verdict.SUSPENDED, Verdict.REVOKED})
_UNFIT = {Why.LIST_EMPTY: "empty", Why.LIST_STALE: "stale", Why.STATUS_UNREADABLE: "status"}


def verdict_text(checked: Check, language: Language) -> str:
    """Give the answer to one check; every one names its list with the date, an invented list in words."""
    edition = checked.edition
    values = {"name": _short(_name(checked)), "as_of": full_day(edition.as_of, language)}
    act = _newest_act(checked)
    if act and checked.confirmed and checked.confirmed.status is Status.VALID and checked.verdict in _BY_ACT:
        # the list itself still calls it valid: it is the act that counts, and the act that is named
        told = {**values, "source": act.source[:_LONGEST_SOURCE], "day": full_day(act.on, language)}
        parts = [say(f"verdict.{checked.verdict.value}_act", language, **told)]
    else:
        parts = [say(f"verdict.{_wording(checked)}", language, **values)]
        if act and checked.verdict in _GONE:
            source = act.source[:_LONGEST_SOURCE]
            parts.append(say("verdict.act", language, source=source, day=full_day(act.on, language)))
    if any(reason.why is Why.SAME_NAME_TWICE for reason in checked.reasons):
        parts.append(say("verdict.twice", language))
    if checked.verdict is Verdict.SIMILAR_NAME:
        parts[0] = f"{parts[0]}\n{_offered(checked, language)}"
    parts.append(source_line(edition, language))
    return "\n\n".join(parts)


OFFICER_VERDICTS = (
    Verdict.LISTED_AS_OF,
    Verdict.SUSPENDED,
    Verdict.REVOKED,
    Verdict.EXPIRED,
    Verdict.SIMILAR_NAME,
    Verdict.NOT_FOUND,
    Verdict.NOT_A_P3MI,
)
"""What an officer may answer after looking for themselves."""


def officer_verdict(verdict: Verdict, name: str, on: date, language: Language) -> str:
    """Give an officer's own finding in reviewed words; its first words are harmless on a lock screen."""
    return say(f"officer_verdict.{verdict.value}", language, name=_short(name), day=full_day(on, language))


def chosen_text(agency: Agency, checked: Check, language: Language) -> str:
    """Say what the list says of a name that the citizen picked from near ones: never that it is the one meant."""
    status = status_on(agency, checked.on, as_of=checked.edition.as_of)
    as_of = full_day(checked.edition.as_of, language)
    said = say(f"verdict.chosen_{status.value}", language, name=_short(agency.name), as_of=as_of)
    is_exact = any(match.agency is agency and _is_one_of_several(match) for match in checked.candidates)
    caution = say("verdict.chosen_unproven" if is_exact else "verdict.chosen_caution", language)
    return "\n\n".join([said, *([caution] if status is Status.VALID else []), source_line(checked.edition, language)])


def source_line(edition: Edition, language: Language) -> str:
    """Name the list that an answer comes from; an invented one says so and nothing else."""
    if edition.invented:
        return say("verdict.invented", language)
    return say("verdict.source", language, source=edition.source[:_LONGEST_SOURCE], rows=edition.rows)


def full_day(at: date, language: Language) -> str:
    """Write a day with its year: a list and a claim may be old, and nobody remembers their weekday."""
    return f"{day(at, language).partition(' ')[2]} {at.year}"


def is_grave(verdict: Verdict) -> bool:
    """Say whether the verdict warns by itself."""
    return verdict in GRAVE


def has_no_name(checked: Check) -> bool:
    """Say whether the message held no name that could be looked up."""
    return any(reason.why is Why.NO_NAME for reason in checked.reasons)


def is_a_person(checked: Check) -> bool:
    """Say whether a person was asked about, and not a company."""
    return checked.verdict is Verdict.NOT_A_P3MI and Reason(Why.A_PERSON) in checked.reasons


def names_several(checked: Check) -> bool:
    """Say whether more than one company was named."""
    return any(reason.why is Why.SEVERAL_NAMES for reason in checked.reasons)


def _wording(checked: Check) -> str:
    whys = {reason.why for reason in checked.reasons}
    match checked.verdict:
        case Verdict.NOT_A_P3MI:
            return "NOT_A_P3MI_person" if Why.A_PERSON in whys else "NOT_A_P3MI"
        case Verdict.NOT_FOUND if Why.NO_NAME in whys:
            return "NOT_FOUND_number" if checked.phones or checked.accounts else "NOT_FOUND_no_name"
        case Verdict.SIMILAR_NAME if Why.SEVERAL_NAMES in whys:
            return "SIMILAR_NAME_several"
        case Verdict.SIMILAR_NAME if whys <= {Why.SAME_PHONE, Why.SAME_ADDRESS}:
            return "SIMILAR_NAME_number"
        case Verdict.REGISTRY_UNFIT:
            return f"REGISTRY_UNFIT_{next((key for why, key in _UNFIT.items() if why in whys), 'stale')}"
    return checked.verdict.value


def _name(checked: Check) -> str:
    nearest = checked.confirmed or (checked.candidates[0].agency if checked.candidates else None)
    return nearest.name if nearest else checked.asked_name


def _offered(checked: Check, language: Language) -> str:
    lines = enumerate(checked.candidates, 1)
    return "\n".join(f"{n}. {_short(match.agency.name)}{_mark(match, checked, language)}" for n, match in lines)


def _mark(match: Match, checked: Check, language: Language) -> str:
    """Say behind a name that stands in the message word for word, among others, where its licence is gone."""
    status = status_on(match.agency, checked.on, as_of=checked.edition.as_of)
    if not _is_one_of_several(match) or status is Status.VALID:
        return ""
    return f" ({say(f'verdict.mark_{status.value}', language)})"


def _is_one_of_several(match: Match) -> bool:
    return any(reason.why is Why.SEVERAL_NAMES for reason in match.reasons)


def _newest_act(checked: Check) -> Event | None:
    """Give the newest act upon the licence of the company meant that rests on something."""
    acts = [act for act in checked.confirmed.events if act.on <= checked.on and act.source] if checked.confirmed else []
    return max(acts, default=None)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
