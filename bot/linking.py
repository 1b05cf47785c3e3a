"""What of a ticket may lead to another one: company and person names, phones and accounts, each in one spelling."""

from collections.abc import Iterator, Mapping

from flows.conversation import Answer
from flows.matching import name_key
from flows.matching.numbers import take_numbers

_NAMES = ("company", "check_listed", "check_picked")
_TEXTS = ("check_name", "check_exact", "recruiter", "recruiter_phone", "account", "card")
_SHORTEST = 6  # letters of a name's key; a shorter one is shared by strangers


def marks_of(facts: Mapping[str, Answer]) -> frozenset[tuple[str, str]]:
    """Give (kind, normalised value) for everything in these facts by which tickets can meet."""
    return frozenset(_marks(facts))


def _marks(facts: Mapping[str, Answer]) -> Iterator[tuple[str, str]]:
    for key in _NAMES:
        name = name_key(facts[key].value) if key in facts and facts[key].is_known else ""
        if len(name) >= _SHORTEST:
            yield "name", name
    for key in _TEXTS:
        if key in facts and facts[key].is_known:
            numbers = take_numbers(facts[key].value[:500])
            yield from (("phone", phone) for phone in numbers.phones)
            yield from (("account", account) for account in numbers.accounts)
