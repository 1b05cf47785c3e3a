"""POST /webhook/telegram: Telegram's updates, proved by the secret header, safe before they are acknowledged."""

import hmac
import json
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from bot.citizen_face import Busy
from bot.telegram_door import TelegramDoor
from webhook.bodies import read_body
from webhook.guards import BUSY, NOT_ALLOWED, Refusal, Refused

PATH: Final = "/webhook/telegram"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
# the longest text is 4,096 characters, with a hundred entities and a quoted message beside it
_CAP_BYTES: Final = 1024 * 1024
_FORBIDDEN: Final = Refusal(403, "forbidden", "Alamat ini bukan untuk umum.")


def add_telegram_routes(app: FastAPI, door: TelegramDoor, secrets: tuple[str, ...]) -> None:
    """Add the webhook.

    Args:
        app: The public face behind its guard.
        door: Where updates enter.
        secrets: What the header may hold; during a change of secrets the old one still counts.
    """
    known = [secret.encode() for secret in secrets if secret]

    @app.post(PATH)
    async def take(request: Request) -> Response:
        # the only thing that keeps a stranger from speaking for a citizen; compared in constant time, never empty
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if not any([hmac.compare_digest(given, one) for one in known]):  # noqa: C419 - every one is compared, always
            raise Refused(_FORBIDDEN)
        await _take(door, await read_body(request.receive, cap_bytes=_CAP_BYTES))
        return Response(status_code=200)

    @app.api_route(PATH, methods=["GET", "HEAD", "PUT", "PATCH", "DELETE"])
    async def refuse() -> Response:
        raise Refused(NOT_ALLOWED)


async def _take(door: TelegramDoor, raw: bytes) -> None:
    try:
        try:
            update = json.loads(raw)
        except (ValueError, RecursionError):
            # from Telegram, yet unreadable: kept and acknowledged, or it would come again for a day
            await door.keep_unreadable(raw)
            return
        await door.take(update)
    except Busy as busy:
        raise Refused(Refusal(BUSY.status, BUSY.code, BUSY.text, busy.retry_after_s)) from None
