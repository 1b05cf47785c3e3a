"""What a turn is told from outside: the time, fresh codes, the citizen's tickets, what the duty settings promise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flows.matching import Registry
from flows.ticket import State, TicketView


@dataclass(frozen=True, slots=True)
class Promise:
    """What the duty settings back: the minutes until an unconfirmed ticket climbs, and the number to call."""

    emergency_minutes: int = 5
    other_minutes: int = 60
    hotline_number: str = "0811-3883-0666"


@dataclass(frozen=True, slots=True)
class WatchedName:
    """A name that this contact asked to be told about; `has_news` until they have read what changed."""

    name: str
    has_news: bool = False


_NO_RECEIPTS: Mapping[str, TicketView] = MappingProxyType({})
_PROMISE = Promise()


class Facts(NamedTuple):
    """Everything that `take_turn` may know besides the conversation and the message.

    `code` and `receipt` are fresh and used only where a ticket is filed. `tickets` are this contact's, newest
    first. `by_receipt` maps a receipt that stands in the message to its ticket; an unknown one is left out, and
    `receipts_closed` says that this contact has tried too many. `registry` is the list that holds, none where there is
    none; `checks_closed` says that this contact has checked too many names; `watched` are those they are told about.
    """

    now: datetime
    zone: ZoneInfo
    code: str
    receipt: str
    channel: str = "web"
    province: str = "52"
    tickets: tuple[TicketView, ...] = ()
    by_receipt: Mapping[str, TicketView] = _NO_RECEIPTS
    receipts_closed: bool = False
    promise: Promise = _PROMISE
    registry: Registry | None = None
    checks_closed: bool = False
    watched: tuple[WatchedName, ...] = ()

    @property
    def local_now(self) -> datetime:
        """The moment on the citizen's clock (WITA by default)."""
        return self.now.astimezone(self.zone)

    def ticket(self, code: str) -> TicketView | None:
        """Give the contact's ticket of that code."""
        return next((ticket for ticket in self.tickets if ticket.code == code), None)

    @property
    def open_ticket(self) -> TicketView | None:
        """Give the contact's newest ticket that is not closed."""
        return next((ticket for ticket in self.tickets if ticket.state is not State.CLOSED), None)
