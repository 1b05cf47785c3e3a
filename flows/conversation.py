"""The state of a conversation: its flow, the answers by question, its language, and what was last shown."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

import orjson

from flows.labels import Language

EDITION = 1
CALLED = "called"
"""The key of the ticket by which an officer was called to a talk in which nothing had been told."""
PLACE = "place"
"""The key of who is in danger and where, as `flows.advised` names it: kept after filing, for what is advised then."""


class Origin(StrEnum):
    """Where an answer came from."""

    ASKED = "asked"
    VOLUNTEERED = "volunteered"
    CORRECTED = "corrected"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    REOPENED = "reopened"
    """Told before, to be asked again: the old value stays until there is a new one."""
    READ = "read"
    """Put there by the hotline itself: what it read between the lines, or the code of the ticket it filed."""


_KEPT_AT_REST = frozenset({CALLED, PLACE})
_OPEN = frozenset({Origin.UNKNOWN, Origin.SKIPPED, Origin.REOPENED})


# named tuples, for these are made anew on every message: a frozen dataclass costs three times as much to make
class Answer(NamedTuple):
    """One answer, the words it rests on, and what it replaced."""

    value: str = ""
    origin: Origin = Origin.ASKED
    words: str = ""
    was: str = ""

    @property
    def is_known(self) -> bool:
        """True where something was told and stands, false for "I do not know", "skip" and what is asked again."""
        return self.value != "" and self.origin not in _OPEN


class Shown(NamedTuple):
    """The question last shown, its options in order, and how often in a row it was not understood."""

    prompt: str
    options: tuple[str, ...] = ()
    misses: int = 0


# a table is several times quicker than calling the enum, and every answer of every message passes here
_ORIGINS = {origin.value: origin for origin in Origin}
_LANGUAGES = {language.value: language for language in Language}
_NO_ANSWERS: Mapping[str, Answer] = MappingProxyType({})


class Conversation(NamedTuple):
    """A conversation between two messages. `flow` is "" while it rests."""

    flow: str = ""
    edition: int = EDITION
    answers: Mapping[str, Answer] = _NO_ANSWERS
    language: Language = Language.INDONESIAN
    shown: Shown | None = None

    def value(self, question_id: str) -> str:
        """Give the answer's value, "" where it is not known."""
        answer = self.answers.get(question_id)
        return answer.value if answer else ""

    def knows(self, question_id: str) -> bool:
        """Say whether something was told for that question."""
        answer = self.answers.get(question_id)
        return answer is not None and answer.is_known

    def with_answers(self, changes: Mapping[str, Answer]) -> "Conversation":
        """Give the conversation with these answers set."""
        return self.holding({**self.answers, **changes})

    def without(self, question_ids: Iterable[str]) -> "Conversation":
        """Give the conversation with these answers taken out."""
        gone = frozenset(question_ids)
        if gone.isdisjoint(self.answers):
            return self
        return self.holding({key: answer for key, answer in self.answers.items() if key not in gone})

    def holding(self, answers: Mapping[str, Answer]) -> "Conversation":
        """Give the conversation with these answers instead of its own."""
        # spelled out here and below: _replace costs several times more, and these run on every message
        return Conversation(self.flow, self.edition, answers, self.language, self.shown)

    def showing(self, shown: Shown | None) -> "Conversation":
        """Give the conversation with another question shown last, or none."""
        return Conversation(self.flow, self.edition, self.answers, self.language, shown)

    def speaking(self, language: Language) -> "Conversation":
        """Give the conversation in that language."""
        if language is self.language:
            return self
        return Conversation(self.flow, self.edition, self.answers, language, self.shown)

    def at_rest(self) -> "Conversation":
        """Give the conversation after a flow ended: the language stays, a call that is no report yet, and the place."""
        kept = {key: answer for key, answer in self.answers.items() if key in _KEPT_AT_REST}
        if self.flow == "report":
            kept.pop(CALLED, None)
        return Conversation(language=self.language, answers=kept or _NO_ANSWERS)


def dump(conversation: Conversation) -> bytes:
    """Write a conversation as JSON; short keys, for it is written on every message."""
    state = {
        "f": conversation.flow,
        "e": conversation.edition,
        "a": dict(conversation.answers),
        "l": conversation.language,
        "s": conversation.shown,
    }
    return orjson.dumps(state, default=tuple)  # answers and what is shown are named tuples, which it asks for


def load(state: bytes) -> Conversation:
    """Read back what `dump` wrote, of this edition of the flows or an earlier one."""
    raw = orjson.loads(state)
    answers = {
        # past the constructor, which costs as much again, a dozen times a message
        key: tuple.__new__(Answer, (value, _ORIGINS[origin], words, was))
        for key, (value, origin, words, was) in raw["a"].items()
    }
    shown = Shown(raw["s"][0], tuple(raw["s"][1]), raw["s"][2]) if raw["s"] else None
    return Conversation(raw["f"], EDITION, answers, _LANGUAGES[raw["l"]], shown)
