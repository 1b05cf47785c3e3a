"""Tickets as values: their states, how they end, and what a citizen's own chat may know of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TicketKind(StrEnum):
    """Why a ticket was opened."""

    REPORT = "report"
    VERIFICATION = "verification"
    CALL = "call"


class State(StrEnum):
    """Where a ticket stands: new -> confirmed -> in_progress -> referred | waiting_reporter -> closed."""

    NEW = "new"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    REFERRED = "referred"
    WAITING_REPORTER = "waiting_reporter"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a ticket was closed."""

    VICTIM_SAFE = "victim_safe"
    HANDED_OVER = "handed_over"
    PREVENTED = "prevented"
    ANSWERED = "answered"
    NOT_TPPO = "not_tppo"
    NO_REPLY = "no_reply"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


MOVES: dict[State, frozenset[State]] = {
    State.NEW: frozenset({State.CONFIRMED}),
    State.CONFIRMED: frozenset({State.IN_PROGRESS, State.REFERRED, State.WAITING_REPORTER, State.CLOSED}),
    State.IN_PROGRESS: frozenset({State.REFERRED, State.WAITING_REPORTER, State.CLOSED}),
    State.REFERRED: frozenset({State.IN_PROGRESS, State.WAITING_REPORTER, State.CLOSED}),
    State.WAITING_REPORTER: frozenset({State.IN_PROGRESS, State.REFERRED, State.CLOSED}),
    State.CLOSED: frozenset({State.IN_PROGRESS}),
}


@dataclass(frozen=True, slots=True)
class TicketView:
    """What the citizen's own chat is told of a ticket: never who handles it, never what was reported."""

    id: int
    code: str
    kind: TicketKind
    state: State
    filed_at: datetime
    confirmed_at: datetime | None = None
    is_incomplete: bool = False
    is_breached: bool = False
    referred_to: str = ""
    may_contact: bool = False
    unread: tuple[str, ...] = ()
    """Officers' replies that were not read yet."""
    held: tuple[str, ...] = ()
    """Those written a short while ago that nobody sent, for the citizen did not agree to be written to."""
