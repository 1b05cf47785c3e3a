"""What we ask of Twilio's REST API, each in one call with our own words for what it answers."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import httpx
from twilio.base.exceptions import TwilioException
from twilio.rest import Client
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content.approval_create import ApprovalCreateList

from bot.channel import NeedsTemplate, Refused, SendError, TryLater
from bot.twilio_http import TwilioHttp, make_client
from bot.twilio_parse import to_twilio
from bot.twilio_status import Remedy, remedy_of

_NEWEST: Final = 20
_SET_UP_PAUSE_S: Final = 60.0


class FormRefused(SendError):  # noqa: N818 - a sentence, as its family
    """The template or its variables were not accepted; plain text may be."""


@dataclass(frozen=True, slots=True)
class Access:
    """An account, the number we speak from (+62...), where Twilio is, and where it tells us what became of messages.

    `sms_from` is the number or name that SMS go out from, "" where none do.
    """

    account_sid: str
    token: str
    number: str
    base: str
    status_url: str = ""
    sms_from: str = ""

    def __repr__(self) -> str:
        """Show nothing."""
        return "Access(...)"


@dataclass(frozen=True, slots=True)
class Listed:
    """A message as Twilio lists it; `at` is when it was made or reached Twilio."""

    sid: str
    sender: str
    to: str
    body: str
    direction: str
    at: datetime | None
    media: int


@dataclass(frozen=True, slots=True)
class SenderSetUp:
    """A WhatsApp sender as it is set up at Twilio; an address that is not set is ""."""

    status: str
    callback: str
    callback_method: str
    fallback: str


class TwilioRest:
    """Twilio's REST API for one account. Every method raises only SendError."""

    def __init__(self, access: Access, client: httpx.AsyncClient) -> None:
        self._access = access
        # an empty environment would make twilio read the machine's
        self._rest = Client(
            access.account_sid, access.token, http_client=TwilioHttp(client, access.base), environment={"_": ""}
        )

    async def send(
        self,
        to: str,
        *,
        body: str = "",
        content: str = "",
        variables: Mapping[str, str] | None = None,
        by_sms: bool = False,
    ) -> str:
        """Send words, or a template with its variables, and give the message's sid."""
        what: dict[str, object] = {"content_sid": content} if content else {"body": body}
        if content and variables:
            what["content_variables"] = json.dumps(variables, ensure_ascii=False)
        if self._access.status_url:
            what["status_callback"] = self._access.status_url
        ours = self._access.sms_from if by_sms else to_twilio(self._access.number)
        with_whom = {"to": to if by_sms else to_twilio(to), "from_": ours}
        try:
            sent = await self._rest.messages.create_async(**with_whom, **what)
        except TwilioException as error:
            raise _translated(error) from None
        return str(sent.sid)

    async def newest_to(self, address: str, *, by_sms: bool = False) -> list[Listed]:
        """List the newest messages to an address, newest first."""
        return await self._list(to=address if by_sms else to_twilio(address))

    async def newest_inbound(self, since: datetime, most: int = 500) -> list[Listed]:
        """List what reached our number on or after the day of `since`, newest first."""
        found = await self._list(most, to=to_twilio(self._access.number), date_sent_after=since)
        return [one for one in found if one.direction == "inbound" and (one.at is None or one.at >= since)]

    async def media_of(self, sid: str) -> list[tuple[str, str]]:
        """List the files of a message: (address, declared type)."""
        try:
            found = await self._rest.messages(sid).media.list_async(limit=10)
        except TwilioException as error:
            raise _translated(error) from None
        return [(self.media_url(sid, str(one.sid)), str(one.content_type or "")) for one in found]

    def media_url(self, sid: str, media_sid: str) -> str:
        """Give the address of a file as Twilio's webhooks give it."""
        base = self._access.base.rstrip("/")
        return f"{base}/2010-04-01/Accounts/{self._access.account_sid}/Messages/{sid}/Media/{media_sid}"

    async def forget(self, sid: str, media_sids: Sequence[str]) -> None:
        """Delete files at Twilio and empty the words of their message there."""
        try:
            for media_sid in media_sids:
                await self._rest.messages(sid).media(media_sid).delete_async()
            await self._rest.messages(sid).update_async(body="")
        except TwilioException as error:
            raise _translated(error) from None

    async def make_content(self, definition: Mapping[str, object]) -> str:
        """Make a template and give its sid."""
        try:
            made = await self._rest.content.v1.contents.create_async(ContentList.ContentCreateRequest(dict(definition)))
        except TwilioException as error:
            raise _translated(error) from None
        return str(made.sid)

    async def submit(self, content: str, name: str) -> str:
        """Hand a template in for approval as a utility message and give where that stands."""
        request = ApprovalCreateList.ContentApprovalRequest({"name": name, "category": "UTILITY"})
        try:
            made = await self._rest.content.v1.contents(content).approval_create.create_async(request)
        except TwilioException as error:
            raise _translated(error) from None
        return str(made.status or "received")

    async def approval_of(self, content: str) -> str:
        """Tell where the approval of a template stands: unsubmitted, received, pending, approved, rejected ..."""
        try:
            found = await self._rest.content.v1.contents(content).approval_fetch().fetch_async()
        except TwilioException as error:
            raise _translated(error) from None
        return str((found.whatsapp or {}).get("status") or "unsubmitted")

    async def account_state(self) -> str:
        """Tell the state of the account, "active" where all is well; proves that the credentials hold."""
        try:
            found = await self._rest.api.v2010.accounts(self._access.account_sid).fetch_async()
        except TwilioException as error:
            raise _translated(error) from None
        return str(found.status or "")

    async def sender_set_up(self) -> SenderSetUp | None:
        """Tell how our WhatsApp sender is set up; none where the account has no such sender."""
        ours = to_twilio(self._access.number)
        try:
            listed = await self._rest.messaging.v2.channels_senders.list_async(channel="whatsapp", limit=100)
            sid = next((str(one.sid) for one in listed if one.sender_id == ours), "")
            found = await self._rest.messaging.v2.channels_senders(sid).fetch_async() if sid else None
        except TwilioException as error:
            raise _translated(error) from None
        if found is None:
            return None
        told = found.webhook if isinstance(found.webhook, dict) else found.webhook.to_dict() if found.webhook else {}
        url, method, fallback = (
            str(told.get(key) or "") for key in ("callback_url", "callback_method", "fallback_url")
        )
        return SenderSetUp(str(found.status or ""), url, method, fallback)

    async def can_text(self, number: str) -> bool | None:
        """Say whether a number of ours can send SMS; none where the account has no such number."""
        try:
            found = await self._rest.incoming_phone_numbers.list_async(phone_number=number, limit=1)
        except TwilioException as error:
            raise _translated(error) from None
        return bool((found[0].capabilities or {}).get("sms")) if found else None

    async def _list(self, most: int = _NEWEST, **which: object) -> list[Listed]:
        try:
            found = await self._rest.messages.list_async(**which, limit=most, page_size=min(most, 100))
        except TwilioException as error:
            raise _translated(error) from None
        return [
            Listed(
                sid=str(one.sid),
                sender=str(one.from_ or ""),
                to=str(one.to or ""),
                body=str(one.body or ""),
                direction=str(one.direction or ""),
                at=one.date_created or one.date_sent,
                media=int(one.num_media or 0),
            )
            for one in found
        ]


@asynccontextmanager
async def open_rest(access: Access) -> AsyncIterator[TwilioRest]:
    """Lend the API for the length of a block."""
    async with make_client() as client:
        yield TwilioRest(access, client)


def _translated(error: TwilioException) -> SendError:
    """Turn twilio's two families of errors into ours; their words are dropped, they quote the address."""
    status, code = getattr(error, "status", None), getattr(error, "code", None)
    if status == 401:
        return TryLater("set_up", retry_after_s=_SET_UP_PAUSE_S, whole_lane=True)
    reason = f"code_{code}" if code else f"http_{status}"
    match remedy_of(code or 0):
        case Remedy.TEMPLATE:
            return NeedsTemplate(reason)
        case Remedy.BACK_OFF:
            return TryLater(reason)
        case Remedy.PLAIN:
            return FormRefused(reason)
        case Remedy.UNREACHABLE | Remedy.STOPPED:
            return Refused(reason, is_blocked=True)
        case Remedy.SET_UP:
            return TryLater(reason, retry_after_s=_SET_UP_PAUSE_S, whole_lane=True)
        case _:
            return Refused(reason)
