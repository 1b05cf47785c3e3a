"""What every answer of both faces carries and every request must pass: headers, origin, and kind refusals."""

import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_FEATURES: Final = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment")
_FEATURES_REST: Final = ("publickey-credentials-get", "usb")
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def safe_headers(*, own_features: Iterable[str] = ()) -> tuple[tuple[bytes, bytes], ...]:
    """Give the headers of every answer; only `own_features` of the browser may be used, by our own pages."""
    own = frozenset(own_features)
    policy = ", ".join(f"{f}=({'self' if f in own else ''})" for f in (*_FEATURES, *_FEATURES_REST))
    headers = {
        "content-security-policy": CSP,
        "strict-transport-security": "max-age=63072000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": policy,
        "cache-control": "no-store",
    }
    return tuple((name.encode(), value.encode()) for name, value in headers.items())


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not served: its status, a code for programs, and words for people."""

    status: int
    code: str
    text: str
    retry_after_s: int = 0


FOREIGN = Refusal(403, "foreign", "Permintaan ini datang dari situs lain, jadi tidak kami terima.")
NOT_FOUND = Refusal(404, "not_found", "Halaman ini tidak ada.")
NOT_ALLOWED = Refusal(405, "not_allowed", "Cara membuka halaman ini tidak dikenal.")
TOO_SLOW = Refusal(408, "too_slow", "Sambungan terlalu lambat. Coba kirim lagi.")
TOO_BIG = Refusal(413, "too_big", "Kiriman ini terlalu besar. Coba kirim yang lebih kecil.")
NOT_UNDERSTOOD = Refusal(422, "not_understood", "Kiriman ini tidak terbaca. Coba kirim lagi.")
BROKEN = Refusal(500, "broken", "Ada yang rusak di tempat kami, bukan di HP Anda. Coba lagi sebentar lagi.")
BUSY = Refusal(503, "busy", "Sedang ramai. Coba lagi sebentar lagi.", retry_after_s=2)

_BY_STATUS: Final[Mapping[int, Refusal]] = {
    r.status: r for r in (FOREIGN, NOT_FOUND, NOT_ALLOWED, TOO_SLOW, TOO_BIG, NOT_UNDERSTOOD, BROKEN, BUSY)
}


class Refused(Exception):  # noqa: N818 - a sentence, as all our errors
    """This request is refused; the edge turns it into a kind answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class ClientGone(Exception):  # noqa: N818 - a sentence, as all our errors
    """The other side hung up before its request was complete."""


def refusal_for(status: int) -> Refusal:
    """Give the kind words for an HTTP status, whatever the framework meant to say with it."""
    known = _BY_STATUS.get(status)
    if known is not None:
        return known
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Refusal(status, BROKEN.code, BROKEN.text)
    return Refusal(status, NOT_UNDERSTOOD.code, NOT_UNDERSTOOD.text)


def header(scope: Scope, name: bytes) -> str:
    """Give a request header by its lower-case name, or an empty string."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value).decode("latin-1")
    return ""


def is_own_request(scope: Scope, own_origin: str) -> bool:
    """Tell whether a state change comes from our own pages or from no browser at all (CSRF, trust R51).

    `Origin: null` counts as own: that is what our `no-referrer` makes browsers send with a plain form, and the
    SameSite=Strict cookie is what keeps a sandboxed foreign frame from acting as the citizen.
    """
    site = header(scope, b"sec-fetch-site")
    if site:
        return site in {"same-origin", "none"}
    origin = header(scope, b"origin")
    if origin and origin != "null":
        return origin == own_origin or urlsplit(origin).netloc == header(scope, b"host")
    referer = header(scope, b"referer")
    return not referer or urlsplit(referer).netloc in {header(scope, b"host"), urlsplit(own_origin).netloc}


async def send_refusal(scope: Scope, send: Send, refusal: Refusal) -> None:
    """Answer with a refusal, as a page to a browser that asked for one, else as JSON. Echoes nothing."""
    wants_page = "text/html" in header(scope, b"accept")
    body = _page(refusal) if wants_page else json.dumps({"error": refusal.code, "text": refusal.text}).encode()
    kind = b"text/html; charset=utf-8" if wants_page else b"application/json"
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    if refusal.retry_after_s:
        headers.append((b"retry-after", str(refusal.retry_after_s).encode()))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _page(refusal: Refusal) -> bytes:
    # A refused form post must lead somewhere: back to the start of this face.
    return (
        '<!doctype html><html lang="id"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>Catatan</title><p>{refusal.text}</p><p><a href="/">Kembali</a></p></html>'
    ).encode()


class Guard:
    """ASGI wrapper, outermost on both faces: nothing leaves without our headers, nothing foreign changes state.

    Args:
        app: The face behind it.
        origin: Our own address as browsers name it, such as "https://lapor.example".
        own_features: Browser features that our own pages may use, such as "geolocation".
        open_to_all: Paths that other servers post to (webhooks); they prove themselves by signature instead.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        origin: str,
        own_features: Iterable[str] = (),
        open_to_all: Callable[[str], bool] = lambda _path: False,
    ) -> None:
        self._app = app
        self._origin = origin.rstrip("/")
        self._headers = safe_headers(own_features=own_features)
        self._names = frozenset(name for name, _ in self._headers) | {b"server"}
        self._open_to_all = open_to_all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it kindly."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._put_headers(message)
            await send(message)

        try:
            refusal = self._refuse(scope)
            if refusal is None:
                await self._app(scope, receive, send_guarded)
            else:
                await send_refusal(scope, send_guarded, refusal)
        except ClientGone:
            return
        except Refused as refused:
            await _answer_late(scope, send_guarded, refused.refusal, started=started)
        except Exception as error:  # noqa: BLE001 - the last edge: whatever broke, the citizen gets a kind line
            _note_failure(scope, error)
            await _answer_late(scope, send_guarded, BROKEN, started=started)

    def _refuse(self, scope: Scope) -> Refusal | None:
        method = scope["method"]
        if method in {"TRACE", "TRACK", "CONNECT"}:
            return NOT_ALLOWED
        if method in SAFE_METHODS or self._open_to_all(scope["path"]) or is_own_request(scope, self._origin):
            return None
        return FOREIGN

    def _put_headers(self, message: MutableMapping[str, object]) -> None:
        given = message.get("headers")
        kept = [pair for pair in given if pair[0].lower() not in self._names] if isinstance(given, list) else []
        message["headers"] = [*kept, *self._headers]


async def _answer_late(
    scope: Scope, send: Callable[[Message], Awaitable[None]], refusal: Refusal, *, started: bool
) -> None:
    if not started:
        await send_refusal(scope, send, refusal)


def _note_failure(scope: Scope, error: Exception) -> None:
    # Never the words of the error: they may quote what a citizen wrote. Where it happened is our own code.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""
    log.error("request failed", extra={"error": type(error).__name__, "where": where, "method": scope["method"]})
