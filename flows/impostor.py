"""The impostor questions: what they ask after any verdict, and the red flags that their answers raise."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.labels import Category, Language
from flows.papers_with_another import are_with_another
from flows.question import Question
from flows.sums import are_paid
from flows.turning import signs_of

_NOT = frozenset({"tidak", "bukan", "belum", "no", "not", "never"})
_HELD = "papers_held"
_LITTLE = 3  # answers
_ENOUGH_HEAVY = 2  # heavy flags after which one more answer changes nothing for the family

VISA = q.FORM_QUESTIONS[Category.NON_PROCEDURAL_MIGRANT_WORK]
FIRST = (q.CHECK_WHO, q.DESTINATION, q.CHECK_ACCOUNT)
LATER = (q.CHECK_OFFICE, q.CHECK_ORDER, VISA, q.DOCUMENTS)
ASKED_IN_A_CHECK = frozenset((*FIRST, *LATER))


@dataclass(frozen=True, slots=True)
class Flag:
    """One sign; its sentence stands in the catalogues under `flag.<text>`, a claim's under `closure.<text>`."""

    id: str
    text: str
    weight: int
    question: str = ""
    answers: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    signs: tuple[str, ...] = ()
    any_sum: bool = False

    @property
    def is_heavy(self) -> bool:
        """True where this sign alone makes the answer a warning."""
        return self.weight >= heavy_from()


@dataclass(frozen=True, slots=True)
class Claim:
    """A dated public claim about sending workers to a country."""

    places: tuple[tuple[str, ...], ...]
    text: str
    weight: int
    day: date
    source: Mapping[str, str]

    @property
    def is_heavy(self) -> bool:
        """True where this claim alone makes the answer a warning."""
        return self.weight >= heavy_from()

    def source_in(self, language: Language) -> str:
        """Name who claimed it."""
        return self.source[language.value]


def flags_of(conversation: Conversation) -> tuple[Flag, ...]:
    """Give the red flags that were told so far, heaviest first."""
    signs = {name for name, _ in signs_of(conversation)}
    raised = [flag for flag in _flags() if _is_raised(flag, conversation) or signs.intersection(flag.signs)]
    unique = {flag.text: flag for flag in raised}
    return tuple(sorted(unique.values(), key=lambda flag: -flag.weight))


def claim_of(conversation: Conversation) -> Claim | None:
    """Give the claim about the country that was told, if there is one."""
    words = fold(conversation.value(q.DESTINATION.id)[:200]) if conversation.knows(q.DESTINATION.id) else ()
    return next((claim for claim in _claims() if any(_stands_in(place, words) for place in claim.places)), None)


def asks_no_money(conversation: Conversation) -> bool:
    """Say whether it was told that no money is asked, and none was named."""
    paid = conversation.value(q.PAYMENT.id)
    return conversation.value(q.CHECK_ACCOUNT.id) == "none" and paid in {"", "none"}


def is_enough(conversation: Conversation) -> bool:
    """Say whether the answers warn already, so that no more need be asked."""
    claim = claim_of(conversation)
    heavy = sum(flag.is_heavy for flag in flags_of(conversation)) + bool(claim and claim.is_heavy)
    return heavy >= _ENOUGH_HEAVY


def has_told_little(conversation: Conversation) -> bool:
    """Say whether so few questions were answered that no warning sign means nothing."""
    return sum(conversation.knows(question.id) for question in (*FIRST, *LATER)) < _LITTLE


def questions_left(conversation: Conversation, *, is_grave: bool) -> tuple[Question, ...]:
    """Give the questions to ask, in order. Where the verdict itself warns, the first ones are enough."""
    if conversation.value("check_enough"):
        return ()
    return FIRST if is_grave or is_enough(conversation) else (*FIRST, *LATER)


@cache
def heavy_from() -> int:
    """Give the weight from which a sign is heavy."""
    return int(_read("red_flags.toml")["heavy_from"])


def _is_raised(flag: Flag, conversation: Conversation) -> bool:
    if not flag.question or not conversation.knows(flag.question):
        return False
    value = conversation.value(flag.question)
    if value in flag.answers or (flag.any_sum and are_paid(value)):
        return True
    if flag.text == _HELD and value not in q.DOCUMENTS.choices and are_with_another(value[:200]):
        return True
    words = fold(value[:200])
    return not _NOT.intersection(words) and any(_stands_in(phrase, words) for phrase in flag.words)


def _stands_in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[place : place + len(phrase)] == phrase for place in range(len(words) - len(phrase) + 1))


@cache
def _flags() -> tuple[Flag, ...]:
    return tuple(
        Flag(
            row["id"],
            row["text"],
            row["weight"],
            row.get("question", ""),
            tuple(row.get("answers", ())),
            tuple(fold(words) for words in row.get("words", ())),
            tuple(row.get("signs", ())),
            row.get("any_sum", False),
        )
        for row in _read("red_flags.toml")["flag"]
    )


@cache
def _claims() -> tuple[Claim, ...]:
    return tuple(
        Claim(tuple(fold(place) for place in row["places"]), row["text"], row["weight"], row["day"], row["source"])
        for row in _read("closures.toml")["claim"]
    )


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("flows").joinpath(name).read_text("utf-8"))
