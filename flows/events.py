"""What a turn brings about besides its replies: values that intake turns into rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from flows.conversation import Answer
from flows.labels import Category, Urgency
from flows.matching.marks import Mark
from flows.reading import Signal
from flows.ticket import TicketKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A ticket as told so far. `facts` and `signals` are story; `reporter` is identity; the rest may be seen."""

    urgency: Urgency = Urgency.NORMAL
    category: Category = Category.NONE
    facts: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    signals: tuple[Signal, ...] = ()
    reporter: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    is_anonymous: bool = True
    may_contact: bool = False
    names_official: bool = False
    area_code: str | None = None
    departure_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A ticket came to be. `receipt` is "" where it is handed over later, at the end of the report."""

    kind: TicketKind
    code: str
    receipt: str
    draft: Draft
    is_incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Updated:
    """More is known of a ticket. `is_finished` marks the end of the report; `receipt` is set with it."""

    code: str
    draft: Draft
    is_finished: bool = False
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The message belongs to a ticket that was filed before.

    `told` is what was read in the message alone; `may_contact` and `is_anonymous` are set where a wish was told.
    """

    code: str
    told: Draft = field(default_factory=Draft)
    may_contact: bool | None = None
    is_anonymous: bool | None = None


@dataclass(frozen=True, slots=True)
class OfficerCalled:
    """Somebody on duty must look now. `is_danger` says that it is for danger, not for a talk."""

    code: str
    is_danger: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The citizen takes a ticket back; an officer decides what that means for the case."""

    code: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The sender proved with the receipt that a ticket is theirs: replies go here from now on."""

    code: str


@dataclass(frozen=True, slots=True)
class RepliesRead:
    """The officers' waiting replies on a ticket were shown in this turn."""

    code: str


@dataclass(frozen=True, slots=True)
class WrongReceipt:
    """A receipt was tried that does not exist."""


@dataclass(frozen=True, slots=True)
class TracesDeleted:
    """What the hotline keeps of this chat outside a ticket is to be removed."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A name was looked up and answered: counted by its verdict and marks, never kept with who asked."""

    verdict: str
    marks: frozenset[Mark] = frozenset()
    """What was asked for in the spelling by which tickets and checks meet; only keyed hashes of it are kept."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The citizen agreed to be told when this name's standing on the list changes."""

    name: str


@dataclass(frozen=True, slots=True)
class WatchesEnded:
    """The citizen wants to be told no more."""


@dataclass(frozen=True, slots=True)
class NewsRead:
    """What changed about watched names was shown in this turn."""


_OfChecks = Checked | Watched | WatchesEnded | NewsRead
Event = (
    _OfChecks
    | Filed
    | Updated
    | Added
    | OfficerCalled
    | Withdrawn
    | Joined
    | RepliesRead
    | WrongReceipt
    | TracesDeleted
)
