"""Says words through Twilio in as many parts as they need, each part once, however often the sending breaks off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, cast

from bot.channel import Outgoing, SendError, SendResult, Uncertain
from bot.desk_store import DeskStore
from bot.twilio_rest import Listed, TwilioRest
from storage import deliveries

LEFT: Final = "left"
"""In a row's body: the places of the parts that are to be said again, where the others have arrived."""
_SKEW: Final = timedelta(seconds=30)

_Part = tuple[int, str]


class PartSayer:
    """Says parts.

    Args:
        rest: Twilio's API.
        store: The hotline's memory, which knows whose the listed messages are.
        by_sms: Speak by SMS instead of WhatsApp.
    """

    def __init__(self, rest: TwilioRest, store: DeskStore, *, by_sms: bool = False) -> None:
        self._rest = rest
        self._store = store
        self._by_sms = by_sms

    async def say(self, address: str, outgoing: Outgoing, parts: Sequence[str]) -> SendResult:
        """Say what is still to be said of a row.

        Raises:
            SendError: As a channel's `send`.
        """
        said, sids = _to_say(outgoing, parts), list[str]()
        if outgoing.is_repeat and len(said) > 1:
            # the earlier try may have got half-way: what arrived is not said again
            sids = _matched(said, await self._candidates(address, outgoing))
        for _, part in said[len(sids) :]:
            try:
                sids.append(await self._rest.send(address, body=part, by_sms=self._by_sms))
            except SendError as error:
                # once a part is out the whole must not be taken for unsent
                raise (Uncertain("half_sent") if sids else error) from None
        return _result(parts, said, sids)

    async def find(self, address: str, outgoing: Outgoing, parts: Sequence[str]) -> SendResult | None:
        """Look for all that the row has to say among the newest messages to its address."""
        wanted = _to_say(outgoing, parts)
        sids = _matched(wanted, await self._candidates(address, outgoing))
        return _result(parts, wanted, sids) if len(sids) == len(wanted) else None

    async def _candidates(self, address: str, outgoing: Outgoing) -> list[Listed]:
        """List what may be an earlier try of this row: sent since it was promised, and no other row's, oldest first."""
        since = outgoing.created_at - _SKEW
        listed = await self._rest.newest_to(address, by_sms=self._by_sms)
        known = await self._store.read(lambda conn: deliveries.known_sids(conn, [one.sid for one in listed]))
        fresh = [
            one for one in listed if one.sid not in known and one.direction != "inbound" and _is_since(one.at, since)
        ]
        return fresh[::-1]


def _to_say(outgoing: Outgoing, parts: Sequence[str]) -> list[_Part]:
    """Give the parts that are still to be said: those that failed where others have arrived, else all."""
    numbered = list(enumerate(parts))
    left = cast("Sequence[int]", outgoing.body.get(LEFT, ()))
    return [numbered[place] for place in left if place < len(numbered)] or numbered


def _result(parts: Sequence[str], said: Sequence[_Part], sids: Sequence[str]) -> SendResult:
    # a message that goes out whole is known by its own row alone
    in_parts = zip((place for place, _ in said), sids, strict=True) if len(parts) > 1 else ()
    return SendResult(sids[-1], tuple(in_parts))


def _matched(parts: Sequence[_Part], listed: Sequence[Listed]) -> list[str]:
    """Give the sids of the leading parts that are there, in order."""
    sids: list[str] = []
    rest = iter(listed)
    for _, part in parts:
        found = next((one.sid for one in rest if _same(one.body, part)), None)
        if found is None:
            break
        sids.append(found)
    return sids


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _is_since(at: datetime | None, since: datetime) -> bool:
    return at is None or at >= since
