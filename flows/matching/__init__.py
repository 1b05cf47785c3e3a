"""The recruiter check as pure functions: names, numbers, the two-stage search, and verdicts as values."""

from flows.matching.check import check, name_key
from flows.matching.registry import Registry
from flows.matching.status import read_status, status_on
from flows.matching.values import (
    Agency,
    Check,
    Edition,
    Event,
    EventKind,
    Kind,
    Match,
    Reason,
    Status,
    Verdict,
    Why,
)

__all__ = [
    "Agency",
    "Check",
    "Edition",
    "Event",
    "EventKind",
    "Kind",
    "Match",
    "Reason",
    "Registry",
    "Status",
    "Verdict",
    "Why",
    "check",
    "name_key",
    "read_status",
    "status_on",
]
