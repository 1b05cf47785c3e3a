"""A strict Twilio on this machine, over real HTTP: REST API, files, signed calls to our webhooks, and faults on order.

It refuses what Twilio refuses, with Twilio's codes; outside the 24 hours it says "queued" first and 63016 later, as
Twilio does. Facts from the published OpenAPI files and from captured calls; nothing of Twilio's is copied.
"""

import asyncio
import base64
import itertools
import json
import re
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs, parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.fakes.serving_asgi import served
from tests.fakes.twilio_contents import body_of, definition_fault, too_long
from tests.fakes.twilio_signing import OUR_NUMBER, SID, SMS_NUMBER, TOKEN

WINDOW = timedelta(hours=24)
_SMS_TO = re.compile(r"\+[1-9]\d{6,14}")
_TO = re.compile(r"whatsapp:(\+[1-9]\d{6,14}|[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128})")
# facts of the published description: what every message has
MESSAGE_FIELDS = frozenset(
    {"account_sid", "api_version", "body", "date_created", "date_sent", "date_updated", "direction", "error_code"}
    | {"error_message", "from", "messaging_service_sid", "num_media", "num_segments", "price", "price_unit", "sid"}
    | {"status", "subresource_uris", "to", "uri"}
)
PAGE_FIELDS = frozenset(
    {"first_page_uri", "end", "page", "page_size", "previous_page_uri", "next_page_uri", "start", "uri", "messages"}
)
CONTENT_FIELDS = frozenset(
    {"sid", "account_sid", "friendly_name", "language", "variables", "types", "url", "date_created", "date_updated"}
)


@dataclass
class Message:
    """A message as Twilio keeps it."""

    sid: str
    sender: str
    to: str
    body: str
    direction: str
    at: datetime
    status: str = "queued"
    error: int | None = None
    content: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    media: list[str] = field(default_factory=list)
    callback: str = ""


@dataclass
class File:
    """A stored file, and how its host behaves: as it should, or "404", "endless", "lies", "inside", "slow"."""

    raw: bytes
    mime: str
    manner: str = ""


