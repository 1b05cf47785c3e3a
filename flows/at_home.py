"""Whether the one whom a talk is of is in Indonesia, as far as it was told: then nothing abroad is any help to them."""

from datetime import date

from flows import questions as q
from flows.conversation import Conversation
from flows.places import resolve
from flows.turning import signs_of
from flows.understanding.mentions import read_mentions
from flows.understanding.places_named import named_places
from flows.understanding.words import read_words

_LONGEST = 200  # characters
_ISO_DAY = 10


def is_abroad(told: Conversation, now: str = "", *, today: date) -> bool:
    """Say whether they are abroad: a country was told of, no place in Indonesia where they are now, no day to leave.

    `now` is where they are by the message that was just read, "" where it does not say.
    """
    signs = {name for name, _ in signs_of(told)}
    if "abroad" not in signs:
        return False
    is_there = _is_in_indonesia(_here(told, now))
    return not (is_there or (is_there is None and is_still_to_leave(told, today)))


def is_still_to_leave(told: Conversation, today: date) -> bool:
    """Say whether the journey that was told of begins today or later."""
    if "departing_soon" in {name for name, _ in signs_of(told)}:
        return True
    try:
        return date.fromisoformat(told.value(q.DEPARTURE.id)[:_ISO_DAY]) >= today
    except ValueError:
        return False


def is_at_home(told: Conversation, now: str = "") -> bool:
    """Say whether it was told that they are at a place in Indonesia: "saya masih di batam"."""
    return bool(_is_in_indonesia(_here(told, now)))


def _here(told: Conversation, now: str) -> str:
    return (now or (told.value(q.VICTIM_NOW.id) if told.knows(q.VICTIM_NOW.id) else ""))[:_LONGEST]


def _is_in_indonesia(now: str) -> bool | None:
    """Say whether a place is in Indonesia; none where that is not known."""
    named = named_places(read_mentions(read_words(now))) if now else []
    if named:
        return not any(place.is_abroad for place in named)
    place = resolve(now).place if now else None
    return True if place is not None and place.code is not None else None
