"""Whatever is sent in whatever state: a kind answer, nothing raised, danger heard, the state kept whole."""

import itertools

import pytest

from flows.conversation import dump, load
from flows.events import Added, Filed, OfficerCalled, Updated
from flows.labels import Language, Urgency
from flows.questions import FORM_QUESTIONS, QUESTIONS
from flows.said import Said
from flows.texts import catalogue
from flows.turn import Turn, take_turn
from tests.flows.reached import DANGER, EVERY_KIND, states

_STATES = states()
_NAMES = [f"{flow or 'rest'}-{prompt or 'nothing'}-{tickets}" for flow, prompt, tickets in _STATES]
_OF_FORMS = {question.id for question in FORM_QUESTIONS.values()}  # all of them in test_paths


def test_dialogues_reach_every_question() -> None:
    assert set(QUESTIONS) - {prompt for _, prompt, _ in _STATES} <= _OF_FORMS


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_everything_is_answered(kind: str) -> None:
    turns = {name: _take(state, EVERY_KIND[kind]) for name, state in zip(_NAMES, _STATES.values(), strict=True)}

    assert [name for name, turn in turns.items() if not _is_well_answered(turn)] == []
    assert [name for name, turn in turns.items() if load(dump(turn.conversation)) != turn.conversation] == []


@pytest.mark.parametrize("state", _STATES.values(), ids=_NAMES)
def test_danger_reaches_a_human_in_every_state(state: tuple[bytes, object]) -> None:
    """Where to call is shown, and somebody on duty is called, unless that was done for this danger before."""
    before = load(state[0])
    turn = _take(state, Said(text=DANGER))

    called = any(isinstance(event, OfficerCalled) and event.is_danger for event in turn.events)
    assert called or before.value("urgency") == Urgency.EMERGENCY
    assert before.value("advised") or any(help_ in turn.replies[0].text for help_ in ("110", "KBRI"))


@pytest.mark.parametrize("state", _STATES.values(), ids=_NAMES)
def test_voice_note_is_kept_in_every_state(state: tuple[bytes, object]) -> None:
    turn = _take(state, EVERY_KIND["voice"])

    told = turn.conversation.flow in {"report", "check"} or any(
        isinstance(e, Added | Updated | Filed) for e in turn.events
    )
    kept = any("tersimpan" in reply.text or "kept" in reply.text for reply in turn.replies)
    assert told
    assert kept or any(isinstance(event, Added) for event in turn.events)


@pytest.mark.parametrize("state", _STATES.values(), ids=_NAMES)
def test_nobody_is_told_twice_in_a_row_that_they_were_not_understood(state: tuple[bytes, object]) -> None:
    conversation, facts = load(state[0]), state[1]
    replies = []
    for _ in range(5):
        turn = take_turn(conversation, Said(text="xqz wkk"), facts)
        conversation = load(dump(turn.conversation))
        replies.append(" ".join(reply.text for reply in turn.replies))

    not_understood = [any(text.split(".")[0] in reply for text in _misses()) for reply in replies]
    assert not any(one and two for one, two in itertools.pairwise(not_understood))


def _is_well_answered(turn: Turn) -> bool:
    texts = [reply.text for reply in turn.replies]
    return (
        bool(texts)
        and all(0 < len(text) <= 1000 and "{" not in text for text in texts)
        and all(option.title for reply in turn.replies for option in reply.options)
    )


def _take(state: tuple[bytes, object], said: Said) -> Turn:
    return take_turn(load(state[0]), said, state[1])


def _misses() -> list[str]:
    return [catalogue(language)["miss.second"] for language in Language]
