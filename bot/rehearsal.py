"""The whole hotline around one citizen at a time, on a fresh database with a clock that can be moved.

What `tppo talk --jsonl` and the golden dialogues speak with: nothing is simplified but the network.
"""

import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from sqlalchemy import Connection

from bot.hotline import Hotline, Parts, running
from bot.inbound import Inbound
from bot.known_facts import facts_of, of_oneself, reporter_of, way_to
from bot.rules import Rules
from bot.silence import TIMER as SILENCE
from flows.labels import Language
from flows.questions import QUESTIONS
from flows.reply import Reply
from flows.said import Said
from flows.showing import option_title
from storage import desk_ticket, timers
from storage.cipher import Cipher
from storage.database import open_database
from storage.evidence import EvidenceFolder
from storage.keys import load_keys
from storage.migrate import upgrade
from storage.shelf import run

_ADDRESS = "rehearsal"


class MovableClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the moment."""
        return self.now

    def move(self, span: timedelta) -> None:
        """Let time pass."""
        self.now += span


@dataclass(frozen=True, slots=True)
class TicketTold:
    """A ticket as it stands at the end of a dialogue, its facts as words."""

    code: str
    kind: str
    state: str
    urgency: str
    category: str
    is_incomplete: bool
    facts: dict[str, object]
    signals: tuple[str, ...]
    attachments: int


class Rehearsal:
    """One citizen's dialogue with a whole hotline."""

    def __init__(self, hotline: Hotline, cipher: Cipher, clock: MovableClock, channel: str) -> None:
        self._hotline = hotline
        self._cipher = cipher
        self._clock = clock
        self._channel = channel
        self._said = 0
        self._read_upto = 0

    async def say(self, said: Said) -> list[Reply]:
        """Send one message and give everything that comes back."""
        self._said += 1
        self._clock.move(timedelta(seconds=20))
        message = Inbound(self._channel, f"rehearsal:{self._said}", _ADDRESS, said, self._clock())
        await self._hotline.take_in(message)
        return await self._replies()

    async def wait(self, span: timedelta) -> list[Reply]:
        """Let time pass, timers firing at their own moments, and give everything that came meanwhile."""
        until = self._clock.now + span
        while (due := await self._hotline.writer.run(timers.next_due)) is not None and due <= until:
            self._clock.now = max(self._clock.now, due)
            if not await self._hotline.clockwork.fire_due():
                break
        self._clock.now = until
        await self._hotline.delivery.drain()
        return await self._replies()

    async def fall_silent(self) -> None:
        """Let the citizen say no more: what was half told reaches the duty queue, and no other clock runs."""
        while (due := await self._hotline.writer.run(_silence_due)) is not None:
            await self._hotline.writer.run(_only_silence)
            self._clock.now = max(self._clock.now, due)
            await self._hotline.clockwork.fire_due()

    async def tickets(self) -> list[TicketTold]:
        """Give every ticket, oldest first."""
        return await self._hotline.desk_store.read(lambda conn: _tickets(conn, self._cipher))

    async def alerts(self) -> int:
        """Count how often somebody on duty was called, the ladder's own calls left out."""
        return await self._hotline.desk_store.read(_alerts)

    async def _replies(self) -> list[Reply]:
        letters = await self._hotline.mailbox(self._channel, _ADDRESS, after=self._read_upto)
        self._read_upto = max((letter.id for letter in letters), default=self._read_upto)
        return [Reply(one.text, one.options, one.prompt) for one in letters if one.speaker != "citizen"]


@asynccontextmanager
async def rehearse(
    *, now: datetime | None = None, rules: Rules | None = None, channel: str = "terminal"
) -> AsyncIterator[Rehearsal]:
    """Run a fresh hotline for one dialogue and throw it away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tppo-rehearsal-", dir=_memory_folder()))
    clock = MovableClock(now or datetime.now(UTC))
    try:
        cipher = Cipher(load_keys(folder))
        database = open_database(folder)
        upgrade(database.engine)
        parts = Parts(database, cipher, EvidenceFolder(folder / "evidence", cipher), rules or Rules(), clock=clock)
        async with running(parts) as hotline:
            await hotline.clockwork.stop()  # time passes only when the rehearsal says so
            yield Rehearsal(hotline, cipher, clock, channel)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _memory_folder() -> str | None:
    memory = Path("/dev/shm")  # noqa: S108 - our own folder inside it is made 0700 by mkdtemp
    return str(memory) if memory.is_dir() else None


def _silence_due(conn: Connection) -> datetime | None:
    row = run(conn, "SELECT max(due_at) FROM timer WHERE kind = ? AND status = 'waiting'", (SILENCE,)).one()
    return None if row[0] is None else datetime.fromtimestamp(cast("int", row[0]) / 1_000_000, UTC)


def _only_silence(conn: Connection) -> None:
    run(conn, "UPDATE timer SET status = 'cancelled' WHERE kind <> ? AND status = 'waiting'", (SILENCE,))


def _alerts(conn: Connection) -> int:
    row = run(conn, "SELECT count(*) FROM outbox WHERE lane = 'desk' AND dedupe_key LIKE 'alert:%'").one()
    return int(cast("int", row[0]))


def _tickets(conn: Connection, cipher: Cipher) -> list[TicketTold]:
    rows = run(
        conn,
        "SELECT t.id, t.code, t.kind, t.state, t.urgency, t.category, t.is_incomplete, t.is_anonymous, "
        "(SELECT count(*) FROM media m WHERE m.ticket_id = t.id AND m.refusal = '') FROM ticket t ORDER BY t.id",
    ).all()
    return [_told(conn, cipher, row) for row in rows]


def _told(conn: Connection, cipher: Cipher, row: Sequence[object]) -> TicketTold:
    ticket_id, is_anonymous = cast("int", row[0]), bool(row[7])
    report, messages = desk_ticket.facts(conn, cipher, ticket_id), desk_ticket.messages(conn, cipher, ticket_id)
    reporter = reporter_of(desk_ticket.reporter(conn, cipher, ticket_id), messages, is_anonymous=is_anonymous)
    known = {fact.id: fact.value for fact in facts_of(report, messages)}
    facts: dict[str, object] = {fact_id: _in_words(fact_id, value) for fact_id, value in known.items() if value}
    if "recruiter" not in facts and "company" in facts:
        facts["recruiter"] = facts["company"]
    if reporter:
        facts["contact"] = way_to(reporter)
        facts |= {key: reporter[key] for key in ("name", "phone_of", "when", "wording") if key in reporter}
    facts["anonymous"] = is_anonymous
    facts |= of_oneself(known, reporter)
    signals = cast("list[dict[str, str]]", report["signals"])
    return TicketTold(
        code=str(row[1]),
        kind=str(row[2]),
        state=str(row[3]),
        urgency=str(row[4]),
        category=str(row[5]),
        is_incomplete=bool(row[6]),
        facts=facts,
        signals=tuple(signal["name"] for signal in signals),
        attachments=int(cast("int", row[8])),
    )


def _in_words(question_id: str, value: str) -> str:
    question = QUESTIONS.get(question_id)
    if question and value in question.choices:
        return option_title(question_id, value, Language.INDONESIAN)
    return value
