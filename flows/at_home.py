"""Whether the one whom a talk is of is in Indonesia, as far as it was told: then nothing abroad is any help to them."""

from flows import questions as q
from flows.conversation import Conversation
from flows.places import resolve
from flows.turning import signs_of
from flows.understanding.mentions import read_mentions
from flows.understanding.places_named import named_places
from flows.understanding.words import read_words

_LONGEST = 200  # characters


def is_abroad(told: Conversation, now: str = "") -> bool:
    """Say whether they are abroad: a country was told of, and no place in Indonesia where they are now.

    `now` is where they are by the message that was just read, "" where it does not say.
    """
    signs = {name for name, _ in signs_of(told)}
    return "abroad" in signs and "departing_soon" not in signs and not is_at_home(told, now)


def is_at_home(told: Conversation, now: str = "") -> bool:
    """Say whether it was told that they are at a place in Indonesia: "saya masih di batam"."""
    here = now or (told.value(q.VICTIM_NOW.id) if told.knows(q.VICTIM_NOW.id) else "")
    return _is_in_indonesia(here[:_LONGEST])


def _is_in_indonesia(now: str) -> bool:
    if not now:
        return False
    named = named_places(read_mentions(read_words(now)))
    if named:
        return not any(place.is_abroad for place in named)
    place = resolve(now).place
    return place is not None and place.code is not None
