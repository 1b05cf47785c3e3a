"""The ticket that a conversation amounts to so far: story, identity and visible metadata taken apart."""

from datetime import date, datetime, time

from flows import questions as q
from flows.asked_where import SPOT_ASKED
from flows.children_beside import as_fact, children_beside
from flows.contact_limits import with_limit
from flows.conversation import CALLED, PLACE, Answer, Conversation
from flows.events import Draft
from flows.facts import Facts
from flows.labels import Category, Urgency
from flows.not_paid import with_what_is_not_paid
from flows.others_numbers import owner_of
from flows.places import resolve
from flows.reading import Signal
from flows.report import (
    ADVISED,
    HIDDEN,
    NO_110,
    NO_CALLS,
    PUT_OFF,
    SAID_AGAIN,
    SILENCE,
    SUMMED,
    UNRUNG,
    WAITED,
    asked_of_a_report,
    is_kept_back,
)
from flows.spoken_of import SPOKEN_OF
from flows.taking_back import NAME_TAKEN_BACK, without_own_name
from flows.turning import signs_of
from flows.understanding.babies import age_in_words, is_a_babys
from flows.victim_lines import WRITER_TOO, has_several, is_of_age
from flows.worries import COMFORTED

_OF_THE_REPORTER = {
    "reporter_name": "name",
    "contact": "contact",
    "contact_phone": "phone",
    "contact_when": "when",
    "contact_wording": "wording",
}
_CHILD = "child_victim"
_BESIDE = {
    q.RECRUITER.id: ("company",),
    q.RECRUITER_PHONE.id: ("account", "victim_phone"),
    q.PAYMENT.id: ("salary",),
}
_IN_PIECES = frozenset({q.VICTIM, q.RECRUITER})  # where nothing else was told, a name or an age is their line
_NOT_FACTS = frozenset(
    {*_OF_THE_REPORTER, "ticket", "urgency", "category", "signals", "safe", "summary", "fix", "consent", "resume"}
    | {"delete", "withdraw", "menu", "menu_guess", "menu_sure", "anonymous", "files", "receipt", "child", "silent"}
    | {"left_by", "contact_later", "check_next", "check_which", "sound", "check_enough"}
    | {SPOKEN_OF, PUT_OFF, NO_CALLS, UNRUNG, SAID_AGAIN, SILENCE, SUMMED, COMFORTED, ADVISED, NO_110, PLACE, WAITED}
    | {"watch_consent", "told_beside", "stranger", "no_report", CALLED, HIDDEN, NAME_TAKEN_BACK, SPOT_ASKED}
)


def draft_of(conversation: Conversation, facts: Facts, *, may_contact: bool | None = None) -> Draft:
    """Gather everything that was told into one draft.

    Args:
        conversation: The running flow with its answers.
        facts: For the calendar of the departure.
        may_contact: Set where the flow itself means "answer me"; otherwise the citizen's own choice counts.
    """
    told = conversation.answers
    reporter = {field: told[key].value for key, field in _OF_THE_REPORTER.items() if key in told and told[key].is_known}
    if is_kept_back(conversation, q.REPORTER_NAME):
        reporter.pop("name", None)  # given first, taken back later
    if whose := owner_of(reporter.get("phone", ""), conversation):
        reporter["phone_of"] = whose
    if unrung := _unrung(conversation):
        reporter["when"] = with_limit(reporter.get("when", ""), unrung)
    if conversation.knows(SILENCE):
        reporter["when"] = with_limit(reporter.get("when", ""), conversation.value(SILENCE))
    if may_contact is None and CALLED in told and not conversation.knows(q.CONTACT.id):
        may_contact = True  # who called for an officer waits for an answer
    agreed = conversation.value("contact") in {"chat", "phone"} if may_contact is None else may_contact
    signals = _with_the_age(conversation, tuple(Signal(name, words) for name, words in signs_of(conversation)))
    children = children_beside(conversation)
    if children and not any(signal.name == _CHILD for signal in signals):
        signals = (*signals, Signal(_CHILD, children[0].in_words))
    facts_told = without_own_name(conversation, {key: told[key] for key in told if key not in _NOT_FACTS})
    if facts_told.get(q.VICTIM.id, Answer()).value == "self":
        facts_told.pop(WRITER_TOO, None)
    facts_told, signals = with_what_is_not_paid(conversation, facts_told | as_fact(children), signals)
    return Draft(
        urgency=Urgency(conversation.value("urgency") or Urgency.NORMAL),
        category=_category(conversation),
        facts=facts_told,
        signals=signals,
        reporter=reporter,
        is_anonymous=conversation.value("anonymous") != "name",
        may_contact=agreed,
        names_official=any(signal.name == "official_involved" for signal in signals),
        area_code=_area(conversation, facts),
        departure_at=_moment(conversation.value("departure"), facts),
    )


