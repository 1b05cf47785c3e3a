"""A strict double of the Telegram Bot API over real HTTP on this machine, which fails in every way when told to."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.types import Receive, Scope, Send

from tests.fakes.telegram_rules import Json, Refusal
from tests.fakes.telegram_world import TOKEN, World


@dataclass
class Fault:
    """One way to fail. `chat` narrows it to one chat; `done_first` carries the call out before failing."""

    method: str = "*"
    chat: int = 0
    code: int = 0
    description: str = ""
    retry_after: int = 0
    takes_s: float = 0.0
    hangs: bool = False
    body: bytes | None = None
    done_first: bool = False
    times: int = 1

    def fits(self, method: str, asked: Json) -> bool:
        same_chat = not self.chat or str(asked.get("chat_id")) == str(self.chat)
        return self.times > 0 and self.method.lower() in {"*", method} and same_chat


@dataclass
class TelegramServer:
    """The server; `world` is what it knows. Make it with `telegram()`."""

    world: World = field(default_factory=World)
    base: str = ""
    faults: list[Fault] = field(default_factory=list)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    answers: list[tuple[str, Any]] = field(default_factory=list)
    webhook: Json = field(default_factory=dict)
    webhook_trouble: Json = field(default_factory=dict)
    """What getWebhookInfo adds: last_error_date and last_error_message."""
    most_poll_s: float = 0.3
    """How long an empty poll is held, whatever it asks for: tests have no time."""
    _poll: int = 0
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    def count(self, method: str) -> int:
        """Count the calls of a method."""
        return sum(name == method.lower() for name, _ in self.calls)

    async def deliver(
        self, post: Callable[[Json, str], Awaitable[int]], *, order: list[int] | None = None, copies: int = 1
    ) -> list[int]:
        """Hand what waits to the webhook, each until it is taken, as Telegram does; give the statuses.

        Args:
            post: Posts an update with the secret header and gives the status.
            order: The order of places in the queue, where it should be another one.
            copies: How often each is sent.
        """
        waiting, self.world.updates = self.world.updates, []
        statuses: list[int] = []
        for place in order or range(len(waiting)):
            for _ in range(copies):
                for _attempt in range(3):
                    statuses.append(await post(waiting[place], self.webhook.get("secret_token", "")))
                    if 200 <= statuses[-1] < 300:
                        break
        return statuses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            return
        path: str = scope["path"]
        asked = await _asked(scope, receive)
        if path.startswith(f"/file/bot{TOKEN}/"):
            await self._send_file(path.rpartition("/")[2], send)
            return
        if not path.startswith(f"/bot{TOKEN}/"):
            await _answer(send, 401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
            return
        method = path.removeprefix(f"/bot{TOKEN}/").lower()
        self.calls.append((method, asked))
        await self._serve(method, asked, send)

    async def _serve(self, method: str, asked: Json, send: Send) -> None:
        fault = next((one for one in self.faults if one.fits(method, asked)), None)
        if fault is not None:
            fault.times -= 1
            if fault.done_first:
                self.world.call(method, asked)
            if fault.hangs:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._over.wait(), 60)
                return
            await asyncio.sleep(fault.takes_s)
            if fault.body is not None:
                await _answer_raw(send, fault.code or 200, fault.body)
                return
            if fault.code:
                parameters = {"retry_after": fault.retry_after} if fault.retry_after else {}
                await _refuse(send, Refusal(fault.code, fault.description, **parameters))
                return
        try:
            result = await self._result(method, asked)
        except Refusal as refusal:
            await _refuse(send, refusal)
            return
        self.answers.append((method, result))
        await _answer(send, 200, {"ok": True, "result": result})

    async def _result(self, method: str, asked: Json) -> Any:
        match method:
            case "getupdates":
                return await self._get_updates(asked)
            case "setwebhook":
                if not str(asked.get("url", "")).startswith("https://"):
                    raise Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
                self.webhook = dict(asked)
                return True
            case "deletewebhook":
                self.webhook = {}
                return True
            case "getwebhookinfo":
                waiting = len(self.world.updates)
                url = self.webhook.get("url", "")
                told: Json = {"url": url, "has_custom_certificate": False, "pending_update_count": waiting}
                if "allowed_updates" in self.webhook:
                    told["allowed_updates"] = self.webhook["allowed_updates"]
                return told | self.webhook_trouble
        return self.world.call(method, asked)

    async def _get_updates(self, asked: Json) -> list[Json]:
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poll += 1
        mine, loop = self._poll, asyncio.get_running_loop()
        offset = int(asked.get("offset") or 0)
        self.world.updates[:] = [one for one in self.world.updates if one["update_id"] >= offset]
        until = loop.time() + min(float(asked.get("timeout") or 0), self.most_poll_s)
        while not self.world.updates and loop.time() < until:
            await asyncio.sleep(0.01)
            if self._poll != mine:
                raise Refusal(409, "Conflict: terminated by other getUpdates request")
        return self.world.updates[:100]

    async def _send_file(self, file_id: str, send: Send) -> None:
        data = self.world.files.get(file_id)
        fault = next((one for one in self.faults if one.fits("file", {})), None)
        if fault is not None and fault.method == "file":
            fault.times -= 1
            await _answer_raw(send, fault.code, b"")
            return
        await _answer_raw(send, 404 if data is None else 200, data or b"")


@contextlib.asynccontextmanager
async def telegram(world: World | None = None) -> AsyncIterator[TelegramServer]:
    """Run the server on a free port of this machine."""
    server = TelegramServer(world or World())
    config = uvicorn.Config(
        server, host="127.0.0.1", port=0, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    running = uvicorn.Server(config)
    running.capture_signals = contextlib.nullcontext  # type: ignore[method-assign,assignment]
    task = asyncio.create_task(running.serve())
    while not running.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.005)
    server.base = f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        server._over.set()  # whoever is kept hanging is let go
        await asyncio.sleep(0)
        running.should_exit = True
        running.force_exit = True
        await task


async def _asked(scope: Scope, receive: Receive) -> Json:
    raw = b""
    more = True
    while more:
        message = await receive()
        raw += message.get("body", b"")
        more = message.get("more_body", False)
    kind = dict(scope["headers"]).get(b"content-type", b"")
    if kind.startswith(b"application/json"):
        asked: Json = json.loads(raw or b"{}")
        return asked
    return dict(parse_qsl(raw.decode(), keep_blank_values=True))


async def _refuse(send: Send, refusal: Refusal) -> None:
    told: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        told["parameters"] = refusal.parameters
    await _answer(send, refusal.code, told)


async def _answer(send: Send, status: int, told: Json) -> None:
    await _answer_raw(send, status, json.dumps(told).encode())


async def _answer_raw(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
