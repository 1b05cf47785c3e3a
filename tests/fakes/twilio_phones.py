"""The people's end of the strict Twilio: they write, their phones get what we send, and Twilio tells us so."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from tests.fakes.twilio_account import WINDOW, File, Message, TwilioAccount
from tests.fakes.twilio_signing import (
    SID,
    SMS_NUMBER,
    message_form,
    signed_post,
    sms_form,
    sms_status_form,
    status_form,
)


@dataclass
class Phones:
    """The people's end: writes to our webhooks as Twilio does, and moves the messages on their way."""

    twilio: TwilioAccount
    hotline: str
    client: httpx.AsyncClient
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def say(
        self,
        body: str = "",
        *,
        sender: str = "+6281200000001",
        times: int = 1,
        lost: bool = False,
        number: int = 0,
        **more: str,
    ) -> str:
        """Write a message; `times` delivers it again, `lost` lets the webhook miss it. Gives its sid."""
        form = message_form(body, number=(number or next(self._numbers)) << 64, sender=sender, **more)
        self.twilio.windows[form["From"]] = self.twilio.clock() + WINDOW
        listed = Message(form["MessageSid"], form["From"], form["To"], body, "inbound", self.twilio.clock(), "received")
        listed.media = [form[name].rpartition("/")[2] for name in form if re.fullmatch(r"MediaUrl\d", name)]
        self.twilio.messages[listed.sid] = listed
        for _ in range(0 if lost else times):
            answer = await self.post("/webhook/twilio", form)
            assert answer.status_code == 200, answer.text
        return listed.sid

    async def text(self, body: str, *, sender: str = "+6281200000001", times: int = 1) -> str:
        """Write an SMS; as at Twilio, STOP shuts the number to us. Gives its sid."""
        form = sms_form(body, number=next(self._numbers) << 64, sender=sender)
        if body.strip().casefold() == "stop":
            self.twilio.stopped.add(sender)
        for _ in range(times):
            answer = await self.post("/webhook/twilio", form)
            assert answer.status_code == 200, answer.text
        return form["MessageSid"]

    async def send_file(self, raw: bytes, mime: str, *, manner: str = "", body: str = "", **more: str) -> str:
        """Send a file; gives its media sid."""
        number = next(self._numbers)
        me = f"ME{number:032x}"
        self.twilio.files[me] = File(raw, mime, manner)
        url = f"{self.twilio.base}/2010-04-01/Accounts/{SID}/Messages/SM{number << 64:032x}/Media/{me}"
        more |= {"NumMedia": "1", "MediaUrl0": url, "MediaContentType0": mime}
        await self.say(body, number=number, **more)
        return me

    async def report(self, sid: str, status: str, *, error: str = "") -> None:
        """Send a status callback."""
        known = self.twilio.messages.get(sid)
        to = known.to.removeprefix("whatsapp:") if known else "+6281200000001"
        form_of = sms_status_form if known and known.sender == SMS_NUMBER else status_form
        answer = await self.post("/webhook/twilio/status", form_of(sid, status, to=to, error=error))
        assert answer.status_code == 204, answer.text

    async def settle(self) -> None:
        """Let every message reach its phone, or fail as Twilio would let it."""
        for one in self.twilio.sent:
            if one.status != "queued":
                continue
            one.status = "undelivered" if one.error else "delivered"
            await self.report(one.sid, one.status, error=str(one.error or ""))

    async def post(self, path: str, form: Mapping[str, str]) -> httpx.Response:
        """Post a signed form the way it arrives behind a proxy: plain http, another port."""
        target, headers, body = signed_post(path, form, token=self.twilio.token)
        return await self.client.post(f"{self.hotline}{target}", headers=headers, content=body)
