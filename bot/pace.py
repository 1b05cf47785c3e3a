"""Keeps a lane within what its provider allows: so many a second, and a pause between two messages to one chat."""

from collections import OrderedDict
from collections.abc import Callable

# more chats than that within the longest pause would mean thousands of messages a second
_MOST_CHATS = 10_000


class Pace:
    """A bucket that refills each second, and the moment each chat was last written to. Times are in seconds."""

    def __init__(self, per_second: float | None, clock: Callable[[], float]) -> None:
        self._per_second = per_second
        self._clock = clock
        self._tokens = per_second or 0.0
        self._filled_at = clock()
        self._paused_until = 0.0
        self._last: OrderedDict[str, float] = OrderedDict()

    def allowed(self, wanted: int) -> int:
        """Give how many of `wanted` messages may go out now."""
        now = self._clock()
        if now < self._paused_until:
            return 0
        if self._per_second is None:
            return wanted
        self._tokens = min(self._per_second, self._tokens + (now - self._filled_at) * self._per_second)
        self._filled_at = now
        return min(wanted, int(self._tokens))

    def wait_s(self) -> float:
        """Give how long until the next message may go out, after `allowed` gave none."""
        pause = self._paused_until - self._clock()
        if self._per_second is None:
            return max(pause, 0.0)
        return max(pause, (1.0 - self._tokens) / self._per_second, 0.0)

    def spend(self, count: int) -> None:
        """Count messages that are going out."""
        self._tokens -= count

    def pause(self, seconds: float) -> None:
        """Let nothing out for a while: the provider asked everybody to wait."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    def early_s(self, chat: str, gap_s: float) -> float:
        """Give how much too early a message to this chat would be; 0 notes it as going out now."""
        now = self._clock()
        if gap_s <= 0:
            return 0.0
        early = self._last.get(chat, -gap_s) + gap_s - now
        if early > 0:
            return early
        self._last[chat] = now
        self._last.move_to_end(chat)
        if len(self._last) > _MOST_CHATS:
            self._last.popitem(last=False)
        return 0.0