class Clock:
    """Twilio's clock; a test may share the hotline's."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


class FakeTwilio:
    """One account. `faults` are taken one a REST request, oldest first: "429", "500", "500 after", "hang after" ..."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self.clock = clock or Clock()
        self.token = TOKEN
        self.messages: dict[str, Message] = {}
        self.files: dict[str, File] = {}
        self.contents: dict[str, dict[str, object]] = {}
        self.approvals: dict[str, str] = {}
        self.windows: dict[str, datetime] = {}
        self.faults: deque[str] = deque()
        self.requests: list[tuple[str, str]] = []
        self.fetched_with: list[tuple[str, str]] = []
        self.deleted: list[str] = []
        self.refuses: dict[str, int] = {}
        self.stopped: set[str] = set()
        self.can_text = True
        # as the console shows the sender; a test changes it
        self.sender = {
            "callback_url": "https://lapor.invented.id/webhook/twilio#rc=5&rp=all",
            "callback_method": "POST",
        }
        self.sender |= {"fallback_url": "https://elsewhere.invented.id/110", "status_callback_url": ""}
        self.base = self.storage_host = ""
        self._numbers = itertools.count(1)
        self.app = Starlette(routes=self._routes())

    @property
    def sent(self) -> list[Message]:
        """What we sent, oldest first."""
        return [one for one in self.messages.values() if one.direction == "outbound-api"]

    @property
    def texted(self) -> list[Message]:
        """What we sent by SMS, oldest first."""
        return [one for one in self.sent if one.sender == SMS_NUMBER]

    def words_to(self, address: str) -> list[str]:
        """Give what one address was sent, in words: a template by its filled body."""
        return [one.body for one in self.sent if one.to == f"whatsapp:{address}"]

    def _routes(self) -> list[Route]:
        account = f"/2010-04-01/Accounts/{SID}"
        return [
            Route(f"{account}.json", self._guarded(self._account), methods=["GET"]),
            Route(f"{account}/Messages.json", self._guarded(self._create), methods=["POST"]),
            Route(f"{account}/Messages.json", self._guarded(self._list), methods=["GET"]),
            Route(f"{account}/Messages/{{sid}}.json", self._guarded(self._update), methods=["POST"]),
            Route(f"{account}/Messages/{{sid}}/Media.json", self._guarded(self._media_list), methods=["GET"]),
            Route(
                f"{account}/Messages/{{sid}}/Media/{{me}}.json", self._guarded(self._media_delete), methods=["DELETE"]
            ),
            Route(f"{account}/Messages/{{sid}}/Media/{{me}}", self._media, methods=["GET"]),
            Route(f"{account}/IncomingPhoneNumbers.json", self._guarded(self._numbers_of), methods=["GET"]),
            Route("/v2/Channels/Senders", self._guarded(self._senders), methods=["GET"]),
            Route("/v2/Channels/Senders/{sid}", self._guarded(self._senders), methods=["GET"]),
            Route("/v1/Content", self._guarded(self._make_content), methods=["POST"]),
            Route("/v1/Content/{sid}/ApprovalRequests/whatsapp", self._guarded(self._submit), methods=["POST"]),
            Route("/v1/Content/{sid}/ApprovalRequests", self._guarded(self._approval), methods=["GET"]),
            Route("/stored/{me}", self._stored, methods=["GET"]),
        ]

    def _guarded(self, serve: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            self.requests.append((request.method, request.url.path))
            fault = self.faults.popleft() if self.faults else ""
            if fault == "429":
                return _problem(429, 20429, "Too Many Requests", {"Retry-After": "7"})
            if fault == "503":
                return _problem(503, 20503, "Service Unavailable")
            if fault == "500":
                return _problem(500, 20500, "Internal Server Error")
            if not self._is_ours(request):
                return _problem(401, 20003, "Authenticate")
            answer = await serve(request)
            if fault == "500 after":
                return _problem(500, 20500, "Internal Server Error")
            if fault == "hang after":
                await asyncio.sleep(60)
            if fault == "garbage":
                return Response("<html>proxy</html>", 201, media_type="text/html")
            return answer

        return guarded

    def _is_ours(self, request: Request) -> bool:
        wanted = base64.b64encode(f"{SID}:{self.token}".encode()).decode()
        return request.headers.get("authorization") == f"Basic {wanted}"

    async def _account(self, request: Request) -> Response:
        return JSONResponse({"sid": SID, "status": "active", "type": "Full", "friendly_name": "invented"})

    async def _numbers_of(self, request: Request) -> Response:
        ours = request.query_params.get("PhoneNumber") in {SMS_NUMBER, OUR_NUMBER}
        capabilities = {"voice": False, "sms": self.can_text, "mms": False, "fax": False}
        row = {"sid": "PN" + "0" * 32, "account_sid": SID, "phone_number": SMS_NUMBER, "capabilities": capabilities}
        page = dict.fromkeys(PAGE_FIELDS - {"messages"})
        return JSONResponse({**page, "page": 0, "incoming_phone_numbers": [row] if ours else []})

    async def _senders(self, request: Request) -> Response:
        sender = {"sid": "XE" + "1" * 32, "status": "ONLINE", "sender_id": f"whatsapp:{OUR_NUMBER}", "url": ""}
        if "sid" in request.path_params:
            return JSONResponse({**sender, "webhook": self.sender, "properties": None, "profile": None})
        if request.query_params.get("Channel") != "whatsapp":
            return _problem(400, 20001, "Channel is required")
        listed = [{**sender, "sender_id": "whatsapp:+628119999999", "sid": "XE" + "2" * 32}, sender]
        return JSONResponse({"senders": listed if self.sender else listed[:1], "meta": {"key": "senders", "page": 0}})

    async def _create(self, request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return _problem(415, 20415, "Unsupported Media Type")
        pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True)
        form = dict(pairs)
        refusal = self._refusal(form)
        if refusal:
            return _problem(400, refusal[0], refusal[1])
        message = self._keep_outbound(form)
        return JSONResponse(self._as_json(message), 201)

    def _refusal(self, form: Mapping[str, str]) -> tuple[int, str] | None:
        by_sms = form.get("From") == SMS_NUMBER
        if not (_SMS_TO if by_sms else _TO).fullmatch(form.get("To", "")):
            return 21211, "Invalid 'To' Phone Number"
        if form["To"] in self.refuses:
            return self.refuses[form["To"]], "refused on order"
        if by_sms and form["To"] in self.stopped:
            return 21610, "Attempt to send to unsubscribed recipient"
        if not by_sms and form.get("From") != f"whatsapp:{OUR_NUMBER}":
            return 63007, "Twilio could not find a Channel with the specified From address"
        if form["To"] == form["From"]:
            return 63031, "Message cannot have same To and From"
        body, content = form.get("Body", ""), form.get("ContentSid", "")
        if bool(body) == bool(content):
            return 21619, "A text message body or media urls must be specified"
        if len(body) > 1600:
            return 21617, "The concatenated message body exceeds the 1600 character limit"
        return self._content_refusal(content, form) if content else None

    def _content_refusal(self, content: str, form: Mapping[str, str]) -> tuple[int, str] | None:
        known = self.contents.get(content)
        if known is None:
            return 21655, "The ContentSid is invalid"
        try:
            given = json.loads(form.get("ContentVariables", "{}"))
        except ValueError:
            return 21656, "The ContentVariables are invalid"
        wanted = known["variables"]
        assert isinstance(wanted, dict)
        if not isinstance(given, dict) or given.keys() != wanted.keys():
            return 21656, "The ContentVariables are invalid"
        if any(not isinstance(one, str) or not one or "\t" in one or "    " in one for one in given.values()):
            return 21656, "The ContentVariables are invalid"
        return too_long(self._fill(content, given))

    def _keep_outbound(self, form: Mapping[str, str]) -> Message:
        variables = json.loads(form.get("ContentVariables", "{}"))
        content = form.get("ContentSid", "")
        body = body_of(self._fill(content, variables)) if content else form["Body"]
        sid = f"SM{next(self._numbers):031x}f"
        message = Message(
            sid, form["From"], form["To"], body, "outbound-api", self.clock(), content=content, variables=variables,
            callback=form.get("StatusCallback", ""),
        )  # fmt: skip
        is_open = self.windows.get(form["To"], datetime.min.replace(tzinfo=UTC)) > self.clock()
        is_open = is_open or form["From"] == SMS_NUMBER  # an SMS may come at any time
        if not is_open and self.approvals.get(content) != "approved":
            message.error = 63016  # told later, never in this answer
        self.messages[sid] = message
        return message

    def _fill(self, content: str, variables: Mapping[str, str]) -> dict[str, object]:
        text = json.dumps(self.contents[content]["types"])
        for number, value in variables.items():
            text = text.replace(f"{{{{{number}}}}}", json.dumps(value)[1:-1])
        filled: dict[str, object] = json.loads(text)
        return filled

    async def _list(self, request: Request) -> Response:
        query = parse_qs(request.url.query)
        found = sorted(self.messages.values(), key=lambda one: (one.at, one.sid), reverse=True)
        for name, attribute in (("To", "to"), ("From", "sender")):
            if name in query:
                found = [one for one in found if getattr(one, attribute) == query[name][0]]
        if "DateSent>" in query:
            day = query["DateSent>"][0][:10]
            found = [one for one in found if one.at.date().isoformat() >= day]
        size, page = int(query.get("PageSize", ["50"])[0]), int(query.get("Page", ["0"])[0])
        part = found[page * size : (page + 1) * size]
        more = f"/2010-04-01/Accounts/{SID}/Messages.json?PageSize={size}&Page={page + 1}&PageToken=PA1"
        names = ("To", "DateSent>")
        more += "".join(f"&{name}={query[name][0].replace('+', '%2B')}" for name in names if name in query)
        body = dict.fromkeys(PAGE_FIELDS)
        body |= {"page": page, "page_size": size, "start": page * size, "end": page * size + len(part), "uri": ""}
        body |= {"messages": [self._as_json(one) for one in part]}
        body["next_page_uri"] = more if len(found) > (page + 1) * size else None
        return JSONResponse(body)

    async def _update(self, request: Request) -> Response:
        message = self.messages.get(request.path_params["sid"])
        if message is None:
            return _problem(404, 20404, "not found")
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        if form != {"Body": ""}:
            return _problem(400, 20001, "only a body can be emptied")
        message.body = ""
        return JSONResponse(self._as_json(message))

    async def _media_list(self, request: Request) -> Response:
        message = self.messages[request.path_params["sid"]]
        rows = [{"sid": me, "content_type": self.files[me].mime, "parent_sid": message.sid} for me in message.media]
        return JSONResponse({**dict.fromkeys(PAGE_FIELDS - {"messages"}), "media_list": rows, "page": 0})

    async def _media_delete(self, request: Request) -> Response:
        self.deleted.append(request.path_params["me"])
        self.files.pop(request.path_params["me"], None)
        return Response(status_code=204)

    async def _media(self, request: Request) -> Response:
        self.fetched_with.append((request.url.path, request.headers.get("authorization", "")))
        if not self._is_ours(request):
            return _problem(401, 20003, "Authenticate")
        file = self.files.get(request.path_params["me"])
        if file is None or file.manner == "404":
            return _problem(404, 20404, "not found")
        inside = {"inside": "http://169.254.169.254/latest/meta-data", "local": "https://localhost/x"}
        where = inside.get(file.manner, f"{self.storage}/stored/{request.path_params['me']}?Signature=x")
        return RedirectResponse(where, 307)

    async def _stored(self, request: Request) -> Response:
        self.fetched_with.append((request.url.path, request.headers.get("authorization", "")))
        file = self.files[request.path_params["me"]]
        if file.manner == "endless":
            return _Endless()
        headers = {"content-length": str(10**9)} if file.manner == "lies" else {}
        return Response(file.raw, media_type=file.mime, headers=headers or None)

    async def _make_content(self, request: Request) -> Response:
        if request.headers.get("content-type") != "application/json":
            return _problem(415, 20415, "Unsupported Media Type")
        body = json.loads(await request.body())
        if set(body) != {"friendly_name", "language", "variables", "types"} or not body["types"]:
            return _problem(400, 20001, "bad content")
        if definition_fault(body["types"]):
            return _problem(400, 60200, definition_fault(body["types"]))
        sid = f"HX{next(self._numbers):032x}"
        self.contents[sid] = body
        now = self.clock().isoformat()
        return JSONResponse(
            {**body, "sid": sid, "account_sid": SID, "url": "", "links": {}, "date_created": now, "date_updated": now},
            201,
        )

    async def _submit(self, request: Request) -> Response:
        body = json.loads(await request.body())
        if not re.fullmatch(r"[a-z0-9_]+", body["name"]) or body["category"] not in {"UTILITY", "MARKETING"}:
            return _problem(400, 60200, "bad name")
        self.approvals[request.path_params["sid"]] = "received"
        return JSONResponse({**body, "content_type": "twilio/text", "status": "received", "rejection_reason": ""}, 201)

    async def _approval(self, request: Request) -> Response:
        sid = request.path_params["sid"]
        state = self.approvals.get(sid, "unsubmitted")
        return JSONResponse({"sid": sid, "account_sid": SID, "whatsapp": {"status": state}, "url": ""})

    def _as_json(self, message: Message) -> dict[str, object]:
        when = format_datetime(message.at)
        known = {
            "account_sid": SID,
            "api_version": "2010-04-01",
            "body": message.body,
            "date_created": when,
            "date_sent": when,
            "date_updated": when,
            "direction": message.direction,
            "error_code": None,
            "error_message": None,
            "from": message.sender,
            "messaging_service_sid": None,
            "num_media": str(len(message.media)),
            "num_segments": "1",
            "price": None,
            "price_unit": "USD",
            "sid": message.sid,
            "status": message.status,
            "subresource_uris": {"media": ""},
            "to": message.to,
            "uri": f"/2010-04-01/Accounts/{SID}/Messages/{message.sid}.json",
        }
        assert known.keys() == MESSAGE_FIELDS
        return known

    @property
    def storage(self) -> str:
        """The host where files really lie; a test may give them another one."""
        return self.storage_host or self.base

    def approve_all(self) -> None:
        """Let WhatsApp approve every template that was handed in."""
        self.approvals = dict.fromkeys(self.approvals, "approved")


@asynccontextmanager
async def fake_twilio(clock: Callable[[], datetime] | None = None) -> AsyncIterator[FakeTwilio]:
    """Run a Twilio for the length of a block."""
    twilio = FakeTwilio(clock)
    async with served(twilio.app) as base:
        twilio.base = base
        yield twilio


class _Endless(Response):
    """A body that ends long after anybody should have hung up."""

    async def __call__(
        self, scope: object, receive: object, send: Callable[[dict[str, object]], Awaitable[None]]
    ) -> None:  # type: ignore[override]
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(400):  # 100 MiB, four times what anybody may take
            await send({"type": "http.response.body", "body": b"\xff" * 262_144, "more_body": True})
            await asyncio.sleep(0)


def _problem(status: int, code: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    more = f"https://www.twilio.com/docs/errors/{code}"
    return JSONResponse({"code": code, "message": words, "more_info": more, "status": status}, status, headers)
