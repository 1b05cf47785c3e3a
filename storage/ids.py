"""Row ids made in the process: 63 bits that sort by time, so that nobody asks the database for one."""

import threading
import time
from secrets import randbits

# 2024-01-01 UTC; 41 bits of milliseconds reach to 2093
_EPOCH_MS = 1_704_067_200_000
_SEQUENCE_BITS = 22


class IdMaker:
    """Makes ids that only grow.

    Each millisecond starts its sequence at a random place in the lower half, so two processes on one database
    meet about once in two hundred thousand milliseconds in which both work; the writer then simply tries again.
    """

    __slots__ = ("_last", "_lock")

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def __call__(self) -> int:
        """Give an id greater than every one this maker gave before, also when the clock is set back."""
        now_ms = time.time_ns() // 1_000_000 - _EPOCH_MS
        with self._lock:
            if now_ms > self._last >> _SEQUENCE_BITS:
                self._last = now_ms << _SEQUENCE_BITS | randbits(_SEQUENCE_BITS - 1)
            else:
                self._last += 1
            return self._last


new_id = IdMaker()
"""The one maker of this process."""
