"""Hears machines that answer our answers: who says the same again and again gets fewer replies, and loses no word.

Two machines would talk all night, each reply paid for. What is remembered is a keyed digest of letters, in this process
alone and for a day: a restart forgives everybody, and nothing of it can be read.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.inbound import Inbound
from flows.labels import Urgency
from flows.said import Kind
from flows.understanding import understand

# an automatic answer is a sentence; "1", "ya" and "lewati" are said many times in one honest report
_A_SENTENCE: Final = 15  # letters
_FREE, _FREE_SHORT = 5, 60
_FREE_A_DAY: Final = 60
# danger is answered each time, until nobody can be behind it any more: "jam kerja pukul 8" may read like danger too
_FREE_IN_DANGER: Final = 200
# a machine answers at once; who repeats a plea after ten minutes is a person, and is answered
_AT_ONCE: Final = timedelta(minutes=10)
_DAY: Final = timedelta(days=1)
_MOST_SAYINGS: Final = 4  # a machine may have a greeting and an answer in turn
_MOST_PEOPLE: Final = 5_000


@dataclass(slots=True)
class Saying:
    """What one sender says again: how often in a row, how often today, and when last."""

    newest: datetime
    since: datetime
    in_a_row: int = 0
    today: int = 0

    def count(self, now: datetime) -> None:
        """Count one more."""
        if now - self.since >= _DAY:
            self.since, self.today = now, 0
        self.in_a_row = 1 if now - self.newest >= _AT_ONCE else self.in_a_row + 1
        self.today += 1
        self.newest = now


def gets_a_reply(saying: Saying, *, is_sentence: bool) -> bool:
    """Say whether the newest copy is answered: the first ones, then the tenth, the twentieth, the fortieth ..."""
    free = _FREE if is_sentence else _FREE_SHORT
    return (saying.in_a_row <= free or _is_a_milestone(saying.in_a_row, free)) and (
        saying.today <= _FREE_A_DAY or _is_a_milestone(saying.today, free)
    )


@dataclass(slots=True)
class _Sender:
    sayings: dict[bytes, Saying] = field(default_factory=dict)
    """Oldest first."""
    judged: tuple[str, bool] = ("", True)
    """The message judged last, by its provider's id: a transaction that is tried again counts it once."""


class Echoes:
    """Remembers what senders say again and again."""

    def __init__(self) -> None:
        self._keyed = hashlib.blake2b(key=secrets.token_bytes(32), digest_size=16)
        self._senders: dict[int, _Sender] = {}  # oldest first

    def is_one_too_many(self, contact_id: int, message: Inbound, now: datetime) -> bool:
        """Count a message and say whether it is kept without a reply; danger is only after two hundred a day."""
        said = message.said
        if said.kind is not Kind.TEXT or not said.text or said.attachments:
            return False
        sender = self._sender(contact_id)
        if sender.judged[0] != message.provider_id:
            sender.judged = message.provider_id, self._answers(sender, said.text, now)
        return not sender.judged[1]

    def _answers(self, sender: _Sender, text: str, now: datetime) -> bool:
        letters = letters_of(text)
        keyed = self._keyed.copy()
        keyed.update(letters.encode())
        digest = keyed.digest()
        saying = sender.sayings.pop(digest, None) or Saying(now, now)
        sender.sayings[digest] = saying
        if len(sender.sayings) > _MOST_SAYINGS:
            del sender.sayings[next(iter(sender.sayings))]
        saying.count(now)
        is_answered = gets_a_reply(saying, is_sentence=len(letters) >= _A_SENTENCE)
        return is_answered or (saying.today <= _FREE_IN_DANGER and _is_danger(text, now))

    def _sender(self, contact_id: int) -> _Sender:
        sender = self._senders.pop(contact_id, None) or _Sender()
        self._senders[contact_id] = sender
        if len(self._senders) > _MOST_PEOPLE:
            del self._senders[next(iter(self._senders))]
        return sender


def letters_of(text: str) -> str:
    """Give what makes two messages near-identical: their letters; hours, numbers and signs may differ."""
    folded = text[:500].casefold()
    return "".join(filter(str.isalpha, folded)) or folded.strip()


def _is_a_milestone(count: int, free: int) -> bool:
    times, rest = divmod(count, free)
    return rest == 0 and times & (times - 1) == 0


def _is_danger(text: str, now: datetime) -> bool:
    return understand(text, today=now).urgency is Urgency.EMERGENCY
