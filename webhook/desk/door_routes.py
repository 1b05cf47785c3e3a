"""Signing in, choosing the first password, unlocking, leaving."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from bot.desk_door import CodeNotValid, PasswordNotTaken, TooManyTries, WrongPassword
from webhook.desk.clock import span
from webhook.desk.pages import Pages
from webhook.desk.parts import Parts
from webhook.desk.permissions import (
    NeedsUnlock,
    Permission,
    Routes,
    Visit,
    cookie_name,
    packed,
    speaks_https,
    unpacked,
    visit_of,
)

# only our own pages: an address that could lead elsewhere falls back to the queue
_OWN_PAGE: Final = re.compile(r"/(?!/)[A-Za-z0-9/_.?=&%-]{0,200}")
_ACT: Final = re.compile(r"/tickets/[A-Za-z0-9-]{1,32}/[a-z]{1,16}")
_TEXT_FIELDS: Final = ("text", "why")

_WRONG: Final = "Nama masuk atau kata sandi tidak cocok."
_CODE_WRONG: Final = "Kode ini salah, sudah dipakai, atau sudah lewat 24 jam. Minta kode baru kepada pengelola."
_REFUSED: Final = {
    "short": "Kata sandi terlalu pendek: paling sedikit 12 huruf.",
    "long": "Kata sandi terlalu panjang: paling banyak 128 huruf.",
    "common": "Kata sandi ini mudah ditebak. Pilih beberapa kata yang tidak berhubungan dengan pekerjaan.",
}


class DoorRoutes:
    """The routes around a session."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._door = parts.door
        self._pages = pages

    def add_to(self, routes: Routes) -> None:
        """Declare the routes."""
        routes.get("/sign-in", Permission.PUBLIC, self.sign_in_page)
        routes.post("/sign-in", Permission.PUBLIC, self.sign_in)
        routes.get("/first", Permission.PUBLIC, self.first_page)
        routes.post("/first", Permission.PUBLIC, self.first)
        routes.get("/unlock", Permission.WATCH, self.unlock_page)
        routes.post("/unlock", Permission.WATCH, self.unlock)
        routes.post("/sign-out", Permission.WATCH, self.sign_out)

    async def sign_in_page(self, request: Request) -> Response:
        """Show the sign-in form; somebody who is signed in goes on."""
        goal = _goal(request.query_params.get("next", ""))
        if visit_of(request).guest is not None:
            return RedirectResponse(goal, 303)
        return self._sign_in_form(goal)

    async def sign_in(self, request: Request) -> Response:
        """Check login and password."""
        form = visit_of(request).form
        login, goal = form.get("login", ""), _goal(form.get("next", ""))
        try:
            token = await self._door.sign_in(login[:64], form.get("password", ""), _source(request))
        except WrongPassword:
            return self._sign_in_form(goal, form, problem=_WRONG, status=401)
        except TooManyTries as refused:
            return self._sign_in_form(goal, form, problem=_wait_words(refused.wait), status=429)
        return _enter(request, token, self._resume(form, token) or RedirectResponse(goal, 303))

    async def first_page(self, request: Request) -> Response:
        """Show the form for the one-time code."""
        del request
        return self._pages.render("first.html", {"code": "", "problem": ""})

    async def first(self, request: Request) -> Response:
        """Spend the code on a password."""
        form = visit_of(request).form
        code, password = form.get("code", ""), form.get("password", "")
        if password != form.get("again", ""):
            return self._first_form(code, "Kedua kata sandi tidak sama.")
        try:
            token = await self._door.choose_password(code[:64], password)
        except CodeNotValid:
            return self._first_form(code, _CODE_WRONG)
        except PasswordNotTaken as refused:
            return self._first_form(code, _REFUSED[refused.reason])
        return _enter(request, token, RedirectResponse("/", 303))

    async def unlock_page(self, request: Request) -> Response:
        """Ask for the password again."""
        visit = visit_of(request)
        goal = _goal(request.query_params.get("next", ""))
        if not visit.officer.is_locked:
            return RedirectResponse(goal, 303)
        return self._unlock_form(visit, goal)

    async def unlock(self, request: Request) -> Response:
        """Open a locked session."""
        visit = visit_of(request)
        form, goal = visit.form, _goal(visit.form.get("next", ""))
        try:
            await self._door.unlock(visit.officer, form.get("password", ""), _source(request))
        except WrongPassword:
            return self._unlock_form(visit, goal, problem="Kata sandi tidak cocok.", status=401)
        except TooManyTries as refused:
            return self._unlock_form(visit, goal, problem=_wait_words(refused.wait), status=429)
        return self._kept_page(form, visit.officer.csrf) or RedirectResponse(goal, 303)

    async def sign_out(self, request: Request) -> Response:
        """End the session and leave nothing in the browser."""
        await self._door.sign_out(visit_of(request).officer)
        answer = RedirectResponse("/sign-in", 303)
        secure = speaks_https(request)
        answer.delete_cookie(cookie_name(request), path="/", secure=secure, httponly=True, samesite="strict")
        answer.headers["clear-site-data"] = '"cache", "cookies"'
        return answer

    async def ask_again(self, request: Request, stopped: NeedsUnlock) -> Response:
        """Ask for the password before a change goes through, keeping what was typed."""
        del request
        kept = {"kept": packed(stopped.visit.form), "then": stopped.path} if _ACT.fullmatch(stopped.path) else {}
        if stopped.visit.guest is None:
            return self._sign_in_form("/", kept, problem="Waktu masuk Anda sudah habis.", status=401)
        return self._unlock_form(Visit(stopped.visit.guest, kept), "/", status=401)

    # --- inside ---

    def _sign_in_form(
        self, goal: str, form: Mapping[str, str] | None = None, *, problem: str = "", status: int = 200
    ) -> Response:
        return self._form_page(goal, form or {}, problem, status, unlock=False)

    def _unlock_form(self, visit: Visit, goal: str, *, problem: str = "", status: int = 200) -> Response:
        guest = visit.officer
        return self._form_page(goal, dict(visit.form), problem, status, unlock=True, me=guest.officer, csrf=guest.csrf)

    def _form_page(self, goal: str, form: Mapping[str, str], problem: str, status: int, **more: object) -> Response:
        kept = {key: form[key] for key in ("kept", "then") if form.get(key)}
        values = {"next_page": goal, "problem": problem, "login": form.get("login", ""), "kept": kept}
        return self._pages.render("signin.html", {**values, **more}, status=status)

    def _first_form(self, code: str, problem: str) -> Response:
        return self._pages.render("first.html", {"code": code, "problem": problem}, status=422)

    def _resume(self, form: Mapping[str, str], token: str) -> Response | None:
        return self._kept_page(form, self._door.csrf_of(token))

    def _kept_page(self, form: Mapping[str, str], csrf: str) -> Response | None:
        """Show what was typed before the password was asked, ready to be sent."""
        then, fields = form.get("then", ""), unpacked(form.get("kept", ""))
        if not _ACT.fullmatch(then) or not fields:
            return None
        name = next((one for one in _TEXT_FIELDS if fields.get(one)), "")
        text = fields.pop(name, "")
        values = {"action": then, "ticket_page": then.rpartition("/")[0], "csrf": csrf}
        return self._pages.render("resume.html", {**values, "fields": fields, "name": name, "text": text})


def _enter(request: Request, token: str, answer: Response) -> Response:
    secure = speaks_https(request)
    answer.set_cookie(cookie_name(request), token, path="/", secure=secure, httponly=True, samesite="strict")
    return answer


def _goal(asked: str) -> str:
    return asked if _OWN_PAGE.fullmatch(asked) else "/"


def _source(request: Request) -> str:
    return request.client.host if request.client else ""


def _wait_words(wait: timedelta | None) -> str:
    if wait is None:
        return "Terlalu banyak percobaan. Minta kode masuk baru kepada pengelola."
    seconds = int(wait.total_seconds()) + 1
    return f"Terlalu banyak percobaan. Coba lagi {f'{seconds} detik' if seconds < 60 else span(wait)} lagi."
