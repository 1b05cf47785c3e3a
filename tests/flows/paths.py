"""Walks every path of a flow: every choice of every question that branches, known, unknown and skipped answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flows import questions as q
from flows.ask import Ask, NotYetAnswered
from flows.conversation import Answer, Conversation, Origin
from flows.facts import Facts
from flows.labels import Category, Urgency
from flows.question import Expects, Question
from flows.report import report
from flows.running import FLOWS
from tests.flows.invented_list import invented_list

_FACTS = Facts(
    datetime(2026, 11, 21, 12, tzinfo=UTC),
    ZoneInfo("Asia/Makassar"),
    "AAA-001",
    "1111222233334444",
    registry=invented_list(),
)
CHECKS: Mapping[str, Mapping[str, Answer]] = {
    "namanya ada di daftar": {"check_name": Answer("PT Rinjalo Abadi")},
    "izinnya dicabut": {"check_name": Answer("PT Kayangswara Perkasa")},
    "namanya mirip": {"check_name": Answer("PT Samabelu Kria Utama")},
    "yang ditanya orang": {"check_name": Answer("pak mamad 081917000333")},
    "yang dikirim foto": {"check_name": Answer("(foto atau brosur)")},
}
"""What a check may begin with, by what becomes of it on the invented list."""
WAYS = (Origin.ASKED, Origin.UNKNOWN, Origin.SKIPPED)


@dataclass(frozen=True)
class Step:
    """A question on a path, its wording and what was answered."""

    question: Question
    variant: str
    answer: str


@dataclass(frozen=True)
class Path:
    """One way through a flow to its end."""

    steps: tuple[Step, ...]
    end: str


def walk(flow: str, told: Mapping[str, Answer], way: Origin = Origin.ASKED) -> Iterator[Path]:
    """Give every path of a flow from what is told at its beginning."""
    yield from _walk(FLOWS[flow], Conversation(flow=flow, answers=dict(told)), (), way)


def beginnings(*, every_form: bool) -> Iterator[dict[str, Answer]]:
    """Give what a report may begin with: nothing, danger, a journey, a point on the map, a form of trafficking."""
    danger = Answer(Urgency.EMERGENCY.value, Origin.READ)
    pin, place = Answer("-8.5, 116.1", Origin.VOLUNTEERED), Answer("Batam", Origin.VOLUNTEERED)
    for form in Category if every_form else [Category.NONE]:
        category = {"category": Answer(form.value, Origin.READ)}
        yield category
        yield {**category, "urgency": danger}
        yield {**category, "urgency": danger, "signals": Answer("departing_soon\tbesok", Origin.READ)}
        yield {**category, "urgency": danger, "victim_now": place, "ticket": Answer("AAA-001", Origin.READ)}
        yield {**category, "signals": Answer("departing_later\tbulan depan", Origin.READ)}
        if not every_form:
            yield {**category, "pin": pin}
            yield {**category, "victim": Answer("adik", Origin.VOLUNTEERED)}
            yield {**category, "victim": Answer("self", Origin.VOLUNTEERED)}


def _walk(flow: Callable[[Ask], str], before: Conversation, steps: tuple[Step, ...], way: Origin) -> Iterator[Path]:
    try:
        end = flow(Ask(before, _FACTS))
    except NotYetAnswered as missing:
        question = missing.question
        if question is q.FIX:
            yield Path((*steps, Step(question, "", "")), "asked again")
            return
        for answer in _answers(question, missing.choices, way):
            step = Step(question, missing.variant, answer.value or answer.origin.value)
            yield from _walk(flow, before.with_answers({question.id: answer}), (*steps, step), way)
    else:
        yield Path(steps, end)


def _answers(question: Question, choices: tuple[str, ...], way: Origin) -> Iterator[Answer]:
    if question.must_choose or question.expects is Expects.CHOICE:
        yield from (Answer(choice) for choice in choices)
    elif question is q.VICTIM:
        yield from (Answer(choice) for choice in ("self", "family", "nobody"))
    elif way is Origin.ASKED:
        yield Answer("told")
    if way is not Origin.ASKED and not question.must_choose:
        yield Answer(origin=way)


def as_asked(step: Step) -> str:
    """Give the key of the text by which a step is asked."""
    return f"ask.{step.question.id}_{step.variant}" if step.variant else f"ask.{step.question.id}"


def skip_all(told: Mapping[str, Answer]) -> int:
    """Count what is asked of somebody who leaves every question open that may be left."""
    conversation, asked = Conversation(flow="report", answers=dict(told)), 0
    while True:
        try:
            report(Ask(conversation, _FACTS))
        except NotYetAnswered as missing:
            asked += 1
            question = missing.question
            answer = Answer(question.choices[0]) if question.must_choose else Answer(origin=Origin.SKIPPED)
            conversation = conversation.with_answers({question.id: answer})
        else:
            return asked
