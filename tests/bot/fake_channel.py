"""A channel that keeps what it was given and answers as a test tells it."""

import asyncio
from collections.abc import Callable

from bot.channel import Channel, Outgoing, SendResult

Answer = Callable[[Outgoing], SendResult]


class FakeChannel(Channel):
    """Remembers every message; `answer` may raise what a real provider's channel would."""

    lane = "whatsapp"

    def __init__(self, answer: Answer | None = None, *, takes_s: float = 0.0) -> None:
        self.answer = answer or (lambda outgoing: SendResult(f"SM{outgoing.id}"))
        self.takes_s = takes_s
        self.sent: list[Outgoing] = []
        self.tried: list[Outgoing] = []
        self.found: SendResult | None = None
        self.asked: list[int] = []
        self.flying = self.most_flying = 0
        self.gap = 0.0

    async def send(self, outgoing: Outgoing) -> SendResult:
        self.tried.append(outgoing)
        self.flying += 1
        self.most_flying = max(self.most_flying, self.flying)
        try:
            await asyncio.sleep(self.takes_s)
            result = self.answer(outgoing)
        finally:
            self.flying -= 1
        self.sent.append(outgoing)
        return result

    async def find(self, outgoing: Outgoing) -> SendResult | None:
        self.asked.append(outgoing.id)
        return self.found

    def gap_s(self, outgoing: Outgoing) -> float:
        return self.gap

    @property
    def words(self) -> list[object]:
        """What arrived, in order."""
        return [outgoing.body["text"] for outgoing in self.sent]
