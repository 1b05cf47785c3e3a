"""The public face as one ASGI app: guard, busy route, and the pages behind them."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.citizen_face import CitizenFace
from flows.reply import Reply
from webhook.guards import BROKEN, NOT_UNDERSTOOD, Guard, Refusal, Refused, refusal_for, send_refusal
from webhook.public.chat_routes import ChatRoutes
from webhook.public.hot_route import PATH, MessageRoute
from webhook.public.pages import Pages
from webhook.public.plain_routes import add_plain_routes
from webhook.public.session import Sessions
from webhook.public.words import load_catalogue

Ready = Callable[[], Awaitable[bool]]
WEBHOOKS: Final = "/webhook/"
WITA: Final = ZoneInfo("Asia/Makassar")


async def always_ready() -> bool:
    """Say yes, for a face that has nothing to wait for."""
    return True


def create_public_app(  # noqa: PLR0913 - the parts of one face, each by name
    face: CitizenFace,
    *,
    base_url: str,
    greeting: Callable[[str], Reply],
    timezone: tzinfo = WITA,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    is_ready: Ready = always_ready,
    extend: Callable[[FastAPI], None] | None = None,
) -> ASGIApp:
    """Build the public face.

    Args:
        face: The hotline.
        base_url: Our address as citizens type it, such as "https://lapor.example"; decides about secure cookies.
        greeting: What the hotline says first, by language ("id" or "en").
        timezone: The zone of the times shown.
        clock: Gives the moment a message arrived, aware, in UTC.
        is_ready: Whether messages can be taken in now, for /readyz.
        extend: Adds routes, such as the webhooks of the channels, to the app behind the guard.
    """
    sessions = Sessions(is_secure=base_url.startswith("https://"))
    pages = Pages(load_catalogue(), greeting, timezone)
    behind = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    ChatRoutes(face, sessions, pages, clock).add_to(behind)
    add_plain_routes(behind, pages, is_ready)
    if extend is not None:
        extend(behind)
    _add_refusals(behind)
    front = _Front(MessageRoute(face, sessions, clock), behind)
    return Guard(
        front,
        origin=base_url,
        own_features=("geolocation", "microphone"),
        open_to_all=lambda path: path.startswith(WEBHOOKS),
    )


class _Front:
    """Sends the busy route past the framework, whose own cost is as large as the whole work of a message."""

    def __init__(self, messages: MessageRoute, behind: FastAPI) -> None:
        self._messages = messages
        self._behind = behind

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == PATH and scope["method"] == "POST":
            await self._messages(scope, receive, send)
        else:
            await self._behind(scope, receive, send)


class _RefusalAnswer:
    """A refusal as the framework wants an answer: an ASGI app."""

    def __init__(self, refusal: Refusal) -> None:
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del receive
        await send_refusal(scope, send, self._refusal)


def _add_refusals(app: FastAPI) -> None:
    async def on_refused(request: Request, error: Exception) -> ASGIApp:
        del request
        if isinstance(error, Refused):
            return _RefusalAnswer(error.refusal)
        if isinstance(error, HTTPException):
            return _RefusalAnswer(refusal_for(error.status_code))
        return _RefusalAnswer(NOT_UNDERSTOOD if isinstance(error, RequestValidationError) else BROKEN)

    for kind in (Refused, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, on_refused)  # type: ignore[arg-type]  # any ASGI app serves as an answer