def _unrung(conversation: Conversation) -> str:
    """Give the words in which a writer refused to be rung: it could give them away, whoever calls."""
    return "" if conversation.value(q.CONTACT.id) in {"phone", "no"} else conversation.value(UNRUNG)


def _category(conversation: Conversation) -> Category:
    """Give the form of trafficking; somebody grown up is no child, whatever "anak saya" suggests."""
    told = Category(conversation.value("category") or Category.NONE)
    return Category.NONE if told is Category.CHILD and _is_grown_up(conversation) else told


def _is_grown_up(conversation: Conversation) -> bool:
    """Say whether the one victim is of age; of several the age that was told is that of one."""
    age = conversation.value("victim_age")
    return is_of_age(age) and not has_several(conversation)


def _with_the_age(conversation: Conversation, signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """Let the age that was told say whether the victim is a child; of several victims it is that of one."""
    age = conversation.value("victim_age")
    if not age.isdecimal() and not is_a_babys(age):
        return signals
    is_shown = any(signal.name == _CHILD for signal in signals)
    if not is_shown and not is_of_age(age):
        return (*signals, Signal(_CHILD, age_in_words(age)))
    if is_shown and _is_grown_up(conversation):
        return tuple(signal for signal in signals if signal.name != _CHILD)
    return signals


def summary_lines(conversation: Conversation) -> list[tuple[str, Answer]]:
    """Give what was told, in the order in which it was asked, as (key, answer).

    An account, a firm or a wage is asked for by no question of its own: it stands behind the line it belongs to, for
    nobody puts right what they cannot see.
    """
    lines: list[tuple[str, Answer]] = []
    told = conversation.answers
    for question in asked_of_a_report():
        answer = told.get(question.id)
        if question in _IN_PIECES and not (answer and answer.is_known):
            answer = next((told[key] for key in question.fits if conversation.knows(key)), None)
        if answer and answer.is_known and not is_kept_back(conversation, question):
            lines.append((question.id, answer))
        beside = [key for key in _BESIDE.get(question.id, ()) if conversation.knows(key)]
        lines += [(key, told[key]) for key in beside if told[key].value not in {line.value for _, line in lines}]
    return lines


def _moment(value: str, facts: Facts) -> datetime | None:
    # an answer that was understood starts with its date: "2026-11-26" or "2026-11-26 05:00"
    day, _, clock = value.partition(" ")
    try:
        # without an hour the end of the day counts down too late: officers get the earliest it can be
        at = time.fromisoformat(clock) if clock else time(0, 0)
        return datetime.combine(date.fromisoformat(day), at, tzinfo=facts.zone)
    except ValueError:
        return None


def _area(conversation: Conversation, facts: Facts) -> str | None:
    """Give the district, or at least the regency, that the matter belongs to: where the victim is, else comes from."""
    for key in ("victim_now", "origin", "destination"):
        place = (
            resolve(conversation.value(key)[:200], province=facts.province).place if conversation.knows(key) else None
        )
        if place and (place.district or place.regency):
            return place.district or place.regency
    return None
