"""The line to Telegram: a Bot whose every call ends, and its errors in our own words."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

# the library warns with every flood limit unless this is set before it is used
os.environ.setdefault("PTB_TIMEDELTA", "1")

import httpx
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.channel import Refused, SendError, TryLater, Uncertain

# together ten seconds, the most that any call may take
_CONNECT_S: Final = 3.0
_WRITE_S: Final = 2.0
_ANSWER_S: Final = 5.0
_AT_ONCE: Final = 32


@dataclass(frozen=True, slots=True)
class TelegramLine:
    """Where a bot is reached: its token, and the base address, which a test points at its own server."""

    token: str
    api_base: str = "https://api.telegram.org"

    @property
    def bot_id(self) -> str:
        """The bot's own user id: what stands before the colon of its token."""
        return self.token.partition(":")[0]

    @property
    def methods(self) -> str:
        """The address under which methods are called, token included: never to be logged."""
        return f"{self.api_base.rstrip('/')}/bot{self.token}"

    @property
    def files(self) -> str:
        """The address under which files lie, token included: never to be logged."""
        return f"{self.api_base.rstrip('/')}/file/bot{self.token}"

    def open_bot(self) -> Bot:
        """Make the bot. It asks nobody anything yet, so that a dead network does not stop the start."""
        request = HTTPXRequest(
            connection_pool_size=_AT_ONCE,
            connect_timeout=_CONNECT_S,
            read_timeout=_ANSWER_S,
            write_timeout=_WRITE_S,
            pool_timeout=_CONNECT_S,
        )
        base = self.api_base.rstrip("/")
        return Bot(
            self.token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=request,
            get_updates_request=request,
        )


class Moved(Exception):  # noqa: N818 - a sentence, as all our errors
    """The group has another id now."""

    def __init__(self, new_chat: str) -> None:
        super().__init__()
        self.new_chat = new_chat


@contextlib.contextmanager
def in_our_words() -> Iterator[None]:
    """Turn the library's errors into ours.

    Raises:
        Moved: The group became a supergroup.
        BadRequest: As the library has it, for whoever can send it otherwise; `refused` makes it final.
        SendError: Everything else.
    """
    try:
        yield
    except BadRequest as error:
        if _is_foreign(error):
            raise translated(error) from None
        raise
    except ChatMigrated as error:
        raise Moved(str(error.new_chat_id)) from None
    except TelegramError as error:
        raise translated(error) from None


def translated(error: TelegramError) -> SendError:
    """Say in our words what became of a call. BadRequest is a NetworkError to the library: it must not be retried."""
    if _is_foreign(error):
        return TryLater("provider_down", whole_lane=True)
    match error:
        case RetryAfter():
            wait = error.retry_after
            return TryLater("rate_limited", retry_after_s=wait.total_seconds() if isinstance(wait, timedelta) else wait)
        case Forbidden():
            return Refused("blocked", is_blocked=True)
        case BadRequest():
            return refused(error)
        case InvalidToken():
            return TryLater("bad_token", retry_after_s=60.0, whole_lane=True)
        case Conflict():
            return TryLater("conflict")
        case TimedOut() | NetworkError():
            return _broken_line(error)
    # a success whose answer was cut off: it is as good as no answer
    return Uncertain("unreadable_answer")


def refused(error: BadRequest) -> Refused:
    """Make a bad request final, with a word of ours for what Telegram said."""
    said = error.message.casefold()
    known = {"chat not found": "chat_not_found", "not enough rights": "no_rights", "thread not found": "no_topic"}
    return Refused(next((word for part, word in known.items() if part in said), "bad_request"))


def _is_foreign(error: TelegramError) -> bool:
    """Say whether the refusal is not Telegram's own: a proxy's page must not pass for a citizen who blocked us."""
    return isinstance(error.__cause__, TelegramError)


def _broken_line(error: NetworkError) -> SendError:
    cause = error.__cause__
    if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return TryLater("unreachable", whole_lane=True)
    if isinstance(error, TimedOut):
        return TryLater("no_free_line") if "pool" in error.message.casefold() else Uncertain("timeout")
    if isinstance(cause, httpx.HTTPError):
        return Uncertain("line_broke")
    if "504" in error.message or "gateway time" in error.message.casefold():
        return Uncertain("timeout")
    # an answer came, and it was an error of theirs: nothing was sent
    return TryLater("provider_down", whole_lane=True)
