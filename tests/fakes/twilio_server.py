"""A strict Twilio on this machine, over real HTTP: its REST API, its files, and faults on order."""

import asyncio
import base64
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from urllib.parse import parse_qs, parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.fakes.serving_asgi import served
from tests.fakes.twilio_account import PAGE_FIELDS, TwilioAccount
from tests.fakes.twilio_contents import definition_fault
from tests.fakes.twilio_signing import OUR_NUMBER, SID, SMS_NUMBER


class FakeTwilio(TwilioAccount):
    """One account, served over HTTP."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(clock)
        self.app = Starlette(routes=self._routes())

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
        refusal = self.refusal(form)
        if refusal:
            return _problem(400, refusal[0], refusal[1])
        message = self.keep_outbound(form)
        return JSONResponse(self.as_json(message), 201)

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
        body |= {"messages": [self.as_json(one) for one in part]}
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
        return JSONResponse(self.as_json(message))

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
        sid = f"HX{self.next_number():032x}"
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
