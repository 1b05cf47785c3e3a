"""SMS as a way out: short neutral words through Twilio's REST API."""

from typing import ClassVar, Final

from bot.channel import Channel, Outgoing, Refused, SendResult
from bot.desk_store import DeskStore
from bot.letters import reply_of
from bot.sms_notice import LANE
from bot.text_parts import split_text
from bot.twilio_parts import PartSayer
from bot.twilio_rest import TwilioRest

LONGEST_TEXT: Final = 1600


class SmsChannel(Channel):
    """Sends what the outbox promised by SMS.

    Args:
        rest: Twilio's API.
        store: The hotline's memory.
    """

    lane: ClassVar[str] = LANE
    # a long code carries one a second, and Twilio queues the rest
    per_second = 1.0

    def __init__(self, rest: TwilioRest, store: DeskStore) -> None:
        self._parts = PartSayer(rest, store, by_sms=True)

    async def send(self, outgoing: Outgoing) -> SendResult:
        """Send one row; raises as every channel."""
        if outgoing.address is None:
            raise Refused("no_address")
        return await self._parts.say(outgoing.address, outgoing, _parts(outgoing))

    async def find(self, outgoing: Outgoing) -> SendResult | None:
        """Look for the row among the newest messages to its address."""
        if outgoing.address is None:
            return None
        return await self._parts.find(outgoing.address, outgoing, _parts(outgoing))


def _parts(outgoing: Outgoing) -> tuple[str, ...]:
    return split_text(reply_of(outgoing.body).as_plain_text(), LONGEST_TEXT)
