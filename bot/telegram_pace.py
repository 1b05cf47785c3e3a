"""The duty group's budget: Telegram lets a bot say twenty things a minute in one group."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from bot.channel import SendError, TryLater

_WINDOW_S: Final = 60.0
_MOST: Final = 19
# cards and their new looks leave room: an alert must not wait behind a night of edits
_MOST_CARDS: Final = 14


class GroupPace:
    """Counts what goes to the group; a pause that Telegram asked for holds the group alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sent: deque[float] = deque()
        self._paused_until = 0.0

    def early_s(self, purpose: str) -> float:
        """Give how much too early something would be; 0 counts it as going out now."""
        now = self._clock()
        if now < self._paused_until:
            return self._paused_until - now
        while self._sent and self._sent[0] <= now - _WINDOW_S:
            self._sent.popleft()
        most = _MOST_CARDS if purpose == "card" else _MOST
        if len(self._sent) >= most:
            return self._sent[len(self._sent) - most] + _WINDOW_S - now
        self._sent.append(now)
        return 0.0

    def note(self, error: SendError) -> None:
        """Remember a pause that Telegram asked of this group."""
        if isinstance(error, TryLater) and error.retry_after_s:
            self._paused_until = max(self._paused_until, self._clock() + error.retry_after_s)
