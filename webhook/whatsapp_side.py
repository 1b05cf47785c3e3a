"""WhatsApp put together: settings in, a lane, a source of files, two doors and the rounds out."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.channel import Channel
from bot.desk import Desk
from bot.desk_store import DeskStore
from bot.duty_acts import DutyActs
from bot.duty_cards import CardLook
from bot.fetching import FetchLater, MediaSource
from bot.hotline import Hotline, utc_now
from bot.inbound import Inbound
from bot.sms_channel import SmsChannel
from bot.sms_door import SmsDoor
from bot.twilio_http import make_client
from bot.twilio_media import TwilioFiles
from bot.twilio_parse import CHANNEL, Heard, address_of
from bot.twilio_rest import Access, TwilioRest
from bot.vcard import read_vcard
from bot.whatsapp_channel import WhatsAppChannel
from bot.whatsapp_door import WhatsAppDoor
from bot.whatsapp_phones import DutyPhones
from bot.whatsapp_rounds import Rounds
from flows.said import Kind, Said
from storage.ids import new_id
from webhook.settings import Settings
from webhook.twilio_routes import STATUS_PATH, TwilioRoutes
from webhook.twilio_signature import Account, Proof


class WhatsAppSide:
    """WhatsApp as this deployment has it set up; implements Connected."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._access = access_of(settings)
        self._client = make_client()
        self._rest = TwilioRest(self._access, self._client)
        self._look = CardLook(settings.duty_card, settings.province, settings.rules().zone)
        self._door: WhatsAppDoor | None = None
        self._clock = utc_now

    def channels(self, store: DeskStore) -> Sequence[Channel]:
        """Give the lanes."""
        sms = [SmsChannel(self._rest, store)] if self._settings.sms_from else []
        return [WhatsAppChannel(self._rest, store, self._look), *sms]

    def sources(self) -> Sequence[MediaSource]:
        """Give where files lie."""
        return [TwilioFiles(self._access, self._client, self._rest, self._on_card)]

    def add_routes(self, app: FastAPI, hotline: Hotline) -> None:
        """Add the two doors."""
        store = hotline.desk_store
        sms = SmsDoor(hotline.take_in, store) if self._settings.sms_from else None
        proof = Proof(account_of(self._settings))
        TwilioRoutes(self.door(hotline), proof, store.clock, new_id, sms=sms).add_to(app)

    @asynccontextmanager
    async def running(self, hotline: Hotline) -> AsyncIterator[None]:
        """Walk the rounds."""
        rounds = Rounds(self._rest, self.door(hotline), hotline.desk_store)
        rounds.start()
        try:
            yield
        finally:
            await rounds.stop()

    async def close(self) -> None:
        """Let go of the lines to Twilio."""
        await self._client.aclose()

    def door(self, hotline: Hotline) -> WhatsAppDoor:
        """Give the way in, the same for the webhook, the rounds and contact cards."""
        if self._door is None:
            store, rules = hotline.desk_store, self._settings.rules()
            self._clock = store.clock
            acts = DutyActs(Desk(store, hotline.bell, rules), store, self._look)
            self._door = WhatsAppDoor(hotline.take_in, store, DutyPhones(store, acts, rules.phones))
        return self._door

    async def _on_card(self, where: Mapping[str, object], raw: bytes) -> None:
        """Let the conversation hear what a contact card says, as a message of its own that comes once."""
        address = address_of(str(where["from"]))
        if self._door is None or address is None:
            raise FetchLater
        card = read_vcard(raw)
        said = Said(Kind.CONTACT, contact=card) if card is not None else Said(Kind.OTHER)
        inbound = Inbound(CHANNEL, f"{where['message']}:card", address, said, self._clock())
        await self._door.take_in(Heard(inbound))


def access_of(settings: Settings) -> Access:
    """Give how Twilio's REST API is reached."""
    return Access(
        account_sid=settings.twilio_account_sid,
        token=settings.twilio_auth_token,
        number=address_of(settings.twilio_whatsapp_from) or settings.twilio_whatsapp_from,
        base=settings.twilio_api_base,
        status_url=f"{settings.address}{STATUS_PATH}",
        sms_from=settings.sms_from,
    )


def account_of(settings: Settings) -> Account:
    """Give whose calls are believed."""
    tokens = (settings.twilio_auth_token, settings.twilio_auth_token_old)
    number = address_of(settings.twilio_whatsapp_from) or settings.twilio_whatsapp_from
    believed = tuple(one for one in tokens if one)
    return Account(settings.twilio_account_sid, number, believed, settings.address, settings.sms_from)
