"""The timer that brings in a file which still lies at its provider."""

from typing import Final

TIMER: Final = "fetch"


def timer_key(media_id: int) -> str:
    """Give the one key of a file's timer."""
    return f"{TIMER}:{media_id}"
