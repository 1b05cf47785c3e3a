"""What of a ticket may lead to another one, or to checks: names, phones and accounts, each in one spelling."""

from collections.abc import Mapping

from flows.conversation import Answer
from flows.matching import Registry
from flows.matching.marks import Mark, holder_marks, marks_in, name_asked, name_mark, numbers_in, person_mark

_NAMES = ("company", "check_listed", "check_picked")
_QUESTIONS = ("check_name", "check_exact")
_PERSONS = ("recruiter",)
_NUMBERS = ("recruiter", "recruiter_phone", "account", "card")
_HELD = ("account", "recruiter_phone")


def marks_of(facts: Mapping[str, Answer], registry: Registry | None) -> frozenset[Mark]:
    """Give every mark of these facts by which tickets can meet, each a suggestion for an officer to confirm."""
    told = {key: answer.value for key, answer in facts.items() if answer.is_known}
    found = frozenset(mark for key, value in told.items() for mark in _marks(key, value, registry))
    if _is_asked_in_the_story(told):
        found |= marks_in(told["what"], registry)
    return found


def shown_marks(facts: Mapping[str, str]) -> Mapping[Mark, str]:
    """Give how each mark of these facts is written for an officer: names as they were told, the shortest way."""
    shown: dict[Mark, str] = {}
    for key, value in facts.items():
        for mark in _marks(key, value, None):
            written = value if mark[0] in {"name", "person"} else mark[1]
            shown[mark] = min(shown.get(mark, written), written, key=len)
    if _is_asked_in_the_story(facts):
        shown |= {mark: name_asked(facts["what"]) for mark in marks_in(facts["what"], None) if mark[0] == "name"}
    return shown


def _is_asked_in_the_story(told: Mapping[str, str]) -> bool:
    """Say whether the first message of a check is all that names the recruiter: "sinar contoh terdaftar?"."""
    return "check_verdict" in told and "what" in told and not told.keys() & {*_NAMES, *_QUESTIONS}


def _marks(key: str, value: str, registry: Registry | None) -> frozenset[Mark]:
    found: frozenset[Mark] = frozenset()
    if key in _NAMES:
        found |= name_mark(value, registry)
    if key in _QUESTIONS:
        found |= marks_in(value, registry)
    if key in _PERSONS:
        found |= person_mark(value)
    if key in _NUMBERS:
        found |= numbers_in(value)
    if key in _HELD:
        found |= holder_marks(value, registry)
    return found
