"""Random talk: whatever people send in whatever order, the conversation stays whole and answers."""

import random
from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from flows.cleaning import clean_text
from flows.conversation import dump, load
from flows.labels import Language
from flows.said import Said
from flows.texts import catalogue
from flows.turn import Turn
from tests.flows.pretend_desk import PretendDesk
from tests.flows.reached import EVERY_KIND
from tests.flows.transcript import read_all
from tests.understanding.citizens import read_citizens

_LINES = sorted({turn["text"] for dialogue in read_all() for turn in dialogue.turns if "text" in turn})
_WORDS = sorted({word for line in _LINES for word in line.split()})

_SPOKEN = st.one_of(
    st.sampled_from(_LINES),
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join),
    st.text(max_size=80).map(clean_text),
    st.integers(0, 20).map(str),
).map(lambda text: Said(text=text))
_SENT = st.one_of(_SPOKEN, st.sampled_from(list(EVERY_KIND.values())))
_SHORT_ANSWERS = (
    "1",
    "2",
    "ya",
    "tidak",
    "kirim",
    "ada yang diubah",
    "aman",
    "lewati",
    "cukup",
    "?",
    "bukan",
    "status",
)
_MISS = [catalogue(language)["miss.second"].split(".")[0] for language in Language]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_SENT, min_size=1, max_size=14), st.integers(0, 60))
def test_talk_never_breaks(sent: list[Said], minutes: int) -> None:
    desk = PretendDesk()
    for place, said in enumerate(sent):
        turn = desk.hear(said)
        _is_whole(turn)
        if place == len(sent) // 2:
            silence = desk.wait(timedelta(minutes=minutes))
            assert not silence.replies


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_SENT, min_size=2, max_size=12))
def test_nobody_hears_twice_in_a_row_that_they_were_not_understood(sent: list[Said]) -> None:
    desk = PretendDesk()
    before = False
    for said in sent:
        text = " ".join(reply.text for reply in desk.hear(said).replies)
        now = any(miss in text for miss in _MISS)
        assert not (before and now)
        before = now


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_SPOKEN, min_size=1, max_size=8), st.sampled_from(["pak mamad", "PT Sinar Rinjani", "081917000111"]))
def test_whoever_asks_cannot_tell_whether_somebody_was_reported(sent: list[Said], subject: str) -> None:
    """The same questions, byte for byte the same answers, with and without tickets of others about the subject."""
    asked = [*sent, Said(text=f"apakah ada laporan tentang {subject}?"), Said(text=f"siapa yang lapor {subject}")]
    quiet, busy = PretendDesk(), PretendDesk()
    busy.file_elsewhere("5555666677778888")
    first = [_as_bytes(quiet.hear(said)) for said in asked]

    assert [_as_bytes(busy.hear(said)) for said in asked] == first


def _is_whole(turn: Turn) -> None:
    assert turn.replies
    for reply in turn.replies:
        assert reply.text.strip()
        assert len(reply.text) <= 1000
        assert len({option.id for option in reply.options}) == len(reply.options)
    assert load(dump(turn.conversation)) == turn.conversation


def _as_bytes(turn: Turn) -> bytes:
    return "\n".join(reply.as_plain_text() for reply in turn.replies).encode()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_lines_of_many_people_in_any_order_never_break(seed: int) -> None:
    """Real lines meet in stories that nobody wrote: a name at the head of a later line once broke the reading."""
    rng = random.Random(seed)
    lines = [line for citizen in read_citizens() for line in citizen.opening]
    for _ in range(300):
        desk = PretendDesk()
        for _ in range(rng.randint(4, 14)):
            line = rng.choice(lines) if rng.random() < 0.75 else rng.choice(_SHORT_ANSWERS)
            cut = line[: rng.randint(1, len(line))] if rng.random() < 0.15 else line
            desk.hear(Said(text=cut + rng.choice(["", "", "", ", -", " ,?", "\n\n,"])))
