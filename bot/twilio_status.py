"""What Twilio says later about a message of ours, and what each of its error codes asks us to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Remedy(StrEnum):
    """What a failure asks for."""

    TEMPLATE = "template"
    """Outside the 24 hours: an approved template first, the words wait for an answer to it."""
    BACK_OFF = "back_off"
    PLAIN = "plain"
    """The form was not accepted: once more as plain text."""
    UNREACHABLE = "unreachable"
    STOPPED = "stopped"
    """The person shut us out or asked for silence."""
    NEVER = "never"
    """Not this message and not this way; another channel or a call must help."""
    SET_UP = "set_up"
    """Our own set-up is wrong: nothing goes out before an operator mends it."""


_REMEDIES: Final[Mapping[Remedy, frozenset[int]]] = MappingProxyType(
    {
        Remedy.TEMPLATE: frozenset({63016}),
        Remedy.BACK_OFF: frozenset({63018, 63017, 20429, 30001, 21611, 63019, 63012, 63005, 14107}),
        Remedy.PLAIN: frozenset({63021, 63006, 63030, 63013, 21655, 21656}),
        Remedy.UNREACHABLE: frozenset({63024, 63003, 21211, 21201, 21614, 21217}),
        Remedy.STOPPED: frozenset({63014, 21610}),
        Remedy.NEVER: frozenset({63032, 63049, 21617}),
        Remedy.SET_UP: frozenset({63007, 63020, 21606, 20003, 20008}),
    }
)
_BY_CODE: Final = {code: remedy for remedy, codes in _REMEDIES.items() for code in codes}

_RANKS: Final[Mapping[str, int]] = MappingProxyType({"": 0, "sent": 1, "failed": 2, "delivered": 3, "read": 4})
"""Reports come in any order: the best one holds. A failure beats what is still under way, never a delivery."""

_DELIVERIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("accepted", "scheduled", "queued", "sending"), ""),
        **dict.fromkeys(("sent", "partially_delivered"), "sent"),
        **dict.fromkeys(("failed", "undelivered", "canceled"), "failed"),
        "delivered": "delivered",
        "read": "read",
    }
)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One report: the message's sid, its state in our words, and the code of a failure."""

    sid: str
    delivery: str
    error: str = ""


def read_report(form: Mapping[str, str]) -> StatusReport | None:
    """Read a status form; none for a state that is not ours to keep."""
    delivery = _DELIVERIES.get(form.get("MessageStatus", "").lower())
    if delivery is None:
        return None
    code = form.get("ErrorCode", "")
    return StatusReport(form["MessageSid"], delivery, code if code.isdecimal() and len(code) <= 6 else "")


def better(known: str | None, told: str) -> bool:
    """Say whether a report tells more than what is known."""
    return _RANKS[told] > _RANKS.get(known or "", 0)


def whole_of(parts: Sequence[str | None]) -> str:
    """Give the state of a message from those of its parts: failed with one of them, else as far as the slowest."""
    told = [one or "" for one in parts]
    return "failed" if "failed" in told else min(told, key=_RANKS.__getitem__, default="")


def remedy_of(code: int | str) -> Remedy | None:
    """Give what a code asks for; none for one that we do not know."""
    return _BY_CODE.get(int(code)) if str(code).isdecimal() else None
