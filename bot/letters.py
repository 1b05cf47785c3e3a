"""How messages look inside a sealed body, and back: the JSON shapes of inbox, transcript and outbox."""

from collections.abc import Mapping, Sequence
from typing import cast

from flows.conversation import Answer
from flows.events import Draft
from flows.reply import Option, Reply
from flows.said import Said


def said_body(said: Said) -> dict[str, object]:
    """Give the body of an inbound message; only what is there takes room."""
    body: dict[str, object] = {"kind": str(said.kind)}
    if said.text:
        body["text"] = said.text
    if said.token:
        body["choice"] = said.token
    if said.location:
        body["location"] = [said.location.lat, said.location.lon, said.location.label]
    if said.contact:
        body["contact"] = [said.contact.name, list(said.contact.phones)]
    if said.attachments:
        body["media"] = [file.media_id for file in said.attachments]
    if said.start:
        body["start"] = said.start
    if said.forwarded:
        body["forwarded"] = True
    return body


def told_body(told: Draft) -> dict[str, object]:
    """Give what was read in a message that came after filing, as the transcript keeps it beside the words."""
    facts = {key: fact_body(answer) for key, answer in told.facts.items()}
    found = {"facts": facts, "reporter": dict(told.reporter)}
    return {"told": found} if any(found.values()) else {}


def fact_body(answer: Answer) -> dict[str, str]:
    """Give one fact as a ticket keeps it; only what is there takes room."""
    fact = {"value": answer.value, "from": answer.origin, "words": answer.words, "was": answer.was}
    return {key: value for key, value in fact.items() if value}


def inbox_body(said: Said, unread: Mapping[str, str]) -> dict[str, object]:
    """Give the body of an inbound message as the inbox keeps it, with what nobody reads yet."""
    return {**said_body(said), "unread": dict(unread)} if unread else said_body(said)


def reply_body(reply: Reply) -> dict[str, object]:
    """Give the body of an outbound message."""
    body: dict[str, object] = {"text": reply.text}
    if reply.options:
        body["choices"] = [{"id": option.id, "title": option.title} for option in reply.options]
    if reply.prompt:
        body["prompt"] = reply.prompt
    return body


def reply_of(body: Mapping[str, object]) -> Reply:
    """Read back what `reply_body` wrote."""
    choices = cast("Sequence[Mapping[str, str]]", body.get("choices", ()))
    options = tuple(Option(choice["id"], choice["title"]) for choice in choices)
    return Reply(str(body.get("text", "")), options, str(body.get("prompt", "")))
