"""What comes back by SMS: a wish for silence is kept, danger is taken in as everywhere, the rest is declined politely.

SMS are notices that go out (docs/decisions/0014-sms-is-a-notice.md). A number that sends them can be answered all the
same, and anybody can write an SMS in somebody else's name: what comes here never counts as the WhatsApp of its sender.
"""

from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from bot.citizen_face import Busy
from bot.desk_store import DeskStore
from bot.inbound import Inbound
from bot.letters import said_body
from bot.sms_notice import LANE
from bot.whatsapp_door import TakeIn
from flows import conversation as conversations_of_flows
from flows.labels import Urgency
from flows.understanding import understand
from storage import contacts, conversations, deliveries, inbox
from storage.batch import Batch, flush
from storage.contacts import Sender
from storage.errors import NOT_SURELY_KEPT

DECLINED: Final = "Nomor ini tidak membaca SMS. Dalam bahaya telepon 110."
# Twilio's own words for a long code, and ours; whoever sends one is answered by Twilio, or not at all
_STOP: Final = frozenset({"stop", "stopall", "unsubscribe", "end", "quit", "cancel", "revoke", "optout", "berhenti"})
_START: Final = frozenset({"start", "unstop", "yes", "mulai"})
_KEPT: Final = timedelta(hours=24)


class SmsDoor:
    """Takes in what the webhook proved to be an SMS to our number.

    Args:
        take_in: The hotline's own way in.
        store: The hotline's memory.
    """

    def __init__(self, take_in: TakeIn, store: DeskStore) -> None:
        self._take_in = take_in
        self._store = store

    async def take_in(self, inbound: Inbound) -> object:
        """Keep a message; it is durable when this returns, and a second copy does nothing.

        Raises:
            Busy: Nothing was kept.
        """
        try:
            if await self._is_talk(inbound):
                return await self._take_in(inbound)
            await self._store.write(lambda conn: self._keep(conn, inbound))
        except NOT_SURELY_KEPT:
            raise Busy from None
        return None

    async def _is_talk(self, inbound: Inbound) -> bool:
        """Say whether a message tells of danger, or goes on with a talk that did."""
        if _word(inbound) in _STOP:
            return False
        read = understand(inbound.said.text, today=inbound.received_at)
        return read.urgency is Urgency.EMERGENCY or await self._store.read(lambda conn: self._talks(conn, inbound))

    def _talks(self, conn: Connection, inbound: Inbound) -> bool:
        sender = contacts.find(conn, self._store.cipher, LANE, inbound.address)
        if sender is None:
            return False
        running = conversations.load(conn, self._store.cipher, [sender.contact_id]).get(sender.contact_id)
        return running is not None and bool(conversations_of_flows.load(running[0]).flow)

    def _keep(self, conn: Connection, inbound: Inbound) -> None:
        store, now = self._store, self._store.clock()
        if not inbox.record(conn, store.cipher, LANE, inbound.provider_id, said_body(inbound.said), now=now):
            return
        lookup = contacts.lookup_of(store.cipher, LANE, inbound.address)
        sender = contacts.find_or_make(conn, store.cipher, [(LANE, lookup, inbound.address)], now)[lookup]
        if _word(inbound) in _STOP:
            contacts.block(conn, sender.identity_id, now)
        elif _word(inbound) in _START:
            contacts.unblock(conn, [sender.identity_id])
        elif not sender.is_blocked:
            self._decline(conn, sender)

    def _decline(self, conn: Connection, sender: Sender) -> None:
        """Say once a day that nobody reads here: two machines must not talk all night."""
        now = self._store.clock()
        key = f"{LANE}:declined:{sender.identity_id}:{now:%Y%m%d}"
        if deliveries.is_promised(conn, key):
            return
        batch = Batch(self._store.cipher, now)
        batch.add_outbox(
            lane=LANE,
            purpose="reply",
            ordering_key=f"to:{sender.identity_id}",
            dedupe_key=key,
            body={"text": DECLINED},
            contact_id=sender.contact_id,
            identity_id=sender.identity_id,
            expires_at=now + _KEPT,
        )
        flush(conn, batch)


def _word(inbound: Inbound) -> str:
    return inbound.said.text.strip(" .!").casefold()
