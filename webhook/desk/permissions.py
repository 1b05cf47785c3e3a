"""Who may use which route: every route declares it, and a route that declares nothing stops the start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hmac import compare_digest
from typing import Final, cast
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.routing import APIRoute

from bot.desk_door import Door, Guest
from webhook.bodies import read_body
from webhook.desk.upload import read_upload

# the longest form is a reply of 4000 letters, twelve bytes each at worst
_FORM_CAP_BYTES: Final = 64 * 1024
_MOST_FIELDS: Final = 40
LIVE_HEADER: Final = "x-desk"


class Permission(StrEnum):
    """What a route asks of its visitor."""

    PUBLIC = "public"
    """Nothing: sign-in and the files that make it look right."""
    WATCH = "watch"
    """A session, also a locked one: the queue, which shows no story and no identity."""
    READ = "read"
    """A session in use."""
    ACT = "act"
    """A session in use, for a change; with the session's own token, as every change of a signed-in visitor."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Who calls, and the fields of the form that was sent."""

    guest: Guest | None
    form: Mapping[str, str]
    file: bytes = b""
    file_name: str = ""

    @property
    def officer(self) -> Guest:
        """The visitor of a route that lets only officers in."""
        assert self.guest is not None
        return self.guest


class NeedsUnlock(Exception):  # noqa: N818 - a sentence, as all our errors
    """A change was sent by somebody whose session is over or locked: what was typed must survive the password."""

    def __init__(self, visit: Visit, path: str) -> None:
        super().__init__()
        self.visit = visit
        self.path = path


def speaks_https(request: Request) -> bool:
    """Say whether the browser came over TLS, here or at a proxy before us; a forged header weakens only its sender."""
    return request.url.scheme == "https" or request.headers.get("x-forwarded-proto", "").lower() == "https"


def cookie_name(request: Request) -> str:
    """Name the session cookie; over TLS the browser itself then refuses weaker copies of it."""
    return "__Host-piket" if speaks_https(request) else "piket"


class Needs:
    """The dependency that opens or shuts a route. One object a route, so that a test can read what it asks."""

    def __init__(self, permission: Permission, door: Door, *, takes_file: bool = False) -> None:
        self.permission = permission
        self._door = door
        self._takes_file = takes_file

    async def __call__(self, request: Request) -> None:
        """Let the visitor in and remember who it is, or send them where they can prove it."""
        is_change = request.method not in {"GET", "HEAD"}
        is_live = request.headers.get(LIVE_HEADER) == "live"
        counts_as_use = not is_live and self.permission in {Permission.READ, Permission.ACT}
        guest = await self._door.who(request.cookies.get(cookie_name(request), ""), is_act=counts_as_use)
        if self._takes_file:
            visit = await _with_file(request, guest)
        else:
            visit = Visit(guest, await _form(request) if is_change else {})
        request.state.visit = visit
        if self.permission is Permission.PUBLIC:
            return
        if guest is None or (guest.is_locked and self.permission is not Permission.WATCH):
            _send_to_door(request, visit, is_live=is_live)
        if is_change and guest is not None and not compare_digest(visit.form.get("csrf", ""), guest.csrf):
            raise HTTPException(403)


def _send_to_door(request: Request, visit: Visit, *, is_live: bool) -> None:
    if is_live or request.url.path == "/live":
        raise HTTPException(401)
    if request.method not in {"GET", "HEAD"}:
        raise NeedsUnlock(visit, request.url.path)
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    door = "/unlock" if visit.guest else "/sign-in"
    raise HTTPException(303, headers={"location": f"{door}?next={quote(asked, safe='')}"})


async def _with_file(request: Request, guest: Guest | None) -> Visit:
    # megabytes are read from officers only; what others send is not even looked at
    if guest is None or guest.is_locked:
        _send_to_door(request, Visit(guest, {}), is_live=False)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return Visit(guest, await _form(request))
    upload = await read_upload(request)
    return Visit(guest, upload.fields, upload.file, upload.file_name)


async def _form(request: Request) -> dict[str, str]:
    body = await read_body(request.receive, cap_bytes=_FORM_CAP_BYTES)
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="replace")
    except ValueError:
        raise HTTPException(422) from None
    return dict(pairs)


def packed(form: Mapping[str, str]) -> str:
    """Pack a form's fields into one, for the way through the door; never the token of the old session."""
    return urlencode({key: value for key, value in form.items() if key not in {"csrf", "password"}})


def unpacked(kept: str) -> dict[str, str]:
    """Unpack what `packed` made."""
    return dict(parse_qsl(kept, keep_blank_values=True, max_num_fields=_MOST_FIELDS))


def visit_of(request: Request) -> Visit:
    """Give the visit that the route's dependency noted."""
    return cast("Visit", request.state.visit)


class Routes:
    """Adds routes to the desk, each with what it asks of its visitor."""

    def __init__(self, app: FastAPI, door: Door) -> None:
        self._app = app
        self._door = door

    def get(self, path: str, permission: Permission, endpoint: Callable[..., object]) -> None:
        """Add a page; it changes nothing, HEAD works too."""
        self._add("GET", path, permission, endpoint)

    def post(
        self, path: str, permission: Permission, endpoint: Callable[..., object], *, takes_file: bool = False
    ) -> None:
        """Add a change; only one that says so takes a file."""
        self._add("POST", path, permission, endpoint, takes_file=takes_file)

    def _add(
        self,
        method: str,
        path: str,
        permission: Permission,
        endpoint: Callable[..., object],
        *,
        takes_file: bool = False,
    ) -> None:
        needs = Needs(permission, self._door, takes_file=takes_file)
        self._app.add_api_route(path, endpoint, methods=[method], dependencies=[Depends(needs)], response_model=None)


class UndeclaredRoute(RuntimeError):  # noqa: N818 - a sentence, as all our errors
    """A route says not who may use it."""


def declared(route: object) -> Permission | None:
    """Read what a route asks of its visitor; none where it says nothing."""
    if not isinstance(route, APIRoute):
        return None
    found = [one.dependency for one in route.dependencies if isinstance(one.dependency, Needs)]
    return found[0].permission if found else None


def refuse_undeclared(app: FastAPI) -> None:
    """Stop a desk with an open door from starting.

    Raises:
        UndeclaredRoute: With the path.
    """
    for route in app.routes:
        if declared(route) is None:
            raise UndeclaredRoute(str(getattr(route, "path", route)))
