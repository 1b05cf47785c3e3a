"""Row ids made in the process: 63 bits that sort by time, so that nobody asks the database for one."""

import itertools
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

    __slots__ = ("_ids", "_lock", "_until_ns")

    def __init__(self) -> None:
        self._until_ns = 0  # when this millisecond ends
        self._ids = itertools.count()
        self._lock = threading.Lock()

    def __call__(self) -> int:
        """Give an id greater than every one this maker gave before, also when the clock is set back."""
        now_ns = time.time_ns()
        if now_ns >= self._until_ns:
            self._begin(now_ns // 1_000_000)
        return next(self._ids)  # one step of the interpreter: two threads never get the same

    def _begin(self, now_ms: int) -> None:
        with self._lock:
            if now_ms * 1_000_000 >= self._until_ns:
                first = now_ms - _EPOCH_MS << _SEQUENCE_BITS | randbits(_SEQUENCE_BITS - 1)
                if first > next(self._ids):  # else the sequence ran ahead of a clock that was set back, and goes on
                    self._ids = itertools.count(first)
                self._until_ns = (now_ms + 1) * 1_000_000


new_id = IdMaker()
"""The one maker of this process."""
