"""The routes of one citizen's chat, with and without a script in the browser."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from bot.citizen_face import Busy, CitizenFace, Letter, Upload
from bot.inbound import Inbound, Taken
from flows.said import Attachment
from webhook.bodies import read_body
from webhook.guards import BUSY, NOT_UNDERSTOOD, TOO_BIG, Refused
from webhook.public.form_reader import Form, read_form
from webhook.public.hot_route import NO_SESSION, inbound_of
from webhook.public.incoming import EMPTY, Sent, build
from webhook.public.pages import Pages
from webhook.public.session import CHANNEL, ChatSession, Sessions, is_led_from_elsewhere
from webhook.public.words import LANGUAGES

_NEUTRAL_PAGE: Final = "/resep"
# A plain form cannot try again by itself, so its message waits here for a moment of calm.
_FORM_TRIES: Final = 4
_HIGHEST_ID: Final = 2**63 - 1
# Two processes may commit a little out of the order of their ids: what is this young is given again, and the page
# shows each letter once. Ids hold milliseconds above 22 bits (storage/ids.py).
_YOUNG: Final = timedelta(seconds=10)
_OVERLAP: Final = 10_000 << 22


class ChatRoutes:
    """The handlers; each finds its chat by the cookie and nothing else."""

    def __init__(self, face: CitizenFace, sessions: Sessions, pages: Pages, clock: Callable[[], datetime]) -> None:
        self._face = face
        self._sessions = sessions
        self._pages = pages
        self._clock = clock

    def add_to(self, app: FastAPI) -> None:
        """Add the routes to `app`."""
        app.add_api_route("/", self.page, methods=["GET", "HEAD"])
        app.add_api_route("/chat/messages", self.mailbox, methods=["GET"])
        app.add_api_route("/chat/read", self.mark_read, methods=["POST"])
        app.add_api_route("/chat", self.send_form, methods=["POST"])
        app.add_api_route("/chat/files", self.send_files, methods=["POST"])
        app.add_api_route("/chat/remember", self.remember, methods=["POST"])
        app.add_api_route("/chat/forget", self.forget, methods=["POST"])
        app.add_api_route("/chat/leave", self.leave, methods=["POST"])

    async def page(self, request: Request) -> Response:
        """Show the chat. A first visit leaves nothing but a cookie that dies with the browser."""
        session = self._sessions.read(request.scope)
        letters = await self._letters(session, after=0)
        if session is not None and letters:
            await self._face.mark_read(CHANNEL, session.address, upto=letters[-1].id)
        page = self._pages.chat(
            letters,
            _language(request),
            is_remembered=session is not None and session.is_remembered,
            has_session=session is not None,
            notice=request.query_params.get("k", ""),
        )
        answer = HTMLResponse(page)
        if session is None and not is_led_from_elsewhere(request.scope):
            session = self._sessions.new()
            self._set(answer, session)
        elif session is not None and session.is_remembered:
            self._set(answer, session)
        return answer

    async def mailbox(self, request: Request) -> Response:
        """Give what is new in the chat."""
        after = _id(request.query_params.get("after"))
        letters = await self._letters(self._sessions.read(request.scope), after=max(0, after - _OVERLAP))
        young = self._clock() - _YOUNG
        fresh = [letter for letter in letters if letter.id > after or letter.at > young]
        return Response(self._pages.letters(fresh, _language(request)), media_type="application/json")

    async def mark_read(self, request: Request) -> Response:
        """Note what the citizen has been shown."""
        raw = await read_body(request.receive)
        session = self._sessions.read(request.scope)
        try:
            upto = _id(json.loads(raw)["upto"])
        except (ValueError, TypeError, KeyError, RecursionError):
            raise Refused(NOT_UNDERSTOOD) from None
        if session is not None and upto:
            await self._face.mark_read(CHANNEL, session.address, upto=upto)
        return JSONResponse({"read": True})

    async def send_form(self, request: Request) -> Response:
        """Take in what a browser without a script sent, and lead it back to the chat."""
        session = self._sessions.read(request.scope)
        is_new = session is None
        session = session or self._sessions.new()
        form = await self._read(request, session)
        try:
            sent = _sent(form)
            await self._take(session, sent, tries=_FORM_TRIES)
            notice = "cut" if sent.was_cut else ""
        except Refused as refused:
            if refused.refusal is not EMPTY:
                raise
            notice = "empty"
        answer = _back(_known(form.fields.get("b", "")), notice)
        if is_new:
            self._set(answer, session)
        return answer

    async def send_files(self, request: Request) -> Response:
        """Take in files that the page's script sent; what they are is answered in the chat."""
        session = self._sessions.read(request.scope)
        if session is None:
            raise Refused(NO_SESSION)
        form = await self._read(request, session)
        taken = await self._take(session, _sent(form))
        refusals = [attachment.refusal for attachment in form.attachments if attachment.refusal]
        body = {"taken": True, "duplicate": taken.is_duplicate, "refused": refusals}
        if "too_big" in refusals:
            return JSONResponse({**body, "error": TOO_BIG.code, "text": TOO_BIG.text}, status_code=TOO_BIG.status)
        return JSONResponse(body)

    async def remember(self, request: Request) -> Response:
        """Keep this chat on this phone for thirty days, as its citizen asked."""
        answer = _back(_language(request))
        self._set(answer, Sessions.remembered(self._sessions.read(request.scope) or self._sessions.new()))
        return answer

    async def forget(self, request: Request) -> Response:
        """Take this chat off this phone and stay on the page."""
        return self._without_session(_back(_language(request), "forgotten"))

    async def leave(self, request: Request) -> Response:
        """Take this chat off this phone and show a page that has nothing to do with it."""
        del request
        return self._without_session(RedirectResponse(_NEUTRAL_PAGE, 303))

    async def _letters(self, session: ChatSession | None, *, after: int) -> Sequence[Letter]:
        return [] if session is None else await self._face.mailbox(CHANNEL, session.address, after=after)

    async def _read(self, request: Request, session: ChatSession) -> Form:
        async def keep(upload: Upload) -> Attachment:
            return await self._face.keep_file(CHANNEL, session.address, upload)

        return await read_form(request.scope, request.receive, keep)

    async def _take(self, session: ChatSession, sent: Sent, *, tries: int = 1) -> Taken:
        taken = None
        try:
            taken = await self._submit(inbound_of(session, sent, self._clock()), tries)
        finally:
            # not taken in, or known already: what was just kept for it belongs to nothing
            if taken is None or taken.is_duplicate:
                for attachment in sent.said.attachments:
                    await self._face.drop_file(attachment)
        return taken

    async def _submit(self, inbound: Inbound, tries: int) -> Taken:
        for pause_s in range(1, tries):
            try:
                return await self._face.take_in(inbound)
            except Busy:
                await asyncio.sleep(pause_s)
        try:
            return await self._face.take_in(inbound)
        except Busy:
            raise Refused(BUSY) from None

    def _set(self, answer: Response, session: ChatSession) -> None:
        answer.headers.append("set-cookie", self._sessions.cookie(session))

    def _without_session(self, answer: Response) -> Response:
        answer.headers.append("set-cookie", self._sessions.no_cookie())
        # not "cache": nothing of ours is ever cached, and emptying it makes some phones wait for seconds
        answer.headers["clear-site-data"] = '"cookies", "storage"'
        return answer


def _sent(form: Form) -> Sent:
    # a pressed choice carries its title behind the token, for the transcript
    token, _, title = form.fields.get("token", "").partition(" ")
    text = form.fields.get("text", "") or title
    files = tuple(form.attachments)
    language = form.fields.get("b", "")
    return build(form.fields.get("id", ""), text=text, token=token, attachments=files, language=language)


def _back(language: str, notice: str = "") -> Response:
    query = "&".join([*(["b=en"] if language == "en" else []), *([f"k={notice}"] if notice else [])])
    return RedirectResponse(f"/?{query}#akhir" if query else "/#akhir", 303)


def _language(request: Request) -> str:
    return _known(request.query_params.get("b", ""))


def _known(language: str) -> str:
    return language if language in LANGUAGES else "id"


def _id(text: object) -> int:
    if not isinstance(text, str) or not text.isascii() or not text.isdigit() or len(text) > 19:
        return 0
    return min(int(text), _HIGHEST_ID)
