"""What is known of a ticket: what was told until it was filed, completed by what was told of it later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flows.adding import completed, told_again
from flows.conversation import Answer, Origin
from flows.questions import VICTIM
from storage.desk_ticket import Json, MessageRow

_ORIGINS = {origin.value: origin for origin in Origin}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known, the words it rests on, and what it replaced."""

    id: str
    value: str
    source: str
    words: str
    was: str


def facts_of(report: Json, messages: Sequence[MessageRow]) -> tuple[Fact, ...]:
    """Give every fact of a ticket; `messages` are its transcript, oldest first."""
    filed = {fact.id: fact for fact in _read(report.get("facts"))}
    known = before = {name: _answer(fact) for name, fact in filed.items()}
    for told in _later(messages, "facts"):
        known = completed(known, {fact.id: _answer(fact) for fact in _read(told)})
    return tuple(
        filed[name] if answer is before.get(name) else Fact(name, answer.value, answer.origin, answer.words, answer.was)
        for name, answer in known.items()
    )


def reporter_of(reporter: Json, messages: Sequence[MessageRow], *, is_anonymous: bool) -> dict[str, str]:
    """Give what the reporter told of themselves, the newest wish first; no name where they want none to be known."""
    known = {key: str(value) for key, value in reporter.items() if value}
    for told in _later(messages, "reporter"):
        if isinstance(told, Mapping):
            known = told_again(known, {str(key): str(value) for key, value in told.items() if value})
    if is_anonymous:
        known.pop("name", None)
    return known


def of_oneself(facts: Mapping[str, str], reporter: Mapping[str, str]) -> dict[str, str]:
    """Give what is known of a victim who writes: their relation to the writer, and the name and number told as theirs.

    It is kept once, with the reporter, and only shown here: an identity has no place in the story.
    """
    if facts.get(VICTIM.id) != "self":
        return {}
    own = {"victim_name": reporter.get("name", "")}
    number = reporter.get("phone", "")
    if number.startswith("+") and not reporter.get("phone_of"):
        own["victim_phone"] = number
    return {"victim_relation": "saya sendiri"} | {key: told for key, told in own.items() if told and not facts.get(key)}


def way_to(reporter: Mapping[str, str]) -> str:
    """Give how the writer is reached: their number, with "chat" before it where they are to be written to."""
    way, number = reporter.get("contact", ""), reporter.get("phone", "")
    return f"{way}, {number}" if number and way == "chat" else number or way


def _later(messages: Sequence[MessageRow], what: str) -> Iterable[object]:
    for message in messages:
        told = message.body.get("told")
        if message.speaker == "citizen" and isinstance(told, Mapping):
            yield told.get(what)


def _read(facts: object) -> tuple[Fact, ...]:
    # older editions of the flow may have written other shapes: what cannot be read is shown as it is, never dropped
    if not isinstance(facts, Mapping):
        return ()
    return tuple(_fact(str(name), body) for name, body in facts.items())


def _answer(fact: Fact) -> Answer:
    return Answer(fact.value, _ORIGINS.get(fact.source, Origin.READ), fact.words, fact.was)


def _fact(name: str, body: object) -> Fact:
    if not isinstance(body, Mapping):
        return Fact(name, str(body), "", "", "")
    return Fact(name, *(str(body.get(key) or "") for key in ("value", "from", "words", "was")))
