"""What a message costs the processor, stage by stage, without a server: the intake called with whole groups."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot import intake as intake_room
from bot.inbound import Inbound
from bot.intake import Intake
from bot.rules import Rules
from flows import hearing
from flows.said import Said
from storage.cipher import Cipher
from storage.database import Database, open_database
from storage.keys import load_keys
from storage.migrate import upgrade
from tests.bench.load import citizen_script

_CITIZENS, _ROUNDS, _GROUPS = 200, 3, (16, 64)
# where each stage begins, outermost first: a stage counts without the stages inside it
_STAGES: tuple[tuple[object, str, str], ...] = (
    (Intake, "__call__", "rest"),
    (Intake, "_senders", "looking_up"),
    (Intake, "_keep", "looking_up"),
    (intake_room, "know", "looking_up"),
    (intake_room, "take_turn", "flow"),
    (hearing, "understand", "understanding"),
    (intake_room.batches, "flush", "writing"),
)


class _Clock:
    """Processor time by stage; only the innermost running stage is charged."""

    def __init__(self) -> None:
        self.spent_s: dict[str, float] = {}
        self._running = ["rest"]
        self._since_s = time.thread_time()

    def enter(self, stage: str) -> None:
        """Let a stage begin inside the running one."""
        self._charge()
        self._running.append(stage)

    def leave(self) -> None:
        """Go back to the stage outside."""
        self._charge()
        self._running.pop()

    def _charge(self) -> None:
        now_s = time.thread_time()
        stage = self._running[-1]
        self.spent_s[stage] = self.spent_s.get(stage, 0.0) + now_s - self._since_s
        self._since_s = now_s

    def timed(self, stage: str, work: Callable[..., object]) -> Callable[..., object]:
        """Give the same function, its time charged to a stage."""

        def charged(*args: object, **named: object) -> object:
            self.enter(stage)
            try:
                return work(*args, **named)
            finally:
                self.leave()

        return charged


def figures() -> Iterator[dict[str, object]]:
    """Measure groups of two sizes; of several rounds the one that the rest of the machine disturbed least."""
    for size in _GROUPS:
        rounds = [_round(size) for _ in range(_ROUNDS)]
        best = min(rounds, key=lambda spent: sum(spent.values()))
        yield {
            "figure": "processor time of a message, microseconds",
            "group": size,
            "all": round(sum(best.values())),
            **{stage: round(spent) for stage, spent in sorted(best.items())},
            "calibration": round(_calibration_us()),
        }


def _round(size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="tppo-work-") as scratch:
        folder = Path(scratch)
        cipher = Cipher(load_keys(folder))
        database = open_database(folder)
        upgrade(database.engine)
        intake = Intake(cipher, Rules(), lambda: datetime.now(UTC))
        _take_all(intake, database, _messages("warm", 20), size)
        clock = _Clock()
        messages = _messages("round", _CITIZENS)
        with _stages_timed(clock):
            clock.enter("writing")  # begin and commit
            _take_all(intake, database, messages, size)
            clock.leave()
        database.close()
    return {stage: spent_s / len(messages) * 1e6 for stage, spent_s in clock.spent_s.items()}


def _take_all(intake: Intake, database: Database, messages: list[Inbound], size: int) -> None:
    with database.engine.connect() as conn:
        for first in range(0, len(messages), size):
            with conn.begin():
                intake(conn, messages[first : first + size])


def _messages(name: str, citizens: int) -> list[Inbound]:
    scripts = [citizen_script(number) for number in range(citizens)]
    return [
        Inbound("web", f"{name}:{number}:{turn}", f"{name}:{number}", Said(text=script[turn]), datetime.now(UTC))
        for turn in range(max(map(len, scripts)))
        for number, script in enumerate(scripts)
        if turn < len(script)
    ]


@contextmanager
def _stages_timed(clock: _Clock) -> Iterator[None]:
    plain = [getattr(room, name) for room, name, _ in _STAGES]
    for (room, name, stage), work in zip(_STAGES, plain, strict=True):
        setattr(room, name, clock.timed(stage, work))
    try:
        yield
    finally:
        for (room, name, _), work in zip(_STAGES, plain, strict=True):
            setattr(room, name, work)


def _calibration_us() -> float:
    """Time a fixed loop: figures of two runs compare only where this is about the same."""
    tries: list[float] = []
    for _ in range(9):
        begun = time.thread_time()
        for number in range(20_000):
            _ = number * number % 7
        tries.append(time.thread_time() - begun)
    return min(tries) * 1e6
