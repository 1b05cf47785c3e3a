"""What an officer's forms do: each becomes one act of bot/desk.py, and what was typed survives every refusal."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from bot import desk_page
from bot.desk_door import Guest
from bot.desk_hand import (
    CitizenWrote,
    MoveNotAllowed,
    NobodyToAnswer,
    NoSuchTicket,
    NothingSaid,
    OfficerWasFaster,
)
from bot.desk_page import TicketPage
from flows.labels import Category, Urgency
from flows.matching import Verdict
from flows.ticket import Outcome, State
from flows.verdicts import OFFICER_VERDICTS
from webhook.desk import words
from webhook.desk.pages import Pages
from webhook.desk.parts import Parts
from webhook.desk.permissions import Permission, Routes, visit_of
from webhook.desk.row_ids import row_id
from webhook.desk.ticket_routes import TicketRoutes
from webhook.desk.ticket_view import contact_rule, faster_words

Form = Mapping[str, str]
Act = Callable[[Guest, str, Form], Awaitable[None]]

# the field of each form in which people write sentences
_TEXT_FIELD: Final = {"reply": "text", "note": "text"}


class ActRoutes:
    """The routes that change a ticket."""

    def __init__(self, parts: Parts, pages: Pages, tickets: TicketRoutes) -> None:
        self._parts = parts
        self._pages = pages
        self._tickets = tickets
        self._desk = parts.desk
        self._codes = {name.casefold(): code for code, name in parts.areas.items()}

    def add_to(self, routes: Routes) -> None:
        """Declare the routes."""
        routes.post("/seen", Permission.ACT, self.seen)
        for name, act in self._acts().items():
            routes.post(f"/tickets/{{code}}/{name}", Permission.ACT, self._route(name, act))

    async def seen(self) -> Response:
        """Note that a person is at work on this page: being let in was the whole act."""
        return Response(status_code=204)

    def _acts(self) -> Mapping[str, Act]:
        return {
            "confirm": self._confirm,
            "reply": self._reply,
            "verdict": self._verdict,
            "note": self._note,
            "take": self._take,
            "settle": self._settle,
            "resend": self._resend,
            "move": self._move,
            "refer": self._refer,
            "amend": self._amend,
            "close": self._close,
            "reopen": self._reopen,
        }

    def _route(self, name: str, act: Act) -> Callable[..., Awaitable[Response]]:
        async def route(request: Request, code: str) -> Response:
            visit = visit_of(request)
            guest, form = visit.officer, visit.form
            if name == "reply" and (page := await self._loud(code, form)) is not None:
                return self._shown_loud(page, guest, form)
            try:
                await act(guest, code, form)
            except NoSuchTicket:
                raise HTTPException(404) from None
            except (OfficerWasFaster, CitizenWrote, MoveNotAllowed) as refused:
                return await self._conflict(guest, code, name, form, refused)
            except (NothingSaid, NobodyToAnswer, ValueError):
                return await self._incomplete(guest, code, name, form)
            return RedirectResponse(f"/tickets/{code}", 303)

        return route

    # --- the acts ---

    async def _confirm(self, guest: Guest, code: str, form: Form) -> None:
        await self._desk.confirm(guest.officer, code, _seen(form))

    async def _reply(self, guest: Guest, code: str, form: Form) -> None:
        wait = form.get("wait") == "1"
        await self._desk.reply(guest.officer, code, form.get("text", ""), seen=_seen(form), wait=wait)

    async def _verdict(self, guest: Guest, code: str, form: Form) -> None:
        verdict = Verdict(form.get("verdict", ""))
        if verdict not in OFFICER_VERDICTS:
            raise NothingSaid
        name, more = form.get("name", ""), form.get("text", "")
        await self._desk.verdict(guest.officer, code, verdict, name=name, text=more, seen=_seen(form))

    async def _note(self, guest: Guest, code: str, form: Form) -> None:
        await self._desk.note(guest.officer, code, form.get("text", ""))

    async def _take(self, guest: Guest, code: str, form: Form) -> None:
        await self._desk.take(guest.officer, code, seen=_seen(form))

    async def _settle(self, guest: Guest, code: str, form: Form) -> None:
        await self._desk.settle(guest.officer, code, seen=_seen(form))

    async def _resend(self, guest: Guest, code: str, form: Form) -> None:
        letter = row_id(form.get("letter", ""))
        if letter is None:
            raise NothingSaid
        await self._desk.resend(guest.officer, code, letter)

    async def _move(self, guest: Guest, code: str, form: Form) -> None:
        to = State(form.get("to", ""))
        await self._desk.move(guest.officer, code, to, why=form.get("why", ""), seen=_seen(form))

    async def _refer(self, guest: Guest, code: str, form: Form) -> None:
        agency = form.get("agency", "")
        if agency not in words.AGENCIES:
            raise NothingSaid
        await self._desk.refer(guest.officer, code, agency, why=form.get("why", ""), seen=_seen(form))

    async def _amend(self, guest: Guest, code: str, form: Form) -> None:
        await self._desk.amend(
            guest.officer,
            code,
            urgency=Urgency(form.get("urgency", "")),
            category=Category(form.get("category", "")),
            area_code=self._area(form.get("area", "")),
            why=form.get("why", ""),
            seen=_seen(form),
        )

    async def _close(self, guest: Guest, code: str, form: Form) -> None:
        outcome = Outcome(form.get("outcome", ""))
        await self._desk.close(guest.officer, code, outcome, why=form.get("why", ""), seen=_seen(form))

    async def _reopen(self, guest: Guest, code: str, form: Form) -> None:
        await self._desk.reopen(guest.officer, code, why=form.get("why", ""), seen=_seen(form))

    # --- refusals ---

    def _area(self, typed: str) -> str | None:
        if not typed.strip():
            return None
        code = self._codes.get(typed.strip().casefold())
        if code is None:
            raise NothingSaid
        return code

    async def _loud(self, code: str, form: Form) -> TicketPage | None:
        """Give the page where this reply would put a loud word on a lock screen and nobody has agreed to that."""
        if form.get("loud_ok") == "1" or not words.loud_words(form.get("text", "").strip()):
            return None
        page = await self._page(code)
        now, zone = self._parts.store.clock(), self._parts.zone
        return page if contact_rule(page, now, zone).is_push else None

    def _shown_loud(self, page: TicketPage, guest: Guest, form: Form) -> Response:
        found = words.loud_words(form.get("text", "").strip())
        return self._tickets.show(page, guest, status=422, loud_found=found, typed=_typed("reply", form))

    async def _conflict(self, guest: Guest, code: str, name: str, form: Form, why: Exception) -> Response:
        page = await self._page(code)
        field = _TEXT_FIELD.get(name, "why")
        kept = {key: value for key, value in form.items() if key not in {"csrf", "seen", "loud_ok", field}}
        values = self._tickets.values(page, guest) | {
            "headline": _headline(why),
            "words": _why_words(page, guest, why, self._parts),
            "events": self._tickets.history(page)[:3],
            "act": name,
            "kept": kept,
            "text": form.get(field, "").strip(),
            "text_name": field,
            "can_repeat": not isinstance(why, MoveNotAllowed),
        }
        return self._pages.render("conflict.html", values, status=409)

    async def _incomplete(self, guest: Guest, code: str, name: str, form: Form) -> Response:
        page = await self._page(code)
        problem = "Belum disimpan: ada isian yang kosong, tidak dikenal, atau tidak berubah."
        return self._tickets.show(page, guest, status=422, problem=problem, typed=_typed(name, form))

    async def _page(self, code: str) -> TicketPage:
        page = await desk_page.open_page(self._parts.store, code)
        if page is None:
            raise HTTPException(404)
        return page


def _seen(form: Form) -> str:
    # a form without it was not made by our page: it must not slip past the lock
    return form.get("seen") or "0.0"


def _typed(name: str, form: Form) -> dict[str, object]:
    typed: dict[str, object] = {"reply": "", "note": "", "refer": "", "close": "", "reopen": "", "wait": False}
    typed[name] = form.get(_TEXT_FIELD.get(name, "why"), "")
    typed["wait"] = form.get("wait") == "1"
    return typed


def _headline(why: Exception) -> str:
    if isinstance(why, CitizenWrote):
        return "Pelapor baru saja menulis"
    return "Petugas lain lebih dulu" if isinstance(why, OfficerWasFaster) else "Langkah ini tidak bisa lagi"


def _why_words(page: TicketPage, guest: Guest, why: Exception, parts: Parts) -> str:
    if isinstance(why, CitizenWrote):
        return "Ada yang belum Anda baca. Buka laporan dan baca dulu sebelum menyelesaikan."
    return faster_words(page, guest.officer.id, parts.zone)
