"""The rounds beside the webhook: takes in what it missed, and settles reports that came before their message."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot import whatsapp_reports
from bot.channel import Refused, SendError
from bot.citizen_face import HotlineError
from bot.desk_store import DeskStore
from bot.twilio_parse import CHANNEL, Heard, address_of, parse, to_twilio
from bot.twilio_rest import Listed, TwilioRest
from bot.whatsapp_door import WhatsAppDoor
from storage import deliveries, inbox
from storage.errors import StorageError
from storage.ids import new_id

log = logging.getLogger(__name__)

EVERY_S: Final = 180.0
_REPORTS_EVERY_S: Final = 5.0
# the webhook may still be on its way, Twilio tries for fifteen seconds
_PATIENCE: Final = timedelta(minutes=1)
# older ones could not be answered: their 24 hours are over
_LOOK_BACK: Final = timedelta(hours=24)


class Rounds:
    """Walks the rounds.

    Args:
        rest: Twilio's API.
        door: Where messages are taken in; it knows second copies.
        store: The hotline's memory.
    """

    def __init__(self, rest: TwilioRest, door: WhatsAppDoor, store: DeskStore, *, every_s: float = EVERY_S) -> None:
        self._rest = rest
        self._door = door
        self._store = store
        self._every_s = every_s
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Walk until `stop`; the first round begins at once, for what came while nobody listened."""
        self._tasks = [
            asyncio.create_task(self._reconcile_for_ever(), name="whatsapp reconcile"),
            asyncio.create_task(self._settle_for_ever(), name="whatsapp reports"),
        ]

    async def stop(self) -> None:
        """Walk no more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def reconcile(self) -> int:
        """Take in what Twilio lists and the inbox lacks, oldest first; give how many there were.

        One message that cannot be taken in does not keep the next ones from it; the next round tries it again.

        Raises:
            SendError: Twilio did not answer; the next round looks again.
        """
        now = self._store.clock()
        listed = await self._rest.newest_inbound(now - _LOOK_BACK)
        missed = [one for one in await self._unknown(listed) if one.at is None or one.at <= now - _PATIENCE]
        taken = [await self._take_in(one) for one in reversed(missed)]
        if any(taken):
            log.warning("missed messages taken in", extra={"channel": CHANNEL, "count": sum(taken)})
        return sum(taken)

    async def settle(self) -> None:
        """Settle the early reports whose messages are known by now."""
        if await self._store.read(deliveries.has_ripe):
            now, cipher = self._store.clock(), self._store.cipher
            await self._store.write(lambda conn: whatsapp_reports.settle_early(conn, cipher, now))

    async def _take_in(self, one: Listed) -> bool:
        try:
            await self._door.take_in(await self._heard(one))
        except (HotlineError, StorageError):
            raise  # they would meet the next message as well
        except Exception as error:  # noqa: BLE001 - whatever one listed message holds, or Twilio says of its files
            log.error(  # noqa: TRY400 - the trace may quote values
                "missed message not taken in", extra={"channel": CHANNEL, "error": type(error).__name__}
            )
            return False
        return True

    async def _unknown(self, listed: Sequence[Listed]) -> list[Listed]:
        sids = [one.sid for one in listed if address_of(one.sender)]
        known = await self._store.read(lambda conn: inbox.known(conn, CHANNEL, sids))
        return [one for one in listed if address_of(one.sender) and one.sid not in known]

    async def _heard(self, one: Listed) -> Heard:
        """Make of a listed message what the webhook would have told, as far as the list tells it."""
        form = {"MessageSid": one.sid, "From": to_twilio(address_of(one.sender) or ""), "Body": one.body}
        if one.media:
            found = await self._files_of(one.sid)
            form["NumMedia"] = str(len(found))
            for number, (url, mime) in enumerate(found):
                form |= {f"MediaUrl{number}": url, f"MediaContentType{number}": mime}
        return parse(form, at=one.at or self._store.clock(), new_id=new_id)

    async def _files_of(self, sid: str) -> list[tuple[str, str]]:
        try:
            return await self._rest.media_of(sid)
        except Refused:
            return []  # gone from there; the words count all the same

    async def _reconcile_for_ever(self) -> None:
        while True:
            try:
                await self.reconcile()
            except SendError as error:
                log.warning("round not walked", extra={"channel": CHANNEL, "reason": error.reason})
            except (HotlineError, StorageError) as error:
                log.warning("round not walked", extra={"channel": CHANNEL, "error": type(error).__name__})
            except Exception as error:  # noqa: BLE001 - whatever one listed message holds, the rounds go on
                log.error(  # noqa: TRY400 - the trace may quote values
                    "round stumbled", extra={"channel": CHANNEL, "error": type(error).__name__}
                )
            await asyncio.sleep(self._every_s)

    async def _settle_for_ever(self) -> None:
        while True:
            await asyncio.sleep(_REPORTS_EVERY_S)
            try:
                await self.settle()
            except Exception as error:  # noqa: BLE001 - the database may be away for a while; the rounds outlive that
                log.warning("reports not settled", extra={"channel": CHANNEL, "error": type(error).__name__})
