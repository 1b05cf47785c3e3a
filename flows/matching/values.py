"""What the recruiter check speaks of: agencies, the edition of the list they stand in, matches and verdicts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What a list says about one agency on one day, best first."""

    VALID = "valid"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    REVOKED = "revoked"

    @property
    def gravity(self) -> int:
        """0 for the best; of two statuses under one name the graver is answered."""
        return list(Status).index(self)


class EventKind(StrEnum):
    """What an authority may do to a licence."""

    SUSPENDED = "suspended"
    LIFTED = "lifted"
    REVOKED = "revoked"
    REINSTATED = "reinstated"


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """One dated act upon a licence, with the letter or news it rests on."""

    on: date
    kind: EventKind
    source: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """One row of a list of placement companies.

    `name` is fit to show, `as_listed` keeps the cell letter for letter. `status` is what the row said on the
    list's date; a list without a status column lists only the valid. `valid_until` is the last good day.
    """

    name: str
    as_listed: str = ""
    licence_no: str = ""
    status: Status = Status.VALID
    valid_until: date | None = None
    phone: str = ""
    address: str = ""
    events: tuple[Event, ...] = ()

    @property
    def spelled(self) -> str:
        """The name exactly as the list spells it."""
        return self.as_listed or self.name


@dataclass(frozen=True, slots=True)
class Edition:
    """One import of a list: where it came from, what day it speaks for, and how long it may be believed.

    `max_age_days` None means that the age is not judged (a file named by hand, its date is shown instead).
    """

    source: str
    as_of: date
    rows: int
    checksum: str = ""
    invented: bool = False
    max_age_days: int | None = None

    def is_fit(self, on: date) -> bool:
        """Say whether the list may answer for that day: not empty, not from its future, not too old."""
        age_days = (on - self.as_of).days
        return self.rows > 0 and age_days >= 0 and (self.max_age_days is None or age_days <= self.max_age_days)


class Verdict(StrEnum):
    """The ladder of answers; nothing else is ever said about a recruiter."""

    LISTED_AS_OF = "LISTED_AS_OF"
    SUSPENDED = "SUSPENDED"
    REVOKED = "REVOKED"
    EXPIRED = "EXPIRED"
    SIMILAR_NAME = "SIMILAR_NAME"
    NOT_FOUND = "NOT_FOUND"
    NOT_A_P3MI = "NOT_A_P3MI"
    REGISTRY_UNFIT = "REGISTRY_UNFIT"


class Kind(StrEnum):
    """What the asker handed over to be checked."""

    COMPANY = "company"
    PERSON = "person"
    PHONE = "phone"
    BANK_ACCOUNT = "bank_account"
    MIXED = "mixed"


class Why(StrEnum):
    """Why a match or a verdict is what it is; catalogues give each a sentence."""

    EXACT_NAME = "exact_name"
    LICENCE_NO = "licence_no"
    SAME_PHONE = "same_phone"
    SAME_ADDRESS = "same_address"
    SPELLING = "spelling"
    INITIALS = "initials"
    WORD_MISSING = "word_missing"
    WORD_ADDED = "word_added"
    OTHER_ORDER = "other_order"
    OTHER_FORM = "other_form"
    FORMER_NAME = "former_name"
    WORDS_AROUND = "words_around"
    SEVERAL_NAMES = "several_names"
    SAME_NAME_TWICE = "same_name_twice"
    NAME_AND_LICENCE_DISAGREE = "name_and_licence_disagree"
    STATUS_UNREADABLE = "status_unreadable"
    NO_NAME = "no_name"
    A_PERSON = "a_person"
    LIST_EMPTY = "list_empty"
    LIST_STALE = "list_stale"
    LIST_FROM_LATER = "list_from_later"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the word of the name that it concerns where there is one."""

    why: Why
    word: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """One agency that may be meant, how near it is (0-100), and why."""

    agency: Agency
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to one query on one day.

    `confirmed` is the agency that is meant beyond doubt, whatever its status; `candidates` are at most three,
    best first, and hold the confirmed one.
    """

    verdict: Verdict
    kind: Kind
    on: date
    edition: Edition
    asked_name: str = ""
    candidates: tuple[Match, ...] = ()
    confirmed: Agency | None = None
    phones: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def needs_a_person(self) -> bool:
        """True where no list can answer and an officer must look."""
        return self.verdict is Verdict.REGISTRY_UNFIT or any(r.why is Why.SAME_NAME_TWICE for r in self.reasons)
