"""POST /chat/messages: the one busy route, plain ASGI in front of the framework."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Final

from starlette.types import Message, Receive, Scope, Send

from bot.citizen_face import Busy, CitizenFace
from bot.inbound import Inbound, Taken
from webhook.bodies import CHAT_CAP_BYTES, read_body
from webhook.guards import BUSY, Refusal, Refused, header, send_refusal
from webhook.public.incoming import Sent, from_json
from webhook.public.session import CHANNEL, ChatSession, Sessions

PATH: Final = "/chat/messages"
NOT_JSON = Refusal(415, "not_json", "Kiriman ini tidak terbaca. Coba kirim lagi.")
NO_SESSION = Refusal(401, "no_session", "Chat ini baru dibuka. Kirim sekali lagi.")
_JSON_HEADERS: Final = [(b"content-type", b"application/json")]


def inbound_of(session: ChatSession, sent: Sent, at: datetime) -> Inbound:
    """Address a message. Its id counts within its own chat only: nobody can use up somebody else's."""
    return Inbound(
        channel=CHANNEL,
        provider_id=f"{session.address[:16]}:{sent.id}",
        address=session.address,
        said=sent.said,
        received_at=at,
        language=sent.language,
    )


class MessageRoute:
    """Takes one message in and answers once it is durable; the replies are fetched from the mailbox."""

    def __init__(self, face: CitizenFace, sessions: Sessions, clock: Callable[[], datetime]) -> None:
        self._face = face
        self._sessions = sessions
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one POST."""
        if not header(scope, b"content-type").startswith("application/json"):
            raise Refused(NOT_JSON)
        sent = from_json(await read_body(receive, cap_bytes=CHAT_CAP_BYTES))
        session = self._sessions.read(scope)
        if session is None:
            await self._open(scope, send)
            return
        try:
            taken = await self._face.take_in(inbound_of(session, sent, self._clock()))
        except Busy as busy:
            raise Refused(Refusal(BUSY.status, BUSY.code, BUSY.text, busy.retry_after_s)) from None
        body = _answer(sent, taken)
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [*_JSON_HEADERS, length]})
        await send({"type": "http.response.body", "body": body})

    async def _open(self, scope: Scope, send: Send) -> None:
        # Nothing is taken in before the browser holds its cookie: were this answer lost on the way, the message
        # sent again would belong to another chat, whose citizen never sees what was answered to the first.
        cookie = self._sessions.cookie(self._sessions.new()).encode()

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message["headers"]
                message["headers"] = [*given, (b"set-cookie", cookie)]
            await send(message)

        await send_refusal(scope, send_with_cookie, NO_SESSION)


def _answer(sent: Sent, taken: Taken) -> bytes:
    if not (sent.was_cut or taken.is_duplicate):
        return b'{"taken":true}'
    return json.dumps({"taken": True, "duplicate": taken.is_duplicate, "cut": sent.was_cut}).encode()
