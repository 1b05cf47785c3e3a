"""What the data of an officer's button says: `d1:<act>:<code>`, for closing with the outcome behind it."""

from typing import Final

from flows.ticket import Outcome

TAKE, SEND, NOTE, CLOSE = "take", "send", "note", "close"
_VERSION: Final = "d1"
_ACTS: Final = frozenset({TAKE, SEND, NOTE, CLOSE})


def data_of(act: str, code: str, outcome: Outcome | None = None) -> str:
    """Give what a button sends back; always below 64 bytes."""
    return ":".join([_VERSION, act, code, *([outcome.value] if outcome else [])])


def read_data(data: str) -> tuple[str, str, str] | None:
    """Give act, code and outcome ("" where none); none for anything that is no officer's button."""
    version, act, code, outcome, *_ = [*data.split(":"), "", "", "", ""]
    return (act, code, outcome) if version == _VERSION and act in _ACTS and code else None
