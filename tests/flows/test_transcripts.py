"""The golden dialogues: word for word without a database, and once more through the whole hotline on SQLite."""

import itertools
import re
from datetime import timedelta

import pytest

from bot.rehearsal import Rehearsal, rehearse
from tests.flows.conftest import EVENING
from tests.flows.pretend_desk import PretendDesk, as_table, in_words
from tests.flows.transcript import Dialogue, done_in, read_all, said_in, write

_DIALOGUES = read_all()
_CODE = re.compile(r"\b[A-Z0-9]{3}-[A-Z0-9]{3}\b")
_RECEIPT = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")


def _ids(dialogues: list[Dialogue]) -> list[str]:
    return [dialogue.name for dialogue in dialogues]


def test_there_are_enough_dialogues_in_both_languages() -> None:
    names = _ids(_DIALOGUES)

    assert len(names) >= 45
    assert sum(name.startswith("en_") for name in names) >= 8


@pytest.mark.parametrize("dialogue", _DIALOGUES, ids=_ids(_DIALOGUES))
def test_dialogue_is_word_for_word(dialogue: Dialogue, *, rewrite: bool) -> None:
    """The same words, events and tickets, the state saved and reloaded between every two turns."""
    spoken = speak(dialogue)
    if rewrite:
        write(spoken)

    assert rewrite or (spoken.turns, spoken.tickets) == (dialogue.turns, dialogue.tickets)


@pytest.mark.parametrize("dialogue", _DIALOGUES, ids=_ids(_DIALOGUES))
def test_nothing_is_asked_twice_in_a_row_without_a_word_between(dialogue: Dialogue) -> None:
    replies = [reply for turn in dialogue.turns for reply in turn.get("replies", []) if "?" in reply]

    assert not [one for one, two in itertools.pairwise(replies) if one == two]


_ALONE = [dialogue for dialogue in _DIALOGUES if not dialogue.needs_others]


@pytest.mark.parametrize("dialogue", _ALONE, ids=_ids(_ALONE))
async def test_whole_hotline_says_the_same(dialogue: Dialogue) -> None:
    """Intake, storage, timers and delivery neither lose nor add a word."""
    async with rehearse(now=EVENING) as hotline:
        for turn in dialogue.turns:
            replies = await _rehearse_turn(hotline, turn)
            assert replies is None or replies == [_plain(reply) for reply in turn["replies"]]
        tickets = await hotline.tickets()

    kept = [(ticket.kind, ticket.urgency, ticket.category, ticket.is_incomplete) for ticket in tickets]
    assert kept == [(t["kind"], t["urgency"], t["category"], t["incomplete"]) for t in dialogue.tickets]


def speak(dialogue: Dialogue) -> Dialogue:
    """Speak a dialogue and write down what comes back."""
    desk = PretendDesk()
    turns = []
    for turn in dialogue.turns:
        done = done_in(turn)
        if "officer" in done or "elsewhere" in done:
            _let_others_act(desk, done)
            turns.append(done)
            continue
        taken = desk.wait(timedelta(minutes=done["pause"])) if "pause" in done else desk.hear(said_in(done))
        replies = [reply.as_plain_text() for reply in taken.replies]
        turns.append({**done, "replies": replies, "events": [in_words(event) for event in taken.events]})
    return Dialogue(dialogue.name, dialogue.title, turns, [as_table(one) for one in desk.tickets.values()])


def _let_others_act(desk: PretendDesk, done: dict[str, object]) -> None:
    if "elsewhere" in done:
        desk.file_elsewhere(str(done["elsewhere"]))
    else:
        desk.act({key: value for key, value in done.items() if key != "officer"})


async def _rehearse_turn(hotline: Rehearsal, turn: dict[str, object]) -> list[str] | None:
    if "pause" in turn:
        await hotline.wait(timedelta(minutes=float(str(turn["pause"]))))
        return None  # the ladder may speak here, which is another test's matter
    return [_plain(reply.as_plain_text()) for reply in await hotline.say(said_in(turn))]


def _plain(text: str) -> str:
    return _RECEIPT.sub("0000 0000 0000 0000", _CODE.sub("XXX-XXX", text))
