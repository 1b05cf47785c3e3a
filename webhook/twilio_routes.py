"""POST /webhook/twilio and /webhook/twilio/status: a proven request is kept before it is acknowledged."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Final, Protocol

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from bot.citizen_face import Busy
from bot.inbound import Inbound
from bot.twilio_parse import Heard, NewId, is_whatsapp, parse, parse_sms
from bot.twilio_status import StatusReport, read_report
from webhook.bodies import JSON_CAP_BYTES, read_body
from webhook.guards import BUSY, Refused
from webhook.twilio_signature import NOT_A_FORM, Proof, content_type_is_form

log = logging.getLogger(__name__)

MESSAGE_PATH: Final = "/webhook/twilio"
_MOST_NAMED: Final = 200
STATUS_PATH: Final = "/webhook/twilio/status"
# an answer is sent through REST from the outbox: words in this one would be repeated with every retry of Twilio's
_NOTHING_TO_SAY: Final = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


class WhatsAppFace(Protocol):
    """The hotline as Twilio's calls see it; both are durable when they return, and may be called again."""

    async def take_in(self, heard: Heard) -> object:
        """Keep a message of a citizen or an officer.

        Raises:
            Busy: Nothing was kept; Twilio will try again.
        """

    async def note_report(self, report: StatusReport) -> None:
        """Keep what became of a message of ours; raises as `take_in`."""


class SmsFace(Protocol):
    """Where SMS to our number go."""

    async def take_in(self, inbound: Inbound) -> object:
        """Keep a message; raises as WhatsAppFace."""


class TwilioRoutes:
    """The two doors.

    Args:
        face: The hotline behind them.
        proof: Decides what comes from Twilio.
        clock: Gives the moment, aware, in UTC.
        new_id: Makes ids for files that are fetched later.
        sms: Where SMS go; none where none are sent, and then `proof` lets none through.
    """

    def __init__(
        self,
        face: WhatsAppFace,
        proof: Proof,
        clock: Callable[[], datetime],
        new_id: NewId,
        *,
        sms: SmsFace | None = None,
    ) -> None:
        self._face = face
        self._sms = sms
        self._proof = proof
        self._clock = clock
        self._new_id = new_id
        self._named: set[str] = set()

    def add_to(self, app: FastAPI) -> None:
        """Put the doors into the public face."""
        app.add_route(MESSAGE_PATH, self.message, methods=["POST"])
        app.add_route(STATUS_PATH, self.status, methods=["POST"])

    async def message(self, request: Request) -> Response:
        """Take a message in."""
        form = self._proof.message(request.scope, await _form_body(request))
        if is_whatsapp(form):
            heard = parse(form, at=self._clock(), new_id=self._new_id)
            self._note_unread(heard.inbound.unread)
            await _or_busy(self._face.take_in(heard))
        elif self._sms is not None:
            await _or_busy(self._sms.take_in(parse_sms(form, at=self._clock())))
        return Response(_NOTHING_TO_SAY, media_type="text/xml")

    def _note_unread(self, unread: Iterable[str]) -> None:
        """Name once to the operator what Twilio sends and we do not read; never what stands in it."""
        fresh = sorted(set(unread) - self._named)
        if fresh and len(self._named) < _MOST_NAMED:
            self._named.update(fresh)
            log.info("fields not read", extra={"field": ",".join(fresh)})

    async def status(self, request: Request) -> Response:
        """Take a status report in; states that say nothing to us are acknowledged and dropped."""
        report = read_report(self._proof.status(request.scope, await _form_body(request)))
        if report is not None and report.delivery:
            await _or_busy(self._face.note_report(report))
        return Response(status_code=204)


async def _form_body(request: Request) -> bytes:
    if not content_type_is_form([bytes(value) for key, value in request.scope["headers"] if key == b"content-type"]):
        raise Refused(NOT_A_FORM)
    return await read_body(request.receive, cap_bytes=JSON_CAP_BYTES)


async def _or_busy(kept: Awaitable[object]) -> None:
    try:
        await kept
    except Busy:
        raise Refused(BUSY) from None
