"""One ticket in an officer's hand: held for the length of a transaction, checked against what the officer saw."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.desk_page import seen_of
from flows.ticket import MOVES, State
from storage import desk_ticket
from storage.batch import Batch
from storage.officers import OfficerRow
from storage.tickets import TicketRow

_MARK = "@"


class DeskError(Exception):
    """Base of what the desk refuses."""


class NoSuchTicket(DeskError):  # noqa: N818 - a sentence, as all our errors
    """No ticket has this code."""


class OfficerWasFaster(DeskError):  # noqa: N818 - a sentence, as all our errors
    """Another officer acted since this form was shown."""


class CitizenWrote(DeskError):  # noqa: N818 - a sentence, as all our errors
    """The citizen wrote since this form was shown, and this act needs that read first."""


class MoveNotAllowed(DeskError):  # noqa: N818 - a sentence, as all our errors
    """The ticket cannot go from its state to that one."""


class NothingSaid(DeskError):  # noqa: N818 - a sentence, as all our errors
    """The act needs words, or a change, and there are none."""


class NobodyToAnswer(DeskError):  # noqa: N818 - a sentence, as all our errors
    """No chat speaks for this ticket."""


class DoneBefore(DeskError):  # noqa: N818 - a sentence, as all our errors
    """This event of a channel was acted on already; what came is a second copy."""


@dataclass(slots=True)
class Hand:
    """A ticket, who acts on it, and the rows that the act will leave."""

    conn: Connection
    batch: Batch
    ticket: TicketRow
    officer: OfficerRow
    state: State

    @property
    def actor(self) -> str:
        """The officer as history and audit name them."""
        return f"officer:{self.officer.id}"

    def change(self, **columns: object) -> None:
        """Change columns of the ticket."""
        self.batch.change_ticket(self.ticket.id, **columns)

    def move(self, to: State, *, why: str = "", details: Mapping[str, str] | None = None, **columns: object) -> None:
        """Move the ticket, with its line in the history.

        Raises:
            MoveNotAllowed: That state cannot follow.
        """
        if to not in MOVES[self.state]:
            raise MoveNotAllowed
        self.change(state=to.value, **columns)
        note = write_note(why, details or {})
        self.batch.add_event(
            self.ticket.id, self.actor, "moved", from_state=self.state.value, to_state=to.value, note=note
        )
        self.audit("ticket.moved", f"{self.state.value} to {to.value}")
        self.state = to

    def record(self, kind: str, *, why: str = "", details: Mapping[str, str] | None = None) -> None:
        """Write a line of history and audit that moves nothing."""
        self.batch.add_event(self.ticket.id, self.actor, kind, note=write_note(why, details or {}))
        self.audit(f"ticket.{kind}")

    def audit(self, action: str, detail: str = "") -> None:
        """Write an audit row."""
        self.batch.add_audit(self.actor, action, f"ticket:{self.ticket.id}", detail)


def take_hold(conn: Connection, batch: Batch, code: str, officer: OfficerRow) -> Hand:
    """Hold a ticket for one act.

    Raises:
        NoSuchTicket: No ticket has this code.
    """
    ticket = desk_ticket.hold(conn, code)
    if ticket is None:
        raise NoSuchTicket
    return Hand(conn, batch, ticket, officer, State(ticket.state))


def check_seen(hand: Hand, seen: str, *, also_citizen: bool = False) -> None:
    """Refuse an act whose form shows what no longer is; an empty `seen` refuses nothing.

    Raises:
        OfficerWasFaster: Another officer acted since.
        CitizenWrote: The citizen did, and `also_citizen` says that it matters.
    """
    if not seen:
        return
    version, _, act = seen.partition(".")
    newest_act = desk_ticket.newest_act(hand.conn, hand.ticket.id)
    if act != str(newest_act):
        raise OfficerWasFaster
    if also_citizen and version != str(hand.ticket.version):
        raise CitizenWrote


def fresh_seen(conn: Connection, ticket: TicketRow) -> str:
    """Give what a form shown now would carry."""
    return seen_of(ticket, desk_ticket.newest_act(conn, ticket.id))


def write_note(why: str, details: Mapping[str, str]) -> str | None:
    """Make an event's note of codes ("agency", "outcome" ...) and an officer's words; none where there is neither."""
    lines = [f"{_MARK}{key} {value}" for key, value in details.items()]
    return "\n".join([*lines, *([why] if why else [])]) or None


def read_note(note: str) -> tuple[dict[str, str], str]:
    """Take a note apart again into its codes and the officer's words."""
    details: dict[str, str] = {}
    lines = note.split("\n")
    while lines and lines[0].startswith(_MARK):
        key, _, value = lines.pop(0)[len(_MARK) :].partition(" ")
        details[key] = value
    return details, "\n".join(lines)


def owner_of(hand: Hand) -> int:
    """Say who holds the ticket after an act: who held it before, else who acts."""
    return hand.ticket.owner_id or hand.officer.id
